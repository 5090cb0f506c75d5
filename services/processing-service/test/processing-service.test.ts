import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ProblemDetails, ProcessingRecord, ProcessResponse } from '@clearspan/contracts';
import { type CapturedTelemetry, captureTelemetry } from '@clearspan/instrumentation/capture';
import type { RunningService } from '@clearspan/service-kit';
import { SpanKind } from '@opentelemetry/api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { configSchema } from '../src/config.ts';
import { startProcessingService } from '../src/main.ts';
import { payload } from './facts.ts';

interface Stored {
  readonly path: string;
  readonly record: ProcessingRecord;
}

let telemetry: CapturedTelemetry;
let service: RunningService;
let storage: Server;
let stored: Stored[] = [];
let storageStatus = 201;

/** Takes the place of the storage service on the wire, and keeps what was sent. */
const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  stored.push({ path: request.url ?? '', record: JSON.parse(Buffer.concat(chunks).toString()) as ProcessingRecord });
  response.writeHead(storageStatus, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ record_id: 'r1', stored_at: '2026-01-01T00:00:00.000Z', created: true }));
};

beforeEach(async () => {
  telemetry = captureTelemetry();
  stored = [];
  storageStatus = 201;
  storage = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1');
  await once(storage, 'listening');
  const storageUrl = `http://127.0.0.1:${(storage.address() as AddressInfo).port}`;
  const env = { PROCESSING_SERVICE_PORT: 0, STORAGE_SERVICE_URL: storageUrl, LOG_LEVEL: 'silent' };
  service = await startProcessingService(configSchema.parse(env));
});
afterEach(async () => {
  await service.stop();
  await telemetry.stop();
  storage.closeAllConnections();
  storage.close();
});

const post = async <T>(body: unknown): Promise<{ status: number; data: T }> => {
  const response = await fetch(`${service.url}/process`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, data: (await response.json()) as T };
};

test('answers with what it found, which is what it stored under the id of the task', async () => {
  const { status, data } = await post<ProcessResponse>({ task_id: 'task-1', payload: payload() });
  expect([status, data.record_id, data.transformed.kind]).toEqual([200, 'r1', 'ranking']);
  const { record_id: _, ...found } = data;
  const { user_input, query, trace_id } = payload();
  expect(stored).toEqual([{ path: '/processing/task-1', record: { user_input, query, trace_id, ...found } }]);
});

test('is one server span with a span for each step below it', async () => {
  await post({ task_id: 'task-1', payload: payload() });
  const prefix = 'processing_service.';
  await expect.poll(() => telemetry.spans().at(-1)?.name).toBe(`${prefix}process_query_data`);
  const spans = telemetry.spans();
  const server = spans.at(-1);
  const children = spans.filter((span) => span.parentSpanContext?.spanId === server?.spanContext().spanId);
  expect(server?.kind).toBe(SpanKind.SERVER);
  expect(children.map(({ name }) => name)).toEqual([
    `${prefix}analyze_complexity`,
    `${prefix}generate_insights`,
    `${prefix}transform_data`,
    `${prefix}store_insights`,
  ]);
  expect(server?.attributes).toMatchObject({
    'complexity.level': expect.stringMatching(/^(low|medium|high)$/),
    'processing.time_ms': expect.any(Number),
    'storage.record_id': 'r1',
  });
  expect(children[1]?.attributes).toMatchObject({ 'insights.count': 2, 'insights.recommendations_count': 0 });
});

test.each([
  ['no task id', { payload: payload() }, 'body.task_id'],
  ['no payload', { task_id: 't' }, 'body.payload'],
  ['a wrong payload', { task_id: 't', payload: { ...payload(), query: null } }, 'body.payload.query'],
])('%s is refused by name', async (_, body, path) => {
  const { status, data } = await post<ProblemDetails>(body);
  expect([status, data.code, data.errors?.[0]?.path]).toEqual([400, 'INVALID_REQUEST', path]);
  expect(stored).toEqual([]);
});

test('a body that is not JSON is refused', async () => {
  expect(await post<ProblemDetails>('{')).toMatchObject({ status: 400, data: { code: 'INVALID_REQUEST' } });
});

test('a query that cannot be read is still looked at', async () => {
  const { status, data } = await post<ProcessResponse>({ task_id: 't', payload: payload({ query: '| ((( filter' }) });
  expect([status, data.transformed.kind]).toEqual([200, 'none']);
});

test('a storage service that fails, or is away, is said to be the one that failed', async () => {
  storageStatus = 500;
  expect(await post<ProblemDetails>({ task_id: 't', payload: payload() })).toMatchObject({
    status: 502,
    data: { code: 'UPSTREAM_ERROR', detail: expect.stringContaining('could not be stored') },
  });
  storage.closeAllConnections();
  storage.close();
  await once(storage, 'close');
  expect(await post<ProblemDetails>({ task_id: 't', payload: payload() })).toMatchObject({
    status: 503,
    data: { code: 'SERVICE_UNAVAILABLE', detail: expect.stringContaining('storage-service') },
  });
});
