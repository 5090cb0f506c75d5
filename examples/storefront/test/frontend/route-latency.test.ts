import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FrontendHarness, startHarness } from './frontend-harness.ts';

let shop: FrontendHarness;
beforeEach(async () => {
  shop = await startHarness();
});
afterEach(() => shop.stop());

const DELAY = { delay_ms: 60, jitter_ms: 40 };

/** How long a page took by its span, and how it is marked. */
const visit = async (path: string): Promise<{ ms: number; fault: unknown; simulated: unknown }> => {
  const { traceId } = await shop.get(path);
  const root = (await shop.spans(traceId)).find(({ name }) => name.startsWith('frontend_'));
  const [seconds, nanos] = root?.duration ?? [0, 0];
  const { 'demo.fault': fault, 'demo.simulated': simulated } = root?.attributes ?? {};
  return { ms: seconds * 1_000 + nanos / 1e6, fault, simulated };
};

test('the route that is named waits, and is marked; the others do neither', async () => {
  await shop.fault({ name: 'route_latency', params: { route: '/user/:id', ...DELAY } });
  const slow = await visit('/user/7');
  expect(slow).toMatchObject({ fault: 'route_latency', simulated: true });
  expect(slow.ms).toBeGreaterThanOrEqual(59);
  expect(await visit('/product/7')).toMatchObject({ fault: undefined, simulated: undefined });
  expect(await visit('/')).toMatchObject({ fault: undefined, simulated: undefined });
  await shop.fault({ name: 'route_latency', on: false });
  expect(await visit('/user/7')).toMatchObject({ fault: undefined, simulated: undefined });
});

test('a visitor who leaves is not waited for', async () => {
  await shop.fault({ name: 'route_latency', params: { route: '/', delay_ms: 10_000, jitter_ms: 0 } });
  const response = await fetch(shop.service.url, { headers: { 'x-deadline-ms': '20' } });
  expect([response.status, await response.json()]).toEqual([
    504,
    expect.objectContaining({ code: 'DEADLINE_EXCEEDED' }),
  ]);
  expect(shop.backend.paths).toEqual([]);
});
