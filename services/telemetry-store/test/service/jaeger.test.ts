import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runService, type ServiceProcess } from '../support/run-service.ts';
import { storyJson } from '../support/story.ts';

const BEGIN_MS = Date.parse('2026-09-21T14:00:30Z');
const START = `${BEGIN_MS - 60_000}000`;
const END = `${BEGIN_MS + 60_000}000`;
const TRACE = '0000000000000000000000000000000a';

let dir: string;
let service: ServiceProcess;
const get = async (path: string): Promise<{ status: number; body: { data: unknown; errors: unknown } }> => {
  const answer = await fetch(`${service.url}/jaeger/api${path}`);
  return { status: answer.status, body: (await answer.json()) as { data: unknown; errors: unknown } };
};

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'jaeger-'));
  service = await runService(dir);
  const body = storyJson(10, BEGIN_MS, [
    {
      service: 'gateway',
      name: 'GET /cart',
      id: 1,
      kind: 'server',
      atMs: 0,
      ms: 120,
      attributes: { 'http.route': '/cart', 'http.response.status_code': 200 },
    },
    { service: 'cart', name: 'GET /items', id: 2, parent: 1, kind: 'server', atMs: 10, ms: 100, failed: true },
  ]);
  const headers = { 'content-type': 'application/json' };
  expect((await fetch(`${service.otlpUrl}/v1/traces`, { method: 'POST', headers, body })).status).toBe(200);
}, 60_000);
afterAll(async () => {
  await service?.stop();
  await rm(dir, { recursive: true, force: true });
});

test('services and their operations', async () => {
  expect((await get('/services')).body).toEqual({
    data: ['cart', 'gateway'],
    total: 2,
    limit: 0,
    offset: 0,
    errors: null,
  });
  expect((await get('/services/cart/operations')).body.data).toEqual(['GET /items']);
  expect((await get('/operations?service=gateway')).body.data).toEqual([{ name: 'GET /cart', spanKind: 'server' }]);
  expect((await get('/operations?service=gateway&spanKind=client')).body.data).toEqual([]);
});

test('a trace by its id', async () => {
  const { body } = await get(`/traces/${TRACE}`);
  expect(body.data).toEqual([
    {
      traceID: TRACE,
      spans: [
        {
          traceID: TRACE,
          spanID: '0000000000000001',
          operationName: 'GET /cart',
          references: [],
          startTime: BEGIN_MS * 1000,
          duration: 120_000,
          tags: [
            { key: 'http.route', type: 'string', value: '/cart' },
            { key: 'http.response.status_code', type: 'int64', value: 200 },
            { key: 'otel.scope.name', type: 'string', value: 'story' },
            { key: 'span.kind', type: 'string', value: 'server' },
          ],
          logs: [],
          processID: 'p1',
          warnings: null,
        },
        {
          traceID: TRACE,
          spanID: '0000000000000002',
          operationName: 'GET /items',
          references: [{ refType: 'CHILD_OF', traceID: TRACE, spanID: '0000000000000001' }],
          startTime: (BEGIN_MS + 10) * 1000,
          duration: 100_000,
          tags: [
            { key: 'otel.scope.name', type: 'string', value: 'story' },
            { key: 'span.kind', type: 'string', value: 'server' },
            { key: 'otel.status_code', type: 'string', value: 'ERROR' },
            { key: 'error', type: 'bool', value: true },
            { key: 'otel.status_description', type: 'string', value: 'it broke' },
          ],
          logs: [],
          processID: 'p2',
          warnings: null,
        },
      ],
      processes: { p1: { serviceName: 'gateway', tags: [] }, p2: { serviceName: 'cart', tags: [] } },
      warnings: null,
    },
  ]);
  expect((await get('/traces/a')).body.data).toEqual(body.data);
});

test('a trace that is not held, and what is no id', async () => {
  expect(await get('/traces/00000000000000000000000000000bad')).toMatchObject({
    status: 404,
    body: { data: null, errors: [{ code: 404, msg: 'trace not found' }] },
  });
  expect((await get('/traces/xyz')).status).toBe(400);
});

test.each([
  ['service=gateway', 1],
  ['service=cart&operation=GET%20%2Fitems&minDuration=99ms&maxDuration=0.1s', 1],
  ['service=cart&minDuration=101ms', 0],
  [`service=gateway&tags=${encodeURIComponent('{"http.route":"/cart","http.response.status_code":"200"}')}`, 1],
  [`service=gateway&tags=${encodeURIComponent('{"http.route":"/other"}')}`, 0],
  ['service=cart&tag=error:true', 1],
  ['service=gateway&tag=error:true', 0],
  ['service=gateway&operation=all&limit=0', 1],
  [`traceID=${TRACE}`, 1],
])('search by %s', async (asked, traces) => {
  const { status, body } = await get(`/traces?${asked}&start=${START}&end=${END}`);
  expect(status, JSON.stringify(body)).toBe(200);
  expect(body.data).toHaveLength(traces);
});

test.each([
  ['minDuration=soon', 'expected a duration such as 1.2s, found "soon"'],
  ['tags=[1', 'expected a JSON object of texts in `tags`'],
])('a search by %s is refused', async (asked, msg) => {
  expect(await get(`/traces?service=cart&${asked}`)).toMatchObject({ status: 400, body: { errors: [{ msg }] } });
});

test('who calls whom', async () => {
  const { body } = await get(`/dependencies?endTs=${BEGIN_MS + 60_000}&lookback=600000`);
  expect(body.data).toEqual([{ parent: 'gateway', child: 'cart', callCount: 1 }]);
});
