import type { BatchSource } from '@clearspan/dataprime';
import type { TableName } from './tables/table.ts';

/** Rows of one table, ready to be inserted. */
export interface TableBatch {
  readonly table: TableName;
  /** RowBinary in the order of the table's columns. */
  readonly bytes: Uint8Array;
  readonly rows: number;
}

export interface QueryLimits {
  /** Wall clock of the statement in the engine. */
  readonly ms: number;
  /** Memory the engine may use for this statement. */
  readonly memoryBytes: number;
  /** Rows of the result. */
  readonly rows: number;
}

export interface QueryRequest {
  /** One SELECT statement. User text stands in it only as literals written by the one encoder. */
  readonly sql: string;
  readonly limits: QueryLimits;
  readonly signal?: AbortSignal | undefined;
}

export interface QueryResult {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** JSONCompactEachRow values: 64-bit and wider integers are strings. */
  readonly rows: readonly (readonly unknown[])[];
  readonly scannedRows: number;
  readonly scannedBytes: number;
  readonly ms: number;
}

export interface TableStats {
  readonly table: TableName;
  readonly rows: number;
  readonly bytesOnDisk: number;
  readonly bytesUncompressed: number;
  /** ISO 8601 with nanoseconds; null when the table is empty or has no time. */
  readonly oldest: string | null;
  readonly newest: string | null;
}

export interface StoreStats {
  readonly tables: readonly TableStats[];
  /** Version text of the engine. */
  readonly engine: string;
}

/** `code` of the errors the port rejects with; `cause` holds the engine's own error. */
export type StoreErrorCode =
  /** The statement ran longer than `limits.ms`. */
  | 'TIMEOUT'
  /** The statement needed more than `limits.memoryBytes`. */
  | 'MEMORY'
  /** The result has more than `limits.rows` rows. */
  | 'TOO_MANY_ROWS'
  /** The query ended itself, by a limit or an `on … fail`: the message says why, in words made here. */
  | 'REFUSED'
  /** The caller's signal fired. */
  | 'CANCELLED'
  /** The engine is starting, restarting or overloaded: the same call can succeed later. */
  | 'UNAVAILABLE'
  /** Another process holds the data directory. */
  | 'LOCKED'
  /** The engine refused the statement or failed in it. */
  | 'ENGINE';

export type StoreError = Error & { readonly code: StoreErrorCode };

/** Rows that are there for statements without being stored. */
export interface RowsBeside {
  readonly source: BatchSource;
  /** As `query` of the store; the SQL may read the source. */
  query(request: QueryRequest): Promise<QueryResult>;
}

/** Where telemetry is kept. One conformance suite holds for every adapter. */
export interface TelemetryStore {
  /**
   * Appends the rows of a batch.
   * - MUST be atomic per table and MUST NOT resolve before a following `query` can see the rows.
   * - MUST be idempotent by `token` and table: a second insert with the same token adds nothing, and neither do the views.
   *   The caller MUST give the same bytes with the same token. The engine remembers a limited number of tokens
   *   (`Table.dedupWindowBlocks`), so a replay is exact only while it is recent.
   * - MUST NOT keep a reference to `bytes` after it settles; the caller MUST NOT change them before.
   * - MUST never hand `bytes` to an SQL parser.
   */
  insert(batch: TableBatch, token: string): Promise<void>;
  /**
   * Runs one SELECT. MUST stop the engine's work when `signal` fires, not only reject. An empty `rows` means that
   * nothing matched; what the adapter cannot do MUST reject. Rejects with a `StoreError`.
   */
  query(request: QueryRequest): Promise<QueryResult>;
  /**
   * Lets statements read rows that are not stored, as long as `use` takes. They are read as a table of their own: what
   * is stored is not changed by them.
   */
  withRows<T>(batch: TableBatch, use: (beside: RowsBeside) => Promise<T>): Promise<T>;
  /** MAY be some seconds old. */
  stats(): Promise<StoreStats>;
  /** Waits for running inserts, cancels running queries, releases the directory. MAY be called more than once. */
  close(): Promise<void>;
}
