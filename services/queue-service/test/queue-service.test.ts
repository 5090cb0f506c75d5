import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EnqueueResponse, ProblemDetails, QueueStats, TaskPage, TaskView } from '@clearspan/contracts';
import { type CapturedTelemetry, captureTelemetry } from '@clearspan/instrumentation/capture';
import type { RunningService } from '@clearspan/service-kit';
import { openSqliteTasks } from '@clearspan/tasks-sqlite';
import { SpanKind } from '@opentelemetry/api';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { configSchema } from '../src/config.ts';
import { startQueueService } from '../src/main.ts';

let folder = '';
let service: RunningService;
let telemetry: CapturedTelemetry;
const start = (): Promise<RunningService> =>
  startQueueService(configSchema.parse({ QUEUE_SERVICE_PORT: 0, CLEARSPAN_DATA: folder, LOG_LEVEL: 'silent' }));

beforeEach(async () => {
  telemetry = captureTelemetry();
  folder = mkdtempSync(join(tmpdir(), 'clearspan-queue-'));
  service = await start();
});
afterEach(async () => {
  await service.stop();
  await telemetry.stop();
  rmSync(folder, { recursive: true });
});

const call = async <T>(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; data: T }> => {
  const response = await fetch(`${service.url}${path}`, {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, data: (text.startsWith('{') ? JSON.parse(text) : text) as T };
};

const payload = {
  user_input: 'errors?',
  query: 'source logs',
  intent: 'list',
  intent_confidence: 0.9,
  validation: { is_valid: true, syntax_score: 1, complexity_score: 5 },
  execution: null,
  trace_id: 'a'.repeat(32),
};
const task = { type: 'process_query', payload };
const add = async (more: object = {}): Promise<EnqueueResponse> =>
  (await call<EnqueueResponse>('POST', '/enqueue', { ...task, ...more })).data;
const problem = async (method: string, path: string, body?: unknown): Promise<ProblemDetails> =>
  (await call<ProblemDetails>(method, path, body)).data;

describe('adding', () => {
  test('answers 202 with the id and where the task stands', async () => {
    const first = await call<EnqueueResponse>('POST', '/enqueue', task);
    expect([first.status, first.data]).toEqual([
      202,
      { message_id: expect.any(String), queue_position: 0, duplicate: false },
    ]);
    expect(await add()).toMatchObject({ queue_position: 1 });
    expect(await add({ priority: 'critical' })).toMatchObject({ queue_position: 0 });
    const { data } = await call<TaskView>('GET', `/status/${first.data.message_id}`);
    expect(data).toMatchObject({ type: 'process_query', status: 'queued', attempts: 0, progress: null });
  });

  test('the same idempotency key is the same task', async () => {
    const first = await add({ idempotency_key: 'k' });
    expect(await add({ idempotency_key: 'k' })).toEqual({ ...first, duplicate: true });
    expect((await call<QueueStats>('GET', '/stats')).data.depth).toBe(1);
  });

  test('a type nobody runs is refused, with the types there are', async () => {
    const found = await problem('POST', '/enqueue', { ...task, type: 'make_coffee' });
    expect([found.status, found.code]).toEqual([400, 'INVALID_REQUEST']);
    expect(found.detail).toBe('unknown task type "make_coffee"; known: process_query');
  });

  test('a payload that its worker could not read is refused, with what is wrong', async () => {
    const found = await problem('POST', '/enqueue', { ...task, payload: { ...payload, query: 7 } });
    expect([found.status, found.code]).toEqual([400, 'INVALID_REQUEST']);
    expect(found.errors).toMatchObject([{ path: 'body.payload.query' }]);
  });

  test.each([
    [{ payload }, 'body.type'],
    [{ ...task, priority: 'soon' }, 'body.priority'],
    [{ ...task, run_at: 'tomorrow' }, 'body.run_at'],
    [{ ...task, type: 'No Such' }, 'body.type'],
  ])('a body that is not as agreed is refused by name: %#', async (body, path) => {
    const found = await problem('POST', '/enqueue', body);
    expect([found.code, found.errors?.[0]?.path]).toEqual(['INVALID_REQUEST', path]);
  });

  test('a payload over the limit is refused with the figures', async () => {
    const found = await problem('POST', '/enqueue', {
      ...task,
      payload: { ...payload, user_input: 'x'.repeat(300_000) },
    });
    expect([found.status, found.code]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
    expect(found.detail).toContain('at most 262144 bytes');
  });
});

describe('looking and changing', () => {
  test('a task can be cancelled once, and queued again', async () => {
    const { message_id } = await add();
    expect((await call<TaskView>('POST', `/cancel/${message_id}`)).data.status).toBe('cancelled');
    const again = await problem('POST', `/cancel/${message_id}`);
    expect([again.status, again.code, again.detail]).toEqual([
      409,
      'CONFLICT',
      'a task that is cancelled cannot be cancelled',
    ]);
    expect((await call<TaskView>('POST', `/retry/${message_id}`)).data.status).toBe('queued');
    expect((await problem('POST', `/retry/${message_id}`)).code).toBe('CONFLICT');
  });

  test.each(['GET /status/none', 'POST /cancel/none', 'POST /retry/none'])('%s is not found', async (route) => {
    const [method, path] = route.split(' ') as [string, string];
    expect(await problem(method, path)).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });

  test('tasks are listed by page and state', async () => {
    const ids = [await add(), await add(), await add()].map((added) => added.message_id).reverse();
    await call('POST', `/cancel/${ids[1]}`);
    const first = (await call<TaskPage>('GET', '/tasks?limit=2')).data;
    expect(first.tasks.map((view) => view.message_id)).toEqual(ids.slice(0, 2));
    const second = (await call<TaskPage>('GET', `/tasks?limit=2&cursor=${first.next_cursor}`)).data;
    expect([second.tasks.map((view) => view.message_id), second.next_cursor]).toEqual([ids.slice(2), null]);
    const cancelled = (await call<TaskPage>('GET', '/tasks?state=cancelled&type=process_query')).data;
    expect(cancelled.tasks.map((view) => view.message_id)).toEqual([ids[1]]);
    expect(await problem('GET', '/tasks?state=lost')).toMatchObject({ code: 'INVALID_REQUEST' });
  });

  test('stats and gauges say what waits', async () => {
    await add();
    await add({ run_at: '2100-01-01T00:00:00Z' });
    const { data } = await call<QueueStats>('GET', '/stats');
    expect(data).toMatchObject({
      depth: 2,
      by_state: { queued: 2 },
      by_type: [{ type: 'process_query', state: 'queued', count: 2 }],
      rates: { enqueued: 2 / 60, completed: 0, failed: 0 },
    });
    expect(data.oldest_age_s).toBeGreaterThanOrEqual(0);
    const metrics = await (await fetch(`${service.url}/metrics`)).text();
    expect(metrics).toMatch(/^queue_depth(\{.*\})? 2$/m);
    expect(metrics).toMatch(/^queue_oldest_age_seconds(\{.*\})? \d/m);
  });

  test('schedules are an honest nothing', async () => {
    expect((await call('GET', '/schedules')).data).toEqual({
      schedules: [],
      note: 'schedules are not supported yet: every task is added by a request',
    });
  });
});

test('the trace of who asked is stored with the task, through the producer span', async () => {
  const trace = 'c'.repeat(32);
  telemetry.clear();
  const { message_id } = (
    await call<EnqueueResponse>('POST', '/enqueue', task, {
      traceparent: `00-${trace}-${'d'.repeat(16)}-01`,
      'x-correlation-id': 'corr-1',
    })
  ).data;
  await expect.poll(() => telemetry.spans().length).toBe(2);
  const [producer, server] = telemetry.spans();
  expect([server?.name, server?.spanContext().traceId]).toEqual(['queue_service.enqueue_message', trace]);
  expect([producer?.name, producer?.kind]).toEqual(['queue_service.add_to_queue', SpanKind.PRODUCER]);
  expect(producer?.parentSpanContext?.spanId).toBe(server?.spanContext().spanId);
  expect(producer?.attributes).toMatchObject({
    'message.id': message_id,
    'messaging.message.id': message_id,
    'messaging.operation.type': 'send',
    'queue.size': 1,
  });
  const store = await openSqliteTasks({ file: join(folder, 'tasks.db') });
  const stored = await store.status(message_id);
  await store.close();
  expect(stored?.carrier).toMatchObject({
    traceparent: `00-${trace}-${producer?.spanContext().spanId}-01`,
    'x-correlation-id': 'corr-1',
  });
});

test('what was accepted is there after a restart', async () => {
  const { message_id } = await add();
  await service.stop();
  service = await start();
  expect((await call<TaskView>('GET', `/status/${message_id}`)).data.status).toBe('queued');
});
