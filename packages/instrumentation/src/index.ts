export { type Carrier, carrierOf, contextFrom } from './carrier.ts';
export { correlationIdOf, isCorrelationId, withCorrelationId } from './correlation.ts';
export { emitLog, type LogLevel } from './logs.ts';
export {
  type Counter,
  counter,
  type GaugeReading,
  gauge,
  type Histogram,
  histogram,
  type MetricSettings,
  prometheusText,
} from './metrics.ts';
export { flushTelemetry, type Providers, shutdownTelemetry, startTelemetry } from './providers.ts';
export { type SamplerSetting, settingsFrom, type TelemetrySettings } from './settings.ts';
export {
  activeTraceIds,
  endSpan,
  inSpan,
  rootOf,
  type SpanSettings,
  startSpan,
  suppressed,
  type TraceIds,
} from './spans.ts';
