import { identifierEnd, isIdentifierPart } from './identifier.ts';
import type { TokenKind } from './token.ts';

const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** `ns`, `us` and `ms` before `s` and `m`: the longest unit wins. */
const INTERVAL = /(?:\d+(?:ns|us|ms|[wdhms]))+/y;
const DIGITS_AND_LETTERS = /(?:\.\d|[\p{L}\p{M}\p{N}_])+/uy;

/** `1.5.2`: a version or an address, not a number. */
const isSecondFraction = (text: string, start: number, end: number): boolean =>
  text.slice(start, end).includes('.') && text[end] === '.' && /\d/.test(text.charAt(end + 1));

const endOf = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
};

/** Reads what starts with a digit. A `.` belongs to a number only when a digit follows: `2.log(x)` is a call. */
export const scanNumber = (text: string, start: number): { readonly kind: TokenKind; readonly end: number } => {
  const interval = endOf(INTERVAL, text, start);
  if (interval > start && !isIdentifierPart(text, interval)) return { kind: 'interval', end: interval };
  const number = endOf(NUMBER, text, start);
  if (!isIdentifierPart(text, number) && !isSecondFraction(text, start, number)) return { kind: 'number', end: number };
  return { kind: 'malformed', end: Math.max(endOf(DIGITS_AND_LETTERS, text, start), identifierEnd(text, number)) };
};
