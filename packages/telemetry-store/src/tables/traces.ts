import { createView } from './create-view.ts';
import { SPANS } from './spans.ts';
import { DATABASE, type Table } from './table.ts';

/** One row per trace and day, folded from `otel.spans` as they arrive: the trace list, and the time bounds for opening one. */
export const TRACES: Table = {
  name: 'traces',
  dataSet: 'spans',
  columns: [
    ['day', 'Date', 'ZSTD(1)'],
    ['trace_id', 'FixedString(16)', 'ZSTD(1)'],
    ['start', "SimpleAggregateFunction(min, DateTime64(9, 'UTC'))", 'ZSTD(1)'],
    ['end', "SimpleAggregateFunction(max, DateTime64(9, 'UTC'))", 'ZSTD(1)'],
    ['spans', 'SimpleAggregateFunction(sum, UInt64)', 'ZSTD(1)'],
    ['errors', 'SimpleAggregateFunction(sum, UInt64)', 'ZSTD(1)'],
    ['root_service', 'SimpleAggregateFunction(max, String)', 'ZSTD(1)'],
    ['root_name', 'SimpleAggregateFunction(max, String)', 'ZSTD(1)'],
    ['root_duration', 'SimpleAggregateFunction(max, UInt64)', 'ZSTD(1)'],
    ['services', 'SimpleAggregateFunction(groupUniqArrayArray, Array(String))', 'ZSTD(1)'],
  ],
  indexes: [],
  engine: 'AggregatingMergeTree',
  partitionBy: 'day',
  orderBy: '(day, trace_id)',
  ttlFrom: 'day',
  shardBy: 'cityHash64(trace_id)',
  dedupWindowBlocks: 2000,
};

const NO_PARENT = "parent_id = toFixedString('', 8)";

/** The rows of `otel.traces` that spans come to: all, or those of a condition that begins with ` WHERE`. */
export const tracesSelect = (
  where = '',
  spans = 'spans',
): string => `SELECT toDate(ts) AS day, trace_id, min(ts) AS start, max(ts + toIntervalNanosecond(duration)) AS end,
  count() AS spans, countIf(status = 2) AS errors,
  maxIf(toString(service), ${NO_PARENT}) AS root_service, maxIf(toString(name), ${NO_PARENT}) AS root_name,
  maxIf(duration, ${NO_PARENT}) AS root_duration, groupUniqArray(toString(service)) AS services
FROM ${DATABASE}.${spans}${where} GROUP BY day, trace_id`;

/**
 * Fills `otel.traces`. A trace that crosses midnight has a row per day. Inserts of a replayed batch are dropped here too
 * when the insert carries `deduplicate_blocks_in_dependent_materialized_views = 1`.
 */
export const tracesView = (cluster: string | null): string => createView(TRACES, SPANS, cluster, tracesSelect);
