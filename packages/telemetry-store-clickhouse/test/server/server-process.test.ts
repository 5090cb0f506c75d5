import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { sameDays, TABLES, type TableBatch } from '@clearspan/telemetry-store';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openServerStore, type ServerEvent, type ServerStore, type ServerStoreOptions } from '../../src/index.ts';
import { startTestServer, type TestServer } from '../../src/test-server/index.ts';
import { asker, countOf, ENDLESS, started } from '../conformance/store-contract.ts';
import { seriesBatch } from '../series-batch.ts';
import { addressOf } from '../support/server-under-test.ts';

const USER = 'writer';
const PASSWORD = 'pass:word/with@signs';

let path: string;
let server: TestServer;
const stores: ServerStore[] = [];
beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), 'server-process-'));
});
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
  await server.close();
  await rm(path, { recursive: true, force: true });
});

const start = async (cluster: string | null = null): Promise<void> => {
  server = await startTestServer({ path, user: USER, password: PASSWORD, cluster });
};
const open = async (more: Partial<ServerStoreOptions> = {}): Promise<ServerStore> => {
  const address = addressOf(server.url, USER, PASSWORD);
  const store = await openServerStore({ address, cluster: null, retentionDays: null, ...more });
  stores.push(store);
  return store;
};
/** Statements that came since so many. */
const since = (count: number): string[] => server.requests.slice(count).map(({ sql }) => sql);
const isDefinition = (sql: string): boolean => /^(CREATE|ALTER|DROP|TRUNCATE|RENAME)/.test(sql);

describe('a server that goes away', () => {
  test('running queries fail, inserts are repeated once, the next query works', async () => {
    await start();
    const events: ServerEvent['kind'][] = [];
    const back = Promise.withResolvers<void>();
    const store = await open({
      onEvent: ({ kind }) => {
        events.push(kind);
        if (kind === 'back') back.resolve();
      },
    });
    const query = asker(() => store);
    await store.insert(seriesBatch('killed', 4), 'k-1');
    const running = query(`${ENDLESS} AND 'mark3' != ''`, { ms: 60_000 });
    running.catch(() => {});
    await started(query, 'mark3');
    await server.crash();
    await expect(running).rejects.toMatchObject({ code: 'UNAVAILABLE', message: 'the server cannot be reached' });
    expect(store.up()).toBe(false);
    await expect(query('SELECT 1')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    const repeated = [store.insert(seriesBatch('killed', 4), 'k-1'), store.insert(seriesBatch('killed', 4), 'k-2')];
    await server.restart();
    await Promise.all(repeated);
    await back.promise;
    expect([store.up(), events]).toEqual([true, ['away', 'back']]);
    expect(await countOf(query, 'killed')).toBe(8);
  });

  test('an insert is given up when the store is closed, and when its time is over', async () => {
    await start();
    const store = await open();
    const hasty = await open({ insertMsMax: 50 });
    await server.crash();
    await expect(hasty.insert(seriesBatch('late', 1), 'l-1')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    const waiting = store.insert(seriesBatch('late', 1), 'l-2');
    waiting.catch(() => {});
    await store.close();
    await expect(waiting).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });

  test('one that is not there yet is waited for, and named when it does not come', async () => {
    await start();
    await server.crash();
    await expect(open({ reachWaitMs: 0 })).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: 'no answer from the server within 0 ms: the server cannot be reached',
    });
    const opening = open();
    await server.restart();
    expect((await opening).up()).toBe(true);
  });
});

describe('opened by many', () => {
  test.each([null, 'obs'])(
    'all at once and while rows come, the tables are made once and nothing is emptied: %s',
    async (cluster) => {
      await start(cluster);
      const first = await open({ cluster });
      const others = Array.from({ length: 4 }, () => open({ cluster, retentionDays: sameDays(3650) }));
      for (let i = 0; i < 8; i++) await first.insert(seriesBatch('early', 2), `e-${i}`);
      await Promise.all(others);
      const query = asker(() => first);
      expect(await countOf(query, 'early')).toBe(16);
      expect(await query('SELECT max(version) FROM otel.schema_version')).toEqual([[7]]);
      const emptied = since(0).filter((sql) => /TRUNCATE|DROP|INSERT INTO otel\.(traces|red_1m)/.test(sql));
      expect(emptied).toEqual([]);
    },
  );

  test('where all is as it should be, nothing is defined', async () => {
    await start();
    await open({ retentionDays: sameDays(7) });
    const before = server.requests.length;
    await open({ retentionDays: sameDays(7) });
    expect(since(before).filter(isDefinition)).toEqual([]);
    await open({ retentionDays: sameDays(8) });
    expect(since(before).filter(isDefinition)).toContain(
      'ALTER TABLE otel.logs MODIFY TTL toDateTime(ts) + INTERVAL 8 DAY SETTINGS materialize_ttl_after_modify = 0',
    );
  });
});

