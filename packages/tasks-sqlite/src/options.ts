import type { TaskLimits } from '@clearspan/tasks';
import type { Durability } from './database.ts';
import type { TurnLimits } from './turns.ts';

export interface SqliteTaskOptions {
  /** Path of the task file; its folder is made when it is missing. Several processes may open it at once. */
  readonly file: string;
  /** `process` when not said. */
  readonly durability?: Durability;
  readonly limits?: Partial<TaskLimits & TurnLimits>;
  /** Milliseconds since the Unix epoch. The system's clock when not said. */
  readonly now?: () => number;
  /** Numbers in [0, 1) for the jitter of retries. */
  readonly random?: () => number;
  /** A new id for each task; random UUIDs when not said. */
  readonly newId?: () => string;
}

export const DEFAULT_TURN_LIMITS: TurnLimits = { turnOperationsMax: 2_000, pendingOperationsMax: 200_000 };
