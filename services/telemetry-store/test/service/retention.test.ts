import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type StoreStats, storeStats } from '@clearspan/contracts';
import { TABLES } from '@clearspan/telemetry-store';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dayPayload } from '../support/day-payload.ts';
import { runService, type ServiceProcess } from '../support/run-service.ts';

const DAY_MS = 86_400_000;
const RECORDS = 200;

let dir: string;
let service: ServiceProcess;
/** Midnight, UTC. */
let todayMs: number;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'store-retention-'));
  todayMs = Math.floor(Date.now() / DAY_MS) * DAY_MS;
});
afterEach(async () => {
  await service?.stop();
  await rm(dir, { recursive: true, force: true });
}, 30_000);

const send = async (signal: 'logs' | 'traces', daysAgo: number): Promise<unknown> => {
  const answer = await fetch(`${service.otlpUrl}/v1/${signal}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: dayPayload(signal, todayMs - daysAgo * DAY_MS),
  });
  expect(answer.status).toBe(200);
  return answer.json();
};
const stats = async (): Promise<StoreStats> => {
  // A query waits for what was acknowledged, the numbers of the store do not.
  const body = JSON.stringify({ query: 'source logs | limit 1' });
  await fetch(`${service.url}/api/query`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  return storeStats.parse(await (await fetch(`${service.url}/api/store/stats`)).json());
};
const isoDay = (daysAgo: number): string => new Date(todayMs - daysAgo * DAY_MS).toISOString().slice(0, 10);
const rejected = { partialSuccess: { rejectedLogRecords: expect.anything(), errorMessage: expect.any(String) } };

test('each data set tells what it holds; days of its own decide what is too old for it', {
  timeout: 60_000,
}, async () => {
  service = await runService(dir, { TELEMETRY_STORE_RETENTION_DAYS: '9', TELEMETRY_STORE_LOGS_DAYS: '3' });
  expect(await send('logs', 0)).toEqual({});
  expect(await send('logs', 5)).toMatchObject(rejected);
  expect(await send('traces', 5)).toEqual({});
  const { data_sets, tables } = await stats();
  expect(data_sets.logs).toMatchObject({
    rows: RECORDS,
    bytes_on_disk: expect.any(Number),
    compression_ratio: expect.any(Number),
    bytes_per_row: expect.any(Number),
    ingest_per_second: RECORDS / 60,
    oldest: expect.stringContaining(isoDay(0)),
    newest: expect.stringContaining(isoDay(0)),
    retention: { days: 3, bytes_max: null, last_drop: null },
  });
  const ofSpans = Object.values(TABLES).filter(({ dataSet }) => dataSet === 'spans');
  const bytes = ofSpans
    .map(({ name }) => tables.find((table) => table.name === name)?.bytes_on_disk ?? 0)
    .reduce((sum, held) => sum + held, 0);
  expect(data_sets.spans).toMatchObject({
    rows: RECORDS,
    bytes_on_disk: bytes,
    bytes_per_row: bytes / RECORDS,
    oldest: expect.stringContaining(isoDay(5)),
    retention: { days: 9 },
  });
  expect(data_sets.metrics).toMatchObject({ rows: 0, compression_ratio: null, bytes_per_row: null, oldest: null });
});

test('too many bytes: the oldest days go, it is told, and they are not taken in again, nor after a restart', {
  timeout: 60_000,
}, async () => {
  service = await runService(dir);
  for (const day of [3, 2, 1, 0]) {
    await send('logs', day);
    await send('traces', day);
  }
  const { data_sets: before } = await stats();
  expect(before.logs).toMatchObject({ rows: 4 * RECORDS, oldest: expect.stringContaining(isoDay(3)) });
  await service.stop();

  const bytesMax = Math.floor(before.logs.bytes_on_disk * 0.6);
  service = await runService(dir, { TELEMETRY_STORE_LOGS_BYTES_MAX: String(bytesMax) });
  let { data_sets: after } = await stats();
  // The first look follows the start, and drops one day after the other.
  while (after.logs.rows > 2 * RECORDS) ({ data_sets: after } = await stats());
  expect(after.logs).toMatchObject({
    rows: 2 * RECORDS,
    oldest: expect.stringContaining(isoDay(1)),
    newest: expect.stringContaining(isoDay(0)),
    retention: {
      bytes_max: bytesMax,
      last_drop: { first_day: isoDay(3), last_day: isoDay(2), rows: 2 * RECORDS, bytes: expect.any(Number) },
    },
  });
  expect(after.logs.bytes_on_disk).toBeLessThanOrEqual(bytesMax);
  expect(after.spans).toMatchObject({ rows: 4 * RECORDS, retention: { bytes_max: null, last_drop: null } });
  expect(service.lines.filter((line) => line.includes('its oldest days were dropped'))).toHaveLength(1);
  expect(await send('logs', 2)).toMatchObject(rejected);
  expect(await send('traces', 2)).toEqual({});
  await service.stop();

  service = await runService(dir, { TELEMETRY_STORE_LOGS_BYTES_MAX: '1000000000' });
  expect(await send('logs', 2)).toMatchObject(rejected);
  expect(await send('logs', 1)).toEqual({});
  expect((await stats()).data_sets.logs.retention.last_drop).toMatchObject({ last_day: isoDay(2) });
  await service.stop();

  // Without a limit nothing has to go, and what went may come again.
  service = await runService(dir);
  expect(await send('logs', 2)).toEqual({});
});

test('inserts are followed by a look', { timeout: 60_000 }, async () => {
  service = await runService(dir, { TELEMETRY_STORE_SPANS_BYTES_MAX: '1' });
  await send('traces', 2);
  await send('traces', 1);
  let { spans } = (await stats()).data_sets;
  while (spans.retention.last_drop === null) ({ spans } = (await stats()).data_sets);
  while (spans.rows > RECORDS) ({ spans } = (await stats()).data_sets);
  expect(spans).toMatchObject({ rows: RECORDS, oldest: expect.stringContaining(isoDay(1)) });
});
