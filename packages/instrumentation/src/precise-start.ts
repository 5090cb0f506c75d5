import type { HrTime } from '@opentelemetry/api';
import type { Span, SpanProcessor } from '@opentelemetry/sdk-trace';

/** Milliseconds to add to the monotonic clock to get the time of day. */
let offsetMs = performance.timeOrigin;

/**
 * The time of day in milliseconds with a fraction: the system's millisecond, subdivided by the monotonic clock. The two
 * drift apart over days and part when the system's clock is set; the system's is right.
 */
const preciseNow = (): number => {
  const wallMs = Date.now();
  const ms = performance.now() + offsetMs;
  if (ms >= wallMs && ms < wallMs + 1) return ms;
  offsetMs += wallMs - ms;
  return wallMs;
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
