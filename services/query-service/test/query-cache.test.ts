import { expect, test } from 'vitest';
import { createQueryCache } from '../src/model/query-cache.ts';

const DAY_MS = 86_400_000;

test('a query is kept for a day', () => {
  let nowMs = 0;
  const cache = createQueryCache(() => nowMs);
  cache.set('a', 'source logs');
  nowMs = DAY_MS - 1;
  expect(cache.get('a')).toBe('source logs');
  nowMs = DAY_MS;
  expect(cache.get('a')).toBeNull();
});

test('of more than 500 those stay that were asked for last', () => {
  const cache = createQueryCache(() => 0);
  for (let i = 0; i < 500; i++) cache.set(`key ${i}`, String(i));
  cache.get('key 0');
  cache.set('one more', 'x');
  expect([cache.get('key 0'), cache.get('key 1'), cache.get('one more')]).toEqual(['0', null, 'x']);
});
