import { type Expanded, lower, word } from './expanded.ts';
import type { Token } from './token.ts';

const RANKS =
  /^(?:worst|best|slowest|fastest|highest|lowest|biggest|largest|smallest|longest|shortest|most|least|newest|oldest|latest)$/;

/** "p99 per table, worst one on top": where the ranking begins, and no limit to one of them. */
export const onTop = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = tokens[at];
  if (first?.kind !== 'word' || !RANKS.test(lower(tokens, at))) return null;
  const one = /^ones?$/.test(lower(tokens, at + 1)) ? 1 : 0;
  const on = at + 1 + one;
  const the = lower(tokens, on + 1) === 'the' ? 1 : 0;
  const top = tokens[on + 1 + the];
  const atTop = /^(?:on|at)$/.test(lower(tokens, on)) && lower(tokens, on + 1 + the) === 'top';
  // "the worst ones first"
  const firstOne = one > 0 && lower(tokens, on) === 'first' ? tokens[on] : undefined;
  if (firstOne !== undefined) return { tokens: [first, word('first', firstOne)], used: 2 + one };
  const ends = lower(tokens, on + 2 + the) !== 'of';
  return atTop && top !== undefined && ends ? { tokens: [first, word('first', top)], used: 3 + one + the } : null;
};
