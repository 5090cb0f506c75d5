import { TIME_NANOS_END } from '../otlp/times.ts';
import { epochNanos } from './epoch.ts';

const NANOS_PER_SECOND = 1_000_000_000n;
const NANOS_PER_MS = 1_000_000n;

const MONTHS: readonly string[] = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

interface Parts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Digits after the second's point. */
  readonly fraction: string;
  /** `Z`, `UTC`, `GMT`, `+02:00`, `-0700`, `+02`; empty means UTC. */
  readonly zone: string;
}

const zoneMinutes = (zone: string): number => {
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (match === null) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return match[1] === '-' ? -minutes : minutes;
};

const inRange = (p: Parts): boolean =>
  p.month >= 1 && p.month <= 12 && p.day >= 1 && p.hour <= 23 && p.minute <= 59 && p.second <= 60;

const nanosOf = (p: Parts): bigint | null => {
  if (!inRange(p)) return null;
  const midnight = Date.UTC(p.year, p.month - 1, p.day);
  // The 31st of a month that has 30 days would become the 1st of the next.
  if (new Date(midnight).getUTCDate() !== p.day) return null;
  const ms = midnight + ((p.hour * 60 + p.minute - zoneMinutes(p.zone)) * 60 + p.second) * 1000;
  const nanos = BigInt(ms) * NANOS_PER_MS + BigInt(p.fraction.slice(0, 9).padEnd(9, '0'));
  return nanos > 0n && nanos < TIME_NANOS_END ? nanos : null;
};

const ZONE = '(?:\\s?(Z|z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)(?![\\w]))?';
const CLOCK = '(\\d{2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,12}))?)?';
const ISO = new RegExp(`^(\\d{4})[-/](\\d{2})[-/](\\d{2})(?:[T ]${CLOCK}${ZONE})?`);
/** `10/Oct/2000:13:55:36 -0700`, as web servers write it. */
const COMMON_LOG = new RegExp(`^(\\d{2})/([A-Za-z]{3})/(\\d{4})[: ]${CLOCK}${ZONE}`);
/** `Tue, 10 Oct 2000 13:55:36 GMT`. */
const MAIL = new RegExp(`^(?:[A-Za-z]{3}, )?(\\d{1,2}) ([A-Za-z]{3}) (\\d{4}) ${CLOCK}${ZONE}`);
/** `Oct 10 13:55:36`, without a year. */
const SYSLOG = new RegExp(`^([A-Za-z]{3}) {1,2}(\\d{1,2}) ${CLOCK}(?!\\w)`);

const clock = (
  match: RegExpExecArray,
  at: number,
): Pick<Parts, 'hour' | 'minute' | 'second' | 'fraction' | 'zone'> => ({
  hour: Number(match[at] ?? 0),
  minute: Number(match[at + 1] ?? 0),
  second: Number(match[at + 2] ?? 0),
  fraction: match[at + 3] ?? '',
  zone: match[at + 4] ?? '',
});

const monthOf = (name: string | undefined): number => MONTHS.indexOf((name ?? '').toLowerCase()) + 1;

/** The year in which a date without one lies: the last time it was that date, a day ahead allowed for clocks and zones. */
const withoutYear = (parts: Parts, nowNanos: bigint): bigint | null => {
  const year = new Date(Number(nowNanos / NANOS_PER_MS)).getUTCFullYear();
  const thisYear = nanosOf({ ...parts, year });
  return thisYear !== null && thisYear <= nowNanos + 86_400n * NANOS_PER_SECOND
    ? thisYear
    : nanosOf({ ...parts, year: year - 1 });
};

/** A time found at the start of a text, and how many UTF-16 units it takes there. */
export interface LeadingTime {
  readonly nanos: bigint;
  readonly units: number;
}

const found = (nanos: bigint | null, match: RegExpExecArray): LeadingTime | null =>
  nanos === null ? null : { nanos, units: match[0].length };

/**
 * Reads a time at the start of a text: ISO 8601 and its looser relatives (blank for `T`, comma for point, slashes), the
 * web server's, the mail header's, and syslog's without a year. Without a zone it is UTC.
 */
export const leadingTime = (text: string, nowNanos: bigint): LeadingTime | null => {
  let match = ISO.exec(text);
  if (match !== null) {
    const [, year, month, day] = match.map(Number) as [number, number, number, number];
    return found(nanosOf({ year, month, day, ...clock(match, 4) }), match);
  }
  match = COMMON_LOG.exec(text) ?? MAIL.exec(text);
  if (match !== null) {
    const date = { day: Number(match[1]), month: monthOf(match[2]), year: Number(match[3]) };
    return found(nanosOf({ ...date, ...clock(match, 4) }), match);
  }
  match = SYSLOG.exec(text);
  if (match === null) return null;
  const date = { month: monthOf(match[1]), day: Number(match[2]), year: 0 };
  return found(withoutYear({ ...date, ...clock(match, 3), zone: '' }, nowNanos), match);
};

/** Nanoseconds since 1970 of a text that is a time and nothing else, or of digits; null where it is neither. */
export const timeFromText = (text: string, nowNanos: bigint): bigint | null => {
  const trimmed = text.trim();
  const digits = epochNanos(trimmed);
  if (digits !== null) return digits;
  const leading = leadingTime(trimmed, nowNanos);
  return leading !== null && leading.units === trimmed.length ? leading.nanos : null;
};
