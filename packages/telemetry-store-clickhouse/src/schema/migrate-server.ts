import { DATABASE, type DdlOptions, ddl } from '@clearspan/telemetry-store';
import { storeError } from '../engine/store-error.ts';
import { keepRetention } from './keep-retention.ts';
import { createVersionTable, MIGRATIONS, SCHEMA_VERSION, SERVER_SINCE } from './migrations.ts';
import type { Run } from './run.ts';
import { heldVersion, noteVersion } from './version.ts';

const exists = async (run: Run): Promise<boolean> => {
  const [[count] = []] = await run(
    `SELECT count() FROM system.tables WHERE database = '${DATABASE}' AND name = 'schema_version'`,
  );
  return Number(count) > 0;
};

/**
 * Brings the tables of a server or a cluster to the newest version and the retention to what is asked for. Any number of
 * processes may do this at once, while others take telemetry in: a server without tables gets the newest ones as they are,
 * with nothing to fill from what was there, and every statement leaves alone what another process has made. Where all is
 * as it should be, no statement of definition is run at all.
 */
export const migrateServer = async (run: Run, options: DdlOptions): Promise<void> => {
  if (!(await exists(run))) for (const sql of createVersionTable(options.cluster ?? null)) await run(sql);
  const held = await heldVersion(run, 'the server');
  if (held > 0 && held < SERVER_SINCE)
    throw storeError('ENGINE', `expected tables of version ${SERVER_SINCE} or later, found version ${held}`);
  if (held === 0) {
    for (const sql of ddl(options)) await run(sql);
    await noteVersion(run, SCHEMA_VERSION, `the tables of version ${SCHEMA_VERSION}`);
  }
  for (const { version, what, statements } of MIGRATIONS) {
    if (held === 0 || version <= held) continue;
    for (const sql of statements(options)) await run(sql);
    await noteVersion(run, version, what);
  }
  await keepRetention(run, options);
};
