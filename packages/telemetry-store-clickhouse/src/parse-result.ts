import type { QueryResult } from '@clearspan/telemetry-store';

/** What the engine writes in its JSONCompact format, as far as it is read here. */
interface JsonCompact {
  readonly meta: QueryResult['columns'];
  readonly data: QueryResult['rows'];
  readonly statistics: { readonly elapsed: number; readonly rows_read: number; readonly bytes_read: number };
}

/** Reads a result in JSONCompact. Rows and bytes scanned are those of storage, not of the result. */
export const parseResult = (bytes: Uint8Array): QueryResult => {
  if (bytes.byteLength === 0) return { columns: [], rows: [], scannedRows: 0, scannedBytes: 0, ms: 0 };
  const { meta, data, statistics } = JSON.parse(new TextDecoder().decode(bytes)) as JsonCompact;
  return {
    columns: meta,
    rows: data,
    scannedRows: statistics.rows_read,
    scannedBytes: statistics.bytes_read,
    ms: statistics.elapsed * 1000,
  };
};
