/**
 * How many tasks a second one process adds and runs on one SQLite file. Usage:
 * `node packages/tasks-sqlite/bench/tasks.ts [tasks]`. Variants are interleaved, three rounds each; the best is shown
 * with the CPU time of the process, which is the figure to compare on a shared machine.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TaskStore } from '@clearspan/tasks';
import { type Durability, openSqliteTasks } from '@clearspan/tasks-sqlite';

const TASKS = Number(process.argv[2] ?? 20_000);
const ROUNDS = 3;
const PAYLOAD = { user_input: 'errors of checkout in the last hour', query: 'source logs | limit 10', n: 1 };

interface Figure {
  readonly perSecond: number;
  readonly cpuUs: number;
}

const measure = async (count: number, work: () => Promise<void>): Promise<Figure> => {
  const cpu = process.cpuUsage();
  const start = performance.now();
  await work();
  const ms = performance.now() - start;
  const used = process.cpuUsage(cpu);
  return { perSecond: (count / ms) * 1000, cpuUs: (used.user + used.system) / count };
};

const addOneByOne = async (store: TaskStore, count: number): Promise<void> => {
  for (let i = 0; i < count; i++) await store.enqueue({ type: 'bench', payload: PAYLOAD });
};

const addInFlight = async (store: TaskStore, count: number): Promise<void> => {
  for (let i = 0; i < count; i += 500)
    await Promise.all(
      Array.from({ length: Math.min(500, count - i) }, () => store.enqueue({ type: 'bench', payload: PAYLOAD })),
    );
};

/** Each slot is refilled as soon as its task is completed. */
const drain = async (store: TaskStore, concurrency: number): Promise<void> => {
  let claims = await store.claim({ types: ['bench'], slots: concurrency, leaseMs: 60_000 });
  while (claims.length > 0) {
    const [next] = await Promise.all([
      store.claim({ types: ['bench'], slots: concurrency, leaseMs: 60_000 }),
      ...claims.map(({ lease }) => store.complete(lease, null)),
    ]);
    claims = next;
  }
};

/** Milliseconds from asking for a task to having claimed it, for a worker of this process that waits to be told. */
const startDelays = async (store: TaskStore, count: number): Promise<number[]> => {
  const delays: number[] = [];
  let addedAt = 0;
  let started = Promise.withResolvers<void>();
  const stop = store.onWork(() => {
    void store.claim({ types: ['bench'], slots: 1, leaseMs: 60_000 }).then(async ([claim]) => {
      if (!claim) return;
      delays.push(performance.now() - addedAt);
      await store.complete(claim.lease, null);
      started.resolve();
    });
  });
  for (let i = 0; i < count; i++) {
    started = Promise.withResolvers<void>();
    addedAt = performance.now();
    await Promise.all([store.enqueue({ type: 'bench', payload: PAYLOAD }), started.promise]);
  }
  stop();
  return delays.sort((a, b) => a - b);
};

const delays = new Map<string, string>();

const round = async (durability: Durability): Promise<Record<string, Figure>> => {
  const folder = mkdtempSync(join(tmpdir(), 'clearspan-bench-'));
  const store = await openSqliteTasks({ file: join(folder, 'tasks.db'), durability, limits: { queueDepthMax: 1e7 } });
  const few = Math.ceil(TASKS / 4);
  const figures = {
    'add one by one': await measure(few, () => addOneByOne(store, few)),
    'add 500 in flight': await measure(TASKS, () => addInFlight(store, TASKS)),
    'run, 50 at a time': await measure(few + TASKS, () => drain(store, 50)),
    'add for one at a time': await measure(few, () => addInFlight(store, few)),
    'run, one at a time': await measure(few, () => drain(store, 1)),
  };
  const sorted = await startDelays(store, 1_000);
  const at = (share: number): string => `${(sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2)} ms`;
  delays.set(`add to start (${durability})`, `p50 ${at(0.5)}  p99 ${at(0.99)}`);
  await store.close();
  rmSync(folder, { recursive: true });
  return figures;
};

const best = new Map<string, Figure>();
for (let i = 0; i < ROUNDS; i++)
  for (const durability of ['process', 'power'] as const)
    for (const [name, figure] of Object.entries(await round(durability))) {
      const key = `${name} (${durability})`;
      if (figure.cpuUs < (best.get(key)?.cpuUs ?? Number.POSITIVE_INFINITY)) best.set(key, figure);
    }

console.log(`node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}, ${TASKS} tasks`);
for (const [name, { perSecond, cpuUs }] of [...best].sort(([a], [b]) => a.localeCompare(b)))
  console.log(`${name.padEnd(34)} ${perSecond.toFixed(0).padStart(8)} /s ${cpuUs.toFixed(1).padStart(8)} us CPU each`);
for (const [name, figures] of delays) console.log(`${name.padEnd(34)} ${figures}`);
