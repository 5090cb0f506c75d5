import { createView } from './create-view.ts';
import { SPANS } from './spans.ts';
import { DATABASE, type Table } from './table.ts';

/** Of durations in nanoseconds: a hundredth off at most. */
export const RED_QUANTILES = [0.5, 0.9, 0.95, 0.99] as const;
const ACCURACY = 0.01;
/** State of the quantiles, as columns hold it and as `…Merge` reads it. */
export const QUANTILES: string = `quantilesDD(${[ACCURACY, ...RED_QUANTILES].join(', ')})`;

/** Rate, errors and duration of every service and operation by the minute, folded from `otel.spans` as they arrive. */
export const RED_1M: Table = {
  name: 'red_1m',
  dataSet: 'spans',
  columns: [
    ['minute', "DateTime('UTC')", 'Delta(4), ZSTD(1)'],
    ['service', 'LowCardinality(String)', 'ZSTD(1)'],
    ['name', 'LowCardinality(String)', 'ZSTD(1)'],
    ['kind', 'UInt8', 'ZSTD(1)'],
    ['calls', 'SimpleAggregateFunction(sum, UInt64)', 'ZSTD(1)'],
    ['errors', 'SimpleAggregateFunction(sum, UInt64)', 'ZSTD(1)'],
    ['duration_sum', 'SimpleAggregateFunction(sum, UInt64)', 'ZSTD(1)'],
    ['duration_max', 'SimpleAggregateFunction(max, UInt64)', 'ZSTD(1)'],
    ['durations', `AggregateFunction(${QUANTILES}, UInt64)`, 'ZSTD(1)'],
  ],
  indexes: [],
  engine: 'AggregatingMergeTree',
  partitionBy: 'toDate(minute)',
  orderBy: '(minute, service, name, kind)',
  ttlFrom: 'minute',
  shardBy: 'cityHash64(service, name)',
  dedupWindowBlocks: 2000,
};

const STATE = `${QUANTILES.replace('quantilesDD', 'quantilesDDState')}(duration)`;

/** The rows of `otel.red_1m` that spans come to: all, or those of a condition that begins with ` WHERE`. */
export const redSelect = (
  where = '',
  spans = 'spans',
): string => `SELECT toStartOfMinute(toDateTime(ts)) AS minute, service, name, kind, count() AS calls,
  countIf(status = 2) AS errors, sum(duration) AS duration_sum, max(duration) AS duration_max, ${STATE} AS durations
FROM ${DATABASE}.${spans}${where} GROUP BY minute, service, name, kind`;

/** Fills `otel.red_1m`. */
export const redView = (cluster: string | null): string => createView(RED_1M, SPANS, cluster, redSelect);
