import type { Table } from './table.ts';
import { TIME_BUCKET } from './time-bucket.ts';

/**
 * Columns of `otel.spans` in the order rows are written.
 *
 * - `duration` is in nanoseconds, 0 where the end lies before the start.
 * - `parent_id` is all zero bytes at a root.
 * - `kind` is OpenTelemetry's 0 to 5; `status` 0 unset, 1 ok, 2 error.
 * - Attribute values are text. Beside each map stands its `…_kinds`: one letter per entry in the order of the map,
 *   which says what the value was (see `ATTRIBUTE_KINDS`), so that a trace can be returned with original types.
 *   `resource` is `$d.process.tags`, `attrs` is `$d.tags`, `events` is `$d.logs`.
 * - `attrs` has the derived entries `otel.status_code` (`OK`, `ERROR`) and `error` (`true`) where the status says so and
 *   the span has no attribute of that name; their kind is `x`, and they are not part of the original span.
 */
export const SPAN_COLUMNS = [
  ['ts', "DateTime64(9, 'UTC')", 'Delta(8), ZSTD(1)'],
  ['duration', 'UInt64', 'ZSTD(1)'],
  ['trace_id', 'FixedString(16)', 'ZSTD(1)'],
  ['span_id', 'FixedString(8)', 'ZSTD(1)'],
  ['parent_id', 'FixedString(8)', 'ZSTD(1)'],
  ['service', 'LowCardinality(String)', 'ZSTD(1)'],
  ['name', 'LowCardinality(String)', 'ZSTD(1)'],
  ['kind', 'UInt8', 'ZSTD(1)'],
  ['status', 'UInt8', 'ZSTD(1)'],
  ['status_message', 'String', 'ZSTD(1)'],
  ['application', 'LowCardinality(String)', 'ZSTD(1)'],
  ['subsystem', 'LowCardinality(String)', 'ZSTD(1)'],
  ['flags', 'UInt32', 'ZSTD(1)'],
  ['trace_state', 'String', 'ZSTD(1)'],
  ['resource', 'Map(LowCardinality(String), String)', 'ZSTD(1)'],
  ['resource_kinds', 'LowCardinality(String)', 'ZSTD(1)'],
  ['attrs', 'Map(LowCardinality(String), String)', 'ZSTD(1)'],
  ['attr_kinds', 'LowCardinality(String)', 'ZSTD(1)'],
  ['events.ts', "Array(DateTime64(9, 'UTC'))", 'ZSTD(1)'],
  ['events.name', 'Array(LowCardinality(String))', 'ZSTD(1)'],
  ['events.attrs', 'Array(Map(LowCardinality(String), String))', 'ZSTD(1)'],
  ['events.attr_kinds', 'Array(LowCardinality(String))', 'ZSTD(1)'],
  ['links.trace_id', 'Array(FixedString(16))', 'ZSTD(1)'],
  ['links.span_id', 'Array(FixedString(8))', 'ZSTD(1)'],
  ['links.trace_state', 'Array(String)', 'ZSTD(1)'],
  ['links.attrs', 'Array(Map(LowCardinality(String), String))', 'ZSTD(1)'],
  ['links.attr_kinds', 'Array(LowCardinality(String))', 'ZSTD(1)'],
  ['scope', 'LowCardinality(String)', 'ZSTD(1)'],
  ['scope_version', 'LowCardinality(String)', 'ZSTD(1)'],
  ['scope_attrs', 'Map(LowCardinality(String), String)', 'ZSTD(1)'],
  ['scope_attr_kinds', 'LowCardinality(String)', 'ZSTD(1)'],
  ['dropped_attrs', 'UInt32', 'ZSTD(1)'],
  ['dropped_events', 'UInt32', 'ZSTD(1)'],
  ['dropped_links', 'UInt32', 'ZSTD(1)'],
] as const;

export type SpanColumn = (typeof SPAN_COLUMNS)[number][0];

/**
 * Opening a trace takes a few rows of every column from a few places: most of its time would go into unpacking the rest of
 * their blocks.
 */
const BLOCK_BYTES_MIN = 16_384;

export const SPANS: Table = {
  name: 'spans',
  dataSet: 'spans',
  columns: SPAN_COLUMNS,
  indexes: [
    'ix_trace trace_id TYPE bloom_filter(0.001) GRANULARITY 1',
    'ix_duration duration TYPE minmax GRANULARITY 1',
    'ix_status status TYPE set(4) GRANULARITY 1',
    'ix_values mapValues(attrs) TYPE bloom_filter(0.01) GRANULARITY 1',
  ],
  engine: 'MergeTree',
  partitionBy: 'toDate(ts)',
  orderBy: `(${TIME_BUCKET}, service, name, ts)`,
  ttlFrom: 'toDateTime(ts)',
  shardBy: 'cityHash64(trace_id)',
  blockBytesMin: BLOCK_BYTES_MIN,
  dedupWindowBlocks: 2000,
};
