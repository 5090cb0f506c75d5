import * as calendar from './calendar.ts';
import { between, norm, type Rule, skip, time } from './range-reading.ts';
import { readDay } from './read-point.ts';
import { current, rolling } from './rolling-ranges.ts';
import { NANOS, resolveInstant, resolveTime } from './time-spec.ts';

const FIRST = /^(?:first|1st|earlier|former)$/;
const SECOND = /^(?:second|2nd|latter|later|last|other)$/;

/** `the first half of today`, `second half of the last hour`: of a day, its hours before or after noon. */
export const halves: Rule = (tokens, start, now) => {
  const at = skip(tokens, skip(tokens, start, /^(in|during|for|over|of|on)$/), /^the$/);
  const which = norm(tokens, at);
  const isFirst = FIRST.test(which);
  if ((!isFirst && !SECOND.test(which)) || norm(tokens, at + 1) !== 'half' || norm(tokens, at + 2) !== 'of')
    return null;
  const whole = skip(tokens, at + 3, /^the$/);
  const day =
    norm(tokens, whole) === 'day' ? { value: calendar.dayAgo(0n), next: whole + 1 } : readDay(tokens, whole, now);
  if (day !== null) {
    const midnight = resolveInstant(day.value.from, now);
    const noon = midnight + 12n * NANOS.hour;
    const [from, to] = isFirst ? [midnight, noon] : [noon, midnight + NANOS.day];
    return from >= now
      ? null
      : time(between(calendar.at(from), to > now ? calendar.nowInstant : calendar.at(to)), day.next);
  }
  const range = rolling(tokens, whole, now) ?? current(tokens, whole, now);
  if (range?.value.kind !== 'time') return null;
  const { from, to } = resolveTime(range.value.spec, now);
  const middle = calendar.at(from + (to - from) / 2n);
  return time(isFirst ? between(calendar.at(from), middle) : between(middle, calendar.at(to)), range.next);
};
