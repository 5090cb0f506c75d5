import type { Sums } from './statements.ts';

/** What one transaction did, for the rates and for waking who waits for work. */
export interface Tally {
  reset(): void;
  enqueued(): void;
  completed(): void;
  failed(attempts: number): void;
  /** There is something to claim that was not there before. */
  work(): void;
  sums(): Sums;
  hasWork(): boolean;
}

export const createTally = (): Tally => {
  let sums = { enqueued: 0, completed: 0, failed: 0 };
  let work = false;
  return {
    reset: () => {
      sums = { enqueued: 0, completed: 0, failed: 0 };
      work = false;
    },
    enqueued: () => {
      sums.enqueued += 1;
      work = true;
    },
    completed: () => {
      sums.completed += 1;
    },
    failed: (attempts) => {
      sums.failed += attempts;
    },
    work: () => {
      work = true;
    },
    sums: () => sums,
    hasWork: () => work,
  };
};
