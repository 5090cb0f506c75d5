import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TABLES } from '@clearspan/telemetry-store';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type EmbeddedStore, type EmbeddedStoreOptions, openEmbeddedStore } from '../src/index.ts';

const file = (name: string): string => fileURLToPath(new URL(`released/${name}`, import.meta.url));
const LIMITS = { ms: 10_000, memoryBytes: 200_000_000, rows: 1_000 };

let path: string;
beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), 'released-'));
});
afterEach(() => rm(path, { recursive: true, force: true }));

const opened = async <T>(
  read: (query: (sql: string) => Promise<readonly (readonly unknown[])[]>) => Promise<T>,
  options: Partial<EmbeddedStoreOptions> = {},
): Promise<T> => {
  const store: EmbeddedStore = await openEmbeddedStore({ path, retentionDays: null, ...options });
  try {
    return await read(async (sql) => (await store.query({ sql, limits: LIMITS })).rows);
  } finally {
    await store.close();
  }
};

describe.each([1, 2, 4, 5, 6])('a directory of schema version %d', (version) => {
  beforeEach(
    () => void execFileSync(process.execPath, [file('run-sql.ts'), join(path, 'engine'), file(`v${version}.sql`)]),
  );

  test('is brought to the newest, with its records and what is made of them, once', async () => {
    for (let time = 0; time < 2; time++) {
      await opened(async (query) => {
        expect(
          await query("SELECT count() FROM system.tables WHERE database = 'otel' AND name NOT LIKE '%_mv'"),
        ).toEqual([[String(Object.keys(TABLES).length + 1)]]);
        expect(await query('SELECT count(), uniqExact(trace_id) FROM otel.spans')).toEqual([['120', '120']]);
        expect(await query('SELECT count() FROM otel.logs')).toEqual([['7']]);
        expect(
          await query(
            'SELECT toString(service), sum(calls), sum(errors), max(duration_max) FROM otel.red_1m GROUP BY service ORDER BY service',
          ),
        ).toEqual([
          ['cart', '60', '30', '119000000'],
          ['shop', '60', '0', '120000000'],
        ]);
        expect(await query('SELECT max(version), count() FROM otel.schema_version')).toEqual([[7, '7']]);
        expect(
          await query(
            "SELECT count() FROM system.tables WHERE database = 'otel' AND create_table_query LIKE '%merge_selector_base = 8%'",
          ),
        ).toEqual([[String(Object.keys(TABLES).length)]]);
        expect(
          await query(
            "SELECT name FROM system.tables WHERE database = 'otel' AND create_table_query LIKE '%min_compress_block_size = 16384%'",
          ),
        ).toEqual([['spans']]);
        expect(
          await query("SELECT sorting_key FROM system.tables WHERE database = 'otel' AND name = 'red_1m'"),
        ).toEqual([['minute, service, name, kind']]);
      });
    }
  });

  test('takes in what comes then', async () => {
    await opened(() => Promise.resolve());
    execFileSync(process.execPath, [file('run-sql.ts'), join(path, 'engine'), file('one-more.sql')]);
    await opened(async (query) => {
      expect(await query("SELECT sum(calls) FROM otel.red_1m WHERE service = 'late'")).toEqual([['1']]);
      expect(await query('SELECT sum(spans), uniqExact(trace_id) FROM otel.traces')).toEqual([['121', '121']]);
    });
  });
});

test('spans of many days come to their roll-ups', async () => {
  for (const name of ['v2.sql', 'many-days.sql'])
    execFileSync(process.execPath, [file('run-sql.ts'), join(path, 'engine'), file(name)]);
  const counted = await opened((query) => query("SELECT sum(calls) FROM otel.red_1m WHERE service = 'old'"));
  expect(counted).toEqual([['150']]);
});

test('spans whose roll-up is larger than memory come to it', async () => {
  for (const name of ['v2.sql', 'many-operations.sql'])
    execFileSync(process.execPath, [file('run-sql.ts'), join(path, 'engine'), file(name)]);
  const counted = await opened((query) => query("SELECT sum(calls) FROM otel.red_1m WHERE service = 'wide'"), {
    memoryBytesMax: 220_000_000,
  });
  expect(counted).toEqual([['600000']]);
}, 60_000);

test('a directory of a later version is left alone', async () => {
  execFileSync(process.execPath, [file('run-sql.ts'), join(path, 'engine'), file('v2.sql')]);
  execFileSync(process.execPath, [file('run-sql.ts'), join(path, 'engine'), file('later.sql')]);
  await expect(opened(() => Promise.resolve())).rejects.toThrow(
    'the data directory has schema version 99, this program knows up to 7: a newer one wrote it',
  );
});
