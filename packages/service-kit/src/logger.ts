import { activeTraceIds, correlationIdOf, emitLog, type Severity } from '@clearspan/instrumentation';
import type { Attributes } from '@opentelemetry/api';
import { type Logger, pino, stdSerializers } from 'pino';
import { redacted } from './redact.ts';

/** Fields of a line that OpenTelemetry keeps in places of their own. */
const OWN_PLACES = new Set(['level', 'time', 'msg', 'service', 'trace_id', 'span_id', 'correlation_id']);

const LEVELS: Readonly<Record<number, Severity>> = {
  10: 'trace',
  20: 'debug',
  30: 'info',
  40: 'warn',
  50: 'error',
  60: 'fatal',
};

/** Objects become dotted keys: attributes of a log record are flat. */
const flatten = (value: unknown, prefix: string, into: Attributes): void => {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') into[prefix] = value;
  else if (Array.isArray(value)) into[prefix] = JSON.stringify(value);
  else if (value !== null && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) flatten(inner, prefix ? `${prefix}.${key}` : key, into);
  }
};

const emit = (line: string): void => {
  const record = JSON.parse(line) as Record<string, unknown>;
  const attributes: Attributes = {};
  for (const [key, value] of Object.entries(record)) if (!OWN_PLACES.has(key)) flatten(value, key, attributes);
  emitLog({
    severity: LEVELS[record.level as number] ?? 'info',
    body: typeof record.msg === 'string' ? record.msg : '',
    attributes,
    timeMs: record.time as number,
  });
};

/** A loop that never ends its turn must not keep all it says in memory. */
const WAITING_LINES_MAX = 1_000;

/** Not yet written: the lines of one turn of the event loop go to standard output together, at its end. */
let waiting: string[] = [];

/** Writes what is waiting. */
export const writeLines = (): void => {
  if (waiting.length === 0) return;
  const lines = waiting.join('');
  waiting = [];
  process.stdout.write(lines);
};

// Whatever ends the process, its last words are those that matter.
process.on('exit', writeLines);

const write = (line: string): void => {
  if (waiting.length === 0) setImmediate(writeLines);
  waiting.push(line);
  if (waiting.length === WAITING_LINES_MAX) writeLines();
};

/** What ties a line to its trace. */
const traceFields = (): Record<string, string> => {
  const ids = activeTraceIds();
  const correlation = correlationIdOf();
  return {
    ...(ids ? { trace_id: ids.traceId, span_id: ids.spanId } : {}),
    ...(correlation ? { correlation_id: correlation } : {}),
  };
};

/** Fields of a child are written into every line of it, past the formatters: they are cleaned when it is made. */
const withCleanChildren = (logger: Logger): Logger => {
  const makeChild = Reflect.get(logger, 'child') as unknown as (bindings: object, options?: object) => Logger;
  function child(this: Logger, bindings: object, options?: object): Logger {
    return Reflect.apply(makeChild, this, [redacted(bindings), options]);
  }
  // Children inherit from the logger they are made of, so this holds for all of them.
  return Object.assign(logger, { child }) as Logger;
};

/**
 * One logger for everything a process says: JSON lines on standard output, and the same record as an OpenTelemetry log.
 * The line is what is exported, so what is redacted in one place is redacted in both.
 */
export const createLogger = (service: string, level: string = 'info'): Logger =>
  withCleanChildren(
    pino(
      {
        level,
        base: { service },
        formatters: {
          // An error is written by its serializer, after this: it must arrive there as it is.
          log: ({ err, ...fields }) => ({ ...redacted(fields), ...(err === undefined ? {} : { err }) }),
        },
        serializers: { err: (error: Error) => redacted(stdSerializers.err(error)) },
        mixin: traceFields,
      },
      {
        write: (line: string) => {
          write(line);
          emit(line);
        },
      },
    ),
  );
