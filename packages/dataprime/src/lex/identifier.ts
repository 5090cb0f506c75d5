import { SEVERITIES } from '../ast/expr.ts';

const IDENTIFIER = /[\p{L}_][\p{L}\p{M}\p{N}_]*/uy;
const WHOLE = /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u;
const PART = /[\p{L}\p{M}\p{N}_]/uy;

/** The end of the identifier that starts at `at`, or `at` when none does. */
export const identifierEnd = (text: string, at: number): number => {
  IDENTIFIER.lastIndex = at;
  return IDENTIFIER.test(text) ? IDENTIFIER.lastIndex : at;
};

/** Whether the character at `at` would continue an identifier. */
export const isIdentifierPart = (text: string, at: number): boolean => {
  PART.lastIndex = at;
  return PART.test(text);
};

export const isIdentifier = (text: string): boolean => WHOLE.test(text);

const RESERVED: ReadonlySet<string> = new Set(['true', 'false', 'null', '_', ...SEVERITIES]);

/** Words that are values wherever an expression may stand, and so cannot begin a keypath without `$d.`. */
export const isReserved = (text: string): boolean => RESERVED.has(text);
