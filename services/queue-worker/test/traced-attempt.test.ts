import { carrierOf, inSpan } from '@clearspan/instrumentation';
import { type CapturedTelemetry, captureTelemetry } from '@clearspan/instrumentation/capture';
import type { Claim, RunningTask } from '@clearspan/tasks';
import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { tracedAttempt } from '../src/traced-attempt.ts';

let telemetry: CapturedTelemetry;
beforeEach(() => {
  telemetry = captureTelemetry();
});
afterEach(() => telemetry.stop());

const claimOf = (carrier: RunningTask['carrier']): Claim => ({
  lease: { taskId: 't1', token: 'x', attempt: 2 },
  task: {
    status: 'running',
    id: 't1',
    type: 'process_query',
    payload: null,
    priority: 'normal',
    idempotencyKey: null,
    carrier,
    attempts: 2,
    attemptsMax: 8,
    enqueuedAtMs: 1_000,
    runAtMs: 1_000,
    token: 'x',
    leaseUntilMs: 9_000,
    startedAtMs: 1_250,
    progress: null,
  },
});

test('the consumer span is a child of the producer span, and linked to it', async () => {
  const carrier = inSpan('queue_service.add_to_queue', { kind: SpanKind.PRODUCER }, () => carrierOf());
  await tracedAttempt(claimOf(carrier), async () => ({ kind: 'completed' }));
  const [producer, consumer] = telemetry.spans();
  expect([consumer?.name, consumer?.kind]).toEqual(['queue_service.process_background_message', SpanKind.CONSUMER]);
  expect(consumer?.spanContext().traceId).toBe(producer?.spanContext().traceId);
  expect(consumer?.parentSpanContext?.spanId).toBe(producer?.spanContext().spanId);
  expect(consumer?.links.map(({ context }) => context.spanId)).toEqual([producer?.spanContext().spanId]);
  expect(consumer?.attributes).toMatchObject({
    'message.id': 't1',
    'messaging.message.id': 't1',
    'messaging.operation.type': 'process',
    'task.attempt': 2,
    'task.wait_ms': 250,
    'task.outcome': 'completed',
  });
});

test('a failed attempt is in error, with its message', async () => {
  await tracedAttempt(claimOf({}), async () => ({ kind: 'retry', message: 'no route', runAtMs: 1 }));
  const [span] = telemetry.spans();
  expect(span?.status).toEqual({ code: SpanStatusCode.ERROR, message: 'no route' });
  expect([span?.links, span?.parentSpanContext]).toEqual([[], undefined]);
});
