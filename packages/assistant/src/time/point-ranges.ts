import { readBareHour } from './bare-hour.ts';
import * as calendar from './calendar.ts';
import { between, norm, type Rule, skip, time } from './range-reading.ts';
import { readDay, readDayPart, readPoint } from './read-point.ts';
import { NANOS, resolveInstant, type TimeSpec } from './time-spec.ts';
import { readLength, unitNanos, unitOf } from './time-words.ts';

/** `since yesterday`, `since 14:00`, `after noon`, `since the last 2 hours` is rolling. */
export const since: Rule = (tokens, at, now) => {
  const word = norm(tokens, at);
  const starting = word === 'starting' || word === 'beginning';
  if (!/^(since|after|starting|beginning)$/.test(word)) return null;
  const first = starting ? skip(tokens, at + 1, /^(from|at)$/) : at + 1;
  // "since the deploy at 18:30 yesterday": what happened then says nothing of when.
  const named = [1, 2, 3, 4]
    .map((step) => at + step)
    .find((place) => norm(tokens, place) === 'at' && tokens.slice(at + 1, place).every(({ kind }) => kind === 'word'));
  // "since the deploy yesterday 18:30"
  const event = norm(tokens, at + 1) === 'the' && tokens[at + 2]?.kind === 'word' ? at + 3 : -1;
  const point =
    readPoint(tokens, first, now) ??
    readBareHour(tokens, first, now) ??
    (named === undefined ? null : readPoint(tokens, named + 1, now)) ??
    (event < 0 ? null : readPoint(tokens, event, now));
  if (point === null) return null;
  const from = word === 'after' && !point.value.exact ? point.value.to : point.value.from;
  return time(between(from, calendar.nowInstant), point.next);
};

const SHORTLY = /^(?:right|just|shortly|immediately|directly|straight)$/;
const SHORT_NANOS = 10n * NANOS.minute;

/** `before 14:00`, `until yesterday`, `up to 10:00`: from the start of that day, or the day before for whole days. */
export const until: Rule = (tokens, at, now) => {
  const upTo = norm(tokens, at) === 'up' && /^(to|until|till)$/.test(norm(tokens, at + 1));
  if (!upTo && !/^(before|until|till)$/.test(norm(tokens, at))) return null;
  // "up to 10" may be an amount.
  const point = upTo
    ? readPoint(tokens, at + 2, now)
    : (readPoint(tokens, at + 1, now) ?? readBareHour(tokens, at + 1, now));
  if (point === null) return null;
  const to = resolveInstant(point.value.from, now);
  if (SHORTLY.test(norm(tokens, at - 1)))
    return time(between(calendar.at(to - SHORT_NANOS), point.value.from), point.next, 'shortly before is 10 minutes');
  const day = calendar.startOfDay(to);
  const from = day === to ? to - NANOS.day : day;
  return time(between(calendar.at(from), point.value.from), point.next, 'taken as the day up to that moment');
};

/** `30 minutes before 14:00`, `the hour after midnight`, `first 30 minutes after midnight`. */
export const besidePoint: Rule = (tokens, start, now) => {
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
export const around: Rule = (tokens, start, now) => {
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
export const wholeSpan: Rule = (tokens, start, now) => {
  const at = skip(tokens, start, /^(on|from|in|during|for|of|over)$/);
  const point = readDayPart(tokens, at, now) ?? readDay(tokens, at, now);
  return point === null ? null : time(between(point.value.from, point.value.to), point.next);
};

/** How far back `last week`, `a week ago`, `the week before` are; null where they are not said. */
const weekBack = (tokens: Parameters<Rule>[0], start: number): number | null => {
  const at = skip(tokens, skip(tokens, start, /^(on|of|in)$/), /^(the|a|an|one|1)$/);
  if (/^(last|previous|past)$/.test(norm(tokens, at)) && norm(tokens, at + 1) === 'week') return at + 2;
  return norm(tokens, at) === 'week' && /^(ago|before|earlier)$/.test(norm(tokens, at + 1)) ? at + 2 : null;
};

/** The day, or the hour, of that long ago; another length is as much of the clock to either side. */
const weekAgo = (unit: string, next: number): ReturnType<Rule> => {
  const back = NANOS.week;
  if (unit === 'day') {
    const { from, to } = calendar.dayAgo(7n);
    return time(between(from, to), next);
  }
  const edge = (backNanos: bigint) => ({ kind: 'aligned', unitNanos: NANOS.hour, backNanos }) as const;
  if (unit === 'hour') return time(between(edge(back), edge(back - NANOS.hour)), next);
  const at = { kind: 'now', backNanos: back } as const;
  return time({ kind: 'around', at, radiusNanos: 30n * NANOS.minute }, next, 'around is 30 minutes to either side');
};

/** `the same hour yesterday`, `same day last week`: how far back is read with the range it is compared to. */
export const sameTime: Rule = (tokens, start, now) => {
  const at = skip(tokens, skip(tokens, start, /^(at|in|on|during|for)$/), /^the$/);
  const isThis = norm(tokens, at) === 'this' && /^(time|hour)$/.test(norm(tokens, at + 1));
  const isSame =
    norm(tokens, at) === 'same' && /^(time|hour|period|window|minute|day|weekday)$/.test(norm(tokens, at + 1));
  if (!isThis && !isSame) return null;
  const week = weekBack(tokens, at + 2);
  if (week !== null) return weekAgo(norm(tokens, at + 1).replace('weekday', 'day'), week);
  const day = isThis ? null : wholeSpan(tokens, at + 2, now);
  return day === null ? null : { value: day.value, next: day.next };
};

const MONTH_NAMES = /^(january|february|april|june|july|august|september|october|november|december)$/;
/** `in november`, `during march`: a month needs a preposition, for some are words of their own. */
export const namedMonth: Rule = (tokens, start, now) => {
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
