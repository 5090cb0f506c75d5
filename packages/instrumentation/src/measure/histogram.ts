import { type HrTime, ValueType } from '@opentelemetry/api';
import { millisToHrTime } from '@opentelemetry/core';
import { AggregationTemporality, DataPointType } from '@opentelemetry/sdk-metrics';
import type { Instrument } from './instrument.ts';
import { createSeries, type Labels } from './series.ts';

export interface Histogram {
  record(value: number, labels?: Labels): void;
}

interface Spread {
  readonly since: HrTime;
  /** One more than there are bounds: the last is for what is above them all. */
  readonly counts: number[];
  count: number;
  sum: number;
  min: number;
  max: number;
}

/** A value belongs to the first bucket whose bound it does not exceed. */
const bucketOf = (bounds: readonly number[], value: number): number => {
  let bucket = 0;
  while (bucket < bounds.length && (bounds[bucket] as number) < value) bucket++;
  return bucket;
};

export interface HistogramShape {
  readonly description: string;
  /** A code of UCUM; empty where the name tells it. */
  readonly unit: string;
  /** Upper bounds of the buckets, ascending. */
  readonly bounds: readonly number[];
}

/** Counts values by bucket. What is recorded is never negative. */
export const createHistogram = (
  name: string,
  { description, unit, bounds }: HistogramShape,
): Histogram & Instrument => {
  const series = createSeries<Spread>(() => ({
    since: millisToHrTime(Date.now()),
    counts: Array.from({ length: bounds.length + 1 }, () => 0),
    count: 0,
    sum: 0,
    min: Number.POSITIVE_INFINITY,
    max: Number.NEGATIVE_INFINITY,
  }));
  return {
    record: (value, labels) => {
      // So that a value that is no number is passed over, too.
      if (!(value >= 0)) return;
      const spread = series.of(labels);
      const bucket = bucketOf(bounds, value);
      spread.counts[bucket] = (spread.counts[bucket] as number) + 1;
      spread.count += 1;
      spread.sum += value;
      spread.min = Math.min(spread.min, value);
      spread.max = Math.max(spread.max, value);
    },
    collect: (endTime) => {
      const dataPoints = series.entries().map(([attributes, { since, counts, count, sum, min, max }]) => ({
        attributes,
        startTime: since,
        endTime,
        // What is collected stands still while it is sent.
        value: { buckets: { boundaries: [...bounds], counts: [...counts] }, count, sum, min, max },
      }));
      if (dataPoints.length === 0) return null;
      return {
        descriptor: { name, description, unit, valueType: ValueType.DOUBLE },
        dataPointType: DataPointType.HISTOGRAM,
        aggregationTemporality: AggregationTemporality.CUMULATIVE,
        dataPoints,
      };
    },
    clear: () => series.clear(),
  };
};
