import { type Expanded, lower } from './expanded.ts';
import type { Token } from './token.ts';

const DAY = /^(?:today|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/;
const wordsMax = 4;

/** "more errors after 10:00 than before today": the day is that of both halves, and not before it. */
export const thanBeforeDay = (tokens: readonly Token[], at: number): Expanded | null => {
  if (!/^(?:after|since|from)$/.test(lower(tokens, at))) return null;
  const than = tokens.findIndex((_, place) => place > at && place <= at + wordsMax && lower(tokens, place) === 'than');
  const [joiner, before, day] = [tokens[than], tokens[than + 1], tokens[than + 2]];
  if (than < 0 || joiner === undefined || before === undefined || day === undefined) return null;
  if (before.norm !== 'before' || !DAY.test(day.norm)) return null;
  return { tokens: [...tokens.slice(at, than), day, joiner, before], used: than + 3 - at };
};
