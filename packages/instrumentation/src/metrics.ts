import type { Attributes, Meter, ObservableResult } from '@opentelemetry/api';
import type { Counter } from './measure/counter.ts';
import type { Histogram } from './measure/histogram.ts';
import { counterNamed, histogramNamed } from './measure/instruments.ts';
import type { Labels } from './measure/series.ts';
import { onMeter } from './telemetry.ts';

export type { Counter, Histogram, Labels };

/** Names a value of now; called once for each set of labels. */
export type Observe = (set: (value: number, labels?: Labels) => void) => void | Promise<void>;

export interface HistogramSettings {
  readonly description: string;
  /** Upper bounds of the buckets, ascending. */
  readonly bucketsSeconds?: readonly number[];
  /** The same of what is no duration; its `unit` is a code of UCUM then. */
  readonly buckets?: readonly number[];
  readonly unit?: string;
}

/** The bounds the HTTP semantic conventions recommend for durations. */
const DURATION_BUCKETS_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

/**
 * A counter, by its Prometheus name with the unit in it (`otlp_received_total`). May be made before telemetry starts,
 * at the top of a module.
 */
export const counter = (name: string, { description }: { readonly description: string }): Counter =>
  counterNamed(name, description);

/** A histogram, by its Prometheus name with the unit in it (`task_duration_seconds`). */
export const histogram = (name: string, settings: HistogramSettings): Histogram => {
  const { description, unit = '', bucketsSeconds = DURATION_BUCKETS_SECONDS, buckets = bucketsSeconds } = settings;
  return histogramNamed(name, { description, unit, bounds: buckets });
};

const observed = (
  create: (meter: Meter) => { addCallback(callback: (result: ObservableResult) => void | Promise<void>): void },
  observe: Observe,
): (() => void) => {
  let stopped = false;
  const stop = onMeter((meter) =>
    create(meter).addCallback((result) =>
      stopped ? undefined : observe((value, labels) => result.observe(value, labels as Attributes | undefined)),
    ),
  );
  return () => {
    stopped = true;
    stop();
  };
};

/**
 * A gauge whose value is read when it is collected. A set of labels that is no longer named keeps its last value, so
 * name it with 0. The returned function ends the reading.
 */
export const gauge = (
  name: string,
  { description }: { readonly description: string },
  observe: Observe,
): (() => void) => observed((meter) => meter.createObservableGauge(name, { description }), observe);

/** A counter that something else keeps and that is read when it is collected. The returned function ends it. */
export const observedCounter = (
  name: string,
  { description }: { readonly description: string },
  observe: Observe,
): (() => void) => observed((meter) => meter.createObservableCounter(name, { description }), observe);
