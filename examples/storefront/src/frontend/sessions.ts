import { LRUCache } from 'lru-cache';

/** The visitors of the last minutes. */
export interface Sessions {
  seen(id: string): void;
  /** How many were seen within five minutes. */
  active(): number;
}

const ACTIVE_MS = 300_000;

/** Of more than `sessionsMax` those that were seen last are known. `now` in milliseconds, never going back. */
export const createSessions = (sessionsMax: number, now: () => number): Sessions => {
  const known = new LRUCache<string, true>({ max: sessionsMax, ttl: ACTIVE_MS, ttlResolution: 0, perf: { now } });
  return {
    seen: (id) => void known.set(id, true),
    active: () => {
      known.purgeStale();
      return known.size;
    },
  };
};
