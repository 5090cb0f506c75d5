import { unitOf } from '../time/time-words.ts';
import { type Expanded, lower, word } from './expanded.ts';
import type { Token } from './token.ts';

const TOOK = /^(?:took|take|takes|taken)$/;
const MANY = /^(?:most|fewest|more|fewer)$/;
/** What is taken by waiting, or is used up: "took the most time", "took the most memory". */
const USED_UP = /^(?:time|long|memory|cpu|space|room|effort|seconds?|minutes?|hours?|ms)$/;

/** "more than 5", "at least 5", "over 5": where the number stands; -1 where none is bounded. */
const boundedNumber = (tokens: readonly Token[], at: number): number => {
  const bound = `${lower(tokens, at)} ${lower(tokens, at + 1)}`;
  const number = /^(?:more|fewer|less) than$|^at (?:least|most)$/.test(bound) ? at + 2 : at + 1;
  const isBound = number > at + 1 || /^(?:over|under|only|just|exactly)$/.test(lower(tokens, at));
  return isBound && tokens[number]?.kind === 'number' ? number : -1;
};

/** "which agent took the most calls", "drivers who took more than 5 orders": they had them, and nothing took long. */
export const tookThings = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = tokens[at];
  if (first === undefined || at === 0 || !TOOK.test(lower(tokens, at))) return null;
  const many = lower(tokens, at + 1) === 'the' ? at + 2 : at + 1;
  const number =
    MANY.test(lower(tokens, many)) && lower(tokens, many + 1) !== 'than' ? many : boundedNumber(tokens, at + 1);
  const thing = number < 0 ? undefined : tokens[number + 1];
  if (thing?.kind !== 'word' || unitOf(thing) !== null || USED_UP.test(thing.norm)) return null;
  return { tokens: [word('had', first)], used: 1 };
};
