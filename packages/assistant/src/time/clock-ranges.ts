import type { Token } from '../tokens/token.ts';
import type { Point } from './calendar.ts';
import * as calendar from './calendar.ts';
import { between, norm, type Rule, skip, time } from './range-reading.ts';
import { readClock, readDay, readPoint, recentClock } from './read-point.ts';
import { type Instant, NANOS, resolveInstant } from './time-spec.ts';

export const withDay = (day: Point, clock: bigint, now: bigint): Instant =>
  calendar.at(resolveInstant(day.from, now) + clock);

/** Two clock times that share a day: `between 2pm and 4pm yesterday`, `9-11am`, `from 10:00 to 11:00 on monday`. */
export const clockRange: Rule = (tokens, start, now) => {
  // "from yesterday 13:00 to 14:00": the day may stand behind the word that leads to both.
  const led = skip(tokens, start, /^(between|from)$/);
  const before = readDay(tokens, start, now) ?? readDay(tokens, led, now);
  let at = before?.next ?? start;
  const between0 = norm(tokens, at) === 'between' || norm(tokens, start) === 'between';
  at = skip(tokens, at, /^(between|from)$/);
  const joiner = between0 ? /^(and|-|–|to)$/ : /^(to|until|till|-|–)$/;
  const first = tokens[at];
  const clockA = readClock(tokens, at);
  const bare = clockA === null && first?.kind === 'number' && Number.isInteger(first.value) && first.value <= 24;
  const middle = clockA?.next ?? at + 1;
  if ((clockA === null && !bare) || !joiner.test(norm(tokens, middle))) return null;
  const clockB = readClock(tokens, middle + 1);
  if (clockB === null) return null;
  const after = readDay(tokens, clockB.next, now);
  const day = before ?? after;
  const next = after?.next ?? clockB.next;
  const b = clockB.value;
  // "between 2 and 4pm": the half of the day is said once.
  const a = clockA?.value ?? sharedHalf(first?.kind === 'number' ? first.value : 0, b);
  if (day !== null) {
    const from = withDay(day.value, a, now);
    const to = resolveInstant(day.value.from, now) + (b <= a ? b + NANOS.day : b);
    return time(between(from, calendar.at(to)), next);
  }
  const to = recentClock(b, now);
  const from = a < b ? to - (b - a) : to - (b + NANOS.day - a);
  return time(between(calendar.at(from), calendar.at(to)), next);
};
const sharedHalf = (hour: number, end: bigint): bigint => {
  const nanos = BigInt(Math.round(hour)) * NANOS.hour;
  const later = nanos + 12n * NANOS.hour;
  return hour < 12 && later < end ? later : nanos;
};

/** `between 18 and 20 november`, `18-20 nov`, `from november 18 to 20`: the month is said once. */
export const dayRange: Rule = (tokens, start, now) => {
  const at = skip(tokens, skip(tokens, start, /^(between|from|on|in)$/), /^the$/);
  const joins = (place: number): boolean => /^(and|to|until|through|-|–)$/.test(norm(tokens, place));
  const day = (token: Token | undefined): boolean => /^\d{1,2}(st|nd|rd|th)?$/.test(token?.norm ?? '');
  if (day(tokens[at]) && joins(at + 1)) {
    const last = readDay(tokens, at + 2, now);
    const first = tokens[at];
    const month = tokens[at + 3];
    if (last === null || first === undefined || month?.kind !== 'word' || last.next !== at + 4) return null;
    const from = readDay([first, month], 0, now);
    return from === null ? null : time(between(from.value.from, last.value.to), last.next);
  }
  const from = readDay(tokens, at, now);
  const next = from?.next ?? at;
  const month = tokens[at];
  if (from === null || month?.kind !== 'word' || !joins(next) || !day(tokens[next + 1])) return null;
  const end = tokens[next + 1];
  const to = end === undefined ? null : readDay([month, end], 0, now);
  return to === null || to.next !== 2 ? null : time(between(from.value.from, to.value.to), next + 2);
};

/** `from yesterday to now`, `between monday and wednesday`, `3 hours ago to 1 hour ago`, `from 13:00 on monday until noon`. */
export const pointRange: Rule = (tokens, start, now) => {
  const between0 = norm(tokens, start) === 'between';
  const at = skip(tokens, start, /^(between|from)$/);
  const from = readPoint(tokens, at, now);
  const joiner = between0 ? /^(and|to|-|–)$/ : /^(to|until|till|through|-|–)$/;
  if (from === null || !joiner.test(norm(tokens, from.next))) return null;
  const to = readPoint(tokens, from.next + 1, now);
  if (to === null) return null;
  const spec = between(from.value.from, to.value.exact ? to.value.from : to.value.to);
  return resolveInstant(spec.from, now) < resolveInstant(spec.to, now) ? time(spec, to.next) : null;
};
