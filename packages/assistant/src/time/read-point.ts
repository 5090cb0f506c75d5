import type { Token } from '../tokens/token.ts';
import type { Point } from './calendar.ts';
import * as calendar from './calendar.ts';
import { NANOS, resolveInstant } from './time-spec.ts';
import { readLength } from './time-words.ts';

/** A reading of the tokens from a place: what was read and where reading goes on. */
export interface Read<T> {
  readonly value: T;
  readonly next: number;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const FULL_MONTHS = [
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
];
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
/** Parts of a day in hours: morning 06–12, afternoon 12–18, evening 18–22, night 22–06. */
const DAY_PARTS: Readonly<Record<string, readonly [bigint, bigint]>> = {
  morning: [6n, 12n],
  afternoon: [12n, 18n],
  evening: [18n, 22n],
  night: [22n, 30n],
};

const monthOf = (norm: string): number => {
  const full = FULL_MONTHS.indexOf(norm);
  return full >= 0 ? full : MONTHS.indexOf(norm.replace(/\.$/, '').replace(/^sept$/, 'sep'));
};
const weekdayOf = (norm: string): number => {
  const full = WEEKDAYS.indexOf(norm);
  return full >= 0 ? full : ['mon', 'tue', 'wed', 'thu', 'fri'].indexOf(norm.slice(0, 3) === norm ? norm : '');
};

const dayNumber = (token: Token | undefined): number | null => {
  const digits = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(token?.norm ?? '');
  const day = Number(digits?.[1] ?? 0);
  return day >= 1 && day <= 31 ? day : null;
};
const yearNumber = (token: Token | undefined): number | null =>
  token?.kind === 'number' && /^(19|20)\d\d$/.test(token.text) ? token.value : null;

/** `on the 19th`, `since the 3rd`: the latest such day; "the 2nd slowest" is none. */
const readOrdinalDay = (tokens: readonly Token[], at: number, now: bigint, day: number): Read<bigint> | null => {
  const the = tokens[at - 1]?.norm === 'the';
  const cue = /^(on|since|from|until|till|before|after|to|and)$/.test(tokens[at - 2]?.norm ?? '');
  if (!the || !cue || !/^\d{1,2}(st|nd|rd|th)$/.test(tokens[at]?.norm ?? '')) return null;
  if (
    /^(percentile|slowest|fastest|most|largest|latest|longest|time|attempt|try|call|request)$/.test(
      tokens[at + 1]?.norm ?? '',
    )
  )
    return null;
  const start = calendar.latestDay(now, day);
  return start === null ? null : { value: start, next: at + 1 };
};

/** `november 18`, `18 nov`, `the 18th of november 2026`, `18.11.`, `18.11.2026`. A lone `may` or `march` is a word. */
const readDate = (tokens: readonly Token[], at: number, now: bigint): Read<bigint> | null => {
  const first = tokens[at];
  if (first === undefined) return null;
  const month = first.kind === 'word' ? monthOf(first.norm) : -1;
  if (month >= 0) {
    const day = dayNumber(tokens[at + 1]);
    if (day === null) return null;
    const comma = tokens[at + 2]?.text === ',' ? at + 3 : at + 2;
    const year = yearNumber(tokens[comma]);
    const start = calendar.dayOfMonth(now, month, day, year);
    return start === null ? null : { value: start, next: year === null ? at + 2 : comma + 1 };
  }
  const dotted = first.kind === 'number' ? /^(\d{1,2})\.(\d{1,2})$/.exec(first.text) : null;
  if (dotted !== null && tokens[at + 1]?.text === '.') {
    const year = yearNumber(tokens[at + 2]);
    const start = calendar.dayOfMonth(now, Number(dotted[2]) - 1, Number(dotted[1]), year);
    return start === null ? null : { value: start, next: year === null ? at + 2 : at + 3 };
  }
  const day = dayNumber(first);
  if (day === null) return null;
  const of = tokens[at + 1]?.norm === 'of' ? at + 2 : at + 1;
  const named = tokens[of]?.kind === 'word' ? monthOf(tokens[of]?.norm ?? '') : -1;
  if (named < 0) return readOrdinalDay(tokens, at, now, day);
  const year = yearNumber(tokens[of + 1]);
  const start = calendar.dayOfMonth(now, named, day, year);
  return start === null ? null : { value: start, next: year === null ? of + 1 : of + 2 };
};

/** A whole day: today, yesterday, monday, november 18, 2026-11-18, two days ago. */
export const readDay = (tokens: readonly Token[], start: number, now: bigint): Read<Point> | null => {
  const at = /^(on|the)$/.test(tokens[start]?.norm ?? '') ? start + 1 : start;
  const token = tokens[at];
  if (token === undefined) return null;
  const relative = { today: 0n, yesterday: 1n, tonight: 0n }[token.norm];
  if (relative !== undefined && token.norm !== 'tonight') return { value: calendar.dayAgo(relative), next: at + 1 };
  if (token.norm === 'day' && tokens[at + 1]?.norm === 'before' && tokens[at + 2]?.norm === 'yesterday') {
    return { value: calendar.dayAgo(2n), next: at + 3 };
  }
  if (token.kind === 'iso' && token.dayOnly) return { value: calendar.dayAt(token.nanos), next: at + 1 };
  const last = /^(last|previous|past|this)$/.test(token.norm) ? 1 : 0;
  const day = weekdayOf(tokens[at + last]?.norm ?? '');
  if (day >= 0) return { value: calendar.dayAt(calendar.lastWeekday(now, day, last === 0)), next: at + last + 1 };
  const length = readLength(tokens, at);
  if (length !== null && tokens[length.next]?.norm === 'ago' && (length.unit === 'day' || length.unit === 'week')) {
    return { value: calendar.dayAgo(length.nanos / NANOS.day), next: length.next + 1 };
  }
  const date = readDate(tokens, at, now);
  return date === null ? null : { value: calendar.dayAt(date.value), next: date.next };
};

/** `this morning`, `in the evening`: the half of the day that an hour is of. */
const partAfter = (tokens: readonly Token[], at: number): { readonly name: string; readonly next: number } | null => {
  const cue = tokens[at]?.norm;
  const place = cue === 'this' ? at + 1 : cue === 'in' && tokens[at + 1]?.norm === 'the' ? at + 2 : -1;
  const name = tokens[place]?.norm ?? '';
  return /^(morning|afternoon|evening)$/.test(name) ? { name, next: place + 1 } : null;
};

/** Nanoseconds after midnight: 14:05, 2pm, noon, midnight. */
export const readClock = (tokens: readonly Token[], start: number): Read<bigint> | null => {
  const at = tokens[start]?.norm === 'at' ? start + 1 : start;
  const token = tokens[at];
  if (token?.kind === 'clock') {
    return { value: BigInt(token.minutes) * NANOS.minute + BigInt(token.seconds) * NANOS.second, next: at + 1 };
  }
  // "8 this morning", "9 in the evening"
  const hour = token?.kind === 'number' && Number.isInteger(token.value) && token.value <= 12 ? token.value : null;
  const part = partAfter(tokens, at + 1);
  if (hour !== null && part !== null) {
    const later = part.name !== 'morning' && hour < 12 ? 12 : 0;
    return { value: BigInt(hour + later) * NANOS.hour, next: part.next };
  }
  if (token?.norm === 'noon' || token?.norm === 'midday') return { value: 12n * NANOS.hour, next: at + 1 };
  return token?.norm === 'midnight' ? { value: 0n, next: at + 1 } : null;
};

/** The most recent such clock time of the past. */
export const recentClock = (clock: bigint, now: bigint): bigint => {
  const today = calendar.startOfDay(now) + clock;
  return today <= now ? today : today - NANOS.day;
};

/** `yesterday morning`, `this afternoon`, `last night`, `monday evening`. */
export const readDayPart = (tokens: readonly Token[], start: number, now: bigint): Read<Point> | null => {
  const at = /^(on|in|during|the|over)$/.test(tokens[start]?.norm ?? '') ? start + 1 : start;
  const word = tokens[at]?.norm;
  if (word === 'tonight') return part('night', calendar.startOfDay(now), now, at + 1);
  if (word === 'overnight') {
    const today = calendar.startOfDay(now);
    return { value: calendar.span(calendar.at(today), calendar.at(today + 6n * NANOS.hour)), next: at + 1 };
  }
  if (word === 'this' || word === 'last') {
    const name = tokens[at + 1]?.norm ?? '';
    // "last night" began yesterday evening; "this morning" is today's.
    const day = calendar.startOfDay(now) - (word === 'last' ? NANOS.day : 0n);
    if (DAY_PARTS[name] !== undefined) return part(name, day, now, at + 2);
  }
  const day = readDay(tokens, at, now);
  const name = tokens[day?.next ?? -1]?.norm ?? '';
  if (day === null || DAY_PARTS[name] === undefined) return null;
  return part(name, resolveInstant(day.value.from, now), now, day.next + 1);
};
const part = (name: string, day: bigint, now: bigint, next: number): Read<Point> | null => {
  const hours = DAY_PARTS[name];
  if (hours === undefined) return null;
  const from = day + hours[0] * NANOS.hour;
  const to = day + hours[1] * NANOS.hour;
  return {
    value: calendar.span(calendar.at(from), to > now && from < now ? calendar.nowInstant : calendar.at(to)),
    next,
  };
};

const readEpoch = (token: Token | undefined): bigint | null => {
  if (token?.kind !== 'number' || !/^1\d{9}(\d{3})?$/.test(token.text)) return null;
  return BigInt(token.text) * (token.text.length === 10 ? 1_000_000_000n : 1_000_000n);
};

/** Anything that says when: a clock time with or without its day, a day, `20 minutes ago`, an ISO time, `now`. */
export const readPoint = (tokens: readonly Token[], at: number, now: bigint): Read<Point> | null => {
  const token = tokens[at];
  if (token === undefined) return null;
  if (token.norm === 'now') return { value: calendar.moment(calendar.nowInstant), next: at + 1 };
  if (token.kind === 'iso' && !token.dayOnly) return { value: calendar.moment(calendar.at(token.nanos)), next: at + 1 };
  const epoch = readEpoch(token);
  if (epoch !== null) return { value: calendar.moment(calendar.at(epoch)), next: at + 1 };
  const dayPart = readDayPart(tokens, at, now);
  if (dayPart !== null) return dayPart;
  const day = readDay(tokens, at, now);
  if (day !== null) {
    const clock = readClock(tokens, day.next);
    if (clock === null) return day;
    const nanos = resolveInstant(day.value.from, now) + clock.value;
    return { value: calendar.moment(calendar.at(nanos)), next: clock.next };
  }
  const clock = readClock(tokens, at);
  if (clock !== null) {
    const later = readDay(tokens, clock.next, now);
    if (later === null) return { value: calendar.moment(calendar.at(recentClock(clock.value, now))), next: clock.next };
    const nanos = resolveInstant(later.value.from, now) + clock.value;
    return { value: calendar.moment(calendar.at(nanos)), next: later.next };
  }
  const length = readLength(tokens, at);
  if (length === null || tokens[length.next]?.norm !== 'ago') return null;
  return { value: calendar.moment({ kind: 'now', backNanos: length.nanos }), next: length.next + 1 };
};
