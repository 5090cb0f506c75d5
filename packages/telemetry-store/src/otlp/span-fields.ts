import { createRanges, noteMessage, type Ranges } from './attributes.ts';
import {
  type Cursor,
  enter,
  fields,
  leave,
  readFixed32,
  readFixed64,
  readLength,
  readVarint32,
  unexpected,
} from './cursor.ts';

/** Bytes of the body: from `at` up to `end`. */
export interface Slice {
  at: number;
  end: number;
}

/** Where the fields of one `Span` stand in the body, and its numbers. One object serves all spans of a request. */
export interface SpanFields {
  readonly traceId: Slice;
  readonly spanId: Slice;
  readonly parentId: Slice;
  readonly traceState: Slice;
  readonly name: Slice;
  readonly statusMessage: Slice;
  readonly attributes: Ranges;
  readonly events: Ranges;
  readonly links: Ranges;
  kind: number;
  status: number;
  flags: number;
  startLow: number;
  startHigh: number;
  endLow: number;
  endHigh: number;
  droppedAttributes: number;
  droppedEvents: number;
  droppedLinks: number;
}

const slice = (): Slice => ({ at: 0, end: 0 });

export const createSpanFields = (): SpanFields => ({
  traceId: slice(),
  spanId: slice(),
  parentId: slice(),
  traceState: slice(),
  name: slice(),
  statusMessage: slice(),
  attributes: createRanges(),
  events: createRanges(),
  links: createRanges(),
  kind: 0,
  status: 0,
  flags: 0,
  startLow: 0,
  startHigh: 0,
  endLow: 0,
  endHigh: 0,
  droppedAttributes: 0,
  droppedEvents: 0,
  droppedLinks: 0,
});

const clear = (span: SpanFields): void => {
  for (const s of [span.traceId, span.spanId, span.parentId, span.traceState, span.name, span.statusMessage]) {
    s.at = 0;
    s.end = 0;
  }
  span.attributes.count = 0;
  span.events.count = 0;
  span.links.count = 0;
  span.kind = 0;
  span.status = 0;
  span.flags = 0;
  span.startLow = 0;
  span.startHigh = 0;
  span.endLow = 0;
  span.endHigh = 0;
  span.droppedAttributes = 0;
  span.droppedEvents = 0;
  span.droppedLinks = 0;
};

export const noteSlice = (c: Cursor, into: Slice, what: string): void => {
  const length = readLength(c, what);
  into.at = c.position;
  into.end = c.position += length;
};

const STATUS = fields(2, 3);

const noteStatus = (c: Cursor, span: SpanFields): void => {
  const outer = enter(c, 'Status');
  while (c.position < c.end) {
    const tag = readVarint32(c);
    if (tag === 0x12) noteSlice(c, span.statusMessage, 'Status.message');
    else if (tag === 0x18) span.status = readVarint32(c);
    else unexpected(c, tag, 'Status', STATUS);
  }
  leave(c, outer);
};

const SPAN = fields(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);

const noteField = (c: Cursor, span: SpanFields, tag: number): void => {
  switch (tag) {
    case 0x0a:
      noteSlice(c, span.traceId, 'Span.trace_id');
      return;
    case 0x12:
      noteSlice(c, span.spanId, 'Span.span_id');
      return;
    case 0x1a:
      noteSlice(c, span.traceState, 'Span.trace_state');
      return;
    case 0x22:
      noteSlice(c, span.parentId, 'Span.parent_span_id');
      return;
    case 0x2a:
      noteSlice(c, span.name, 'Span.name');
      return;
    case 0x30:
      span.kind = readVarint32(c);
      return;
    case 0x39:
      readFixed64(c, 'Span.start_time_unix_nano');
      span.startLow = c.low;
      span.startHigh = c.high;
      return;
    case 0x41:
      readFixed64(c, 'Span.end_time_unix_nano');
      span.endLow = c.low;
      span.endHigh = c.high;
      return;
    case 0x4a:
      noteMessage(c, span.attributes, 'Span.attributes');
      return;
    case 0x50:
      span.droppedAttributes = readVarint32(c);
      return;
    case 0x5a:
      noteMessage(c, span.events, 'Span.events');
      return;
    case 0x60:
      span.droppedEvents = readVarint32(c);
      return;
    case 0x6a:
      noteMessage(c, span.links, 'Span.links');
      return;
    case 0x70:
      span.droppedLinks = readVarint32(c);
      return;
    case 0x7a:
      noteStatus(c, span);
      return;
    case 0x85:
      span.flags = readFixed32(c, 'Span.flags');
      return;
    default:
      unexpected(c, tag, 'Span', SPAN);
  }
};

/** Notes the fields of the `Span` the cursor is in. */
export const scanSpan = (c: Cursor, span: SpanFields): void => {
  clear(span);
  while (c.position < c.end) noteField(c, span, readVarint32(c));
};
