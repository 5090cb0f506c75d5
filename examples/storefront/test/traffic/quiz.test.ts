import type { FaultState } from '@clearspan/contracts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FAULT_NAMES, FAULTS, type FaultName } from '../../src/faults/fault-catalog.ts';
import { readParams } from '../../src/faults/fault-request.ts';
import { QUIZ_S } from '../../src/traffic/quiz.ts';
import { QUIZ_PARAMS, quizFault } from '../../src/traffic/quiz-faults.ts';
import { openRoom, type Room } from './control-room.ts';
import { type ManualClock, manualClock } from './manual-clock.ts';
import { type Shop, startShop } from './shop.ts';

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

test('a quiz hides a fault, and the reveal names it and switches it off', async () => {
  const started = await room.post('/quiz', { seed: 5 });
  expect(started).toMatchObject({ status: 201, body: { running: true, since: '2026-01-05T00:00:00.000Z' } });
  const [fault] = shop.on() as [FaultName];
  expect(shop.on()).toEqual([quizFault(5)]);
  const list = (await room.get('/faults')).body;
  expect([list.hidden, list.faults.filter(({ on }: FaultState) => on)]).toEqual([1, []]);
  expect(JSON.stringify((await room.get('/quiz')).body)).not.toContain(fault);
  expect(started.body.hints).toContain(FAULTS[fault].question);
  expect(started.body.hints.length).toBeGreaterThan(5);

  const { service, summary, question, query, shows } = FAULTS[fault];
  const revealed = await room.post('/quiz/reveal');
  expect(revealed).toEqual({ status: 200, body: { fault, service, summary, question, query, shows } });
  expect(shop.on()).toEqual([]);
  expect((await room.get('/quiz')).body).toEqual({ running: false, since: null });
});

test('there is one at a time, and nothing to reveal without', async () => {
  expect(await room.post('/quiz/reveal')).toMatchObject({ status: 409 });
  const both = await Promise.all([room.post('/quiz'), room.post('/quiz')]);
  expect(new Set(both.map(({ status }) => status))).toEqual(new Set([201, 409]));
  expect(await room.post('/incident')).toMatchObject({ status: 409 });
  expect(shop.on()).toHaveLength(1);
});

test('there is none beside a fault that is on, hidden or not', async () => {
  await room.post('/faults', { name: 'slow_query' });
  expect(await room.post('/quiz')).toMatchObject({
    status: 409,
    body: { code: 'CONFLICT', detail: 'expected every fault to be off, found slow_query on' },
  });
  await room.post('/faults', { name: 'slow_query', hidden: true });
  expect((await room.post('/quiz')).body.detail).toBe('expected every fault to be off, found one on and hidden');
  expect((await room.get('/quiz')).body.running).toBe(false);
  await room.del('/faults');
  expect(await room.post('/quiz')).toMatchObject({ status: 201 });
});

test('a quiz that nobody solves is over after its time', async () => {
  await room.post('/quiz', {});
  const ends = Object.values(shop.boards).flatMap((board) => board.all().map((fault) => fault.untilMs - fault.sinceMs));
  expect(ends).toEqual([QUIZ_S * 1_000]);
  clock.advance(QUIZ_S * 1_000);
  expect((await room.get('/quiz')).body.running).toBe(false);
});

test('the end of the control room ends the quiz', async () => {
  await room.post('/quiz', {});
  await room.service.stop();
  expect(shop.on()).toEqual([]);
});

test.each([[{ seed: -1 }], [{ seed: 1.5 }], [{ fault: 'slow_query' }]])('%j is refused', async (body) => {
  expect(await room.post('/quiz', body)).toMatchObject({ status: 400 });
  expect(shop.on()).toEqual([]);
});

test('every fault can be chosen, and is adjusted as it can be', () => {
  const chosen = new Set(Array.from({ length: 200 }, (_, seed) => quizFault(seed)));
  expect([...chosen].sort()).toEqual([...FAULT_NAMES].sort());
  for (const name of FAULT_NAMES) expect(readParams(name, QUIZ_PARAMS[name])).toMatchObject({ ok: true });
});
