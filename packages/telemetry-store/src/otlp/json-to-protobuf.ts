import { Buffer } from 'node:buffer';
import {
  createRowBuffer,
  type RowBuffer,
  reserve,
  writeFloat64,
  writeText,
  writeUInt8,
  writeUInt32,
  writeUInt64,
  writeVarint,
} from '../row-binary/row-buffer.ts';
import { isJsonObject, isRawNumber, type JsonTree, parseJson, rawNumber } from '../rows/json-tree.ts';
import { MESSAGE_DEPTH_MAX, malformed } from './cursor.ts';
import { decodeError } from './decode.ts';
import { doubleNumber, type Halves, type Mismatch, wholeNumber } from './json-numbers.ts';
import { type Field, type FieldKind, JSON_REQUESTS, type Message } from './json-schema.ts';
import type { DecodeError } from './outcome.ts';

export type Signal = 'traces' | 'logs' | 'metrics';

const FOUND_UNITS_MAX = 60;

const describe = (value: JsonTree): string => {
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object' && value !== null && !isRawNumber(value)) return 'an object';
  const text = JSON.stringify(value);
  return text.length > FOUND_UNITS_MAX ? `${text.slice(0, FOUND_UNITS_MAX)}…` : text;
};

/** Keys and indexes from the root to the value being written; grows and shrinks with it. */
type Path = (string | number)[];

