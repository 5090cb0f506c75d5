import { decide, newTask, type Task, type TaskCommand } from '@clearspan/tasks';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const token = fc.constantFrom('a', 'b');
const nowMs = fc.integer({ min: 0, max: 100 });
const leaseMs = fc.integer({ min: 1, max: 20 });
const command: fc.Arbitrary<TaskCommand> = fc.oneof(
  fc.record({ kind: fc.constant('claim' as const), nowMs, token, leaseMs }),
  fc.record({ kind: fc.constant('heartbeat' as const), nowMs, token, leaseMs, progress: fc.constantFrom(null, 0.5) }),
  fc.record({ kind: fc.constant('complete' as const), nowMs, token, result: fc.constant('done') }),
  fc.record({
    kind: fc.constant('fail' as const),
    nowMs,
    token,
    error: fc.constant('no'),
    retryable: fc.boolean(),
    delayMs: fc.integer({ min: 0, max: 10 }),
  }),
  fc.record({ kind: fc.constant('release' as const), nowMs, token }),
  fc.record({ kind: fc.constant('expire' as const), nowMs }),
  fc.record({ kind: fc.constant('cancel' as const), nowMs }),
  fc.record({ kind: fc.constant('retry' as const), nowMs }),
);

const lives = (visit: (before: Task, command: TaskCommand, after: ReturnType<typeof decide>) => void): void =>
  fc.assert(
    fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
      let task = newTask({ type: 'report', payload: 1 }, 'id', 0, 3);
      for (const one of commands) {
        const decision = decide(task, one);
        visit(task, one, decision);
        if (decision.kind === 'changed') task = decision.task;
      }
    }),
    { numRuns: 500 },
  );

test('attempts never pass the maximum and never go below nought', () => {
  lives((_, __, after) => {
    if (after.kind !== 'changed') return;
    expect(after.task.attempts).toBeGreaterThanOrEqual(0);
    expect(after.task.attempts).toBeLessThanOrEqual(after.task.attemptsMax);
  });
});

test('only the holder of the present token reports on a running task', () => {
  lives((before, sent, after) => {
    if (!('token' in sent) || sent.kind === 'claim') return;
    const holds = before.status === 'running' && before.token === sent.token;
    expect(after.kind).toBe(holds ? 'changed' : 'lost');
  });
});

test('a finished task changes only when someone asks for a retry', () => {
  lives((before, sent, after) => {
    if (before.status !== 'completed' && before.status !== 'dead' && before.status !== 'cancelled') return;
    expect(after.kind === 'changed').toBe(sent.kind === 'retry' && before.status !== 'completed');
  });
});

test('who the task is for never changes', () => {
  lives((before, _, after) => {
    if (after.kind !== 'changed') return;
    const { id, type, payload, priority, carrier, enqueuedAtMs } = after.task;
    expect({ id, type, payload, priority, carrier, enqueuedAtMs }).toEqual({
      id: before.id,
      type: before.type,
      payload: before.payload,
      priority: before.priority,
      carrier: before.carrier,
      enqueuedAtMs: before.enqueuedAtMs,
    });
  });
});
