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
import type { ReadableLogRecord } from '@opentelemetry/sdk-logs';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';
import { putCorrelationId } from './correlation.ts';
import { createExports, metricsReader } from './exporters.ts';
import { loggerProvider } from './logger-provider.ts';
import { instrumentProducer, restartInstruments } from './measure/instruments.ts';
import { type PrometheusReader, prometheusReader } from './pull-reader.ts';
import { quietDiagnostics } from './quiet-diagnostics.ts';
import { processResource } from './resource.ts';
import { samplerOf } from './sampler.ts';
import type { TelemetrySettings } from './settings.ts';
import { tracerProvider } from './trace/tracer.ts';
import { VERSION } from './version.ts';

const SCOPE = 'clearspan';
const producer = instrumentProducer({ name: SCOPE, version: VERSION });

/** Takes what is sent, beside the targets of the settings. */
export interface TelemetryListener {
  span(span: ReadableSpan): void;
  log(record: ReadableLogRecord): void;
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
    const prometheus = prometheusReader(producer);
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

const assemble = (settings: TelemetrySettings, listener: TelemetryListener | null): Running => {
  const { serviceName, sampler, samplerRatio, targets, metricsIntervalMs } = settings;
  const resource = processResource(serviceName, settings.resource);
  const isSent = targets.length > 0;
  const exports = createExports(targets, resource);
  const traces = tracerProvider({
    resource,
    sample: samplerOf(sampler, samplerRatio),
    started: putCorrelationId,
    ended: (span) => {
      if (isSent) exports.spans.add(span);
      listener?.span(span);
    },
  });
  const records = loggerProvider(resource, (record) => {
    if (isSent) exports.logs.add(record);
    listener?.log(record);
  });
  const prometheus = prometheusReader(producer);
  const meters = new MeterProvider({
    resource,
    readers: [prometheus.reader, ...targets.map((target) => metricsReader(target, metricsIntervalMs, producer))],
  });
  trace.setGlobalTracerProvider(traces);
  logs.setGlobalLoggerProvider(records);
  metrics.setGlobalMeterProvider(meters);
  return {
    tracer: traces.getTracer(SCOPE, VERSION),
    logger: isSent || listener ? records.getLogger(SCOPE, VERSION) : null,
    meter: meters.getMeter(SCOPE, VERSION),
    prometheus,
    flush: () => Promise.allSettled([exports.flush(), meters.forceFlush()]),
    shutdown: () => Promise.allSettled([exports.shutdown(), meters.shutdown()]),
  };
};

/**
 * Starts traces, metrics and logs of this process, with W3C trace context and baggage. Without targets, ids and
 * metrics exist and nothing is sent. Started already: does nothing and says so by returning false.
 */
export const startTelemetry = (settings: TelemetrySettings, listener: TelemetryListener | null = null): boolean => {
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
  running = settings.disabled ? nothing() : assemble(settings, listener);
  metricsOnly = null;
  restartInstruments(!settings.disabled);
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
  restartInstruments(true);
  for (const api of [trace, logs, metrics, context, propagation, diag]) api.disable();
  for (const bind of meterListeners) bind(metersOf().meter);
  return ended;
};
