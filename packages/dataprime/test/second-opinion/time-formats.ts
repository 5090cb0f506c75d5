import { floorDivide, parseTimestamp, timestamp, type Value } from './values.ts';

type Ns = { readonly ns: bigint };

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const DAY = 86_400_000;

const startOfYear = (date: Date): Date => new Date(Date.UTC(date.getUTCFullYear(), 0, 1));
const daysSince = (from: Date, to: Date): number => Math.floor((to.getTime() - from.getTime()) / DAY);
/** Thursday decides which year a week belongs to. */
const thursdayOf = (date: Date): Date => new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * DAY);
/** Weeks since the first one that begins on a weekday, 0 before it. */
const weekFrom = (date: Date, first: number): number => {
  const weekday = (date.getUTCDay() + 7 - first) % 7;
  return Math.floor((daysSince(startOfYear(date), date) + 7 - weekday) / 7);
};

const fill = (value: number, width: number, padding: string): string =>
  padding === '-' ? String(value) : String(value).padStart(width, padding === '_' ? ' ' : '0');
const twelve = (date: Date): number => date.getUTCHours() % 12 || 12;

/** A specifier of a moment that shows `minutes` more than UTC. */
const specifier = (name: string, padding: string, t: Ns, date: Date, minutes: number): string => {
  const nanos = String(t.ns - floorDivide(t.ns, 1_000_000_000n) * 1_000_000_000n).padStart(9, '0');
  const number = (value: number, width: number, own = '0'): string =>
    fill(value, width, padding === '' ? (own === ' ' ? '_' : '0') : padding);
  const year = date.getUTCFullYear();
  const iso = thursdayOf(date);
  const sign = minutes < 0 ? '-' : '+';
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const table: Readonly<Record<string, () => string>> = {
    Y: () => number(year, 4),
    C: () => number(Math.floor(year / 100), 2),
    y: () => number(year % 100, 2),
    G: () => number(iso.getUTCFullYear(), 4),
    g: () => number(iso.getUTCFullYear() % 100, 2),
    m: () => number(date.getUTCMonth() + 1, 2),
    B: () => MONTHS[date.getUTCMonth()] ?? '',
    b: () => MONTHS[date.getUTCMonth()]?.slice(0, 3) ?? '',
    d: () => number(date.getUTCDate(), 2),
    e: () => number(date.getUTCDate(), 2, ' '),
    j: () => number(daysSince(startOfYear(date), date) + 1, 3),
    u: () => String(date.getUTCDay() || 7),
    w: () => String(date.getUTCDay()),
    A: () => DAYS[date.getUTCDay()] ?? '',
    a: () => DAYS[date.getUTCDay()]?.slice(0, 3) ?? '',
    U: () => number(weekFrom(date, 0), 2),
    W: () => number(weekFrom(date, 1), 2),
    V: () => number(Math.floor(daysSince(startOfYear(iso), iso) / 7) + 1, 2),
    H: () => number(date.getUTCHours(), 2),
    k: () => number(date.getUTCHours(), 2, ' '),
    I: () => number(twelve(date), 2),
    l: () => number(twelve(date), 2, ' '),
    M: () => number(date.getUTCMinutes(), 2),
    S: () => number(date.getUTCSeconds(), 2),
    p: () => (date.getUTCHours() < 12 ? 'AM' : 'PM'),
    P: () => (date.getUTCHours() < 12 ? 'am' : 'pm'),
    f: () => nanos,
    '3f': () => nanos.slice(0, 3),
    '.6f': () => `.${nanos.slice(0, 6)}`,
    '.f': () => {
      const short = nanos.replace(/0{9}$|0{6}$|0{3}$/, '');
      return short === '' ? '' : `.${short}`;
    },
    z: () => `${sign}${fill(hours, 2, '0')}${fill(rest, 2, '0')}`,
    ':z': () => `${sign}${fill(hours, 2, '0')}:${fill(rest, 2, '0')}`,
    s: () => String(floorDivide(t.ns, 1_000_000_000n)),
    '%': () => '%',
  };
  return table[name]?.() ?? '';
};

export const FORMATS: readonly string[] = [
  '%Y-%m-%d %H:%M:%S%.f',
  '%C %y %G %g %j',
  '%A %d %B %Y|%a %e %b',
  '%U %W %V %u %w',
  '%I:%M %p %l %P %k',
  '%-d.%-m. %_H:%-M %0e %-j %_j %-y %-U %-I',
  '%f %3f %.6f %z %:z %s %%',
];

/** The text of a moment in a pattern, on a clock some minutes ahead of UTC. */
export const formatTime = (t: Ns, pattern: string, minutes = 0): string => {
  const date = new Date(Number(floorDivide(t.ns, 1_000_000n)) + minutes * 60_000);
  return pattern.replace(/%([-_0]?)(\.6f|\.f|3f|:z|[A-Za-z%])/g, (_, padding: string, name: string) =>
    specifier(name, padding, t, date, minutes),
  );
};

/** Patterns that hold a whole date and time to the second, and one that holds the nanoseconds and the offset. */
export const READABLE: readonly string[] = [
  '%Y-%m-%d %H:%M:%S',
  '%d/%b/%Y %I:%M:%S %p',
  '%A %-d %B %Y %k:%M:%S',
  '%Y %j %H:%M:%S',
  '%G-W%V-%u %H:%M:%S',
  '%Y/%U/%w %H:%M:%S',
  '%Y/%W/%u %H:%M:%S',
  '%s',
];

/** What is left of a moment that was written in such a pattern and read again: whole seconds. */
export const toSeconds = (t: Ns): Value => timestamp(floorDivide(t.ns, 1_000_000_000n) * 1_000_000_000n);

/** Texts of one form each and what they are, in the pattern beside them and in no other. */
const WRITTEN: readonly (readonly [text: string, pattern: string, iso: string])[] = [
  ['2024-05-01', '%Y-%m-%d', '2024-05-01'],
  ['01.05.2024 07:08', '%d.%m.%Y %H:%M', '2024-05-01T07:08:00Z'],
  ['May 1, 2024 7 PM', '%B %d, %Y %I %p', '2024-05-01T19:00:00Z'],
  ['1850-01-02T03:04:05.25+01:30', '%FT%T%.f%:z', '1850-01-02T01:34:05.25Z'],
  ['29/Feb/1904:00:00:00 -0000', '%d/%b/%Y:%T %z', '1904-02-29T00:00:00Z'],
];
export const TEXTS: readonly string[] = [...WRITTEN.map(([text]) => text), '2024-13-45', '', '30.02.2024 07:08'];
export const PATTERNS: readonly string[] = WRITTEN.map(([, pattern]) => pattern);

/** A text read in one of some patterns. */
export const readTime = (text: string, patterns: readonly string[]): Value => {
  const found = WRITTEN.find(([written, pattern]) => written === text && patterns.includes(pattern));
  return found === undefined ? null : parseTimestamp(found[2]);
};