const pathText = (path: Path): string =>
  path.map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`)).join('') || 'the body';

const mismatchAt =
  (path: Path): Mismatch =>
  (expected, found) => {
    throw malformed('MALFORMED_JSON', `expected ${expected} at ${pathText(path)}, found ${describe(found)}`, null);
  };

const writeVarint64 = (out: RowBuffer, { low, high }: Halves): void => {
  if (high === 0 && low < 2 ** 31) {
    writeVarint(out, low);
    return;
  }
  let rest = BigInt(high) * 4_294_967_296n + BigInt(low);
  while (rest > 127n) {
    writeUInt8(out, Number(rest & 127n) | 128);
    rest >>= 7n;
  }
  writeUInt8(out, Number(rest));
};

/** Writes what `write` writes with its length before it: one byte is kept free, more are made room for afterwards. */
const writeSized = (out: RowBuffer, write: () => void): void => {
  const at = out.length;
  writeUInt8(out, 0);
  write();
  const size = out.length - at - 1;
  if (size < 128) {
    out.bytes[at] = size;
    return;
  }
  const extra = size < 2 ** 14 ? 1 : size < 2 ** 21 ? 2 : size < 2 ** 28 ? 3 : 4;
  reserve(out, extra);
  out.bytes.copyWithin(at + 1 + extra, at + 1, at + 1 + size);
  out.length = at;
  writeVarint(out, size);
  out.length = at + 1 + extra + size;
};

const WIRE_TYPE: Readonly<Record<Exclude<FieldKind, Message>, number>> = {
  string: 2,
  hex: 2,
  base64: 2,
  bool: 0,
  double: 1,
  fixed32: 5,
  fixed64: 1,
  sfixed64: 1,
  varint: 0,
  sint32: 0,
};

const HEX = /^(?:[0-9a-fA-F]{2})*$/;
const BASE64 = /^[A-Za-z0-9+/_-]*={0,2}$/;

const bytesOf = (value: JsonTree, kind: 'hex' | 'base64', mismatch: Mismatch): Buffer => {
  if (typeof value !== 'string') return mismatch(`text of ${kind === 'hex' ? 'hexadecimal digits' : 'base64'}`, value);
  if (!(kind === 'hex' ? HEX : BASE64).test(value)) {
    return mismatch(kind === 'hex' ? 'pairs of hexadecimal digits' : 'base64', value);
  }
  return Buffer.from(value, kind);
};

const writeScalar = (out: RowBuffer, kind: Exclude<FieldKind, Message>, value: JsonTree, mismatch: Mismatch): void => {
  switch (kind) {
    case 'string':
      writeText(out, typeof value === 'string' ? value : mismatch('text', value));
      return;
    case 'hex':
    case 'base64': {
      const bytes = bytesOf(value, kind, mismatch);
      writeVarint(out, bytes.length);
      reserve(out, bytes.length);
      out.length += bytes.copy(out.bytes, out.length);
      return;
    }
    case 'bool':
      writeUInt8(out, typeof value === 'boolean' ? Number(value) : mismatch('true or false', value));
      return;
    case 'double':
      writeFloat64(out, doubleNumber(value, mismatch));
      return;
    case 'fixed32':
      writeUInt32(out, wholeNumber(value, mismatch).low);
      return;
    case 'fixed64':
    case 'sfixed64': {
      const { low, high } = wholeNumber(value, mismatch);
      writeUInt64(out, low, high);
      return;
    }
    case 'varint':
      writeVarint64(out, wholeNumber(value, mismatch));
      return;
    case 'sint32': {
      const signed = wholeNumber(value, mismatch).low | 0;
      writeVarint64(out, { low: ((signed << 1) ^ (signed >> 31)) >>> 0, high: 0 });
      return;
    }
    default:
      kind satisfies never;
  }
};

const isDefault = (value: JsonTree): boolean => value === 0 || value === '' || value === false || value === '0';

const writeField = (out: RowBuffer, field: Field, value: JsonTree, path: Path): void => {
  const { kind, number } = field;
  if (typeof kind === 'function') {
    writeVarint(out, (number << 3) | 2);
    writeSized(out, () => writeMessage(out, kind, value, path));
    return;
  }
  if (!field.present && !field.repeated && isDefault(value)) return;
  const named = typeof value === 'string' ? field.names?.get(value) : undefined;
  writeVarint(out, (number << 3) | WIRE_TYPE[kind]);
  writeScalar(out, kind, named ?? value, mismatchAt(path));
};

/** OTLP wants lowerCamelCase; what came in snake_case is meant the same and must not vanish unseen. */
const fieldNamed = (fields: Readonly<Record<string, Field>>, name: string): Field | undefined =>
  fields[name] ??
  (name.includes('_') ? fields[name.replace(/_([a-z])/g, (_, c: string) => c.toUpperCase())] : undefined);

const writeMessage = (out: RowBuffer, message: Message, value: JsonTree, path: Path): void => {
  if (!isJsonObject(value)) {
    mismatchAt(path)('an object', value);
    return;
  }
  // Every message is one key below its parent, every element one index more.
  if (path.length > MESSAGE_DEPTH_MAX * 2) {
    throw malformed('TOO_DEEP', `expected at most ${MESSAGE_DEPTH_MAX} messages inside one another, found more`, null);
  }
  const table = message();
  for (const name in value) {
    const field = fieldNamed(table, name);
    const child = value[name];
    // JSON null is the default of every field, and unknown fields are none of our business.
    if (field === undefined || child === undefined || child === null) continue;
    path.push(name);
    if (!field.repeated) writeField(out, field, child, path);
    else if (!Array.isArray(child)) mismatchAt(path)('an array', child);
    else {
      child.forEach((item, index) => {
        path.push(index);
        writeField(out, field, item as JsonTree, path);
        path.pop();
      });
    }
    path.pop();
  }
};

const parseBody = (text: string): JsonTree => {
  try {
    // A number where text belongs stays one, and is named as such.
    return parseJson(text, rawNumber);
  } catch (error) {
    if (error instanceof RangeError)
      throw malformed('TOO_DEEP', 'expected shallow JSON, found it too deep to parse', null);
    const message = error instanceof Error ? error.message : String(error);
    const at = /position (\d+)/.exec(message)?.[1];
    throw malformed('MALFORMED_JSON', `expected JSON, found: ${message}`, at === undefined ? null : Number(at));
  }
};

export type Transcoded =
  | { readonly ok: true; readonly body: Uint8Array }
  | { readonly ok: false; readonly error: DecodeError };

const transcode = (signal: Signal, sizeHint: number, parse: () => JsonTree): Transcoded => {
  const out = createRowBuffer(Math.max(256, sizeHint));
  try {
    writeMessage(out, JSON_REQUESTS[signal], parse(), []);
  } catch (error) {
    return { ok: false, error: decodeError(error) };
  }
  return { ok: true, body: out.bytes.subarray(0, out.length) };
};

/**
 * Rewrites an OTLP/JSON request as the protobuf message it stands for, so that one reader serves both. Ids are
 * hexadecimal, 64-bit integers text or numbers, enumerations numbers or names; unknown fields are skipped.
 */
export const otlpJsonToProtobuf = (signal: Signal, text: string): Transcoded =>
  transcode(signal, text.length >>> 1, () => parseBody(text));

/** The same for a request that is already parsed. */
export const otlpTreeToProtobuf = (signal: Signal, tree: JsonTree): Transcoded => transcode(signal, 1024, () => tree);
