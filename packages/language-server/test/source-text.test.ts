import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { offsetAt, positionAt, rangeOf, sourceText, spanOf } from '../src/source-text.ts';

test('characters are UTF-16 code units, whatever ends the lines', () => {
  const source = sourceText('a😀b\r\n| c\rd\n');
  expect(positionAt(source, 3)).toEqual({ line: 0, character: 3 });
  expect(positionAt(source, 8)).toEqual({ line: 1, character: 2 });
  expect(positionAt(source, 10)).toEqual({ line: 2, character: 0 });
  expect(positionAt(source, 99)).toEqual({ line: 3, character: 0 });
  expect(offsetAt(source, { line: 0, character: 99 })).toBe(4);
  expect(offsetAt(source, { line: 99, character: 1 })).toBe(12);
});

test('a span comes back as it went', () => {
  const texts = fc.string({ unit: fc.constantFrom('a', '|', ' ', '\n', '😀'), maxLength: 60 });
  fc.assert(
    fc.property(texts, fc.nat(60), fc.nat(60), (text, a, b) => {
      const [start = 0, end = 0] = [a, b].map((at) => Math.min(at, text.length)).toSorted((x, y) => x - y);
      const source = sourceText(text);
      expect(spanOf(source, rangeOf(source, { start, end }))).toEqual({ start, end });
    }),
  );
});
