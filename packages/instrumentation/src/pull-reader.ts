import { PrometheusSerializer } from '@opentelemetry/exporter-prometheus';
import { type MetricProducer, MetricReader } from '@opentelemetry/sdk-metrics';

/** Collects when asked. The SDK wants a subclass here. */
class PullReader extends MetricReader {
  protected override async onShutdown(): Promise<void> {
    return;
  }
  protected override async onForceFlush(): Promise<void> {
    return;
  }
}

export interface PrometheusReader {
  readonly reader: MetricReader;
  /** All metrics of the process as Prometheus text, format 0.0.4. */
  text(): Promise<string>;
}

export const prometheusReader = (producer: MetricProducer): PrometheusReader => {
  const reader = new PullReader({ metricProducers: [producer] });
  const serializer = new PrometheusSerializer(undefined, false, undefined, true, true);
  return {
    reader,
    text: async () => {
      const { resourceMetrics } = await reader.collect();
      return `${serializer.serialize(resourceMetrics).trimEnd()}\n`;
    },
  };
};
