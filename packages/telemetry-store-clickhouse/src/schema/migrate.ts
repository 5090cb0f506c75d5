import { type DdlOptions, ROLL_UPS } from '@clearspan/telemetry-store';
import { foldByHour } from './fold-by-hour.ts';
import { keepRetention } from './keep-retention.ts';
import { createVersionTable, MIGRATIONS } from './migrations.ts';
import type { Run } from './run.ts';
import { heldVersion, noteVersion } from './version.ts';

/**
 * Brings the tables of a directory to the newest version and the retention to what is asked for. Nobody else has the
 * directory, and nothing is taken in meanwhile.
 */
export const migrate = async (run: Run, options: DdlOptions): Promise<void> => {
  for (const sql of createVersionTable(null)) await run(sql);
  const held = await heldVersion(run, 'the data directory');
  for (const { version, what, statements, folded } of MIGRATIONS) {
    if (version <= held) continue;
    for (const sql of statements(options)) await run(sql);
    const rollUp = options.temporary ? undefined : ROLL_UPS.find(({ table }) => table === folded);
    if (rollUp !== undefined) await foldByHour(run, rollUp);
    await noteVersion(run, version, what);
  }
  await keepRetention(run, options);
};
