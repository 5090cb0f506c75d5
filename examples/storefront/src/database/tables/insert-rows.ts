import type { Connection, SqlValue } from '../sql/connection.ts';
import type { SeedTable } from './seed-rows.ts';

/** Rows of one statement: more are hardly faster, and all of them are in memory at once. */
const ROWS_MAX = 500;

const insertOf = ({ table, columns }: SeedTable, rows: number): string => {
  const row = (n: number): string => `(${columns.map((_, i) => `$${n * columns.length + i + 1}`).join(', ')})`;
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${Array.from({ length: rows }, (_, n) => row(n)).join(', ')}`;
};

/** Inserts the rows of a table, many with each statement. */
export const insertRows = async (connection: Connection, seed: SeedTable): Promise<void> => {
  const full = insertOf(seed, ROWS_MAX);
  let values: SqlValue[] = [];
  for (const row of seed.rows()) {
    values.push(...row);
    if (values.length < ROWS_MAX * seed.columns.length) continue;
    await connection.query(full, values);
    values = [];
  }
  if (values.length > 0) await connection.query(insertOf(seed, values.length / seed.columns.length), values);
};
