import type { Token } from '../tokens/token.ts';
import { hoursOfDay } from './bare-hours.ts';
import type { Point } from './calendar.ts';
import * as calendar from './calendar.ts';
import { between, norm, type Rule, skip, time } from './range-reading.ts';
import { readClock, readDay, readPoint, recentClock } from './read-point.ts';
import { type Instant, NANOS, resolveInstant } from './time-spec.ts';

const withDay = (day: Point, clock: bigint, now: bigint): Instant => calendar.at(resolveInstant(day.from, now) + clock);

/** Behind these a number says how many, how large or which one. */
const MEASURED =
  /^(?:score|attempt|try|retry|retries|code|status|version|port|level|size|page|row|batch|partition|priority|item|line|number|took|take|than|over|above|below|under|of|is|was|were|top|first|last|least|most|exactly|about|around|,)$/;

const ENDS = /^(?:only|please|instead|then|now|too|also|[?.!])$/;
const isLast = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(at).every(({ norm: word }) => ENDS.test(word));

const LEADS = /^(?:just|only|and|but|ok|okay|now|then|for|from|what|how|about|,)$/;
/** "just 14 to 16", "and 9-10?": nothing but the hours is said. */
const isRestated = (tokens: readonly Token[], start: number, end: number): boolean =>
  isLast(tokens, end) && tokens.slice(0, start).every(({ norm: word }) => LEADS.test(word));

/** Two clock times that share a day: `between 2pm and 4pm yesterday`, `9-11am`, `from 10:00 to 11:00 on monday`. */
export const clockRange: Rule = (tokens, start, now) => {
  const before = readDay(tokens, start, now);
  let at = before?.next ?? start;
  const between0 = norm(tokens, at) === 'between';
  at = skip(tokens, at, /^(between|from)$/);
  const joiner = between0 ? /^(and|-|–|to)$/ : /^(to|until|till|-|–)$/;
  const first = tokens[at];
  const clockA = readClock(tokens, at);
  const bare = clockA === null && first?.kind === 'number' && Number.isInteger(first.value) && first.value <= 24;
  const middle = clockA?.next ?? at + 1;
  if ((clockA === null && !bare) || !joiner.test(norm(tokens, middle))) return null;
  const clockB = readClock(tokens, middle + 1);
  const last = tokens[middle + 1];
  if (clockB === null) {
    const bareB = last?.kind === 'number' && Number.isInteger(last.value) && last.value <= 24;
    const end = readDay(tokens, middle + 2, now);
    const from0 = norm(tokens, at - 1) === 'from' && end !== null;
    const read = first?.kind === 'number' ? ([first.value, last?.kind === 'number' ? last.value : 0] as const) : null;
    if (clockA !== null || !bareB || read === null) return null;
    const hours = hoursOfDay(...read);
    // "errors 9-10 today": of a day, where nothing before them is counted or measured.
    const beside = end !== null && hours !== null && !MEASURED.test(norm(tokens, at - 1));
    const restated = isRestated(tokens, start, middle + 2);
    if (!between0 && !from0 && before === null && !beside && !restated) return null;
    // Two bare numbers are hours only when a day stands beside them or nothing that could be measured follows.
    const named = before ?? end;
    if (named !== null && hours !== null) {
      const range = between(withDay(named.value, hours.from, now), withDay(named.value, hours.to, now));
      return time(range, end?.next ?? middle + 2);
    }
    const alone = before !== null || end !== null || isLast(tokens, middle + 2);
    return alone
      ? {
          value: { kind: 'problem', problem: 'ambiguous-clock', hours: named === null ? hours : null },
          next: end?.next ?? middle + 2,
        }
      : null;
  }
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
