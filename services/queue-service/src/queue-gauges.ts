import { gauge } from '@clearspan/instrumentation';
import type { TaskStore } from '@clearspan/tasks';

/** `queue_depth` and `queue_oldest_age_seconds`, read from the store when they are collected. Returns how to end them. */
export const queueGauges = (store: TaskStore): (() => void) => {
  const depth = gauge('queue_depth', { description: 'Tasks that wait to be run' }, async (set) =>
    set(await store.depth()),
  );
  const age = gauge(
    'queue_oldest_age_seconds',
    { description: 'How long the task that has been due for longest has waited' },
    async (set) => set(((await store.stats()).oldestAgeMs ?? 0) / 1000),
  );
  return () => {
    depth();
    age();
  };
};
