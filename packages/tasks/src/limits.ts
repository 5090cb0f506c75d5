import type { RetryLimits } from './retry-delay.ts';

/** What bounds a task store. Each name ends in its unit. */
export interface TaskLimits extends RetryLimits {
  /** Attempts a task gets before it is dead, unless it asks for another number. */
  readonly attemptsMax: number;
  /** Tasks waiting (queued or failed) at most; more are refused, none is dropped. */
  readonly queueDepthMax: number;
  readonly payloadBytesMax: number;
  readonly resultBytesMax: number;
  readonly carrierBytesMax: number;
  /** A longer error text is cut. */
  readonly errorCharsMax: number;
  readonly claimTasksMax: number;
  readonly pageTasksMax: number;
  /** A position beyond this is given as this: counting further would cost more than the figure is worth. */
  readonly positionMax: number;
  /** Finished tasks (completed, dead, cancelled) are forgotten after this time … */
  readonly finishedKeepMs: number;
  /** … or when there are more than this, oldest first. */
  readonly finishedTasksMax: number;
}

/** For one machine. */
export const DEFAULT_TASK_LIMITS: TaskLimits = {
  attemptsMax: 8,
  retryBaseMs: 1_000,
  retryCapMs: 60_000,
  queueDepthMax: 100_000,
  payloadBytesMax: 262_144,
  resultBytesMax: 65_536,
  carrierBytesMax: 8_192,
  errorCharsMax: 2_000,
  claimTasksMax: 1_000,
  pageTasksMax: 200,
  positionMax: 10_000,
  finishedKeepMs: 7 * 24 * 3_600_000,
  finishedTasksMax: 100_000,
};
