import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';

const RETRY_MS = 100;

/** What a lock is, is for the system to say: it ends with its process, however that ends. */
const tryLock = (file: string): (() => void) | null => {
  const database = new DatabaseSync(file);
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    return () => database.close();
  } catch (error) {
    database.close();
    if (/locked/.test(String(error))) return null;
    throw error;
  }
};

/**
 * Takes a directory for this process alone; the function that comes back lets go of it. An engine of one's own locks its
 * directory itself. Without one, two processes would replay and remove each other's segments of the log.
 */
export const lockDirectory = async (path: string, waitMs: number): Promise<() => void> => {
  await mkdir(path, { recursive: true });
  const giveUpAt = performance.now() + waitMs;
  for (;;) {
    const release = tryLock(join(path, 'lock'));
    if (release !== null) return release;
    if (performance.now() > giveUpAt) throw new Error(`another process holds ${path}`);
    await delay(RETRY_MS);
  }
};
