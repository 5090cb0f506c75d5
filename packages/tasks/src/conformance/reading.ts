import type { Task } from '../task.ts';
import { taskErrorCode } from '../task-error.ts';
import { added, type ConformanceCase, claimedOne, sample } from './harness.ts';

const ids = (tasks: readonly Task[]): readonly string[] => tasks.map(({ id }) => id);

export const readingCases: readonly ConformanceCase[] = [
  {
    name: 'tasks are listed newest first, page by page, by status and type',
    run: async ({ store, equal }) => {
      const all: string[] = [];
      for (const type of ['report', 'mail', 'report', 'report']) all.unshift(await added(store, { type }));
      const first = await store.list({ limit: 3 });
      equal(ids(first.tasks), all.slice(0, 3), 'first page');
      await added(store);
      const second = await store.list({ limit: 3, cursor: first.nextCursor ?? '' });
      equal([ids(second.tasks), second.nextCursor], [all.slice(3), null], 'second page, although one was added');
      equal(ids((await store.list({ limit: 9, type: 'mail' })).tasks), [all[2]], 'by type');
      await claimedOne(store, ['mail']);
      equal(ids((await store.list({ limit: 9, status: 'running' })).tasks), [all[2]], 'by status');
      equal((await store.list({ limit: 9, status: 'running', type: 'report' })).tasks, [], 'by both');
    },
  },
  {
    name: 'a page has no more tasks than the limit allows',
    limits: { pageTasksMax: 2 },
    run: async ({ store, equal }) => {
      for (let i = 0; i < 3; i++) await added(store);
      equal((await store.list({ limit: 100 })).tasks.length, 2, 'tasks');
    },
  },
  {
    name: 'stats count what is there and what happened in the last minute',
    run: async ({ store, clock, equal }) => {
      equal(
        await store.stats(),
        { depth: 0, oldestAgeMs: null, rates: { enqueued: 0, completed: 0, failed: 0 }, counts: [] },
        'an empty store',
      );
      for (let i = 0; i < 3; i++) await added(store);
      await added(store, { type: 'mail', runAtMs: clock.nowMs + 60_000 });
      await store.complete((await claimedOne(store)).lease, null);
      await store.fail((await claimedOne(store)).lease, { message: 'no', retryable: false });
      clock.nowMs += 2_000;
      equal(
        await store.stats(),
        {
          depth: 2,
          oldestAgeMs: 2_000,
          rates: { enqueued: 4 / 60, completed: 1 / 60, failed: 1 / 60 },
          counts: [
            { type: 'mail', status: 'queued', count: 1 },
            { type: 'report', status: 'completed', count: 1 },
            { type: 'report', status: 'dead', count: 1 },
            { type: 'report', status: 'queued', count: 1 },
          ],
        },
        'stats',
      );
      clock.nowMs += 60_000;
      equal((await store.stats()).rates, { enqueued: 0, completed: 0, failed: 0 }, 'a minute later');
    },
  },
  {
    name: 'finished tasks are forgotten by number, oldest first, and by age; waiting ones never',
    limits: { finishedTasksMax: 2, finishedKeepMs: 10_000 },
    run: async ({ store, clock, equal }) => {
      const done: string[] = [];
      for (let i = 0; i < 3; i++) {
        done.push(await added(store, { idempotencyKey: `k${i}` }));
        await store.complete((await claimedOne(store)).lease, null);
        clock.nowMs += 10;
      }
      const waits = await added(store);
      equal(await store.forget(), 1, 'by number');
      equal(await store.status(done[0] as string), null, 'the oldest');
      clock.nowMs += 10_001;
      equal(await store.forget(), 2, 'by age');
      equal((await store.status(waits))?.status, 'queued', 'the waiting task');
      const again = await store.enqueue(sample({ idempotencyKey: 'k1' }));
      equal(again.kind === 'accepted' && again.duplicate, false, 'its key is free again');
    },
  },
  {
    name: 'who listens for work is told of it, until it stops listening',
    run: async ({ store, equal }) => {
      const told = Promise.withResolvers<void>();
      const stop = store.onWork(() => told.resolve());
      await added(store);
      await told.promise;
      stop();
      equal(await store.depth(), 1, 'depth');
    },
  },
  {
    name: 'a closed store refuses by code',
    run: async ({ store, equal }) => {
      await store.close();
      equal(await store.enqueue(sample()).then(() => null, taskErrorCode), 'TASKS_CLOSED', 'enqueue');
      equal(await store.status('x').then(() => null, taskErrorCode), 'TASKS_CLOSED', 'status');
    },
  },
];
