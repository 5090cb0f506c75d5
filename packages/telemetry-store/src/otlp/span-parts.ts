import {
  createRowBuffer,
  type RowBuffer,
  writeBuffer,
  writeByteString,
  writeBytes,
  writeUInt64,
  writeVarint,
  writeZeros,
} from '../row-binary/row-buffer.ts';
import { createRanges, noteMessage, type Ranges, seek, writeAttributes } from './attributes.ts';
import { type Cursor, fields, ignore, readFixed32, readFixed64, readVarint32, unexpected } from './cursor.ts';
import { noteSlice, type Slice } from './span-fields.ts';

/** The fields of one span event or link, whichever of them it has. */
interface Part {
  low: number;
  high: number;
  readonly name: Slice;
  readonly traceId: Slice;
  readonly spanId: Slice;
  readonly traceState: Slice;
  readonly attributes: Ranges;
}

const part: Part = {
  low: 0,
  high: 0,
  name: { at: 0, end: 0 },
  traceId: { at: 0, end: 0 },
  spanId: { at: 0, end: 0 },
  traceState: { at: 0, end: 0 },
  attributes: createRanges(),
};

const clear = (): void => {
  part.low = 0;
  part.high = 0;
  part.attributes.count = 0;
  for (const s of [part.name, part.traceId, part.spanId, part.traceState]) {
    s.at = 0;
    s.end = 0;
  }
};

const EVENT = fields(1, 2, 3, 4);

export const scanEvent = (c: Cursor): void => {
  clear();
  while (c.position < c.end) {
    const tag = readVarint32(c);
    if (tag === 0x09) {
      readFixed64(c, 'Event.time_unix_nano');
      part.low = c.low;
      part.high = c.high;
    } else if (tag === 0x12) noteSlice(c, part.name, 'Event.name');
    else if (tag === 0x1a) noteMessage(c, part.attributes, 'Event.attributes');
    else if (tag === 0x20) ignore(c, tag);
    else unexpected(c, tag, 'Event', EVENT);
  }
};

const LINK = fields(1, 2, 3, 4, 5, 6);

export const scanLink = (c: Cursor): void => {
  clear();
  while (c.position < c.end) {
    const tag = readVarint32(c);
    if (tag === 0x0a) noteSlice(c, part.traceId, 'Link.trace_id');
    else if (tag === 0x12) noteSlice(c, part.spanId, 'Link.span_id');
    else if (tag === 0x1a) noteSlice(c, part.traceState, 'Link.trace_state');
    else if (tag === 0x22) noteMessage(c, part.attributes, 'Link.attributes');
    else if (tag === 0x28) ignore(c, tag);
    else if (tag === 0x35) readFixed32(c, 'Link.flags');
    else unexpected(c, tag, 'Link', LINK);
  }
};

export type PartColumn = (c: Cursor, out: RowBuffer) => void;

/** One array column of a nested group: an element per noted message. */
export const writeParts = (
  c: Cursor,
  ranges: Ranges,
  scan: (c: Cursor) => void,
  column: PartColumn,
  out: RowBuffer,
): void => {
  const { position, end } = c;
  writeVarint(out, ranges.count);
  for (let i = 0; i < ranges.count; i++) {
    seek(c, ranges, i);
    scan(c);
    column(c, out);
  }
  c.position = position;
  c.end = end;
};

/** An id of a link; one of a wrong length is as good as none. */
const fixed = (c: Cursor, id: Slice, length: number, out: RowBuffer): void => {
  if (id.end - id.at === length) writeBytes(out, c.bytes, id.at, id.end);
  else writeZeros(out, length);
};

const kinds: RowBuffer = createRowBuffer(64);
const attributeBytes: RowBuffer = createRowBuffer(256);

export const partTime: PartColumn = (_c, out) => writeUInt64(out, part.low, part.high);
export const partName: PartColumn = (c, out) => writeByteString(out, c.bytes, part.name.at, part.name.end);
export const partTraceId: PartColumn = (c, out) => fixed(c, part.traceId, 16, out);
export const partSpanId: PartColumn = (c, out) => fixed(c, part.spanId, 8, out);
export const partTraceState: PartColumn = (c, out) =>
  writeByteString(out, c.bytes, part.traceState.at, part.traceState.end);
export const partAttributes: PartColumn = (c, out) => writeAttributes(c, part.attributes, [], out, kinds);
export const partKinds: PartColumn = (c, out) => {
  attributeBytes.length = 0;
  writeAttributes(c, part.attributes, [], attributeBytes, kinds);
  writeVarint(out, kinds.length);
  writeBuffer(out, kinds);
};
