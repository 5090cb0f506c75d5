import type { Carrier } from './carrier.ts';
import type { TaskPriority } from './priority.ts';
import type { RunningTask, Task, TaskStatus } from './task.ts';

export interface NewTask {
  readonly type: string;
  /** A JSON value. */
  readonly payload: unknown;
  /** Two tasks of one type with one key are one task, for as long as the first is remembered. */
  readonly idempotencyKey?: string;
  /** `normal` when not said. */
  readonly priority?: TaskPriority;
  /** Not before this; as soon as possible when not said. */
  readonly runAtMs?: number;
  readonly attemptsMax?: number;
  readonly carrier?: Carrier;
}

export type EnqueueOutcome =
  /** `duplicate`: a task with this idempotency key was there; `id` is its id and nothing was added. */
  | { readonly kind: 'accepted'; readonly id: string; readonly duplicate: boolean }
  | { readonly kind: 'full'; readonly depth: number; readonly depthMax: number }
  | {
      readonly kind: 'too-large';
      readonly what: 'payload' | 'carrier';
      readonly bytes: number;
      readonly bytesMax: number;
    };

/** The right to report on one attempt of one task. */
export interface Lease {
  readonly taskId: string;
  /** Differs with each claim: the fence that keeps out a worker whose lease has passed to another. */
  readonly token: string;
  /** 1 for the first. */
  readonly attempt: number;
}

export interface Claim {
  readonly lease: Lease;
  readonly task: RunningTask;
}

export interface ClaimRequest {
  /** Only tasks of these types are given out. */
  readonly types: readonly string[];
  /** Tasks at most. */
  readonly slots: number;
  readonly leaseMs: number;
}

/** `lost`: the lease has passed on (expired and reclaimed, or the task was cancelled); what was reported is discarded. */
export type LeaseOutcome = { readonly kind: 'held' } | { readonly kind: 'lost' };

export type FailOutcome =
  | { readonly kind: 'retry'; readonly runAtMs: number }
  | { readonly kind: 'dead' }
  | { readonly kind: 'lost' };

export type CompleteOutcome =
  | LeaseOutcome
  | { readonly kind: 'too-large'; readonly bytes: number; readonly bytesMax: number };

export interface Failure {
  readonly message: string;
  /** False when another attempt would fail in the same way: the task is dead at once. */
  readonly retryable: boolean;
}

export type ChangeOutcome =
  | { readonly kind: 'changed'; readonly task: Task }
  | { readonly kind: 'unknown' }
  /** The task is in a state from which this cannot be done. */
  | { readonly kind: 'refused'; readonly status: TaskStatus };

export interface TaskFilter {
  readonly status?: TaskStatus;
  readonly type?: string;
  readonly cursor?: string;
  readonly limit: number;
}

export interface TaskList {
  readonly tasks: readonly Task[];
  readonly nextCursor: string | null;
}

export interface TaskCount {
  readonly type: string;
  readonly status: TaskStatus;
  readonly count: number;
}

export interface TaskStats {
  /** Tasks waiting: queued or failed, due or not. */
  readonly depth: number;
  /** How long the task that has been due for longest has waited; null when none is due. */
  readonly oldestAgeMs: number | null;
  /** Events of the last full 60 seconds, per second. `failed` counts attempts, expired leases too. */
  readonly rates: { readonly enqueued: number; readonly completed: number; readonly failed: number };
  /** Only pairs of which there is at least one task, by type and status. */
  readonly counts: readonly TaskCount[];
}

/**
 * Where tasks are kept. Every promise that resolves after a change has been made MUST resolve only when the change
 * would survive the death of this process. A promise rejects only when the store itself fails (`taskErrorCode`);
 * what a caller must choose upon is a value. Several processes MAY use one store at once.
 */
export interface TaskStore {
  /** MUST refuse rather than drop. When not said, `runAtMs` is the store's own time, not the caller's. */
  enqueue(task: NewTask): Promise<EnqueueOutcome>;

  /** Tasks waiting: queued or failed, due or not. */
  depth(): Promise<number>;

  /** Tasks that would be started before this one, at most `positionMax`; 0 when it is not waiting. */
  position(id: string): Promise<number>;

  /**
   * Gives out due tasks: highest priority first, then by `runAtMs`, then in the order they were added. MUST first
   * take back what is held by expired leases: such a task is failed and due at once, or dead when its attempts are
   * used up. MUST count the attempt in the same step, and MUST never give one attempt to two callers. Empty when
   * nothing is due: it never waits.
   */
  claim(request: ClaimRequest): Promise<readonly Claim[]>;

  /** Prolongs the lease to `leaseMs` from now. A lease that has expired but was not taken back is prolonged too. */
  heartbeat(lease: Lease, report: { readonly leaseMs: number; readonly progress?: number }): Promise<LeaseOutcome>;

  /** `too-large` changes nothing: the lease is still held. */
  complete(lease: Lease, result: unknown): Promise<CompleteOutcome>;

  /** Schedules another attempt by `retryDelayMs`, or makes the task dead. */
  fail(lease: Lease, failure: Failure): Promise<FailOutcome>;

  /** Gives the task back unfinished and uncharged: the attempt is not counted, and it is due at once. */
  release(lease: Lease): Promise<LeaseOutcome>;

  /** A waiting or running task is not run again; a worker that holds it finds its lease lost. Finished: refused. */
  cancel(id: string): Promise<ChangeOutcome>;

  /** A failed, dead or cancelled task is queued anew, due at once, with no attempt counted. Others: refused. */
  retry(id: string): Promise<ChangeOutcome>;

  /** Null when there is none, or no more. */
  status(id: string): Promise<Task | null>;

  /** Newest first. A cursor stays valid while tasks are added and removed. A malformed cursor starts anew. */
  list(filter: TaskFilter): Promise<TaskList>;

  stats(): Promise<TaskStats>;

  /**
   * Forgets finished tasks that are older than `finishedKeepMs` or beyond `finishedTasksMax`, oldest first, with their
   * idempotency keys; resolves to how many. Stores MUST also do so on their own, now and then.
   */
  forget(): Promise<number>;

  /**
   * Calls `listener` when there may be something to claim: added here or by another process, or become due, or a lease
   * expired. MAY call it too often, MUST NOT forget; late by at most 100 ms for other processes. Returns an unsubscribe.
   */
  onWork(listener: () => void): () => void;

  /** Ends what was begun, then refuses everything. */
  close(): Promise<void>;
}
