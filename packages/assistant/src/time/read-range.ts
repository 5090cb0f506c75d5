import type { Token } from '../tokens/token.ts';
import type { Point } from './calendar.ts';
import * as calendar from './calendar.ts';
import { type Read, readClock, readDay, readDayPart, readPoint, recentClock } from './read-point.ts';
import { type Instant, NANOS, resolveInstant, type TimeSpec } from './time-spec.ts';
import { numberOf, readLength, unitNanos, unitOf } from './time-words.ts';

export type TimeProblem = 'ambiguous-clock' | 'future';
/** A time, or why the words that look like one are none. `note` says a convention that was applied. */
export type TimeReading =
  | { readonly kind: 'time'; readonly spec: TimeSpec; readonly note: string | null }
  | { readonly kind: 'problem'; readonly problem: TimeProblem };

type Rule = (tokens: readonly Token[], at: number, now: bigint) => Read<TimeReading> | null;

const time = (spec: TimeSpec, next: number, note: string | null = null): Read<TimeReading> => ({
  value: { kind: 'time', spec, note },
  next,
});
const between = (from: Instant, to: Instant): TimeSpec & { kind: 'between' } => ({ kind: 'between', from, to });
const norm = (tokens: readonly Token[], at: number): string => tokens[at]?.norm ?? '';
const skip = (tokens: readonly Token[], at: number, words: RegExp): number =>
  words.test(norm(tokens, at)) ? at + 1 : at;
const hasUnit = (tokens: readonly Token[], at: number): boolean =>
  unitOf(tokens[at]) !== null || tokens[at]?.kind === 'quantity';

/** `in the last 30 minutes`, `past hour`, `previous 2 days`, `last hour and a half`, `last week`. */
const rolling: Rule = (tokens, start, now) => {
  let at = skip(tokens, start, /^(in|over|for|during|within|from|across|since)$/);
  at = skip(tokens, at, /^(the|this)$/);
  if (!/^(last|past|previous|trailing|recent)$/.test(norm(tokens, at))) return null;
  const counted = readLength(tokens, at + 1);
  if (counted !== null) return time({ kind: 'last', nanos: counted.nanos }, counted.next);
  const unit = unitOf(tokens[at + 1]);
  if (unit === null) return null;
  let next = at + 2;
  if (unit === 'month') {
    const from = calendar.startOfMonth(now, 1);
    return time(
      between(calendar.at(from), calendar.at(calendar.startOfMonth(now))),
      next,
      'last month is the calendar month',
    );
  }
  if (unit === 'quarter') {
    const from = calendar.startOfQuarter(now, 1);
    return time(
      between(calendar.at(from), calendar.at(calendar.startOfQuarter(now))),
      next,
      'last quarter is the calendar quarter',
    );
  }
  if (unit === 'year') {
    const from = calendar.startOfYear(now, 1);
    return time(
      between(calendar.at(from), calendar.at(calendar.startOfYear(now))),
      next,
      'last year is the calendar year',
    );
  }
  let nanos = unitNanos(unit);
  if (norm(tokens, next) === 'and' && /^an?$/.test(norm(tokens, next + 1)) && norm(tokens, next + 2) === 'half') {
    nanos += nanos / 2n;
    next += 3;
  }
  return time({ kind: 'last', nanos }, next, unit === 'week' ? 'last week is the last 7 days' : null);
};

/** `vs the hour before`, `the day before that`: the unit before the last one. */
const unitBefore: Rule = (tokens, start, now) => {
  const at = skip(tokens, start, /^the$/);
  const unit = unitOf(tokens[at]);
  const side = norm(tokens, at + 1);
  if (unit === null || at === start || !/^(before|earlier|prior)$/.test(side)) return null;
  if (readPoint(tokens, at + 2, now) !== null) return null;
  const nanos = unitNanos(unit);
  const next = norm(tokens, at + 2) === 'that' ? at + 3 : at + 2;
  return time(between({ kind: 'now', backNanos: 2n * nanos }, { kind: 'now', backNanos: nanos }), next);
};

/** `last weekend`, `this weekend`. */
const weekend: Rule = (tokens, start, now) => {
  let at = skip(tokens, start, /^(on|over|during|in|at)$/);
  at = skip(tokens, at, /^the$/);
  const word = norm(tokens, at);
  const qualified = /^(this|last|past)$/.test(word);
  const next = qualified ? at + 1 : at;
  if (norm(tokens, next) !== 'weekend' || (!qualified && at === start)) return null;
  const saturday = calendar.lastWeekday(now, 5, true);
  // On a Saturday or Sunday "last weekend" is the one before.
  const from = word !== 'this' && calendar.weekday(now) >= 5 ? saturday - NANOS.week : saturday;
  const end = from + 2n * NANOS.day;
  return time(between(calendar.at(from), end > now ? calendar.nowInstant : calendar.at(end)), next + 1);
};

