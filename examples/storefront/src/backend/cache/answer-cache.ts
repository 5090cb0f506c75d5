import { LRUCache } from 'lru-cache';
import type { Answer } from './answer.ts';

export interface CacheLimits {
  readonly entriesMax: number;
  readonly ttlMs: number;
  /** Of the knowledge that something does not exist: it may be made at any time. */
  readonly negativeTtlMs: number;
}

/** Where an answer comes from: the cache, a call that is under way for another request, or a call of its own. */
export type Source = 'hit' | 'coalesced' | 'miss';

export interface Lookup<T> {
  readonly source: Source;
  readonly answer: Promise<Answer<T>>;
}

/** Answers by key, for a while. An error is told to all who wait for it, and is not kept. */
export interface AnswerCache {
  /** `load` is called only where nobody has the answer yet. A key MUST always be loaded with one type. */
  look<T>(key: string, load: () => Promise<Answer<T>>): Lookup<T>;
  /** Forgets everything; says how many entries that were. A call under way is answered, and not kept. */
  clear(): number;
}

type Load = () => Promise<Answer<unknown>>;

const SOURCES: Readonly<Record<string, Source>> = { hit: 'hit', inflight: 'coalesced' };

/** `now` in milliseconds, never going back. */
export const createAnswerCache = (limits: CacheLimits, now: () => number): AnswerCache => {
  const entries = new LRUCache<string, Answer<unknown>, Load>({
    max: limits.entriesMax,
    ttl: limits.ttlMs,
    perf: { now },
    // The clock is read for each lookup, not once a millisecond by a timer.
    ttlResolution: 0,
    // What pushes a call out of the cache must not fail those who wait for it.
    ignoreFetchAbort: true,
    fetchMethod: async (_key, _stale, { options, context: load }) => {
      const answer = await load();
      if (answer.kind === 'absent') options.ttl = limits.negativeTtlMs;
      return answer;
    },
  });
  return {
    look: <T>(key: string, load: () => Promise<Answer<T>>): Lookup<T> => {
      const status: LRUCache.Status<string, Answer<unknown>, Load> = {};
      const answer = entries.fetch(key, { context: load, status }) as Promise<Answer<T>>;
      return { source: SOURCES[status.fetch ?? 'miss'] ?? 'miss', answer };
    },
    clear: () => {
      const { size } = entries;
      entries.clear();
      return size;
    },
  };
};
