import { expect, test } from 'vitest';
import { valuePatterns } from '../../src/catalog/value-patterns.ts';

const patternsOf = (...values: string[]): string[] =>
  valuePatterns(
    values.map((value) => [value, 1]),
    1_000,
  ).map(({ pattern }) => pattern);

test.each([
  ['uuid', '6f9619ff-8b86-d011-b42d-00c04fc964ff'],
  ['hex32', '4bf92f3577b34da6a3ce929d0e0e4736'],
  ['hex12', '9f86d081884c'],
  ['ipv4', '10.0.0.7'],
  ['ipv6', '2001:db8::1'],
  ['url', 'https://example.com/a?b=1'],
  ['path', '/api/v1/items/42'],
  ['email', 'ada@example.com'],
  ['timestamp', '2026-01-05T09:00:00.123Z'],
  ['timestamp', '2026-01-05 09:00'],
  ['date', '2026-01-05'],
  ['duration', '12ms'],
  ['duration', '1h30m'],
  ['number', '-12.5'],
  ['semver', 'v1.22.3-rc.1'],
  ['hostname', 'db-1.shop.internal'],
  ['order-<*>', 'order-1042'],
  ['payment-service-<*>', 'payment-service-7f3'],
  ['cart:<*> of <*>', 'cart:17 of u42'],
])('%s: %s', (pattern, value) => {
  expect(patternsOf(value)).toEqual([pattern]);
});

test.each(['cart', 'deadbeef', 'java.lang.String', 'main.ts', 'u1042', '12 ms left on the clock'.repeat(9), '<*>', ''])(
  'no pattern where nothing is the same, or nothing differs: %s',
  (value) => {
    expect(patternsOf(value)).toEqual([]);
  },
);

test('shares by count, the most frequent first; what is rare is left out', () => {
  expect(
    valuePatterns(
      [
        ['order-1', 60],
        ['order-2', 20],
        ['10.0.0.1', 19],
        ['/x', 1],
      ],
      4,
    ),
  ).toEqual([
    { pattern: 'order-<*>', share: 0.8 },
    { pattern: 'ipv4', share: 0.19 },
  ]);
});

test('words are a choice where they are few and come again', () => {
  expect(
    valuePatterns(
      [
        ['GET', 70],
        ['POST', 30],
      ],
      2,
    ),
  ).toEqual([{ pattern: 'enum', share: 1 }]);
  expect(
    valuePatterns(
      [
        ['ada', 70],
        ['grace', 30],
      ],
      900,
    ),
  ).toEqual([]);
  expect(valuePatterns([['once', 1]], 1)).toEqual([]);
});

test('no more than five', () => {
  const values = Array.from({ length: 10 }, (_, i) => [`${'abcdefghij'[i]}-1`, 1] as const);
  expect(valuePatterns(values, 10)).toHaveLength(5);
});
