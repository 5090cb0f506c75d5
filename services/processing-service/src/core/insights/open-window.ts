import { namesWindow } from '../facts.ts';
import { whole } from '../figures.ts';
import type { InsightRule } from './rule.ts';

export const openWindow: InsightRule = ({ execution, query }) => {
  if (namesWindow(query)) return null;
  const scanned = execution === null ? '' : `; this run scanned ${whole(execution.scanned_rows)} rows`;
  return {
    kind: 'cost',
    message: `the query names no time window, so whoever runs it decides how much is scanned${scanned}`,
    recommendation: 'a window in the query, such as `source logs last 1h`, gives the same answer to everyone',
  };
};
