import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGcra, type GcraState } from '../src/index.ts';

const run = (gcra: ReturnType<typeof createGcra>, timesMs: readonly number[]): boolean[] => {
  let state: GcraState | undefined;
  return timesMs.map((nowMs) => {
    const step = gcra(state, nowMs);
    state = step.state;
    return step.decision.allowed;
  });
};

describe('createGcra', () => {
  it('allows the whole burst at once, then one for each interval', () => {
    const gcra = createGcra({ perMinute: 100, burst: 100 });
    expect(run(gcra, Array(101).fill(5)).filter(Boolean)).toHaveLength(100);
    expect(run(gcra, [...Array(100).fill(0), 599, 601, 602])).toEqual([...Array(100).fill(true), false, true, false]);
  });

  it('says what is left, when it is whole again and when to come back', () => {
    const gcra = createGcra({ perMinute: 60, burst: 2 });
    const first = gcra(undefined, 0);
    expect(first.decision).toEqual({ allowed: true, remaining: 1, resetMs: 1000, retryAfterMs: 0 });
    const second = gcra(first.state, 0);
    expect(second.decision).toEqual({ allowed: true, remaining: 0, resetMs: 2000, retryAfterMs: 0 });
    const third = gcra(second.state, 250);
    expect(third.decision).toEqual({ allowed: false, remaining: 0, resetMs: 1750, retryAfterMs: 750 });
  });

  it('allows what it told the caller to wait for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.integer({ min: 1, max: 500 }),
        fc.array(fc.integer({ min: 0, max: 2_000 }), { maxLength: 200 }),
        (perMinute, burst, gaps) => {
          const gcra = createGcra({ perMinute, burst });
          let state: GcraState | undefined;
          let nowMs = 0;
          for (const gap of gaps) {
            nowMs += gap;
            const step = gcra(state, nowMs);
            state = step.state;
            expect(gcra(state, nowMs + step.decision.retryAfterMs).decision.allowed || step.decision.allowed).toBe(
              true,
            );
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('never allows more than burst + rate x time in any window, and never less than it says remains', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6_000 }),
        fc.integer({ min: 1, max: 50 }),
        fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 300 }),
        (perMinute, burst, gaps) => {
          const gcra = createGcra({ perMinute, burst });
          let nowMs = 0;
          const times = gaps.map((gap) => {
            nowMs += gap;
            return nowMs;
          });
          const allowed = run(gcra, times)
            .map((ok, i) => (ok ? (times[i] ?? 0) : null))
            .filter((time) => time !== null);
          for (let from = 0; from < allowed.length; from += 7) {
            const spanMs = (allowed.at(-1) ?? 0) - (allowed[from] ?? 0);
            expect(allowed.length - from).toBeLessThanOrEqual(burst + (spanMs * perMinute) / 60_000 + 1e-3);
          }
          const { state, decision } = gcra(undefined, 0);
          const more = run((s, now) => gcra(s ?? state, now), Array(burst + 5).fill(0)).filter(Boolean);
          expect(more).toHaveLength(decision.remaining);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('refuses limits that mean nothing', () => {
    expect(() => createGcra({ perMinute: 0, burst: 1 })).toThrow('expected perMinute above 0');
  });
});
