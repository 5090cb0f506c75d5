import type { TraceResponse, TraceSpan } from '@clearspan/contracts';

/** The JSON of Jaeger's query API, as its page and Grafana read it. Times are microseconds since 1970. */
export interface JaegerTag {
  readonly key: string;
  readonly type: 'string' | 'bool' | 'int64' | 'float64';
  readonly value: string | number | boolean;
}
interface JaegerReference {
  readonly refType: 'CHILD_OF' | 'FOLLOWS_FROM';
  readonly traceID: string;
  readonly spanID: string;
}
export interface JaegerSpan {
  readonly traceID: string;
  readonly spanID: string;
  readonly operationName: string;
  readonly references: readonly JaegerReference[];
  readonly startTime: number;
  readonly duration: number;
  readonly tags: readonly JaegerTag[];
  readonly logs: readonly { readonly timestamp: number; readonly fields: readonly JaegerTag[] }[];
  readonly processID: string;
  readonly warnings: readonly string[] | null;
}
interface JaegerProcess {
  readonly serviceName: string;
  readonly tags: readonly JaegerTag[];
}
export interface JaegerTrace {
  readonly traceID: string;
  readonly spans: readonly JaegerSpan[];
  readonly processes: Readonly<Record<string, JaegerProcess>>;
  readonly warnings: readonly string[] | null;
}

const tag = (key: string, value: unknown): JaegerTag => {
  if (typeof value === 'boolean') return { key, type: 'bool', value };
  if (typeof value === 'number') return { key, type: Number.isInteger(value) ? 'int64' : 'float64', value };
  return { key, type: 'string', value: typeof value === 'string' ? value : JSON.stringify(value) };
};
const tagsOf = (attributes: Readonly<Record<string, unknown>>): JaegerTag[] =>
  Object.entries(attributes).map(([key, value]) => tag(key, value));

/** Whole microseconds of an ISO 8601 time with nanoseconds. */
const microsOf = (iso: string): number => {
  const [seconds = '', fraction = ''] = iso.replace('Z', '').split('.');
  return Date.parse(`${seconds}Z`) * 1000 + Number(fraction.padEnd(6, '0').slice(0, 6));
};

const statusTags = ({ status, status_message }: TraceSpan): readonly JaegerTag[] => [
  ...(status === 'unset' ? [] : [tag('otel.status_code', status.toUpperCase())]),
  ...(status === 'error' ? [tag('error', true)] : []),
  ...(status_message === '' ? [] : [tag('otel.status_description', status_message)]),
];

const tagsOfSpan = (span: TraceSpan): readonly JaegerTag[] => {
  const own = tagsOf(span.attributes);
  const added = [
    ...(span.scope === '' ? [] : [tag('otel.scope.name', span.scope)]),
    ...(span.kind === 'unspecified' ? [] : [tag('span.kind', span.kind)]),
    ...statusTags(span),
  ];
  return [...own, ...added.filter(({ key }) => !Object.hasOwn(span.attributes, key))];
};

const referencesOf = ({ trace_id, parent_id, links }: TraceSpan): readonly JaegerReference[] => [
  ...(parent_id === null ? [] : [{ refType: 'CHILD_OF', traceID: trace_id, spanID: parent_id } as const]),
  ...links.map((link) => ({ refType: 'FOLLOWS_FROM', traceID: link.trace_id, spanID: link.span_id }) as const),
];

const jaegerSpan = (span: TraceSpan, processID: string): JaegerSpan => ({
  traceID: span.trace_id,
  spanID: span.span_id,
  operationName: span.name,
  references: referencesOf(span),
  startTime: microsOf(span.start),
  duration: Math.round(span.duration_us),
  tags: tagsOfSpan(span),
  logs: span.events.map(({ time, name, attributes }) => ({
    timestamp: microsOf(time),
    fields: [tag('event', name), ...tagsOf(attributes)],
  })),
  processID,
  warnings: null,
});

/** A trace as Jaeger tells it. Spans of one resource are of one process. */
export const jaegerTrace = ({ trace_id, spans, reason }: TraceResponse): JaegerTrace => {
  const ids = new Map<string, string>();
  const processes: Record<string, JaegerProcess> = {};
  const idOf = ({ service, resource }: TraceSpan): string => {
    const key = JSON.stringify([service, resource]);
    const held = ids.get(key);
    if (held !== undefined) return held;
    const id = `p${ids.size + 1}`;
    ids.set(key, id);
    const { 'service.name': _, ...others } = resource;
    processes[id] = { serviceName: service, tags: tagsOf(others) };
    return id;
  };
  return {
    traceID: trace_id,
    spans: spans.map((span) => jaegerSpan(span, idOf(span))),
    processes,
    warnings: reason === undefined ? null : [reason],
  };
};
