import type { HrTime } from '@opentelemetry/api';
import type { Span, SpanProcessor } from '@opentelemetry/sdk-trace';

/** Milliseconds to add to the monotonic clock to get the time of day. */
let offsetMs = performance.timeOrigin;

/** Where the end of a millisecond is held until the system's clock has reached the next one. */
const LAST_OF_MS = 0.999;

/**
 * The time of day in milliseconds with a fraction: the system's millisecond, subdivided by the monotonic clock. The two
 * drift apart and part when the system's clock is set: the system's is right, and the fraction follows it without ever
 * going back within a millisecond.
 */
const preciseNow = (): number => {
  const wallMs = Date.now();
  const ms = performance.now() + offsetMs;
  const heldMs = Math.min(Math.max(ms, wallMs), wallMs + LAST_OF_MS);
  offsetMs += heldMs - ms;
  return heldMs;
};

const hrTime = (ms: number): HrTime => {
  const seconds = Math.floor(ms / 1000);
  return [seconds, Math.round((ms - seconds * 1000) * 1e6)];
};

/**
 * Starts spans at the microsecond. The SDK takes the start from a clock of whole milliseconds, in which steps of one
 * request cannot be told apart; a span's end is its start and a measured duration, so it moves along.
 */
export const preciseStartProcessor = (): SpanProcessor => ({
  onStart: (span: Span) => {
    (span as { startTime: HrTime }).startTime = hrTime(preciseNow());
  },
  onEnd: () => undefined,
  forceFlush: async () => undefined,
  shutdown: async () => undefined,
});
