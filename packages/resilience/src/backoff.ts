export interface BackoffLimits {
  /** Upper end of the first delay, in milliseconds. */
  readonly baseMs: number;
  /** Upper end of every delay, in milliseconds. */
  readonly capMs: number;
}

/**
 * Full jitter: a delay anywhere between 0 and `baseMs * 2^attempt`, at most `capMs`. Spreading over the whole range is
 * what keeps callers that failed together from coming back together.
 *
 * @param attempt 0 for the delay before the first retry
 * @param random a number in [0, 1)
 */
export const backoffMs = (attempt: number, { baseMs, capMs }: BackoffLimits, random: number): number =>
  random * Math.min(capMs, baseMs * 2 ** Math.max(0, attempt));
