import { METRIC_TYPE } from '../rows/series.ts';
import { createRanges, noteMessage, type Ranges } from './attributes.ts';
import { type Cursor, enter, fields, ignore, leave, readText, readVarint32, unexpected } from './cursor.ts';

/** One `Metric` message with its points noted, not read. */
export interface MetricFields {
  name: string;
  description: string;
  unit: string;
  /** `METRIC_TYPE`; 0 where the metric has no data. */
  type: number;
  temporality: number;
  monotonic: boolean;
  readonly points: Ranges;
}

const TYPE_OF_TAG: Readonly<Record<number, number>> = {
  42: METRIC_TYPE.gauge,
  58: METRIC_TYPE.sum,
  74: METRIC_TYPE.histogram,
  82: METRIC_TYPE.exponentialHistogram,
  90: METRIC_TYPE.summary,
};

const DATA = fields(1, 2, 3);

/** `Gauge`, `Sum`, `Histogram`, …: the same field numbers for what they have in common. */
const noteData = (c: Cursor, metric: MetricFields): void => {
  const outer = enter(c, 'Metric.data');
  while (c.position < c.end) {
    const tag = readVarint32(c);
    if (tag === 0x0a) noteMessage(c, metric.points, 'data_points');
    else if (tag === 0x10) metric.temporality = readVarint32(c);
    else if (tag === 0x18) metric.monotonic = readVarint32(c) !== 0;
    else unexpected(c, tag, 'Metric.data', DATA);
  }
  leave(c, outer);
};

const METRIC = fields(1, 2, 3, 5, 7, 9, 10, 11, 12);

/** Reads the `Metric` the cursor is in. */
export const readMetricFields = (c: Cursor): MetricFields => {
  const metric: MetricFields = {
    name: '',
    description: '',
    unit: '',
    type: 0,
    temporality: 0,
    monotonic: false,
    points: createRanges(),
  };
  while (c.position < c.end) {
    const tag = readVarint32(c);
    const type = TYPE_OF_TAG[tag];
    if (type !== undefined) {
      metric.type = type;
      metric.points.count = 0;
      noteData(c, metric);
    } else if (tag === 0x0a) metric.name = readText(c, 'Metric.name');
    else if (tag === 0x12) metric.description = readText(c, 'Metric.description');
    else if (tag === 0x1a) metric.unit = readText(c, 'Metric.unit');
    else if (tag === 0x62) ignore(c, tag);
    else unexpected(c, tag, 'Metric', METRIC);
  }
  if (metric.temporality > 2) metric.temporality = 0;
  return metric;
};
