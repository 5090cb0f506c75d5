import { countedSql, type PointSource, stepSql } from './counted-sql.ts';
import type { MetricQuestion } from './metric-question.ts';

/** As many as a point has now: there are none before the first. */
const BEFORE = 'arrayResize(before_buckets, length(buckets))';

const EXPLICIT: PointSource = {
  table: 'metric_hists',
  value: 'count',
  columns: ['bounds', 'buckets'],
  only: 'length(buckets) = length(bounds) + 1',
  apart: 'bounds != before_bounds',
  below: `arrayExists((a, b) -> a < b, buckets, ${BEFORE})`,
};

/**
 * What histograms with explicit bounds measured: `k` and, for each set of bounds, `(bounds, steps, counts)` with the
 * counts of each step by bucket.
 */
export const explicitSql = (chosen: string, question: MetricQuestion): string =>
  `${chosen}
SELECT k, groupArray((bounds, steps, counts))
FROM (
  SELECT k, bounds, groupArray(step) AS steps, groupArray(step_counts) AS counts
  FROM (
    SELECT k, bounds, step, sumForEach(more) AS step_counts
    FROM (
      SELECT series, bounds, ${stepSql(question)} AS step,
        arrayMap((a, b) -> toInt64(a) - if(how = 2, toInt64(b), 0), buckets, ${BEFORE}) AS more
      FROM (${countedSql(question, EXPLICIT)}) WHERE how > 0) AS points
    INNER JOIN chosen USING (series) GROUP BY k, bounds, step)
  GROUP BY k, bounds)
GROUP BY k`;

const EXPONENTIAL_COLUMNS = ['scale', 'zero', 'zero_threshold', 'pos_off', 'buckets', 'neg_off', 'neg_buckets'];
const EXPONENTIAL: PointSource = {
  table: 'metric_hists',
  value: 'count',
  columns: EXPONENTIAL_COLUMNS,
  below: 'count < before',
};

const part = (prefix: string, sign: string): string =>
  `(${[...EXPONENTIAL_COLUMNS.map((column) => prefix + column), `toInt64(${sign})`].join(', ')})`;
const indexed = (offset: string, counts: string): string =>
  `arrayMap(place -> toInt64(${offset}) + place - 1, arrayEnumerate(${counts}))`;
const signed = (counts: string): string => `arrayMap(n -> toInt64(n) * sign, ${counts})`;

/**
 * What exponential histograms measured: `k` and, for each step and scale, `(step, scale, zero, threshold, indexes,
 * counts, negative indexes, negative counts)`. Scales are not brought together here: what the point before had is taken
 * away at its own scale, so that a count may be below zero until they are.
 */
export const exponentialSql = (chosen: string, question: MetricQuestion): string =>
  `${chosen}
SELECT k, groupArray((step, scale, zeros, threshold, ups.1, ups.2, downs.1, downs.2))
FROM (
  SELECT k, step, scale, sum(toInt64(zero) * sign) AS zeros, max(zero_threshold) AS threshold,
    sumMap(${indexed('pos_off', 'buckets')}, ${signed('buckets')}) AS ups,
    sumMap(${indexed('neg_off', 'neg_buckets')}, ${signed('neg_buckets')}) AS downs
  FROM (
    SELECT series, ${stepSql(question)} AS step,
      ${EXPONENTIAL_COLUMNS.map((column, i) => `part.${i + 1} AS ${column}`).join(', ')},
      part.${EXPONENTIAL_COLUMNS.length + 1} AS sign
    FROM (
      SELECT series, t, arrayJoin([${part('', '1')}, ${part('before_', 'if(how = 2, -1, 0)')}]) AS part
      FROM (${countedSql(question, EXPONENTIAL)}) WHERE how > 0)
    WHERE sign != 0) AS points
  INNER JOIN chosen USING (series) GROUP BY k, step, scale)
GROUP BY k`;
