import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { TRAFFIC_DEFAULTS } from '../../src/traffic/traffic-settings.ts';
import { openRoom, type Room } from './control-room.ts';
import { type Shop, startShop } from './shop.ts';

let shop: Shop;
let room: Room;

const open = async (traffic: 'on' | 'off'): Promise<void> => {
  shop = await startShop();
  room = await openRoom(shop, traffic);
};
afterEach(async () => {
  await room.service.stop();
  await shop.stop();
});

const BUSY = { rate_per_s: 200, users: 50, think_ms: 50, burst: { factor: 1 } };
const seen = (atLeast: number): Promise<void> =>
  expect.poll(() => shop.seen.length, { timeout: 10_000 }).toBeGreaterThan(atLeast);

test('visitors come from the start, unless they are not to', async () => {
  await open('on');
  expect((await room.get('/traffic')).body).toMatchObject({ running: true, settings: TRAFFIC_DEFAULTS });
  await room.service.stop();
  room = await openRoom(shop, 'off');
  expect((await room.get('/traffic')).body).toEqual({
    running: false,
    settings: TRAFFIC_DEFAULTS,
    figures: { requests: 0, by_status: {}, active_users: 0, since: null },
  });
});

test('every request is counted by its status, also those under way at the stop', async () => {
  await open('off');
  await room.post('/traffic', { running: true, settings: { ...BUSY, bad_id_percent: 20 } });
  await seen(200);
  const { body } = await room.post('/traffic', { running: false });
  const { requests, by_status, active_users, since } = body.figures;
  expect(requests).toBe(shop.seen.length);
  expect(Object.keys(by_status).sort()).toEqual(['200', '404']);
  expect(by_status['200'] + by_status['404']).toBe(requests);
  expect([active_users, Number.isNaN(Date.parse(since))]).toEqual([0, false]);
  const after = shop.seen.length;
  await room.get('/traffic');
  expect(shop.seen.length).toBe(after);
});

test('a visit keeps its session and begins no trace of its own', async () => {
  await open('off');
  await room.post('/traffic', { running: true, settings: { ...BUSY, users: 10 } });
  await seen(150);
  await room.post('/traffic', { running: false });
  const sessions = shop.seen.filter(({ cookie }) => cookie === undefined).length;
  const kept = shop.seen.filter(({ cookie }) => /^session=s\d+$/.test(cookie ?? '')).length;
  expect(sessions + kept).toBe(shop.seen.length);
  // A visit is of six pages on average.
  expect(kept).toBeGreaterThan(sessions * 2);
  expect(sessions).toBeGreaterThan(10);
  expect(shop.seen.every(({ traceparent }) => traceparent === undefined)).toBe(true);
});

test('a stop waits for answers only so long', async () => {
  await open('off');
  const release = shop.hold();
  await room.post('/traffic', { running: true, settings: BUSY });
  await seen(10);
  const { body } = await room.post('/traffic', { running: false });
  const { requests, by_status } = body.figures;
  expect(by_status).toEqual({ no_answer: requests });
  release();
});

test('visitors stay away from a shop that is shut, and come back when it opens', async () => {
  await open('off');
  const { port } = new URL(shop.url);
  await room.post('/traffic', { running: true, settings: BUSY });
  await seen(50);
  await shop.stop();
  const lost = async (): Promise<number> => (await room.get('/traffic')).body.figures.by_status.no_answer ?? 0;
  await expect.poll(lost, { timeout: 5_000 }).toBeGreaterThan(0);
  shop = await startShop(Number(port));
  await seen(50);
  // One of each visitor at most: nobody ran against the shut door again and again.
  expect(await lost()).toBeLessThanOrEqual(BUSY.users);
});

test('nobody comes before the whole shop is ready', async () => {
  shop = await startShop();
  let status = 503;
  let asked = 0;
  const database = createServer((_, response) => {
    asked += 1;
    response.writeHead(status).end();
  }).listen(0, '127.0.0.1');
  await once(database, 'listening');
  const databaseUrl = `http://127.0.0.1:${(database.address() as AddressInfo).port}`;
  room = await openRoom({ ...shop, databaseUrl }, 'off');
  await room.post('/traffic', { running: true, settings: BUSY });
  await expect.poll(() => asked, { timeout: 5_000 }).toBeGreaterThan(2);
  expect(shop.seen).toEqual([]);
  status = 200;
  await seen(20);
  database.close();
});

test('other settings bring other visitors, and the figures go on', async () => {
  await open('off');
  const began = (await room.post('/traffic', { running: true, settings: BUSY })).body.figures.since;
  await seen(30);
  const { body } = await room.post('/traffic', { settings: { seed: 7, mix: { home: 0, user: 0 } } });
  expect(body).toMatchObject({ running: true, settings: { ...BUSY, seed: 7, mix: { home: 0, user: 0, product: 5 } } });
  expect(body.figures.since).toBe(began);
  const before = shop.seen.length;
  await seen(before + 30);
  expect(shop.seen.slice(before).filter(({ path }) => !path.startsWith('/product/'))).toEqual([]);
});

test.each([
  [{ settings: { rate_per_s: 201 } }, 'body.settings.rate_per_s'],
  [{ settings: { users: 0 } }, 'body.settings.users'],
  [{ settings: { users: 1_001 } }, 'body.settings.users'],
  [{ settings: { mix: { car: 1 } } }, 'body.settings.mix'],
  [{ settings: { rate: 3 } }, 'body.settings'],
  [{ run: true }, 'body'],
  [{ settings: { mix: { home: 0, user: 0, product: 0 } } }, 'settings.mix'],
])('%j is refused by name, and changes nothing', async (body, path) => {
  await open('off');
  const refused = await room.post('/traffic', body);
  expect(refused).toMatchObject({ status: 400, body: { code: 'INVALID_REQUEST' } });
  expect(refused.body.detail).toContain(`${path}: `);
  expect((await room.get('/traffic')).body.settings).toEqual(TRAFFIC_DEFAULTS);
});
