import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { DISTINCT_HASHES, distinctOf, mergedHashes } from '../../src/catalog/distinct-hashes.ts';

const hashesOf = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from }, (_, i) =>
    createHash('sha256')
      .update(String(from + i))
      .digest()
      .readUInt32LE(0),
  )
    .sort((a, b) => a - b)
    .slice(0, DISTINCT_HASHES);

test('few values are counted exactly, also those that both parts have', () => {
  expect(distinctOf([])).toBe(0);
  expect(distinctOf(mergedHashes(hashesOf(0, 300), hashesOf(200, 500)))).toBe(500);
  expect(mergedHashes([1, 5], [])).toEqual([1, 5]);
});

test('the number of many is estimated, and parts give what the whole does', () => {
  const merged = mergedHashes(hashesOf(0, 30_000), hashesOf(20_000, 50_000));
  expect(merged).toEqual(hashesOf(0, 50_000));
  expect(Math.abs(distinctOf(merged) / 50_000 - 1)).toBeLessThan(0.1);
});
