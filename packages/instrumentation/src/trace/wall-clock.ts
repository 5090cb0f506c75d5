import type { HrTime } from '@opentelemetry/api';

/** Milliseconds to add to the monotonic clock to get the time of day. */
let offsetMs = performance.timeOrigin;

/** Where the end of a millisecond is held until the system's clock has reached the next one. */
const LAST_OF_MS = 0.999;

/**
 * The time of day in milliseconds with a fraction: the system's millisecond, subdivided by the monotonic clock. The two
 * drift apart and part when the system's clock is set: the system's is right, and the fraction follows it without ever
 * going back within a millisecond.
 */
const preciseMs = (monotonicMs: number): number => {
  const wallMs = Date.now();
  const ms = monotonicMs + offsetMs;
  const heldMs = Math.min(Math.max(ms, wallMs), wallMs + LAST_OF_MS);
  offsetMs += heldMs - ms;
  return heldMs;
};

/**
 * The time of day at the microsecond, where the monotonic clock shows `monotonicMs`. In whole milliseconds, as the
 * system's clock has them, the steps of one request cannot be told apart.
 */
export const preciseTime = (monotonicMs: number): HrTime => {
  const ms = preciseMs(monotonicMs);
  const seconds = Math.floor(ms / 1000);
  return [seconds, Math.round((ms - seconds * 1000) * 1e6)];
};
