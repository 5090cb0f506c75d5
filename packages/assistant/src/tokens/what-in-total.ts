import { type Expanded, lower, within } from './expanded.ts';
import type { Token } from './token.ts';

const VERB = /^(?:collect|take|earn|receive|pay|spend|refund|make|bill|charge|invoice|lose|raise)$/;
const WHOLE = ['in total', 'all in', 'in all', 'in sum'];
const TIME = /^(?:minutes?|hours?|days?|weeks?|months?|years?|total|all|sum|advance|time|general)$/;

/** How many tokens say "in total" somewhere behind; 0 where none do. */
const wholeAt = (tokens: readonly Token[], at: number): number => {
  if (/^(?:altogether|overall|together)$/.test(lower(tokens, at))) return 1;
  return WHOLE.includes(`${lower(tokens, at)} ${lower(tokens, at + 1)}`) ? 2 : 0;
};

/** "what did we collect": of money, where it is asked for in total. */
const whatDid = (tokens: readonly Token[], at: number): boolean =>
  lower(tokens, at) === 'what' &&
  ((/^(?:did|do|have)$/.test(lower(tokens, at + 1)) &&
    /^(?:we|they|you)$/.test(lower(tokens, at + 2)) &&
    VERB.test(tokens[at + 3]?.norm ?? '')) ||
    (/^(?:was|is|were)$/.test(lower(tokens, at + 1)) &&
      /^(?:collected|paid|spent|earned|refunded)$/.test(lower(tokens, at + 2))));

/** "What did we collect in premiums yesterday, in total": how much of them. */
export const whatInTotal = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = tokens[at];
  if (first === undefined) return null;
  const total = tokens.some((_, place) => place > at + 2 && wholeAt(tokens, place) > 0);
  if (whatDid(tokens, at) && total)
    return { tokens: [within('how', first.start), within('much', first.start + 1)], used: 1 };
  // "how much did we collect in fees": what was collected are the fees.
  const noun = tokens[at + 1];
  const things = noun?.kind === 'word' && /[^s]s$/i.test(noun.text) && !TIME.test(noun.text.toLowerCase());
  const verb = VERB.test(tokens[at - 1]?.norm ?? '') && /^(?:we|they|you)$/.test(lower(tokens, at - 2));
  const money = /^(?:what|much)$/.test(lower(tokens, at - 4));
  return lower(tokens, at) === 'in' && things && verb && money ? { tokens: [], used: 1 } : null;
};
