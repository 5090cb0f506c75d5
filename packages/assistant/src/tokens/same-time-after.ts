import { type Expanded, lower, word } from './expanded.ts';
import type { Token } from './token.ts';

const LEADS = /^(?:at|up|to|until|till|by|,|around|about)$/;
const leadsMax = 3;

/** "more than yesterday at the same time", "yesterday same hours", "yesterday at this time": the same time yesterday. */
export const sameTimeAfter = (tokens: readonly Token[], at: number): Expanded | null => {
  const day = tokens[at];
  if (day === undefined || !/^(?:yesterday)$/.test(lower(tokens, at))) return null;
  let next = at + 1;
  while (next <= at + leadsMax && LEADS.test(lower(tokens, next))) next += 1;
  if (lower(tokens, next) === 'the') next += 1;
  const last = tokens[next + 1];
  const said = `${lower(tokens, next)} ${lower(tokens, next + 1)}`;
  if (last === undefined || !/^(?:same time|same hours?|this time)$/.test(said)) return null;
  return {
    tokens: [word('same', day), word('time', day), { ...day, start: day.start, end: last.end }],
    used: next + 2 - at,
  };
};
