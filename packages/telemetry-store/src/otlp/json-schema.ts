/** How a field of a message travels in protobuf, and what its JSON looks like. */
export type FieldKind =
  | 'string'
  /** Hexadecimal digits in JSON, as OTLP has its ids. */
  | 'hex'
  | 'base64'
  | 'bool'
  | 'double'
  | 'fixed32'
  | 'fixed64'
  | 'sfixed64'
  /** Also uint32, int64, uint64 and enumerations: all the same varint. */
  | 'varint'
  | 'sint32'
  | Message;

export interface Field {
  readonly number: number;
  readonly kind: FieldKind;
  readonly repeated: boolean;
  /** Written even when it has its default value: a member of a oneof, or an optional field. */
  readonly present: boolean;
  /** Names of an enumeration, which some senders write instead of numbers. */
  readonly names?: ReadonlyMap<string, number>;
}

/** Fields by their lowerCamelCase name. A function where a message contains itself. */
export type Message = () => Readonly<Record<string, Field>>;

type Fields = Readonly<Record<string, Field>>;

const one = (number: number, kind: FieldKind): Field => ({ number, kind, repeated: false, present: false });
const many = (number: number, kind: FieldKind): Field => ({ number, kind, repeated: true, present: false });
const set = (number: number, kind: FieldKind): Field => ({ number, kind, repeated: false, present: true });
const named = (number: number, prefix: string, names: readonly string[]): Field => ({
  ...one(number, 'varint'),
  names: new Map(names.map((name, value) => [`${prefix}${name}`, value])),
});
const message = (fields: Fields): Message => {
  const table = Object.assign(Object.create(null) as Record<string, Field>, fields);
  return () => table;
};

const ANY_VALUE: Message = () => anyValueFields;
const keyValue = message({ key: one(1, 'string'), value: set(2, ANY_VALUE) });
const anyValueFields: Fields = message({
  stringValue: set(1, 'string'),
  boolValue: set(2, 'bool'),
  intValue: set(3, 'varint'),
  doubleValue: set(4, 'double'),
  arrayValue: set(5, message({ values: many(1, ANY_VALUE) })),
  kvlistValue: set(6, message({ values: many(1, keyValue) })),
  bytesValue: set(7, 'base64'),
})();

const resource = message({ attributes: many(1, keyValue), droppedAttributesCount: one(2, 'varint') });
const scope = message({
  name: one(1, 'string'),
  version: one(2, 'string'),
  attributes: many(3, keyValue),
  droppedAttributesCount: one(4, 'varint'),
});

const request = (resources: string, scopes: string, records: string, record: Message): Message =>
  message({
    [resources]: many(
      1,
      message({
        resource: one(1, resource),
        [scopes]: many(2, message({ scope: one(1, scope), [records]: many(2, record), schemaUrl: one(3, 'string') })),
        schemaUrl: one(3, 'string'),
      }),
    ),
  });

const span = message({
  traceId: one(1, 'hex'),
  spanId: one(2, 'hex'),
  traceState: one(3, 'string'),
  parentSpanId: one(4, 'hex'),
  name: one(5, 'string'),
  kind: named(6, 'SPAN_KIND_', ['UNSPECIFIED', 'INTERNAL', 'SERVER', 'CLIENT', 'PRODUCER', 'CONSUMER']),
  startTimeUnixNano: one(7, 'fixed64'),
  endTimeUnixNano: one(8, 'fixed64'),
  attributes: many(9, keyValue),
  droppedAttributesCount: one(10, 'varint'),
  events: many(
    11,
    message({
      timeUnixNano: one(1, 'fixed64'),
      name: one(2, 'string'),
      attributes: many(3, keyValue),
      droppedAttributesCount: one(4, 'varint'),
    }),
  ),
  droppedEventsCount: one(12, 'varint'),
  links: many(
    13,
    message({
      traceId: one(1, 'hex'),
      spanId: one(2, 'hex'),
      traceState: one(3, 'string'),
      attributes: many(4, keyValue),
      droppedAttributesCount: one(5, 'varint'),
      flags: one(6, 'fixed32'),
    }),
  ),
  droppedLinksCount: one(14, 'varint'),
  status: one(15, message({ message: one(2, 'string'), code: named(3, 'STATUS_CODE_', ['UNSET', 'OK', 'ERROR']) })),
  flags: one(16, 'fixed32'),
});

