import { OTLPLogExporter } from '@opentelemetry/exporter-logs-otlp-proto';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-proto';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { BatchLogRecordProcessor, type LogRecordProcessor } from '@opentelemetry/sdk-logs';
import { type IMetricReader, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { BatchSpanProcessor, type SpanProcessor } from '@opentelemetry/sdk-trace';
import type { OtlpTarget } from './settings.ts';

/** One request to a target, its retries included. */
const EXPORT_MS_MAX = 10_000;
/** Short, so that a trace is there when someone looks for it. */
const BATCH_DELAY_MS = 500;
/** Spans or log records waiting for one target; what comes on top is dropped, never kept in memory. */
const QUEUE_ITEMS_MAX = 4_096;
const BATCH_ITEMS_MAX = 512;

export interface TargetPipeline {
  readonly spans: SpanProcessor;
  readonly logs: LogRecordProcessor;
  readonly metrics: IMetricReader;
  /** Waits for what was handed to the network already: the processors only wait for what they still hold. */
  sent(): Promise<unknown>;
}

/**
 * The exporters read `OTEL_EXPORTER_OTLP_*` by themselves and would send the headers meant for one target, which may
 * hold a key, to the other. Everything they need is passed explicitly, so they are built where the variables are absent.
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

/** Batches and sends to one target. A target that is away costs the batches of that time, nothing else. */
export const targetPipeline = ({ url, headers }: OtlpTarget, metricsIntervalMs: number): TargetPipeline =>
  withoutExporterVariables(() => {
    const options = (path: string): ConstructorParameters<typeof OTLPTraceExporter>[0] => ({
      url: `${url}/v1/${path}`,
      headers: { ...headers },
      timeoutMillis: EXPORT_MS_MAX,
    });
    const batch = {
      scheduledDelayMillis: BATCH_DELAY_MS,
      maxQueueSize: QUEUE_ITEMS_MAX,
      maxExportBatchSize: BATCH_ITEMS_MAX,
      exportTimeoutMillis: EXPORT_MS_MAX + 1_000,
    };
    const traces = new OTLPTraceExporter(options('traces'));
    const logs = new OTLPLogExporter(options('logs'));
    return {
      sent: () => Promise.allSettled([traces.forceFlush(), logs.forceFlush()]),
      spans: new BatchSpanProcessor({ exporter: traces, ...batch }),
      logs: new BatchLogRecordProcessor({ exporter: logs, ...batch }),
      metrics: new PeriodicExportingMetricReader({
        exporter: new OTLPMetricExporter(options('metrics')),
        exportIntervalMillis: metricsIntervalMs,
        exportTimeoutMillis: Math.min(EXPORT_MS_MAX, metricsIntervalMs),
      }),
    };
  });
