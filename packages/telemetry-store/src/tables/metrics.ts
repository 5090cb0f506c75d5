import type { Table } from './table.ts';

/**
 * `series` is the hash of everything that identifies a series: metric name, type, temporality, monotonic, resource,
 * scope and the point's attributes. Labels are the point's attributes; `resource` holds those of the resource.
 * Attribute values are text. A series is written once per request that has points of it; the engine folds repetitions.
 */
export const METRIC_SERIES_COLUMNS = [
  ['metric', 'LowCardinality(String)', 'ZSTD(1)'],
  ['series', 'UInt64', 'ZSTD(1)'],
  ['day', 'Date', 'ZSTD(1)'],
  ['labels', 'Map(LowCardinality(String), String)', 'ZSTD(1)'],
  ['resource', 'Map(LowCardinality(String), String)', 'ZSTD(1)'],
  ['service', 'LowCardinality(String)', 'ZSTD(1)'],
  ['application', 'LowCardinality(String)', 'ZSTD(1)'],
  ['subsystem', 'LowCardinality(String)', 'ZSTD(1)'],
  ['scope', 'LowCardinality(String)', 'ZSTD(1)'],
  ['unit', 'LowCardinality(String)', 'ZSTD(1)'],
  ['type', "Enum8('gauge' = 1, 'sum' = 2, 'histogram' = 3, 'exp_histogram' = 4, 'summary' = 5)", 'ZSTD(1)'],
  ['temporality', 'UInt8', 'ZSTD(1)'],
  ['monotonic', 'Bool', 'ZSTD(1)'],
  ['description', 'String', 'ZSTD(1)'],
] as const;
export type MetricSeriesColumn = (typeof METRIC_SERIES_COLUMNS)[number][0];

export const METRIC_SERIES: Table = {
  name: 'metric_series',
  dataSet: 'metrics',
  columns: METRIC_SERIES_COLUMNS,
  indexes: [],
  engine: 'ReplacingMergeTree',
  partitionBy: 'toYYYYMM(day)',
  orderBy: '(metric, series, day)',
  ttlFrom: 'day',
  shardBy: 'series',
  dedupWindowBlocks: 2000,
};

/**
 * Points of gauges and sums, times in milliseconds. `start` is 0 where none was given. `flags` bit 0 = no recorded
 * value. An integer point beyond 2^53 is the nearest Float64.
 */
export const METRIC_POINT_COLUMNS = [
  ['metric', 'LowCardinality(String)', 'ZSTD(1)'],
  ['series', 'UInt64', 'Delta(8), ZSTD(1)'],
  ['ts', "DateTime64(3, 'UTC')", 'DoubleDelta, ZSTD(1)'],
  ['start', "DateTime64(3, 'UTC')", 'DoubleDelta, ZSTD(1)'],
  ['v', 'Float64', 'Gorilla, ZSTD(1)'],
  ['flags', 'UInt8', 'ZSTD(1)'],
] as const;
export type MetricPointColumn = (typeof METRIC_POINT_COLUMNS)[number][0];

export const METRIC_POINTS: Table = {
  name: 'metric_points',
  dataSet: 'metrics',
  columns: METRIC_POINT_COLUMNS,
  indexes: [],
  engine: 'MergeTree',
  partitionBy: 'toDate(ts)',
  orderBy: '(metric, series, ts)',
  ttlFrom: 'toDateTime(ts)',
  shardBy: 'series',
  dedupWindowBlocks: 2000,
};

/**
 * Points of histograms (`bounds`, `buckets`), exponential histograms (`scale`, `zero`, `pos_off`, `buckets`, `neg_off`,
 * `neg_buckets`) and summaries (`bounds` = quantiles, `quantile_values`). `sum`, `min` and `max` are NaN where absent.
 */
export const METRIC_HIST_COLUMNS = [
  ['metric', 'LowCardinality(String)', 'ZSTD(1)'],
  ['series', 'UInt64', 'Delta(8), ZSTD(1)'],
  ['ts', "DateTime64(3, 'UTC')", 'DoubleDelta, ZSTD(1)'],
  ['start', "DateTime64(3, 'UTC')", 'DoubleDelta, ZSTD(1)'],
  ['flags', 'UInt8', 'ZSTD(1)'],
  ['count', 'UInt64', 'T64, ZSTD(1)'],
  ['sum', 'Float64', 'Gorilla, ZSTD(1)'],
  ['min', 'Float64', 'ZSTD(1)'],
  ['max', 'Float64', 'ZSTD(1)'],
  ['bounds', 'Array(Float64)', 'ZSTD(1)'],
  ['buckets', 'Array(UInt64)', 'ZSTD(1)'],
  ['quantile_values', 'Array(Float64)', 'ZSTD(1)'],
  ['scale', 'Int32', 'ZSTD(1)'],
  ['zero', 'UInt64', 'ZSTD(1)'],
  ['zero_threshold', 'Float64', 'ZSTD(1)'],
  ['pos_off', 'Int32', 'ZSTD(1)'],
  ['neg_off', 'Int32', 'ZSTD(1)'],
  ['neg_buckets', 'Array(UInt64)', 'ZSTD(1)'],
] as const;
export type MetricHistColumn = (typeof METRIC_HIST_COLUMNS)[number][0];

export const METRIC_HISTS: Table = {
  name: 'metric_hists',
  dataSet: 'metrics',
  columns: METRIC_HIST_COLUMNS,
  indexes: [],
  engine: 'MergeTree',
  partitionBy: 'toDate(ts)',
  orderBy: '(metric, series, ts)',
  ttlFrom: 'toDateTime(ts)',
  shardBy: 'series',
  dedupWindowBlocks: 2000,
};

/** Measurements kept as examples of a point, with the trace they were made in; ids are zero bytes where absent. */
export const EXEMPLAR_COLUMNS = [
  ['metric', 'LowCardinality(String)', 'ZSTD(1)'],
  ['series', 'UInt64', 'ZSTD(1)'],
  ['ts', "DateTime64(3, 'UTC')", 'DoubleDelta, ZSTD(1)'],
  ['v', 'Float64', 'ZSTD(1)'],
  ['trace_id', 'FixedString(16)', 'ZSTD(1)'],
  ['span_id', 'FixedString(8)', 'ZSTD(1)'],
  ['attrs', 'Map(LowCardinality(String), String)', 'ZSTD(1)'],
] as const;
export type ExemplarColumn = (typeof EXEMPLAR_COLUMNS)[number][0];

export const EXEMPLARS: Table = {
  name: 'exemplars',
  dataSet: 'metrics',
  columns: EXEMPLAR_COLUMNS,
  indexes: ['ix_trace trace_id TYPE bloom_filter(0.001) GRANULARITY 1'],
  engine: 'MergeTree',
  partitionBy: 'toDate(ts)',
  orderBy: '(metric, series, ts)',
  ttlFrom: 'toDateTime(ts)',
  shardBy: 'series',
  dedupWindowBlocks: 2000,
};
