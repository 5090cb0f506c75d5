import type { NewTask } from './store.ts';
import type { Task, TaskHead, TaskStatus } from './task.ts';
import { unreachable } from './unreachable.ts';

/** Everything that can happen to a task after it was added. `nowMs` is the store's clock. */
export type TaskCommand =
  | { readonly kind: 'claim'; readonly nowMs: number; readonly token: string; readonly leaseMs: number }
  | {
      readonly kind: 'heartbeat';
      readonly nowMs: number;
      readonly token: string;
      readonly leaseMs: number;
      /** Null leaves it as it is. */
      readonly progress: number | null;
    }
  | { readonly kind: 'complete'; readonly nowMs: number; readonly token: string; readonly result: unknown }
  | {
      readonly kind: 'fail';
      readonly nowMs: number;
      readonly token: string;
      readonly error: string;
      readonly retryable: boolean;
      /** How long to wait before the next attempt, if there is one. */
      readonly delayMs: number;
    }
  | { readonly kind: 'release'; readonly nowMs: number; readonly token: string }
  | { readonly kind: 'expire'; readonly nowMs: number }
  | { readonly kind: 'cancel'; readonly nowMs: number }
  | { readonly kind: 'retry'; readonly nowMs: number };

export type Decision =
  | { readonly kind: 'changed'; readonly task: Task }
  /** The token is not that of the present lease. */
  | { readonly kind: 'lost' }
  | { readonly kind: 'refused'; readonly status: TaskStatus };

/** Said of an attempt whose worker was not heard of again. */
export const LEASE_EXPIRED_MESSAGE = 'the worker stopped before the task was finished: its lease expired';

/** The task as it is when it was just added. */
export const newTask = (input: NewTask, id: string, nowMs: number, attemptsMax: number): Task => ({
  status: 'queued',
  id,
  type: input.type,
  payload: input.payload,
  priority: input.priority ?? 'normal',
  idempotencyKey: input.idempotencyKey ?? null,
  carrier: input.carrier ?? {},
  attempts: 0,
  attemptsMax: input.attemptsMax ?? attemptsMax,
  enqueuedAtMs: nowMs,
  runAtMs: input.runAtMs ?? nowMs,
});

const headOf = (task: Task): TaskHead => ({
  id: task.id,
  type: task.type,
  payload: task.payload,
  priority: task.priority,
  idempotencyKey: task.idempotencyKey,
  carrier: task.carrier,
  attempts: task.attempts,
  attemptsMax: task.attemptsMax,
  enqueuedAtMs: task.enqueuedAtMs,
  runAtMs: task.runAtMs,
});

const changed = (task: Task): Decision => ({ kind: 'changed', task });
const refused = (task: Task): Decision => ({ kind: 'refused', status: task.status });

/**
 * The whole life of a task as one pure step. It is the reference: stores do the same in their own language and are
 * compared with it.
 */
export const decide = (task: Task, command: TaskCommand): Decision => {
  switch (command.kind) {
    case 'claim':
      return claimed(task, command);
    case 'heartbeat':
    case 'complete':
    case 'fail':
    case 'release':
      return task.status === 'running' && task.token === command.token ? reported(task, command) : { kind: 'lost' };
    case 'expire':
      return expired(task, command.nowMs);
    case 'cancel':
      return cancelled(task, command.nowMs);
    case 'retry':
      return retried(task, command.nowMs);
    default:
      return unreachable(command);
  }
};

type Running = Extract<Task, { status: 'running' }>;
type CommandOf<K extends TaskCommand['kind']> = Extract<TaskCommand, { kind: K }>;

const claimed = (task: Task, command: CommandOf<'claim'>): Decision => {
  if ((task.status !== 'queued' && task.status !== 'failed') || task.runAtMs > command.nowMs) return refused(task);
  return changed({
    ...headOf(task),
    status: 'running',
    attempts: task.attempts + 1,
    token: command.token,
    leaseUntilMs: command.nowMs + command.leaseMs,
    startedAtMs: command.nowMs,
    progress: null,
  });
};

const reported = (task: Running, command: CommandOf<'heartbeat' | 'complete' | 'fail' | 'release'>): Decision => {
  switch (command.kind) {
    case 'heartbeat':
      return changed({
        ...task,
        leaseUntilMs: command.nowMs + command.leaseMs,
        progress: command.progress ?? task.progress,
      });
    case 'complete':
      return changed({
        ...headOf(task),
        status: 'completed',
        startedAtMs: task.startedAtMs,
        finishedAtMs: command.nowMs,
        result: command.result,
      });
    case 'fail':
      return changed(afterFailure(task, command));
    case 'release':
      return changed({ ...headOf(task), status: 'queued', attempts: task.attempts - 1, runAtMs: command.nowMs });
    default:
      return unreachable(command);
  }
};

interface FailedAttempt {
  readonly nowMs: number;
  readonly error: string;
  readonly retryable: boolean;
  readonly delayMs: number;
}

const afterFailure = (task: Running, { nowMs, error, retryable, delayMs }: FailedAttempt): Task =>
  retryable && task.attempts < task.attemptsMax
    ? { ...headOf(task), status: 'failed', runAtMs: nowMs + delayMs, startedAtMs: task.startedAtMs, error }
    : { ...headOf(task), status: 'dead', startedAtMs: task.startedAtMs, finishedAtMs: nowMs, error };

const expired = (task: Task, nowMs: number): Decision =>
  task.status === 'running' && task.leaseUntilMs <= nowMs
    ? changed(afterFailure(task, { nowMs, error: LEASE_EXPIRED_MESSAGE, retryable: true, delayMs: 0 }))
    : refused(task);

const cancelled = (task: Task, nowMs: number): Decision => {
  switch (task.status) {
    case 'queued':
      return changed({ ...headOf(task), status: 'cancelled', startedAtMs: null, finishedAtMs: nowMs });
    case 'failed':
    case 'running':
      return changed({ ...headOf(task), status: 'cancelled', startedAtMs: task.startedAtMs, finishedAtMs: nowMs });
    case 'completed':
    case 'dead':
    case 'cancelled':
      return refused(task);
    default:
      return unreachable(task);
  }
};

const retried = (task: Task, nowMs: number): Decision => {
  switch (task.status) {
    case 'failed':
    case 'dead':
    case 'cancelled':
      return changed({ ...headOf(task), status: 'queued', attempts: 0, runAtMs: nowMs });
    case 'queued':
    case 'running':
    case 'completed':
      return refused(task);
    default:
      return unreachable(task);
  }
};
