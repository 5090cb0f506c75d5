import { type Expanded, lower, word } from './expanded.ts';
import type { Token } from './token.ts';

const ENDS = /^(|[.,?!;]|today|yesterday|in|since|for|over|during|last|this|from|between|on|at)$/;

/** Each word at a place of its own, so that the phrase is read as it is said here. */
const howOften = (tokens: readonly Token[], at: number, last: number): Expanded | null => {
  const [first, counts] = [tokens[at], tokens[last]];
  if (first === undefined || counts === undefined) return null;
  const often = { ...word('often', counts), start: counts.start + 1 } as Token;
  return { tokens: [word('and', first), word('how', counts), often], used: last - at + 1 };
};

/** "which services log requests without a user, and how many?": of each of them. */
const endsWithHowMany = (tokens: readonly Token[], at: number): boolean =>
  /^(which|what)$/.test(lower(tokens, 0)) &&
  `${lower(tokens, at)} ${lower(tokens, at + 1)} ${lower(tokens, at + 2)}` === 'and how many' &&
  tokens.slice(at + 3).every(({ kind, norm }) => kind === 'punctuation' || /^(of|each|them|those)$/.test(norm));

/** ", counted" at the end: how often each of them occurs. */
const counted = (tokens: readonly Token[], at: number): Expanded | null => {
  const joins = /^(?:,|and)$/.test(lower(tokens, at)) && /^counted$/.test(lower(tokens, at + 1));
  return joins && at > 0 && ENDS.test(lower(tokens, at + 2)) ? howOften(tokens, at, at + 1) : null;
};

/** "only counting endpoints with at least 50 requests": only those. */
const onlyCounting = (tokens: readonly Token[], at: number): Expanded | null =>
  /^(?:only|just)$/.test(lower(tokens, at - 1)) && /^(?:counting|considering|including)$/.test(lower(tokens, at))
    ? { tokens: [], used: 1 }
    : null;

/** "messages of billing, with counts", "hosts and their number of errors": how often each of them occurs. */
export const withCounts = (tokens: readonly Token[], at: number): Expanded | null => {
  const said = counted(tokens, at) ?? onlyCounting(tokens, at);
  if (said !== null) return said;
  const first = tokens[at];
  if (first === undefined || at === 0 || !/^(with|and|including|incl|plus)$/.test(lower(tokens, at))) return null;
  if (endsWithHowMany(tokens, at)) return howOften(tokens, at, at + 2);
  const article = /^(the|their|its|a|respective)$/.test(lower(tokens, at + 1)) ? 1 : 0;
  const last = at + article + 1;
  if (!/^(counts?|frequency|frequencies|occurrences|totals)$/.test(lower(tokens, last))) return null;
  if (!ENDS.test(lower(tokens, last + 1))) return null;
  return howOften(tokens, at, last);
};
