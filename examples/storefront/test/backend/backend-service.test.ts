import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { problemAnswer } from '../support/problem-answer.ts';
import { sumOf } from '../support/samples.ts';
import { type BackendHarness, startHarness } from './backend-harness.ts';
import { productOf, ROWS, USER } from './database-answers.ts';

let shop: BackendHarness;
beforeEach(async () => {
  shop = await startHarness();
});
afterEach(() => shop.stop());

test('the data of the home page is what the database answers', async () => {
  const { status, body, traceId } = await shop.get('/api/data');
  expect([status, body]).toEqual([200, { service: 'backend-service', data: ROWS, from_cache: false }]);
  expect(await shop.tree(traceId)).toBe('backend_get_data\n  GET\n');
  expect(shop.database.paths).toEqual(['/db/query']);
});

test('a user is one object, behind a check of its id', async () => {
  const { status, body, traceId } = await shop.get('/api/user/7');
  expect([status, body]).toEqual([200, { service: 'backend-service', user: USER, from_cache: false }]);
  expect(await shop.tree(traceId)).toBe('backend_get_user\n  validate_user_id\n  GET\n');
  expect((await shop.route(traceId)).kind).toBe(SpanKind.SERVER);
});

test('a product has a price, and the rules of it are on the span', async () => {
  const { status, body, traceId } = await shop.get('/api/product/5');
  const product = { ...productOf(5), calculated_price: 89.99 };
  expect([status, body]).toEqual([200, { service: 'backend-service', product, from_cache: false }]);
  expect(await shop.tree(traceId)).toBe('backend_get_product\n  GET\n  apply_pricing_rules\n');
  const pricing = (await shop.spans(traceId)).find(({ name }) => name === 'apply_pricing_rules');
  expect(pricing?.attributes).toMatchObject({
    'pricing.rules': ['price_ending'],
    'pricing.base_price': 89,
    'pricing.calculated_price': 89.99,
  });
});

test('what was asked for before comes from the cache, on a route of its own', async () => {
  await shop.get('/api/user/5');
  const { body, traceId } = await shop.get('/api/user/5');
  expect(body.from_cache).toBe(true);
  expect(await shop.tree(traceId)).toBe('backend_get_user\n  validate_user_id\n');
  expect((await shop.route(traceId)).attributes).toMatchObject({ 'cache.hit': true, 'cache.coalesced': false });
  expect((await shop.get('/api/product/5')).body.from_cache).toBe(false);
  const again = await shop.get('/api/product/5');
  expect([again.body.from_cache, again.body.product.calculated_price]).toEqual([true, 89.99]);
  expect(await shop.tree(again.traceId)).toBe('backend_get_product\n  apply_pricing_rules\n');
  expect(shop.database.paths).toEqual(['/db/user/5', '/db/product/5']);
});

test.each(['user', 'product'])('an unknown %s is a 404, and that is known for a while', async (kind) => {
  const first = await shop.get(`/api/${kind}/500`);
  const second = await shop.get(`/api/${kind}/500`);
  for (const { status, body } of [first, second])
    expect([status, body.code, body.detail]).toEqual([404, 'NOT_FOUND', `no ${kind} has the id 500`]);
  expect((await shop.route(first.traceId)).attributes).toMatchObject({ 'cache.hit': false, 'cache.negative': false });
  expect((await shop.route(second.traceId)).attributes).toMatchObject({ 'cache.hit': true, 'cache.negative': true });
  expect(shop.database.paths).toHaveLength(1);
  expect(shop.lines(second.traceId)).toEqual([`${kind} not found`, 'request answered']);
});

test.each(['user', 'product'])('a %s id that is none is refused by what is expected', async (kind) => {
  for (const id of [
    'seven',
    '0',
    '-1',
    '1.5',
    '9007199254740992',
    '99999999999999999999',
    '%20',
    '1%2F2',
    encodeURIComponent('ü'),
  ]) {
    const { status, body } = await shop.get(`/api/${kind}/${id}`);
    expect([status, body.code], id).toEqual([400, 'INVALID_REQUEST']);
    expect(body.detail).toContain(`${kind} id: expected a whole number from 1 to 9007199254740991, found `);
  }
  expect(shop.database.paths).toEqual([]);
  expect(await sumOf('backend_cache_operations_total')).toBe(0);
});

test('a refused id is told by its own span, which is in no error', async () => {
  const { traceId } = await shop.get('/api/user/seven');
  expect(await shop.tree(traceId)).toBe('backend_get_user\n  validate_user_id\n');
  for (const span of await shop.spans(traceId)) expect(span.status.code).toBe(SpanStatusCode.UNSET);
});

