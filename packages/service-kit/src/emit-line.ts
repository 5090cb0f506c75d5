import { emitLog, type Severity } from '@clearspan/instrumentation';
import type { Attributes } from '@opentelemetry/api';
import { isOwnPlace } from './plain-field.ts';

const SEVERITIES = new Map<unknown, Severity>([
  [10, 'trace'],
  [20, 'debug'],
  [30, 'info'],
  [40, 'warn'],
  [50, 'error'],
  [60, 'fatal'],
]);

/** By the number that a line has for it. */
export const severityOf = (level: unknown): Severity => SEVERITIES.get(level) ?? 'info';

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
  for (const [key, value] of Object.entries(fields)) if (!isOwnPlace(key)) flatten(value, key, attributes);
  return attributes;
};

/** Emits a line as an OpenTelemetry log record: what is redacted in the one is redacted in the other. */
export const emitLine = (line: string): void => {
  const record = JSON.parse(line) as Record<string, unknown>;
  emitLog({
    severity: severityOf(record.level),
    body: typeof record.msg === 'string' ? record.msg : '',
    attributes: lineAttributes(record),
    timeMs: record.time as number,
  });
};
