import { createHash } from 'node:crypto';
import { attributeText } from '../rows/attribute-text.ts';
import { isJsonObject, isRawNumber, type JsonTree } from '../rows/json-tree.ts';
import { originLabels } from '../rows/origin-labels.ts';
import type { Envelope } from './envelope.ts';
import { timeOf } from './usual-keys.ts';

type Tree = { readonly [key: string]: JsonTree };

export type SpanRequest =
  | { readonly ok: true; readonly request: Tree }
  | { readonly ok: false; readonly fault: string; readonly found: JsonTree };

const KINDS: readonly string[] = ['unspecified', 'internal', 'server', 'client', 'producer', 'consumer'];
const STATUSES: readonly string[] = ['unset', 'ok', 'error'];

const objectAt = (tree: Tree, key: string): Tree => {
  const value = tree[key];
  return isJsonObject(value) ? value : {};
};

const firstOf = (...values: (JsonTree | undefined)[]): JsonTree =>
  values.find((value) => value !== undefined && value !== null && value !== '') ?? null;

/** A member of an enumeration by number or name, `SPAN_KIND_SERVER` and `Server` alike; 0 where it is none. */
const memberOf = (names: readonly string[], value: JsonTree): number => {
  if (typeof value === 'number') return value in names ? value : 0;
  const word = attributeText(value)
    .toLowerCase()
    .replace(/^(?:span_kind_|status_code_)/, '');
  return Math.max(0, names.indexOf(word), /^[0-5]$/.test(word) && Number(word) in names ? Number(word) : 0);
};

/** The `AnyValue` of OTLP/JSON for a value of plain JSON. */
const anyValue = (value: JsonTree): JsonTree => {
  if (value === null) return {};
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  if (isRawNumber(value)) {
    return /^-?[0-9]{1,18}$/.test(value.rawJSON) ? { intValue: value.rawJSON } : { doubleValue: Number(value.rawJSON) };
  }
  if (typeof value === 'number') return Number.isSafeInteger(value) ? { intValue: value } : { doubleValue: value };
  if (isJsonObject(value)) return { kvlistValue: { values: keyValues(value) } };
  return { arrayValue: { values: (value as readonly JsonTree[]).map(anyValue) } };
};

const keyValues = (tree: Tree): JsonTree[] =>
  Object.entries(tree).map(([key, value]) => ({ key, value: anyValue(value) }));

/** Nanoseconds of a number of microseconds, decimals included; null where it is none. */
const microsToNanos = (value: JsonTree): bigint | null => {
  const micros = Number(attributeText(value));
  return value === null || !Number.isFinite(micros) || micros < 0 ? null : BigInt(Math.round(micros * 1000));
};

const eventsOf = (logs: JsonTree | undefined, nowNanos: bigint): JsonTree[] => {
  const events: JsonTree[] = [];
  for (const log of Array.isArray(logs) ? (logs as readonly JsonTree[]) : []) {
    if (!isJsonObject(log)) continue;
    const nanos = timeOf(firstOf(log.timestamp, log.time, log.ts), nowNanos);
    const attributes = firstOf(log.attributes, log.attrs, log.fields);
    events.push({
      timeUnixNano: String(nanos ?? 0n),
      name: attributeText(firstOf(log.name, log.event)),
      attributes: isJsonObject(attributes) ? keyValues(attributes) : [],
    });
  }
  return events;
};

/** Resource attributes that give the labels of the envelope; those that already do stay as they are. */
const resourceOf = ({ l, d }: Envelope): Tree => {
  const process = objectAt(d, 'process');
  const tags: { [key: string]: JsonTree } = { ...objectAt(process, 'tags') };
  const service = firstOf(l.serviceName, process.serviceName);
  if (service !== null) tags['service.name'] = service;
  const origin = originLabels(tags);
  if (l.applicationName && l.applicationName !== origin.application) tags['cx.application.name'] = l.applicationName;
  if (l.subsystemName && l.subsystemName !== origin.subsystem) tags['cx.subsystem.name'] = l.subsystemName;
  return tags;
};

const statusOf = ({ m }: Envelope, tags: Tree): number => {
  const code = memberOf(STATUSES, firstOf(m.statusCode, tags['otel.status_code']));
  return code === 0 && attributeText(tags.error) === 'true' ? 2 : code;
};

const TRACE_ID_DIGITS = 32;
const SPAN_ID_DIGITS = 16;

/**
 * An id as the store holds it: its low digits where it has fewer, and digits made of the text where it is none. Queries
 * see the text.
 */
const idDigits = (text: string, digits: number): string =>
  /^[0-9a-fA-F]+$/.test(text) && text.length <= digits && !/^0+$/.test(text)
    ? text.padStart(digits, '0')
    : createHash('sha256').update(text).digest('hex').slice(0, digits);

/** The envelope as it is written; the time is in a column. */
const envelopeText = ({ m, l, d }: Envelope): string => {
  const { timestamp: _, ...rest } = m;
  return JSON.stringify({ m: rest, l, d });
};

/**
 * The OTLP/JSON request of one span for an envelope of the `spans` data set: `$m` timestamp, duration (µs), kind,
 * statusCode, statusMessage, traceId; `$l` applicationName, subsystemName, serviceName, operationName; `$d` traceID,
 * spanID, parentId, operationName, startTime and duration (µs), tags, process {serviceName, tags}, logs. All of the envelope
 * stands in the trace state as well, for queries to show it as it is.
 */
export const envelopeSpanRequest = (envelope: Envelope, nowNanos: bigint): SpanRequest => {
  const { m, l, d } = envelope;
  const start = timeOf(firstOf(m.timestamp, d.startTime), nowNanos);
  if (start === null)
    return { ok: false, fault: 'expected the time of a span at $m.timestamp', found: m.timestamp ?? null };
  const duration = microsToNanos(firstOf(m.duration, d.duration, 0));
  if (duration === null) {
    return { ok: false, fault: 'expected microseconds at $m.duration', found: firstOf(m.duration, d.duration) };
  }
  const traceId = attributeText(firstOf(d.traceID, d.traceId, m.traceId, d.trace_id));
  const spanId = attributeText(firstOf(d.spanID, d.spanId, m.spanId, d.span_id));
  const parentId = attributeText(firstOf(d.parentId, d.parentSpanID, d.parentSpanId));
  const written = envelopeText(envelope);
  const tags = objectAt(d, 'tags');
  const span: Tree = {
    traceId: idDigits(traceId || written, TRACE_ID_DIGITS),
    spanId: idDigits(spanId || written, SPAN_ID_DIGITS),
    parentSpanId: parentId === '' ? '' : idDigits(parentId, SPAN_ID_DIGITS),
    traceState: written,
    name: attributeText(firstOf(l.operationName, d.operationName, d.name)),
    kind: memberOf(KINDS, firstOf(m.kind, tags['span.kind'])),
    startTimeUnixNano: String(start),
    endTimeUnixNano: String(start + duration),
    attributes: keyValues(tags),
    events: eventsOf(d.logs, nowNanos),
    status: { code: statusOf(envelope, tags), message: attributeText(firstOf(m.statusMessage)) },
  };
  const resource: Tree = { attributes: keyValues(resourceOf(envelope)) };
  return { ok: true, request: { resourceSpans: [{ resource, scopeSpans: [{ spans: [span] }] }] } };
};
