import { filters } from '../facts.ts';
import { whole } from '../figures.ts';
import type { InsightRule } from './rule.ts';

export const emptyResult: InsightRule = ({ execution, query }) => {
  if (execution === null || execution.row_count > 0) return null;
  if (execution.scanned_rows === 0)
    return {
      kind: 'result',
      message: 'there was nothing to scan: no record lies in the window that was asked for',
      recommendation: 'a longer time window, or a look at whether telemetry arrives',
    };
  return {
    kind: 'result',
    message: `none of the ${whole(execution.scanned_rows)} scanned rows is in the answer`,
    ...(filters(query)
      ? { recommendation: 'the values that the filters compare with may be spelled otherwise in the data' }
      : {}),
  };
};
