import { type ChangeOutcome, type EnqueueOutcome, type NewTask, priorityRank, type TaskStore } from '@clearspan/tasks';
import type { Context } from './context.ts';
import { toJson } from './json.ts';
import { stateName, type TaskRow, taskOf } from './row.ts';

interface Encoded {
  readonly task: NewTask;
  readonly payload: string;
  readonly carrier: string;
}

const encode = (context: Context, task: NewTask): Encoded | Extract<EnqueueOutcome, { kind: 'too-large' }> => {
  const { payloadBytesMax, carrierBytesMax } = context.limits;
  const payload = toJson(task.payload);
  if (payload.bytes > payloadBytesMax)
    return { kind: 'too-large', what: 'payload', bytes: payload.bytes, bytesMax: payloadBytesMax };
  const carrier = toJson(task.carrier ?? {});
  if (carrier.bytes > carrierBytesMax)
    return { kind: 'too-large', what: 'carrier', bytes: carrier.bytes, bytesMax: carrierBytesMax };
  return { task, payload: payload.text, carrier: carrier.text };
};

const insert = (context: Context, { task, payload, carrier }: Encoded): EnqueueOutcome => {
  const { statements, depth, limits, tally } = context;
  const key = task.idempotencyKey ?? null;
  const same = key === null ? null : statements.findKey({ type: task.type, key });
  if (same) return { kind: 'accepted', id: same.id, duplicate: true };
  const now = context.now();
  const waiting = depth.depth(now);
  if (waiting >= limits.queueDepthMax) return { kind: 'full', depth: waiting, depthMax: limits.queueDepthMax };
  const id = context.newId();
  statements.enqueue({
    id,
    type: task.type,
    key,
    priority: priorityRank(task.priority ?? 'normal'),
    runAt: task.runAtMs ?? now,
    attemptsMax: task.attemptsMax ?? limits.attemptsMax,
    now,
    carrier,
    payload,
  });
  depth.added();
  tally.enqueued();
  return { kind: 'accepted', id, duplicate: false };
};

const change = (context: Context, id: string, changed: TaskRow | null): ChangeOutcome => {
  if (changed) return { kind: 'changed', task: taskOf(changed) };
  const present = context.statements.status({ id });
  return present ? { kind: 'refused', status: stateName(present.state) } : { kind: 'unknown' };
};

/** What anyone may ask for: add, cancel, retry. */
export const changeOperations = (context: Context): Pick<TaskStore, 'enqueue' | 'cancel' | 'retry'> => ({
  enqueue: async (task) => {
    const encoded = encode(context, task);
    return 'kind' in encoded ? encoded : context.turns.submit('change', () => insert(context, encoded));
  },
  cancel: (id) =>
    context.turns.submit('change', () => change(context, id, context.statements.cancel({ id, now: context.now() }))),
  retry: (id) =>
    context.turns.submit('change', () => {
      context.tally.work();
      return change(context, id, context.statements.retry({ id, now: context.now() }));
    }),
});
