import { type RowBuffer, writeByteString, writeText } from '../row-binary/row-buffer.ts';
import { doubleText, readAnyValueFields, signed64 } from './any-value.ts';
import { ATTRIBUTE_KINDS } from './attribute-kinds.ts';
import { type Cursor, readDouble, readLength, readVarint32, readVarint64 } from './cursor.ts';

/** Writes the fields of the `AnyValue` the cursor is in as text and returns the kind it had. */
export const anyValueText = (c: Cursor, out: RowBuffer): number => {
  if (c.position === c.end) {
    writeText(out, '');
    return ATTRIBUTE_KINDS.none;
  }
  const start = c.position;
  const tag = readVarint32(c);
  switch (tag) {
    case 0x0a: {
      const length = readLength(c, 'a string value');
      // More fields behind the first: the last one counts, which the general way below finds.
      if (c.position + length !== c.end) break;
      writeByteString(out, c.bytes, c.position, c.end);
      return ATTRIBUTE_KINDS.string;
    }
    case 0x10: {
      const value = readVarint32(c) !== 0;
      if (c.position !== c.end) break;
      writeText(out, value ? 'true' : 'false');
      return ATTRIBUTE_KINDS.bool;
    }
    case 0x18:
      readVarint64(c);
      if (c.position !== c.end) break;
      writeText(out, String(signed64(c)));
      return ATTRIBUTE_KINDS.int;
    case 0x21: {
      const value = readDouble(c, 'a double value');
      if (c.position !== c.end) break;
      writeText(out, doubleText(value));
      return ATTRIBUTE_KINDS.double;
    }
    default:
  }
  c.position = start;
  const { value, tag: last } = readAnyValueFields(c);
  writeText(out, typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value));
  return KIND_OF_TAG[last] ?? ATTRIBUTE_KINDS.none;
};

const KIND_OF_TAG: Readonly<Record<number, number>> = {
  10: ATTRIBUTE_KINDS.string,
  16: ATTRIBUTE_KINDS.bool,
  24: ATTRIBUTE_KINDS.int,
  33: ATTRIBUTE_KINDS.double,
  42: ATTRIBUTE_KINDS.array,
  50: ATTRIBUTE_KINDS.map,
  58: ATTRIBUTE_KINDS.bytes,
};
