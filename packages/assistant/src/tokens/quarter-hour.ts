import { type Expanded, lower, word } from './expanded.ts';
import type { Token } from './token.ts';

const QUARTERS: Readonly<Record<string, number>> = { three: 3, '3': 3, two: 2, one: 1 };
const quarterMinutes = 15;

/** "the last quarter of an hour", "every quarter hour", "three quarters of an hour ago": minutes, and no quarter of a year. */
export const quarterHour = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = tokens[at];
  if (first === undefined) return null;
  const counted = QUARTERS[lower(tokens, at)];
  const article = /^an?$/.test(lower(tokens, at)) ? 1 : 0;
  const lead = counted === undefined ? article : 1;
  if (!/^quarters?$/.test(lower(tokens, at + lead))) return null;
  const of = /^of$/.test(lower(tokens, at + lead + 1)) ? 1 : 0;
  const an = /^(an?|the)$/.test(lower(tokens, at + lead + 1 + of)) ? 1 : 0;
  const end = at + lead + 1 + of + an;
  const last = tokens[end];
  if (last === undefined || lower(tokens, end) !== 'hour') return null;
  const value = quarterMinutes * (counted ?? 1);
  const number = { ...first, kind: 'number', value, text: String(value), norm: String(value) } as Token;
  return { tokens: [number, word('minute', last)], used: end - at + 1 };
};
