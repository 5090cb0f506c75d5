import { aggregates } from '../facts.ts';
import { bytes, counted, milliseconds, percent, whole } from '../figures.ts';
import type { InsightRule } from './rule.ts';

/** What the run took and gave. The share of rows that matched is known only where rows are records. */
export const measuredRun: InsightRule = ({ execution, query }) => {
  if (execution === null) return { kind: 'performance', message: 'the query was not run, so nothing was measured' };
  const { row_count, scanned_rows, scanned_bytes, execution_time_ms } = execution;
  const share =
    !aggregates(query) && scanned_rows > 0 && row_count <= scanned_rows
      ? `, ${percent(row_count / scanned_rows)} of them`
      : '';
  const what = `${counted(row_count, 'row', 'rows')} from ${whole(scanned_rows)} scanned (${bytes(scanned_bytes)})${share}`;
  return { kind: 'performance', message: `${what}, in ${milliseconds(execution_time_ms)}` };
};
