import { afterEach, beforeEach, expect, test } from 'vitest';
import { problemAnswer } from '../support/problem-answer.ts';
import { sumOf } from '../support/samples.ts';
import { type BackendHarness, startHarness } from './backend-harness.ts';

let shop: BackendHarness;
beforeEach(async () => {
  shop = await startHarness();
});
afterEach(() => shop.stop());

const N = 20;
const called = () => expect.poll(() => shop.database.paths.length).toBe(1);
const looked = (count: number) =>
  expect.poll(() => sumOf('backend_cache_operations_total', { operation: 'miss' })).toBe(count);

test('as many requests as may come at once make one call, in the trace of the first', async () => {
  const answerNow = shop.database.pause();
  const first = shop.get('/api/product/5');
  await called();
  const others = Array.from({ length: N - 1 }, () => shop.get('/api/product/5'));
  await looked(N);
  answerNow();
  const answers = await Promise.all([first, ...others]);
  expect(answers.map(({ status, body }) => [status, body.from_cache])).toEqual(
    Array.from({ length: N }, () => [200, false]),
  );
  expect(shop.database.paths).toEqual(['/db/product/5']);
  const trees = await Promise.all(answers.map(({ traceId }) => shop.tree(traceId)));
  expect(trees.filter((tree) => tree.includes('GET'))).toEqual(['backend_get_product\n  GET\n  apply_pricing_rules\n']);
  expect(shop.database.lastHeaders().traceparent).toContain((await first).traceId);
  const routes = await Promise.all(answers.map(({ traceId }) => shop.route(traceId)));
  expect(routes.filter(({ attributes }) => attributes['cache.coalesced'] === true)).toHaveLength(N - 1);
  expect(await sumOf('backend_database_calls_total')).toBe(1);
});

test('a request that is given up fails nobody who waits for its call', async () => {
  const answerNow = shop.database.pause();
  const controller = new AbortController();
  const first = shop.get('/api/user/7', { signal: controller.signal });
  await called();
  const hurried = shop.get('/api/user/8', { headers: { 'x-deadline-ms': '1' } });
  const patient = shop.get('/api/user/7');
  await looked(3);
  controller.abort();
  await expect(first).rejects.toThrow();
  expect((await hurried).status).toBe(504);
  const afterHurried = shop.get('/api/user/8');
  await looked(4);
  answerNow();
  expect(await patient).toMatchObject({ status: 200, body: { user: { id: 7 }, from_cache: false } });
  expect(await afterHurried).toMatchObject({ status: 200, body: { user: { id: 8 }, from_cache: false } });
  expect(shop.database.paths).toEqual(['/db/user/7', '/db/user/8']);
});

test('an error is the answer to all who waited, and the next request tries again', async () => {
  shop.answerWith(() => problemAnswer('SERVICE_UNAVAILABLE', 'no connection was free'));
  const answerNow = shop.database.pause();
  const first = shop.get('/api/data');
  await called();
  const second = shop.get('/api/data');
  await looked(2);
  answerNow();
  expect([(await first).status, (await second).status]).toEqual([503, 503]);
  expect(shop.database.paths).toHaveLength(1);
  await shop.get('/api/data');
  expect(shop.database.paths).toHaveLength(2);
});

test('an entry is good for its time, and there are as many as are allowed', async () => {
  await shop.stop();
  shop = await startHarness({ STOREFRONT_CACHE_ENTRIES_MAX: 2, STOREFRONT_CACHE_TTL_MS: 86_400_000 });
  for (const id of [1, 2, 3, 1]) await shop.get(`/api/user/${id}`);
  expect(shop.database.paths).toEqual(['/db/user/1', '/db/user/2', '/db/user/3', '/db/user/1']);
});
