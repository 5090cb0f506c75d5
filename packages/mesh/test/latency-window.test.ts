import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createLatencyWindow } from '../src/latency-window.ts';

it('has percentiles within a tenth of the true ones', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0.2, max: 60_000, noNaN: true }), { minLength: 1, maxLength: 300 }),
      (durations) => {
        const window = createLatencyWindow();
        for (const ms of durations) window.add(ms, false, 5_000);
        const sorted = durations.toSorted((a, b) => a - b);
        const figures = window.figures(5_000);
        for (const [share, found] of [
          [0.5, figures?.p50Ms],
          [0.95, figures?.p95Ms],
          [0.99, figures?.p99Ms],
        ] as const) {
          const exact = sorted[Math.max(1, Math.ceil(sorted.length * share)) - 1] ?? 0;
          expect(found).toBeGreaterThanOrEqual(exact - 0.01);
          expect(found).toBeLessThanOrEqual(exact * 1.1 + 0.01);
        }
      },
    ),
    { numRuns: 100 },
  );
});

it('forgets what is older than its window, also when it comes round to the same slice', () => {
  const window = createLatencyWindow();
  window.add(10, true, 0);
  expect(window.figures(59_999)).toMatchObject({ calls: 1, errors: 1 });
  expect(window.figures(60_000)).toBeNull();
  window.add(20, false, 60_000);
  expect(window.figures(60_000)).toMatchObject({ calls: 1, errors: 0, averageMs: 20 });
});

it('keeps durations beyond its last bucket', () => {
  const window = createLatencyWindow();
  window.add(1e9, false, 0);
  expect(window.figures(0)?.p99Ms).toBeGreaterThan(1e6);
});
