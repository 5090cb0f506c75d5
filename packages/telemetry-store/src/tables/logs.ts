import type { Table } from './table.ts';
import { TIME_BUCKET } from './time-bucket.ts';

/**
 * Columns of `otel.logs` in the order rows are written.
 *
 * - `ts` is never zero: the record's time, else its observed time, else the time of receipt.
 * - `severity` holds DataPrime codes 1 Debug, 2 Verbose, 3 Info, 4 Warning, 5 Error, 6 Critical; 0 where none was given.
 *   `severity_number` is OpenTelemetry's 0 to 24.
 * - `logid` is the same for the same record of the same request, however often the request is replayed.
 * - `templateid` is the hash of the text with its variable tokens masked; 0 where the record has no text.
 * - `labels` holds the other `$l.*` (category, classname, computername, methodname, threadid, ipaddress).
 * - `trace_id` and `span_id` are all zero bytes where absent.
 * - `d_json` is `$d` as compact JSON, exact (integers beyond 2^53 keep all digits). `d_str`, `d_num`, `d_bool` repeat
 *   every scalar leaf outside arrays, by type; the key is the path joined by `.`, with `\` and `.` inside keys escaped
 *   as `\\` and `\.` (see `fieldKey`). JSON null is absent from the maps. A number beyond 64 bits or
 *   Float64 is text: the engine reads nothing of JSON that has one.
 *
 * `ix_text` is read by `d_str['k'] = 'v'`, `hasToken(d_str['k'], 'word')`, `hasAllTokens(d_str['k'], 'two words')` and,
 * over all strings, `hasAllTokens(mapValues(d_str), 'two words')`; not by `hasTokenCaseInsensitive`. Tokens are runs of
 * ASCII letters, digits and bytes above 127, in lower case: give them in lower case.
 */
export const LOG_COLUMNS = [
  ['ts', "DateTime64(9, 'UTC')", 'Delta(8), ZSTD(1)'],
  ['observed_ts', "DateTime64(9, 'UTC')", 'Delta(8), ZSTD(1)'],
  ['severity', 'UInt8', 'ZSTD(1)'],
  ['severity_number', 'UInt8', 'ZSTD(1)'],
  ['logid', 'String', 'ZSTD(1)'],
  ['templateid', 'UInt64', 'ZSTD(1)'],
  ['priorityclass', 'LowCardinality(String)', 'ZSTD(1)'],
  ['applicationname', 'LowCardinality(String)', 'ZSTD(1)'],
  ['subsystemname', 'LowCardinality(String)', 'ZSTD(1)'],
  ['labels', 'Map(LowCardinality(String), String)', 'ZSTD(1)'],
  ['trace_id', 'FixedString(16)', 'ZSTD(1)'],
  ['span_id', 'FixedString(8)', 'ZSTD(1)'],
  ['d_json', 'String', 'ZSTD(1)'],
  ['d_str', 'Map(LowCardinality(String), String)', 'ZSTD(1)'],
  ['d_num', 'Map(LowCardinality(String), Float64)', 'ZSTD(1)'],
  ['d_bool', 'Map(LowCardinality(String), Bool)', 'ZSTD(1)'],
] as const;

export type LogColumn = (typeof LOG_COLUMNS)[number][0];

export const LOGS: Table = {
  name: 'logs',
  dataSet: 'logs',
  columns: LOG_COLUMNS,
  indexes: [
    'ix_trace trace_id TYPE bloom_filter(0.001) GRANULARITY 1',
    'ix_severity severity TYPE set(8) GRANULARITY 1',
    'ix_str_values mapValues(d_str) TYPE bloom_filter(0.01) GRANULARITY 1',
    'ix_str_keys mapKeys(d_str) TYPE bloom_filter(0.01) GRANULARITY 1',
    'ix_num_keys mapKeys(d_num) TYPE bloom_filter(0.01) GRANULARITY 1',
    // Indexed by value, not on d_json: there a line feed reads `\n` and would glue its `n` to the next word.
    "ix_text mapValues(d_str) TYPE text(tokenizer = 'splitByNonAlpha', preprocessor = lower(mapValues(d_str)))",
  ],
  engine: 'MergeTree',
  partitionBy: 'toDate(ts)',
  orderBy: `(${TIME_BUCKET}, applicationname, subsystemname, ts)`,
  ttlFrom: 'toDateTime(ts)',
  shardBy: 'cityHash64(logid)',
  dedupWindowBlocks: 2000,
};
