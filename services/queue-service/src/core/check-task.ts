import { TASK_PAYLOADS, type TaskType } from '@clearspan/contracts';

export type TaskCheck =
  | { readonly kind: 'fine' }
  | { readonly kind: 'unknown-type'; readonly known: readonly string[] }
  | { readonly kind: 'wrong-payload'; readonly errors: readonly { readonly path: string; readonly message: string }[] };

const isTaskType = (type: string): type is TaskType => Object.hasOwn(TASK_PAYLOADS, type);

/** Whether there is a worker for such a task, and its payload is what the worker expects. */
export const checkTask = (type: string, payload: unknown): TaskCheck => {
  if (!isTaskType(type)) return { kind: 'unknown-type', known: Object.keys(TASK_PAYLOADS) };
  const parsed = TASK_PAYLOADS[type].safeParse(payload);
  if (parsed.success) return { kind: 'fine' };
  const errors = parsed.error.issues.map(({ path, message }) => ({
    path: ['body', 'payload', ...path].join('.'),
    message,
  }));
  return { kind: 'wrong-payload', errors };
};
