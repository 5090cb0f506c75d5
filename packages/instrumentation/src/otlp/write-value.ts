import type { AnyValue, HrTime } from '@opentelemetry/api';
import {
  type ByteBuffer,
  beginSized,
  endSized,
  reserve,
  writeByte,
  writeDouble,
  writeFixed32,
  writeInt64,
  writeText,
  writeVarint,
} from './byte-buffer.ts';

/** Tags of `AnyValue` and `KeyValue`, each the number of a field and how it is written: `field << 3 | wire type`. */
const STRING = 0x0a;
const BOOL = 0x10;
const INT = 0x18;
const DOUBLE = 0x21;
const ARRAY = 0x2a;
const LIST = 0x32;
const BYTES = 0x3a;
const ITEM = 0x0a;
const KEY = 0x0a;
const VALUE = 0x12;

const INT64_END = 2 ** 63;
const isInt64 = (value: number): boolean => Number.isInteger(value) && value >= -INT64_END && value < INT64_END;

const writeObject = (out: ByteBuffer, value: object): void => {
  if (value instanceof Uint8Array) {
    writeByte(out, BYTES);
    writeVarint(out, value.length);
    reserve(out, value.length);
    out.bytes.set(value, out.length);
    out.length += value.length;
    return;
  }
  const isArray = Array.isArray(value);
  writeByte(out, isArray ? ARRAY : LIST);
  const start = beginSized(out);
  if (isArray) {
    for (const item of value as AnyValue[]) {
      writeByte(out, ITEM);
      const from = beginSized(out);
      writeAnyValue(out, item);
      endSized(out, from);
    }
  } else writeAttributes(out, ITEM, value as Readonly<Record<string, AnyValue>>);
  endSized(out, start);
};

/** The fields of an `AnyValue`. Nothing at all is the empty value. */
export const writeAnyValue = (out: ByteBuffer, value: AnyValue): void => {
  if (typeof value === 'string') {
    writeByte(out, STRING);
    writeText(out, value);
  } else if (typeof value === 'number') {
    const isInt = isInt64(value);
    writeByte(out, isInt ? INT : DOUBLE);
    if (isInt) writeInt64(out, value);
    else writeDouble(out, value);
  } else if (typeof value === 'boolean') {
    writeByte(out, BOOL);
    writeByte(out, Number(value));
  } else if (typeof value === 'object' && value !== null) writeObject(out, value);
};

/** Tags and lengths of a `KeyValue` with a text in it, beside its own; and what all its lengths fit into a byte with. */
const FRAME_BYTES = 6;
const SHORT_UNITS_MAX = 127 - FRAME_BYTES;

/** A short attribute of ASCII, as nearly all are: its lengths are known before. False, with nothing written, for others. */
const writeShortText = (out: ByteBuffer, tag: number, key: string, value: string): boolean => {
  const keyUnits = key.length;
  const units = value.length;
  if (keyUnits + units > SHORT_UNITS_MAX) return false;
  reserve(out, keyUnits + units + FRAME_BYTES + 2);
  const { bytes } = out;
  let at = out.length;
  let all = 0;
  bytes[at++] = tag;
  bytes[at++] = keyUnits + units + FRAME_BYTES;
  bytes[at++] = KEY;
  bytes[at++] = keyUnits;
  for (let i = 0; i < keyUnits; i++) {
    const unit = key.charCodeAt(i);
    all |= unit;
    bytes[at++] = unit;
  }
  bytes[at++] = VALUE;
  bytes[at++] = units + 2;
  bytes[at++] = STRING;
  bytes[at++] = units;
  for (let i = 0; i < units; i++) {
    const unit = value.charCodeAt(i);
    all |= unit;
    bytes[at++] = unit;
  }
  if (all > 127) return false;
  out.length = at;
  return true;
};

/** Each attribute as a `KeyValue` under `tag`. */
export const writeAttributes = (out: ByteBuffer, tag: number, attributes: Readonly<Record<string, AnyValue>>): void => {
  for (const key in attributes) {
    const value = attributes[key];
    if (typeof value === 'string' && writeShortText(out, tag, key, value)) continue;
    writeByte(out, tag);
    const start = beginSized(out);
    writeByte(out, KEY);
    writeText(out, key);
    writeByte(out, VALUE);
    const from = beginSized(out);
    writeAnyValue(out, value);
    endSized(out, from);
    endSized(out, start);
  }
};

const NANOS = 1e9;
const HALF = 2 ** 16;
const WORD = 2 ** 32;

/** Nanoseconds of Unix time as 64 bits, which a number does not hold: the seconds are taken apart. */
export const writeTime = (out: ByteBuffer, [seconds, nanos]: HrTime): void => {
  const upper = Math.floor(seconds / HALF) * NANOS;
  const lower = (upper % HALF) * HALF + (seconds % HALF) * NANOS + nanos;
  writeFixed32(out, lower % WORD);
  writeFixed32(out, Math.floor(upper / HALF) + Math.floor(lower / WORD));
};
