import { copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DATA_FILES } from '@clearspan/contracts';
import { openRecords } from '@clearspan/records-sql';
import { openSqliteTasks } from '@clearspan/tasks-sqlite';
import { ENGINE_BACKUP, restoreStore } from '@clearspan/telemetry-store-clickhouse';
import { inputError } from '../command-error.ts';
import { RESTORING } from '../system/restoring.ts';
import type { Manifest } from './manifest.ts';

const RESTORE_MS = 6 * 3_600_000;

/** Opened once, so that a database which this program cannot use is told before anything is in its place. */
const openers: Readonly<Record<'records' | 'tasks', (file: string) => Promise<void>>> = {
  records: async (file) => (await openRecords({ file })).destroy(),
  tasks: async (file) => (await openSqliteTasks({ file })).close(),
};

const restoreDatabase = async (kind: 'records' | 'tasks', from: string, to: string): Promise<void> => {
  await copyFile(from, to);
  await openers[kind](to).catch((error: Error) => {
    throw inputError(`the ${kind} of the backup cannot be used: ${error.message}`, error);
  });
};

/** Fills a data directory that holds nothing. Until everything is in its place there is a folder that says so. */
export const restoreInto = async (dataDir: string, backupDir: string, { files }: Manifest): Promise<void> => {
  const work = join(dataDir, RESTORING);
  await rm(work, { recursive: true, force: true });
  await mkdir(work);
  try {
    for (const kind of ['records', 'tasks'] as const) {
      const file = DATA_FILES[kind];
      if (files[file]) await restoreDatabase(kind, join(backupDir, file), join(work, file));
    }
    const store = join(work, DATA_FILES.store);
    await mkdir(dirname(store), { recursive: true });
    await restoreStore({ path: store, backup: join(backupDir, ENGINE_BACKUP), ms: RESTORE_MS }).catch(
      (error: Error) => {
        throw inputError(`the telemetry of the backup cannot be used: ${error.message}`, error);
      },
    );
    for (const entry of await readdir(work)) await rename(join(work, entry), join(dataDir, entry));
  } catch (error) {
    for (const entry of await readdir(dataDir)) await rm(join(dataDir, entry), { recursive: true, force: true });
    throw error;
  }
  await rm(work, { recursive: true });
};
