import type { Claim, TaskStore } from '@clearspan/tasks';
import type { TaskHandler } from './handler.ts';
import { type AttemptEnd, type AttemptLimits, runAttempt } from './run-attempt.ts';

export interface WorkerLimits extends AttemptLimits {
  /** Tasks at once. */
  readonly concurrencyTasks: number;
}

export interface WorkerOptions {
  readonly store: TaskStore;
  readonly handlers: ReadonlyMap<string, TaskHandler>;
  readonly limits: WorkerLimits;
  /** Wraps each attempt, for its span and its figures. */
  readonly around: (claim: Claim, run: () => Promise<AttemptEnd>) => Promise<AttemptEnd>;
  /** Told of failures of the store or of an attempt's report; the worker goes on. */
  readonly onError: (error: unknown, what: string) => void;
}

export interface Worker {
  /** Tasks being run. */
  active(): number;
  /**
   * Claims no more, waits up to `waitMs` for what runs, then gives back what is not finished. Resolves when nothing
   * of it is left.
   */
  drain(waitMs: number): Promise<void>;
}

/** Claims whenever there may be work and a free place, and runs what it claims side by side. Starts at once. */
export const startWorker = ({ store, handlers, limits, around, onError }: WorkerOptions): Worker => {
  const types = [...handlers.keys()];
  const running = new Set<Promise<void>>();
  const stop = new AbortController();
  let draining = false;
  let claiming: Promise<void> | null = null;
  let again = false;

  const run = async (claim: Claim): Promise<void> => {
    const handler = handlers.get(claim.task.type);
    if (!handler) return onError(new Error(`expected a handler for ${claim.task.type}, found none`), 'claim');
    try {
      await around(claim, () => runAttempt({ store, handler, claim, limits, stop: stop.signal }));
    } catch (error) {
      onError(error, `report on ${claim.task.id}`);
    }
  };

  const take = (claim: Claim): void => {
    const task = run(claim).finally(() => {
      running.delete(task);
      wake();
    });
    running.add(task);
  };

  const claimFree = async (): Promise<void> => {
    do {
      again = false;
      const slots = limits.concurrencyTasks - running.size;
      if (draining || slots <= 0) return;
      const claims = await store.claim({ types, slots, leaseMs: limits.leaseMs });
      for (const claim of claims) take(claim);
    } while (again);
  };

  /** Two claims at once would give out more than there is room for: a wake-up during one is remembered. */
  const wake = (): void => {
    again = true;
    if (claiming || draining) return;
    claiming = claimFree()
      .catch((error: unknown) => onError(error, 'claim'))
      .finally(() => {
        claiming = null;
        if (again) wake();
      });
  };

  const stopListening = store.onWork(wake);
  wake();

  return {
    active: () => running.size,
    drain: async (waitMs) => {
      draining = true;
      stopListening();
      const timer = setTimeout(() => stop.abort(), waitMs);
      // A claim that was under way when draining began may still bring tasks: they are run or given back as well.
      await claiming;
      await Promise.all(running);
      clearTimeout(timer);
    },
  };
};
