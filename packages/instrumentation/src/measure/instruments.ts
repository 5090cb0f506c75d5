import { millisToHrTime } from '@opentelemetry/core';
import { emptyResource } from '@opentelemetry/resources';
import type { MetricProducer } from '@opentelemetry/sdk-metrics';
import { type Counter, createCounter } from './counter.ts';
import { createHistogram, type Histogram, type HistogramShape } from './histogram.ts';
import type { Instrument } from './instrument.ts';

/** All of this process, by name: they are made where modules are loaded, before telemetry starts, and never end. */
const counters = new Map<string, Counter & Instrument>();
const histograms = new Map<string, Histogram & Instrument>();

/** False where the SDK is disabled: then nothing is counted. */
let counting = true;

const all = (): readonly Instrument[] => [...counters.values(), ...histograms.values()];

/** The counter of this name; the same one each time it is asked for. */
export const counterNamed = (name: string, description: string): Counter => {
  const made = counters.get(name) ?? createCounter(name, description);
  counters.set(name, made);
  return {
    add: (value, labels) => {
      if (counting) made.add(value, labels);
    },
  };
};

/** The histogram of this name; the same one each time it is asked for. */
export const histogramNamed = (name: string, shape: HistogramShape): Histogram => {
  const made = histograms.get(name) ?? createHistogram(name, shape);
  histograms.set(name, made);
  return {
    record: (value, labels) => {
      if (counting) made.record(value, labels);
    },
  };
};

/** All counts begin anew: what counts from now on is another instance of the service. */
export const restartInstruments = (isCounting: boolean): void => {
  counting = isCounting;
  for (const instrument of all()) instrument.clear();
};

/** Hands what was counted to readers of the SDK, beside what the SDK observes itself. */
export const instrumentProducer = (scope: { readonly name: string; readonly version: string }): MetricProducer => ({
  collect: async () => {
    const now = millisToHrTime(Date.now());
    const metrics = all().flatMap((instrument) => instrument.collect(now) ?? []);
    // The reader puts the resource of its provider in the place of this one.
    const scopeMetrics = metrics.length === 0 ? [] : [{ scope, metrics }];
    return { resourceMetrics: { resource: emptyResource(), scopeMetrics }, errors: [] };
  },
});
