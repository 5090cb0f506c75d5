import { type HrTime, ValueType } from '@opentelemetry/api';
import { millisToHrTime } from '@opentelemetry/core';
import { AggregationTemporality, DataPointType } from '@opentelemetry/sdk-metrics';
import type { Instrument } from './instrument.ts';
import { createSeries, type Labels } from './series.ts';

export interface Counter {
  add(value: number, labels?: Labels): void;
}

interface Sum {
  readonly since: HrTime;
  value: number;
}

/** Counts up. What is added is never negative. */
export const createCounter = (name: string, description: string): Counter & Instrument => {
  const series = createSeries<Sum>(() => ({ since: millisToHrTime(Date.now()), value: 0 }));
  return {
    add: (value, labels) => {
      if (value >= 0) series.of(labels).value += value;
    },
    collect: (endTime) => {
      const dataPoints = series
        .entries()
        .map(([attributes, { since: startTime, value }]) => ({ attributes, startTime, endTime, value }));
      if (dataPoints.length === 0) return null;
      return {
        descriptor: { name, description, unit: '', valueType: ValueType.DOUBLE },
        dataPointType: DataPointType.SUM,
        aggregationTemporality: AggregationTemporality.CUMULATIVE,
        isMonotonic: true,
        dataPoints,
      };
    },
    clear: () => series.clear(),
  };
};
