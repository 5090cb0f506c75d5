import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sameDays } from '@clearspan/telemetry-store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EmbeddedStore, type EngineEvent, openEmbeddedStore } from '../src/index.ts';
import { asker, countOf, describeStore, ENDLESS, started } from './conformance/store-contract.ts';
import { seriesBatch } from './series-batch.ts';

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

const query = asker(() => store);

beforeAll(async () => {
  path = await mkdtemp(join(tmpdir(), 'store-'));
  store = await openEmbeddedStore({ path, retentionDays: null, onEvent });
});
afterAll(async () => {
  await store?.close();
  await rm(path, { recursive: true, force: true });
});

describeStore('an embedded store', async () => {
  const own = await mkdtemp(join(tmpdir(), 'store-'));
  const opened = await openEmbeddedStore({ path: own, retentionDays: null });
  return {
    store: opened,
    close: async () => {
      await opened.close();
      await rm(own, { recursive: true, force: true });
    },
  };
});

describe('the process', () => {
  test('a statement has the threads that were given, however little memory there is', async () => {
    const one = await mkdtemp(join(tmpdir(), 'store-'));
    const small = await openEmbeddedStore({ path: one, retentionDays: null, memoryBytesMax: 300_000_000, threads: 2 });
    const pipeline = await asker(() => small)('EXPLAIN PIPELINE SELECT sum(number) FROM numbers_mt(100000000)');
    await small.close();
    await rm(one, { recursive: true, force: true });
    expect(JSON.stringify(pipeline)).toContain('AggregatingTransform × 2');
  });

  test('a second store on the directory is refused by name', async () => {
    await expect(openEmbeddedStore({ path, retentionDays: null })).rejects.toMatchObject({ code: 'LOCKED' });
  });

  test('after the engine is killed, running queries fail, inserts are repeated once, the next query works', async () => {
    await store.insert(seriesBatch('killed', 4), 'k-1');
    const running = query(`${ENDLESS} AND 'mark2' != ''`, { ms: 60_000 });
    running.catch(() => {});
    await started(query, 'mark2');
    process.kill(store.enginePid() as number, 'SIGKILL');
    const repeated = [store.insert(seriesBatch('killed', 4), 'k-1'), store.insert(seriesBatch('killed', 4), 'k-2')];
    await expect(running).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await Promise.all(repeated);
    await eventOf('restarted');
    expect(store.up()).toBe(true);
    expect(await countOf(query, 'killed')).toBe(8);
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
