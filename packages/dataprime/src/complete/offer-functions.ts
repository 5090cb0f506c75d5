import { AGGREGATIONS } from '../functions/aggregations.ts';
import type { FunctionDef, Pattern } from '../functions/function-def.ts';
import { SCALAR_FUNCTIONS } from '../functions/registry.ts';
import { functionDocText, signatureText } from '../reference/function-text.ts';
import type { Type } from '../types/type.ts';
import type { CompletionItem } from './completion.ts';
import { offer } from './offer.ts';

/** Whether a value of the type may stand for the parameter as it is. Values of unknown types fit everywhere. */
const accepts = (pattern: Pattern, type: Type): boolean => {
  if (type.kind === 'unknown' || type.kind === 'null') return true;
  switch (pattern.kind) {
    case 'var':
    case 'text':
    case 'any':
      return true;
    case 'string-or-regexp':
      return type.kind === 'string' || type.kind === 'regexp';
    case 'array':
      return type.kind === 'array';
    case 'unknown':
      return true;
    case 'bool':
    case 'interval':
    case 'null':
    case 'number':
    case 'object':
    case 'regexp':
    case 'severity':
    case 'string':
    case 'timestamp':
      return pattern.kind === type.kind;
  }
};

/** What is written of a call: all of it where it takes nothing more. */
const callText = (fn: FunctionDef, taken: number, hasParenthesis: boolean): string => {
  if (hasParenthesis) return fn.name;
  return fn.parameters.slice(taken).every(({ optional }) => optional) ? `${fn.name}()` : `${fn.name}(`;
};

interface Wanted {
  readonly typed: string;
  /** Whether `(` stands behind the word already. */
  readonly hasParenthesis: boolean;
}

const item = (fn: FunctionDef, rank: number, { typed, hasParenthesis }: Wanted): CompletionItem | null =>
  offer(typed, fn.lower === null ? 45 : fn.deprecated === null ? rank : 44, {
    kind: fn.family === 'aggregation' ? 'aggregation' : 'function',
    label: fn.name,
    detail: signatureText(fn),
    insert: callText(fn, 0, hasParenthesis),
    documentation: functionDocText(fn),
  });

/** Aggregations, or functions of a value. */
export const offerFunctions = (
  kind: 'aggregation' | 'scalar',
  rank: number,
  wanted: Wanted,
): readonly (CompletionItem | null)[] =>
  (kind === 'aggregation' ? AGGREGATIONS : SCALAR_FUNCTIONS).map((fn) => item(fn, rank, wanted));

/** Functions that take a value of this type before their dot. `written` is that value, when it is replaced too. */
export const offerMethods = (type: Type, written: string, wanted: Wanted): readonly (CompletionItem | null)[] =>
  SCALAR_FUNCTIONS.filter(({ parameters: [first] }) => first !== undefined && accepts(first.type, type)).map((fn) => {
    const [first] = fn.parameters;
    // What takes anything says little about this value.
    const isGeneral = first?.type.kind === 'text' || first?.type.kind === 'any' || first?.type.kind === 'var';
    const rank = fn.lower === null ? 45 : fn.deprecated !== null ? 44 : isGeneral ? 30 : 20;
    return offer(wanted.typed, rank, {
      kind: 'function',
      label: fn.name,
      detail: signatureText(fn),
      insert: `${written}${callText(fn, 1, wanted.hasParenthesis)}`,
      documentation: functionDocText(fn),
    });
  });