/** `this hour`, `this week`, `so far today`, `month to date`. */
const current: Rule = (tokens, start, now) => {
  const at = skip(tokens, start, /^(in|over|for|during|within|so)$/);
  if (norm(tokens, at) !== 'this' && norm(tokens, at) !== 'current') return null;
  const unit = unitOf(tokens[at + 1]);
  switch (unit) {
    case 'hour':
    case 'day':
      return time(between({ kind: 'aligned', unitNanos: unitNanos(unit), backNanos: 0n }, calendar.nowInstant), at + 2);
    case 'minute':
      return time({ kind: 'last', nanos: NANOS.minute }, at + 2);
    case 'week':
      return time(
        between(calendar.at(calendar.startOfWeek(now)), calendar.nowInstant),
        at + 2,
        'weeks start on Monday',
      );
    case 'month':
      return time(between(calendar.at(calendar.startOfMonth(now)), calendar.nowInstant), at + 2);
    case 'quarter':
      return time(between(calendar.at(calendar.startOfQuarter(now)), calendar.nowInstant), at + 2);
    case 'year':
      return time(between(calendar.at(calendar.startOfYear(now)), calendar.nowInstant), at + 2);
    case 'millisecond':
    case 'second':
    case null:
      return null;
  }
};

const withDay = (day: Point, clock: bigint, now: bigint): Instant => calendar.at(resolveInstant(day.from, now) + clock);

