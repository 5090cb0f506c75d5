import { Buffer } from 'node:buffer';

/**
 * A growing buffer of RowBinary. The first `length` bytes of `bytes` are written; `bytes` is replaced when it grows, so
 * nobody keeps it across a write.
 */
export interface RowBuffer {
  bytes: Buffer;
  length: number;
}

/** Above this a buffer refuses to grow: 2^30 bytes in one batch is a mistake of the caller. */
const BUFFER_BYTES_MAX = 2 ** 30;
/** A call to copy costs more than a loop below this. */
const LOOP_COPY_BYTES_MAX = 48;
/** Text of this many UTF-16 units has at most 127 bytes, so its length takes one byte. */
const SHORT_TEXT_UNITS_MAX = 42;

const INITIAL_BYTES = 4096;
/** A buffer of which less than one part in this many was used is given up. */
const UNUSED_PARTS_MAX = 8;

export const createRowBuffer = (initialBytes: number = INITIAL_BYTES): RowBuffer => ({
  bytes: Buffer.allocUnsafeSlow(initialBytes),
  length: 0,
});

/** Forgets what is written, and keeps the memory when it was needed. */
export const emptyBuffer = (out: RowBuffer): void => {
  const wasted = out.bytes.length > INITIAL_BYTES && out.length * UNUSED_PARTS_MAX < out.bytes.length;
  if (wasted) out.bytes = Buffer.allocUnsafeSlow(Math.max(INITIAL_BYTES, out.length));
  out.length = 0;
};

/** Makes room for `count` more bytes. */
export const reserve = (out: RowBuffer, count: number): void => {
  const needed = out.length + count;
  if (needed <= out.bytes.length) return;
  if (needed > BUFFER_BYTES_MAX) {
    throw new RangeError(`expected at most ${BUFFER_BYTES_MAX} bytes in a row buffer, found ${needed}`);
  }
  const larger = Buffer.allocUnsafeSlow(Math.min(BUFFER_BYTES_MAX, Math.max(needed, out.bytes.length * 2)));
  out.bytes.copy(larger, 0, 0, out.length);
  out.bytes = larger;
};

export const writeUInt8 = (out: RowBuffer, value: number): void => {
  reserve(out, 1);
  out.bytes[out.length++] = value;
};

export const writeUInt32 = (out: RowBuffer, value: number): void => {
  reserve(out, 4);
  const { bytes, length } = out;
  bytes[length] = value;
  bytes[length + 1] = value >>> 8;
  bytes[length + 2] = value >>> 16;
  bytes[length + 3] = value >>> 24;
  out.length = length + 4;
};

/** 64 bits as two halves; also signed and DateTime64, whose bits are the same. */
export const writeUInt64 = (out: RowBuffer, low: number, high: number): void => {
  writeUInt32(out, low);
  writeUInt32(out, high);
};

export const writeBigInt64 = (out: RowBuffer, value: bigint): void => {
  reserve(out, 8);
  out.length = out.bytes.writeBigUInt64LE(BigInt.asUintN(64, value), out.length);
};

export const writeFloat64 = (out: RowBuffer, value: number): void => {
  reserve(out, 8);
  out.length = out.bytes.writeDoubleLE(value, out.length);
};

/** Lengths and counts, below 2^31. */
export const writeVarint = (out: RowBuffer, value: number): void => {
  reserve(out, 5);
  let rest = value;
  while (rest > 127) {
    out.bytes[out.length++] = (rest & 127) | 128;
    rest >>>= 7;
  }
  out.bytes[out.length++] = rest;
};

/** Bytes as they are, without a length: FixedString, or parts written before. */
export const writeBytes = (out: RowBuffer, from: Uint8Array, start: number, end: number): void => {
  const count = end - start;
  reserve(out, count);
  const { bytes, length } = out;
  if (count <= LOOP_COPY_BYTES_MAX) {
    for (let i = 0; i < count; i++) bytes[length + i] = from[start + i] as number;
  } else {
    bytes.set(from.subarray(start, end), length);
  }
  out.length = length + count;
};

/** A String from bytes that are already UTF-8. */
export const writeByteString = (out: RowBuffer, from: Uint8Array, start: number, end: number): void => {
  const count = end - start;
  if (count > LOOP_COPY_BYTES_MAX) {
    writeVarint(out, count);
    writeBytes(out, from, start, end);
    return;
  }
  // Most are short: one look for room, and one loop.
  reserve(out, count + 1);
  const { bytes } = out;
  let at = out.length;
  bytes[at++] = count;
  for (let i = start; i < end; i++) bytes[at++] = from[i] as number;
  out.length = at;
};

/** A String. Unpaired surrogates become U+FFFD, as everywhere in UTF-8. */
export const writeText = (out: RowBuffer, text: string): void => {
  const units = text.length;
  if (units <= SHORT_TEXT_UNITS_MAX) {
    reserve(out, 1 + units * 3);
    const { bytes, length } = out;
    let i = 0;
    // Keys and short values are ASCII nearly always, and the call to encode costs more than they do.
    for (; i < units; i++) {
      const unit = text.charCodeAt(i);
      if (unit > 127) break;
      bytes[length + 1 + i] = unit;
    }
    const written = i === units ? units : bytes.write(text, length + 1, 'utf8');
    bytes[length] = written;
    out.length = length + 1 + written;
    return;
  }
  const count = Buffer.byteLength(text, 'utf8');
  writeVarint(out, count);
  reserve(out, count);
  out.length += out.bytes.write(text, out.length, 'utf8');
};

export const writeZeros = (out: RowBuffer, count: number): void => {
  reserve(out, count);
  out.bytes.fill(0, out.length, out.length + count);
  out.length += count;
};

/** All of another buffer. */
export const writeBuffer = (out: RowBuffer, from: RowBuffer): void => writeBytes(out, from.bytes, 0, from.length);
