import { expect, test } from 'vitest';
import { mergedSpread, NO_NUMBERS, SPREAD_LEVELS, type Spread, spreadAt } from '../../src/catalog/spread.ts';

/** As the engine tells it: quantiles between neighbours. */
const spreadOf = (numbers: readonly number[]): Spread => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const quantiles = SPREAD_LEVELS.map((level) => {
    const at = level * (sorted.length - 1);
    const [low = 0, high = 0] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
    return low + (high - low) * (at - Math.floor(at));
  });
  return { numbers: numbers.length, quantiles };
};

test('of one part it is what was read', () => {
  const spread = spreadOf([3, 1, 2]);
  expect(mergedSpread(spread, NO_NUMBERS)).toBe(spread);
  expect(mergedSpread(NO_NUMBERS, spread)).toBe(spread);
  expect([spreadAt(spread, 0), spreadAt(spread, 0.5), spreadAt(spread, 1)]).toEqual([1, 2, 3]);
});

test('of many parts it is nearly that of the whole, whatever their order; the ends are exact', () => {
  // Most are small and a few very large, as durations are.
  const values = Array.from({ length: 10_000 }, (_, i) => -Math.log((((i * 7919) % 10_007) + 0.5) / 10_007) * 80);
  const parts = Array.from({ length: 50 }, (_, i) => spreadOf(values.slice(i * 200, (i + 1) * 200)));
  const merged = parts.reduce(mergedSpread);
  const whole = spreadOf(values);
  expect(merged.numbers).toBe(10_000);
  expect([spreadAt(merged, 0), spreadAt(merged, 1)]).toEqual([spreadAt(whole, 0), spreadAt(whole, 1)]);
  for (const level of [0.5, 0.95])
    expect(Math.abs(spreadAt(merged, level) / spreadAt(whole, level) - 1)).toBeLessThan(0.1);
});

test('parts count by their numbers', () => {
  const many = spreadOf(Array.from({ length: 990 }, () => 10));
  const few = spreadOf(Array.from({ length: 10 }, () => 1_000));
  expect(spreadAt(mergedSpread(many, few), 0.5)).toBe(10);
  expect(spreadAt(mergedSpread(few, many), 0.95)).toBe(10);
  expect(spreadAt(mergedSpread(few, many), 1)).toBe(1_000);
});
