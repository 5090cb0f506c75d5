import { type AnyValue, type Attributes, type Context, context, SeverityNumber } from '@opentelemetry/api';
import { CORRELATION_ATTRIBUTE, correlationIdOf } from './correlation.ts';
import { currentLogger } from './telemetry.ts';

export type Severity = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal';

export interface LogEntry {
  readonly severity: Severity;
  readonly body: AnyValue;
  readonly attributes?: Attributes;
  /** Milliseconds of Unix time; now by default. */
  readonly timeMs?: number;
  /** Where it was said; the active one by default. */
  readonly within?: Context;
}

const NUMBERS: Readonly<Record<Severity, SeverityNumber>> = {
  trace: SeverityNumber.TRACE,
  debug: SeverityNumber.DEBUG,
  info: SeverityNumber.INFO,
  warn: SeverityNumber.WARN,
  error: SeverityNumber.ERROR,
  fatal: SeverityNumber.FATAL,
};

/** Sends one OpenTelemetry log record, with the ids of the span that was active and the correlation id. */
export const emitLog = ({ severity, body, attributes, timeMs, within = context.active() }: LogEntry): void => {
  const id = correlationIdOf(within);
  currentLogger().emit({
    severityNumber: NUMBERS[severity],
    severityText: severity.toUpperCase(),
    body,
    context: within,
    attributes: { ...attributes, ...(id ? { [CORRELATION_ATTRIBUTE]: id } : {}) },
    // A bare number may be taken for one of the monotonic clock.
    ...(timeMs === undefined ? {} : { timestamp: new Date(timeMs) }),
  });
};
