import { added, type ConformanceCase, claimedOne, LEASE_MS, statusOf } from './harness.ts';

export const failingCases: readonly ConformanceCase[] = [
  {
    name: 'a failed attempt is made again after the delay, until attempts are used up',
    limits: { attemptsMax: 2, retryBaseMs: 1_000 },
    run: async ({ store, clock, equal }) => {
      const id = await added(store);
      const first = await claimedOne(store);
      const outcome = await store.fail(first.lease, { message: 'no route', retryable: true });
      if (outcome.kind !== 'retry') throw new Error(`expected another attempt, found ${outcome.kind}`);
      const delayMs = outcome.runAtMs - clock.nowMs;
      equal(delayMs >= 0 && delayMs <= 1_000, true, `a delay of ${delayMs} ms in bounds`);
      const failed = await store.status(id);
      equal(failed?.status === 'failed' && [failed.error, failed.runAtMs], ['no route', outcome.runAtMs], 'the task');
      clock.nowMs = outcome.runAtMs;
      const second = await claimedOne(store);
      equal(await store.fail(second.lease, { message: 'no route', retryable: true }), { kind: 'dead' }, 'the last');
      const dead = await store.status(id);
      equal(dead?.status === 'dead' && [dead.error, dead.attempts], ['no route', 2], 'the dead task');
    },
  },
  {
    name: 'a failure that would repeat makes the task dead at once',
    run: async ({ store, equal }) => {
      const id = await added(store);
      const { lease } = await claimedOne(store);
      equal(await store.fail(lease, { message: 'bad payload', retryable: false }), { kind: 'dead' }, 'outcome');
      equal(await statusOf(store, id), 'dead', 'status');
    },
  },
  {
    name: 'a long error text is cut',
    limits: { errorCharsMax: 4 },
    run: async ({ store, equal }) => {
      const id = await added(store);
      const { lease } = await claimedOne(store);
      await store.fail(lease, { message: 'abcdefgh', retryable: false });
      const task = await store.status(id);
      equal(task?.status === 'dead' && task.error, 'abcd', 'error');
    },
  },
  {
    name: 'a released task is due at once and its attempt not counted',
    run: async ({ store, equal }) => {
      const id = await added(store, { attemptsMax: 1 });
      const first = await claimedOne(store);
      equal(await store.release(first.lease), { kind: 'held' }, 'release');
      equal(await statusOf(store, id), 'queued', 'status');
      equal((await claimedOne(store)).lease.attempt, 1, 'attempt');
      equal(await store.release(first.lease), { kind: 'lost' }, 'a second release');
    },
  },
  {
    name: 'a waiting task can be cancelled, a finished one not',
    run: async ({ store, equal }) => {
      const id = await added(store);
      equal((await store.cancel(id)).kind, 'changed', 'cancel');
      equal(await statusOf(store, id), 'cancelled', 'status');
      equal(await store.cancel(id), { kind: 'refused', status: 'cancelled' }, 'again');
      equal(await store.cancel('none'), { kind: 'unknown' }, 'an unknown task');
      equal(await store.claim({ types: ['report'], slots: 1, leaseMs: LEASE_MS }), [], 'claims');
    },
  },
  {
    name: 'a running task can be cancelled; its worker finds the lease lost',
    run: async ({ store, equal }) => {
      const id = await added(store);
      const { lease } = await claimedOne(store);
      equal((await store.cancel(id)).kind, 'changed', 'cancel');
      equal(await store.heartbeat(lease, { leaseMs: LEASE_MS }), { kind: 'lost' }, 'heartbeat');
      equal(await store.complete(lease, 1), { kind: 'lost' }, 'complete');
      equal(await statusOf(store, id), 'cancelled', 'status');
    },
  },
  {
    name: 'a dead task can be retried from the start, a waiting, running or completed one not',
    run: async ({ store, equal }) => {
      const id = await added(store);
      equal(await store.retry(id), { kind: 'refused', status: 'queued' }, 'queued');
      const first = await claimedOne(store);
      equal(await store.retry(id), { kind: 'refused', status: 'running' }, 'running');
      await store.fail(first.lease, { message: 'no', retryable: false });
      const outcome = await store.retry(id);
      equal(outcome.kind === 'changed' && [outcome.task.status, outcome.task.attempts], ['queued', 0], 'dead');
      const second = await claimedOne(store);
      equal(second.lease.attempt, 1, 'attempt');
      await store.complete(second.lease, null);
      equal(await store.retry(id), { kind: 'refused', status: 'completed' }, 'completed');
      equal(await store.retry('none'), { kind: 'unknown' }, 'an unknown task');
    },
  },
];
