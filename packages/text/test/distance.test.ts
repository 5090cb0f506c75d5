import { closest, osaDistance } from '@clearspan/text';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('osaDistance', () => {
  it.each([
    ['', '', 0],
    ['filter', 'filter', 0],
    ['fliter', 'filter', 1],
    ['filtr', 'filter', 1],
    ['ca', 'abc', 3],
    ['kitten', 'sitting', 3],
  ])('%s to %s is %i', (a, b, distance) => {
    expect(osaDistance(a, b, 10)).toBe(distance);
  });

  it('stops just above the limit', () => {
    expect(osaDistance('aaaaaaaa', 'bbbbbbbb', 2)).toBe(3);
    expect(osaDistance('a', 'abcdef', 2)).toBe(3);
  });

  it('is symmetric, and agrees with itself under any limit', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });
    fc.assert(
      fc.property(word, word, fc.nat(7), (a, b, max) => {
        const exact = osaDistance(a, b, 20);
        expect(osaDistance(b, a, 20)).toBe(exact);
        expect(osaDistance(a, b, max)).toBe(Math.min(exact, max + 1));
      }),
    );
  });
});

describe('closest', () => {
  const commands = ['filter', 'find', 'limit', 'orderby', 'groupby'];
  it.each([
    ['fliter', 'filter'],
    ['FILTER', 'filter'],
    ['oderby', 'orderby'],
    ['limit', 'limit'],
    ['x', null],
    ['zzzzzz', null],
    ['', null],
  ])('%s: %s', (word, expected) => {
    expect(closest(word, commands)).toBe(expected);
  });

  it('takes a limit', () => {
    expect(closest('fltr', commands, { maxDistance: 1 })).toBeNull();
    expect(closest('fltr', commands, { maxDistance: 2 })).toBe('filter');
  });
});
