import { activeTraceIds, correlationIdOf } from '@clearspan/instrumentation';
import type { Attributes } from '@opentelemetry/api';
import { type DestinationStreamWithMetadata, type Logger, pino, stdSerializers, symbols } from 'pino';
import { emitLine, plainAttributes } from './emit-line.ts';
import { redacted } from './redact.ts';
import { writeLine } from './standard-output.ts';

/** What ties a line to its trace. */
const traceFields = (): Record<string, string> => {
  const fields: Record<string, string> = {};
  const ids = activeTraceIds();
  if (ids !== null) {
    fields.trace_id = ids.traceId;
    fields.span_id = ids.spanId;
  }
  const correlationId = correlationIdOf();
  if (correlationId !== null) fields.correlation_id = correlationId;
  return fields;
};

/** What is thrown need not be an error. */
const errorFields = (error: unknown): unknown => {
  const fields: unknown = stdSerializers.err(error as Error);
  return typeof fields === 'object' && fields !== null ? redacted(fields) : fields;
};

/** Under which a child keeps its own fields; null where its lines are written in ways of its own. */
const OWN = Symbol('own fields');
/** Under which a logger keeps the attributes that all its lines have, once it was asked for; null where they are not plain. */
const COMMON = Symbol('common attributes');

/** Options of a child that do not change how a line is written, but for what serializers are told by name. */
const USUAL_OPTIONS = new Set(['level', 'serializers']);

type KnownLogger = Logger & { [OWN]?: Record<string, unknown> | null; [COMMON]?: Attributes | null };

const serializersOf = (logger: Logger): object => Reflect.get(logger, symbols.serializersSym) as object;

/** Most children are made for one request and write one line: nothing is worked out before. */
const commonOf = (logger: KnownLogger): Attributes | null => {
  if (Object.hasOwn(logger, COMMON)) return logger[COMMON] ?? null;
  // A child has the logger it was made of as its prototype.
  const parent = Object.hasOwn(logger, OWN) ? commonOf(Object.getPrototypeOf(logger) as KnownLogger) : {};
  const own = Object.hasOwn(logger, OWN) ? (logger[OWN] ?? null) : logger.bindings();
  const attributes = parent && own && plainAttributes(own, serializersOf(logger));
  logger[COMMON] = attributes && { ...parent, ...attributes };
  return logger[COMMON];
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
    const given = Object.entries(options).filter(([, value]) => value !== undefined);
    // Without any, pino makes a child at much less cost, and there is one for each request.
    const own = redacted(bindings);
    const made = Reflect.apply(makeChild, this, [own, ...(given.length === 0 ? [] : [options])]);
    made[OWN] = given.every(([name]) => USUAL_OPTIONS.has(name)) ? own : null;
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
  /** Of the line being written. Fields with an error are not known: it is put into words after this. */
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
        serializers: serializersOf(this.lastLogger),
      });
    },
  };
  return withCleanChildren(
    pino(
      {
        level,
        base: { service },
        formatters: {
          log: (fields) => {
            if (fields.err === undefined) {
              formed = redacted(fields);
              return formed;
            }
            formed = null;
            // An error is written by its serializer, after this: it must arrive there as it is.
            const { err, ...others } = fields;
            return { ...redacted(others), err };
          },
        },
        serializers: { err: errorFields },
        mixin: traceFields,
      },
      destination as unknown as DestinationStreamWithMetadata,
    ),
  );
};
