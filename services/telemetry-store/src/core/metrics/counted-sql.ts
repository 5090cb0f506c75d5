import { stringLiteral } from '@clearspan/dataprime';
import { DATABASE } from '@clearspan/telemetry-store';
import type { MetricQuestion } from './metric-question.ts';

/** Milliseconds since 1970 as the engine's time. */
export const at = (ms: number): string => `fromUnixTimestamp64Milli(toInt64(${Math.trunc(ms)}), 'UTC')`;

export const stepSql = ({ fromMs, stepMs }: MetricQuestion): string =>
  `intDiv(t - ${Math.trunc(fromMs)}, ${Math.trunc(stepMs)})`;

/** What points are read from, and how resets are seen. */
export interface PointSource {
  readonly table: 'metric_points' | 'metric_hists';
  /** That which only grows: of a point, `before` is that of the point before it. */
  readonly value: 'v' | 'count';
  /** Further columns, each also as `before_…`. */
  readonly columns: readonly string[];
  /** Which points there are, on top of those that have a value. */
  readonly only?: string;
  /** When a point goes on what is not the stream of the point before it. */
  readonly apart?: string;
  /** When it is below the one before; null where it may be. */
  readonly below: string | null;
}

/**
 * Points of the window, each once, with what they count: `how` is 0 for nothing, 1 for the whole value, 2 for what it
 * is above the point before, and `covered` the milliseconds that this was counted in.
 *
 * - Deltas count whole.
 * - A point that starts when it is taken says that nothing is known of the time before.
 * - The first point of a series, or of a stream set apart, counts whole where it started in the window.
 * - After a reset, which is a later start or a value below, a point counts whole.
 */
export const countedSql = (
  question: MetricQuestion,
  { table, value, columns, only = '1', apart = '0', below }: PointSource,
): string => {
  const { metric, fromMs, toMs, lookbackMs } = question;
  const from = Math.trunc(fromMs);
  const previous = columns.map((column) => `, lagInFrame(${column}) OVER w AS before_${column}`).join('');
  return `SELECT *, multiIf(
    delta, 1,
    s = t, 0,
    first = 0 AND started > 0 AND s > started, 1,
    first OR ${apart}, s >= ${from} AND s < t,
    ${below ?? '0'}, 1,
    2) AS how,
  greatest(0, multiIf(delta AND s > 0, t - s, NOT first, t - taken, s > 0, t - s, 0)) AS covered
FROM (
  SELECT series, toUnixTimestamp64Milli(ts) AS t, toUnixTimestamp64Milli(start) AS s, ${[value, ...columns].join(', ')},
    lagInFrame(${value}) OVER w AS before, toUnixTimestamp64Milli(lagInFrame(ts) OVER w) AS taken,
    toUnixTimestamp64Milli(lagInFrame(start) OVER w) AS started${previous}, taken = 0 AS first,
    series IN (SELECT series FROM chosen WHERE deltas) AS delta
  FROM ${DATABASE}.${table}
  WHERE metric = ${stringLiteral(metric)} AND series IN (SELECT series FROM chosen)
    AND ts >= ${at(Math.max(0, fromMs - lookbackMs))} AND ts < ${at(toMs)} AND bitAnd(flags, 1) = 0 AND ${only}
  WINDOW w AS (PARTITION BY series ORDER BY ts, start, ${value} ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE t >= ${from} AND NOT (NOT first AND taken = t AND started = s AND before = ${value})`;
};

/** What a point counts of a column. */
export const added = (column: string, before: string): string => `${column} - if(how = 2, ${before}, 0)`;
