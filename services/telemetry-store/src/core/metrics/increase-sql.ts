import { added, countedSql, type PointSource, stepSql } from './counted-sql.ts';
import type { MetricQuestion } from './metric-question.ts';

/** Of sums: one that is not monotonic may fall without having been reset. */
export const sumSource = (monotonic: boolean): PointSource => ({
  table: 'metric_points',
  value: 'v',
  columns: [],
  only: 'isFinite(v)',
  below: monotonic ? 'v < before' : null,
});

/** Of the counts of histograms and summaries. */
export const COUNT_SOURCE: PointSource = {
  table: 'metric_hists',
  value: 'count',
  columns: ['sum'],
  below: 'count < before',
};

/**
 * What was added in a step, or that a second, by series of the answer and step: `k`, `step`, `value`. A rate is by the
 * width of the step, or by the time that the points of the series cover where that is more.
 */
export const increaseSql = (question: MetricQuestion, name: 'increase' | 'rate', source: PointSource): string => {
  const { fromMs, toMs, stepMs } = question;
  const width = `least(${stepMs}, ${Math.trunc(toMs - fromMs)} - step * ${stepMs})`;
  return `SELECT k, step, sum(one) AS value
FROM (
  SELECT series, ${stepSql(question)} AS step,
    ${name === 'increase' ? 'increase' : `increase * 1000 / greatest(${width}, sum(covered))`} AS one,
    sum(toFloat64(${added(source.value, 'before')})) AS increase
  FROM (${countedSql(question, source)}) WHERE how > 0 GROUP BY series, step) AS points
INNER JOIN chosen USING (series) GROUP BY k, step`;
};

/** The mean of what was measured in a step: null where nothing was, or where it has no sum. */
export const meanSql = (question: MetricQuestion): string =>
  `SELECT k, step, if(isFinite(sum(sums) / sum(counts)), sum(sums) / sum(counts), NULL) AS value
FROM (
  SELECT series, ${stepSql(question)} AS step, sum(${added('sum', 'before_sum')}) AS sums,
    sum(toFloat64(${added('count', 'before')})) AS counts
  FROM (${countedSql(question, COUNT_SOURCE)}) WHERE how > 0 GROUP BY series, step) AS points
INNER JOIN chosen USING (series) GROUP BY k, step`;
