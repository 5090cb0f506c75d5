import type { EnqueueRequest, EnqueueResponse } from '@clearspan/contracts';
import type { Carrier, EnqueueOutcome, TaskStore } from '@clearspan/tasks';

export type AddOutcome =
  | { readonly kind: 'added'; readonly response: EnqueueResponse; readonly depth: number }
  | Exclude<EnqueueOutcome, { kind: 'accepted' }>;

/** Adds a checked task; where it then stands, and how many wait with it. */
export const addTask = async (store: TaskStore, request: EnqueueRequest, carrier: Carrier): Promise<AddOutcome> => {
  const { type, payload, idempotency_key, priority, run_at } = request;
  const outcome = await store.enqueue({
    type,
    payload,
    carrier,
    ...(idempotency_key === undefined ? {} : { idempotencyKey: idempotency_key }),
    ...(priority === undefined ? {} : { priority }),
    ...(run_at === undefined ? {} : { runAtMs: Date.parse(run_at) }),
  });
  if (outcome.kind !== 'accepted') return outcome;
  const [position, depth] = await Promise.all([store.position(outcome.id), store.depth()]);
  return {
    kind: 'added',
    response: { message_id: outcome.id, queue_position: position, duplicate: outcome.duplicate },
    depth,
  };
};