/** UNSPECIFIED, TRACE, TRACE2, …, FATAL4. */
const SEVERITY_NAMES: readonly string[] = [
  'UNSPECIFIED',
  ...['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'].flatMap((name) => [name, `${name}2`, `${name}3`, `${name}4`]),
];

const logRecord = message({
  timeUnixNano: one(1, 'fixed64'),
  severityNumber: named(2, 'SEVERITY_NUMBER_', SEVERITY_NAMES),
  severityText: one(3, 'string'),
  body: set(5, ANY_VALUE),
  attributes: many(6, keyValue),
  droppedAttributesCount: one(7, 'varint'),
  flags: one(8, 'fixed32'),
  traceId: one(9, 'hex'),
  spanId: one(10, 'hex'),
  observedTimeUnixNano: one(11, 'fixed64'),
  eventName: one(12, 'string'),
});

const exemplar = message({
  timeUnixNano: one(2, 'fixed64'),
  asDouble: set(3, 'double'),
  spanId: one(4, 'hex'),
  traceId: one(5, 'hex'),
  asInt: set(6, 'sfixed64'),
  filteredAttributes: many(7, keyValue),
});

const numberPoint = message({
  startTimeUnixNano: one(2, 'fixed64'),
  timeUnixNano: one(3, 'fixed64'),
  asDouble: set(4, 'double'),
  exemplars: many(5, exemplar),
  asInt: set(6, 'sfixed64'),
  attributes: many(7, keyValue),
  flags: one(8, 'varint'),
});

const histogramPoint = message({
  startTimeUnixNano: one(2, 'fixed64'),
  timeUnixNano: one(3, 'fixed64'),
  count: one(4, 'fixed64'),
  sum: set(5, 'double'),
  bucketCounts: many(6, 'fixed64'),
  explicitBounds: many(7, 'double'),
  exemplars: many(8, exemplar),
  attributes: many(9, keyValue),
  flags: one(10, 'varint'),
  min: set(11, 'double'),
  max: set(12, 'double'),
});

const buckets = message({ offset: one(1, 'sint32'), bucketCounts: many(2, 'varint') });
const exponentialPoint = message({
  attributes: many(1, keyValue),
  startTimeUnixNano: one(2, 'fixed64'),
  timeUnixNano: one(3, 'fixed64'),
  count: one(4, 'fixed64'),
  sum: set(5, 'double'),
  scale: one(6, 'sint32'),
  zeroCount: one(7, 'fixed64'),
  positive: one(8, buckets),
  negative: one(9, buckets),
  flags: one(10, 'varint'),
  exemplars: many(11, exemplar),
  min: set(12, 'double'),
  max: set(13, 'double'),
  zeroThreshold: one(14, 'double'),
});

const summaryPoint = message({
  startTimeUnixNano: one(2, 'fixed64'),
  timeUnixNano: one(3, 'fixed64'),
  count: one(4, 'fixed64'),
  sum: one(5, 'double'),
  quantileValues: many(6, message({ quantile: one(1, 'double'), value: one(2, 'double') })),
  attributes: many(7, keyValue),
  flags: one(8, 'varint'),
});

const points = (point: Message): Message =>
  message({
    dataPoints: many(1, point),
    aggregationTemporality: named(2, 'AGGREGATION_TEMPORALITY_', ['UNSPECIFIED', 'DELTA', 'CUMULATIVE']),
    isMonotonic: one(3, 'bool'),
  });

const metric = message({
  name: one(1, 'string'),
  description: one(2, 'string'),
  unit: one(3, 'string'),
  gauge: set(5, points(numberPoint)),
  sum: set(7, points(numberPoint)),
  histogram: set(9, points(histogramPoint)),
  exponentialHistogram: set(10, points(exponentialPoint)),
  summary: set(11, points(summaryPoint)),
});

/** The request of each signal. */
export const JSON_REQUESTS: Readonly<Record<'traces' | 'logs' | 'metrics', Message>> = {
  traces: request('resourceSpans', 'scopeSpans', 'spans', span),
  logs: request('resourceLogs', 'scopeLogs', 'logRecords', logRecord),
  metrics: request('resourceMetrics', 'scopeMetrics', 'metrics', metric),
};
