import { type AnyValue, type Attributes, type Context, context, SeverityNumber } from '@opentelemetry/api';
import { millisToHrTime } from '@opentelemetry/core';
import { CORRELATION_ATTRIBUTE, correlationIdOf } from './correlation.ts';
import { currentLogger } from './telemetry.ts';

export type Severity = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal';

export interface LogEntry {
  readonly severity: Severity;
  readonly body: AnyValue;
  /** Not changed any more: they may be kept. */
  readonly attributes?: Attributes;
  /** Milliseconds of Unix time; now by default. */
  readonly timeMs?: number;
  /** The context it is said in; the active one by default. */
  readonly within?: Context;
}

/** Number and text, as the specification has them. */
const SEVERITIES: Readonly<Record<Severity, readonly [SeverityNumber, string]>> = {
  trace: [SeverityNumber.TRACE, 'TRACE'],
  debug: [SeverityNumber.DEBUG, 'DEBUG'],
  info: [SeverityNumber.INFO, 'INFO'],
  warn: [SeverityNumber.WARN, 'WARN'],
  error: [SeverityNumber.ERROR, 'ERROR'],
  fatal: [SeverityNumber.FATAL, 'FATAL'],
};

/** Sends one OpenTelemetry log record, with the ids of the span it is said in and the correlation id. */
export const emitLog = (entry: LogEntry): void => {
  const { severity, body, attributes = {}, timeMs = Date.now(), within = context.active() } = entry;
  const id = correlationIdOf(within);
  const [severityNumber, severityText] = SEVERITIES[severity];
  currentLogger().emit({
    severityNumber,
    severityText,
    body,
    attributes:
      id === null || attributes[CORRELATION_ATTRIBUTE] === id
        ? attributes
        : { ...attributes, [CORRELATION_ATTRIBUTE]: id },
    // A bare number may be taken for one of the monotonic clock.
    timestamp: millisToHrTime(timeMs),
    context: within,
  });
};
