import { mkdir, rm, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { stringLiteral } from '@clearspan/dataprime';
import { DATABASE } from '@clearspan/telemetry-store';
import type { Settings } from '../engine/settings.ts';
import { storeError } from '../engine/store-error.ts';
import { ENGINE_DEFAULTS } from '../engine-defaults.ts';
import { openDirectory } from '../open-directory.ts';
import { parseResult } from '../parse-result.ts';
import { SCHEMA_VERSION, VERSION_TABLE } from '../schema/migrations.ts';
import type { Run } from '../schema/run.ts';
import { mendRollUps } from './mend-roll-ups.ts';

export interface RestoreStoreOptions {
  /** Directory of a store that is to be; it must hold nothing. */
  readonly path: string;
  /** What the engine wrote at a backup. */
  readonly backup: string;
  readonly ms: number;
}

/** A day of traces can be larger than the memory that there is: then it is folded on disk. */
const SETTINGS: Settings = { max_bytes_before_external_group_by: ENGINE_DEFAULTS.memoryBytesMax / 4 };
const LINK = 'restored-from';

const checkVersion = async (run: Run): Promise<void> => {
  const [[version] = []] = await run(`SELECT max(version) FROM ${VERSION_TABLE}`);
  if (Number(version) <= SCHEMA_VERSION) return;
  throw storeError(
    'ENGINE',
    `the backup has schema version ${String(version)}, this program knows up to ${SCHEMA_VERSION}`,
  );
};

/** Makes a store of what a backup holds, as it was. Rejects with a `StoreError`; then the directory is of no use. */
export const restoreStore = async ({ path, backup, ms }: RestoreStoreOptions): Promise<void> => {
  await mkdir(path, { recursive: true });
  const { engine, backups } = await openDirectory({ ...ENGINE_DEFAULTS, path });
  const link = join(backups, LINK);
  const { resultBytesMax } = ENGINE_DEFAULTS;
  const run: Run = async (sql) => {
    const times = { queueMs: ms, killAfterMs: ms };
    const settings = sql.startsWith('ALTER') ? null : SETTINGS;
    const request = { lane: 'backup', sql, settings, ...times, resultBytesMax, repeatable: false } as const;
    return parseResult((await engine.run(request)).bytes).rows;
  };
  try {
    await symlink(resolve(backup), link);
    await run(`RESTORE DATABASE ${DATABASE} FROM File(${stringLiteral(link)})`);
    await checkVersion(run);
    await mendRollUps(run);
  } finally {
    await engine.close();
    await rm(link, { force: true });
  }
};
