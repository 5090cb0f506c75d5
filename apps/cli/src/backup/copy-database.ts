import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

const BUSY_TIMEOUT_MS = 10_000;

/**
 * Copies an SQLite database that others write to meanwhile, as it is at one moment. A database that is not there, because
 * its service never ran, is left out.
 */
export const copyDatabase = (from: string, to: string): void => {
  if (!existsSync(from)) return;
  const db = new DatabaseSync(from, { timeout: BUSY_TIMEOUT_MS });
  try {
    db.prepare('VACUUM INTO ?').run(to);
  } finally {
    db.close();
  }
};
