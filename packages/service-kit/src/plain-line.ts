import { CORRELATION_ATTRIBUTE, correlationIdOf, emitLog, type SpanIds, traceIdsOf } from '@clearspan/instrumentation';
import { type Attributes, context } from '@opentelemetry/api';
import { type Logger, symbols } from 'pino';
import { severityOf } from './emit-line.ts';
import { commonOf, serializersOf } from './known-logger.ts';
import { isOwnPlace, isPlainField } from './plain-field.ts';
import { isSecret } from './redact.ts';

/** What a line says. */
interface PlainLine {
  readonly logger: Logger;
  readonly level: number;
  readonly timeMs: number;
  readonly ids: SpanIds | null;
  readonly correlationId: string | null;
  /** Of its record: those that all lines of the logger have, its own, and the correlation id. */
  readonly attributes: Attributes;
  readonly common: Attributes;
  readonly message: string;
}

/** Quotes, backslashes and control characters: JSON takes all others as they are. */
const ESCAPED = /[^ !#-[\]-\uffff]/;

const quoted = (text: string): string => (ESCAPED.test(text) ? JSON.stringify(text) : `"${text}"`);

/** As pino writes it. */
const lineText = ({ logger, level, timeMs, ids, correlationId, attributes, common, message }: PlainLine): string => {
  const begin = (Reflect.get(logger, symbols.lsCacheSym) as Readonly<Record<number, string>>)[level];
  let line = `${begin},"time":${timeMs}${Reflect.get(logger, symbols.chindingsSym) as string}`;
  if (ids !== null) line += `,"trace_id":"${ids.traceId}","span_id":"${ids.spanId}"`;
  if (correlationId !== null) line += `,"correlation_id":"${correlationId}"`;
  for (const key in attributes) {
    if (key === CORRELATION_ATTRIBUTE || key in common) continue;
    const value = attributes[key];
    line += `,${quoted(key)}:${typeof value === 'string' ? quoted(value) : String(value)}`;
  }
  return `${line},"msg":${quoted(message)}}\n`;
};

/** The attributes of a line with these fields; null where one of them is not written as it is. */
const attributesOf = (logger: Logger, common: Attributes, fields: object): Attributes | null => {
  // What is inherited is not written, and an error is written in words.
  if (Object.getPrototypeOf(fields) !== Object.prototype) return null;
  const serializers = serializersOf(logger);
  const attributes: Attributes = { ...common };
  for (const key in fields) {
    const value = (fields as Readonly<Record<string, unknown>>)[key];
    if (value === undefined) continue;
    if (isOwnPlace(key) || key in common || isSecret(key, value) || !isPlainField(key, value, serializers)) return null;
    attributes[key] = value;
  }
  return attributes;
};

/**
 * Emits the record of a line whose fields are all written as they are, and returns what makes its text: null for any
 * other. Nearly all are such, and their text is made when it is written, with that of others.
 */
export const plainLine = (
  logger: Logger,
  fields: object | null,
  message: unknown,
  level: number,
): (() => string) | null => {
  const common = commonOf(logger);
  if (common === null || typeof message !== 'string') return null;
  const attributes = attributesOf(logger, common, fields ?? {});
  if (attributes === null) return null;
  const within = context.active();
  const timeMs = Date.now();
  const correlationId = correlationIdOf(within);
  if (correlationId !== null) attributes[CORRELATION_ATTRIBUTE] = correlationId;
  emitLog({ severity: severityOf(level), body: message, attributes, timeMs, within });
  const ids = traceIdsOf(within);
  const line = { logger, level, timeMs, ids, correlationId, attributes, common, message };
  return () => lineText(line);
};
