import { stringLiteral } from '@clearspan/dataprime';
import { DATABASE } from '@clearspan/telemetry-store';
import { at, countedSql, type PointSource, stepSql } from './counted-sql.ts';
import type { MetricQuestion } from './metric-question.ts';

const SOURCE: PointSource = {
  table: 'metric_hists',
  value: 'count',
  columns: ['bounds', 'quantile_values'],
  below: null,
};

/**
 * A quantile that summaries have, by series of the answer and step: `k`, `step`, `value`. The newest of each series;
 * of several the highest, for that of all of them together is no higher.
 */
export const summaryQuantileSql = (question: MetricQuestion, quantile: number): string => {
  const value = `quantile_values[indexOf(bounds, toFloat64(${quantile}))]`;
  return `SELECT k, step, max(one) AS value
FROM (
  SELECT series, ${stepSql(question)} AS step, argMax(${value}, (t, ${value})) AS one
  FROM (${countedSql(question, SOURCE)})
  WHERE has(bounds, toFloat64(${quantile})) AND isFinite(${value}) GROUP BY series, step) AS points
INNER JOIN chosen USING (series) GROUP BY k, step`;
};

/** The quantiles that the summaries of the window have. */
export const quantilesHeldSql = (chosen: string, { metric, fromMs, toMs }: MetricQuestion): string =>
  `${chosen}
SELECT arraySort(groupUniqArrayArray(bounds)) FROM ${DATABASE}.metric_hists
WHERE metric = ${stringLiteral(metric)} AND series IN (SELECT series FROM chosen)
  AND ts >= ${at(fromMs)} AND ts < ${at(toMs)}`;
