import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type TaskStore, taskErrorCode } from '@clearspan/tasks';
import { openSqliteTasks } from '@clearspan/tasks-sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';

let folder = '';
let file = '';
const stores: TaskStore[] = [];
const open = async (more: Partial<Parameters<typeof openSqliteTasks>[0]> = {}): Promise<TaskStore> => {
  const store = await openSqliteTasks({ file, ...more });
  stores.push(store);
  return store;
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clearspan-turns-'));
  file = join(folder, 'deep', 'tasks.db');
});
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
  rmSync(folder, { recursive: true });
});

const task = { type: 'a', payload: 1 };

test('everything of one turn of the event loop is one transaction', async () => {
  const store = await open();
  const other = new DatabaseSync(file);
  const version = (): unknown => other.prepare('PRAGMA data_version').get()?.data_version;
  const before = version();
  const added = Promise.all(Array.from({ length: 500 }, () => store.enqueue(task)));
  const counts = new Set<unknown>();
  const seen = other.prepare('SELECT count(*) AS n FROM tasks');
  counts.add(seen.get()?.n);
  await added;
  counts.add(seen.get()?.n);
  expect([...counts]).toEqual([0, 500]);
  expect(Number(version()) - Number(before)).toBe(1);
  other.close();
});

test('what is added, finished and claimed in one turn sees each other', async () => {
  const store = await open();
  const [claims] = await Promise.all([
    store.claim({ types: ['a'], slots: 9, leaseMs: 1_000 }),
    store.enqueue(task),
    store.enqueue(task),
  ]);
  expect(claims).toHaveLength(2);
});

test('an idle claim writes nothing', async () => {
  const store = await open();
  const other = new DatabaseSync(file);
  const version = (): unknown => other.prepare('PRAGMA data_version').get()?.data_version;
  const before = version();
  expect(await store.claim({ types: ['a'], slots: 1, leaseMs: 1_000 })).toEqual([]);
  expect(version()).toBe(before);
  other.close();
});

test('more operations than may wait are refused by code, those before are done', async () => {
  const store = await open({ limits: { pendingOperationsMax: 3, turnOperationsMax: 2 } });
  const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => store.enqueue(task)));
  expect(outcomes.map((o) => (o.status === 'fulfilled' ? 'done' : taskErrorCode(o.reason)))).toEqual([
    'done',
    'done',
    'done',
    'TASKS_OVERLOADED',
    'TASKS_OVERLOADED',
  ]);
});

test('a file that cannot be written fails what was asked, and nothing of it is done', async () => {
  const store = await open({ limits: { pendingOperationsMax: 10 } });
  const other = new DatabaseSync(file);
  other.exec("CREATE TRIGGER refuse BEFORE INSERT ON tasks BEGIN SELECT raise(ABORT, 'no room'); END");
  expect(await store.enqueue(task).then(() => null, taskErrorCode)).toBe('TASKS_STORE_FAILED');
  other.exec('DROP TRIGGER refuse');
  other.close();
  expect((await store.stats()).depth).toBe(0);
  expect((await store.enqueue(task)).kind).toBe('accepted');
});

test('close writes what is waiting', async () => {
  const first = await open();
  const added = first.enqueue(task);
  await first.close();
  expect((await added).kind).toBe('accepted');
  expect((await (await open()).stats()).depth).toBe(1);
});

test('a file of a newer version is refused, not misread', async () => {
  await (await open()).close();
  const db = new DatabaseSync(file);
  db.exec('PRAGMA user_version = 99');
  db.close();
  await expect(open()).rejects.toThrow('expected a task file of version 1 or older, found version 99');
});

test('a listener hears of work of another connection, and of tasks that become due', async () => {
  const worker = await open();
  const producer = await open();
  const due = async (): Promise<readonly unknown[]> => {
    for (;;) {
      const told = Promise.withResolvers<void>();
      const stop = worker.onWork(told.resolve);
      await told.promise;
      stop();
      const claims = await worker.claim({ types: ['a'], slots: 1, leaseMs: 60_000 });
      if (claims.length > 0) return claims;
    }
  };
  const first = due();
  await producer.enqueue(task);
  expect(await first).toHaveLength(1);
  const second = due();
  await producer.enqueue({ ...task, runAtMs: Date.now() + 120 });
  expect(await second).toHaveLength(1);
});
