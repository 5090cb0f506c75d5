import { createMeshClient, type MeshClient } from '@clearspan/mesh';
import { afterEach, expect, test } from 'vitest';
import { faultRequest } from '../../src/faults/fault-request.ts';
import { faultsBehind } from '../../src/faults/faults-behind.ts';
import { switchOff } from '../../src/traffic/switch-off.ts';
import { manualClock } from './manual-clock.ts';
import { type Shop, startShop } from './shop.ts';

let shop: Shop;
let mesh: MeshClient<'frontend-service'>;
afterEach(async () => {
  await mesh.close();
  await shop.stop();
});

test('a fault that cannot be switched off now is switched off when it can be', async () => {
  shop = await startShop();
  const { port } = new URL(shop.url);
  mesh = createMeshClient({ caller: 'storefront-traffic', services: { 'frontend-service': shop.url } });
  const faults = faultsBehind(mesh, 'frontend-service');
  const clock = manualClock();
  const failures: unknown[] = [];
  await shop.stop();
  await switchOff('slow_query', { faults, clock, onFailed: (error) => failures.push(error) });
  expect(failures).toHaveLength(1);
  shop = await startShop(Number(port));
  await shop.boards['database-service'].switch(faultRequest.parse({ name: 'slow_query' }));
  clock.advance(99);
  expect(shop.on()).toEqual(['slow_query']);
  clock.advance(1);
  await expect.poll(() => shop.on()).toEqual([]);
  expect(failures).toHaveLength(1);
});
