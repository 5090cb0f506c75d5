import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateRecords } from '@clearspan/records-sql';
import { afterAll, beforeAll } from 'vitest';
import { openSqlRecords, sqlRecords } from '../../src/records/sql-records.ts';
import { learnedConformance } from './learned-conformance.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

const ROWS_MAX = 10_000;
let folder = '';
let postgres: PostgresServer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'clearspan-learned-'));
  postgres = await startPostgres();
}, 60_000);
afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true });
});

learnedConformance('SQLite', (clock) =>
  openSqlRecords({
    file: join(folder, `${randomUUID()}.db`),
    now: () => new Date(clock.nowMs),
    newId: randomUUID,
    rowsMax: ROWS_MAX,
  }),
);

learnedConformance('PostgreSQL', async (clock) => {
  const db = await postgres.empty();
  await migrateRecords(db, 'postgresql');
  return sqlRecords({ db, now: () => new Date(clock.nowMs).toISOString(), newId: randomUUID, rowsMax: ROWS_MAX });
});
