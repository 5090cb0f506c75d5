import { z } from 'zod';

/** Characters of a query at most. */
export const QUERY_CHARS_MAX = 65_536;

/** A severity-marked finding about a query; offsets are UTF-16 units of its text. */
export const diagnostic = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  start: z.number(),
  end: z.number(),
  fix: z.object({ title: z.string(), start: z.number(), end: z.number(), text: z.string() }).optional(),
});
export type WireDiagnostic = z.infer<typeof diagnostic>;

/** RFC 3339 times; used where the query names no time of its own. Half-open: `[from, to)`. */
export const timeRange = z
  .object({ from: z.iso.datetime({ offset: true }), to: z.iso.datetime({ offset: true }) })
  .refine(({ from, to }) => Date.parse(from) <= Date.parse(to), {
    path: ['to'],
    message: 'expected a time not before `from`',
  });
export type TimeRange = z.infer<typeof timeRange>;

/** What the values of a column are; `unknown` where that cannot be told. */
export const columnType = z.enum([
  'string',
  'number',
  'bool',
  'timestamp',
  'interval',
  'enum',
  'array',
  'object',
  'unknown',
]);
export type ColumnType = z.infer<typeof columnType>;

/** One column of a result: `path` is where its value stands in a row, `name` is how it is shown. */
export const resultColumn = z.object({ name: z.string(), path: z.array(z.string()), type: columnType });
export type ResultColumn = z.infer<typeof resultColumn>;

/** A row as three trees, empty ones left out. Timestamps are ISO 8601 with nanoseconds, intervals `1h30m`. */
export const resultRow = z.object({
  $m: z.record(z.string(), z.unknown()).optional(),
  $l: z.record(z.string(), z.unknown()).optional(),
  $d: z.record(z.string(), z.unknown()).optional(),
});
export type ResultRow = z.infer<typeof resultRow>;

const PARAMETERS_MAX = 100;
const PARAMETER_TEXTS_MAX = 1_000;
const PARAMETER_NAME_CHARS_MAX = 200;
const PARAMETER_CHARS_MAX = 10_000;
const parameterText = z.string().max(PARAMETER_CHARS_MAX);

/** `POST /api/query` of the telemetry store. */
export const storeQueryRequest = z.strictObject({
  query: z.string().min(1).max(QUERY_CHARS_MAX),
  time_range: timeRange.optional(),
  /** RFC 3339; freezes `now` for reproducible answers. */
  now: z.iso.datetime({ offset: true }).optional(),
  /** Rows at most; the store's own limit wins when it is lower. */
  limit: z.int().min(1).max(50_000).optional(),
  /** Rows at most where they are whole records and neither the query nor `limit` says how many. */
  records: z.int().min(1).max(50_000).optional(),
  /** What `$p.name` stands for: a text, several texts, or null where the caller leaves the choice open. */
  parameters: z
    .record(
      z.string().max(PARAMETER_NAME_CHARS_MAX),
      z.union([parameterText, z.array(parameterText).max(PARAMETER_TEXTS_MAX), z.null()]),
    )
    .refine((given) => Object.keys(given).length <= PARAMETERS_MAX, `expected at most ${PARAMETERS_MAX} parameters`)
    .optional(),
});
export type StoreQueryRequest = z.infer<typeof storeQueryRequest>;

/** `POST /api/query`, 200. Times are milliseconds. */
export const queryResult = z.object({
  columns: z.array(resultColumn),
  rows: z.array(resultRow),
  row_count: z.number(),
  /** True when a row limit that the query did not ask for cut the answer. */
  truncated: z.boolean(),
  scanned_rows: z.number(),
  scanned_bytes: z.number(),
  execution_time_ms: z.number(),
  warnings: z.array(diagnostic),
});
export type QueryResult = z.infer<typeof queryResult>;

const attributeValue = z.unknown();
const attributes = z.record(z.string(), attributeValue);

/** A span with the attribute types it was sent with. */
export const traceSpan = z.object({
  trace_id: z.string(),
  span_id: z.string(),
  /** Null for a root. */
  parent_id: z.string().nullable(),
  service: z.string(),
  name: z.string(),
  kind: z.enum(['unspecified', 'internal', 'server', 'client', 'producer', 'consumer']),
  /** ISO 8601 with nanoseconds. */
  start: z.string(),
  duration_us: z.number(),
  status: z.enum(['unset', 'ok', 'error']),
  status_message: z.string(),
  attributes,
  resource: attributes,
  scope: z.string(),
  events: z.array(z.object({ time: z.string(), name: z.string(), attributes })),
  links: z.array(z.object({ trace_id: z.string(), span_id: z.string(), attributes })),
});
export type TraceSpan = z.infer<typeof traceSpan>;

