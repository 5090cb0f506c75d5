import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';

/** Format of the file this code writes and reads. */
const SCHEMA_VERSION = 1;

const BUSY_TIMEOUT_MS = 10_000;
const OPEN_ATTEMPTS_MAX = 200;
const OPEN_RETRY_MS = 25;

/**
 * What an acknowledgement promises. `process`: it survives the death of any process (synchronous=NORMAL). `power`: it
 * also survives the loss of power (synchronous=FULL: one fsync for each turn of the event loop that changed something).
 */
export type Durability = 'process' | 'power';

export const sqlText = (name: string): string => readFileSync(new URL(`sql/${name}.sql`, import.meta.url), 'utf8');

const migrate = (db: DatabaseSync): void => {
  db.exec('BEGIN IMMEDIATE');
  const found = Number(db.prepare('PRAGMA user_version').get()?.user_version);
  if (found === 0) db.exec(sqlText('schema'));
  db.exec('COMMIT');
  if (found > SCHEMA_VERSION)
    throw new Error(`expected a task file of version ${SCHEMA_VERSION} or older, found version ${found}`);
};

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === 5;

const tryOpen = (file: string, durability: Durability): DatabaseSync => {
  const db = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
  try {
    db.exec('PRAGMA journal_mode = WAL');
    db.exec(`PRAGMA synchronous = ${durability === 'power' ? 'FULL' : 'NORMAL'}`);
    migrate(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};

/**
 * Opens the task file, creating it and its folder. Switching a new file to WAL fails at once, without regard to the
 * busy timeout, while another process does the same: that is tried again.
 */
export const openDatabase = async (file: string, durability: Durability): Promise<DatabaseSync> => {
  mkdirSync(dirname(file), { recursive: true });
  for (let attempt = 1; ; attempt++) {
    try {
      return tryOpen(file, durability);
    } catch (error) {
      if (!isBusy(error) || attempt >= OPEN_ATTEMPTS_MAX) throw error;
      await wait(OPEN_RETRY_MS);
    }
  }
};
