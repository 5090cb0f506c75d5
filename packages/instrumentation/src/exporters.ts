import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-proto';
import type { Resource } from '@opentelemetry/resources';
import type { ReadableLogRecord } from '@opentelemetry/sdk-logs';
import { type IMetricReader, type MetricProducer, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';
import { writeLogRecord } from './otlp/write-log-record.ts';
import { writeSpan } from './otlp/write-span.ts';
import { type Batcher, createBatcher } from './send/batcher.ts';
import { createOutbox } from './send/outbox.ts';
import { createPoster } from './send/post.ts';
import type { OtlpTarget } from './settings.ts';

/** One request to a target, its retries included. */
const EXPORT_MS_MAX = 10_000;

/** Sends spans and log records to all targets. */
export interface Exports {
  readonly spans: Batcher<ReadableSpan>;
  readonly logs: Batcher<ReadableLogRecord>;
  /** Waits for all that is collected. */
  flush(): Promise<unknown>;
  shutdown(): Promise<unknown>;
}

export const createExports = (targets: readonly OtlpTarget[], resource: Resource): Exports => {
  const posters = targets.map(({ url, headers }) => createPoster(url, headers));
  const outboxes = (path: string) => posters.map((poster) => createOutbox(poster, path));
  const spans = createBatcher(resource, writeSpan, outboxes('/v1/traces'));
  const logs = createBatcher(resource, writeLogRecord, outboxes('/v1/logs'));
  const flush = (): Promise<unknown> => Promise.all([spans.flush(), logs.flush()]);
  return {
    spans,
    logs,
    flush,
    shutdown: async () => {
      await flush();
      for (const poster of posters) poster.close();
    },
  };
};

/**
 * The exporter of metrics reads `OTEL_EXPORTER_OTLP_*` by itself and would send the headers meant for one target, which may
 * hold a key, to the other. Everything it needs is passed explicitly, so it is built where the variables are absent.
 */
const withoutExporterVariables = <T>(build: () => T): T => {
  const hidden = Object.entries(process.env).filter(([name]) => name.startsWith('OTEL_EXPORTER_OTLP_'));
  for (const [name] of hidden) delete process.env[name];
  try {
    return build();
  } finally {
    Object.assign(process.env, Object.fromEntries(hidden));
  }
};

/** Sends all metrics to one target, each interval. */
export const metricsReader = (
  { url, headers }: OtlpTarget,
  intervalMs: number,
  producer: MetricProducer,
): IMetricReader =>
  withoutExporterVariables(
    () =>
      new PeriodicExportingMetricReader({
        exporter: new OTLPMetricExporter({
          url: `${url}/v1/metrics`,
          headers: { ...headers },
          timeoutMillis: EXPORT_MS_MAX,
        }),
        metricProducers: [producer],
        exportIntervalMillis: intervalMs,
        exportTimeoutMillis: Math.min(EXPORT_MS_MAX, intervalMs),
      }),
  );
