import { attributeText } from '../rows/attribute-text.ts';
import { isRawNumber, type JsonTree } from '../rows/json-tree.ts';
import { SEVERITY, severityFromWord } from '../rows/severity.ts';
import type { Envelope } from './envelope.ts';
import { timeOf } from './usual-keys.ts';

/** What `$m` and `$l` of a log envelope say; null where they do not. */
export interface EnvelopeHead {
  readonly timeNanos: bigint | null;
  readonly severity: number;
  readonly logId: string | null;
  readonly priorityClass: string | null;
  readonly templateId: bigint | null;
  readonly application: string;
  readonly subsystem: string;
  readonly labels: readonly (readonly [name: string, value: string])[];
}

type Fault = { readonly fault: string; readonly found: JsonTree };

const severityIn = (value: JsonTree | undefined): number | null => {
  if (value === undefined || value === null) return 0;
  const text = attributeText(value);
  const code = Number(text);
  if (Number.isInteger(code) && code >= SEVERITY.debug && code <= SEVERITY.critical) return code;
  return severityFromWord(text) || null;
};

const TEMPLATE_ID = /^[0-9]{1,20}$/;

const templateIn = (value: JsonTree | undefined): bigint | null => {
  const text = attributeText(value);
  return TEMPLATE_ID.test(text) ? BigInt.asUintN(64, BigInt(text)) : null;
};

const textOrNull = (value: JsonTree | undefined): string | null =>
  value === undefined || value === null ? null : attributeText(value);

const isTime = (value: JsonTree | undefined): boolean =>
  typeof value === 'string' || typeof value === 'number' || isRawNumber(value);

/**
 * Reads `$m` (timestamp: ISO 8601 or a number by its size; severity: a code 1 to 6 or a word; logid, priorityclass,
 * templateid) and `$l`. Other keys of `$m` are the engine's and are not read.
 */
export const readLogHead = ({ m, l }: Envelope, nowNanos: bigint): EnvelopeHead | Fault => {
  const timeNanos = timeOf(m.timestamp, nowNanos);
  if (timeNanos === null && isTime(m.timestamp)) {
    return { fault: 'expected a time at $m.timestamp', found: m.timestamp as JsonTree };
  }
  const severity = severityIn(m.severity);
  if (severity === null) return { fault: 'expected a severity at $m.severity', found: m.severity as JsonTree };
  const labels: (readonly [string, string])[] = [];
  for (const [name, value] of Object.entries(l)) {
    if (name !== 'applicationname' && name !== 'subsystemname' && value !== null) {
      labels.push([name, attributeText(value)]);
    }
  }
  return {
    timeNanos,
    severity,
    logId: textOrNull(m.logid),
    priorityClass: textOrNull(m.priorityclass),
    templateId: templateIn(m.templateid),
    application: attributeText(l.applicationname),
    subsystem: attributeText(l.subsystemname),
    labels,
  };
};
