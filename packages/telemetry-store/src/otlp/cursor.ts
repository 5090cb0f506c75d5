import type { Buffer } from 'node:buffer';

/** Where a protobuf message is being read. `low` and `high` are the halves of the 64-bit value read last. */
export interface Cursor {
  readonly bytes: Buffer;
  position: number;
  /** End of the message being read. */
  end: number;
  low: number;
  high: number;
  /** Messages entered and not left. */
  depth: number;
}

export type MalformedCode = 'MALFORMED_PROTOBUF' | 'MALFORMED_JSON' | 'TOO_DEEP';

/** Thrown inside this package only; the decoders turn it into a value. */
export interface Malformed extends Error {
  readonly code: MalformedCode;
  /** Byte of the body where reading stopped; null where it is not known. */
  readonly offset: number | null;
}

export const malformed = (code: MalformedCode, message: string, offset: number | null): Malformed =>
  Object.assign(new Error(message), { code, offset });

const CODES: ReadonlySet<unknown> = new Set<MalformedCode>(['MALFORMED_PROTOBUF', 'MALFORMED_JSON', 'TOO_DEEP']);
export const isMalformed = (error: unknown): error is Malformed =>
  error instanceof Error && 'offset' in error && 'code' in error && CODES.has(error.code);

/** Messages inside messages; the deepest of OTLP without nested values has 7. */
export const MESSAGE_DEPTH_MAX = 32;

export const createCursor = (bytes: Buffer): Cursor => ({
  bytes,
  position: 0,
  end: bytes.length,
  low: 0,
  high: 0,
  depth: 0,
});

const fail = (c: Cursor, message: string): never => {
  throw malformed('MALFORMED_PROTOBUF', `${message} at byte ${c.position}`, c.position);
};

/** Reads up to ten bytes into `low` and `high`. */
export const readVarint64 = (c: Cursor): void => {
  const { bytes, end } = c;
  let at = c.position;
  let low = 0;
  let high = 0;
  for (let shift = 0; shift < 70; shift += 7) {
    if (at >= end) fail(c, 'expected the rest of a number, found the end of its message');
    const byte = bytes[at++] as number;
    const part = byte & 127;
    if (shift < 28) low |= part << shift;
    else if (shift === 28) {
      low |= part << 28;
      high = part >>> 4;
    } else high |= part << (shift - 32);
    if (byte < 128) {
      c.position = at;
      c.low = low >>> 0;
      c.high = high >>> 0;
      return;
    }
  }
  fail(c, 'expected a number of at most 10 bytes, found a longer one');
};

/** The low 32 bits of a number; what stands above is dropped, as protobuf does. */
export const readVarint32 = (c: Cursor): number => {
  const byte = c.position < c.end ? (c.bytes[c.position] as number) : 128;
  if (byte < 128) {
    c.position++;
    return byte;
  }
  readVarint64(c);
  return c.low;
};

const need = (c: Cursor, count: number, what: string): void => {
  const left = c.end - c.position;
  if (count > left) fail(c, `expected ${count} bytes of ${what}, found ${left}`);
};

/** Reads a length and checks that so many bytes follow; they begin at `position`. */
export const readLength = (c: Cursor, what: string): number => {
  readVarint64(c);
  const length = c.high * 2 ** 32 + c.low;
  need(c, length, what);
  return length;
};

export const readFixed64 = (c: Cursor, what: string): void => {
  need(c, 8, what);
  c.low = c.bytes.readUInt32LE(c.position);
  c.high = c.bytes.readUInt32LE(c.position + 4);
  c.position += 8;
};

export const readFixed32 = (c: Cursor, what: string): number => {
  need(c, 4, what);
  const value = c.bytes.readUInt32LE(c.position);
  c.position += 4;
  return value;
};

export const readDouble = (c: Cursor, what: string): number => {
  need(c, 8, what);
  const value = c.bytes.readDoubleLE(c.position);
  c.position += 8;
  return value;
};

/** UTF-8 text; bytes that are not UTF-8 become U+FFFD. */
export const readText = (c: Cursor, what: string): string => {
  const length = readLength(c, what);
  const start = c.position;
  c.position = start + length;
  return c.bytes.toString('utf8', start, c.position);
};

/** Goes into a message: `end` becomes its end. Give the returned outer end to `leave`. */
export const enter = (c: Cursor, what: string): number => {
  const length = readLength(c, what);
  if (++c.depth > MESSAGE_DEPTH_MAX) {
    throw malformed(
      'TOO_DEEP',
      `expected at most ${MESSAGE_DEPTH_MAX} messages inside one another, found more in ${what} at byte ${c.position}`,
      c.position,
    );
  }
  const outer = c.end;
  c.end = c.position + length;
  return outer;
};

export const leave = (c: Cursor, outer: number): void => {
  c.depth--;
  c.end = outer;
};

const skip = (c: Cursor, tag: number): void => {
  switch (tag & 7) {
    case 0:
      readVarint64(c);
      return;
    case 1:
      readFixed64(c, 'a field');
      return;
    case 2: {
      const length = readLength(c, 'a field');
      c.position += length;
      return;
    }
    case 5:
      readFixed32(c, 'a field');
      return;
    default:
      fail(c, `expected wire type 0, 1, 2 or 5, found ${tag & 7}`);
  }
};

/**
 * What to do with a tag that no case took: an unknown field is skipped; a field that is known (a bit of `known` per
 * field number) came with the wrong wire type, so these bytes are not this message.
 */
export const unexpected = (c: Cursor, tag: number, message: string, known: number): void => {
  const field = tag >>> 3;
  if (field === 0) fail(c, `expected a field number above 0 in ${message}, found 0`);
  if (field < 31 && (known >>> field) & 1) {
    fail(c, `expected another wire type for field ${field} of ${message}, found ${tag & 7}`);
  }
  skip(c, tag);
};

/** A field that is known and not kept. */
export const ignore: (c: Cursor, tag: number) => void = skip;

/** Field numbers as the bits that `unexpected` takes. */
export const fields = (...numbers: number[]): number => numbers.reduce((bits, n) => bits | (1 << n), 0);
