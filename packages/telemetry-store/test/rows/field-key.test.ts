import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldKey, fieldPath } from '../../src/index.ts';

test.each([
  [['a'], 'a'],
  [['a', 'b'], 'a.b'],
  [['a.b'], 'a\\.b'],
  [['a\\', 'b'], 'a\\\\.b'],
  [['', ''], '.'],
])('%j is written %s', (path, text) => {
  expect(fieldKey(path)).toBe(text);
});

test('every path comes back, so no two share a text', () => {
  const path = fc.array(fc.string({ unit: fc.constantFrom('a', '.', '\\', 'ü', ' ') }), { minLength: 1 });
  fc.assert(
    fc.property(path, (keys) => {
      expect(fieldPath(fieldKey(keys))).toEqual(keys);
    }),
  );
});
