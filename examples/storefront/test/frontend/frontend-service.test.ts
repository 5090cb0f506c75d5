import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import type { ProblemCode } from '@clearspan/contracts';
import { SpanKind } from '@opentelemetry/api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { problemAnswer } from '../support/problem-answer.ts';
import { sumOf } from '../support/samples.ts';
import { spanTree } from '../support/span-tree.ts';
import { type FrontendHarness, startHarness } from './frontend-harness.ts';

let shop: FrontendHarness;
beforeEach(async () => {
  shop = await startHarness();
});
afterEach(() => shop.stop());

test.each([
  ['/', 'frontend_home_request', 'backend_response', '/api/data'],
  ['/user/7', 'frontend_get_user', 'user_data', '/api/user/7'],
  ['/product/5', 'frontend_get_product', 'product_data', '/api/product/5'],
])('%s is one trace with what the backend answers in it', async (path, span, key, behind) => {
  const { status, body, traceId } = await shop.get(path);
  expect([status, body]).toEqual([
    200,
    {
      service: 'frontend-service',
      [key]: { service: 'backend-service', path: behind },
      duration: expect.any(Number),
    },
  ]);
  const spans = await shop.spans(traceId);
  expect(spanTree(spans)).toBe(`${span}\n  GET\n`);
  const root = spans.find(({ name }) => name === span);
  expect([root?.kind, root?.parentSpanContext]).toEqual([SpanKind.SERVER, undefined]);
  // In seconds, and no longer than the request was.
  const [seconds, nanos] = root?.duration ?? [0, 0];
  expect(body.duration).toBeGreaterThan(0);
  expect(body.duration).toBeLessThanOrEqual(seconds + nanos / 1e9 + 0.005);
});

test.each([
  ['/user/seven', '/api/user/seven'],
  ['/user/a%2Fb%3Fc', '/api/user/a%2Fb%3Fc'],
  ['/product/%C3%BC%20', '/api/product/%C3%BC%20'],
])('%s is passed on as it came', async (path, behind) => {
  await shop.get(path);
  expect(shop.backend.paths).toEqual([behind]);
});

test('an id that would be a step in a path is refused', async () => {
  // Other clients take the step themselves.
  const request = get(shop.service.url, { path: '/user/%2e%2e' });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  expect([response.statusCode, JSON.parse(await text(response)).code]).toEqual([400, 'INVALID_REQUEST']);
  expect(shop.backend.paths).toEqual([]);
});

test.each<[ProblemCode, number]>([
  ['INVALID_REQUEST', 400],
  ['NOT_FOUND', 404],
  ['INTERNAL_ERROR', 500],
  ['UPSTREAM_ERROR', 502],
  ['SERVICE_UNAVAILABLE', 503],
  ['DEADLINE_EXCEEDED', 504],
])('%s of the backend keeps its status and is counted by its type', async (code, status) => {
  shop.answerWith(() => problemAnswer(code, 'said behind'));
  const page = await shop.get('/user/7');
  expect([page.status, page.body.code, page.body.detail]).toEqual([status, code, 'said behind']);
  expect(page.cookie).toContain('session=');
  await expect.poll(() => sumOf('frontend_requests_total', { endpoint: '/user/:id', status })).toBe(1);
  expect(await sumOf('frontend_request_duration_seconds_count', { endpoint: '/user/:id' })).toBe(1);
  expect(await sumOf('frontend_errors_total', { type: code.toLowerCase() })).toBe(1);
  expect(await sumOf('frontend_errors_total')).toBe(1);
});

test('a backend that is away is a 503', async () => {
  await shop.backend.close();
  const page = await shop.get('/');
  expect([page.status, page.body.code]).toEqual([503, 'SERVICE_UNAVAILABLE']);
  expect(await sumOf('frontend_errors_total', { type: 'service_unavailable' })).toBe(1);
  shop.backend.close = async () => undefined;
});

test('a path without a page is counted, health and faults are not', async () => {
  expect((await shop.get('/nowhere')).status).toBe(404);
  await shop.get('/health');
  await shop.get('/faults');
  expect((await shop.fault({ name: 'no_such_fault' })).status).toBe(400);
  await expect.poll(() => sumOf('frontend_requests_total')).toBe(1);
  expect(await sumOf('frontend_requests_total', { method: 'GET', endpoint: 'unknown', status: 404 })).toBe(1);
  expect(await sumOf('frontend_errors_total', { type: 'not_found' })).toBe(1);
  expect(await sumOf('frontend_errors_total')).toBe(1);
});

test('visitors are told apart by their sessions', async () => {
  const first = await shop.get('/');
  const session = first.cookie?.split(';')[0] ?? '';
  expect(first.cookie).toMatch(/^session=[\da-f-]{36}; HttpOnly; SameSite=Lax; Path=\/$/);
  const second = await shop.get('/user/7', session);
  expect(second.cookie).toBeNull();
  expect(await sumOf('frontend_active_users')).toBe(1);
  const other = await shop.get('/', 'session=forged');
  expect(other.cookie).not.toBeNull();
  expect(await sumOf('frontend_active_users')).toBe(2);
  const root = (await shop.spans(second.traceId)).find(({ name }) => name === 'frontend_get_user');
  expect(root?.attributes['session.id']).toBe(session.slice('session='.length));
});

test('every request is in the log under its trace', async () => {
  shop.answerWith(() => problemAnswer('UPSTREAM_ERROR', 'said behind'));
  const { traceId } = await shop.get('/product/5');
  await shop.spans(traceId);
  const lines = shop.telemetry.logs().filter(({ spanContext }) => spanContext?.traceId === traceId);
  expect(lines.map(({ body, severityText }) => [severityText, body])).toEqual([
    ['ERROR', 'said behind'],
    ['ERROR', 'request failed'],
  ]);
});

test('lists its own fault and hands on what is of those behind', async () => {
  const { body } = await shop.get('/faults');
  expect(body.faults.map(({ name }: { name: string }) => name)).toEqual(['route_latency']);
});
