import type { DdlOptions } from '@clearspan/telemetry-store';
import { keepRetention } from './keep-retention.ts';
import { createVersionTable, MIGRATIONS, type Migration } from './migrations.ts';
import type { Run } from './run.ts';
import { heldVersion, noteVersion } from './version.ts';

const apply = async (run: Run, { version, what, statements, fill }: Migration, options: DdlOptions): Promise<void> => {
  for (const sql of statements(options)) await run(sql);
  if (!options.temporary) await fill?.(run, options);
  await noteVersion(run, version, what);
};

/**
 * Brings the tables of a directory to the newest version and the retention to what is asked for. Nobody else has the
 * directory, and nothing is taken in meanwhile.
 */
export const migrate = async (run: Run, options: DdlOptions): Promise<void> => {
  for (const sql of createVersionTable(null)) await run(sql);
  const held = await heldVersion(run, 'the data directory');
  const missing = MIGRATIONS.filter(({ version }) => version > held);
  if (missing.length > 0) {
    // What is filled would be merged at the same time, and both take memory.
    await run('SYSTEM STOP MERGES');
    for (const migration of missing) await apply(run, migration, options);
    await run('SYSTEM START MERGES');
  }
  await keepRetention(run, options);
};
