import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Task, TaskStore } from '@clearspan/tasks';
import { openSqliteTasks } from '@clearspan/tasks-sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Attempt, HandlerOutcome, TaskHandler } from '../src/core/handler.ts';
import type { AttemptEnd } from '../src/core/run-attempt.ts';
import { startWorker, type Worker, type WorkerLimits } from '../src/core/worker.ts';

let folder = '';
let store: TaskStore;
let worker: Worker | null = null;
const ends: AttemptEnd[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'clearspan-worker-'));
  store = await openSqliteTasks({ file: join(folder, 'tasks.db'), limits: { retryBaseMs: 1, resultBytesMax: 100 } });
  ends.length = 0;
});
afterEach(async () => {
  await worker?.drain(0);
  worker = null;
  await store.close();
  rmSync(folder, { recursive: true });
});

const start = (handler: TaskHandler, limits: Partial<WorkerLimits> = {}): void => {
  worker = startWorker({
    store,
    handlers: new Map([['job', handler]]),
    limits: { concurrencyTasks: 2, leaseMs: 5_000, heartbeatMs: 20, attemptMs: 5_000, ...limits },
    around: async (_, run) => {
      const end = await run();
      ends.push(end);
      return end;
    },
    onError: (error) => {
      throw error;
    },
  });
};

const add = async (more: object = {}): Promise<string> => {
  const outcome = await store.enqueue({ type: 'job', payload: null, ...more });
  if (outcome.kind !== 'accepted') throw new Error(outcome.kind);
  return outcome.id;
};
const reaches = async (id: string, status: Task['status']): Promise<Task> => {
  await expect.poll(async () => (await store.status(id))?.status, { timeout: 5_000, interval: 5 }).toBe(status);
  return (await store.status(id)) as Task;
};
const done = async (): Promise<HandlerOutcome> => ({ kind: 'done', result: 'fine' });

/** A handler whose attempts wait until they are told how to end, and that says when each began. */
const held = (): { handler: TaskHandler; begun: Attempt[]; end: (outcome: HandlerOutcome) => void } => {
  const begun: Attempt[] = [];
  const waiting: ((outcome: HandlerOutcome) => void)[] = [];
  const handler: TaskHandler = (attempt) => {
    begun.push(attempt);
    return new Promise((resolve) => waiting.push(resolve));
  };
  return { handler, begun, end: (outcome) => waiting.shift()?.(outcome) };
};

test('runs what is there at the start and what comes later', async () => {
  const first = await add();
  start(done);
  expect(await reaches(first, 'completed')).toMatchObject({ result: 'fine', attempts: 1 });
  await reaches(await add(), 'completed');
});

test('runs no more at once than the limit, and refills each place', async () => {
  const { handler, begun, end } = held();
  const ids = [await add(), await add(), await add()];
  start(handler);
  await expect.poll(() => begun.length).toBe(2);
  expect((await store.stats()).depth).toBe(1);
  end({ kind: 'done', result: 1 });
  await expect.poll(() => begun.length).toBe(3);
  end({ kind: 'done', result: 2 });
  end({ kind: 'done', result: 3 });
  for (const id of ids) await reaches(id, 'completed');
});

test('what throws is tried again', async () => {
  let attempts = 0;
  start(async () => {
    attempts += 1;
    if (attempts < 3) throw new Error('no route');
    return { kind: 'done', result: null };
  });
  expect(await reaches(await add(), 'completed')).toMatchObject({ attempts: 3 });
  expect(ends.map((end) => end.kind)).toEqual(['retry', 'retry', 'completed']);
});

test('what would fail again is dead at once, and says why', async () => {
  start(async () => ({ kind: 'failed', message: 'bad payload', retryable: false }));
  expect(await reaches(await add(), 'dead')).toMatchObject({ error: 'bad payload', attempts: 1 });
});

test('a result that is too large makes the task dead, with the figures', async () => {
  start(async () => ({ kind: 'done', result: 'x'.repeat(200) }));
  const task = await reaches(await add(), 'dead');
  expect(task).toMatchObject({ error: 'expected a result of at most 100 bytes, found 202' });
});

test('heartbeats keep a task that takes longer than its lease, and carry its progress', async () => {
  const { handler, begun, end } = held();
  const id = await add();
  start(handler, { leaseMs: 100 });
  await expect.poll(() => begun.length).toBe(1);
  begun[0]?.progress(0.5);
  await expect
    .poll(async () => {
      const task = await store.status(id);
      return task?.status === 'running' && task.progress === 0.5 && task.leaseUntilMs > task.startedAtMs + 200;
    })
    .toBe(true);
  end({ kind: 'done', result: null });
  expect(await reaches(id, 'completed')).toMatchObject({ attempts: 1 });
});

test('a cancelled task ends its handler, and what that answers is discarded', async () => {
  const { handler, begun, end } = held();
  const id = await add();
  start(handler);
  await expect.poll(() => begun.length).toBe(1);
  await store.cancel(id);
  await expect.poll(() => begun[0]?.signal.aborted).toBe(true);
  end({ kind: 'done', result: 'too late' });
  await expect.poll(() => ends).toEqual([{ kind: 'lost' }]);
  expect((await store.status(id))?.status).toBe('cancelled');
});

test('an attempt that takes too long is given up and tried again', async () => {
  const { handler, begun, end } = held();
  const id = await add();
  start(handler, { attemptMs: 30 });
  await expect.poll(() => begun.length).toBeGreaterThanOrEqual(2);
  expect(begun[0]?.signal.aborted).toBe(true);
  expect(ends[0]).toMatchObject({ kind: 'retry', message: 'expected the attempt to end within 30 ms' });
  end({ kind: 'done', result: null });
  await store.cancel(id);
});

test('draining waits for what runs, and gives back what cannot finish uncharged', async () => {
  const { handler, begun, end } = held();
  const [quick, slow, waiting] = [await add(), await add(), await add()];
  start(handler);
  await expect.poll(() => begun.length).toBe(2);
  const drained = worker?.drain(50);
  end({ kind: 'done', result: null });
  await drained;
  expect((await store.status(quick))?.status).toBe('completed');
  expect(await store.status(slow)).toMatchObject({ status: 'queued', attempts: 0 });
  expect(await store.status(waiting)).toMatchObject({ status: 'queued', attempts: 0 });
  expect(begun).toHaveLength(2);
});
