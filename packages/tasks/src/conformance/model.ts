import { type Decision, decide, newTask, type TaskCommand } from '../decide.ts';
import type { TaskLimits } from '../limits.ts';
import { priorityRank } from '../priority.ts';
import { retryDelayMs } from '../retry-delay.ts';
import type {
  ChangeOutcome,
  Claim,
  EnqueueOutcome,
  FailOutcome,
  Failure,
  Lease,
  NewTask,
  TaskCount,
  TaskStats,
  TaskStore,
} from '../store.ts';
import type { Task } from '../task.ts';
import { taskError } from '../task-error.ts';

export interface ModelOptions {
  readonly now: () => number;
  readonly random: () => number;
  readonly newId: () => string;
  readonly newToken: () => string;
  readonly limits: TaskLimits;
}

interface Event {
  readonly kind: 'enqueued' | 'completed' | 'failed';
  readonly atMs: number;
}

interface Memory {
  readonly options: ModelOptions;
  /** In the order they were added; a forgotten one leaves a hole, so that cursors stay valid. */
  readonly tasks: (Task | null)[];
  readonly events: Event[];
  readonly listeners: Set<() => void>;
  closed: boolean;
}

const RATE_SECONDS = 60;

const waiting = (task: Task | null): task is Task => task?.status === 'queued' || task?.status === 'failed';
const finishedAtMs = (task: Task | null): number | null => (task && 'finishedAtMs' in task ? task.finishedAtMs : null);

/** Waiting tasks in the order they are to be started. */
const inOrder = (memory: Memory): readonly Task[] =>
  memory.tasks
    .filter(waiting)
    .map((task, index) => ({ task, index }))
    .sort(
      (a, b) =>
        priorityRank(b.task.priority) - priorityRank(a.task.priority) ||
        a.task.runAtMs - b.task.runAtMs ||
        a.index - b.index,
    )
    .map(({ task }) => task);

const indexOf = (memory: Memory, id: string): number => memory.tasks.findIndex((task) => task?.id === id);

const apply = (memory: Memory, id: string, command: TaskCommand): Decision | { readonly kind: 'unknown' } => {
  const index = indexOf(memory, id);
  const task = memory.tasks[index];
  if (!task) return { kind: 'unknown' };
  const decision = decide(task, command);
  if (decision.kind !== 'changed') return decision;
  memory.tasks[index] = decision.task;
  if (command.kind === 'complete') memory.events.push({ kind: 'completed', atMs: command.nowMs });
  if (command.kind === 'fail' || command.kind === 'expire') memory.events.push({ kind: 'failed', atMs: command.nowMs });
  for (const listener of memory.listeners) listener();
  return decision;
};

/** UTF-8 bytes of a value as JSON. */
const jsonBytes = (value: unknown): number => {
  const text = JSON.stringify(value);
  if (text === undefined) throw taskError('TASKS_NOT_JSON', `expected a JSON value, found ${typeof value}`);
  return encodeURIComponent(text).replace(/%../g, '_').length;
};

const enqueue = (memory: Memory, input: NewTask): EnqueueOutcome => {
  const { limits, newId, now } = memory.options;
  const sizes = [
    ['payload', jsonBytes(input.payload), limits.payloadBytesMax],
    ['carrier', jsonBytes(input.carrier ?? {}), limits.carrierBytesMax],
  ] as const;
  for (const [what, bytes, bytesMax] of sizes)
    if (bytes > bytesMax) return { kind: 'too-large', what, bytes, bytesMax };
  const key = input.idempotencyKey ?? null;
  const same =
    key === null ? undefined : memory.tasks.find((task) => task?.type === input.type && task.idempotencyKey === key);
  if (same) return { kind: 'accepted', id: same.id, duplicate: true };
  const depth = memory.tasks.filter(waiting).length;
  if (depth >= limits.queueDepthMax) return { kind: 'full', depth, depthMax: limits.queueDepthMax };
  const id = newId();
  memory.tasks.push(newTask(input, id, now(), limits.attemptsMax));
  memory.events.push({ kind: 'enqueued', atMs: now() });
  for (const listener of memory.listeners) listener();
  return { kind: 'accepted', id, duplicate: false };
};

const claim = (memory: Memory, types: readonly string[], slots: number, leaseMs: number): readonly Claim[] => {
  const nowMs = memory.options.now();
  for (const task of memory.tasks) if (task) apply(memory, task.id, { kind: 'expire', nowMs });
  const token = memory.options.newToken();
  return inOrder(memory)
    .filter((task) => types.includes(task.type) && task.runAtMs <= nowMs)
    .slice(0, Math.min(slots, memory.options.limits.claimTasksMax))
    .flatMap((task): readonly Claim[] => {
      const decision = apply(memory, task.id, { kind: 'claim', nowMs, token, leaseMs });
      if (decision.kind !== 'changed' || decision.task.status !== 'running') return [];
      return [{ lease: { taskId: task.id, token, attempt: decision.task.attempts }, task: decision.task }];
    });
};

const forget = (memory: Memory): number => {
  const { limits, now } = memory.options;
  const kept = memory.tasks
    .map((task, index) => ({ index, atMs: finishedAtMs(task) }))
    .filter((entry): entry is { index: number; atMs: number } => entry.atMs !== null)
    .sort((a, b) => b.atMs - a.atMs || b.index - a.index);
  const gone = kept.filter(({ atMs }, rank) => rank >= limits.finishedTasksMax || atMs < now() - limits.finishedKeepMs);
  for (const { index } of gone) memory.tasks[index] = null;
  return gone.length;
};

