import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  createRowBuffer,
  type RowBuffer,
  writeBigInt64,
  writeFloat64,
  writeText,
  writeUInt32,
  writeUInt64,
  writeVarint,
} from '../../src/row-binary/row-buffer.ts';

const written = (write: (out: RowBuffer) => void): Buffer => {
  const out = createRowBuffer(1);
  write(out);
  return out.bytes.subarray(0, out.length);
};
const hex = (write: (out: RowBuffer) => void): string => written(write).toString('hex');

test.each([
  [0, '00'],
  [127, '7f'],
  [128, '8001'],
  [300, 'ac02'],
  [2 ** 28, '8080808001'],
  [2 ** 31 - 1, 'ffffffff07'],
])('the length %i', (value, expected) => {
  expect(hex((out) => writeVarint(out, value))).toBe(expected);
});

test('numbers are little-endian', () => {
  expect(hex((out) => writeUInt32(out, 0x01020304))).toBe('04030201');
  expect(hex((out) => writeUInt32(out, -1))).toBe('ffffffff');
  expect(hex((out) => writeUInt64(out, 1, 2))).toBe('0100000002000000');
  expect(hex((out) => writeBigInt64(out, -2n))).toBe('feffffffffffffff');
  expect(hex((out) => writeFloat64(out, 1.5))).toBe('000000000000f83f');
});

test('any text is its length and its UTF-8, short or long', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ minLength: 40, maxLength: 400 }));
  fc.assert(
    fc.property(text, (value) => {
      const utf8 = Buffer.from(value, 'utf8');
      const length = written((out) => writeVarint(out, utf8.length));
      expect(written((out) => writeText(out, value))).toEqual(Buffer.concat([length, utf8]));
    }),
  );
});
