import { PROCESS_QUERY_TASK, processQueryPayload } from '@clearspan/contracts';
import type { z } from 'zod';

/** Every type of task some worker runs, with what its payload must be. Others are refused: nobody would run them. */
const TASK_TYPES: ReadonlyMap<string, z.ZodType> = new Map([[PROCESS_QUERY_TASK, processQueryPayload]]);

export type TaskCheck =
  | { readonly kind: 'fine'; readonly payload: unknown }
  | { readonly kind: 'unknown-type'; readonly known: readonly string[] }
  | { readonly kind: 'wrong-payload'; readonly errors: readonly { readonly path: string; readonly message: string }[] };

/** Whether there is a worker for such a task, and its payload is what the worker expects. */
export const checkTask = (type: string, payload: unknown): TaskCheck => {
  const schema = TASK_TYPES.get(type);
  if (schema === undefined) return { kind: 'unknown-type', known: [...TASK_TYPES.keys()] };
  const parsed = schema.safeParse(payload);
  if (parsed.success) return { kind: 'fine', payload: parsed.data };
  const errors = parsed.error.issues.map(({ path, message }) => ({
    path: ['body', 'payload', ...path].join('.'),
    message,
  }));
  return { kind: 'wrong-payload', errors };
};
