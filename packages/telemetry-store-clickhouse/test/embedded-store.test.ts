import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sameDays, type TableBatch } from '@clearspan/telemetry-store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EmbeddedStore, type EngineEvent, openEmbeddedStore } from '../src/index.ts';
import { seriesBatch } from './series-batch.ts';

const LIMITS = { ms: 10_000, memoryBytes: 200_000_000, rows: 1_000 };
/** Runs for minutes unless it is stopped. */
const ENDLESS = 'SELECT count() FROM numbers(100000000000) WHERE sipHash64(number) = 1';

let path: string;
let store: EmbeddedStore;
const events: EngineEvent[] = [];
const seen: (() => void)[] = [];
const onEvent = (event: EngineEvent): void => {
  events.push(event);
  for (const wake of seen.splice(0)) wake();
};
const eventOf = async (kind: EngineEvent['kind']): Promise<void> => {
  while (!events.some((event) => event.kind === kind)) await new Promise<void>((wake) => seen.push(wake));
};

const query = async (
  sql: string,
  limits: Partial<typeof LIMITS> = {},
  signal?: AbortSignal,
): Promise<readonly (readonly unknown[])[]> =>
  (await store.query({ sql, limits: { ...LIMITS, ...limits }, signal })).rows;
const count = async (metric: string): Promise<number> =>
  Number((await query(`SELECT count() FROM otel.metric_points WHERE metric = '${metric}'`))[0]?.[0]);
/** Statements now in the engine with a mark in their text. */
const statements = async (mark: string): Promise<number> =>
  Number(
    (
      await query(
        `SELECT count() FROM system.processes WHERE query LIKE '%${mark}%' AND query NOT LIKE '%system.processes%'`,
      )
    )[0]?.[0],
  );
/** Watched from another session, because the store does not tell when a statement has begun. */
const started = async (mark: string): Promise<void> => {
  while ((await statements(mark)) === 0);
};

beforeAll(async () => {
  path = await mkdtemp(join(tmpdir(), 'store-'));
  store = await openEmbeddedStore({ path, retentionDays: null, onEvent });
});
afterAll(async () => {
  await store?.close();
  await rm(path, { recursive: true, force: true });
});

describe('insert and query', () => {
  test('a row whose regular expression is not one ends the query with words that say so', async () => {
    await expect(query("SELECT match('a', arrayJoin(['a', 'a(']))")).rejects.toMatchObject({
      code: 'REFUSED',
      message: 'a regular expression in the rows is not one, or one is larger than the engine takes',
    });
  });

  test('the cache of conditions, which can hide rows, is off', async () => {
    expect(await query("SELECT getSetting('use_query_condition_cache')")).toEqual([[false]]);
  });

  test('rows that were inserted are seen by the next query, with names, types and 64-bit integers as text', async () => {
    await store.insert(seriesBatch('inserted', 3), 'a-1');
    const result = await store.query({
      sql: "SELECT metric, series, v FROM otel.metric_points WHERE metric = 'inserted' ORDER BY v",
      limits: LIMITS,
    });
    expect(result.columns).toEqual([
      { name: 'metric', type: 'LowCardinality(String)' },
      { name: 'series', type: 'UInt64' },
      { name: 'v', type: 'Float64' },
    ]);
    expect(result.rows).toEqual([
      ['inserted', '18446744073709551615', 0],
      ['inserted', '18446744073709551615', 1],
      ['inserted', '18446744073709551615', 2],
    ]);
    expect(result.scannedRows).toBeGreaterThanOrEqual(3);
  });

  test('what was scanned is told, not what was returned', async () => {
    const { rows, scannedRows, scannedBytes } = await store.query({
      sql: 'SELECT count() FROM numbers(1000) WHERE number % 7 = 3',
      limits: LIMITS,
    });
    expect([rows, scannedRows]).toEqual([[['143']], 1000]);
    expect(scannedBytes).toBe(8000);
  });

  test('the same token adds nothing the second time', async () => {
    await store.insert(seriesBatch('tokens', 5), 'b-1');
    await store.insert(seriesBatch('tokens', 5), 'b-1');
    await store.insert(seriesBatch('tokens', 5), 'b-2');
    expect(await count('tokens')).toBe(10);
  });

  test('bytes that look like SQL are only bytes', async () => {
    const metric = 'x\n\nDROP TABLE otel.metric_points;\n\n';
    await store.insert(seriesBatch(metric, 1), 'c-1');
    expect(await query("SELECT metric FROM otel.metric_points WHERE startsWith(metric, 'x\\n')")).toEqual([[metric]]);
  });

  test('bytes that are no rows are refused and leave nothing behind', async () => {
    const broken: TableBatch = { table: 'metric_points', rows: 2, bytes: Buffer.from('not a row') };
    await expect(store.insert(broken, 'd-1')).rejects.toMatchObject({ code: 'ENGINE' });
  });

  test('a reader cannot write', async () => {
    await expect(query('INSERT INTO otel.metric_points (metric) SELECT 1')).rejects.toMatchObject({ code: 'ENGINE' });
  });

  test('values with line feeds, quotes and commas come back as they are', async () => {
    expect(await query("SELECT 'a\\n,b\"\\\\c', [1, 2], map('k', 'v')")).toEqual([['a\n,b"\\c', [1, 2], { k: 'v' }]]);
  });
});

