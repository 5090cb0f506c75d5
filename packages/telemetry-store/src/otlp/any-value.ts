import { doubleTree, type JsonTree, rawNumber } from '../rows/json-tree.ts';
import { setKey } from '../rows/set-key.ts';
import {
  type Cursor,
  enter,
  fields,
  leave,
  readDouble,
  readLength,
  readText,
  readVarint32,
  readVarint64,
  unexpected,
} from './cursor.ts';
import { readKey } from './read-key.ts';

const ANY_VALUE = fields(1, 2, 3, 4, 5, 6, 7);
const LIST = fields(1);
const KEY_VALUE = fields(1, 2);

/** The 64-bit value read last as a signed number, or exactly as a bigint where a number cannot hold it. */
export const signed64 = (c: Cursor): number | bigint => {
  const high = c.high | 0;
  const value = high * 2 ** 32 + c.low;
  return Number.isSafeInteger(value) ? value : (BigInt(high) << 32n) | BigInt(c.low);
};

/** The text of a double; what JSON has no number for is named as in protobuf's JSON form. */
export const doubleText = (value: number): string => (Object.is(value, -0) ? '-0' : String(value));

const integer = (c: Cursor): JsonTree => {
  const value = signed64(c);
  return typeof value === 'number' ? value : rawNumber(String(value));
};

const readArray = (c: Cursor): JsonTree[] => {
  const items: JsonTree[] = [];
  const outer = enter(c, 'ArrayValue');
  while (c.position < c.end) {
    const tag = readVarint32(c);
    if (tag === 0x0a) items.push(readAnyValue(c));
    else unexpected(c, tag, 'ArrayValue', LIST);
  }
  leave(c, outer);
  return items;
};

const readMap = (c: Cursor): { [key: string]: JsonTree } => {
  const map: { [key: string]: JsonTree } = {};
  const outer = enter(c, 'KeyValueList');
  while (c.position < c.end) {
    const tag = readVarint32(c);
    if (tag === 0x0a) readKeyValue(c, map);
    else unexpected(c, tag, 'KeyValueList', LIST);
  }
  leave(c, outer);
  return map;
};

/** Reads the fields of the `KeyValue` the cursor is in into a map. The first of several entries of one key stays. */
export const readKeyValueFields = (c: Cursor, into: { [key: string]: JsonTree }): void => {
  let key = '';
  let value: JsonTree = null;
  while (c.position < c.end) {
    const tag = readVarint32(c);
    if (tag === 0x0a) key = readKey(c);
    else if (tag === 0x12) value = readAnyValue(c);
    else unexpected(c, tag, 'KeyValue', KEY_VALUE);
  }
  setKey(into, key, value);
};

/** Reads one `KeyValue` message into a map. */
export const readKeyValue = (c: Cursor, into: { [key: string]: JsonTree }): void => {
  const outer = enter(c, 'KeyValue');
  readKeyValueFields(c, into);
  leave(c, outer);
};

/**
 * The fields of the `AnyValue` the cursor is in, as a JSON tree: integers exact, bytes as base64, `NaN` and the
 * infinities as text, no value as null. `tag` is that of the field that counted, 0 where there was none.
 */
export const readAnyValueFields = (c: Cursor): { readonly value: JsonTree; readonly tag: number } => {
  let value: JsonTree = null;
  let last = 0;
  while (c.position < c.end) {
    const tag = readVarint32(c);
    if (isKnown(tag)) {
      value = readField(c, tag);
      last = tag;
    } else unexpected(c, tag, 'AnyValue', ANY_VALUE);
  }
  return { value, tag: last };
};

const isKnown = (tag: number): boolean =>
  tag === 0x0a || tag === 0x10 || tag === 0x18 || tag === 0x21 || tag === 0x2a || tag === 0x32 || tag === 0x3a;

const readField = (c: Cursor, tag: number): JsonTree => {
  switch (tag) {
    case 0x0a:
      return readText(c, 'a string value');
    case 0x10:
      return readVarint32(c) !== 0;
    case 0x18:
      readVarint64(c);
      return integer(c);
    case 0x21:
      return doubleTree(readDouble(c, 'a double value'));
    case 0x2a:
      return readArray(c);
    case 0x32:
      return readMap(c);
    default: {
      const length = readLength(c, 'a bytes value');
      c.position += length;
      return c.bytes.toString('base64', c.position - length, c.position);
    }
  }
};

/** An `AnyValue` message as a JSON tree, see `readAnyValueFields`. */
export const readAnyValue = (c: Cursor): JsonTree => {
  const outer = enter(c, 'AnyValue');
  let value: JsonTree = null;
  while (c.position < c.end) {
    const tag = readVarint32(c);
    if (isKnown(tag)) value = readField(c, tag);
    else unexpected(c, tag, 'AnyValue', ANY_VALUE);
  }
  leave(c, outer);
  return value;
};
