import { afterEach, beforeEach, expect, test } from 'vitest';
import { FAULTS } from '../../src/faults/fault-catalog.ts';
import { readParams } from '../../src/faults/fault-request.ts';
import type { Scenario } from '../../src/traffic/scenario.ts';
import { SCENARIOS } from '../../src/traffic/scenarios.ts';
import { openRoom, type Room } from './control-room.ts';
import { type ManualClock, manualClock } from './manual-clock.ts';
import { type Shop, startShop } from './shop.ts';

const MINUTE_MS = 60_000;
let shop: Shop;
let room: Room;
let clock: ManualClock;

beforeEach(async () => {
  shop = await startShop();
  clock = manualClock();
  room = await openRoom(shop, 'on', clock);
});
afterEach(async () => {
  await room.service.stop();
  await shop.stop();
});

const passes = (minutes: number): void => clock.advance(minutes * MINUTE_MS);
const nowOn = (names: readonly string[]): Promise<void> => expect.poll(() => shop.on().toSorted()).toEqual(names);

test('black friday builds up by its timetable, and ends by itself with all of it', async () => {
  const started = await room.post('/incident', {});
  expect(started).toMatchObject({
    status: 202,
    body: { running: { scenario: 'black-friday', minutes: 10, step: 0, since: '2026-01-05T00:00:00.000Z' } },
  });
  expect(started.body.running.next_at).toBe('2026-01-05T00:02:00.000Z');
  expect(shop.on()).toEqual([]);
  passes(2);
  await nowOn(['cache_disabled']);
  expect((await room.get('/incident')).body.running).toMatchObject({ step: 1, next_at: '2026-01-05T00:05:00.000Z' });
  passes(3);
  await nowOn(['cache_disabled', 'lock_contention']);
  passes(2.5);
  await nowOn(['cache_disabled', 'lock_contention', 'pool_exhaustion']);
  expect((await room.get('/incident')).body.running).toMatchObject({ step: 3, next_at: null });
  passes(2.4);
  expect((await room.get('/incident')).body.running).not.toBeNull();
  passes(0.1);
  await nowOn([]);
  expect((await room.get('/incident')).body.running).toBeNull();
});

test('a shorter incident is the same in less time', async () => {
  const { body } = await room.post('/incident', { scenario: 'slow-burn', minutes: 1 });
  expect(body.running.next_at).toBe('2026-01-05T00:00:24.000Z');
  await nowOn(['memory_leak']);
  passes(0.4);
  await nowOn(['memory_leak', 'route_latency']);
  passes(0.3);
  const delay = (): unknown => shop.boards['frontend-service'].running('route_latency')?.params.delay_ms;
  await expect.poll(delay).toBe(1_500);
  passes(0.3);
  await nowOn([]);
});

test('a release that is rolled back fails no more, and what is wrong beside it goes on', async () => {
  await room.post('/incident', { scenario: 'bad-release' });
  passes(6);
  await nowOn(['bad_deploy', 'log_storm', 'payment_errors']);
  passes(1);
  await nowOn(['payment_errors']);
});

test('a stop switches off what the incident switched on, and nothing else', async () => {
  await room.post('/faults', { name: 'slow_query' });
  await room.post('/incident', { scenario: 'black-friday' });
  passes(2);
  await nowOn(['cache_disabled', 'slow_query']);
  expect((await room.del('/incident')).body.running).toBeNull();
  expect(shop.on()).toEqual(['slow_query']);
  passes(10);
  expect(shop.on()).toEqual(['slow_query']);
});

test('a fault ends by itself soon after the incident, should nobody be there to end it', async () => {
  await room.post('/incident', { scenario: 'slow-burn', minutes: 1 });
  await nowOn(['memory_leak']);
  const fault = shop.boards['backend-service'].running('memory_leak');
  expect(((fault?.untilMs ?? 0) - (fault?.sinceMs ?? 0)) / 1_000).toBeCloseTo(70, 3);
});

test('the end of the control room ends its incident', async () => {
  await room.post('/incident', { scenario: 'slow-burn' });
  await nowOn(['memory_leak']);
  await room.service.stop();
  expect(shop.on()).toEqual([]);
});

test('there is one at a time, and none that nobody would see', async () => {
  await room.post('/incident', {});
  expect(await room.post('/incident', {})).toMatchObject({ status: 409, body: { code: 'CONFLICT' } });
  expect(await room.post('/quiz', {})).toMatchObject({ status: 409 });
  await room.del('/incident');
  await room.post('/traffic', { running: false });
  const refused = await room.post('/incident', {});
  expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('nobody visits the shop')]);
});

test.each([[{ scenario: 'cyber-monday' }], [{ minutes: 0 }], [{ minutes: 121 }], [{ minuets: 3 }]])(
  '%j is refused',
  async (body) => {
    expect(await room.post('/incident', body)).toMatchObject({ status: 400, body: { code: 'INVALID_REQUEST' } });
    expect((await room.get('/incident')).body.running).toBeNull();
  },
);

test('a step that cannot be taken does not hold up the ones behind it', async () => {
  await room.post('/incident', { scenario: 'bad-release' });
  const { port } = new URL(shop.url);
  await shop.stop();
  passes(1);
  // In turn behind the step, whose outcome is known then.
  await room.post('/faults', { name: 'slow_query' });
  shop = await startShop(Number(port));
  passes(2);
  await nowOn(['log_storm']);
});

test('every scenario is in order, within its time, and of faults as they can be adjusted', () => {
  for (const { steps } of Object.values(SCENARIOS) as readonly Scenario[]) {
    const minutes = steps.map(({ at_minute }) => at_minute);
    expect(minutes).toEqual(minutes.toSorted((a, b) => a - b));
    expect(minutes.at(-1)).toBeLessThan(10);
    for (const { act } of steps)
      if (act.kind === 'fault')
        expect([FAULTS[act.name].name, readParams(act.name, act.params ?? {}).ok]).toEqual([act.name, true]);
  }
});
