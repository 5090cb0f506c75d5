export interface RetryLimits {
  /** Upper bound of the wait after the first failed attempt; it doubles with each further one. */
  readonly retryBaseMs: number;
  /** The upper bound never grows past this. */
  readonly retryCapMs: number;
}

/** Beyond this exponent the bound is at its cap for every sensible base, and `2 ** n` stays finite. */
const DOUBLINGS_MAX = 30;

/**
 * How long to wait after failed attempt `attempt` (1 for the first), in whole milliseconds: full jitter, that is a
 * uniform draw from [0, min(cap, base * 2^(attempt-1))], so that tasks that failed together do not return together.
 * `random` gives numbers in [0, 1).
 */
export const retryDelayMs = (attempt: number, limits: RetryLimits, random: () => number): number => {
  const doublings = Math.min(Math.max(attempt - 1, 0), DOUBLINGS_MAX);
  const boundMs = Math.min(limits.retryCapMs, limits.retryBaseMs * 2 ** doublings);
  return Math.floor(random() * (boundMs + 1));
};
