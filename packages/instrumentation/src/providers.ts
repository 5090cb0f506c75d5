import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { context, logs, metrics, propagation, trace } from '@opentelemetry/api';
import { CompositePropagator, W3CBaggagePropagator, W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPLogExporter } from '@opentelemetry/exporter-logs-otlp-proto';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-proto';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { BatchLogRecordProcessor, LoggerProvider } from '@opentelemetry/sdk-logs';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  type Sampler,
  type SpanProcessor,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { correlationProcessor } from './correlation.ts';
import { resourceOf } from './resource.ts';
import type { SamplerSetting, TelemetrySettings } from './settings.ts';

/** Spans and log records kept while a target does not answer; older ones are dropped, the service goes on. */
const QUEUE_RECORDS_MAX = 8_192;
const BATCH_RECORDS_MAX = 512;
/** Short, so that a trace is there when someone looks for it. */
const BATCH_DELAY_MS = 400;
const EXPORT_MS = 5_000;

export interface Providers {
  readonly tracers: TracerProvider;
  readonly meters: MeterProvider;
  readonly loggers: LoggerProvider;
  readonly prometheus: PrometheusExporter;
}

const batch = {
  maxQueueSize: QUEUE_RECORDS_MAX,
  maxExportBatchSize: BATCH_RECORDS_MAX,
  scheduledDelayMillis: BATCH_DELAY_MS,
  exportTimeoutMillis: EXPORT_MS,
};

const samplerOf = ({ base, ratio, parentBased }: SamplerSetting): Sampler => {
  const root =
    base === 'always_off'
      ? new AlwaysOffSampler()
      : base === 'traceidratio'
        ? new TraceIdRatioBasedSampler(ratio)
        : new AlwaysOnSampler();
  return parentBased ? new ParentBasedSampler({ root }) : root;
};

const exporterOptions = (url: string): { url: string; timeoutMillis: number } => ({ url, timeoutMillis: EXPORT_MS });

const createProviders = (settings: TelemetrySettings, extra: readonly SpanProcessor[]): Providers => {
  const resource = resourceOf(settings);
  const prometheus = new PrometheusExporter({ preventServerStart: true });
  const { targets } = settings;
  return {
    prometheus,
    tracers: new TracerProvider({
      resource,
      sampler: samplerOf(settings.sampler),
      spanProcessors: [
        correlationProcessor(),
        ...extra,
        ...targets.map(
          (url) => new BatchSpanProcessor({ ...batch, exporter: new OTLPTraceExporter(exporterOptions(`${url}/v1/traces`)) }),
        ),
      ],
    }),
    meters: new MeterProvider({
      resource,
      readers: [
        prometheus,
        ...targets.map(
          (url) =>
            new PeriodicExportingMetricReader({
              exporter: new OTLPMetricExporter(exporterOptions(`${url}/v1/metrics`)),
              exportIntervalMillis: settings.metricsIntervalMs,
              exportTimeoutMillis: Math.min(EXPORT_MS, settings.metricsIntervalMs - 1),
            }),
        ),
      ],
    }),
    loggers: new LoggerProvider({
      resource,
      processors: targets.map(
        (url) => new BatchLogRecordProcessor({ ...batch, exporter: new OTLPLogExporter(exporterOptions(`${url}/v1/logs`)) }),
      ),
    }),
  };
};

let started: Providers | null = null;

/** The running telemetry of this process, if it was started. */
export const providers = (): Providers | null => started;

/**
 * Sets up traces, metrics and logs of this process; a second call changes nothing. Targets that do not answer cost
 * nothing but a bounded queue.
 */
export const startTelemetry = (settings: TelemetrySettings, extra: readonly SpanProcessor[] = []): Providers => {
  if (started) return started;
  started = createProviders(settings, extra);
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(
    new CompositePropagator({ propagators: [new W3CTraceContextPropagator(), new W3CBaggagePropagator()] }),
  );
  trace.setGlobalTracerProvider(started.tracers);
  metrics.setGlobalMeterProvider(started.meters);
  logs.setGlobalLoggerProvider(started.loggers);
  return started;
};

const within = async (work: Promise<unknown>, ms: number): Promise<void> => {
  const timer = Promise.withResolvers<void>();
  const handle = setTimeout(timer.resolve, ms);
  // A target that does not answer is not this process's problem: what could not be sent in time is dropped.
  await Promise.race([work.then(() => {}, () => {}), timer.promise]);
  clearTimeout(handle);
};

/** Sends what is waiting; returns after `ms` at the latest. */
export const flushTelemetry = async (ms: number): Promise<void> => {
  if (!started) return;
  const { tracers, meters, loggers } = started;
  await within(Promise.all([tracers.forceFlush(), meters.forceFlush(), loggers.forceFlush()]), ms);
};

/** Sends what is waiting and stops; returns after `ms` at the latest. */
export const shutdownTelemetry = async (ms: number): Promise<void> => {
  if (!started) return;
  const { tracers, meters, loggers } = started;
  await within(Promise.all([tracers.shutdown(), meters.shutdown(), loggers.shutdown()]), ms);
};
