import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProcessingRecord, ProcessResponse, TaskView } from '@clearspan/contracts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type SpanReceiver, startSpanReceiver } from './otlp-spans.ts';
import { killAll, type ServiceProcess, startProcess } from './processes.ts';

let folder = '';
let env: Record<string, string> = {};
let queue: ServiceProcess;
let storage: ServiceProcess;
let receiver: SpanReceiver;
const servers: Server[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'clearspan-pipeline-'));
  receiver = await startSpanReceiver();
  env = { CLEARSPAN_DATA: folder, QUEUE_WORKER_LEASE_MS: '1000', TELEMETRY_STORE_OTLP_URL: receiver.url };
  [queue, storage] = await Promise.all([startProcess('queue-service', env), startProcess('storage-service', env)]);
});
afterEach(async () => {
  await killAll();
  receiver.close();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
  rmSync(folder, { recursive: true });
});

const TRACE = 'e'.repeat(32);
const payload = {
  user_input: 'errors by service',
  query: 'source logs last 1h | groupby $l.subsystemname as service aggregate count() as errors',
  intent: 'count',
  intent_confidence: 0.9,
  validation: { is_valid: true, syntax_score: 1, complexity_score: 12 },
  execution: {
    row_count: 3,
    scanned_rows: 1_234,
    scanned_bytes: 56_789,
    execution_time_ms: 7.5,
    truncated: false,
    columns: [
      { name: 'service', path: ['$d', 'service'], type: 'string' },
      { name: 'errors', path: ['$d', 'errors'], type: 'number' },
    ],
    sample: [
      { $d: { service: 'cart', errors: 1 } },
      { $d: { service: 'checkout', errors: 8 } },
      { $d: { service: 'search', errors: 1 } },
    ],
  },
  trace_id: TRACE,
};

