import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { type Dialect, type SqliteDatabase, SqliteDialect } from 'kysely';

const values = (parameters: readonly unknown[]): SQLInputValue[] => parameters as SQLInputValue[];

/** Kysely on the SQLite that is built into Node. Destroying the Kysely instance closes `db`. */
export const nodeSqliteDialect = (db: DatabaseSync): Dialect => {
  const database: SqliteDatabase = {
    close: () => db.close(),
    prepare: (sql) => {
      const statement = db.prepare(sql);
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...values(parameters)),
        run: (parameters) => statement.run(...values(parameters)),
        iterate: (parameters) => statement.iterate(...values(parameters)),
      };
    },
  };
  return new SqliteDialect({ database });
};
