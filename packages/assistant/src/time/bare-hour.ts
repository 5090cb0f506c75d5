import type { Token } from '../tokens/token.ts';
import type { Point } from './calendar.ts';
import * as calendar from './calendar.ts';
import { type Read, readDay } from './read-point.ts';
import { NANOS, resolveInstant } from './time-spec.ts';

/** What may stand behind an hour; behind any other word the number counts what the word says. */
const AFTER_HOUR =
  /^(o'clock|utc|yesterday|today|on|in|by|per|and|for|from|with|until|till|to|what|which|who|how|did|were)$/;

/**
 * "since 9", "before 11 yesterday": an hour where only a moment can stand, without am or pm. Of both halves of the day it
 * is the one that was last.
 */
export const readBareHour = (tokens: readonly Token[], at: number, now: bigint): Read<Point> | null => {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token?.kind !== 'number' || !/^\d{1,2}$/.test(token.text) || token.value > 23) return null;
  if (next !== undefined && next.kind !== 'punctuation' && !AFTER_HOUR.test(next.norm)) return null;
  const hour = BigInt(token.value) * NANOS.hour;
  const day = readDay(tokens, at + 1, now);
  if (day !== null) {
    const nanos = resolveInstant(day.value.from, now) + hour;
    return { value: calendar.moment(calendar.at(nanos)), next: day.next };
  }
  const period = token.value < 12 ? 12n * NANOS.hour : NANOS.day;
  const gone = now - calendar.startOfDay(now) - hour;
  const ago = ((gone % period) + period) % period;
  return { value: calendar.moment(calendar.at(now - ago)), next: at + 1 };
};
