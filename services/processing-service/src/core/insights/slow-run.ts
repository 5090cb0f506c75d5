import { namesWindow } from '../facts.ts';
import { milliseconds, whole } from '../figures.ts';
import type { InsightRule } from './rule.ts';

/** A second is where people begin to wait. */
const SLOW_MS = 1_000;

export const slowRun: InsightRule = ({ execution, query }) => {
  if (execution === null || execution.execution_time_ms < SLOW_MS) return null;
  const perSecond = execution.scanned_rows / (execution.execution_time_ms / 1_000);
  return {
    kind: 'performance',
    message: `the run took ${milliseconds(execution.execution_time_ms)}, at ${whole(perSecond)} rows scanned a second`,
    recommendation: namesWindow(query)
      ? 'a shorter time window or an earlier filter scans fewer rows'
      : 'a time window, such as `source logs last 1h`, scans fewer rows',
  };
};
