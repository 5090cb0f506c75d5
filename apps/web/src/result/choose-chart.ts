import type { QueryResult, ResultColumn } from '@clearspan/contracts';
import { timeText } from './format-value.ts';
import type { Units } from './in-unit.ts';
import { valueAt } from './value-at.ts';

/** What is drawn of a result; `none` where a drawing would say nothing. */
export type Chart =
  | { readonly kind: 'none' }
  | { readonly kind: 'scalar'; readonly name: string; readonly value: number; readonly unit?: string | undefined }
  | {
      readonly kind: 'ranking';
      readonly label: string;
      readonly value: string;
      readonly unit?: string | undefined;
      readonly bars: readonly Bar[];
      readonly more: number;
    }
  | {
      readonly kind: 'series';
      readonly value: string;
      /** Of all lines. */
      readonly unit?: string | undefined;
      /** Seconds since the epoch, ascending. */
      readonly times: readonly number[];
      readonly lines: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
    };

interface Bar {
  readonly label: string;
  readonly value: number;
}

const BARS_MAX = 12;
const LINES_MAX = 8;
const NONE: Chart = { kind: 'none' };

const isScalarPath = (c: ResultColumn): boolean => c.type !== 'object' && c.type !== 'array';

/** What the rows hold decides where the type is not known. */
const isTime = (c: ResultColumn, result: QueryResult): boolean =>
  c.type === 'timestamp' ||
  (c.type === 'unknown' &&
    result.rows.every((row) => {
      const value = valueAt(row, c.path);
      return typeof value === 'string' && timeText(value) !== null;
    }));

const isNumber = (c: ResultColumn, result: QueryResult): boolean =>
  result.rows.every((row) => {
    const value = valueAt(row, c.path);
    return value === null || value === undefined || typeof value === 'number';
  }) && result.rows.some((row) => typeof valueAt(row, c.path) === 'number');

const labelOf = (value: unknown): string => {
  if (value === null || value === undefined) return '(none)';
  return typeof value === 'string' ? value : JSON.stringify(value);
};

const seconds = (iso: string): number => Date.parse(iso.replace(/(\.\d{3})\d+/, '$1')) / 1_000;

const series = (
  result: QueryResult,
  time: ResultColumn,
  values: readonly ResultColumn[],
  group: ResultColumn | null,
  units: Units,
): Chart => {
  const at = new Map<number, Map<string, number>>();
  const names = new Map<string, number>();
  for (const row of result.rows) {
    const when = valueAt(row, time.path);
    if (typeof when !== 'string') continue;
    const points = at.get(seconds(when)) ?? new Map<string, number>();
    at.set(seconds(when), points);
    for (const column of group ? values.slice(0, 1) : values) {
      const value = valueAt(row, column.path);
      if (typeof value !== 'number') continue;
      const name = group ? labelOf(valueAt(row, group.path)) : column.name;
      points.set(name, value);
      names.set(name, (names.get(name) ?? 0) + Math.abs(value));
    }
  }
  const times = [...at.keys()].sort((a, b) => a - b);
  if (times.length < 2 || names.size === 0) return NONE;
  const largest = [...names].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, LINES_MAX);
  const lines = largest.map(([name]) => ({ name, values: times.map((t) => at.get(t)?.get(name) ?? null) }));
  const [unit, ...others] = new Set((group ? values.slice(0, 1) : values).map(({ name }) => units[name]));
  return { kind: 'series', value: values[0]?.name ?? '', unit: others.length === 0 ? unit : undefined, times, lines };
};

/** A chart where the result is one: a number, numbers over time, or numbers by name. */
export const chooseChart = (result: QueryResult, units: Units = {}): Chart => {
  const { columns, rows } = result;
  if (rows.length === 0 || columns.length === 0 || !columns.every(isScalarPath)) return NONE;
  const times = columns.filter((c) => isTime(c, result));
  const numbers = columns.filter((c) => !times.includes(c) && isNumber(c, result));
  const labels = columns.filter((c) => !times.includes(c) && !numbers.includes(c));
  const [value] = numbers;
  if (!value) return NONE;
  if (rows.length === 1 && columns.length === 1)
    return {
      kind: 'scalar',
      name: value.name,
      value: valueAt(rows[0] ?? {}, value.path) as number,
      unit: units[value.name],
    };
  const [time] = times;
  if (time && times.length === 1 && labels.length <= 1) return series(result, time, numbers, labels[0] ?? null, units);
  if (times.length > 0 || labels.length !== 1 || rows.length < 2) return NONE;
  const [label] = labels;
  if (!label) return NONE;
  const bars = rows.flatMap((row): Bar[] => {
    const n = valueAt(row, value.path);
    return typeof n === 'number' ? [{ label: labelOf(valueAt(row, label.path)), value: n }] : [];
  });
  if (bars.some((b) => b.value < 0)) return NONE;
  return {
    kind: 'ranking',
    label: label.name,
    value: value.name,
    unit: units[value.name],
    bars: bars.slice(0, BARS_MAX),
    more: Math.max(0, bars.length - BARS_MAX),
  };
};