describe('a cluster', () => {
  test('is told all that is defined, and all that is to be ended, on every server, in words the engine reads', async () => {
    await start('obs');
    const store = await open({ cluster: 'obs', retentionDays: sameDays(7) });
    const other = await open({ cluster: 'obs', retentionDays: sameDays(8) });
    const query = asker(() => store);
    const abort = new AbortController();
    const running = query(`${ENDLESS} AND 'mark4' != ''`, { ms: 60_000 }, abort.signal);
    running.catch(() => {});
    await started(query, 'mark4');
    abort.abort();
    await expect(running).rejects.toMatchObject({ code: 'CANCELLED' });
    await other.stats();
    await store.close();
    const told = [...new Set(since(0).filter((sql) => isDefinition(sql) || sql.startsWith('KILL')))];
    expect(told.length).toBeGreaterThan(Object.keys(TABLES).length * 3);
    expect(told.filter((sql) => !sql.includes(' ON CLUSTER `obs`'))).toEqual([]);
    expect(told.filter((sql) => /^ALTER TABLE (?!otel\.\w+_local)/.test(sql))).toEqual([]);
    for (const sql of told) await asker(() => other)(`EXPLAIN AST ${sql}`);
  });

  test('records go to the shard of this process where it has one, other rows to that of their key', async () => {
    await start('obs');
    const store = await open({ cluster: 'obs', shard: 1 });
    const before = server.requests.length;
    const noRows: TableBatch = { table: 'edges_1m', rows: 1, bytes: Buffer.from('not a row') };
    await store.insert(seriesBatch('placed', 1), 'p-1');
    await expect(store.insert(noRows, 'p-2')).rejects.toMatchObject({ code: 'ENGINE' });
    const settings = server.requests.slice(before).map((request) => request.settings);
    expect(settings.map((given) => given.get('insert_shard_id'))).toEqual(['1', undefined]);
    for (const given of settings)
      expect(Object.fromEntries(given)).toMatchObject({ distributed_foreground_insert: '1', async_insert: '0' });
  });

  test('is made where a shard was added, and nothing is noted twice', async () => {
    await start('obs');
    const first = await open({ cluster: 'obs' });
    const before = server.requests.length;
    // As on the server of a new shard, whose tables are missing: all of them are asked for again.
    await server.run('DROP VIEW otel.red_1m_mv');
    await open({ cluster: 'obs' });
    expect(since(before).filter((sql) => sql.startsWith('CREATE')).length).toBeGreaterThan(Object.keys(TABLES).length);
    const query = asker(() => first);
    expect(await query('SELECT count() FROM otel.schema_version')).toEqual([['1']]);
    expect(await query("SELECT count() FROM system.tables WHERE name = 'red_1m_mv'")).toEqual([['1']]);
  });

  test('that the server does not know is refused, and a shard that it does not have', async () => {
    await start('obs');
    await expect(open({ cluster: 'other' })).rejects.toMatchObject({
      message: 'expected a cluster `other` that the server knows, found none',
    });
    await expect(open({ cluster: 'obs', shard: 2 })).rejects.toMatchObject({
      message: 'expected a shard of `obs` from 1 to 1, found 2',
    });
  });

  test('of a name that could be read as SQL is refused', async () => {
    await start();
    await expect(open({ cluster: 'a` b' })).rejects.toMatchObject({
      message: 'expected a name of letters, digits, `_`, `.` and `-` for a cluster, found `a` b`',
    });
  });
});

describe('limits', () => {
  test('a result of too many bytes is refused', async () => {
    await start();
    const query = asker(await open({ resultBytesMax: 10_000 }).then((store) => () => store));
    await expect(query("SELECT repeat('x', 20000)")).rejects.toMatchObject({ code: 'TOO_MANY_ROWS' });
    expect(await query('SELECT 1')).toEqual([[1]]);
  });

  test('who cannot wait for a turn, or waits for too long, is told so', async () => {
    await start();
    const store = await open({ readers: 1, statementsQueuedMax: 1, queueMs: 50 });
    const watch = await open();
    const query = asker(() => store);
    const abort = new AbortController();
    const running = query(`${ENDLESS} AND 'mark5' != ''`, { ms: 60_000 }, abort.signal);
    running.catch(() => {});
    await started(
      asker(() => watch),
      'mark5',
    );
    const waiting = query('SELECT 1');
    await expect(query('SELECT 2')).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: 'every session of the engine is busy (waited 0 ms)',
    });
    await expect(waiting).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: 'every session of the engine is busy (waited 50 ms)',
    });
    abort.abort();
    await expect(running).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(await query('SELECT 3')).toEqual([[3]]);
  });
});

test('neither user nor password is in what is thrown when they are wrong', async () => {
  await start();
  const address = addressOf(server.url.replace('//', '//someone:secret-word@'));
  expect(address).toEqual({ url: server.url, username: 'someone', password: 'secret-word' });
  const refused = await openServerStore({ address, cluster: null, retentionDays: null, reachWaitMs: 0 }).catch(
    (error: unknown) => error,
  );
  expect(refused).toMatchObject({ code: 'UNAVAILABLE' });
  expect(inspect(refused, { depth: 10 })).toContain('Authentication failed');
  expect(inspect(refused, { depth: 10, showHidden: true })).not.toContain('secret-word');
});
