import { createHash } from 'node:crypto';

export interface QueryCache {
  get(key: string): string | null;
  set(key: string, query: string): void;
}

const ENTRIES_MAX = 500;
const TTL_MS = 86_400_000;

interface Entry {
  readonly query: string;
  readonly untilMs: number;
}

/** Queries that models wrote, by everything they depend on; those asked for last stay. Keys hold questions, so their digests are kept. */
export const createQueryCache = (now: () => number = () => performance.now()): QueryCache => {
  const entries = new Map<string, Entry>();
  const digest = (key: string): string => createHash('sha256').update(key).digest('base64');
  return {
    get: (key) => {
      const own = digest(key);
      const entry = entries.get(own);
      if (entry === undefined) return null;
      entries.delete(own);
      if (entry.untilMs <= now()) return null;
      entries.set(own, entry);
      return entry.query;
    },
    set: (key, query) => {
      const own = digest(key);
      entries.delete(own);
      entries.set(own, { query, untilMs: now() + TTL_MS });
      const [oldest] = entries.keys();
      if (entries.size > ENTRIES_MAX && oldest !== undefined) entries.delete(oldest);
    },
  };
};
