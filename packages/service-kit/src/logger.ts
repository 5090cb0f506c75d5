import { correlationIdOf, traceIdsOf } from '@clearspan/instrumentation';
import { context } from '@opentelemetry/api';
import { type Logger, pino, stdSerializers, symbols } from 'pino';
import { emitLine } from './emit-line.ts';
import { withCleanChildren } from './known-logger.ts';
import { plainLine } from './plain-line.ts';
import { redacted } from './redact.ts';
import { writeLine } from './standard-output.ts';

/** What ties a line to its trace. */
const traceFields = (): Record<string, string> => {
  const fields: Record<string, string> = {};
  const within = context.active();
  const ids = traceIdsOf(within);
  if (ids !== null) {
    fields.trace_id = ids.traceId;
    fields.span_id = ids.spanId;
  }
  const correlationId = correlationIdOf(within);
  if (correlationId !== null) fields.correlation_id = correlationId;
  return fields;
};

/** What is thrown need not be an error. */
const errorFields = (error: unknown): unknown => {
  const fields: unknown = stdSerializers.err(error as Error);
  return typeof fields === 'object' && fields !== null ? redacted(fields) : fields;
};

const lineFields = (fields: Record<string, unknown>): Record<string, unknown> => {
  if (fields.err === undefined) return redacted(fields);
  // An error is written by its serializer, after this: it must arrive there as it is.
  const { err, ...others } = fields;
  return { ...redacted(others), err };
};

/** Every line goes through this once its level lets it: those that are plain need nothing of what pino does for others. */
const withPlainLines = (logger: Logger): Logger => {
  const writeAny = Reflect.get(logger, symbols.writeSym) as (...line: readonly unknown[]) => void;
  function write(this: Logger, fields: object | null, message: unknown, level: number): void {
    const text = plainLine(this, fields, message, level);
    if (text === null) Reflect.apply(writeAny, this, [fields, message, level]);
    else writeLine(text);
  }
  return Object.assign(logger, { [symbols.writeSym]: write }) as Logger;
};

const destination = {
  write: (line: string): void => {
    writeLine(() => line);
    emitLine(line);
  },
};

/**
 * One logger for everything a process says: JSON lines on standard output, and the same record as an OpenTelemetry log.
 * What is redacted in one place is redacted in both.
 */
export const createLogger = (service: string, level: string = 'info'): Logger =>
  withPlainLines(
    withCleanChildren(
      pino(
        {
          level,
          base: { service },
          formatters: { log: lineFields },
          serializers: { err: errorFields },
          mixin: traceFields,
        },
        destination,
      ),
    ),
  );
