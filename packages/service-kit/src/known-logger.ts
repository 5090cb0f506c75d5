import type { Attributes } from '@opentelemetry/api';
import { type Logger, symbols } from 'pino';
import { isOwnPlace, isPlainField } from './plain-field.ts';
import { redacted } from './redact.ts';

/** Under which a child keeps its own fields; null where its lines are written in ways of its own. */
const OWN: unique symbol = Symbol('own fields');
/** Under which a logger keeps the attributes that all its lines have, once it was asked for; null where they are not plain. */
const COMMON: unique symbol = Symbol('common attributes');

/** Options of a child that do not change how a line is written, but for what serializers are told by name. */
const USUAL_OPTIONS = new Set(['level', 'serializers']);

type KnownLogger = Logger & { [OWN]?: Record<string, unknown> | null; [COMMON]?: Attributes | null };

/** What a logger tells to be written in words of its own, by name. */
export const serializersOf = (logger: Logger): object => Reflect.get(logger, symbols.serializersSym) as object;

/** Attributes of the fields of a logger; null when there is one that is not written as it is. */
const attributesOf = (logger: Logger, fields: Readonly<Record<string, unknown>>): Attributes | null => {
  const attributes: Attributes = {};
  const serializers = serializersOf(logger);
  for (const [key, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    if (!isPlainField(key, value, serializers)) return null;
    if (!isOwnPlace(key)) attributes[key] = value;
  }
  return attributes;
};

/**
 * The attributes that all lines of a logger have; null when a field of it is not written as it is. Most children are
 * made for one request and write one line: nothing is worked out before.
 */
export const commonOf = (logger: KnownLogger): Attributes | null => {
  if (Object.hasOwn(logger, COMMON)) return logger[COMMON] ?? null;
  // A child has the logger it was made of as its prototype.
  const parent = Object.hasOwn(logger, OWN) ? commonOf(Object.getPrototypeOf(logger) as KnownLogger) : {};
  const own = Object.hasOwn(logger, OWN) ? (logger[OWN] ?? null) : logger.bindings();
  const attributes = parent && own && attributesOf(logger, own);
  logger[COMMON] = attributes && { ...parent, ...attributes };
  return logger[COMMON];
};

/** Fields of a child are written into every line of it, past the formatters: they are cleaned when it is made. */
export const withCleanChildren = (logger: Logger): Logger => {
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
