import { DATABASE, type DdlOptions, ddl } from '@clearspan/telemetry-store';
import { storeError } from '../engine/store-error.ts';
import { keepRetention } from './keep-retention.ts';
import { createVersionTable, MIGRATIONS, SCHEMA_VERSION, SERVER_SINCE } from './migrations.ts';
import type { Run } from './run.ts';
import { heldVersion, noteVersion } from './version.ts';

/** What is made last: where it is, all is. */
const LAST_MADE = 'red_1m_mv';

/** Whether every shard has its tables. One that was added to a cluster has none. */
const isMade = async (run: Run, cluster: string | null, shards: number): Promise<boolean> => {
  const tables = cluster === null ? 'system.tables' : `cluster('${cluster}', system.tables)`;
  const [[made] = []] = await run(
    `SELECT count() FROM ${tables} WHERE database = '${DATABASE}' AND name = '${LAST_MADE}'`,
  );
  return Number(made) >= shards;
};

/**
 * Brings the tables of a server or a cluster to the newest version and the retention to what is asked for. Any number of
 * processes may do this at once, while others take telemetry in: where there are no tables the newest ones are made as they
 * are, with nothing to fill from what was there, and every statement leaves alone what another process has made. Where
 * all is as it should be, no statement of definition is run at all.
 */
export const migrateServer = async (run: Run, options: DdlOptions, shards: number): Promise<void> => {
  const { cluster = null } = options;
  const made = await isMade(run, cluster, shards);
  if (!made) for (const sql of createVersionTable(cluster)) await run(sql);
  const held = await heldVersion(run, 'the server');
  if (held > 0 && held < SERVER_SINCE)
    throw storeError('ENGINE', `expected tables of version ${SERVER_SINCE} or later, found version ${held}`);
  if (!made) for (const sql of ddl(options)) await run(sql);
  if (held === 0) await noteVersion(run, SCHEMA_VERSION, `the tables of version ${SCHEMA_VERSION}`);
  for (const { version, what, statements } of MIGRATIONS) {
    if (held === 0 || version <= held) continue;
    for (const sql of statements(options)) await run(sql);
    await noteVersion(run, version, what);
  }
  await keepRetention(run, options);
};
