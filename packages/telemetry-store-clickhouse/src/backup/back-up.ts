import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { stringLiteral } from '@clearspan/dataprime';
import { DATABASE } from '@clearspan/telemetry-store';
import type { OpenDirectory } from '../open-directory.ts';
import { ENGINE_BACKUP } from './backup-place.ts';

export interface TakeBackup {
  /** Name of a place that was found to be free. */
  readonly place: string;
  /** Wall clock of the whole backup. */
  readonly ms: number;
  readonly signal?: AbortSignal | undefined;
}

const RESULT_BYTES_MAX = 65_536;

/**
 * The engine's own backup of every table, each as it is at one moment; inserts go on meanwhile. When it rejects, neither
 * files nor the place are left.
 */
export const backUp = async ({ engine, backups }: OpenDirectory, { place, ms, signal }: TakeBackup): Promise<void> => {
  const target = join(backups, place, ENGINE_BACKUP);
  try {
    await engine.run({
      lane: 'backup',
      sql: `BACKUP DATABASE ${DATABASE} TO File(${stringLiteral(target)})`,
      // None but the mark by which it can be killed.
      settings: {},
      queueMs: ms,
      killAfterMs: ms,
      resultBytesMax: RESULT_BYTES_MAX,
      signal,
      // The second one would find the files of the first.
      repeatable: false,
    });
  } catch (error) {
    await rm(target, { recursive: true, force: true });
    // The place too: whoever made it may be gone. Of a link only the link goes.
    await rm(join(backups, place), { recursive: true, force: true });
    throw error;
  }
};
