import type { Claim, TaskStore } from '@clearspan/tasks';
import type { HandlerOutcome, TaskHandler } from './handler.ts';

/** How an attempt ended. `lost`: its result was discarded because the lease had passed on. */
export type AttemptEnd =
  | { readonly kind: 'completed' }
  | { readonly kind: 'retry'; readonly message: string; readonly runAtMs: number }
  | { readonly kind: 'dead'; readonly message: string }
  | { readonly kind: 'released' }
  | { readonly kind: 'lost' };

export interface AttemptLimits {
  readonly leaseMs: number;
  /** A heartbeat each: a third of the lease lets two be late. */
  readonly heartbeatMs: number;
  /** An attempt is given up after this. */
  readonly attemptMs: number;
}

export interface RunAttempt {
  readonly store: TaskStore;
  readonly handler: TaskHandler;
  readonly claim: Claim;
  readonly limits: AttemptLimits;
  /** Fires when the worker can wait no longer: the task is given back. */
  readonly stop: AbortSignal;
}

type Ended = HandlerOutcome | { readonly kind: 'lost' } | { readonly kind: 'stopped' };

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Runs one attempt of one task under its lease, with heartbeats, and reports how it ended. Whichever comes first ends
 * it: the handler's answer, the loss of the lease, the time limit, or the worker stopping. Rejects only when the store
 * fails; the lease then expires and the task is taken back.
 */
export const runAttempt = async ({ store, handler, claim, limits, stop }: RunAttempt): Promise<AttemptEnd> => {
  const { lease, task } = claim;
  const over = new AbortController();
  const ended = Promise.withResolvers<Ended>();
  const stopped = (): void => ended.resolve({ kind: 'stopped' });
  let progress: number | null = null;

  const beat = async (): Promise<void> => {
    const report = { leaseMs: limits.leaseMs, ...(progress === null ? {} : { progress }) };
    const outcome = await store.heartbeat(lease, report).catch(() => null);
    // A store that fails now may answer again before the lease is over: only a plain "lost" ends the attempt.
    if (outcome?.kind === 'lost') ended.resolve({ kind: 'lost' });
  };
  const heart = setInterval(() => void beat(), limits.heartbeatMs);
  const clock = setTimeout(() => {
    const message = `expected the attempt to end within ${limits.attemptMs} ms`;
    ended.resolve({ kind: 'failed', message, retryable: true });
  }, limits.attemptMs);
  stop.addEventListener('abort', stopped, { once: true });
  if (stop.aborted) stopped();

  const say = (share: number): void => {
    progress = share;
  };
  const attempt = { task, signal: over.signal, progress: say };
  Promise.resolve(attempt)
    .then(handler)
    .catch((error: unknown): HandlerOutcome => ({ kind: 'failed', message: messageOf(error), retryable: true }))
    .then(ended.resolve, ended.reject);

  try {
    return await report(store, claim, await ended.promise);
  } finally {
    over.abort();
    clearInterval(heart);
    clearTimeout(clock);
    stop.removeEventListener('abort', stopped);
  }
};

const report = async (store: TaskStore, { lease }: Claim, ended: Ended): Promise<AttemptEnd> => {
  switch (ended.kind) {
    case 'lost':
      return { kind: 'lost' };
    case 'stopped':
      return (await store.release(lease)).kind === 'held' ? { kind: 'released' } : { kind: 'lost' };
    case 'failed':
      return failed(store, lease, ended.message, ended.retryable);
    case 'done': {
      const outcome = await store.complete(lease, ended.result);
      if (outcome.kind !== 'too-large') return outcome.kind === 'held' ? { kind: 'completed' } : { kind: 'lost' };
      const message = `expected a result of at most ${outcome.bytesMax} bytes, found ${outcome.bytes}`;
      return failed(store, lease, message, false);
    }
  }
};

const failed = async (
  store: TaskStore,
  lease: Claim['lease'],
  message: string,
  retryable: boolean,
): Promise<AttemptEnd> => {
  const outcome = await store.fail(lease, { message, retryable });
  return outcome.kind === 'lost' ? outcome : { ...outcome, message };
};
