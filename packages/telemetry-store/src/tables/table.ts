import type { DataSet } from './data-sets.ts';

export type TableName =
  | 'logs'
  | 'spans'
  | 'traces'
  | 'red_1m'
  | 'edges_1m'
  | 'edge_minutes'
  | 'metric_series'
  | 'metric_points'
  | 'metric_hists'
  | 'exemplars'
  | 'enrichments'
  | 'import_chunks';

/** `[name, ClickHouse type, codec]`. Nested columns are listed flat (`events.ts Array(…)`), as they travel. */
export type Column = readonly [name: string, type: string, codec: string];

/** The one definition of a physical table: DDL, wire structure and the order in which rows are written derive from it. */
export interface Table {
  readonly name: TableName;
  /** What it is kept and dropped with; null for what is of every one, and kept as long as the one that is kept longest. */
  readonly dataSet: DataSet | null;
  readonly columns: readonly Column[];
  /** Skip indexes as written in DDL. */
  readonly indexes: readonly string[];
  readonly engine: 'MergeTree' | 'ReplacingMergeTree' | 'ReplacingMergeTree(computed)' | 'AggregatingMergeTree';
  /** Null for a table of one part. */
  readonly partitionBy: string | null;
  readonly orderBy: string;
  /** Expression of type Date or DateTime that retention counts from; null for what is kept. */
  readonly ttlFrom: string | null;
  /**
   * Expression of the shard that a row of a cluster goes to. It MUST be made of the row alone: a batch that is sent again
   * must be split as it was the first time, or a shard would take new rows for ones that it has.
   */
  readonly shardBy: string;
  /** Bytes of a column that are compressed as one, at least; absent for the engine's own 64 KiB. */
  readonly blockBytesMin?: number;
  /** Blocks whose insert_deduplication_token is remembered; 0 where nothing is inserted directly. */
  readonly dedupWindowBlocks: number;
}

export const DATABASE = 'otel';
