import { type Expanded, lower, word } from './expanded.ts';
import type { Token } from './token.ts';

const KINDS = /^(?:kinds?|types?|sorts?)$/;
const RECORDS = /^(?:messages?|errors?|warnings?|exceptions?|problems?|failures?|logs?|lines?|entries|events?)$/;

/** "what kinds of messages do we log", "types of errors": those that are different. */
export const kindsOf = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = tokens[at];
  if (first === undefined || !KINDS.test(lower(tokens, at)) || lower(tokens, at + 1) !== 'of') return null;
  const log = /^(?:log|error)$/.test(lower(tokens, at + 2)) && RECORDS.test(lower(tokens, at + 3)) ? 1 : 0;
  const noun = tokens[at + 2 + log];
  // A number of kinds, and kinds of other things, say so themselves.
  if (noun === undefined || !RECORDS.test(lower(tokens, at + 2 + log))) return null;
  const isLine = /^(?:logs?|lines?|entries|events?)$/.test(noun.text.toLowerCase());
  const things =
    log > 0 && lower(tokens, at + 2) === 'error' ? word('error', noun) : isLine ? word('messages', noun) : noun;
  return {
    tokens: [word('different', first), isLine && things !== noun ? { ...things, norm: 'message' } : things],
    used: 3 + log,
  };
};
