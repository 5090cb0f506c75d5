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

/** The full name of a time unit: `h`, `hour` and `hours` are `hour`. Null for anything else. */
export const timeUnit = (text: string): string | null => {
  const full = SHORT[text] ?? text;
  if (full in NANOS) return full;
  const singular = full.endsWith('s') ? full.slice(0, -1) : full;
  return singular in NANOS ? singular : null;
};

/** The full name of a date unit, which only extractTime takes: `M` and `month` are `month`. */
export const dateUnit = (text: string): string | null =>
  DATE[text] ?? (Object.values(DATE).includes(text) ? text : null);

/** Nanoseconds of a time unit given by its full name. */
export const unitNanos = (unit: string): bigint => NANOS[unit] ?? 1n;

/** Units from the largest, with the letters interval text uses. */
export const INTERVAL_UNITS: readonly { readonly name: string; readonly letters: string; readonly nanos: bigint }[] =
  Object.entries(SHORT).map(([letters, name]) => ({ name, letters, nanos: unitNanos(name) }));
