import { SpanStatusCode } from '@opentelemetry/api';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { memoryLeak } from '../../src/backend/faults/memory-leak.ts';
import type { RunningFault } from '../../src/faults/fault-board.ts';
import { sumOf } from '../support/samples.ts';
import { type Answered, type BackendHarness, startHarness } from './backend-harness.ts';

let shop: BackendHarness;
beforeEach(async () => {
  shop = await startHarness();
});
afterEach(() => shop.stop());

const marked = (name: string) => ({ 'demo.simulated': true, 'demo.fault': name });
/** The marks of the server span. */
const marksOf = async ({ traceId }: Answered): Promise<unknown> => {
  const { attributes } = await shop.route(traceId);
  const marks = Object.entries(attributes).filter(([key]) => key.startsWith('demo.'));
  return Object.fromEntries(marks);
};

test('cache_disabled: every request goes to the database, and none does once it is off', async () => {
  await shop.get('/api/user/7');
  await shop.on('cache_disabled');
  const answers = [await shop.get('/api/user/7'), await shop.get('/api/user/7')];
  expect(answers.map(({ body }) => body.from_cache)).toEqual([false, false]);
  for (const answer of answers) expect(await marksOf(answer)).toEqual(marked('cache_disabled'));
  expect(shop.database.paths).toHaveLength(3);
  expect(await sumOf('backend_cache_operations_total', { operation: 'miss' })).toBe(3);
  await shop.off('cache_disabled');
  const after = await shop.get('/api/user/7');
  expect([after.body.from_cache, await marksOf(after)]).toEqual([true, {}]);
});

const refusals = async (seed: number): Promise<readonly number[]> => {
  await shop.on('payment_errors', { params: { percent: 30 }, seed });
  const statuses: number[] = [];
  for (let i = 0; i < 40; i++) statuses.push((await shop.get('/api/product/3')).status);
  return statuses;
};

test('payment_errors: a share of the product pages is refused, the same for a seed', async () => {
  const first = await refusals(5);
  expect(first.filter((status) => status === 502).length).toBeGreaterThan(5);
  expect(first.filter((status) => status === 200).length).toBeGreaterThan(20);
  expect(await refusals(5)).toEqual(first);
  expect(await refusals(6)).not.toEqual(first);
  await shop.off('payment_errors');
  expect((await shop.get('/api/product/3')).status).toBe(200);
});

test('payment_errors: a refusal is an error of a service behind, in the log and on the span; users see none', async () => {
  await shop.on('payment_errors', { params: { percent: 100 } });
  const refused = await shop.get('/api/product/3');
  expect(refused).toMatchObject({
    status: 502,
    body: { code: 'UPSTREAM_ERROR', detail: 'the payment provider refused the reservation' },
  });
  expect(await marksOf(refused)).toEqual(marked('payment_errors'));
  expect((await shop.route(refused.traceId)).status.code).toBe(SpanStatusCode.ERROR);
  expect(shop.lines(refused.traceId)).toEqual(['the payment provider refused the reservation', 'request failed']);
  const user = await shop.get('/api/user/3');
  expect([user.status, await marksOf(user)]).toEqual([200, {}]);
});

test('dependency_unreachable: connections are refused, what is cached is still there, and it recovers', async () => {
  await shop.get('/api/user/7');
  await shop.on('dependency_unreachable');
  const refused = await shop.get('/api/user/8');
  expect([refused.status, refused.body.code, refused.body.detail]).toEqual([
    503,
    'SERVICE_UNAVAILABLE',
    'database-service cannot be reached (ECONNREFUSED)',
  ]);
  expect(await marksOf(refused)).toEqual(marked('dependency_unreachable'));
  const call = (await shop.spans(refused.traceId)).find(({ name }) => name === 'GET');
  expect([call?.attributes['error.type'], call?.status.code]).toEqual(['SERVICE_UNAVAILABLE', SpanStatusCode.ERROR]);
  const cached = await shop.get('/api/user/7');
  expect([cached.status, await marksOf(cached)]).toEqual([200, {}]);
  for (let i = 0; i < 40; i++) expect((await shop.get(`/api/user/${i + 10}`)).status).toBe(503);
  await shop.off('dependency_unreachable');
  expect((await shop.get('/api/user/8')).status).toBe(200);
});

