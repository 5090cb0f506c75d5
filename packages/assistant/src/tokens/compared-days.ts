import { type Expanded, lower, word } from './expanded.ts';
import type { Token } from './token.ts';

const DAY = /^(?:today|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/;

/** "compare the errors between Wednesday and Thursday": one day with the other, and no range of both. */
export const comparedDays = (tokens: readonly Token[], at: number): Expanded | null => {
  const [first, day, , other] = tokens.slice(at, at + 4);
  if (first === undefined || day === undefined || other === undefined || lower(tokens, at) !== 'between') return null;
  const compares = tokens.some(({ norm }) => /^(?:compare|compared|comparison|difference|change|differ)$/.test(norm));
  if (!compares || !DAY.test(day.norm) || !DAY.test(other.norm) || lower(tokens, at + 2) !== 'and') return null;
  return { tokens: [day, word('vs', day, other), other], used: 4 };
};
