import { lineIndex } from '@clearspan/text';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('lineIndex', () => {
  it('counts lines and columns from 0', () => {
    const index = lineIndex('ab\ncd\r\ne');
    expect(index.lineCount).toBe(3);
    expect([0, 2, 3, 5, 7, 8].map(index.position)).toEqual([
      { line: 0, column: 0 },
      { line: 0, column: 2 },
      { line: 1, column: 0 },
      { line: 1, column: 2 },
      { line: 2, column: 0 },
      { line: 2, column: 1 },
    ]);
  });

  it('moves what is outside to the nearest end', () => {
    const index = lineIndex('ab\r\ncd');
    expect(index.position(-3)).toEqual({ line: 0, column: 0 });
    expect(index.position(99)).toEqual({ line: 1, column: 2 });
    expect(index.offset({ line: 0, column: 99 })).toBe(2);
    expect(index.offset({ line: 9, column: 0 })).toBe(4);
  });

  it('finds its way back', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n', 'é') }), fc.nat(40), (text, offset) => {
        const index = lineIndex(text);
        const inside = Math.min(offset, text.length);
        expect(index.offset(index.position(inside))).toBe(inside);
      }),
    );
  });
});
