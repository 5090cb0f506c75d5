import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldKey } from '../../src/index.ts';
import { childPath, type LeafPath, ROOT_PATH } from '../../src/rows/leaf-path.ts';

const pathOf = (keys: readonly string[]): LeafPath =>
  keys.reduce((path: LeafPath, key: string) => childPath(path, key), ROOT_PATH);

/** A String of RowBinary: its length, then its bytes. */
const stringOf = (text: string): Buffer => {
  const bytes = Buffer.from(text.toWellFormed());
  const length = bytes.length < 128 ? [bytes.length] : [(bytes.length & 127) | 128, bytes.length >>> 7];
  return Buffer.concat([Buffer.from(length), bytes]);
};

test('a path is that of its keys, asked for once or again, however many there are', () => {
  const key = fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.constantFrom('__proto__', 'a.b', '\\', ''));
  fc.assert(
    fc.property(fc.array(key, { minLength: 1, maxLength: 4 }), (keys) => {
      for (let time = 0; time < 2; time++) {
        const { text, encoded } = pathOf(keys);
        expect(text).toBe(fieldKey(keys));
        expect(Buffer.from(encoded)).toEqual(stringOf(fieldKey(keys)));
      }
    }),
  );
});

test('what is known is given again, and no more is kept than a number of paths', () => {
  const known = pathOf(['logRecord', 'body']);
  expect(pathOf(['logRecord', 'body'])).toBe(known);
  for (let i = 0; i < 20_000; i++) pathOf(['logRecord', 'attributes', `key-${i}`]);
  expect(pathOf(['logRecord', 'attributes']).below.size).toBeLessThan(8_193);
  expect(pathOf(['logRecord', 'body']).text).toBe('logRecord.body');
  const long = 'k'.repeat(1_000);
  expect(childPath(ROOT_PATH, long).text).toBe(long);
  expect(ROOT_PATH.below.has(long)).toBe(false);
});
