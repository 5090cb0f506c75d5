import { DATABASE, type DdlOptions, type RetentionDays, TABLES, ttlOf } from '@clearspan/telemetry-store';
import { storeError } from '../engine/store-error.ts';
import { CREATE_VERSION_TABLE, MIGRATIONS, SCHEMA_VERSION, VERSION_TABLE } from './migrations.ts';

/** Runs one statement of our own and returns its rows. */
export type Run = (sql: string) => Promise<readonly (readonly unknown[])[]>;

/** Brings the tables to the newest version and the retention to what is asked for. */
export const migrate = async (run: Run, options: DdlOptions): Promise<void> => {
  for (const sql of CREATE_VERSION_TABLE) await run(sql);
  const [row] = await run(`SELECT max(version) FROM ${VERSION_TABLE}`);
  const held = Number(row?.[0] ?? 0);
  if (held > SCHEMA_VERSION) {
    throw storeError(
      'ENGINE',
      `the data directory has schema version ${held}, this program knows up to ${SCHEMA_VERSION}: a newer one wrote it`,
    );
  }
  for (const migration of MIGRATIONS) {
    if (migration.version <= held) continue;
    for (const sql of migration.statements(options)) await run(sql);
    await run(`INSERT INTO ${VERSION_TABLE} (version, what) SELECT ${migration.version}, '${migration.what}'`);
  }
  await keepRetention(run, options.retentionDays);
};

/** The days of a table were written when it was created; the option may have changed since. */
const keepRetention = async (run: Run, retentionDays: RetentionDays | null): Promise<void> => {
  const rows = await run(`SELECT name, create_table_query FROM system.tables WHERE database = '${DATABASE}'`);
  const created = new Map(rows.map(([name, sql]) => [String(name), String(sql)]));
  for (const table of Object.values(TABLES)) {
    const sql = created.get(table.name) ?? '';
    const days = /\bTTL .*?toIntervalDay\((\d+)\)/s.exec(sql)?.[1];
    const ttl = ttlOf(table, retentionDays);
    if (ttl === null && days !== undefined) await run(`ALTER TABLE ${DATABASE}.${table.name} REMOVE TTL`);
    if (ttl === null || ttl.endsWith(` + INTERVAL ${days} DAY`)) continue;
    // Parts that are too old are found by the background merge; nothing is rewritten now.
    await run(`ALTER TABLE ${DATABASE}.${table.name} MODIFY TTL ${ttl} SETTINGS materialize_ttl_after_modify = 0`);
  }
};