const json = async <T>(url: string, init: RequestInit = {}): Promise<T> => (await (await fetch(url, init)).json()) as T;
const send = (method: string, body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

const enqueue = async (): Promise<string> => {
  const headers = { traceparent: `00-${TRACE}-${'f'.repeat(16)}-01`, 'x-correlation-id': 'corr-7' };
  const request = send('POST', { type: 'process_query', payload }, headers);
  return (await json<{ message_id: string }>(`${queue.url}/enqueue`, request)).message_id;
};
const status = (id: string): Promise<TaskView> => json(`${queue.url}/status/${id}`);
const reaches = async (id: string, wanted: TaskView['status']): Promise<TaskView> => {
  await expect.poll(async () => (await status(id)).status, { timeout: 15_000, interval: 20 }).toBe(wanted);
  return status(id);
};
const startWorkerOn = (url: string): Promise<ServiceProcess> =>
  startProcess('queue-worker', { ...env, PROCESSING_SERVICE_URL: url });

interface Held {
  readonly request: IncomingMessage;
  readonly taskId: string;
  /** Stores under the id of the task, as the real service does, then answers. */
  finish(): Promise<void>;
}

/** Stands in for the processing service, to hold each answer until it is told to go on. */
const holdingProcessing = async (port = 0): Promise<{ url: string; next: () => Promise<Held> }> => {
  const held: Held[] = [];
  const waiting: ((one: Held) => void)[] = [];
  const found = {
    complexity: { level: 'low' as const, score: 1, parts: [] },
    insights: [],
    transformed: { kind: 'none' as const, reason: 'held' },
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { task_id: taskId } = JSON.parse(Buffer.concat(chunks).toString()) as { task_id: string };
    const finish = async (): Promise<void> => {
      const { user_input, query } = payload;
      const record: ProcessingRecord = { user_input, query, trace_id: TRACE, ...found };
      const stored = await json<{ record_id: string }>(`${storage.url}/processing/${taskId}`, send('PUT', record));
      const body: ProcessResponse = { record_id: stored.record_id, ...found };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    const one = { request, taskId, finish };
    const taker = waiting.shift();
    if (taker) taker(one);
    else held.push(one);
  };
  const server = createServer((request, response) => void answer(request, response));
  servers.push(server);
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    next: () => {
      const one = held.shift();
      return one ? Promise.resolve(one) : new Promise((resolve) => waiting.push(resolve));
    },
  };
};

test('a task goes through worker and processing service into the records', async () => {
  const processing = await startProcess('processing-service', { ...env, STORAGE_SERVICE_URL: storage.url });
  await startWorkerOn(processing.url);
  const id = await enqueue();
  const task = await reaches(id, 'completed');
  expect(task).toMatchObject({ attempts: 1, progress: 1, result: { complexity_level: expect.any(String) } });
  const stored = await json<ProcessingRecord>(`${storage.url}/processing/${id}`);
  expect(stored).toMatchObject({
    user_input: payload.user_input,
    query: payload.query,
    trace_id: TRACE,
    transformed: {
      kind: 'ranking',
      label: 'service',
      value: 'errors',
      points: [
        { label: 'checkout', value: 8 },
        { label: 'cart', value: 1 },
        { label: 'search', value: 1 },
      ],
    },
  });
  expect(stored.complexity.parts.length).toBeGreaterThan(0);
  expect(stored.insights.map(({ message }) => message)).toEqual([
    '3 rows from 1,234 scanned (56.8 kB), in 7.5 ms',
    '`checkout` holds 80 % of the errors of all 3 groups',
  ]);
});

/** From the caller inwards; client spans stand between two services. */
const CHAIN = [
  ['queue-service', 'queue_service.enqueue_message'],
  ['queue-service', 'queue_service.add_to_queue'],
  ['queue-worker', 'queue_service.process_background_message'],
  ['queue-worker', 'POST'],
  ['processing-service', 'processing_service.process_query_data'],
  ['processing-service', 'processing_service.store_insights'],
  ['processing-service', 'PUT'],
  ['storage-service', 'storage_service.store_processing_data'],
  ['storage-service', 'INSERT processing'],
];
const PRODUCER = 4;
const CONSUMER = 5;

test('all of it is one trace, from who asked down to the statement that stores', async () => {
  const processing = await startProcess('processing-service', { ...env, STORAGE_SERVICE_URL: storage.url });
  await startWorkerOn(processing.url);
  await reaches(await enqueue(), 'completed');
  const ofTrace = (): SpanReceiver['spans'] => receiver.spans.filter(({ traceId }) => traceId === TRACE);
  const steps = ['analyze_complexity', 'generate_insights', 'transform_data'];
  await expect.poll(() => ofTrace().length, { timeout: 10_000 }).toBe(CHAIN.length + steps.length);

  let parentId = 'f'.repeat(16);
  for (const [service, name] of CHAIN) {
    const span = ofTrace().find((seen) => seen.service === service && seen.parentId === parentId && seen.name === name);
    expect(span, `${name} of ${service} below ${parentId}`).toBeDefined();
    parentId = span?.spanId ?? '';
  }
  const named = (name: string): SpanReceiver['spans'][number] | undefined =>
    ofTrace().find((seen) => seen.name === name);
  const producer = named('queue_service.add_to_queue');
  const consumer = named('queue_service.process_background_message');
  expect([producer?.kind, consumer?.kind]).toEqual([PRODUCER, CONSUMER]);
  expect(consumer?.linkedSpanIds).toEqual([producer?.spanId]);
  const process = named('processing_service.process_query_data');
  for (const step of steps) expect(named(`processing_service.${step}`)?.parentId).toBe(process?.spanId);
});

test('kill -9 of the worker in the middle of a task: another one runs it, and its effect is there once', async () => {
  const processing = await holdingProcessing();
  const worker = await startWorkerOn(processing.url);
  const id = await enqueue();
  const first = await processing.next();
  expect(first.request.headers.traceparent).toMatch(new RegExp(`^00-${TRACE}-`));
  expect(first.request.headers['x-correlation-id']).toBe('corr-7');
  await worker.kill();
  // The processing service does not know that nobody waits any more: it stores all the same.
  await first.finish();
  await startWorkerOn(processing.url);
  const second = await processing.next();
  expect(second.taskId).toBe(id);
  await second.finish();
  expect(await reaches(id, 'completed')).toMatchObject({ attempts: 2 });
  expect(await json(`${storage.url}/counts`)).toMatchObject({ processing: 1 });
});

test('a worker that is stopped gives back what it cannot finish, and ends in time with code 0', async () => {
  const processing = await holdingProcessing();
  const worker = await startWorkerOn(processing.url);
  const id = await enqueue();
  await processing.next();
  const start = performance.now();
  expect(await worker.stop()).toBe(0);
  expect(performance.now() - start).toBeLessThan(5_000);
  expect(await status(id)).toMatchObject({ status: 'queued', attempts: 0 });
});

test('a task waits for a processing service that is away', async () => {
  const gone = await holdingProcessing();
  const port = Number(new URL(gone.url).port);
  servers.pop()?.close();
  await startWorkerOn(gone.url);
  const id = await enqueue();
  await expect.poll(async () => (await status(id)).error, { timeout: 5_000 }).toContain('SERVICE_UNAVAILABLE');
  const back = await holdingProcessing(port);
  await (await back.next()).finish();
  expect((await reaches(id, 'completed')).attempts).toBeGreaterThan(1);
});
