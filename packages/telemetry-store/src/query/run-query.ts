import { type Compiled, type DecodedRow, decodeRow } from '@clearspan/dataprime';
import type { QueryLimits, TelemetryStore } from '../store.ts';
import type { Prepared } from './prepare-query.ts';

export interface Ran {
  readonly compiled: Compiled;
  readonly rows: readonly DecodedRow[];
  readonly truncated: boolean;
  readonly scannedRows: number;
  readonly scannedBytes: number;
}

/** Runs a prepared query and puts its rows together. Rejects with a `StoreError`. */
export const runQuery = async (
  store: Pick<TelemetryStore, 'query'>,
  { compiled, rowsWanted }: Extract<Prepared, { ok: true }>,
  limits: Omit<QueryLimits, 'rows'>,
  signal?: AbortSignal,
): Promise<Ran> => {
  const request = { sql: compiled.sql, limits: { ...limits, rows: rowsWanted + 1 }, signal };
  const { rows, scannedRows, scannedBytes } = await store.query(request);
  return {
    compiled,
    rows: rows.slice(0, rowsWanted).map((row) => decodeRow(compiled, row)),
    truncated: rows.length > rowsWanted,
    scannedRows,
    scannedBytes,
  };
};
