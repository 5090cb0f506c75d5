import type { TraceResponse } from '@clearspan/contracts';
import type { QueryLimits, TelemetryStore } from '@clearspan/telemetry-store';
import { foldTrace } from './fold-trace.ts';
import { readSpanRow } from './read-span-row.ts';
import { traceSql } from './trace-sql.ts';

export interface TraceLimits {
  readonly spansMax: number;
  readonly ms: number;
  readonly memoryBytes: number;
}

/** Every span held of a trace; null when there is none. */
export const findTrace = async (
  store: Pick<TelemetryStore, 'query'>,
  traceId: string,
  { spansMax, ms, memoryBytes }: TraceLimits,
  signal?: AbortSignal,
): Promise<TraceResponse | null> => {
  const limits: QueryLimits = { ms, memoryBytes, rows: spansMax + 1 };
  const read = async (within: 'bounds' | 'anywhere'): Promise<readonly (readonly unknown[])[]> =>
    (await store.query({ sql: traceSql(traceId, spansMax + 1, within), limits, signal })).rows;
  const bounded = await read('bounds');
  const rows = bounded.length > 0 ? bounded : await read('anywhere');
  if (rows.length === 0) return null;
  const spans = rows.slice(0, spansMax).map((row) => readSpanRow(traceId, row));
  return foldTrace(traceId, spans, rows.length > spansMax);
};
