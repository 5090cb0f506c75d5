import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { migrateRecords } from './migrate.ts';
import { nodeSqliteDialect } from './node-sqlite-dialect.ts';
import type { RecordTables } from './tables.ts';
import { tracedDialect } from './traced-dialect.ts';

const BUSY_TIMEOUT_MS = 10_000;

export interface OpenRecordsOptions {
  /** Path of the SQLite file; its folder is made when it is missing. */
  readonly file: string;
}

/**
 * Opens the records, migrated to their newest form. What a resolved write stored survives the loss of power
 * (synchronous=FULL). `destroy()` of the result closes the file.
 */
export const openRecords = async ({ file }: OpenRecordsOptions): Promise<Kysely<RecordTables>> => {
  mkdirSync(dirname(file), { recursive: true });
  const sqlite = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
  try {
    sqlite.exec('PRAGMA journal_mode = WAL');
    sqlite.exec('PRAGMA synchronous = FULL');
    const db = new Kysely<RecordTables>({ dialect: tracedDialect(nodeSqliteDialect(sqlite), 'sqlite') });
    await migrateRecords(db, 'sqlite');
    return db;
  } catch (error) {
    sqlite.close();
    throw error;
  }
};
