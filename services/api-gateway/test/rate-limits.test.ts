import { describe, expect, test } from 'vitest';
import { createRateLimits } from '../src/core/rate-limits.ts';

describe('limits by client', () => {
  test('one client at its limit does not touch another', () => {
    const limits = createRateLimits(3);
    const allowed = [1, 2, 3, 4].map(() => limits.take('a', 0).allowed);
    expect(allowed).toEqual([true, true, true, false]);
    expect(limits.take('b', 0).allowed).toBe(true);
    expect(limits.clients()).toBe(2);
  });

  test('what is left counts down and comes back with time', () => {
    const limits = createRateLimits(60);
    expect(limits.take('a', 0).remaining).toBe(59);
    expect(limits.take('a', 0).remaining).toBe(58);
    expect(limits.take('a', 60_000).remaining).toBe(59);
  });

  test('ten thousand clients are remembered, the longest unseen is forgotten', () => {
    const limits = createRateLimits(1);
    limits.take('first', 0);
    for (let i = 0; i < 10_000; i += 1) limits.take(`client-${i}`, 0);
    expect(limits.clients()).toBe(10_000);
    expect(limits.take('first', 0).allowed).toBe(true);
  });
});
