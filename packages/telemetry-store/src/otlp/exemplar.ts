import type { JsonTree } from '../rows/json-tree.ts';
import { readKeyValue } from './any-value.ts';
import {
  type Cursor,
  enter,
  fields,
  leave,
  readDouble,
  readFixed64,
  readLength,
  readVarint32,
  unexpected,
} from './cursor.ts';

/** A measurement kept as an example of a point. */
export interface Exemplar {
  timeNanos: bigint;
  value: number;
  /** Hexadecimal; empty where absent or of a wrong length. */
  traceId: string;
  spanId: string;
  readonly attributes: { [key: string]: JsonTree };
}

const readId = (c: Cursor, bytes: number): string => {
  const length = readLength(c, 'an id');
  c.position += length;
  return length === bytes ? c.bytes.toString('hex', c.position - length, c.position) : '';
};

const EXEMPLAR = fields(2, 3, 4, 5, 6, 7);

/** Reads one `Exemplar` message. */
export const readExemplar = (c: Cursor): Exemplar => {
  const outer = enter(c, 'Exemplar');
  const attributes: { [key: string]: JsonTree } = {};
  const exemplar: Exemplar = { timeNanos: 0n, value: Number.NaN, traceId: '', spanId: '', attributes };
  while (c.position < c.end) {
    const tag = readVarint32(c);
    if (tag === 0x11) {
      readFixed64(c, 'Exemplar.time_unix_nano');
      exemplar.timeNanos = (BigInt(c.high) << 32n) | BigInt(c.low);
    } else if (tag === 0x19) exemplar.value = readDouble(c, 'Exemplar.as_double');
    else if (tag === 0x22) exemplar.spanId = readId(c, 8);
    else if (tag === 0x2a) exemplar.traceId = readId(c, 16);
    else if (tag === 0x31) {
      readFixed64(c, 'Exemplar.as_int');
      exemplar.value = (c.high | 0) * 2 ** 32 + c.low;
    } else if (tag === 0x3a) readKeyValue(c, attributes);
    else unexpected(c, tag, 'Exemplar', EXEMPLAR);
  }
  leave(c, outer);
  return exemplar;
};