describe('limits', () => {
  test('time', async () => {
    const before = performance.now();
    await expect(query(ENDLESS, { ms: 300 })).rejects.toMatchObject({ code: 'TIMEOUT' });
    expect(performance.now() - before).toBeLessThan(5_000);
  });
  test('memory', async () => {
    await expect(
      query('SELECT groupArray(number) FROM numbers(100000000)', { memoryBytes: 50_000_000 }),
    ).rejects.toMatchObject({ code: 'MEMORY' });
  });
  test('rows', async () => {
    await expect(query('SELECT number FROM numbers(100)', { rows: 10 })).rejects.toMatchObject({
      code: 'TOO_MANY_ROWS',
    });
  });
  test('what a failed statement had already written does not reach the next one', async () => {
    const failing = 'SELECT number, throwIf(number = 1000000) FROM numbers(2000000)';
    const outcomes = await Promise.allSettled(Array.from({ length: 4 }, () => query(failing, { rows: 3_000_000 })));
    expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
    for (let i = 0; i < 4; i++) expect(await query(`SELECT ${i}`)).toEqual([[i]]);
  });
  test('what the engine refuses is ENGINE, its text stays in the cause', async () => {
    const error = await query("SELECT nope('secret')").catch((e: Error) => e);
    expect(error).toMatchObject({ code: 'ENGINE', message: 'the engine refused the statement (code 46)' });
  });
});

describe('cancel', () => {
  test('the signal stops the work in the engine', async () => {
    const abort = new AbortController();
    const running = query(`${ENDLESS} AND 'mark1' != ''`, { ms: 60_000 }, abort.signal);
    running.catch(() => {});
    await started('mark1');
    abort.abort();
    await expect(running).rejects.toMatchObject({ code: 'CANCELLED' });
    // The engine strikes it off its list a moment after it has ended it.
    while ((await statements('mark1')) > 0);
  });

  test('a statement cancelled at once, or while it waits for a reader, does not run', async () => {
    const aborts = Array.from({ length: 5 }, () => new AbortController());
    const running = aborts.map((abort) => query(ENDLESS, { ms: 60_000 }, abort.signal));
    for (const abort of aborts.toReversed()) abort.abort();
    for (const outcome of await Promise.allSettled(running))
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'CANCELLED' } });
    await expect(query('SELECT 1', {}, AbortSignal.abort())).rejects.toMatchObject({ code: 'CANCELLED' });
  });
});

describe('the process', () => {
  test('a second store on the directory is refused by name', async () => {
    await expect(openEmbeddedStore({ path, retentionDays: null })).rejects.toMatchObject({ code: 'LOCKED' });
  });

  test('after the engine is killed, running queries fail, inserts are repeated once, the next query works', async () => {
    await store.insert(seriesBatch('killed', 4), 'k-1');
    const running = query(`${ENDLESS} AND 'mark2' != ''`, { ms: 60_000 });
    running.catch(() => {});
    await started('mark2');
    process.kill(store.enginePid() as number, 'SIGKILL');
    const repeated = [store.insert(seriesBatch('killed', 4), 'k-1'), store.insert(seriesBatch('killed', 4), 'k-2')];
    await expect(running).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await Promise.all(repeated);
    await eventOf('restarted');
    expect(store.up()).toBe(true);
    expect(await count('killed')).toBe(8);
  });

  test('what was inserted is there after closing and opening again; a changed retention is taken over', async () => {
    await writeFile(join(path, 'incoming', 'left-behind.bin'), 'of an insert that was cut short');
    await store.close();
    store = await openEmbeddedStore({ path, retentionDays: sameDays(30), onEvent });
    expect(
      await query(
        "SELECT position(create_table_query, 'toIntervalDay(30)') > 0 FROM system.tables WHERE database = 'otel' AND name = 'logs'",
      ),
    ).toEqual([[1]]);
    const { tables, engine } = await store.stats();
    expect(engine).toMatch(/^ClickHouse \d+\.\d+/);
    expect(tables.find((table) => table.table === 'metric_points')).toMatchObject({
      oldest: expect.stringMatching(/^2026-/),
      rows: expect.any(Number),
    });
    expect(tables.find((table) => table.table === 'logs')).toMatchObject({ rows: 0, oldest: null });
  });
});
