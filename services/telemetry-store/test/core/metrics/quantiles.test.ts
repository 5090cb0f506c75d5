import { describe, expect, test } from 'vitest';
import { explicitQuantile } from '../../../src/core/metrics/explicit-quantile.ts';
import { type ExponentialBuckets, exponentialQuantile } from '../../../src/core/metrics/exponential-quantile.ts';

describe('of explicit buckets', () => {
  const bounds = [1, 2, 4];
  const of = (counts: readonly number[], quantile: number, at = bounds): unknown => {
    const outcome = explicitQuantile([{ bounds: at, counts }], quantile);
    return outcome.ok ? outcome.value : 'no shared bound';
  };

  test('lies as far inside its bucket as its rank does', () => {
    expect(of([10, 20, 10, 0], 0.5)).toBe(1.5);
    expect(of([10, 20, 10, 0], 0.25)).toBe(1);
    expect(of([10, 20, 10, 0], 1)).toBe(4);
  });

  test('is counted from 0 in the lowest bucket, unless that lies at or below 0', () => {
    expect(of([10, 0, 0, 0], 0.5)).toBe(0.5);
    expect(of([10, 0, 0], 0.5, [-1, 1])).toBe(-1);
    expect(of([10, 0, 0], 0.5, [0, 1])).toBe(0);
  });

  test('is the highest bound where it lies above all of them', () => {
    expect(of([1, 0, 0, 9], 0.5)).toBe(4);
  });

  test('0 is where the first bucket with a count begins', () => {
    expect(of([0, 0, 5, 0], 0)).toBe(2);
  });

  test('of nothing measured is null', () => {
    expect(of([0, 0, 0, 0], 0.5)).toBe(null);
    expect(explicitQuantile([], 0.5)).toEqual({ ok: true, value: null });
  });

  test('of several is computed at the bounds that all have', () => {
    const fine = { bounds: [1, 2, 3, 4], counts: [0, 4, 4, 0, 0] };
    const coarse = { bounds: [2, 4], counts: [4, 0, 0] };
    // At 2 and 4: eight below 2, four between.
    expect(explicitQuantile([fine, coarse], 0.5)).toEqual({ ok: true, value: 1.5 });
    const idle = { bounds: [7], counts: [0, 0] };
    expect(explicitQuantile([fine, coarse, idle], 0.5)).toEqual({ ok: true, value: 1.5 });
    expect(explicitQuantile([fine, { bounds: [7], counts: [1, 0] }], 0.5)).toEqual({ ok: false });
  });
});

describe('of exponential buckets', () => {
  const buckets = (given: Partial<ExponentialBuckets>): ExponentialBuckets => ({
    scale: 0,
    zero: 0,
    threshold: 0,
    positive: new Map(),
    negative: new Map(),
    ...given,
  });

  test('lies as far inside its bucket as its rank does, by the logarithm', () => {
    // Above 1 to 2, and above 4 to 8.
    const one = buckets({
      positive: new Map([
        [0, 2],
        [2, 2],
      ]),
    });
    expect(exponentialQuantile([one], 0.25)).toBeCloseTo(2 ** 0.5, 12);
    expect(exponentialQuantile([one], 0.75)).toBeCloseTo(2 ** 2.5, 12);
    expect(exponentialQuantile([one], 1)).toBe(8);
  });

  test('goes from the lowest negative values over those near zero to positive ones', () => {
    const one = buckets({
      zero: 2,
      threshold: 0.5,
      negative: new Map([
        [0, 1],
        [1, 1],
      ]),
      positive: new Map([[0, 2]]),
    });
    expect(exponentialQuantile([one], 0)).toBe(-4);
    expect(exponentialQuantile([one], 1 / 6)).toBeCloseTo(-2, 12);
    expect(exponentialQuantile([one], 2 / 6)).toBeCloseTo(-1, 12);
    expect(exponentialQuantile([one], 0.5)).toBeCloseTo(0, 12);
    expect(exponentialQuantile([one], 1)).toBe(2);
  });

  test('of several is computed at the smallest scale, also below index 0', () => {
    // At scale 1 buckets -1 and -2 are above 1/2 to 1, which is bucket -1 at scale 0.
    const fine = buckets({
      scale: 1,
      positive: new Map([
        [-1, 1],
        [-2, 1],
      ]),
    });
    const coarse = buckets({ scale: 0, positive: new Map([[-1, 2]]) });
    expect(exponentialQuantile([fine, coarse], 0.5)).toBeCloseTo(2 ** -0.5, 12);
  });

  test('what one has near zero takes in the buckets of others that are as near', () => {
    const wide = buckets({ zero: 1, threshold: 1 });
    const narrow = buckets({
      positive: new Map([
        [-3, 1],
        [3, 2],
      ]),
    });
    // Two near zero, two above 8 to 16.
    expect(exponentialQuantile([wide, narrow], 0.5)).toBe(1);
    expect(exponentialQuantile([wide, narrow], 0.75)).toBeCloseTo(2 ** 3.5, 12);
  });

  test('of nothing measured is null', () => {
    expect(exponentialQuantile([], 0.5)).toBe(null);
    expect(exponentialQuantile([buckets({})], 0.5)).toBe(null);
  });
});
