import type { Carrier } from './carrier.ts';
import type { TaskPriority } from './priority.ts';

/** What every task has, whatever its state. Times are milliseconds since the Unix epoch. */
export interface TaskHead {
  readonly id: string;
  readonly type: string;
  /** A JSON value. */
  readonly payload: unknown;
  readonly priority: TaskPriority;
  readonly idempotencyKey: string | null;
  readonly carrier: Carrier;
  /** Attempts begun. Counted when a worker claims, so that a crash costs one. */
  readonly attempts: number;
  readonly attemptsMax: number;
  readonly enqueuedAtMs: number;
  /** Not to be started before this. */
  readonly runAtMs: number;
}

export interface QueuedTask extends TaskHead {
  readonly status: 'queued';
}
/** A worker holds it until `leaseUntilMs`; only who knows `token` may report on it. */
export interface RunningTask extends TaskHead {
  readonly status: 'running';
  readonly token: string;
  readonly leaseUntilMs: number;
  readonly startedAtMs: number;
  /** 0 to 1 as the worker last said; null when it has said nothing. */
  readonly progress: number | null;
}
/** The last attempt failed; another one is made at `runAtMs`. */
export interface FailedTask extends TaskHead {
  readonly status: 'failed';
  readonly startedAtMs: number;
  readonly error: string;
}
export interface CompletedTask extends TaskHead {
  readonly status: 'completed';
  readonly startedAtMs: number;
  readonly finishedAtMs: number;
  /** A JSON value. */
  readonly result: unknown;
}
/** No more attempts, unless someone asks for a retry. */
export interface DeadTask extends TaskHead {
  readonly status: 'dead';
  readonly startedAtMs: number;
  readonly finishedAtMs: number;
  readonly error: string;
}
export interface CancelledTask extends TaskHead {
  readonly status: 'cancelled';
  /** Null when no attempt had begun. */
  readonly startedAtMs: number | null;
  readonly finishedAtMs: number;
}

/** A task in one of its states. */
export type Task = QueuedTask | RunningTask | FailedTask | CompletedTask | DeadTask | CancelledTask;

/** Every state a task can be in. */
export const TASK_STATUSES = ['queued', 'failed', 'running', 'completed', 'dead', 'cancelled'] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];
