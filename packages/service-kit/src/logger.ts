import { activeTraceIds, correlationIdOf } from '@clearspan/instrumentation';
import type { Attributes } from '@opentelemetry/api';
import { type DestinationStreamWithMetadata, type Logger, pino, stdSerializers, symbols } from 'pino';
import { emitLine, plainAttributes } from './emit-line.ts';
import { redacted } from './redact.ts';
import { writeLine } from './standard-output.ts';

/** What ties a line to its trace. */
const traceFields = (): Record<string, string> => {
  const ids = activeTraceIds();
  const correlation = correlationIdOf();
  return {
    ...(ids ? { trace_id: ids.traceId, span_id: ids.spanId } : {}),
    ...(correlation ? { correlation_id: correlation } : {}),
  };
};

/** What is thrown need not be an error. */
const errorFields = (error: unknown): unknown => {
  const fields: unknown = stdSerializers.err(error as Error);
  return typeof fields === 'object' && fields !== null ? redacted(fields) : fields;
};

/**
 * Under which a logger keeps the attributes that all its lines have; null where these are not plain, or fields are
 * written in ways of its own.
 */
const COMMON = Symbol('common attributes');

type KnownLogger = Logger & { [COMMON]?: Attributes | null };

const commonOf = (logger: KnownLogger): Attributes | null => {
  if (!Object.hasOwn(logger, COMMON)) logger[COMMON] = plainAttributes(logger.bindings());
  return logger[COMMON] ?? null;
};

/** What pino says of the line it writes. */
interface Written {
  readonly lastLogger: Logger;
  readonly lastLevel: number;
  readonly lastMsg: unknown;
  readonly lastTime: string;
}

/** Fields of a child are written into every line of it, past the formatters: they are cleaned when it is made. */
const withCleanChildren = (logger: Logger): Logger => {
  const makeChild = Reflect.get(logger, 'child') as unknown as (bindings: object, options?: object) => KnownLogger;
  function child(this: KnownLogger, bindings: object, options: object = {}): Logger {
    const made = Reflect.apply(makeChild, this, [redacted(bindings), options]);
    // These two are in its lines, and yet it does not name them among its bindings.
    const isUntold = 'pid' in bindings || 'hostname' in bindings;
    const isUsual = !isUntold && Object.keys(options).every((name) => name === 'level');
    if (!isUsual || this[COMMON] === null) made[COMMON] = null;
    return made;
  }
  // Children inherit from the logger they are made of, so this holds for all of them.
  return Object.assign(logger, { child }) as Logger;
};

/**
 * One logger for everything a process says: JSON lines on standard output, and the same record as an OpenTelemetry log.
 * The line is what is exported, so what is redacted in one place is redacted in both.
 */
export const createLogger = (service: string, level: string = 'info'): Logger => {
  /** Of the line being written. An error is put into words after this, so fields with one are not known. */
  let formed: Record<string, unknown> | null = null;
  const destination = {
    [symbols.needsMetadataGsym]: true,
    write(this: Written, line: string): void {
      writeLine(line);
      emitLine(line, {
        level: this.lastLevel,
        timeMs: Number(this.lastTime),
        message: this.lastMsg,
        common: commonOf(this.lastLogger),
        fields: formed,
      });
    },
  };
  return withCleanChildren(
    pino(
      {
        level,
        base: { service },
        formatters: {
          log: ({ err, ...fields }) => {
            const clean = redacted(fields);
            formed = err === undefined ? clean : null;
            // An error is written by its serializer, after this: it must arrive there as it is.
            return err === undefined ? clean : { ...clean, err };
          },
        },
        serializers: { err: errorFields },
        mixin: traceFields,
      },
      destination as unknown as DestinationStreamWithMetadata,
    ),
  );
};
