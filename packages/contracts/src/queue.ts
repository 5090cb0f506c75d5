import { z } from 'zod';

/** The states of a task; `failed` waits for its next attempt, `dead` has none left. */
export const taskStatus = z.enum(['queued', 'running', 'completed', 'failed', 'dead', 'cancelled']);
export type TaskStatus = z.infer<typeof taskStatus>;

/** A task of a higher priority is started before any task of a lower one. */
export const taskPriority = z.enum(['low', 'normal', 'high', 'critical']);

/** `POST /enqueue`. `run_at` is RFC 3339. */
export const enqueueRequest = z.object({
  type: z.string().regex(/^[a-z][a-z0-9_.-]{0,63}$/, 'expected a name such as process_query'),
  payload: z.record(z.string(), z.unknown()),
  idempotency_key: z.string().min(1).max(200).optional(),
  priority: taskPriority.optional(),
  run_at: z.iso.datetime({ offset: true }).optional(),
});
export type EnqueueRequest = z.infer<typeof enqueueRequest>;

/** `POST /enqueue`, 202: the task survives what happens to the queue from here on. */
export const enqueueResponse = z.object({
  message_id: z.string(),
  /** Tasks that will be started before this one. */
  queue_position: z.number(),
  /** True when a task with this idempotency key was there already; its id is given. */
  duplicate: z.boolean(),
});
export type EnqueueResponse = z.infer<typeof enqueueResponse>;

/** `GET /status/:id`. Times are ISO 8601. */
export const taskView = z.object({
  message_id: z.string(),
  type: z.string(),
  /** `failed`: the last attempt failed and another one will be made. `dead`: no more attempts. */
  status: taskStatus,
  attempts: z.number(),
  attempts_max: z.number(),
  progress: z.number().nullable(),
  result: z.unknown().optional(),
  error: z.string().optional(),
  enqueued_at: z.string(),
  run_at: z.string(),
  started_at: z.string().optional(),
  finished_at: z.string().optional(),
});
export type TaskView = z.infer<typeof taskView>;

/** `GET /tasks?state&type&cursor&limit`. */
export const taskPage = z.object({ tasks: z.array(taskView), next_cursor: z.string().nullable() });
export type TaskPage = z.infer<typeof taskPage>;

/** `GET /stats`. Rates are tasks a second over the last minute. */
export const queueStats = z.object({
  depth: z.number(),
  oldest_age_s: z.number().nullable(),
  rates: z.object({ enqueued: z.number(), completed: z.number(), failed: z.number() }),
  by_state: z.record(z.string(), z.number()),
  by_type: z.array(z.object({ type: z.string(), state: taskStatus, count: z.number() })),
});
export type QueueStats = z.infer<typeof queueStats>;

/** Payload of the task type `process_query`: what the pipeline hands on after it has answered. */
export const PROCESS_QUERY_TASK = 'process_query';
export const processQueryPayload = z.object({
  user_input: z.string(),
  query: z.string(),
  intent: z.string(),
  intent_confidence: z.number(),
  validation: z.object({ is_valid: z.boolean(), syntax_score: z.number(), complexity_score: z.number() }),
  /** What the run was measured to be; null when the query was not run. */
  execution: z
    .object({
      row_count: z.number(),
      scanned_rows: z.number(),
      scanned_bytes: z.number(),
      execution_time_ms: z.number(),
      truncated: z.boolean(),
      columns: z.array(z.object({ name: z.string(), path: z.array(z.string()), type: z.string() })),
      /** The first rows, at most 50. */
      sample: z.array(z.record(z.string(), z.unknown())),
    })
    .nullable(),
  trace_id: z.string(),
});
export type ProcessQueryPayload = z.infer<typeof processQueryPayload>;

/** Every type of task and what its payload must be: the queue refuses others, the worker has a handler for each. */
export const TASK_PAYLOADS = { [PROCESS_QUERY_TASK]: processQueryPayload } as const;
export type TaskType = keyof typeof TASK_PAYLOADS;
