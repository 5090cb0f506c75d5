import { type Compiled, type DecodedRow, decodeRow } from '@clearspan/dataprime';
import type { QueryLimits, QueryResult, TelemetryStore } from '../store.ts';
import { firstPart, nextPart } from './newest-parts.ts';
import type { Prepared } from './prepare-query.ts';

export interface Ran {
  readonly compiled: Compiled;
  readonly rows: readonly DecodedRow[];
  readonly truncated: boolean;
  readonly scannedRows: number;
  readonly scannedBytes: number;
}

/** What statements gave together. */
type Read = Pick<QueryResult, 'rows' | 'scannedRows' | 'scannedBytes'>;

/** Newest rows are looked for in small parts of the window before all of it. */
const readNewest = async (
  run: (compiled: Compiled) => Promise<Read>,
  { compiled, newest }: Pick<Extract<Prepared, { ok: true }>, 'compiled' | 'newest'>,
): Promise<Read> => {
  const { fromNanos, toNanos } = compiled.timeRange;
  const windowNanos = toNanos - fromNanos;
  let [scannedRows, scannedBytes] = [0, 0];
  let part = newest === null ? null : firstPart(windowNanos);
  while (newest !== null && part !== null) {
    const read = await run(newest(part));
    scannedRows += read.scannedRows;
    scannedBytes += read.scannedBytes;
    if (read.rows.length >= compiled.limits.rowsMax) return { rows: read.rows, scannedRows, scannedBytes };
    part = nextPart(windowNanos, part, read.rows.length, compiled.limits.rowsMax);
  }
  const read = await run(compiled);
  return {
    rows: read.rows,
    scannedRows: scannedRows + read.scannedRows,
    scannedBytes: scannedBytes + read.scannedBytes,
  };
};

/** Runs a prepared query and puts its rows together. Rejects with a `StoreError`. */
export const runQuery = async (
  store: Pick<TelemetryStore, 'query'>,
  prepared: Extract<Prepared, { ok: true }>,
  limits: Omit<QueryLimits, 'rows'>,
  signal?: AbortSignal,
): Promise<Ran> => {
  const { compiled, rowsWanted } = prepared;
  const run = ({ sql }: Compiled): Promise<Read> =>
    store.query({ sql, limits: { ...limits, rows: rowsWanted + 1 }, signal });
  const { rows, scannedRows, scannedBytes } = await readNewest(run, prepared);
  return {
    compiled,
    rows: rows.slice(0, rowsWanted).map((row) => decodeRow(compiled, row)),
    truncated: rows.length > rowsWanted,
    scannedRows,
    scannedBytes,
  };
};
