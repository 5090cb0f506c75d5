import type { Expanded } from './expanded.ts';
import { lower } from './expanded.ts';
import type { Token } from './token.ts';

const ENDED = /^(?:failed|failing|unsuccessful|rejected|declined|successful|succeeded|accepted|approved)$/;

/** "a failed payout but no successful one": one is another of the same. */
export const noOtherOne = (tokens: readonly Token[], at: number): Expanded | null => {
  const [like, one] = [tokens[at], tokens[at + 1]];
  const points = /^(?:one|ones)$/.test(lower(tokens, at + 1)) && ENDED.test(lower(tokens, at));
  if (like === undefined || one === undefined || !points) return null;
  if (!/^(?:no|not|without|never|any|a|single)$/.test(lower(tokens, at - 1))) return null;
  const before = tokens.slice(0, at).findLastIndex(({ text }) => ENDED.test(text.toLowerCase()));
  const noun = before < 0 ? undefined : tokens[before + 1];
  if (noun?.kind !== 'word') return null;
  return { tokens: [like, { ...noun, start: one.start, end: one.end }], used: 2 };
};
