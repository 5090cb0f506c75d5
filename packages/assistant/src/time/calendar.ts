import { type Instant, NANOS, type TimeSpec } from './time-spec.ts';

/** A moment, or a span of the calendar that has a beginning and an end. UTC; weeks start on Monday. */
export interface Point {
  readonly from: Instant;
  readonly to: Instant;
  readonly exact: boolean;
}

export const nowInstant: Instant = { kind: 'now', backNanos: 0n };
export const at = (nanos: bigint): Instant => ({ kind: 'at', nanos });
export const moment = (instant: Instant): Point => ({ from: instant, to: instant, exact: true });
export const span = (from: Instant, to: Instant): Point => ({ from, to, exact: false });

/** The UTC day that many days ago, written relative to now. */
export const dayAgo = (days: bigint): Point => {
  const edge = (back: bigint): Instant => ({ kind: 'aligned', unitNanos: NANOS.day, backNanos: back * NANOS.day });
  return span(edge(days), days === 0n ? nowInstant : edge(days - 1n));
};

export const startOfDay = (nanos: bigint): bigint => nanos - (nanos % NANOS.day);

/** The UTC day that starts at these nanoseconds. */
export const dayAt = (start: bigint): Point => span(at(start), at(start + NANOS.day));

const date = (nanos: bigint): Date => new Date(Number(nanos / 1_000_000n));
const utc = (year: number, month: number, day = 1): bigint => BigInt(Date.UTC(year, month, day)) * 1_000_000n;

/** 0 for Monday. */
export const weekday = (nanos: bigint): number => (date(nanos).getUTCDay() + 6) % 7;

export const startOfWeek = (nanos: bigint): bigint => startOfDay(nanos) - BigInt(weekday(nanos)) * NANOS.day;
/** From the Monday before this week's to this week's. */
export const weekBeforeThis = (nanos: bigint): TimeSpec => {
  const monday = startOfWeek(nanos);
  return { kind: 'between', from: at(monday - NANOS.week), to: at(monday) };
};
export const startOfMonth = (nanos: bigint, monthsBack = 0): bigint =>
  utc(date(nanos).getUTCFullYear(), date(nanos).getUTCMonth() - monthsBack);
export const startOfQuarter = (nanos: bigint, quartersBack = 0): bigint =>
  utc(date(nanos).getUTCFullYear(), Math.floor(date(nanos).getUTCMonth() / 3) * 3 - quartersBack * 3);
export const startOfYear = (nanos: bigint, yearsBack = 0): bigint => utc(date(nanos).getUTCFullYear() - yearsBack, 0);

/** The nearest such day of the past, today included; null for a day that does not exist. `month` counts from 0. */
export const dayOfMonth = (nowNanos: bigint, month: number, day: number, year: number | null): bigint | null => {
  const valid = (start: bigint): boolean => date(start).getUTCDate() === day && date(start).getUTCMonth() === month;
  if (year !== null) {
    const start = utc(year, month, day);
    return valid(start) ? start : null;
  }
  const thisYear = date(nowNanos).getUTCFullYear();
  for (const candidate of [thisYear, thisYear - 1, thisYear - 2, thisYear - 3, thisYear - 4]) {
    const start = utc(candidate, month, day);
    if (start <= nowNanos && valid(start)) return start;
  }
  return null;
};

/** The latest day of that number, of this month or of the nearest one before that has it. */
export const latestDay = (nowNanos: bigint, day: number): bigint | null => {
  for (const back of [0, 1, 2]) {
    const first = startOfMonth(nowNanos, back);
    const start = first + BigInt(day - 1) * NANOS.day;
    if (start <= nowNanos && date(start).getUTCDate() === day) return start;
  }
  return null;
};

/** The nearest such weekday of the past, today excluded unless asked for. */
export const lastWeekday = (nowNanos: bigint, day: number, todayToo: boolean): bigint => {
  const back = (weekday(nowNanos) - day + 7) % 7;
  return startOfDay(nowNanos) - BigInt(back === 0 && !todayToo ? 7 : back) * NANOS.day;
};
