import { aggregates } from '../facts.ts';
import { whole } from '../figures.ts';
import type { InsightRule } from './rule.ts';

export const cutResult: InsightRule = ({ execution, query }) => {
  if (execution === null || !execution.truncated) return null;
  return {
    kind: 'result',
    message: `the answer was cut at ${whole(execution.row_count)} rows by a limit that the query does not name`,
    recommendation: aggregates(query)
      ? '`top` keeps the groups that matter; fewer grouping keys make fewer groups'
      : 'a filter, a `limit`, or counting by a field instead of listing records',
  };
};