const stats = (memory: Memory): TaskStats => {
  const nowMs = memory.options.now();
  const second = Math.floor(nowMs / 1000);
  const rate = (kind: Event['kind']): number =>
    memory.events.filter((e) => e.kind === kind && Math.floor(e.atMs / 1000) > second - RATE_SECONDS).length /
    RATE_SECONDS;
  const counts = new Map<string, TaskCount>();
  for (const task of memory.tasks) {
    if (!task) continue;
    const key = `${task.type} ${task.status}`;
    counts.set(key, { type: task.type, status: task.status, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const due = memory.tasks.filter(waiting).map((task) => nowMs - task.runAtMs);
  return {
    depth: due.length,
    oldestAgeMs: due.some((age) => age >= 0) ? Math.max(...due) : null,
    rates: { enqueued: rate('enqueued'), completed: rate('completed'), failed: rate('failed') },
    counts: [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count),
  };
};

const change = (memory: Memory, id: string, kind: 'cancel' | 'retry'): ChangeOutcome => {
  const decision = apply(memory, id, { kind, nowMs: memory.options.now() });
  if (decision.kind === 'lost') throw new Error(`expected ${kind} to need no lease`);
  return decision;
};

/** `changed` is `held`; a task that is no more is lost too. */
const held = (decision: Decision | { readonly kind: 'unknown' }): { kind: 'held' } | { kind: 'lost' } =>
  decision.kind === 'changed' ? { kind: 'held' } : { kind: 'lost' };

const failed = (memory: Memory, lease: Lease, { message, retryable }: Failure): FailOutcome => {
  const { limits, now, random } = memory.options;
  const delayMs = retryDelayMs(lease.attempt, limits, random);
  const error = message.slice(0, limits.errorCharsMax);
  const command = { kind: 'fail' as const, nowMs: now(), token: lease.token, error, retryable, delayMs };
  const decision = apply(memory, lease.taskId, command);
  if (decision.kind !== 'changed') return { kind: 'lost' };
  return decision.task.status === 'dead' ? { kind: 'dead' } : { kind: 'retry', runAtMs: decision.task.runAtMs };
};

/** A page and the numbers of the tasks on it, newest first. */
const page = (memory: Memory, matches: (task: Task) => boolean, before: number, limit: number): readonly number[] => {
  const found: number[] = [];
  for (let i = Math.min(before, memory.tasks.length) - 1; i >= 0 && found.length <= limit; i--) {
    const task = memory.tasks[i];
    if (task && matches(task)) found.push(i);
  }
  return found;
};

/**
 * A task store in memory, made of `decide` and of sorting: the simplest thing that keeps the contract, which real
 * stores are compared with. It outlives nothing; only tests use it.
 */
export const createTaskModel = (options: ModelOptions): TaskStore => {
  const memory: Memory = { options, tasks: [], events: [], listeners: new Set(), closed: false };
  const { limits, now } = options;
  const answer = async <T>(make: () => T): Promise<T> => {
    if (memory.closed) throw taskError('TASKS_CLOSED', 'the task store is closed');
    return make();
  };
  const report = (lease: Lease, command: TaskCommand): Decision | { readonly kind: 'unknown' } =>
    apply(memory, lease.taskId, command);
  return {
    enqueue: (task) => answer(() => enqueue(memory, task)),
    depth: () => answer(() => memory.tasks.filter(waiting).length),
    position: (id) =>
      answer(() =>
        Math.min(
          limits.positionMax,
          Math.max(
            0,
            inOrder(memory).findIndex((task) => task.id === id),
          ),
        ),
      ),
    claim: ({ types, slots, leaseMs }) => answer(() => claim(memory, types, slots, leaseMs)),
    heartbeat: (lease, { leaseMs, progress }) =>
      answer(() =>
        held(
          report(lease, { kind: 'heartbeat', nowMs: now(), token: lease.token, leaseMs, progress: progress ?? null }),
        ),
      ),
    complete: (lease, result) =>
      answer(() => {
        const bytes = jsonBytes(result);
        if (bytes > limits.resultBytesMax) return { kind: 'too-large', bytes, bytesMax: limits.resultBytesMax };
        return held(report(lease, { kind: 'complete', nowMs: now(), token: lease.token, result }));
      }),
    fail: (lease, failure) => answer(() => failed(memory, lease, failure)),
    release: (lease) => answer(() => held(report(lease, { kind: 'release', nowMs: now(), token: lease.token }))),
    cancel: (id) => answer(() => change(memory, id, 'cancel')),
    retry: (id) => answer(() => change(memory, id, 'retry')),
    status: (id) => answer(() => memory.tasks[indexOf(memory, id)] ?? null),
    list: ({ status, type, cursor, limit }) =>
      answer(() => {
        const size = Math.min(limit, limits.pageTasksMax);
        const matches = (task: Task): boolean =>
          (status === undefined || task.status === status) && (type === undefined || task.type === type);
        const before = /^\d{1,15}$/.test(cursor ?? '') ? Number(cursor) - 1 : memory.tasks.length;
        const found = page(memory, matches, before, size);
        const last = found[size - 1];
        return {
          tasks: found.slice(0, size).flatMap((i) => memory.tasks[i] ?? []),
          nextCursor: found.length > size && last !== undefined ? String(last + 1) : null,
        };
      }),
    stats: () => answer(() => stats(memory)),
    forget: () => answer(() => forget(memory)),
    onWork: (listener) => {
      memory.listeners.add(listener);
      return () => void memory.listeners.delete(listener);
    },
    close: async () => {
      memory.closed = true;
    },
  };
};
