import { parse, type Query } from '@clearspan/dataprime';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shapeOf, slotsMissingIn } from '../../src/learning/query-slots.ts';
import { similarity, trigramsOf } from '../../src/learning/trigrams.ts';

const query = (text: string): Query => parse(text).query;
const missing = (a: string, b: string): readonly string[] =>
  slotsMissingIn(query(a), query(b)).map(({ kind, text }) => `${kind} ${text}`);

describe('two queries state the same', () => {
  test.each([
    ['filter a == 1 && b == 2', 'source logs | filter $d.b == 2 | filter ($d.a == 1)'],
    ['source logs | countby x', 'source logs | groupby $d.x aggregate count() as n | orderby n desc | limit 5'],
    ['source logs | count', 'source logs | aggregate count() as total'],
  ])('%s; %s', (a, b) => {
    expect([missing(a, b), missing(b, a)]).toEqual([[], []]);
  });
});

test.each([
  ["source logs | filter a == 'x'", "source logs | filter a == 'y'", ["condition $d.a == 'x'"]],
  ['source logs last 1h | count', 'source logs last 2h | count', ['time source last 1h']],
  ['source spans | count', 'source logs | count', ['source spans']],
  ['source logs | filter a == 1 || b == 2', 'source logs | filter a == 1', ['condition $d.a == 1 || $d.b == 2']],
  ['source logs | groupby a aggregate avg(b)', 'source logs | groupby a aggregate max(b)', ['metric avg($d.b)']],
])('%s has what %s has not', (a, b, expected) => {
  expect(missing(a, b)).toEqual(expected);
});

test('the shape of a query has neither its time nor its literals', () => {
  const shape = shapeOf(query("source logs last 1h | filter a == 'secret' && b > 77 | limit 5"));
  expect(shape).toBe(shapeOf(query("source logs last 9d | filter a == 'other' && b > 1 | limit 10")));
  expect(shape).not.toMatch(/secret|77|1h/);
  expect(shape).not.toBe(shapeOf(query("source logs | filter c == 'secret' && b > 77 | limit 5")));
});

describe('similarity', () => {
  const alike = (a: string, b: string): number => similarity(trigramsOf(a), trigramsOf(b));
  test('is one of a text with itself, the same both ways, and within 0 and 1', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.string({ maxLength: 60 }), (a, b) => {
        expect(alike(a, a)).toBe(1);
        expect(alike(a, b)).toBe(alike(b, a));
        expect(alike(a, b)).toBeGreaterThanOrEqual(0);
        expect(alike(a, b)).toBeLessThanOrEqual(1);
      }),
      { seed: 23 },
    );
  });
  test('tells a slip from another question', () => {
    expect(alike('errors in 〈service〉 by region today', 'errors in 〈service〉 by regions today')).toBeGreaterThan(
      0.9,
    );
    expect(alike('errors in 〈service〉', 'latency of 〈service〉')).toBeLessThan(0.9);
  });
});
