import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Breaker,
  type BreakerEvent,
  breakerFigures,
  closedBreaker,
  BREAKER_DEFAULTS as LIMITS,
  stepBreaker,
  type Ticket,
} from '../src/index.ts';

const step = (breaker: Breaker, event: BreakerEvent, nowMs: number): Breaker =>
  stepBreaker(breaker, event, nowMs, LIMITS, 0).breaker;

const ask = (breaker: Breaker, nowMs: number): { breaker: Breaker; ticket: Ticket | null } =>
  stepBreaker(breaker, { kind: 'ask' }, nowMs, LIMITS, 0);

const outcome = (kind: 'success' | 'failure', breaker: Breaker, nowMs: number, durationMs = 10): Breaker =>
  step(breaker, { kind, ticket: { round: breaker.round }, durationMs }, nowMs);

const many = (
  count: number,
  kind: 'success' | 'failure',
  breaker: Breaker,
  nowMs: number,
  durationMs = 10,
): Breaker => {
  let now = breaker;
  for (let i = 0; i < count; i++) now = outcome(kind, now, nowMs, durationMs);
  return now;
};

const openAt = (nowMs: number): Breaker => many(20, 'failure', closedBreaker(), nowMs);

describe('a closed breaker', () => {
  it('opens at half of at least twenty calls', () => {
    expect(many(19, 'failure', closedBreaker(), 0).kind).toBe('closed');
    expect(many(20, 'failure', closedBreaker(), 0).kind).toBe('open');
    const even = many(10, 'failure', many(10, 'success', closedBreaker(), 0), 0);
    expect(even.kind).toBe('open');
    expect(many(9, 'failure', many(11, 'success', closedBreaker(), 0), 0).kind).toBe('closed');
  });

  it('opens when half of the calls are slow although they succeed', () => {
    const fast = many(10, 'success', closedBreaker(), 0);
    expect(many(10, 'success', fast, 0, LIMITS.slowMs + 1).kind).toBe('open');
    expect(many(10, 'success', fast, 0, LIMITS.slowMs).kind).toBe('closed');
  });

  it('forgets failures older than its window, however long no call came', () => {
    const nearly = many(19, 'failure', closedBreaker(), 0);
    const anHourLater = outcome('failure', nearly, 3_600_000);
    expect(anHourLater.kind).toBe('closed');
    expect(breakerFigures(anHourLater, 3_600_000, LIMITS).failureCount).toBe(1);
    // Exactly one turn of the ring later the same bucket is used again: its old counts must not come back.
    expect(outcome('failure', nearly, 10_000).kind).toBe('closed');
    expect(outcome('failure', nearly, 9_999).kind).toBe('open');
  });

  it('learns nothing from calls the caller gave up', () => {
    let breaker = closedBreaker();
    for (let i = 0; i < 100; i++) breaker = step(breaker, { kind: 'forget', ticket: { round: breaker.round } }, 0);
    expect(breaker).toEqual(closedBreaker());
  });
});

