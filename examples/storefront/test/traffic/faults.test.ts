import type { FaultState } from '@clearspan/contracts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FAULT_NAMES } from '../../src/faults/fault-catalog.ts';
import { quizFault } from '../../src/traffic/quiz-faults.ts';
import { openRoom, type Room } from './control-room.ts';
import { type Shop, startShop } from './shop.ts';

let shop: Shop;
let room: Room;

beforeEach(async () => {
  shop = await startShop();
  room = await openRoom(shop, 'off');
});
afterEach(async () => {
  await room.service.stop();
  await shop.stop();
});

const on = (faults: readonly FaultState[]): FaultState[] => faults.filter((fault) => fault.on);

test('faults of every service are listed and switched through the frontend', async () => {
  const { body } = await room.get('/faults');
  expect(body.faults.map(({ name }: FaultState) => name).sort()).toEqual([...FAULT_NAMES].sort());
  const switched = await room.post('/faults', { name: 'slow_query', duration_s: 60, seed: 3 });
  expect(on(switched.body.faults)).toMatchObject([{ name: 'slow_query', service: 'database-service', seed: 3 }]);
  expect(shop.on()).toEqual(['slow_query']);
  const off = await room.post('/faults', { name: 'slow_query', on: false });
  expect([on(off.body.faults), shop.on()]).toEqual([[], []]);
});

test('what a fault does not take is refused with the words of its service', async () => {
  const refused = await room.post('/faults', { name: 'payment_errors', params: { percent: 101 } });
  expect(refused).toMatchObject({
    status: 400,
    body: { detail: 'params.percent: expected a number from 1 to 100 (percent), found 101' },
  });
  expect(await room.post('/faults', { name: 'no_such_fault' })).toMatchObject({ status: 400 });
});

test('everything is switched off at once, the quiz too', async () => {
  await room.post('/traffic', { running: true });
  expect(await room.post('/quiz', { seed: 1 })).toMatchObject({ status: 201 });
  const beside = quizFault(1) === 'memory_leak' ? 'slow_query' : 'memory_leak';
  await room.post('/faults', { name: beside });
  expect(shop.on()).toHaveLength(2);
  const { body } = await room.del('/faults');
  expect([on(body.faults), body.hidden, shop.on()]).toEqual([[], 0, []]);
  expect((await room.get('/quiz')).body).toEqual({ running: false, since: null });
});

test('a shop that is away is said to be the one that is', async () => {
  await shop.stop();
  const answer = await room.get('/faults');
  expect(answer).toMatchObject({ status: 503, body: { code: 'SERVICE_UNAVAILABLE' } });
  expect(answer.body.detail).toContain('frontend-service');
});
