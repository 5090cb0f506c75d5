import { taskErrorCode } from '../task-error.ts';
import { added, type ConformanceCase, claimedOne, LEASE_MS, sample } from './harness.ts';

export const addingCases: readonly ConformanceCase[] = [
  {
    name: 'an added task is queued with all it was given, at the time of the store',
    run: async ({ store, clock, equal, limits }) => {
      const carrier = { traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`, baggage: 'correlation.id=c1' };
      const payload = { text: "it's \u0000 «текст»\ud83d\ude00", list: [1, null, true] };
      const id = await added(store, { payload, carrier, priority: 'high', idempotencyKey: 'k' });
      equal(
        await store.status(id),
        {
          status: 'queued',
          id,
          type: 'report',
          payload,
          priority: 'high',
          idempotencyKey: 'k',
          carrier,
          attempts: 0,
          attemptsMax: limits.attemptsMax,
          enqueuedAtMs: clock.nowMs,
          runAtMs: clock.nowMs,
        },
        'the task',
      );
    },
  },
  {
    name: 'a second task with the same type and idempotency key is the first one',
    run: async ({ store, equal }) => {
      const first = await added(store, { idempotencyKey: 'once' });
      const again = await store.enqueue(sample({ idempotencyKey: 'once', payload: { page: 2 } }));
      equal(again, { kind: 'accepted', id: first, duplicate: true }, 'the second');
      equal((await store.status(first))?.payload, { page: 1 }, 'the payload');
      const other = await store.enqueue(sample({ type: 'mail', idempotencyKey: 'once' }));
      equal(other.kind === 'accepted' && !other.duplicate, true, 'another type is another task');
      const { lease } = await claimedOne(store);
      await store.complete(lease, null);
      equal(
        await store.enqueue(sample({ idempotencyKey: 'once' })),
        { kind: 'accepted', id: first, duplicate: true },
        'after it was completed',
      );
    },
  },
  {
    name: 'one of many concurrent tasks with one key is added',
    run: async ({ store, equal }) => {
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, () => store.enqueue(sample({ idempotencyKey: 'x' }))),
      );
      equal(outcomes.filter((o) => o.kind === 'accepted' && !o.duplicate).length, 1, 'added');
      equal(new Set(outcomes.map((o) => (o.kind === 'accepted' ? o.id : o.kind))).size, 1, 'ids');
    },
  },
  {
    name: 'a payload over the limit is refused with the figures',
    limits: { payloadBytesMax: 20 },
    run: async ({ store, equal }) => {
      equal(
        await store.enqueue(sample({ payload: 'ж'.repeat(10) })),
        { kind: 'too-large', what: 'payload', bytes: 22, bytesMax: 20 },
        'outcome',
      );
      equal(await store.depth(), 0, 'depth');
    },
  },
  {
    name: 'what is not a JSON value is refused by code',
    run: async ({ store, equal }) => {
      const code = await store.enqueue(sample({ payload: undefined })).then(() => null, taskErrorCode);
      equal(code, 'TASKS_NOT_JSON', 'code');
    },
  },
  {
    name: 'a full queue refuses, and takes again once a task has been claimed',
    limits: { queueDepthMax: 2 },
    run: async ({ store, equal }) => {
      await added(store, { idempotencyKey: 'first' });
      await added(store);
      equal(await store.enqueue(sample()), { kind: 'full', depth: 2, depthMax: 2 }, 'third');
      const known = await store.enqueue(sample({ idempotencyKey: 'first' }));
      equal(known.kind === 'accepted' && known.duplicate, true, 'a duplicate of a task that is in');
      await claimedOne(store);
      equal((await store.enqueue(sample())).kind, 'accepted', 'after a claim');
    },
  },
  {
    name: 'the position counts what would be started before',
    limits: { positionMax: 3 },
    run: async ({ store, clock, equal }) => {
      const later = await added(store, { runAtMs: clock.nowMs + 5_000 });
      const first = await added(store);
      const low = await added(store, { priority: 'low' });
      const urgent = await added(store, { priority: 'critical' });
      equal(await store.depth(), 4, 'depth');
      equal(await store.position(urgent), 0, 'critical');
      equal(await store.position(first), 1, 'normal');
      equal(await store.position(later), 2, 'normal, later');
      equal(await store.position(low), 3, 'low');
      const last = await added(store, { priority: 'low' });
      equal(await store.position(last), 3, 'beyond the limit');
      await store.claim({ types: ['report'], slots: 1, leaseMs: LEASE_MS });
      equal(await store.position(urgent), 0, 'a running task');
      equal(await store.position('none'), 0, 'an unknown task');
    },
  },
];
