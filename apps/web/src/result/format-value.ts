import type { ColumnType } from '@clearspan/contracts';

/** A value as it is read: the text, and the exact value where the text says less. */
export interface Shown {
  readonly text: string;
  readonly exact?: string;
  readonly align: 'left' | 'right';
}

const ISO = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:\d{2})$/;

const two = (n: number): string => String(n).padStart(2, '0');

/** Thousands apart, and no more digits than carry meaning. */
export const numberText = (n: number, decimals: number | null = null): string => {
  if (!Number.isFinite(n)) return String(n);
  if (decimals !== null)
    return n.toLocaleString('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  if (Number.isInteger(n)) return n.toLocaleString('en');
  if (Math.abs(n) < 1) return n.toLocaleString('en', { maximumSignificantDigits: 4 });
  return n.toLocaleString('en', { maximumFractionDigits: Math.abs(n) >= 1_000 ? 1 : 3 });
};

/** Decimals that all numbers of a column are shown with, so that they can be compared by eye; null where each may choose. */
export const columnDecimals = (values: readonly unknown[]): number | null => {
  const numbers = values.filter((v) => typeof v === 'number');
  const largest = Math.max(0, ...numbers.map(Math.abs));
  if (numbers.length < 2 || largest < 1) return null;
  if (numbers.every(Number.isInteger)) return 0;
  return largest >= 1_000 ? 1 : largest >= 10 ? 2 : 3;
};

/** `1 row`, `1,204 rows`. */
export const countText = (n: number, what: string): string => `${numberText(n)} ${what}${n === 1 ? '' : 's'}`;

/** A time in the reader's zone down to the millisecond; null where the text is no time. */
export const timeText = (iso: string): string | null => {
  if (!ISO.test(iso)) return null;
  const date = new Date(iso.replace(/(\.\d{3})\d+/, '$1'));
  if (Number.isNaN(date.getTime())) return null;
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  const clock = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
  const ms = date.getMilliseconds();
  return `${day} ${clock}${ms ? `.${String(ms).padStart(3, '0')}` : ''}`;
};

const ISO_WITHIN = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})/g;

/** A sentence with its ISO times in the reader's zone, to the second. */
export const withReadableTimes = (text: string): string =>
  text.replace(ISO_WITHIN, (iso) => timeText(iso)?.slice(0, 19) ?? iso);

/** `15 µs`, `1.24 ms`, `3.2 s`, `2 min 5 s` from microseconds. */
export const durationText = (us: number): string => {
  if (us < 1_000) return `${Math.round(us)} µs`;
  if (us < 10_000) return `${(us / 1_000).toFixed(2)} ms`;
  if (us < 1_000_000) return `${(us / 1_000).toFixed(us < 100_000 ? 1 : 0)} ms`;
  if (us < 60_000_000) return `${(us / 1_000_000).toFixed(2)} s`;
  return `${Math.floor(us / 60_000_000)} min ${Math.round((us % 60_000_000) / 1_000_000)} s`;
};

export const showValue = (value: unknown, type: ColumnType, decimals: number | null = null): Shown => {
  if (value === null || value === undefined)
    return { text: '–', exact: 'no value', align: type === 'number' ? 'right' : 'left' };
  if (typeof value === 'number') return { text: numberText(value, decimals), exact: String(value), align: 'right' };
  if (typeof value === 'boolean') return { text: value ? 'true' : 'false', align: 'left' };
  if (typeof value === 'string') {
    const time = type === 'timestamp' || type === 'unknown' ? timeText(value) : null;
    if (time !== null) return { text: time, exact: value, align: 'left' };
    return { text: value, align: type === 'interval' || type === 'number' ? 'right' : 'left' };
  }
  return { text: JSON.stringify(value), align: 'left' };
};
