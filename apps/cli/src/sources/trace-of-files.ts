import type { ResultRow, TraceResponse, TraceSpan } from '@clearspan/contracts';
import { quote } from '@clearspan/dataprime';
import { rfc3339Nanos } from '@clearspan/telemetry-store';
import type { Call } from './call.ts';
import type { Outcome, QuerySource } from './query-source.ts';

type Tree = Readonly<Record<string, unknown>>;

/** As many as the store gives of a trace. */
const SPANS_MAX = 10_000;
const NANOS_PER_MICRO = 1_000n;

const KINDS: readonly TraceSpan['kind'][] = ['internal', 'server', 'client', 'producer', 'consumer'];
const STATUSES: readonly TraceSpan['status'][] = ['ok', 'error'];

const treeOf = (value: unknown): Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Tree) : {};
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);
const wordOf = <T extends string>(value: unknown, known: readonly T[], otherwise: T): T =>
  known.find((word) => word === textOf(value).toLowerCase()) ?? otherwise;

const eventsOf = (logs: unknown): TraceSpan['events'] =>
  (Array.isArray(logs) ? logs : []).map(treeOf).map(({ timestamp, name, fields }) => ({
    time: new Date(numberOf(timestamp) / 1_000).toISOString(),
    name: textOf(name),
    attributes: treeOf(fields),
  }));

const spanOf = (traceId: string, { $m = {}, $l = {}, $d = {} }: ResultRow): TraceSpan => {
  const process = treeOf($d.process);
  return {
    trace_id: traceId,
    span_id: textOf($d.spanID),
    parent_id: textOf($d.parentId) || null,
    service: textOf($l.serviceName) || textOf(process.serviceName),
    name: textOf($l.operationName) || textOf($d.operationName),
    kind: wordOf($m.kind, KINDS, 'unspecified'),
    start: textOf($m.timestamp),
    duration_us: numberOf($m.duration),
    status: wordOf($m.statusCode, STATUSES, 'unset'),
    status_message: textOf($m.statusMessage),
    attributes: treeOf($d.tags),
    resource: treeOf(process.tags),
    scope: '',
    events: eventsOf($d.logs),
    links: [],
  };
};

const whyIncomplete = (spans: readonly TraceSpan[], truncated: boolean): string | undefined => {
  if (truncated) return `only the first ${spans.length} spans are read`;
  const ids = new Set(spans.map((span) => span.span_id));
  const orphans = spans.filter(({ parent_id }) => parent_id !== null && !ids.has(parent_id)).length;
  if (orphans > 0) return `the parents of ${orphans} of the spans are not in the files`;
  return spans.some(({ parent_id }) => parent_id === null) ? undefined : 'no root span is in the files';
};

const foldSpans = (traceId: string, spans: readonly TraceSpan[], truncated: boolean): TraceResponse => {
  const start = spans[0]?.start ?? '';
  const ends = spans.map(({ start, duration_us }) => Number(rfc3339Nanos(start) / NANOS_PER_MICRO) + duration_us);
  const reason = whyIncomplete(spans, truncated);
  return {
    trace_id: traceId,
    spans: [...spans],
    services: [...new Set(spans.map(({ service }) => service))],
    start,
    duration_us: Math.max(...ends) - Number(rfc3339Nanos(start) / NANOS_PER_MICRO),
    complete: reason === undefined,
    ...(reason === undefined ? {} : { reason }),
    truncated,
  };
};

/** A trace as the store tells it, of what is read of its spans by `query`. */
export const traceOfFiles = async (
  query: QuerySource['query'],
  traceId: string,
  call?: Call,
): Promise<Outcome<TraceResponse>> => {
  const text = `source spans | filter $d.traceID == ${quote(traceId)} | orderby $m.timestamp`;
  const outcome = await query({ query: text, limit: SPANS_MAX }, call);
  if (!outcome.ok) return outcome;
  const { rows, truncated } = outcome.value;
  if (rows.length > 0)
    return {
      ok: true,
      value: foldSpans(
        traceId,
        rows.map((row) => spanOf(traceId, row)),
        truncated,
      ),
    };
  const message = `no span of the trace ${JSON.stringify(traceId)} is in the files`;
  return { ok: false, failure: { kind: 'input', code: 'NOT_FOUND', message, diagnostics: [] } };
};