/** Two clock times that share a day: `between 2pm and 4pm yesterday`, `9-11am`, `from 10:00 to 11:00 on monday`. */
const clockRange: Rule = (tokens, start, now) => {
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
    if (clockA !== null || !bareB || (!between0 && before === null)) return null;
    // Two bare numbers are hours only when a day stands beside them or nothing that could be measured follows.
    const end = readDay(tokens, middle + 2, now);
    const alone =
      tokens[middle + 2] === undefined || before !== null || end !== null || norm(tokens, middle + 2) === '?';
    return alone ? { value: { kind: 'problem', problem: 'ambiguous-clock' }, next: end?.next ?? middle + 2 } : null;
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

/** `from yesterday to now`, `between monday and wednesday`, `3 hours ago to 1 hour ago`, `from 13:00 on monday until noon`. */
const pointRange: Rule = (tokens, start, now) => {
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

/** `since yesterday`, `since 14:00`, `after noon`, `since the last 2 hours` is rolling. */
const since: Rule = (tokens, at, now) => {
  const word = norm(tokens, at);
  const starting = word === 'starting' || word === 'beginning';
  if (!/^(since|after|starting|beginning)$/.test(word)) return null;
  const point = readPoint(tokens, starting ? skip(tokens, at + 1, /^(from|at)$/) : at + 1, now);
  if (point === null) return null;
  const from = word === 'after' && !point.value.exact ? point.value.to : point.value.from;
  return time(between(from, calendar.nowInstant), point.next);
};

/** `before 14:00`, `until yesterday`: from the start of that day, or the day before for whole days. */
const until: Rule = (tokens, at, now) => {
  if (!/^(before|until|till)$/.test(norm(tokens, at))) return null;
  const point = readPoint(tokens, at + 1, now);
  if (point === null) return null;
  const to = resolveInstant(point.value.from, now);
  const day = calendar.startOfDay(to);
  const from = day === to ? to - NANOS.day : day;
  return time(between(calendar.at(from), point.value.from), point.next, 'taken as the day up to that moment');
};

/** `30 minutes before 14:00`, `the hour after midnight`, `first 30 minutes after midnight`. */
const besidePoint: Rule = (tokens, start, now) => {
  const at = skip(tokens, skip(tokens, start, /^(in|during|for)$/), /^the$/);
  const counted = readLength(tokens, skip(tokens, at, /^first$/));
  const unit = unitOf(tokens[at]);
  const nanos = counted?.nanos ?? (unit === null ? null : unitNanos(unit));
  const next = counted?.next ?? at + 1;
  const side = norm(tokens, next);
  if (nanos === null || (side !== 'before' && side !== 'after')) return null;
  // "the day before yesterday" is a day of its own.
  if (unit === 'day' && norm(tokens, next + 1) === 'yesterday') return null;
  const point = readPoint(tokens, next + 1, now);
  if (point === null) return null;
  const edge = resolveInstant(side === 'before' ? point.value.from : point.value.to, now);
  const spec =
    side === 'before'
      ? between(calendar.at(edge - nanos), calendar.at(edge))
      : between(calendar.at(edge), calendar.at(edge + nanos));
  return time(spec, point.next);
};

const radiusFor = (unit: string): bigint => (unit === 'hour' ? 30n : 5n) * NANOS.minute;

/** `around 13:40`, `at 14:05`, `near noon yesterday`, `20 minutes ago`. */
const around: Rule = (tokens, start, now) => {
  const cue = /^(around|near|about|at|approximately|circa|~)$/.test(norm(tokens, start));
  const at = cue ? start + 1 : start;
  const length = readLength(tokens, at);
  if (length !== null && norm(tokens, length.next) === 'ago') {
    if (length.unit === 'day' || length.unit === 'week') return null;
    const spec: TimeSpec = {
      kind: 'around',
      at: { kind: 'now', backNanos: length.nanos },
      radiusNanos: radiusFor(length.unit),
    };
    return time(spec, length.next + 1, `"ago" is read as around that moment`);
  }
  const point = readPoint(tokens, at, now);
  if (point === null || !point.value.exact) return null;
  const isClock = tokens[at]?.kind === 'clock' || tokens[at]?.kind === 'iso' || readDay(tokens, at, now) !== null;
  if (!cue && !isClock && norm(tokens, at) !== 'noon' && norm(tokens, at) !== 'midnight') return null;
  if (norm(tokens, at) === 'now') return null;
  return time(
    { kind: 'around', at: point.value.from, radiusNanos: 5n * NANOS.minute },
    point.next,
    'around is 5 minutes to either side',
  );
};

/** `today`, `yesterday`, `on monday`, `2 days ago`, `november 18`, `last night`, `overnight`. */
const wholeSpan: Rule = (tokens, start, now) => {
  const at = skip(tokens, start, /^(on|from|in|during|for|of|over)$/);
  const point = readDayPart(tokens, at, now) ?? readDay(tokens, at, now);
  return point === null ? null : time(between(point.value.from, point.value.to), point.next);
};

const MONTH_NAMES = /^(january|february|april|june|july|august|september|october|november|december)$/;
/** `in november`, `during march`: a month needs a preposition, for some are words of their own. */
const namedMonth: Rule = (tokens, start, now) => {
  const word = norm(tokens, start + 1);
  const sure = MONTH_NAMES.test(word) || /^(march|may)$/.test(word);
  if (!/^(in|during|for)$/.test(norm(tokens, start)) || !sure) return null;
  const month = [
    'january',
    'february',
    'march',
    'april',
    'may',
    'june',
    'july',
    'august',
    'september',
    'october',
    'november',
    'december',
  ].indexOf(word);
  const first = calendar.dayOfMonth(now, month, 1, null);
  if (first === null) return null;
  const end = calendar.startOfMonth(first, -1);
  return time(between(calendar.at(first), end > now ? calendar.nowInstant : calendar.at(end)), start + 2);
};

const JUST_NOW: Rule = (tokens, at) => {
  const words = `${norm(tokens, at)} ${norm(tokens, at + 1)}`;
  if (words === 'just now' || words === 'right now') {
    return time({ kind: 'last', nanos: 5n * NANOS.minute }, at + 2, 'now is read as the last 5 minutes');
  }
  return /^(rn|recently|lately|currently)$/.test(norm(tokens, at)) && numberOf(tokens[at + 1]) === null
    ? time(
        {
          kind: 'last',
          nanos: (norm(tokens, at) === 'recently' || norm(tokens, at) === 'lately' ? 60n : 5n) * NANOS.minute,
        },
        at + 1,
        norm(tokens, at) === 'recently' || norm(tokens, at) === 'lately'
          ? 'recently is read as the last hour'
          : 'now is read as the last 5 minutes',
      )
    : null;
};

const future: Rule = (tokens, start) => {
  const at = skip(tokens, start, /^(in|over|for|during|the)$/);
  const word = norm(tokens, at);
  if (word === 'tomorrow') return { value: { kind: 'problem', problem: 'future' }, next: at + 1 };
  const ahead = /^(next|upcoming|coming)$/.test(word);
  const length = ahead ? readLength(tokens, at + 1) : null;
  if (!ahead || (length === null && unitOf(tokens[at + 1]) === null)) return null;
  return { value: { kind: 'problem', problem: 'future' }, next: length?.next ?? at + 2 };
};

/** `-1h` and a length after a comma: `errors, 2h`. */
const terse: Rule = (tokens, at) => {
  const sign = norm(tokens, at);
  if (sign !== '-' && sign !== ',') return null;
  const length = tokens[at + 1]?.kind === 'quantity' ? readLength(tokens, at + 1) : null;
  return length === null || length.unit === 'millisecond'
    ? null
    : time({ kind: 'last', nanos: length.nanos }, length.next);
};

/** `for 2 hours`, `within 10 minutes` at the end of a question. */
const forLength: Rule = (tokens, at) => {
  if (!/^(for|within|over|in)$/.test(norm(tokens, at)) || !hasUnit(tokens, at + 2)) {
    if (!/^(for|within|over|in)$/.test(norm(tokens, at)) || tokens[at + 1]?.kind !== 'quantity') return null;
  }
  const length = readLength(tokens, at + 1);
  const over = norm(tokens, at) === 'over';
  if (length === null || length.unit === 'millisecond' || length.unit === 'second' || tokens[length.next] !== undefined)
    return null;
  return over && unitNanos(length.unit) < NANOS.minute
    ? null
    : time({ kind: 'last', nanos: length.nanos }, length.next);
};

/** In the order they are tried: longer constructions before the points they contain. */
export const RANGE_RULES: readonly Rule[] = [
  future,
  rolling,
  unitBefore,
  weekend,
  current,
  clockRange,
  pointRange,
  besidePoint,
  since,
  until,
  around,
  wholeSpan,
  namedMonth,
  JUST_NOW,
  terse,
  forLength,
];
