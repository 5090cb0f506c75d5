export { type Carrier, carrierOf, contextFrom } from './carrier.ts';
export {
  CORRELATION_ATTRIBUTE,
  CORRELATION_HEADER,
  correlationIdOf,
  isCorrelationId,
  withCorrelationId,
} from './correlation.ts';
export { remainingMs, withDeadline } from './deadline.ts';
export { emitLog, type LogEntry, type Severity } from './log-record.ts';
export {
  type Counter,
  counter,
  gauge,
  type Histogram,
  type HistogramSettings,
  histogram,
  type Labels,
  type Observe,
  observedCounter,
} from './metrics.ts';
export { startProcessMetrics } from './process-metrics.ts';
export {
  type OtlpTarget,
  type SamplerName,
  type SettingsReading,
  type TelemetrySettings,
  telemetrySettings,
} from './settings.ts';
export {
  activeTraceIds,
  failSpan,
  inSpan,
  type RootIds,
  rootOf,
  type SpanIds,
  type SpanSettings,
  startSpan,
  suppressed,
  traceIdsOf,
} from './spans.ts';
export {
  flushTelemetry,
  isTelemetryStarted,
  prometheusText,
  shutdownTelemetry,
  startTelemetry,
  type TelemetryListener,
} from './telemetry.ts';
export { VERSION } from './version.ts';
