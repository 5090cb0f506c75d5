import type { Table } from './table.ts';

/**
 * Who calls whom, by the minute of the call. No view of the engine can fill it: a span and its parent arrive in different
 * inserts. Minutes are computed from `otel.spans` once they have new spans, and written anew whole: the row computed
 * last is the one that counts, and an edge that is no more is written with 0 calls.
 *
 * `source` and `target` are services, or what spans of a service say they call: a `database`, `cache`, `queue` or
 * `external` one. Durations are in nanoseconds.
 */
const EDGE_COLUMNS = [
  ['minute', "DateTime('UTC')", 'Delta(4), ZSTD(1)'],
  ['source', 'String', 'ZSTD(1)'],
  ['source_type', 'LowCardinality(String)', 'ZSTD(1)'],
  ['target', 'String', 'ZSTD(1)'],
  ['target_type', 'LowCardinality(String)', 'ZSTD(1)'],
  ['system', 'LowCardinality(String)', 'ZSTD(1)'],
  ['calls', 'UInt64', 'ZSTD(1)'],
  ['errors', 'UInt64', 'ZSTD(1)'],
  ['duration_sum', 'UInt64', 'ZSTD(1)'],
  ['duration_max', 'UInt64', 'ZSTD(1)'],
  ['computed', "DateTime64(3, 'UTC')", 'ZSTD(1)'],
] as const;

export const EDGES_1M: Table = {
  name: 'edges_1m',
  dataSet: 'spans',
  columns: EDGE_COLUMNS,
  indexes: [],
  engine: 'ReplacingMergeTree(computed)',
  partitionBy: 'toDate(minute)',
  orderBy: '(minute, source, source_type, target, target_type, system)',
  ttlFrom: 'minute',
  // The first shard: they are few, and the row computed last replaces others only where it is.
  shardBy: '0',
  dedupWindowBlocks: 2000,
};

/** How many spans of a minute its edges were computed from: there are more in `otel.red_1m` once new ones have come. */
const EDGE_MINUTE_COLUMNS = [
  ['minute', "DateTime('UTC')", 'Delta(4), ZSTD(1)'],
  ['spans', 'UInt64', 'ZSTD(1)'],
  ['computed', "DateTime64(3, 'UTC')", 'ZSTD(1)'],
] as const;

export const EDGE_MINUTES: Table = {
  name: 'edge_minutes',
  dataSet: 'spans',
  columns: EDGE_MINUTE_COLUMNS,
  indexes: [],
  engine: 'ReplacingMergeTree(computed)',
  partitionBy: 'toDate(minute)',
  orderBy: 'minute',
  ttlFrom: 'minute',
  shardBy: '0',
  dedupWindowBlocks: 2000,
};
