import type { ColumnDefinitionBuilder, CreateTableBuilder, Kysely } from 'kysely';
import type { DbSystem } from '../traced-dialect.ts';

export const text = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();
export const key = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull().unique();

/** A table with a number that counts up, in the words of each dialect. */
export const numbered = (db: Kysely<unknown>, name: string, system: DbSystem): CreateTableBuilder<string, 'seq'> =>
  system === 'sqlite'
    ? db.schema.createTable(name).addColumn('seq', 'integer', (column) => column.primaryKey().autoIncrement())
    : db.schema.createTable(name).addColumn('seq', 'bigserial', (column) => column.primaryKey());
