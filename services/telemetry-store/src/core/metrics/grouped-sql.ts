import type { MetricQuestion } from './metric-question.ts';

/**
 * One row for each series of the answer, from rows of `k`, `step` and `value`: the values of its keys, and its steps with
 * their values. Those with the highest mean first, one more than are shown.
 */
export const groupedSql = (chosen: string, values: string, { groupsMax }: MetricQuestion): string =>
  `${chosen}
SELECT k, groupArray((step, value)), avg(value) AS mean
FROM (${values})
GROUP BY k ORDER BY mean DESC, k LIMIT ${groupsMax + 1}`;
