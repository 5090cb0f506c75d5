import { closest } from '@clearspan/text';

const NANOS: Readonly<Record<string, bigint>> = {
  day: 86_400_000_000_000n,
  hour: 3_600_000_000_000n,
  minute: 60_000_000_000n,
  second: 1_000_000_000n,
  milli: 1_000_000n,
  micro: 1_000n,
  nano: 1n,
};
const SHORT: Readonly<Record<string, string>> = {
  d: 'day',
  h: 'hour',
  m: 'minute',
  s: 'second',
  ms: 'milli',
  us: 'micro',
  ns: 'nano',
};
const DATE: Readonly<Record<string, string>> = {
  Y: 'year',
  M: 'month',
  W: 'week',
  doy: 'day_of_year',
  dow: 'day_of_week',
};

const TIME_WORDS: readonly string[] = [...Object.keys(NANOS), ...Object.keys(SHORT)];
const DATE_WORDS: readonly string[] = [...Object.values(DATE), ...Object.keys(DATE)];
/** Other languages' names, in lower case. */
const FOREIGN: Readonly<Record<string, string>> = {
  sec: 'second',
  secs: 'second',
  min: 'minute',
  mins: 'minute',
  hr: 'hour',
  hrs: 'hour',
  millisecond: 'milli',
  milliseconds: 'milli',
  msec: 'milli',
  microsecond: 'micro',
  microseconds: 'micro',
  nanosecond: 'nano',
  nanoseconds: 'nano',
  years: 'year',
  months: 'month',
  weeks: 'week',
  weekday: 'day_of_week',
  dayofweek: 'day_of_week',
  dayofyear: 'day_of_year',
};

/** The unit that a word most likely means; null when none is near. */
export const nearestUnit = (text: string, withDates: boolean): string | null => {
  const words = withDates ? [...TIME_WORDS, ...DATE_WORDS] : TIME_WORDS;
  const lower = text.toLowerCase();
  const foreign = Object.hasOwn(FOREIGN, lower) ? FOREIGN[lower] : undefined;
  if (foreign !== undefined && words.includes(foreign)) return foreign;
  if (text.length === 1) return words.includes(lower) ? lower : null;
  return closest(text, words);
};

/** The full name of a time unit: `h`, `hour` and `hours` are `hour`. Null for anything else. */
export const timeUnit = (text: string): string | null => {
  const full = Object.hasOwn(SHORT, text) ? (SHORT[text] ?? text) : text;
  if (Object.hasOwn(NANOS, full)) return full;
  const singular = full.endsWith('s') ? full.slice(0, -1) : full;
  return Object.hasOwn(NANOS, singular) ? singular : null;
};

/** The full name of a date unit, which only extractTime takes: `M` and `month` are `month`. */
export const dateUnit = (text: string): string | null =>
  (Object.hasOwn(DATE, text) ? DATE[text] : undefined) ?? (Object.values(DATE).includes(text) ? text : null);

/** Nanoseconds of a time unit given by its full name. */
export const unitNanos = (unit: string): bigint => NANOS[unit] ?? 1n;

/** Units from the largest, with the letters interval text uses. */
export const INTERVAL_UNITS: readonly { readonly name: string; readonly letters: string; readonly nanos: bigint }[] =
  Object.entries(SHORT).map(([letters, name]) => ({ name, letters, nanos: unitNanos(name) }));
