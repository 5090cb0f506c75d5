import { describe, expect, test } from 'vitest';
import { readAnyValueFields } from '../../src/otlp/any-value.ts';
import { anyValueText } from '../../src/otlp/any-value-text.ts';
import { createCursor } from '../../src/otlp/cursor.ts';
import { createRowBuffer } from '../../src/row-binary/row-buffer.ts';

const asJson = (hex: string): string => JSON.stringify(readAnyValueFields(createCursor(Buffer.from(hex, 'hex'))).value);
const asText = (hex: string): [text: string, kind: string] => {
  const out = createRowBuffer();
  const kind = anyValueText(createCursor(Buffer.from(hex, 'hex')), out);
  return [out.bytes.toString('utf8', 1, out.length), String.fromCharCode(kind)];
};

describe('values of every kind, bytes written by hand', () => {
  test.each([
    ['text', '0a026869', '"hi"', ['hi', 's']],
    ['true', '1001', 'true', ['true', 'b']],
    ['a small integer', '182a', '42', ['42', 'i']],
    ['minus one', '18ffffffffffffffffff01', '-1', ['-1', 'i']],
    ['2^53 + 1', '188180808080808010', '9007199254740993', ['9007199254740993', 'i']],
    ['the least int64', '1880808080808080808001', '-9223372036854775808', ['-9223372036854775808', 'i']],
    ['1.5', '21000000000000f83f', '1.5', ['1.5', 'd']],
    ['minus zero', '210000000000000080', '-0.0', ['-0', 'd']],
    ['not a number', '21000000000000f87f', '"NaN"', ['NaN', 'd']],
    ['infinity', '21000000000000f07f', '"Infinity"', ['Infinity', 'd']],
    ['bytes', '3a03010203', '"AQID"', ['AQID', 'y']],
    ['a list', '2a0a0a0218010a040a026869', '[1,"hi"]', ['[1,"hi"]', 'a']],
    ['a map', '32090a070a0161120218 07'.replace(' ', ''), '{"a":7}', ['{"a":7}', 'k']],
    ['a map with __proto__', '32110a0f0a095f5f70726f746f5f5f12021807', '{"__proto__":7}', ['{"__proto__":7}', 'k']],
    ['nothing', '', 'null', ['', 'n']],
    ['the last of two', '182a0a026869', '"hi"', ['hi', 's']],
  ])('%s', (_name, hex, json, text) => {
    expect(asJson(hex)).toBe(json);
    expect(asText(hex)).toEqual(text);
  });
});
