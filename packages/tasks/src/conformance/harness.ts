import type { TaskLimits } from '../limits.ts';
import type { Claim, NewTask, TaskStore } from '../store.ts';

/** What an adapter's test gives to each case: a new, empty store with its clock, and how its test library compares. */
export interface ConformanceHarness {
  readonly store: TaskStore;
  /** The store's clock: cases set it. It stands still otherwise. */
  readonly clock: { nowMs: number };
  readonly limits: TaskLimits;
  /** Throws unless both are deeply equal. */
  readonly equal: (actual: unknown, expected: unknown, what: string) => void;
}

/** One clause of the contract of `TaskStore`. */
export interface ConformanceCase {
  readonly name: string;
  /** Limits the store is to be opened with; the rest are the defaults. */
  readonly limits?: Partial<TaskLimits>;
  readonly run: (harness: ConformanceHarness) => Promise<void>;
}

export const LEASE_MS = 10_000;

export const sample = (more: Partial<NewTask> = {}): NewTask => ({ type: 'report', payload: { page: 1 }, ...more });

/** Adds a task that must be accepted; its id. */
export const added = async (store: TaskStore, more: Partial<NewTask> = {}): Promise<string> => {
  const outcome = await store.enqueue(sample(more));
  if (outcome.kind !== 'accepted') throw new Error(`expected the task to be accepted, found ${outcome.kind}`);
  return outcome.id;
};

/** Claims the one task that must be due. */
export const claimedOne = async (store: TaskStore, types: readonly string[] = ['report']): Promise<Claim> => {
  const [claim] = await store.claim({ types, slots: 1, leaseMs: LEASE_MS });
  if (!claim) throw new Error('expected a task to be due, found none');
  return claim;
};

export const statusOf = async (store: TaskStore, id: string): Promise<string | null> =>
  (await store.status(id))?.status ?? null;
