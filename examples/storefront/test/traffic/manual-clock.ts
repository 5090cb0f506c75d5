import type { Clock } from '../../src/traffic/clock.ts';

export interface ManualClock extends Clock {
  /** Lets time pass: what becomes due runs at its time, in order. */
  advance(ms: number): void;
}

/** Time that passes when it is told to. */
export const manualClock = (startMs: number = Date.UTC(2026, 0, 5)): ManualClock => {
  const timers = new Set<{ readonly atMs: number; readonly run: () => void }>();
  let nowMs = startMs;
  return {
    now: () => nowMs,
    hour: () => 12,
    after: (ms, run) => {
      const timer = { atMs: nowMs + ms, run };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    advance: (ms) => {
      const endMs = nowMs + ms;
      for (;;) {
        const [next] = [...timers].filter(({ atMs }) => atMs <= endMs).sort((a, b) => a.atMs - b.atMs);
        if (next === undefined) break;
        timers.delete(next);
        nowMs = next.atMs;
        next.run();
      }
      nowMs = endMs;
    },
  };
};
