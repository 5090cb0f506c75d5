import { retryDelayMs } from '@clearspan/tasks';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const limits = { retryBaseMs: 500, retryCapMs: 60_000 };
const unit = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test('the delay is a whole number within the bound of the attempt', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), unit, (attempt, draw) => {
      const delay = retryDelayMs(attempt, limits, () => draw);
      expect(Number.isInteger(delay)).toBe(true);
      expect(delay).toBeGreaterThanOrEqual(0);
      expect(delay).toBeLessThanOrEqual(Math.min(60_000, 500 * 2 ** (attempt - 1)));
    }),
  );
});

test('the draw spreads over the whole range: full jitter', () => {
  expect(retryDelayMs(1, limits, () => 0)).toBe(0);
  expect(retryDelayMs(1, limits, () => 0.999999)).toBe(500);
  expect(retryDelayMs(4, limits, () => 0.999999)).toBe(4_000);
  expect(retryDelayMs(20, limits, () => 0.999999)).toBe(60_000);
});
