import { describe, expect, test } from 'vitest';
import { createRouteStats } from '../src/core/route-stats.ts';

describe('route figures', () => {
  test('a route without requests has no percentiles to show', () => {
    expect(createRouteStats().figures()).toEqual([]);
  });

  test('percentiles are right to the width of a bucket', () => {
    const stats = createRouteStats();
    for (let ms = 1; ms <= 1000; ms += 1) stats.add('/a', 200, ms, 0);
    const [figures] = stats.figures();
    expect(figures).toMatchObject({ route: '/a', requests: 1000, errors: 0 });
    for (const [share, value] of [
      [0.5, figures?.p50_ms],
      [0.95, figures?.p95_ms],
      [0.99, figures?.p99_ms],
    ] as const) {
      expect(value as number).toBeGreaterThanOrEqual(share * 1000);
      expect(value as number).toBeLessThan(share * 1000 * 2 ** (1 / 4) * 1.001);
    }
  });

  test('an answer at the end of the longest time a request may take is told as that slow', () => {
    const stats = createRouteStats();
    stats.add('/a', 504, 60_000, 0);
    expect(stats.figures()[0]?.p50_ms).toBeGreaterThanOrEqual(60_000);
  });

  test('an error is an answer of 500 or above', () => {
    const stats = createRouteStats();
    for (const status of [200, 404, 499, 500, 503]) stats.add('/a', status, 1, 0);
    expect(stats.figures()[0]).toMatchObject({ requests: 5, errors: 2 });
  });

  test('the last minute moves on with the clock, also when nothing comes', () => {
    const stats = createRouteStats();
    stats.add('/a', 200, 1, 1_000);
    stats.add('/a', 200, 1, 30_000);
    expect(stats.requestsLastMinute(31_000)).toBe(2);
    expect(stats.requestsLastMinute(62_000)).toBe(1);
    expect(stats.requestsLastMinute(3_600_000)).toBe(0);
  });
});