test('log_storm: each request writes as many warnings as it is set to', async () => {
  await shop.on('log_storm', { params: { lines_per_request: 25 } });
  const stormy = await shop.get('/api/data');
  expect(await marksOf(stormy)).toEqual(marked('log_storm'));
  const storm = 'a consistency check that was left in found nothing wrong';
  expect(shop.lines(stormy.traceId).filter((body) => body === storm)).toHaveLength(25);
  await shop.off('log_storm');
  const calm = await shop.get('/api/data');
  await shop.spans(calm.traceId);
  expect(shop.lines(calm.traceId)).toEqual(['request answered']);
});

test('memory_leak: memory is really taken with each request', async () => {
  const before = process.memoryUsage().arrayBuffers;
  await shop.on('memory_leak', { params: { bytes_per_request: 10_000_000, bytes_max: 30_000_000 } });
  const answers: Answered[] = [];
  for (let i = 0; i < 5; i++) answers.push(await shop.get('/api/data'));
  expect(await marksOf(answers[0] as Answered)).toEqual(marked('memory_leak'));
  expect(process.memoryUsage().arrayBuffers - before).toBeGreaterThan(20_000_000);
  await shop.off('memory_leak');
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000);
  expect(await marksOf(await shop.get('/api/data'))).toEqual({});
});

test('memory_leak: keeps no more than it may, and nothing once it is off', async () => {
  const leak = memoryLeak();
  const params = { bytes_per_request: 400, bytes_max: 1_000 };
  await leak.start({ params } as unknown as RunningFault);
  const kept = Array.from({ length: 4 }, () => {
    leak.leak();
    return leak.bytes();
  });
  expect(kept).toEqual([400, 800, 1_000, 1_000]);
  await leak.stop();
  leak.leak();
  expect(leak.bytes()).toBe(0);
});

test('bad_deploy: another version, whose pricing fails for what is sold out', async () => {
  await shop.get('/api/product/5');
  await shop.on('bad_deploy');
  expect(shop.deployed).toEqual(['1.1.0']);
  const fresh = await shop.get('/api/product/5');
  expect([fresh.status, fresh.body.from_cache]).toEqual([200, false]);
  expect(fresh.body.product.calculated_price).toBe(90.99);
  const failed = await shop.get('/api/product/10');
  expect([failed.status, failed.body.code]).toEqual([500, 'INTERNAL_ERROR']);
  const pricing = (await shop.spans(failed.traceId)).find(({ name }) => name === 'apply_pricing_rules');
  expect(pricing?.attributes).toMatchObject(marked('bad_deploy'));
  expect(pricing?.status.code).toBe(SpanStatusCode.ERROR);
  expect(pricing?.events[0]?.attributes?.['exception.message']).toContain('expected a finite price, found Infinity');
  await shop.off('bad_deploy');
  expect(shop.deployed).toEqual(['1.1.0', '1.0.0']);
  const back = await shop.get('/api/product/10');
  expect([back.status, back.body.product.calculated_price]).toEqual([200, 89.99]);
});

test('a fault ends by itself, and with the service', async () => {
  await shop.on('cache_disabled', { duration_s: 0.05 });
  const on = async () => (await shop.get('/faults')).body.faults.filter((fault: { on: boolean }) => fault.on).length;
  await vi.waitUntil(async () => (await on()) === 0);
  await shop.on('bad_deploy');
  await shop.service.stop();
  expect(shop.deployed).toEqual(['1.1.0']);
});

test('changes are told to the log, those of a hidden fault by no name', async () => {
  await shop.on('cache_disabled');
  await shop.on('log_storm', { hidden: true });
  const told = shop.telemetry.logs().filter(({ body }) => body === 'a fault was switched on');
  expect(told.map(({ attributes }) => attributes.fault)).toEqual(['cache_disabled', undefined]);
  await shop.off('cache_disabled');
  const { traceId } = await shop.get('/api/data');
  expect((await shop.route(traceId)).attributes).toMatchObject(marked('hidden'));
});
