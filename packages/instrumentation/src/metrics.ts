import { type Attributes, type Meter, metrics } from '@opentelemetry/api';
import { PrometheusSerializer } from '@opentelemetry/exporter-prometheus';
import { providers, startTelemetry } from './providers.ts';
import { settingsFrom } from './settings.ts';

/** A process started without the telemetry import still counts; it only does not export. */
const meter = (): Meter => {
  if (!providers()) startTelemetry({ ...settingsFrom(process.env), targets: [] });
  return metrics.getMeter('clearspan');
};

const once = <T>(create: () => T): (() => T) => {
  let made: T | undefined;
  return () => (made ??= create());
};

export interface MetricSettings {
  readonly description: string;
}

export interface Counter {
  add(value: number, attributes?: Attributes): void;
}
export interface Histogram {
  record(value: number, attributes?: Attributes): void;
}

/** A counter under its Prometheus name, unit included: `otlp_received_total`. */
export const counter = (name: string, { description }: MetricSettings): Counter => {
  const instrument = once(() => meter().createCounter(name, { description }));
  return { add: (value, attributes) => instrument().add(value, attributes) };
};

const BUCKETS_SECONDS: readonly number[] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** A histogram of seconds, unless other buckets are given. */
export const histogram = (
  name: string,
  { description, buckets = BUCKETS_SECONDS }: MetricSettings & { readonly buckets?: readonly number[] },
): Histogram => {
  const instrument = once(() =>
    meter().createHistogram(name, { description, advice: { explicitBucketBoundaries: [...buckets] } }),
  );
  return { record: (value, attributes) => instrument().record(value, attributes) };
};

/** One reading of a gauge; several where it has attributes. */
export interface GaugeReading {
  readonly value: number;
  readonly attributes?: Attributes;
}

/** A gauge read when it is collected. `observe` may fail: the gauge is then left out of that collection. */
export const gauge = (
  name: string,
  { description }: MetricSettings,
  observe: () => number | readonly GaugeReading[] | Promise<number | readonly GaugeReading[]>,
): void => {
  meter()
    .createObservableGauge(name, { description })
    .addCallback(async (result) => {
      try {
        const read = await observe();
        if (typeof read === 'number') result.observe(read);
        else for (const { value, attributes } of read) result.observe(value, attributes);
      } catch {
        // What cannot be read now has no value now.
      }
    });
};

const serializer = once(() => new PrometheusSerializer('', false, undefined, true, true));

/** Every metric of this process in the Prometheus text format. */
export const prometheusText = async (): Promise<string> => {
  meter();
  const { resourceMetrics } = await (providers() as NonNullable<ReturnType<typeof providers>>).prometheus.collect();
  return serializer().serialize(resourceMetrics);
};
