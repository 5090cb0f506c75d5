import { randomBytes } from 'node:crypto';
import { rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { type BackupRequest, type BackupResponse, DATA_FILES } from '@clearspan/contracts';
import { backupPlace } from '@clearspan/telemetry-store-clickhouse';
import { httpJson } from '../sources/http-json.ts';
import type { Outcome } from '../sources/query-source.ts';

/** Longer than the store gives a backup: it has the last word. */
const ANSWER_MS = 7 * 3_600_000;

/**
 * Lets the running store write into a directory. A store takes no paths: it writes to places in its own directory, and a
 * place that is a link leads wherever the owner of that directory wants it.
 */
export const backUpStore = async (
  dataDir: string,
  storeUrl: string,
  target: string,
): Promise<Outcome<BackupResponse>> => {
  const place = `to-${randomBytes(8).toString('hex')}`;
  const link = backupPlace(join(dataDir, DATA_FILES.store), place);
  await symlink(target, link).catch((error: NodeJS.ErrnoException) => {
    // A store on a server has no such directory, and says so when it is asked.
    if (error.code !== 'ENOENT') throw error;
  });
  try {
    const body: BackupRequest = { place };
    return await httpJson<BackupResponse>('POST', `${storeUrl}/api/store/backup`, { body, answerMs: ANSWER_MS });
  } finally {
    await rm(link, { force: true });
  }
};
