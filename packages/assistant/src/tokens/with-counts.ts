import { type Expanded, lower, word } from './expanded.ts';
import type { Token } from './token.ts';

const ENDS = /^(|[.,?!;]|today|yesterday|in|since|for|over|during|last|this|from|between|on|at)$/;

/** "messages of billing, with counts", "hosts and their number of errors": how often each of them occurs. */
export const withCounts = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = tokens[at];
  if (first === undefined || at === 0 || !/^(with|and|including|incl|plus)$/.test(lower(tokens, at))) return null;
  const article = /^(the|their|its|a|respective)$/.test(lower(tokens, at + 1)) ? 1 : 0;
  const last = at + article + 1;
  if (!/^(counts?|frequency|frequencies|occurrences|totals)$/.test(lower(tokens, last))) return null;
  if (!ENDS.test(lower(tokens, last + 1))) return null;
  const counts = tokens[last];
  if (counts === undefined) return null;
  // Each at a place of its own, so that the phrase is read as it is said here.
  const often = { ...word('often', counts), start: counts.start + 1 } as Token;
  return { tokens: [word('and', first), word('how', counts), often], used: last - at + 1 };
};
