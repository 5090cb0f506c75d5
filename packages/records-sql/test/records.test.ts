import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { migrateRecords, openRecords } from '@clearspan/records-sql';
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { records } from '../src/migrations/0001-records.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clearspan-records-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const row = {
  id: 'f1',
  stored_at: '2026-01-02T03:04:05.678Z',
  user_input: "errors '; drop table feedback; --",
  generated_query: 'source logs',
  rating: 5,
  comment: null,
  corrected_query: null,
  trace_id: null,
  metadata: '{}',
};

test('migrations run at opening, once, and what was stored is there after reopening', async () => {
  const file = join(folder, 'deep', 'records.db');
  const first = await openRecords({ file });
  await first.insertInto('feedback').values(row).execute();
  await first.destroy();
  const second = await openRecords({ file });
  expect(await migrateRecords(second, 'sqlite')).toEqual([]);
  expect(await second.selectFrom('feedback').selectAll().execute()).toEqual([{ seq: 1, ...row }]);
  await second.destroy();
});

test('a rating out of range is refused by the database too', async () => {
  const db = await openRecords({ file: join(folder, 'records.db') });
  await expect(
    db
      .insertInto('feedback')
      .values({ ...row, rating: 6 })
      .execute(),
  ).rejects.toThrow('CHECK');
  await db.destroy();
});

test('records written by newer software are refused', async () => {
  const file = join(folder, 'records.db');
  await (await openRecords({ file })).destroy();
  const raw = new DatabaseSync(file);
  raw.prepare('INSERT INTO kysely_migration (name, timestamp) VALUES (?, ?)').run('9999-future', '2030-01-01');
  raw.close();
  await expect(openRecords({ file })).rejects.toThrow('newest form');
});

test('the same migration is written in the words of PostgreSQL', async () => {
  const said: string[] = [];
  const db = new Kysely<unknown>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (inner) => new PostgresIntrospector(inner),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    log: (event) => {
      said.push(event.query.sql);
    },
  });
  await records('postgresql').up(db);
  expect(said.filter((sql) => sql.includes('"seq" bigserial primary key'))).toHaveLength(3);
  expect(said.join(' ')).not.toContain('autoincrement');
});
