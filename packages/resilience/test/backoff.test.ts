import fc from 'fast-check';
import { expect, it } from 'vitest';
import { backoffMs } from '../src/index.ts';

it('stays between 0 and the doubled base, never above the cap', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2_000 }),
      fc.integer({ min: 1, max: 1_000 }),
      fc.integer({ min: 1, max: 100_000 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (attempt, baseMs, capMs, random) => {
        const ms = backoffMs(attempt, { baseMs, capMs }, random);
        expect(ms).toBeGreaterThanOrEqual(0);
        expect(ms).toBeLessThanOrEqual(Math.min(capMs, baseMs * 2 ** attempt));
      },
    ),
  );
});

it('uses the whole range', () => {
  const limits = { baseMs: 50, capMs: 2_000 };
  expect(backoffMs(0, limits, 0)).toBe(0);
  expect(backoffMs(2, limits, 0.5)).toBe(100);
  expect(backoffMs(20, limits, 0.75)).toBe(1_500);
});
