export type { Carrier } from './carrier.ts';
export { type Decision, decide, LEASE_EXPIRED_MESSAGE, newTask, type TaskCommand } from './decide.ts';
export { DEFAULT_TASK_LIMITS, type TaskLimits } from './limits.ts';
export { PRIORITIES, priorityRank, type TaskPriority } from './priority.ts';
export { type RetryLimits, retryDelayMs } from './retry-delay.ts';
export type {
  ChangeOutcome,
  Claim,
  ClaimRequest,
  CompleteOutcome,
  EnqueueOutcome,
  FailOutcome,
  Failure,
  Lease,
  LeaseOutcome,
  NewTask,
  TaskCount,
  TaskFilter,
  TaskList,
  TaskStats,
  TaskStore,
} from './store.ts';
export {
  type CancelledTask,
  type CompletedTask,
  type DeadTask,
  type FailedTask,
  type QueuedTask,
  type RunningTask,
  TASK_STATUSES,
  type Task,
  type TaskHead,
  type TaskStatus,
} from './task.ts';
export { type TaskError, type TaskErrorCode, taskError, taskErrorCode } from './task-error.ts';
