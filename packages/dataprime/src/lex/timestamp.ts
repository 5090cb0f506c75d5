import type { TimestampExpr } from '../ast/expr.ts';

export type TimestampReading =
  | { readonly ok: true; readonly value: TimestampExpr['value']; readonly isClamped: boolean }
  | { readonly ok: false; readonly problem: string };

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|z|[+-]\d{2}(?::?\d{2})?)?)?$/;
/** Digits of a number after `@`: seconds, milliseconds, microseconds, nanoseconds. */
const NANOS_PER_UNIT: ReadonlyMap<number, bigint> = new Map([
  [10, 1_000_000_000n],
  [13, 1_000_000n],
  [16, 1_000n],
  [19, 1n],
]);

const daysInMonth = (year: number, month: number): number => {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
};

const offsetMinutes = (zone: string | undefined): number => {
  if (zone === undefined || /z/i.test(zone)) return 0;
  const digits = zone.replace(/\D/g, '').padEnd(4, '0');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return zone.startsWith('-') ? -minutes : minutes;
};

/** ISO date or date-time to nanoseconds since the epoch; UTC when no zone is written. Null when it is no such text. */
const readIso = (text: string): bigint | null => {
  const found = ISO.exec(text);
  if (found === null) return null;
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  if (hour > 23 || minute > 59 || second > 59) return null;
  const offset = offsetMinutes(found[8]);
  if (Math.abs(offset) > 18 * 60) return null;
  // Date.UTC takes years below 100 for those of the last century, so the year is set on its own.
  const millis = new Date(0).setUTCFullYear(year, month - 1, day);
  const seconds = millis / 1000 + hour * 3600 + (minute - offset) * 60 + second;
  return BigInt(seconds) * 1_000_000_000n + BigInt((found[7] ?? '').padEnd(9, '0'));
};

const NANOS_MIN = -9_223_372_036_854_775_808n;
const NANOS_MAX = 9_223_372_036_854_775_807n;

/** A time beyond what 64 bits of nanoseconds reach is read as the last one they do, so that comparing with it holds. */
const clamped = (nanos: bigint): TimestampReading => {
  const value = nanos < NANOS_MIN ? NANOS_MIN : nanos > NANOS_MAX ? NANOS_MAX : nanos;
  return { ok: true, value: { kind: 'nanos', nanos: value }, isClamped: value !== nanos };
};

/** Reads the text between the quotes of `@'…'`. */
export const readQuotedTimestamp = (text: string): TimestampReading => {
  if (text === 'now') return { ok: true, value: { kind: 'now' }, isClamped: false };
  const nanos = readIso(text);
  if (nanos !== null) return clamped(nanos);
  return { ok: false, problem: "expected an ISO 8601 date, date-time or 'now'" };
};

/** Reads what follows `@` without quotes. */
export const readNumericTimestamp = (text: string): TimestampReading => {
  const unit = /^\d+$/.test(text) ? NANOS_PER_UNIT.get(text.length) : undefined;
  if (unit !== undefined) return clamped(BigInt(text) * unit);
  return { ok: false, problem: 'expected a quoted time or 10, 13, 16 or 19 digits' };
};
