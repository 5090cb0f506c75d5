import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createRowBatch, decodeOtlp, type Signal, tableBatches } from '@clearspan/telemetry-store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayMs, openDropRecord } from '../../../src/core/retention/drop-record.ts';
import { type BytesMax, createKeeper, type Keeper } from '../../../src/core/retention/keeper.ts';
import { dayPayload } from '../../support/day-payload.ts';
import { listeningLog, openParts, type Parts, rowsOf, type Said } from '../../support/open-parts.ts';

const NOW_MS = Date.parse('2026-01-10T12:00:00Z');
const DAYS = ['20260106', '20260107', '20260108', '20260109', '20260110'];
const NONE: BytesMax = { logs: null, spans: null, metrics: null };

let parts: Parts;
let path: string;
beforeAll(async () => {
  parts = await openParts();
  path = join(parts.dir, 'dropped.json');
  for (const day of DAYS) await insertDay(day, 'first');
}, 30_000);
afterAll(() => parts.close());

/** The same amount of every signal, told apart by its token. */
const insertDay = async (day: string, token: string): Promise<void> => {
  const rows = createRowBatch();
  for (const signal of ['logs', 'traces', 'metrics'] satisfies Signal[]) {
    const outcome = decodeOtlp(signal, 'json', Buffer.from(dayPayload(signal, dayMs(day))), rows, {
      receivedNanos: BigInt(NOW_MS) * 1_000_000n,
      requestId: `${day}-${signal}`,
      timeWindow: undefined,
      seriesSeen: new Set(),
    });
    expect(outcome).toMatchObject({ ok: true, rejected: 0 });
  }
  for (const batch of tableBatches(rows)) await parts.store.insert(batch, `${day}-${token}`);
};

const keeperOf = async (bytesMax: BytesMax): Promise<{ keeper: Keeper; said: Said[] }> => {
  const log = listeningLog();
  const keeper = createKeeper({
    store: parts.store,
    record: await openDropRecord(path),
    bytesMax,
    limits: { checkMs: 60_000, afterInsertMs: 60_000 },
    nowMs: () => NOW_MS,
    log,
  });
  return { keeper, said: log.said };
};

/** Looks once. */
const check = async (bytesMax: Partial<BytesMax>): Promise<Said[]> => {
  const { keeper, said } = await keeperOf({ ...NONE, ...bytesMax });
  await keeper.check();
  await keeper.close();
  return said;
};

const daysOf = async (table: string, time = 'ts'): Promise<unknown> =>
  (
    await rowsOf(parts.store, `SELECT DISTINCT formatDateTime(${time}, '%Y%m%d') AS d FROM otel.${table} ORDER BY d`)
  ).flat();
const bytesOf = async (...tables: string[]): Promise<number> =>
  (await parts.store.partitions()).reduce((sum, { table, bytes }) => sum + (tables.includes(table) ? bytes : 0), 0);

test('without a limit nothing is looked at', async () => {
  expect(await check({})).toEqual([]);
  expect(await daysOf('logs')).toEqual(DAYS);
});

test('the oldest days of one data set go, and it is told', async () => {
  const bytesMax = Math.floor((await bytesOf('logs')) * 0.7);
  const said = await check({ logs: bytesMax });
  expect(await daysOf('logs')).toEqual(DAYS.slice(2));
  expect(await daysOf('spans')).toEqual(DAYS);
  expect(await bytesOf('logs')).toBeLessThanOrEqual(bytesMax);
  expect(said).toMatchObject([
    {
      level: 'warn',
      message: 'a data set had more bytes than it may: its oldest days were dropped',
      fields: { data_set: 'logs', first_day: '20260106', last_day: '20260107', rows: 400 },
    },
  ]);
  const record = await openDropRecord(path);
  expect(record.last('logs')).toMatchObject({ firstDay: '20260106', lastDay: '20260107', rows: 400 });
  expect([record.keptFrom('logs'), record.keptFrom('spans')]).toEqual(['20260108', null]);
});

test('what came of a dropped day since then goes too, also after a restart', async () => {
  await insertDay('20260107', 'again');
  await check({ logs: 1_000_000_000 });
  expect(await daysOf('logs')).toEqual(DAYS.slice(2));
  expect((await openDropRecord(path)).keptFrom('logs')).toBe('20260108');
});

test('traces go with their spans, series with the last day of their month; the newest day stays, and that is told once', async () => {
  const { keeper, said } = await keeperOf({ logs: null, spans: 1, metrics: 1 });
  await keeper.check();
  await keeper.check();
  await keeper.close();
  for (const [table, time] of [
    ['spans', 'ts'],
    ['traces', 'day'],
    ['metric_points', 'ts'],
    ['exemplars', 'ts'],
  ] as const)
    expect([table, await daysOf(table, time)]).toEqual([table, DAYS.slice(-1)]);
  expect(await bytesOf('metric_series')).toBeGreaterThan(0);
  const message = 'the newest day of a data set alone has more bytes than it may; it is kept';
  expect(said.filter((one) => one.message === message).map(({ fields }) => fields)).toMatchObject([
    { data_set: 'spans', bytes_max: 1 },
    { data_set: 'metrics', bytes_max: 1 },
  ]);
});

test('a record of drops that cannot be read is not taken for none', async () => {
  const broken = join(parts.dir, 'broken', 'dropped.json');
  await mkdir(join(parts.dir, 'broken'));
  await writeFile(broken, (await readFile(path, 'utf8')).slice(0, 20));
  await expect(openDropRecord(broken)).rejects.toThrow(/^expected JSON in /);
  await rm(broken);
  expect((await openDropRecord(broken)).keptFrom('logs')).toBeNull();
});
