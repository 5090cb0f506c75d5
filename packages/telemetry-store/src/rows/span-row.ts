import { Buffer } from 'node:buffer';
import { hasKey, writeAttributes } from '../otlp/attributes.ts';
import type { Cursor } from '../otlp/cursor.ts';
import type { SharedResource, SharedScope } from '../otlp/record-origin.ts';
import type { Slice, SpanFields } from '../otlp/span-fields.ts';
import {
  partAttributes,
  partKinds,
  partName,
  partSpanId,
  partTime,
  partTraceId,
  partTraceState,
  scanEvent,
  scanLink,
  writeParts,
} from '../otlp/span-parts.ts';
import {
  createRowBuffer,
  type RowBuffer,
  writeBuffer,
  writeByteString,
  writeBytes,
  writeText,
  writeUInt8,
  writeUInt32,
  writeUInt64,
  writeVarint,
  writeZeros,
} from '../row-binary/row-buffer.ts';
import { SPAN_COLUMNS, type SpanColumn } from '../tables/spans.ts';

/** One span on its way into a row. */
export interface SpanSource {
  readonly cursor: Cursor;
  readonly span: SpanFields;
  resource: SharedResource;
  scope: SharedScope;
}

type ColumnWriter = (source: SpanSource, out: RowBuffer) => void;

const STATUS_CODE_KEY = Buffer.from('otel.status_code');
const ERROR_KEY = Buffer.from('error');
const NONE: readonly (readonly [string, string])[] = [];

/** What queries look for among the tags although it stands in the status. */
const derivedAttributes = ({ cursor, span }: SpanSource): readonly (readonly [string, string])[] => {
  if (span.status !== 1 && span.status !== 2) return NONE;
  const derived: (readonly [string, string])[] = [];
  if (!hasKey(cursor, span.attributes, STATUS_CODE_KEY)) {
    derived.push(['otel.status_code', span.status === 2 ? 'ERROR' : 'OK']);
  }
  if (span.status === 2 && !hasKey(cursor, span.attributes, ERROR_KEY)) derived.push(['error', 'true']);
  return derived;
};

const writeDuration: ColumnWriter = ({ span }, out) => {
  let low = span.endLow - span.startLow;
  let high = span.endHigh - span.startHigh;
  if (low < 0) {
    low += 2 ** 32;
    high--;
  }
  if (high < 0) writeUInt64(out, 0, 0);
  else writeUInt64(out, low, high);
};

const writeSlice = (cursor: Cursor, slice: Slice, out: RowBuffer): void =>
  writeByteString(out, cursor.bytes, slice.at, slice.end);

const writeKinds = (kinds: RowBuffer, out: RowBuffer): void => {
  writeVarint(out, kinds.length);
  writeBuffer(out, kinds);
};

/** Numbers of an enumeration that came later than this code are stored as unspecified. */
const known = (value: number, max: number): number => (value <= max ? value : 0);

const kinds: RowBuffer = createRowBuffer(256);

const WRITERS: Readonly<Record<SpanColumn, ColumnWriter>> = {
  ts: ({ span }, out) => writeUInt64(out, span.startLow, span.startHigh),
  duration: writeDuration,
  trace_id: ({ cursor, span }, out) => writeBytes(out, cursor.bytes, span.traceId.at, span.traceId.end),
  span_id: ({ cursor, span }, out) => writeBytes(out, cursor.bytes, span.spanId.at, span.spanId.end),
  parent_id: ({ cursor, span: { parentId } }, out) => {
    if (parentId.at === parentId.end) writeZeros(out, 8);
    else writeBytes(out, cursor.bytes, parentId.at, parentId.end);
  },
  service: ({ resource }, out) => writeText(out, resource.origin.service),
  name: ({ cursor, span }, out) => writeSlice(cursor, span.name, out),
  kind: ({ span }, out) => writeUInt8(out, known(span.kind, 5)),
  status: ({ span }, out) => writeUInt8(out, known(span.status, 2)),
  status_message: ({ cursor, span }, out) => writeSlice(cursor, span.statusMessage, out),
  application: ({ resource }, out) => writeText(out, resource.origin.application),
  subsystem: ({ resource }, out) => writeText(out, resource.origin.subsystem),
  flags: ({ span }, out) => writeUInt32(out, span.flags),
  trace_state: ({ cursor, span }, out) => writeSlice(cursor, span.traceState, out),
  resource: ({ resource }, out) => writeBuffer(out, resource.attributes.map),
  resource_kinds: ({ resource }, out) => writeKinds(resource.attributes.kinds, out),
  attrs: (source, out) => writeAttributes(source.cursor, source.span.attributes, derivedAttributes(source), out, kinds),
  // The writer of the column before it has just filled the kinds.
  attr_kinds: (_source, out) => writeKinds(kinds, out),
  'events.ts': ({ cursor, span }, out) => writeParts(cursor, span.events, scanEvent, partTime, out),
  'events.name': ({ cursor, span }, out) => writeParts(cursor, span.events, scanEvent, partName, out),
  'events.attrs': ({ cursor, span }, out) => writeParts(cursor, span.events, scanEvent, partAttributes, out),
  'events.attr_kinds': ({ cursor, span }, out) => writeParts(cursor, span.events, scanEvent, partKinds, out),
  'links.trace_id': ({ cursor, span }, out) => writeParts(cursor, span.links, scanLink, partTraceId, out),
  'links.span_id': ({ cursor, span }, out) => writeParts(cursor, span.links, scanLink, partSpanId, out),
  'links.trace_state': ({ cursor, span }, out) => writeParts(cursor, span.links, scanLink, partTraceState, out),
  'links.attrs': ({ cursor, span }, out) => writeParts(cursor, span.links, scanLink, partAttributes, out),
  'links.attr_kinds': ({ cursor, span }, out) => writeParts(cursor, span.links, scanLink, partKinds, out),
  scope: ({ scope }, out) => writeText(out, scope.name),
  scope_version: ({ scope }, out) => writeText(out, scope.version),
  scope_attrs: ({ scope }, out) => writeBuffer(out, scope.attributes.map),
  scope_attr_kinds: ({ scope }, out) => writeKinds(scope.attributes.kinds, out),
  dropped_attrs: ({ span }, out) => writeUInt32(out, span.droppedAttributes),
  dropped_events: ({ span }, out) => writeUInt32(out, span.droppedEvents),
  dropped_links: ({ span }, out) => writeUInt32(out, span.droppedLinks),
};

const IN_ORDER: readonly ColumnWriter[] = SPAN_COLUMNS.map(([name]) => WRITERS[name]);

/** Writes one row of `otel.spans`. The ids of the span must have been checked. */
export const writeSpanRow = (source: SpanSource, out: RowBuffer): void => {
  for (const write of IN_ORDER) write(source, out);
};
