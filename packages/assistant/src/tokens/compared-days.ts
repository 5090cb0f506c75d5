import { type Expanded, lower, word } from './expanded.ts';
import type { Token } from './token.ts';

const DAY = /^(?:today|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/;
const COMPARES = /^(?:compare|compared|comparison|difference|change|differ)$/;
const CHANGE = /^(?:difference|change|growth|increase|decrease|drop|rise|delta|grow|grew|increased|decreased)$/;

/** "compare the errors between Wednesday and Thursday", "change from yesterday to today": one day with the other, and no range of both. */
const oneWithOther = (tokens: readonly Token[], at: number): Expanded | null => {
  const [first, day, , other] = tokens.slice(at, at + 4);
  if (first === undefined || day === undefined || other === undefined) return null;
  const [compares, joiner] = lower(tokens, at) === 'from' ? [CHANGE, 'to'] : [COMPARES, 'and'];
  if (!/^(?:between|from)$/.test(lower(tokens, at)) || lower(tokens, at + 2) !== joiner) return null;
  if (!DAY.test(day.norm) || !DAY.test(other.norm) || !tokens.some(({ norm }) => compares.test(norm))) return null;
  return { tokens: [day, word('vs', day, other), other], used: 4 };
};

const wordsMax = 5;

/** "ratio of errors today to errors yesterday": the one day divided by the other. */
const ratioOfDays = (tokens: readonly Token[], at: number): Expanded | null => {
  if (lower(tokens, at) !== 'ratio' || !/^(?:of|between)$/.test(lower(tokens, at + 1))) return null;
  const dayFrom = (start: number): number => {
    const found = tokens.slice(start, start + wordsMax).findIndex(({ norm }) => DAY.test(norm));
    return found < 0 ? -1 : start + found;
  };
  const one = dayFrom(at + 2);
  const to = tokens[one + 1];
  if (one < 0 || to === undefined || !/^(?:to|and)$/.test(lower(tokens, one + 1))) return null;
  const other = dayFrom(one + 2);
  if (other < 0) return null;
  const said = [
    ...tokens.slice(at + 2, one + 1),
    word('divided', to),
    word('by', to),
    ...tokens.slice(one + 2, other + 1),
  ];
  return { tokens: said, used: other + 1 - at };
};

/** Two days beside each other. */
export const comparedDays = (tokens: readonly Token[], at: number): Expanded | null =>
  oneWithOther(tokens, at) ?? ratioOfDays(tokens, at);
