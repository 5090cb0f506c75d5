import * as calendar from './calendar.ts';
import { between, norm, type Rule, skip, time } from './range-reading.ts';
import { readPoint } from './read-point.ts';
import { NANOS } from './time-spec.ts';
import { numberOf, readLength, unitNanos, unitOf } from './time-words.ts';

/** `the last full hour`, `the previous whole day`: the one of the clock that has ended. */
const wholeUnit = (tokens: Parameters<Rule>[0], at: number): ReturnType<Rule> => {
  const unit = unitOf(tokens[at]);
  if (unit !== 'minute' && unit !== 'hour' && unit !== 'day') return null;
  const edge = (backNanos: bigint) => ({ kind: 'aligned', unitNanos: unitNanos(unit), backNanos }) as const;
  return time(between(edge(unitNanos(unit)), edge(0n)), at + 1);
};

/** `in the last 30 minutes`, `past hour`, `previous 2 days`, `last hour and a half`, `last week`. */
export const rolling: Rule = (tokens, start, now) => {
  let at = skip(tokens, start, /^(in|over|for|during|within|from|across|since)$/);
  at = skip(tokens, at, /^(the|this)$/);
  if (!/^(last|past|previous|trailing|recent)$/.test(norm(tokens, at))) return null;
  const counted = readLength(tokens, at + 1);
  if (counted !== null) return time({ kind: 'last', nanos: counted.nanos }, counted.next);
  if (/^(full|complete|whole|entire|completed)$/.test(norm(tokens, at + 1))) return wholeUnit(tokens, at + 2);
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
export const unitBefore: Rule = (tokens, start, now) => {
  const at = skip(tokens, start, /^the$/);
  // "the 3h before"
  const length =
    tokens[at]?.kind === 'quantity' && /^(before|earlier|prior)$/.test(norm(tokens, at + 1))
      ? readLength(tokens, at)
      : null;
  if (length !== null && at !== start && readPoint(tokens, length.next + 1, now) === null)
    return time(
      between({ kind: 'now', backNanos: 2n * length.nanos }, { kind: 'now', backNanos: length.nanos }),
      norm(tokens, length.next + 1) === 'that' ? length.next + 2 : length.next + 1,
    );
  const count = unitOf(tokens[at]) === null ? numberOf(tokens[at]) : 1;
  const place = unitOf(tokens[at]) === null ? at + 1 : at;
  const unit = count === null || count < 1 ? null : unitOf(tokens[place]);
  const side = norm(tokens, place + 1);
  if (unit === null || at === start || !/^(before|earlier|prior)$/.test(side)) return null;
  if (readPoint(tokens, place + 2, now) !== null) return null;
  const nanos = BigInt(Math.round(count ?? 1)) * unitNanos(unit);
  const next = norm(tokens, place + 2) === 'that' ? place + 3 : place + 2;
  return time(between({ kind: 'now', backNanos: 2n * nanos }, { kind: 'now', backNanos: nanos }), next);
};

/** `last weekend`, `this weekend`. */
export const weekend: Rule = (tokens, start, now) => {
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

/** The unit of the calendar that is under way; null where a moment is too short to be. */
const underWay = (unit: ReturnType<typeof unitOf>, now: bigint, next: number): ReturnType<Rule> => {
  switch (unit) {
    case 'hour':
    case 'day':
      return time(between({ kind: 'aligned', unitNanos: unitNanos(unit), backNanos: 0n }, calendar.nowInstant), next);
    case 'minute':
      return time({ kind: 'last', nanos: NANOS.minute }, next);
    case 'week':
      return time(between(calendar.at(calendar.startOfWeek(now)), calendar.nowInstant), next, 'weeks start on Monday');
    case 'month':
      return time(between(calendar.at(calendar.startOfMonth(now)), calendar.nowInstant), next);
    case 'quarter':
      return time(between(calendar.at(calendar.startOfQuarter(now)), calendar.nowInstant), next);
    case 'year':
      return time(between(calendar.at(calendar.startOfYear(now)), calendar.nowInstant), next);
    case 'millisecond':
    case 'second':
    case null:
      return null;
  }
};

/** `this hour`, `this week`, `so far today`, `month to date`. */
export const current: Rule = (tokens, start, now) => {
  const at = skip(tokens, start, /^(in|over|for|during|within|so)$/);
  const isIt = norm(tokens, at) === 'this' || norm(tokens, at) === 'current';
  return isIt ? underWay(unitOf(tokens[at + 1]), now, at + 2) : null;
};

/** A part of a day or a week, or one of all: "the hour of the day", "the rest of the week". */
const PART =
  /^(?:hours?|days?|minutes?|weeks?|months?|time|times|part|parts|rest|end|start|beginning|half|middle|course|most|all|out|each|last|first|top)$/;

/** `the biggest upload of the week`, `errors of the day`: of the one under way. */
export const ofTheWeek: Rule = (tokens, at, now) => {
  const unit = unitOf(tokens[at + 2]);
  const said =
    norm(tokens, at) === 'of' &&
    norm(tokens, at + 1) === 'the' &&
    /^(?:day|week|month)$/i.test(tokens[at + 2]?.text ?? '');
  return said && !PART.test(norm(tokens, at - 1)) && !/^(?:before|after)$/.test(norm(tokens, at + 3))
    ? underWay(unit, now, at + 3)
    : null;
};
