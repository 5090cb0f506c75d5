import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { planMinutes, type TouchedMinute } from '../../src/core/service-map/plan-minutes.ts';

const M = 60;
const touched = (...minutes: readonly number[]): TouchedMinute[] =>
  minutes.map((minute) => ({ minute: minute * M, spans: 1n }));

test('a minute is computed with the one before and the five after', () => {
  expect(planMinutes(touched(10), 100, 60)).toEqual({
    ranges: [{ from: 9 * M, to: 16 * M }],
    done: touched(10),
    pending: 0,
  });
});

test('the newest come first, what is too much waits', () => {
  const plan = planMinutes(touched(10, 100, 50), 14, 60);
  expect(plan.done).toEqual(touched(100, 50));
  expect(plan.ranges.map(({ from }) => from / M)).toEqual([49, 99]);
  expect(plan.pending).toBe(1);
});

test('one minute is computed even where the limit is smaller than its surroundings', () => {
  expect(planMinutes(touched(10), 1, 60).done).toEqual(touched(10));
});

test('ranges are apart, in order, no longer than allowed, and hold every minute around those done', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 10, max: 400 }), { maxLength: 60 }),
      fc.integer({ min: 1, max: 300 }),
      fc.integer({ min: 1, max: 30 }),
      (minutes, minutesMax, rangeMax) => {
        const { ranges, done, pending } = planMinutes(touched(...minutes), minutesMax, rangeMax);
        expect(done.length + pending).toBe(minutes.length);
        ranges.forEach(({ from, to }, i) => {
          expect((to - from) / M).toBeGreaterThan(0);
          expect((to - from) / M).toBeLessThanOrEqual(rangeMax);
          expect(from).toBeGreaterThanOrEqual(ranges[i - 1]?.to ?? 0);
        });
        const held = new Set(
          ranges.flatMap(({ from, to }) => Array.from({ length: (to - from) / M }, (_, i) => from / M + i)),
        );
        for (const { minute } of done) for (let i = -1; i <= 5; i++) expect(held.has(minute / M + i)).toBe(true);
        expect(held.size).toBeLessThanOrEqual(Math.max(minutesMax, 7));
      },
    ),
  );
});
