import {
  context,
  createNoopLogger,
  createNoopMeter,
  DiagLogLevel,
  diag,
  type Logger,
  logs,
  type Meter,
  metrics,
  propagation,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { CompositePropagator, W3CBaggagePropagator, W3CTraceContextPropagator } from '@opentelemetry/core';
import { LoggerProvider, type LogRecordProcessor } from '@opentelemetry/sdk-logs';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { type SpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { correlationProcessor } from './correlation.ts';
import { targetPipeline } from './exporters.ts';
import { preciseStartProcessor } from './precise-start.ts';
import { type PrometheusReader, prometheusReader } from './pull-reader.ts';
import { quietDiagnostics } from './quiet-diagnostics.ts';
import { processResource } from './resource.ts';
import { samplerOf } from './sampler.ts';
import type { TelemetrySettings } from './settings.ts';
import { VERSION } from './version.ts';

const SCOPE = 'clearspan';
const VALUE_CHARS_MAX = 16_384;
const ATTRIBUTES_MAX = 128;

/** Extra ends of the pipeline, beside the targets of the settings. */
export interface ExtraProcessors {
  readonly spans?: readonly SpanProcessor[];
  readonly logs?: readonly LogRecordProcessor[];
}

interface Running {
  readonly tracer: Tracer;
  readonly logger: Logger | null;
  readonly meter: Meter;
  readonly prometheus: Pick<PrometheusReader, 'text'>;
  flush(): Promise<unknown>;
  shutdown(): Promise<unknown>;
}

let running: Running | null = null;
/** Metrics are kept and can be read even where nothing was started: `/metrics` never depends on an exporter. */
let metricsOnly: Pick<Running, 'meter' | 'prometheus'> | null = null;
const meterListeners = new Set<(meter: Meter) => void>();

const metersOf = (): Pick<Running, 'meter' | 'prometheus'> => {
  if (running) return running;
  if (!metricsOnly) {
    const prometheus = prometheusReader();
    metricsOnly = { prometheus, meter: new MeterProvider({ readers: [prometheus.reader] }).getMeter(SCOPE, VERSION) };
  }
  return metricsOnly;
};

/** Called with the meter now and again each time another one takes its place. */
export const onMeter = (bind: (meter: Meter) => void): (() => void) => {
  meterListeners.add(bind);
  bind(metersOf().meter);
  return () => void meterListeners.delete(bind);
};

export const currentTracer = (): Tracer => running?.tracer ?? trace.getTracer(SCOPE, VERSION);
export const currentLogger = (): Logger => running?.logger ?? createNoopLogger();
/** Whether `startTelemetry` took effect and `shutdownTelemetry` has not yet. */
export const isTelemetryStarted = (): boolean => running !== null;

/** All metrics of this process as Prometheus text, format 0.0.4. */
export const prometheusText = (): Promise<string> => metersOf().prometheus.text();

/** As OTEL_SDK_DISABLED has it: everything may be called, and nothing comes of it. */
const nothing = (): Running => ({
  tracer: trace.getTracer(SCOPE, VERSION),
  logger: null,
  meter: createNoopMeter(),
  prometheus: { text: () => Promise.resolve('') },
  flush: () => Promise.resolve(),
  shutdown: () => Promise.resolve(),
});

const assemble = (settings: TelemetrySettings, extra: ExtraProcessors): Running => {
  const resource = processResource(settings.serviceName, settings.resource);
  const pipelines = settings.targets.map((target) => targetPipeline(target, settings.metricsIntervalMs));
  const limits = { attributeValueLengthLimit: VALUE_CHARS_MAX, attributeCountLimit: ATTRIBUTES_MAX };
  const traces = new TracerProvider({
    resource,
    sampler: samplerOf(settings.sampler, settings.samplerRatio),
    spanLimits: limits,
    spanProcessors: [
      preciseStartProcessor(),
      correlationProcessor(),
      ...pipelines.map(({ spans }) => spans),
      ...(extra.spans ?? []),
    ],
  });
  const processors = [...pipelines.map((pipeline) => pipeline.logs), ...(extra.logs ?? [])];
  const records = new LoggerProvider({ resource, logRecordLimits: limits, processors });
  const prometheus = prometheusReader();
  const meters = new MeterProvider({
    resource,
    readers: [prometheus.reader, ...pipelines.map((pipeline) => pipeline.metrics)],
  });
  trace.setGlobalTracerProvider(traces);
  logs.setGlobalLoggerProvider(records);
  metrics.setGlobalMeterProvider(meters);
  const all = [traces, records, meters];
  return {
    tracer: traces.getTracer(SCOPE, VERSION),
    logger: processors.length ? records.getLogger(SCOPE, VERSION) : null,
    meter: meters.getMeter(SCOPE, VERSION),
    prometheus,
    flush: () =>
      Promise.allSettled([...all.map((one) => one.forceFlush()), ...pipelines.map((pipeline) => pipeline.sent())]),
    shutdown: () => Promise.allSettled(all.map((one) => one.shutdown())),
  };
};

/**
 * Starts traces, metrics and logs of this process, with W3C trace context and baggage. Without targets, ids and
 * metrics exist and nothing is sent. Started already: does nothing and says so by returning false.
 */
export const startTelemetry = (settings: TelemetrySettings, extra: ExtraProcessors = {}): boolean => {
  if (running) return false;
  if (settings.debug) {
    const logger = quietDiagnostics(
      (line) => process.stderr.write(line),
      () => performance.now(),
    );
    diag.setLogger(logger, { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true });
  }
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(
    new CompositePropagator({ propagators: [new W3CTraceContextPropagator(), new W3CBaggagePropagator()] }),
  );
  running = settings.disabled ? nothing() : assemble(settings, extra);
  metricsOnly = null;
  for (const bind of meterListeners) bind(running.meter);
  return true;
};

/** Waits for `work`, but no longer than `ms`. True when it ended in time. */
const within = async (work: Promise<unknown>, ms: number): Promise<boolean> => {
  const { promise, resolve } = Promise.withResolvers<false>();
  const timer = setTimeout(resolve, ms, false);
  try {
    return await Promise.race([work.then(() => true), promise]);
  } finally {
    clearTimeout(timer);
  }
};

/** Sends what is waiting; gives up after `ms`. False when it gave up. Never throws. */
export const flushTelemetry = async (ms: number): Promise<boolean> => (running ? within(running.flush(), ms) : true);

/** Sends what is waiting and stops; gives up after `ms`. Telemetry may be started again afterwards. Never throws. */
export const shutdownTelemetry = async (ms: number): Promise<boolean> => {
  if (!running) return true;
  const ended = await within(running.shutdown(), ms);
  running = null;
  for (const api of [trace, logs, metrics, context, propagation, diag]) api.disable();
  for (const bind of meterListeners) bind(metersOf().meter);
  return ended;
};