test.each([
  ['INTERNAL_ERROR', 500, 'error'],
  ['UPSTREAM_ERROR', 502, 'error'],
  ['SERVICE_UNAVAILABLE', 503, 'unavailable'],
  ['DEADLINE_EXCEEDED', 504, 'timeout'],
] as const)('%s of the database keeps its status, and is not kept', async (code, status, label) => {
  shop.answerWith(() => problemAnswer(code, 'the tables are away'));
  const { status: answered, body, traceId } = await shop.get('/api/user/7');
  expect([answered, body.code, body.detail]).toEqual([status, code, 'the tables are away']);
  const route = await shop.route(traceId);
  expect(route.status.code).toBe(SpanStatusCode.ERROR);
  expect(route.events[0]?.attributes).toMatchObject({ 'exception.message': 'the tables are away' });
  expect(shop.lines(traceId)).toEqual(['the tables are away', 'request failed']);
  await shop.get('/api/user/7');
  expect(shop.database.paths).toHaveLength(2);
  expect(await sumOf('backend_database_calls_total', { operation: 'get_user', status: label })).toBe(2);
});

test('an answer in another shape is an error of the database service', async () => {
  shop.answerWith(() => ({ status: 200, body: { user: { id: 'seven' } } }));
  expect(await shop.get('/api/user/7')).toMatchObject({
    status: 502,
    body: { code: 'UPSTREAM_ERROR', detail: 'database-service answered in an unknown shape' },
  });
  expect(await sumOf('backend_database_calls_total', { status: 'error' })).toBe(1);
});

test('the figures are as many as the requests', async () => {
  const asked = ['/api/data', '/api/user/7', '/api/user/7', '/api/user/500', '/api/user/x', '/api/product/3', '/none'];
  for (const path of asked) await shop.get(path);
  await shop.get('/health');
  // A request is counted once its answer is gone, which is when it may be here already.
  await expect.poll(() => sumOf('backend_requests_total')).toBe(asked.length);
  expect(await sumOf('backend_requests_total', { method: 'GET', endpoint: '/api/user/:id', status: 200 })).toBe(2);
  expect(await sumOf('backend_requests_total', { endpoint: '/api/user/:id', status: 404 })).toBe(1);
  expect(await sumOf('backend_requests_total', { endpoint: '/api/user/:id', status: 400 })).toBe(1);
  expect(await sumOf('backend_requests_total', { endpoint: 'unknown', status: 404 })).toBe(1);
  expect(await sumOf('backend_request_duration_seconds_count', { endpoint: '/api/user/:id' })).toBe(4);
  expect(await sumOf('backend_cache_operations_total', { operation: 'hit' })).toBe(1);
  expect(await sumOf('backend_cache_operations_total', { operation: 'miss' })).toBe(4);
  expect(await sumOf('backend_database_calls_total', { operation: 'query', status: 'success' })).toBe(1);
  expect(await sumOf('backend_database_calls_total', { operation: 'get_user', status: 'success' })).toBe(1);
  expect(await sumOf('backend_database_calls_total', { operation: 'get_user', status: 'not_found' })).toBe(1);
  expect(await sumOf('backend_database_calls_total')).toBe(4);
  expect(await sumOf('backend_processing_time_seconds_count', { operation: 'validation' })).toBe(5);
  expect(await sumOf('backend_processing_time_seconds_count', { operation: 'pricing' })).toBe(1);
  expect(await sumOf('backend_processing_time_seconds_sum')).toBeGreaterThan(0);
});

test('every request is in the log under its trace', async () => {
  const { traceId } = await shop.get('/api/product/3');
  await shop.spans(traceId);
  expect(shop.lines(traceId)).toEqual(['request answered']);
});

test('writes what the process takes, every so often', async () => {
  await shop.stop();
  shop = await startHarness({ STOREFRONT_MEMORY_LOG_MS: 5 });
  const line = () => shop.telemetry.logs().find(({ body }) => body === 'memory of the process');
  await expect.poll(line).toBeDefined();
  const { resident_bytes, heap_used_bytes } = line()?.attributes ?? {};
  expect(resident_bytes).toBeGreaterThan(10_000_000);
  expect(heap_used_bytes).toBeGreaterThan(1_000_000);
  expect(resident_bytes).toBeGreaterThan(heap_used_bytes as number);
});
