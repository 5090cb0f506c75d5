import { aggregates, filters } from '../facts.ts';
import { percent, whole } from '../figures.ts';
import type { InsightRule } from './rule.ts';

const SCANNED_MIN = 1_000;
const SHARE_MIN = 0.5;

/** Only where rows are records, and all of them are counted, does the row count say how many matched. */
export const weakFilter: InsightRule = ({ execution, query }) => {
  if (execution === null || execution.truncated || aggregates(query) || !filters(query)) return null;
  const { row_count, scanned_rows } = execution;
  if (scanned_rows < SCANNED_MIN || row_count > scanned_rows || row_count / scanned_rows < SHARE_MIN) return null;
  return {
    kind: 'performance',
    message: `the filters keep ${percent(row_count / scanned_rows)} of the ${whole(scanned_rows)} scanned rows`,
    recommendation: 'a condition that fewer records meet, or counting by a field, says more in fewer rows',
  };
};