/** `GET /api/traces/:id`: every span held of a trace, by start. */
export const traceResponse = z.object({
  trace_id: z.string(),
  spans: z.array(traceSpan),
  services: z.array(z.string()),
  start: z.string(),
  duration_us: z.number(),
  /** False when a span's parent is not here, or there is no root; `reason` says which. */
  complete: z.boolean(),
  reason: z.string().optional(),
  /** True when there were more spans than the limit. */
  truncated: z.boolean(),
});
export type TraceResponse = z.infer<typeof traceResponse>;

const dataSetStats = z.object({
  /** Log records, spans, points of metrics. */
  rows: z.number(),
  /** With what is made of the rows: traces of spans, series of points. */
  bytes_on_disk: z.number(),
  bytes_uncompressed: z.number(),
  /** Uncompressed / on disk; null where there is nothing. */
  compression_ratio: z.number().nullable(),
  /** On disk / rows; null where there is nothing. */
  bytes_per_row: z.number().nullable(),
  /** Records accepted a second, over the last minute. */
  ingest_per_second: z.number(),
  oldest: z.string().nullable(),
  newest: z.string().nullable(),
  retention: z.object({
    days: z.number(),
    /** Null where there is no limit. */
    bytes_max: z.number().nullable(),
    /** What went last to stay within the bytes: whole days, both ends included. */
    last_drop: z
      .object({ at: z.string(), first_day: z.string(), last_day: z.string(), rows: z.number(), bytes: z.number() })
      .nullable(),
  }),
});
export type DataSetStats = z.infer<typeof dataSetStats>;

/** `GET /api/store/stats`. */
export const storeStats = z.object({
  tables: z.array(
    z.object({
      name: z.string(),
      rows: z.number(),
      bytes_on_disk: z.number(),
      bytes_uncompressed: z.number(),
      oldest: z.string().nullable(),
      newest: z.string().nullable(),
    }),
  ),
  data_sets: z.object({ logs: dataSetStats, spans: dataSetStats, metrics: dataSetStats }),
  wal_bytes: z.number(),
  /** Records accepted a second, over the last minute, by signal. */
  ingest_per_second: z.object({ traces: z.number(), logs: z.number(), metrics: z.number() }),
  engine: z.object({ name: z.string(), version: z.string() }),
  /** Where telemetry is sent on to. Numbers of requests are since the start of the store. */
  forward: z.array(
    z.object({
      target: z.string(),
      /** Scheme, host and port. */
      endpoint: z.string(),
      queued_bytes: z.number(),
      /** Null when nothing waits. */
      oldest_age_s: z.number().nullable(),
      sent: z.number(),
      /** Records of sent requests that the target did not keep. */
      rejected_records: z.number(),
      /** Requests the target would not take. */
      refused: z.number(),
      /** Requests that left the queue unsent. */
      dropped: z.number(),
      /** Imported requests, which are no OTLP. */
      skipped: z.number(),
      last_error: z.object({ message: z.string(), at: z.string() }).nullable(),
    }),
  ),
});
export type StoreStats = z.infer<typeof storeStats>;

/** The first line of a chunk of an import: what names it, and where its lines stand. */
export const importHead = z.strictObject({
  /** The import that the chunk is part of. */
  import: z.string().min(1).max(200),
  /** Number of the first line that follows, in its file. */
  line: z.int().min(1).default(1),
  /** What follows is no lines but one OTLP request. */
  request: z.enum(['protobuf']).optional(),
});

/** What became of a chunk of an import. */
export const importAnswer = z.object({
  /** Records that are kept. */
  accepted: z.number(),
  /** Lines that are left out, or kept in part; of an OTLP request, records. */
  rejected: z.number(),
  /** Records whose time could not be read: they have that of their receipt. */
  times_unread: z.number(),
  /** The first reasons. */
  faults: z.array(z.object({ line: z.number(), code: z.string(), message: z.string() })),
  /** The same chunk was taken before: nothing was added, and this is what was answered then. */
  known: z.boolean(),
});
export type ImportAnswer = z.infer<typeof importAnswer>;
