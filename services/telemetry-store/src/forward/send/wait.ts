export interface WaitLimits {
  /** Wait after the first failed attempt, doubled with each. */
  readonly waitBaseMs: number;
  readonly waitMaxMs: number;
  /** The longest wait that a target may ask for. */
  readonly retryAfterMsMax: number;
}

/** What `Retry-After` asks for, in milliseconds: seconds or a date. 0 where it asks for nothing that can be read. */
export const retryAfterMs = (value: string, nowMs: number): number => {
  const ms = /^\d+$/.test(value.trim()) ? Number(value) * 1_000 : Date.parse(value) - nowMs;
  return Number.isNaN(ms) ? 0 : Math.max(0, ms);
};

/**
 * How long to wait after so many failures in a row: half of it is left to chance, so that those who failed together do
 * not come back together. `random` is in [0, 1).
 */
export const waitMs = (failures: number, askedMs: number, random: number, limits: WaitLimits): number => {
  const full = Math.min(limits.waitMaxMs, limits.waitBaseMs * 2 ** Math.min(failures - 1, 30));
  return Math.max(full / 2 + (full / 2) * random, Math.min(askedMs, limits.retryAfterMsMax));
};
