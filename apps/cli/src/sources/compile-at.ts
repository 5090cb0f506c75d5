import { type CheckedQuery, type CompileResult, compile, otelStorage, plan } from '@clearspan/dataprime';
import { rfc3339Nanos } from '@clearspan/telemetry-store';
import type { TimeOptions } from '../args/time-options.ts';

const WINDOW_DEFAULT_NANOS = 15n * 60n * 1_000_000_000n;
const ROWS_MAX = 50_000;

/** The statement a query becomes when it is asked at this time, of the last 15 minutes where no window is given. */
export const compileAt = (query: CheckedQuery, { now, window }: TimeOptions, clockMs: number): CompileResult => {
  const nowNanos = now === undefined ? BigInt(clockMs) * 1_000_000n : rfc3339Nanos(now);
  const timeRange =
    window === undefined
      ? { fromNanos: nowNanos - WINDOW_DEFAULT_NANOS, toNanos: nowNanos }
      : { fromNanos: rfc3339Nanos(window.from), toNanos: rfc3339Nanos(window.to) };
  return compile(plan(query), otelStorage, { nowNanos, timeRange, rowsMax: ROWS_MAX });
};
