import type { TraceSpan } from '@clearspan/contracts';
import { restoreAttributes } from '@clearspan/telemetry-store';

const KINDS: readonly TraceSpan['kind'][] = ['unspecified', 'internal', 'server', 'client', 'producer', 'consumer'];
const STATUSES: readonly TraceSpan['status'][] = ['unset', 'ok', 'error'];

type Texts = readonly string[];
type Row = [
  spanId: string,
  parentId: string,
  service: string,
  name: string,
  kind: number,
  start: string,
  startNanos: string,
  durationNanos: string,
  status: number,
  statusMessage: string,
  scope: string,
  attrKeys: Texts,
  attrValues: Texts,
  attrKinds: string,
  resourceKeys: Texts,
  resourceValues: Texts,
  resourceKinds: string,
  eventTimes: Texts,
  eventNames: Texts,
  eventKeys: readonly Texts[],
  eventValues: readonly Texts[],
  eventKinds: Texts,
  linkTraceIds: string,
  linkSpanIds: string,
  linkKeys: readonly Texts[],
  linkValues: readonly Texts[],
  linkKinds: Texts,
];

/** A span and the exact times that its text form cannot be computed with. */
export interface ReadSpan {
  readonly span: TraceSpan;
  readonly startNanos: bigint;
  readonly endNanos: bigint;
}

const attributes = (keys: Texts = [], values: Texts = [], kinds = ''): Record<string, unknown> =>
  restoreAttributes(
    keys.map((key, i) => [key, values[i] ?? ''] as const),
    kinds,
  );

const NO_ID = /^0*$/;
const TRACE_ID_DIGITS = 32;
const SPAN_ID_DIGITS = 16;

/** A time as the engine writes it, `2026-09-21 05:00:00.000000001`, as RFC 3339 has it. */
const rfc3339 = (text: string): string => `${text.replace(' ', 'T')}Z`;

/** The id at a place of a text of ids. */
const idAt = (ids: string, place: number, digits: number): string =>
  ids.slice(place * digits, (place + 1) * digits).toLowerCase();

/** Reads a row of `traceSql`. Attributes come back with the types they were sent with. */
export const readSpanRow = (traceId: string, row: readonly unknown[]): ReadSpan => {
  const [
    spanId,
    parentId,
    service,
    name,
    kind,
    start,
    startNanos,
    durationNanos,
    status,
    statusMessage,
    scope,
    ...rest
  ] = row as Row;
  const [attrKeys, attrValues, attrKinds, resourceKeys, resourceValues, resourceKinds, ...lists] = rest;
  const [
    eventTimes,
    eventNames,
    eventKeys,
    eventValues,
    eventKinds,
    linkTraceIds,
    linkSpanIds,
    linkKeys,
    linkValues,
    linkKinds,
  ] = lists;
  const from = BigInt(startNanos);
  return {
    startNanos: from,
    endNanos: from + BigInt(durationNanos),
    span: {
      trace_id: traceId,
      span_id: spanId.toLowerCase(),
      parent_id: NO_ID.test(parentId) ? null : parentId.toLowerCase(),
      service,
      name,
      kind: KINDS[kind] ?? 'unspecified',
      start: rfc3339(start),
      duration_us: Number(durationNanos) / 1000,
      status: STATUSES[status] ?? 'unset',
      status_message: statusMessage,
      attributes: attributes(attrKeys, attrValues, attrKinds),
      resource: attributes(resourceKeys, resourceValues, resourceKinds),
      scope,
      events: eventTimes.map((time, i) => ({
        time: rfc3339(time),
        name: eventNames[i] ?? '',
        attributes: attributes(eventKeys[i], eventValues[i], eventKinds[i]),
      })),
      links: linkKinds.map((kinds, i) => ({
        trace_id: idAt(linkTraceIds, i, TRACE_ID_DIGITS),
        span_id: idAt(linkSpanIds, i, SPAN_ID_DIGITS),
        attributes: attributes(linkKeys[i], linkValues[i], kinds),
      })),
    },
  };
};
