import type { RowBatch, TableRows } from '../row-binary/row-batch.ts';
import { sortedEntries } from '../rows/attribute-text.ts';
import { writeExemplarRow, writeHistogramRow, writeNumberPointRow, writeSeriesRow } from '../rows/metric-rows.ts';
import { hashHead, METRIC_TYPE, type MetricHead, seriesId } from '../rows/series.ts';
import type { Hash64 } from '../rows/template-id.ts';
import { seek } from './attributes.ts';
import type { Cursor } from './cursor.ts';
import { decodeWith } from './decode.ts';
import type { Exemplar } from './exemplar.ts';
import { type MetricFields, readMetricFields } from './metric-head.ts';
import {
  type HistogramPoint,
  type NumberPoint,
  readExponentialPoint,
  readHistogramPoint,
  readNumberPoint,
  readSummaryPoint,
} from './metric-points.ts';
import { type DecodeContext, type DecodeOutcome, RECORD_BYTES_MAX, reject, type Tally } from './outcome.ts';
import { partFault } from './part-fault.ts';
import { timeFault } from './times.ts';
import { type RequestNames, walkRequest } from './walk-request.ts';
import { rowsFull } from './write-record.ts';

const NAMES: RequestNames = {
  request: 'ExportMetricsServiceRequest',
  resource: 'ResourceMetrics',
  scope: 'ScopeMetrics',
  record: 'Metric',
};

const NANOS_PER_DAY = 86_400_000_000_000n;

/** One request on its way into the batch. */
interface Writing {
  readonly batch: RowBatch;
  readonly context: DecodeContext;
  readonly tally: Tally;
  /** Series and day of the series rows written so far. */
  readonly seen: Set<string>;
}

interface MetricWriting extends Writing {
  readonly head: MetricHead;
  /** Made for the first point that is written. */
  headHash?: Hash64;
}

const POINT_TIME = 'time_unix_nano of a metric point';

/** Counts what a row has taken and takes it back where that is too much; returns why. */
const sizeFault = ({ buffer }: TableRows, before: number, w: Writing): string => {
  const max = w.context.recordBytesMax ?? RECORD_BYTES_MAX;
  const size = buffer.length - before;
  w.tally.writtenBytes += size;
  if (size <= max) return '';
  buffer.length = before;
  return `expected at most ${max} bytes in a metric point or its series, found ${size}`;
};

const fits = (rows: TableRows, before: number, w: Writing): boolean => {
  const fault = sizeFault(rows, before, w);
  if (fault !== '') reject(w.tally, fault);
  return fault === '';
};

/** Exemplars are examples: one that cannot be stored is left out. */
const writeExemplars = (w: MetricWriting, series: Hash64, exemplars: readonly Exemplar[]): void => {
  const rows = w.batch.exemplars;
  for (const point of exemplars) {
    if ((timeFault(point.timeNanos, w.context, POINT_TIME) || rowsFull(w.tally, w.context)) !== '') continue;
    const before = rows.buffer.length;
    writeExemplarRow({ metric: w.head.name, series, point }, rows.buffer);
    if (sizeFault(rows, before, w) === '') rows.rows++;
  }
};

/** Of the metric in its resource: reading through a large resource is work too. */
const headHashOf = (w: MetricWriting): Hash64 => {
  if (w.headHash === undefined) {
    w.headHash = hashHead(w.head);
    w.tally.writtenBytes += w.head.resource.attributes.map.length;
  }
  return w.headHash;
};

const writePoint = <T extends NumberPoint | HistogramPoint>(
  w: MetricWriting,
  rows: TableRows,
  point: T,
  write: (row: { metric: string; series: Hash64; point: T }, out: TableRows['buffer']) => void,
): void => {
  const fault = timeFault(point.timeNanos, w.context, POINT_TIME) || rowsFull(w.tally, w.context);
  if (fault !== '') {
    reject(w.tally, fault);
    return;
  }
  const labels = sortedEntries(point.attributes);
  const series = seriesId(headHashOf(w), labels);
  const day = Number(point.timeNanos / NANOS_PER_DAY);
  const key = `${series.high}:${series.low}:${day}`;
  const seriesRows = w.batch.metric_series;
  if (!w.seen.has(key) && w.context.seriesSeen?.has(key) !== true) {
    const before = seriesRows.buffer.length;
    writeSeriesRow({ head: w.head, series, labels, day }, seriesRows.buffer);
    if (!fits(seriesRows, before, w)) return;
    seriesRows.rows++;
    w.seen.add(key);
  }
  const before = rows.buffer.length;
  write({ metric: w.head.name, series, point }, rows.buffer);
  if (!fits(rows, before, w)) return;
  rows.rows++;
  w.tally.accepted++;
  writeExemplars(w, series, point.exemplars);
};

const READ_HISTOGRAM: Readonly<Record<number, (c: Cursor) => HistogramPoint>> = {
  [METRIC_TYPE.histogram]: readHistogramPoint,
  [METRIC_TYPE.exponentialHistogram]: readExponentialPoint,
  [METRIC_TYPE.summary]: readSummaryPoint,
};

const writePoints = (c: Cursor, metric: MetricFields, w: MetricWriting): void => {
  const { end } = c;
  const readHistogram = READ_HISTOGRAM[metric.type];
  for (let i = 0; i < metric.points.count; i++) {
    seek(c, metric.points, i);
    const tooLarge = partFault(c, 'metric point', w.head.resource, w.head.scope);
    if (tooLarge !== '') reject(w.tally, tooLarge);
    else if (readHistogram === undefined) writePoint(w, w.batch.metric_points, readNumberPoint(c), writeNumberPointRow);
    else writePoint(w, w.batch.metric_hists, readHistogram(c), writeHistogramRow);
  }
  c.end = end;
};

const readMetrics = (c: Cursor, batch: RowBatch, context: DecodeContext, tally: Tally): void => {
  const writing: Writing = { batch, context, tally, seen: new Set() };
  walkRequest(c, NAMES, (_c, resource, scope) => {
    const metric = readMetricFields(c);
    if (metric.name === '') {
      for (let i = 0; i < metric.points.count; i++) reject(tally, 'expected the name of a metric, found none');
      return;
    }
    const { name, description, unit, type, temporality, monotonic } = metric;
    const head: MetricHead = { name, description, unit, type, temporality, monotonic, resource, scope };
    writePoints(c, metric, { ...writing, head });
  });
  // Only now: a malformed request takes its rows back.
  if (context.seriesSeen !== undefined) for (const key of writing.seen) context.seriesSeen.add(key);
};

/**
 * Turns an `ExportMetricsServiceRequest` in protobuf into rows of `otel.metric_series`, `metric_points`, `metric_hists`
 * and `exemplars`. Points are counted; an exemplar without a time is left out.
 */
export const decodeMetrics = (body: Uint8Array, batch: RowBatch, context: DecodeContext): DecodeOutcome =>
  decodeWith(readMetrics, body, batch, context);
