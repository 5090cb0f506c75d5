/** A point as a test tells it, times in milliseconds since 1970; 64-bit counts as numbers. */
export interface SentPoint {
  readonly labels: Readonly<Record<string, string>>;
  readonly startMs: number;
  readonly timeMs: number;
  /** Bit 0: no recorded value. */
  readonly flags?: number;
  /** What its type has on top: `asDouble`, `count`, `sum`, `bucketCounts`, … as OTLP/JSON names it. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly exemplars?: readonly object[];
}

export interface SentMetric {
  readonly name: string;
  readonly type: 'gauge' | 'sum' | 'histogram' | 'exponentialHistogram' | 'summary';
  readonly unit?: string;
  readonly description?: string;
  /** OpenTelemetry's: 1 delta, 2 cumulative. */
  readonly temporality?: 0 | 1 | 2;
  readonly monotonic?: boolean;
  readonly points: readonly SentPoint[];
}

const attributes = (given: Readonly<Record<string, string>>): object[] =>
  Object.entries(given).map(([key, stringValue]) => ({ key, value: { stringValue } }));
const nanos = (ms: number): string => `${ms}000000`;

const pointOf = ({ labels, startMs, timeMs, flags = 0, data, exemplars = [] }: SentPoint): object => ({
  attributes: attributes(labels),
  ...(startMs === 0 ? {} : { startTimeUnixNano: nanos(startMs) }),
  timeUnixNano: nanos(timeMs),
  flags,
  ...data,
  ...(exemplars.length === 0 ? {} : { exemplars }),
});

const metricOf = ({ name, type, unit, description, temporality, monotonic, points }: SentMetric): object => ({
  name,
  unit: unit ?? '1',
  description: description ?? '',
  [type]: {
    dataPoints: points.map(pointOf),
    ...(temporality === undefined ? {} : { aggregationTemporality: temporality }),
    ...(monotonic === undefined ? {} : { isMonotonic: monotonic }),
  },
});

/** `ExportMetricsServiceRequest` in JSON: metrics of one resource. */
export const metricsJson = (resource: Readonly<Record<string, string>>, metrics: readonly SentMetric[]): string =>
  JSON.stringify({
    resourceMetrics: [
      {
        resource: { attributes: attributes(resource) },
        scopeMetrics: [{ scope: { name: 'test' }, metrics: metrics.map(metricOf) }],
      },
    ],
  });
