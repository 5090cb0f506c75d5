import { countedSql, type PointSource, stepSql } from './counted-sql.ts';
import type { MetricQuestion } from './metric-question.ts';

export type LevelFunction = 'last' | 'avg' | 'min' | 'max' | 'sum';

/** Of the points of a series in a step, and of what that gave for several series. */
const LEVELS: Readonly<Record<LevelFunction, readonly [ofPoints: string, ofSeries: string]>> = {
  last: ['argMax(v, (t, v))', 'argMax(one, (newest, one))'],
  avg: ['avg(v)', 'avg(one)'],
  min: ['min(v)', 'min(one)'],
  max: ['max(v)', 'max(one)'],
  sum: ['argMax(v, (t, v))', 'sum(one)'],
};

const SOURCE: PointSource = { table: 'metric_points', value: 'v', columns: [], only: 'isFinite(v)', below: null };

/** Levels by series of the answer and step: `k`, `step`, `value`. */
export const levelSql = (question: MetricQuestion, name: LevelFunction): string => {
  const [ofPoints, ofSeries] = LEVELS[name];
  return `SELECT k, step, ${ofSeries} AS value
FROM (
  SELECT series, ${stepSql(question)} AS step, ${ofPoints} AS one, max(t) AS newest
  FROM (${countedSql(question, SOURCE)}) GROUP BY series, step) AS points
INNER JOIN chosen USING (series) GROUP BY k, step`;
};
