import { CORRELATION_ATTRIBUTE, correlationIdOf, emitLog, type Severity } from '@clearspan/instrumentation';
import type { Attributes } from '@opentelemetry/api';

/** Fields of a line that OpenTelemetry keeps in places of their own. */
const OWN_PLACES = new Set(['level', 'time', 'msg', 'service', 'trace_id', 'span_id', 'correlation_id']);
/** What the logger itself writes: a field of the same name would be in the line twice. */
const WRITTEN_ANYWAY = new Set(['level', 'time', 'msg']);

const SEVERITIES = new Map<unknown, Severity>([
  [10, 'trace'],
  [20, 'debug'],
  [30, 'info'],
  [40, 'warn'],
  [50, 'error'],
  [60, 'fatal'],
]);

/** Objects become dotted keys: attributes of a log record are flat. */
const flatten = (value: unknown, prefix: string, into: Attributes): void => {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') into[prefix] = value;
  else if (Array.isArray(value)) into[prefix] = JSON.stringify(value);
  else if (value !== null && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) flatten(inner, prefix ? `${prefix}.${key}` : key, into);
  }
};

/** The attributes a line stands for, with the fields it was made of. */
export const lineAttributes = (fields: object): Attributes => {
  const attributes: Attributes = {};
  for (const [key, value] of Object.entries(fields)) if (!OWN_PLACES.has(key)) flatten(value, key, attributes);
  return attributes;
};

/** Puts fields that stand in the line as they are to attributes. False when there is one that does not. */
const putPlain = (fields: Readonly<Record<string, unknown>>, serializers: object, into: Attributes): boolean => {
  for (const key in fields) {
    const value = fields[key];
    if (WRITTEN_ANYWAY.has(key) || key in serializers) return false;
    const isPlain = typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
    if (!isPlain && value !== undefined) return false;
    if (isPlain && !OWN_PLACES.has(key)) into[key] = value as string | number | boolean;
  }
  return true;
};

/** The attributes of fields that stand in the line as they are; null when there is one that does not. */
export const plainAttributes = (fields: Readonly<Record<string, unknown>>, serializers: object): Attributes | null => {
  const attributes: Attributes = {};
  return putPlain(fields, serializers, attributes) ? attributes : null;
};

/** What a line was made of. */
export interface LineParts {
  readonly level: number;
  readonly timeMs: number;
  readonly message: unknown;
  /** Attributes of all lines of this logger; null where they are not plain. */
  readonly common: Attributes | null;
  /** Clean, as they are written where no serializer is named like them. Null where that is not known. */
  readonly fields: Readonly<Record<string, unknown>> | null;
  readonly serializers: object;
}

/**
 * Emits a line as an OpenTelemetry log record. The line is what counts: where a field may be written as something else
 * than it is, the line is read back.
 */
export const emitLine = (line: string, { level, timeMs, message, common, fields, serializers }: LineParts): void => {
  const attributes = { ...common };
  if (typeof message === 'string' && common !== null && fields !== null && putPlain(fields, serializers, attributes)) {
    const id = correlationIdOf();
    // Where it would be put anyway, at the cost of a copy.
    if (id !== null) attributes[CORRELATION_ATTRIBUTE] = id;
    emitLog({ severity: SEVERITIES.get(level) ?? 'info', body: message, attributes, timeMs });
    return;
  }
  const record = JSON.parse(line) as Record<string, unknown>;
  emitLog({
    severity: SEVERITIES.get(record.level) ?? 'info',
    body: typeof record.msg === 'string' ? record.msg : '',
    attributes: lineAttributes(record),
    timeMs: record.time as number,
  });
};