describe('an open breaker', () => {
  it('refuses until its time is over, then lets three probes through', () => {
    const open = openAt(0);
    expect(ask(open, 1_999).ticket).toBeNull();
    let { breaker, ticket } = ask(open, 2_000);
    expect(ticket).not.toBeNull();
    for (let i = 1; i < 3; i++) ({ breaker, ticket } = ask(breaker, 2_000));
    expect(ticket).not.toBeNull();
    expect(ask(breaker, 2_000).ticket).toBeNull();
    expect(breakerFigures(breaker, 2_000, LIMITS).state).toBe('HALF_OPEN');
    expect(many(3, 'success', breaker, 2_001).kind).toBe('closed');
  });

  it('opens for twice as long each time a probe fails, at most for a minute, and starts anew once closed', () => {
    let breaker = openAt(0);
    const lengths: number[] = [];
    for (let i = 0; i < 8; i++) {
      if (breaker.kind !== 'open') throw new Error(breaker.kind);
      const at = breaker.untilMs;
      breaker = outcome('failure', ask(breaker, at).breaker, at);
      if (breaker.kind === 'open') lengths.push(breaker.untilMs - at);
    }
    expect(lengths).toEqual([4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000, 60_000]);
    const at = 10_000_000;
    const closed = many(3, 'success', ask(breaker, at).breaker, at);
    const again = many(20, 'failure', closed, at);
    expect(again.kind === 'open' && again.untilMs - at).toBe(2_000);
  });

  it('shortens its time by the jitter', () => {
    const nearly = many(19, 'failure', closedBreaker(), 0);
    const event = { kind: 'failure', ticket: { round: 0 }, durationMs: 1 } as const;
    const { breaker } = stepBreaker(nearly, event, 0, LIMITS, 0.5);
    expect(breaker.kind === 'open' && breaker.untilMs).toBe(1_900);
  });

  it('does not count the outcome of a call from before it opened as a probe', () => {
    const early = ask(closedBreaker(), 0).ticket as Ticket;
    const half = ask(openAt(0), 2_000).breaker;
    expect(step(half, { kind: 'failure', ticket: early, durationMs: 1 }, 2_001)).toBe(half);
    expect(step(half, { kind: 'success', ticket: early, durationMs: 1 }, 2_001)).toBe(half);
  });

  it('gives the place of a probe that was given up, or lost, to another', () => {
    let half = ask(openAt(0), 2_000).breaker;
    half = ask(ask(half, 2_000).breaker, 2_000).breaker;
    expect(ask(half, 2_000).ticket).toBeNull();
    const freed = step(half, { kind: 'forget', ticket: { round: half.round } }, 2_001);
    expect(ask(freed, 2_001).ticket).not.toBeNull();
    expect(ask(half, 2_000 + LIMITS.probeMaxMs).ticket).not.toBeNull();
  });
});

it('under any sequence lets at most three probes out at once and keeps its numbers in range', () => {
  const event = fc.oneof(
    fc.record({ kind: fc.constant('ask' as const), gapMs: fc.integer({ min: 0, max: 3_000 }) }),
    fc.record({
      kind: fc.constantFrom('success' as const, 'failure' as const),
      gapMs: fc.integer({ min: 0, max: 500 }),
    }),
    fc.record({ kind: fc.constant('forget' as const), gapMs: fc.integer({ min: 0, max: 50 }) }),
  );
  fc.assert(
    fc.property(
      fc.array(event, { maxLength: 400 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (events, random) => {
        const limits = { ...LIMITS, callsMin: 3 };
        let breaker = closedBreaker();
        const out: Ticket[] = [];
        let nowMs = 0;
        for (const { kind, gapMs } of events) {
          nowMs += gapMs;
          const ticket = out[0];
          if (kind === 'ask') {
            const asked = stepBreaker(breaker, { kind }, nowMs, limits, random);
            breaker = asked.breaker;
            if (asked.ticket) out.push(asked.ticket);
          } else if (ticket) {
            out.shift();
            breaker = stepBreaker(breaker, { kind, ticket, durationMs: 1 }, nowMs, limits, random).breaker;
          }
          if (breaker.kind === 'half-open') {
            const { round, lastProbeMs } = breaker;
            expect(breaker.admitted).toBeLessThanOrEqual(limits.probesMax);
            expect(breaker.succeeded).toBeLessThan(limits.probesMax);
            if (nowMs - lastProbeMs < limits.probeMaxMs) {
              expect(out.filter((one) => one.round === round).length).toBeLessThanOrEqual(limits.probesMax);
            }
          }
          if (breaker.kind === 'open') expect(breaker.untilMs - nowMs).toBeLessThanOrEqual(limits.openMaxMs);
        }
      },
    ),
    { numRuns: 300 },
  );
});

it('costs the same with 200,000 calls in the window: under a few microseconds each', () => {
  const limits = { ...LIMITS, failureRatioMax: 2, slowRatioMax: 2 };
  const event = { kind: 'failure', ticket: { round: 0 }, durationMs: 1 } as const;
  let breaker = closedBreaker();
  for (let i = 0; i < 200_000; i++) breaker = stepBreaker(breaker, event, 5_000 + i / 100, limits, 0).breaker;
  const before = process.cpuUsage();
  for (let i = 0; i < 200_000; i++) breaker = stepBreaker(breaker, event, 7_000 + i / 100, limits, 0).breaker;
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 200_000).toBeLessThan(5);
});
