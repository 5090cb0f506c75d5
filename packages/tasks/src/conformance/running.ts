import { LEASE_EXPIRED_MESSAGE } from '../decide.ts';
import { added, type ConformanceCase, claimedOne, LEASE_MS } from './harness.ts';

export const runningCases: readonly ConformanceCase[] = [
  {
    name: 'due tasks are given out by priority, then time, then order',
    run: async ({ store, clock, equal }) => {
      const ids = [
        await added(store, { priority: 'low' }),
        await added(store),
        await added(store, { runAtMs: clock.nowMs - 1_000 }),
        await added(store, { priority: 'critical' }),
        await added(store),
      ];
      const claims = await store.claim({ types: ['report'], slots: 10, leaseMs: LEASE_MS });
      equal(
        claims.map(({ task }) => ids.indexOf(task.id)),
        [3, 2, 1, 4, 0],
        'order',
      );
    },
  },
  {
    name: 'no task is given out before its time, nor of a type that was not asked for, nor twice',
    run: async ({ store, clock, equal }) => {
      const later = await added(store, { runAtMs: clock.nowMs + 1, priority: 'critical' });
      await added(store, { type: 'mail' });
      const claim = async (): Promise<readonly string[]> =>
        (await store.claim({ types: ['report'], slots: 5, leaseMs: LEASE_MS })).map(({ task }) => task.id);
      equal(await claim(), [], 'too early');
      clock.nowMs += 1;
      equal(await claim(), [later], 'in time');
      equal(await claim(), [], 'again');
      equal(await store.claim({ types: [], slots: 5, leaseMs: LEASE_MS }), [], 'of no type');
    },
  },
  {
    name: 'a claim counts the attempt and says until when it is held',
    run: async ({ store, clock, equal }) => {
      const id = await added(store);
      const { lease, task } = await claimedOne(store);
      equal([lease.taskId, lease.attempt, task.attempts], [id, 1, 1], 'the lease');
      equal([task.startedAtMs, task.leaseUntilMs], [clock.nowMs, clock.nowMs + LEASE_MS], 'times');
      const seen = await store.status(id);
      equal(seen?.status === 'running' ? seen.attempts : null, 1, 'attempts');
    },
  },
  {
    name: 'a completed task keeps its result, and a second report on it is lost',
    run: async ({ store, clock, equal }) => {
      const id = await added(store);
      const { lease } = await claimedOne(store);
      clock.nowMs += 5;
      equal(await store.complete(lease, { rows: 3 }), { kind: 'held' }, 'first');
      equal(await store.complete(lease, { rows: 4 }), { kind: 'lost' }, 'second');
      equal(await store.fail(lease, { message: 'late', retryable: true }), { kind: 'lost' }, 'late failure');
      const task = await store.status(id);
      equal(task?.status === 'completed' && [task.result, task.finishedAtMs], [{ rows: 3 }, clock.nowMs], 'the task');
    },
  },
  {
    name: 'a result over the limit is refused and the lease still held',
    limits: { resultBytesMax: 10 },
    run: async ({ store, equal }) => {
      await added(store);
      const { lease } = await claimedOne(store);
      equal(await store.complete(lease, 'x'.repeat(9)), { kind: 'too-large', bytes: 11, bytesMax: 10 }, 'too large');
      equal(await store.complete(lease, 'x'), { kind: 'held' }, 'smaller');
    },
  },
  {
    name: 'a heartbeat prolongs the lease and carries progress',
    run: async ({ store, clock, equal }) => {
      const id = await added(store);
      const { lease } = await claimedOne(store);
      clock.nowMs += LEASE_MS - 1;
      equal(await store.heartbeat(lease, { leaseMs: LEASE_MS, progress: 0.5 }), { kind: 'held' }, 'heartbeat');
      clock.nowMs += LEASE_MS - 1;
      equal(await store.claim({ types: ['report'], slots: 1, leaseMs: LEASE_MS }), [], 'still held');
      equal(await store.heartbeat(lease, { leaseMs: LEASE_MS }), { kind: 'held' }, 'without progress');
      const task = await store.status(id);
      equal(task?.status === 'running' && task.progress, 0.5, 'progress');
    },
  },
  {
    name: 'an expired lease is taken back; the old holder is fenced off',
    run: async ({ store, clock, equal }) => {
      const id = await added(store);
      const first = await claimedOne(store);
      clock.nowMs += LEASE_MS;
      const second = await claimedOne(store);
      equal([second.task.id, second.lease.attempt], [id, 2], 'the second attempt');
      equal(await store.heartbeat(first.lease, { leaseMs: LEASE_MS }), { kind: 'lost' }, 'heartbeat');
      equal(await store.complete(first.lease, 'stale'), { kind: 'lost' }, 'complete');
      equal(await store.fail(first.lease, { message: 'stale', retryable: false }), { kind: 'lost' }, 'fail');
      equal(await store.release(first.lease), { kind: 'lost' }, 'release');
      equal(await store.complete(second.lease, 'fresh'), { kind: 'held' }, 'the new holder');
    },
  },
  {
    name: 'a task whose worker dies at every attempt ends dead, and says why',
    limits: { attemptsMax: 2 },
    run: async ({ store, clock, equal }) => {
      const id = await added(store);
      for (const attempt of [1, 2]) {
        equal((await claimedOne(store)).lease.attempt, attempt, 'attempt');
        clock.nowMs += LEASE_MS;
      }
      equal(await store.claim({ types: ['report'], slots: 1, leaseMs: LEASE_MS }), [], 'a third');
      const task = await store.status(id);
      equal(task?.status === 'dead' && [task.error, task.attempts], [LEASE_EXPIRED_MESSAGE, 2], 'the task');
    },
  },
];
