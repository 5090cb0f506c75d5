import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_TASK_LIMITS, type Lease, PRIORITIES, type TaskStore } from '@clearspan/tasks';
import { createTaskModel } from '@clearspan/tasks/conformance';
import { openSqliteTasks } from '@clearspan/tasks-sqlite';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** Each side gets the same commands; leases are named by their place among those given out so far. */
type Command =
  | { kind: 'enqueue'; type: string; priority: number; key: string | null; inMs: number | null }
  | { kind: 'claim'; slots: number; types: readonly string[] }
  | { kind: 'heartbeat' | 'complete' | 'release'; lease: number }
  | { kind: 'fail'; lease: number; retryable: boolean }
  | { kind: 'cancel' | 'retry' | 'position'; task: number }
  | { kind: 'forget' | 'stats' | 'list' }
  | { kind: 'advance'; ms: number };

const small = fc.nat({ max: 7 });
const type = fc.constantFrom('a', 'b');
const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('enqueue' as const),
      type,
      priority: fc.nat({ max: 3 }),
      key: fc.option(fc.constantFrom('x', 'y', 'z')),
      inMs: fc.option(fc.integer({ min: -50, max: 100 })),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('claim' as const),
      slots: fc.integer({ min: 1, max: 3 }),
      types: fc.constantFrom(['a'], ['a', 'b']),
    }),
  },
  fc.record({ kind: fc.constantFrom('heartbeat' as const, 'complete' as const, 'release' as const), lease: small }),
  fc.record({ kind: fc.constant('fail' as const), lease: small, retryable: fc.boolean() }),
  fc.record({ kind: fc.constantFrom('cancel' as const, 'retry' as const, 'position' as const), task: small }),
  fc.record({ kind: fc.constantFrom('forget' as const, 'stats' as const, 'list' as const) }),
  fc.record({ kind: fc.constant('advance' as const), ms: fc.integer({ min: 1, max: 120 }) }),
);

interface Side {
  readonly store: TaskStore;
  readonly leases: Lease[];
  readonly ids: string[];
}

const START_MS = 1_700_000_000_000;
const LEASE_MS = 60;

const withoutTokens = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === 'token' ? undefined : inner)));

/** Runs one command; what the side said of it. */
const step = async ({ store, leases, ids }: Side, one: Command, nowMs: number): Promise<unknown> => {
  const id = 'task' in one ? (ids[one.task] ?? 'none') : 'none';
  const lease: Lease = ('lease' in one ? leases[one.lease] : undefined) ?? {
    taskId: 'none',
    token: 'none',
    attempt: 1,
  };
  switch (one.kind) {
    case 'enqueue': {
      const outcome = await store.enqueue({
        type: one.type,
        payload: { n: ids.length },
        priority: PRIORITIES[one.priority] ?? 'normal',
        ...(one.key === null ? {} : { idempotencyKey: one.key }),
        ...(one.inMs === null ? {} : { runAtMs: nowMs + one.inMs }),
      });
      if (outcome.kind === 'accepted' && !outcome.duplicate) ids.push(outcome.id);
      return outcome;
    }
    case 'claim': {
      const claims = await store.claim({ types: one.types, slots: one.slots, leaseMs: LEASE_MS });
      leases.unshift(...claims.map((claim) => claim.lease));
      return claims;
    }
    case 'heartbeat':
      return store.heartbeat(lease, { leaseMs: LEASE_MS, progress: 0.25 });
    case 'complete':
      return store.complete(lease, { done: true });
    case 'release':
      return store.release(lease);
    case 'fail':
      return store.fail(lease, { message: 'no', retryable: one.retryable });
    case 'cancel':
      return store.cancel(id);
    case 'retry':
      return store.retry(id);
    case 'position':
      return store.position(id);
    case 'forget':
      return store.forget();
    case 'stats':
      return store.stats();
    case 'list':
      return store.list({ limit: 2 });
    case 'advance':
      return null;
  }
};

const limits = {
  ...DEFAULT_TASK_LIMITS,
  attemptsMax: 2,
  queueDepthMax: 6,
  retryBaseMs: 40,
  finishedTasksMax: 2,
  finishedKeepMs: 300,
};

let folder = '';
let files = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'clearspan-model-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const counter = (): (() => string) => {
  let n = 0;
  return () => `id-${++n}`;
};

test('the store answers every sequence of commands as the model does', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 1, maxLength: 50 }), async (commands) => {
      let nowMs = START_MS;
      const now = (): number => nowMs;
      const random = (): number => 0.5;
      const file = join(folder, `${++files}.db`);
      const store = await openSqliteTasks({ file, limits, now, random, newId: counter() });
      const model = createTaskModel({ limits, now, random, newId: counter(), newToken: counter() });
      const real: Side = { store, leases: [], ids: [] };
      const ideal: Side = { store: model, leases: [], ids: [] };
      try {
        for (const one of commands) {
          if (one.kind === 'advance') nowMs += one.ms;
          const wanted = withoutTokens(await step(ideal, one, nowMs));
          expect(withoutTokens(await step(real, one, nowMs)), JSON.stringify(one)).toEqual(wanted);
        }
        const all = { limit: 200 };
        expect(withoutTokens(await store.list(all))).toEqual(withoutTokens(await model.list(all)));
      } finally {
        await store.close();
        rmSync(file);
      }
    }),
    { numRuns: 600, interruptAfterTimeLimit: 5_000, markInterruptAsFailure: false },
  );
});
