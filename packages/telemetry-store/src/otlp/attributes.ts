import { Buffer } from 'node:buffer';
import { type RowBuffer, writeByteString, writeText, writeVarint } from '../row-binary/row-buffer.ts';
import { anyValueText } from './any-value-text.ts';
import { ATTRIBUTE_KINDS } from './attribute-kinds.ts';
import { type Cursor, enter, fields, leave, readLength, readVarint32, unexpected } from './cursor.ts';

/** Where the `KeyValue` messages of one record stand: start and end of each, in pairs. */
export interface Ranges {
  at: Int32Array;
  /** Pairs in use. */
  count: number;
}

/** Of those who note nothing. */
const NO_ROOM = new Int32Array(0);
const FIRST_ROOM = 64;

export const createRanges = (): Ranges => ({ at: NO_ROOM, count: 0 });

/** Notes the message at the cursor and steps over it. */
export const noteMessage = (c: Cursor, ranges: Ranges, what: string): void => {
  const length = readLength(c, what);
  const index = ranges.count * 2;
  if (index === ranges.at.length) {
    const larger = new Int32Array(Math.max(FIRST_ROOM, index * 2));
    larger.set(ranges.at);
    ranges.at = larger;
  }
  ranges.at[index] = c.position;
  ranges.at[index + 1] = c.position + length;
  ranges.count++;
  c.position += length;
};

/** Goes to the message noted at `index`; the caller puts `end` back. */
export const seek = (c: Cursor, ranges: Ranges, index: number): void => {
  c.position = ranges.at[index * 2] as number;
  c.end = ranges.at[index * 2 + 1] as number;
};

const KEY_VALUE = fields(1, 2);

/**
 * Writes one `KeyValue` as key and text; the kind goes to `kinds`. A protobuf string and a RowBinary String are the same
 * bytes, so most attributes are copied as they are.
 */
const writeEntry = (c: Cursor, out: RowBuffer, kinds: RowBuffer): void => {
  let keyAt = 0;
  let keyEnd = 0;
  let valueAt = -1;
  let valueEnd = 0;
  while (c.position < c.end) {
    const tag = readVarint32(c);
    if (tag === 0x0a) {
      const length = readLength(c, 'a key');
      keyAt = c.position;
      keyEnd = c.position += length;
    } else if (tag === 0x12) {
      const outer = enter(c, 'AnyValue');
      valueAt = c.position;
      valueEnd = c.end;
      c.position = c.end;
      leave(c, outer);
    } else unexpected(c, tag, 'KeyValue', KEY_VALUE);
  }
  writeByteString(out, c.bytes, keyAt, keyEnd);
  if (valueAt < 0) {
    writeText(out, '');
    kinds.bytes[kinds.length++] = ATTRIBUTE_KINDS.none;
    return;
  }
  c.position = valueAt;
  c.end = valueEnd;
  kinds.bytes[kinds.length++] = anyValueText(c, out);
};

/**
 * Writes a Map(String, String) from noted messages and derived entries; `kinds` (emptied first) gets a letter per entry.
 */
export const writeAttributes = (
  c: Cursor,
  ranges: Ranges,
  derived: readonly (readonly [key: string, value: string])[],
  out: RowBuffer,
  kinds: RowBuffer,
): void => {
  const { end } = c;
  const count = ranges.count + derived.length;
  kinds.length = 0;
  reserveKinds(kinds, count);
  writeVarint(out, count);
  for (let i = 0; i < ranges.count; i++) {
    seek(c, ranges, i);
    writeEntry(c, out, kinds);
  }
  for (const [key, value] of derived) {
    writeText(out, key);
    writeText(out, value);
    kinds.bytes[kinds.length++] = ATTRIBUTE_KINDS.derived;
  }
  c.end = end;
};

const reserveKinds = (kinds: RowBuffer, count: number): void => {
  if (kinds.bytes.length < count) kinds.bytes = Buffer.allocUnsafeSlow(count * 2);
};

const keyIs = (c: Cursor, ranges: Ranges, index: number, key: Buffer): boolean => {
  const at = ranges.at[index * 2] as number;
  // A key stands first in practice; in an odd order the derived entry is written beside it and the first one wins.
  return (
    c.bytes[at] === 0x0a &&
    c.bytes[at + 1] === key.length &&
    at + 2 + key.length <= (ranges.at[index * 2 + 1] as number) &&
    c.bytes.compare(key, 0, key.length, at + 2, at + 2 + key.length) === 0
  );
};

/** Whether one of the noted messages has this key. */
export const hasKey = (c: Cursor, ranges: Ranges, key: Buffer): boolean => {
  for (let i = 0; i < ranges.count; i++) if (keyIs(c, ranges, i, key)) return true;
  return false;
};
