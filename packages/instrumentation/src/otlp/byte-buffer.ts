import { Buffer } from 'node:buffer';

/**
 * A growing buffer of protobuf. The first `length` bytes of `bytes` are written; `bytes` is replaced when it grows, so
 * nobody keeps it across a write.
 */
export interface ByteBuffer {
  bytes: Buffer;
  length: number;
}

const INITIAL_BYTES = 16_384;
/** Memory above this is given back when what was in it is sent. */
const KEPT_BYTES_MAX = 1_048_576;
/** A call into the engine costs more than a loop below this. */
const LOOP_UNITS_MAX = 48;
/** UTF-8 needs at most this for a UTF-16 unit. */
const UNIT_BYTES_MAX = 3;

export const createByteBuffer = (initialBytes: number = INITIAL_BYTES): ByteBuffer => ({
  bytes: Buffer.allocUnsafeSlow(initialBytes),
  length: 0,
});

/** Forgets what is written. */
export const emptyBuffer = (out: ByteBuffer): void => {
  if (out.bytes.length > KEPT_BYTES_MAX) out.bytes = Buffer.allocUnsafeSlow(INITIAL_BYTES);
  out.length = 0;
};

/** Makes room for `count` more bytes. */
export const reserve = (out: ByteBuffer, count: number): void => {
  const needed = out.length + count;
  if (needed <= out.bytes.length) return;
  const larger = Buffer.allocUnsafeSlow(Math.max(needed, out.bytes.length * 2));
  out.bytes.copy(larger, 0, 0, out.length);
  out.bytes = larger;
};

export const writeByte = (out: ByteBuffer, value: number): void => {
  reserve(out, 1);
  out.bytes[out.length++] = value;
};

export const writeFixed32 = (out: ByteBuffer, value: number): void => {
  reserve(out, 4);
  const { bytes, length } = out;
  bytes[length] = value;
  bytes[length + 1] = value >>> 8;
  bytes[length + 2] = value >>> 16;
  bytes[length + 3] = value >>> 24;
  out.length = length + 4;
};

export const writeDouble = (out: ByteBuffer, value: number): void => {
  reserve(out, 8);
  out.length = out.bytes.writeDoubleLE(value, out.length);
};

/** A whole number below 2^32, not negative. */
export const writeVarint = (out: ByteBuffer, value: number): void => {
  reserve(out, 5);
  let rest = value;
  while (rest > 127) {
    out.bytes[out.length++] = (rest & 127) | 128;
    rest >>>= 7;
  }
  out.bytes[out.length++] = rest;
};

/** A signed whole number of 64 bits. */
export const writeInt64 = (out: ByteBuffer, value: number): void => {
  if (value >= 0 && value < 2 ** 32) {
    writeVarint(out, value);
    return;
  }
  let rest = BigInt.asUintN(64, BigInt(value));
  while (rest > 127n) {
    writeByte(out, Number(rest & 127n) | 128);
    rest >>= 7n;
  }
  writeByte(out, Number(rest));
};

/** Begins a message inside another: its length is not known yet. Returns what `endSized` needs. */
export const beginSized = (out: ByteBuffer): number => {
  writeByte(out, 0);
  return out.length;
};

/** Writes the length before what came since `start`: one byte was kept free, more are made room for now. */
export const endSized = (out: ByteBuffer, start: number): void => {
  const size = out.length - start;
  if (size < 128) {
    out.bytes[start - 1] = size;
    return;
  }
  const extra = size < 2 ** 14 ? 1 : size < 2 ** 21 ? 2 : size < 2 ** 28 ? 3 : 4;
  reserve(out, extra);
  out.bytes.copyWithin(start + extra, start, start + size);
  out.length = start - 1;
  writeVarint(out, size);
  out.length = start + extra + size;
};

/** Text with its length before it. Unpaired surrogates become U+FFFD, as everywhere in UTF-8. */
export const writeText = (out: ByteBuffer, text: string): void => {
  const units = text.length;
  reserve(out, units * UNIT_BYTES_MAX + 5);
  const start = out.length + 1;
  if (units <= LOOP_UNITS_MAX) {
    const { bytes } = out;
    let at = start;
    let all = 0;
    for (let i = 0; i < units; i++) {
      const unit = text.charCodeAt(i);
      all |= unit;
      bytes[at++] = unit;
    }
    if (all < 128) {
      bytes[start - 1] = units;
      out.length = at;
      return;
    }
  }
  out.length = start + out.bytes.write(text, start, 'utf8');
  endSized(out, start);
};

const digit = (code: number): number => (code < 58 ? code - 48 : (code | 32) - 87);

/** An id in hexadecimal digits as bytes, with their number before them. */
export const writeHex = (out: ByteBuffer, hex: string): void => {
  const count = hex.length >>> 1;
  writeVarint(out, count);
  reserve(out, count);
  const { bytes } = out;
  let at = out.length;
  for (let i = 0; i < count * 2; i += 2) bytes[at++] = (digit(hex.charCodeAt(i)) << 4) | digit(hex.charCodeAt(i + 1));
  out.length = at;
};
