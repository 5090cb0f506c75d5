/** Failures of a store itself, as opposed to answers a caller chooses upon. */
export type TaskErrorCode =
  /** The store was closed. */
  | 'TASKS_CLOSED'
  /** More is waiting to be written than the store keeps in memory; nothing of this call was done. */
  | 'TASKS_OVERLOADED'
  /** The payload or result is not a JSON value. */
  | 'TASKS_NOT_JSON'
  /** The engine failed; `cause` says how. Nothing of this call was done. */
  | 'TASKS_STORE_FAILED';

export interface TaskError extends Error {
  readonly code: TaskErrorCode;
}

/** A failure of the store, to be thrown by its adapters. */
export const taskError = (code: TaskErrorCode, message: string, cause?: unknown): TaskError =>
  Object.assign(new Error(message, cause === undefined ? undefined : { cause }), { code });

const CODES: ReadonlySet<string> = new Set<TaskErrorCode>([
  'TASKS_CLOSED',
  'TASKS_OVERLOADED',
  'TASKS_NOT_JSON',
  'TASKS_STORE_FAILED',
]);

/** The code of a store's error; null for anything else. */
export const taskErrorCode = (error: unknown): TaskErrorCode | null => {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' && CODES.has(code) ? (code as TaskErrorCode) : null;
};
