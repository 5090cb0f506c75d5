export interface GcraLimits {
  /** Requests a minute that may go on for ever. */
  readonly perMinute: number;
  /** Requests that may come at once after a time of rest, at least 1. */
  readonly burst: number;
}

/** What is kept for one caller. Without it a caller counts as rested. */
export interface GcraState {
  /** Theoretical arrival time: when the caller will be fully rested, in milliseconds of the caller's clock. */
  readonly tatMs: number;
}

export interface GcraDecision {
  readonly allowed: boolean;
  /** Requests that would be allowed right now, after this one. */
  readonly remaining: number;
  /** Until the full burst is there again. */
  readonly resetMs: number;
  /** Until one request would be allowed; 0 when this one was. */
  readonly retryAfterMs: number;
}

export type Gcra = (
  state: GcraState | undefined,
  nowMs: number,
) => { readonly state: GcraState; readonly decision: GcraDecision };

/**
 * The generic cell rate algorithm: one number for each caller, no windows and so no double burst where two windows
 * meet. A refused request costs nothing: asking too often does not postpone the next chance. A clock that goes back
 * never gives more than the burst.
 */
export const createGcra = ({ perMinute, burst }: GcraLimits): Gcra => {
  if (!(perMinute > 0) || !(burst >= 1)) {
    throw new RangeError(`expected perMinute above 0 and burst of at least 1, found ${perMinute} and ${burst}`);
  }
  const intervalMs = 60_000 / perMinute;
  const toleranceMs = intervalMs * burst;
  // Sums of intervals drift by rounding: without this the last request of an exact burst may be refused.
  const slackMs = intervalMs * 1e-6;
  return (state, nowMs) => {
    const restedMs = Math.min(Math.max(state?.tatMs ?? nowMs, nowMs), nowMs + toleranceMs);
    const nextMs = restedMs + intervalMs;
    const earlyMs = nextMs - toleranceMs - nowMs;
    const allowed = earlyMs <= slackMs;
    const tatMs = allowed ? nextMs : restedMs;
    return {
      state: { tatMs },
      decision: {
        allowed,
        remaining: Math.max(0, Math.floor((toleranceMs - (tatMs - nowMs) + slackMs) / intervalMs)),
        resetMs: Math.max(0, tatMs - nowMs),
        retryAfterMs: allowed ? 0 : earlyMs,
      },
    };
  };
};
