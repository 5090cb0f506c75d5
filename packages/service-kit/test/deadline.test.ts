import { request } from 'node:http';
import { PassThrough } from 'node:stream';
import { remainingMs } from '@clearspan/instrumentation';
import { captureTelemetry } from '@clearspan/instrumentation/capture';
import { createMeshClient, type MeshClient } from '@clearspan/mesh';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningService } from '../src/index.ts';
import { quietService } from './quiet-service.ts';

const telemetry = captureTelemetry();
let service: RunningService;
let mesh: MeshClient;
/** How the last slow handler was told to stop. */
let told = Promise.withResolvers<unknown>();
let began = Promise.withResolvers<void>();

beforeAll(async () => {
  service = await quietService((app) => {
    const untilTold = ({ signal }: { signal: AbortSignal }): Promise<never> =>
      new Promise((_, reject) => {
        began.resolve();
        signal.addEventListener('abort', () => {
          told.resolve(signal.reason);
          reject(signal.reason as Error);
        });
      });
    app.get('/slow', untilTold);
    app.get('/short', { config: { requestMs: 60 } }, untilTold);
    app.post('/slow', untilTold);
    app.post('/short', { config: { requestMs: 60 } }, untilTold);
    app.post('/read', async ({ signal }) => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      return { aborted: signal.aborted };
    });
    app.get('/deaf', () => new Promise((resolve) => setTimeout(resolve, 400, { late: true })));
    app.get('/cut', (_request, reply) => {
      const lines = new PassThrough();
      lines.write('first');
      setImmediate(() => lines.destroy(new Error('the source broke')));
      return reply.type('text/plain').send(lines);
    });
    app.get('/left', () => ({ ms: remainingMs() }));
    app.get('/relay', () => mesh.call({ service: 'query-service', method: 'GET', path: '/left', deadlineMs: 60_000 }));
  });
  mesh = createMeshClient({ caller: 'test', services: { 'query-service': service.url } });
});
afterAll(async () => {
  await mesh.close();
  await service.stop();
  await telemetry.stop();
});

const get = (path: string, ms?: number): Promise<Response> =>
  fetch(service.url + path, ms === undefined ? {} : { headers: { 'x-deadline-ms': String(ms) } });

it('ends a request at the deadline of its caller, and tells the handler', async () => {
  told = Promise.withResolvers();
  const answer = await get('/slow', 80);
  expect(answer.status).toBe(504);
  expect(await answer.json()).toMatchObject({
    code: 'DEADLINE_EXCEEDED',
    detail: expect.stringContaining('80 ms') as string,
  });
  expect(await told.promise).toBeInstanceOf(Error);
});

it('answers in time even when the handler does not listen', async () => {
  const answer = await get('/deaf', 80);
  expect(answer.status).toBe(504);
});

it('ends a request at the time its route has', async () => {
  const answer = await get('/short');
  expect(answer.status).toBe(504);
  expect(await answer.json()).toMatchObject({
    code: 'DEADLINE_EXCEEDED',
    detail: expect.stringContaining('60 ms') as string,
  });
});

const post = (path: string): Promise<Response> =>
  fetch(service.url + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });

it('keeps the signal quiet while a client that sent a body waits', async () => {
  expect(await (await post('/read')).json()).toEqual({ aborted: false });
});

it('ends a request with a body at the time its route has', async () => {
  expect((await post('/short')).status).toBe(504);
});

it('tells the handler when a client that sent a body is gone', async () => {
  told = Promise.withResolvers();
  began = Promise.withResolvers();
  const client = request(`${service.url}/slow`, { method: 'POST', headers: { 'content-type': 'application/json' } });
  client.on('error', () => undefined);
  client.end('{}');
  await began.promise;
  client.destroy();
  expect(await told.promise).toMatchObject({ name: 'AbortError' });
});

it('hands what is left of the time on to the services it calls', async () => {
  const { ms } = (await (await get('/left', 5_000)).json()) as { ms: number };
  expect(ms).toBeGreaterThan(3_000);
  expect(ms).toBeLessThanOrEqual(5_000);
  const relayed = (await (await get('/relay', 4_000)).json()) as { data: { ms: number } };
  expect(relayed.data.ms).toBeLessThanOrEqual(4_000);
  expect(relayed.data.ms).toBeGreaterThan(2_000);
  const unbounded = (await (await get('/left')).json()) as { ms: number };
  expect(unbounded.ms).toBeLessThanOrEqual(30_000);
});

it('tells the handler when its client is gone, and ends the span', async () => {
  told = Promise.withResolvers();
  began = Promise.withResolvers();
  telemetry.clear();
  const client = request(`${service.url}/slow`).end();
  client.on('error', () => undefined);
  await began.promise;
  client.destroy();
  await told.promise;
  await expect
    .poll(() => telemetry.spans().map(({ attributes }) => attributes['error.type']))
    .toEqual(['client_disconnected']);
});

it('ends the span of an answer that breaks off', async () => {
  telemetry.clear();
  await expect(fetch(`${service.url}/cut`).then((answer) => answer.text())).rejects.toThrow();
  await expect
    .poll(() => telemetry.spans().map(({ attributes }) => attributes['error.type']))
    .toEqual(['response_incomplete']);
});
