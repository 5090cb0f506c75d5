import type { Exemplar } from '../otlp/exemplar.ts';
import type { HistogramPoint, NumberPoint } from '../otlp/metric-points.ts';
import {
  type RowBuffer,
  reserve,
  writeBigInt64,
  writeBuffer,
  writeFloat64,
  writeText,
  writeUInt8,
  writeUInt32,
  writeUInt64,
  writeVarint,
  writeZeros,
} from '../row-binary/row-buffer.ts';
import {
  EXEMPLAR_COLUMNS,
  type ExemplarColumn,
  METRIC_HIST_COLUMNS,
  METRIC_POINT_COLUMNS,
  METRIC_SERIES_COLUMNS,
  type MetricHistColumn,
  type MetricPointColumn,
  type MetricSeriesColumn,
} from '../tables/metrics.ts';
import { sortedEntries, type TextEntry } from './attribute-text.ts';
import type { MetricHead } from './series.ts';
import type { Hash64 } from './template-id.ts';

/** A point with the series it belongs to. */
export interface InSeries<T> {
  readonly metric: string;
  readonly series: Hash64;
  readonly point: T;
}

export interface SeriesRow {
  readonly head: MetricHead;
  readonly series: Hash64;
  readonly labels: readonly TextEntry[];
  /** Days since 1970. */
  readonly day: number;
}

type Writer<T> = (row: T, out: RowBuffer) => void;
type Writers<Name extends string, T> = Readonly<Record<Name, Writer<T>>>;

const rowWriter = <Name extends string, T>(
  columns: readonly (readonly [Name, string, string])[],
  writers: Writers<Name, T>,
): Writer<T> => {
  const inOrder = columns.map(([name]) => writers[name]);
  return (row, out) => {
    for (const write of inOrder) write(row, out);
  };
};

const NANOS_PER_MS = 1_000_000n;
const millis = (out: RowBuffer, nanos: bigint): void => writeBigInt64(out, nanos / NANOS_PER_MS);
const hash = (out: RowBuffer, { low, high }: Hash64): void => writeUInt64(out, low, high);
const count64 = (out: RowBuffer, value: bigint): void => writeBigInt64(out, value);

const hex = (out: RowBuffer, digits: string, bytes: number): void => {
  if (digits === '') {
    writeZeros(out, bytes);
    return;
  }
  reserve(out, bytes);
  out.length += out.bytes.write(digits, out.length, 'hex');
};

const list = <T>(out: RowBuffer, items: readonly T[], write: (out: RowBuffer, item: T) => void): void => {
  writeVarint(out, items.length);
  for (const item of items) write(out, item);
};

const entry = (out: RowBuffer, [key, value]: TextEntry): void => {
  writeText(out, key);
  writeText(out, value);
};

export const writeSeriesRow: Writer<SeriesRow> = rowWriter<MetricSeriesColumn, SeriesRow>(METRIC_SERIES_COLUMNS, {
  metric: ({ head }, out) => writeText(out, head.name),
  series: ({ series }, out) => hash(out, series),
  day: ({ day }, out) => {
    writeUInt8(out, day & 255);
    writeUInt8(out, day >>> 8);
  },
  labels: ({ labels }, out) => list(out, labels, entry),
  resource: ({ head }, out) => writeBuffer(out, head.resource.attributes.map),
  service: ({ head }, out) => writeText(out, head.resource.origin.service),
  application: ({ head }, out) => writeText(out, head.resource.origin.application),
  subsystem: ({ head }, out) => writeText(out, head.resource.origin.subsystem),
  scope: ({ head }, out) => writeText(out, head.scope.name),
  unit: ({ head }, out) => writeText(out, head.unit),
  type: ({ head }, out) => writeUInt8(out, head.type),
  temporality: ({ head }, out) => writeUInt8(out, head.temporality),
  monotonic: ({ head }, out) => writeUInt8(out, head.monotonic ? 1 : 0),
  description: ({ head }, out) => writeText(out, head.description),
});

export const writeNumberPointRow: Writer<InSeries<NumberPoint>> = rowWriter<MetricPointColumn, InSeries<NumberPoint>>(
  METRIC_POINT_COLUMNS,
  {
    metric: ({ metric }, out) => writeText(out, metric),
    series: ({ series }, out) => hash(out, series),
    ts: ({ point }, out) => millis(out, point.timeNanos),
    start: ({ point }, out) => millis(out, point.startNanos),
    v: ({ point }, out) => writeFloat64(out, point.value),
    flags: ({ point }, out) => writeUInt8(out, point.flags & 255),
  },
);

export const writeHistogramRow: Writer<InSeries<HistogramPoint>> = rowWriter<
  MetricHistColumn,
  InSeries<HistogramPoint>
>(METRIC_HIST_COLUMNS, {
  metric: ({ metric }, out) => writeText(out, metric),
  series: ({ series }, out) => hash(out, series),
  ts: ({ point }, out) => millis(out, point.timeNanos),
  start: ({ point }, out) => millis(out, point.startNanos),
  flags: ({ point }, out) => writeUInt8(out, point.flags & 255),
  count: ({ point }, out) => count64(out, point.count),
  sum: ({ point }, out) => writeFloat64(out, point.sum),
  min: ({ point }, out) => writeFloat64(out, point.min),
  max: ({ point }, out) => writeFloat64(out, point.max),
  bounds: ({ point }, out) => list(out, point.bounds, writeFloat64),
  buckets: ({ point }, out) => list(out, point.buckets, count64),
  quantile_values: ({ point }, out) => list(out, point.quantileValues, writeFloat64),
  scale: ({ point }, out) => writeUInt32(out, point.scale),
  zero: ({ point }, out) => count64(out, point.zeroCount),
  zero_threshold: ({ point }, out) => writeFloat64(out, point.zeroThreshold),
  pos_off: ({ point }, out) => writeUInt32(out, point.positiveOffset),
  neg_off: ({ point }, out) => writeUInt32(out, point.negativeOffset),
  neg_buckets: ({ point }, out) => list(out, point.negativeBuckets, count64),
});

export const writeExemplarRow: Writer<InSeries<Exemplar>> = rowWriter<ExemplarColumn, InSeries<Exemplar>>(
  EXEMPLAR_COLUMNS,
  {
    metric: ({ metric }, out) => writeText(out, metric),
    series: ({ series }, out) => hash(out, series),
    ts: ({ point }, out) => millis(out, point.timeNanos),
    v: ({ point }, out) => writeFloat64(out, point.value),
    trace_id: ({ point }, out) => hex(out, point.traceId, 16),
    span_id: ({ point }, out) => hex(out, point.spanId, 8),
    attrs: ({ point }, out) => list(out, sortedEntries(point.attributes), entry),
  },
);
