import { type Expanded, lower, word } from './expanded.ts';
import type { Token } from './token.ts';

const TOOK = /^(?:took|take|takes|taken)$/;
const MANY = /^(?:most|fewest|more|fewer)$/;
/** What is taken by waiting, or is used up: "took the most time", "took the most memory". */
const USED_UP = /^(?:time|long|memory|cpu|space|room|effort|seconds?|minutes?|hours?|ms)$/;

/** "which agent took the most calls": they had them, and nothing took long. */
export const tookThings = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = tokens[at];
  if (first === undefined || at === 0 || !TOOK.test(lower(tokens, at))) return null;
  const many = lower(tokens, at + 1) === 'the' ? at + 2 : at + 1;
  const thing = tokens[many + 1];
  if (!MANY.test(lower(tokens, many)) || thing?.kind !== 'word' || USED_UP.test(thing.norm)) return null;
  // "took more than 2 s"
  return thing.norm === 'than' ? null : { tokens: [word('had', first)], used: 1 };
};
