import { type AnyValue, type Attributes, SeverityNumber } from '@opentelemetry/api';
import { millisToHrTime } from '@opentelemetry/core';
import { CORRELATION_ATTRIBUTE, correlationIdOf } from './correlation.ts';
import { currentLogger } from './telemetry.ts';

export type Severity = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal';

export interface LogEntry {
  readonly severity: Severity;
  readonly body: AnyValue;
  readonly attributes?: Attributes;
  /** Milliseconds of Unix time; now by default. */
  readonly timeMs?: number;
}

const NUMBERS: Readonly<Record<Severity, SeverityNumber>> = {
  trace: SeverityNumber.TRACE,
  debug: SeverityNumber.DEBUG,
  info: SeverityNumber.INFO,
  warn: SeverityNumber.WARN,
  error: SeverityNumber.ERROR,
  fatal: SeverityNumber.FATAL,
};

/** Sends one OpenTelemetry log record, with the ids of the active span and the correlation id. */
export const emitLog = ({ severity, body, attributes, timeMs }: LogEntry): void => {
  const id = correlationIdOf();
  currentLogger().emit({
    severityNumber: NUMBERS[severity],
    severityText: severity.toUpperCase(),
    body,
    attributes: { ...attributes, ...(id ? { [CORRELATION_ATTRIBUTE]: id } : {}) },
    // A bare number may be taken for one of the monotonic clock.
    ...(timeMs === undefined ? {} : { timestamp: millisToHrTime(timeMs) }),
  });
};
