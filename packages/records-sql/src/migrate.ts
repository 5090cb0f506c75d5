import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { records } from './migrations/0001-records.ts';
import { learning } from './migrations/0002-learning.ts';
import type { RecordTables } from './tables.ts';
import type { DbSystem } from './traced-dialect.ts';

/** Every change the tables ever went through, by name. A released one is never edited: another one follows it. */
const migrations = (system: DbSystem): Record<string, Migration> => ({
  '0001-records': records(system),
  '0002-learning': learning(system),
});

/**
 * Brings the tables to the newest form; the names of the migrations that were made now. Safe to run from several
 * processes at once and again. Throws when one fails, and when the database is of a newer version than this code.
 */
export const migrateRecords = async (db: Kysely<RecordTables>, system: DbSystem): Promise<readonly string[]> => {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations(system) } });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error !== undefined) throw new Error('the records could not be brought to their newest form', { cause: error });
  return results.filter((result) => result.status === 'Success').map((result) => result.migrationName);
};
