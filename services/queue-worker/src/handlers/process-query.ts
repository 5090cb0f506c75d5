import { processQueryPayload, processResponse } from '@clearspan/contracts';
import type { MeshClient } from '@clearspan/mesh';
import type { HandlerOutcome, TaskHandler } from '../core/handler.ts';

const DEADLINE_MS = 20_000;
const REQUEST_TIMEOUT = 408;
const TOO_MANY_REQUESTS = 429;

/** A 4xx says that the task itself is wrong: it would be as wrong at the next attempt. */
const mayPass = (status: number | undefined): boolean =>
  status === undefined || status >= 500 || status === REQUEST_TIMEOUT || status === TOO_MANY_REQUESTS;

const failed = (message: string, retryable: boolean): HandlerOutcome => ({ kind: 'failed', message, retryable });

/**
 * Has the processing service look at one answered question. The id of the task goes with it, and what is found is
 * stored under that id: an attempt that is repeated replaces what the one before it stored.
 */
export const processQuery =
  (mesh: MeshClient): TaskHandler =>
  async ({ task, signal }) => {
    const payload = processQueryPayload.safeParse(task.payload);
    if (!payload.success) return failed(`expected the payload of ${task.type}: ${payload.error.message}`, false);
    const answer = await mesh.call({
      service: 'processing-service',
      method: 'POST',
      path: '/process',
      body: { task_id: task.id, payload: payload.data },
      deadlineMs: DEADLINE_MS,
      idempotent: true,
      signal,
    });
    if (!answer.ok) {
      const { code, message, status } = answer.error;
      return failed(`processing-service: ${code}: ${message}`, mayPass(status));
    }
    const found = processResponse.safeParse(answer.data);
    if (!found.success) return failed('processing-service answered in an unknown shape', true);
    const { record_id, complexity, insights } = found.data;
    return { kind: 'done', result: { record_id, complexity_level: complexity.level, insights: insights.length } };
  };
