import { readFileSync } from 'node:fs';
import type { Connection } from '../sql/connection.ts';
import type { Dialect } from '../sql/dialect.ts';
import type { ShopDatabase } from '../sql/shop-database.ts';
import { INDEXES } from './indexes.ts';
import { insertRows } from './insert-rows.ts';
import { SEED_TABLES } from './seed-rows.ts';

const SCHEMA_VERSION = 1;
/** Another service that starts at the same time may be making the tables. */
const OTHERS_MAKE_MS = 30_000;

const STATEMENTS = readFileSync(new URL('./schema.sql', import.meta.url), 'utf8')
  .split(/;\s*$/m)
  .filter((statement) => /^\s*CREATE/m.test(statement));

const versionOf = async (connection: Connection, dialect: Dialect): Promise<number | null> => {
  const [found] = await connection.query(dialect.hasTable, ['schema_version']);
  if (found === undefined) return null;
  const [row] = await connection.query('SELECT version FROM schema_version');
  return Number(row?.version);
};

const makeTables = async (connection: Connection): Promise<void> => {
  for (const statement of STATEMENTS) await connection.query(statement);
  for (const seed of SEED_TABLES) await insertRows(connection, seed);
  await connection.query('INSERT INTO schema_version (version) VALUES ($1)', [SCHEMA_VERSION]);
};

const prepare = async (connection: Connection, dialect: Dialect): Promise<boolean> => {
  for (const statement of dialect.beginMaking) await connection.query(statement);
  const version = await versionOf(connection, dialect);
  if (version !== null && version !== SCHEMA_VERSION)
    throw new Error(`expected tables of version ${SCHEMA_VERSION}, found version ${version}`);
  if (version === null) await makeTables(connection);
  // Also where the tables are there: a crash may have left an index dropped.
  for (const statement of Object.values(INDEXES)) await connection.query(statement);
  if (version === null) for (const { table } of SEED_TABLES) await connection.query(`ANALYZE ${table}`);
  await connection.query('COMMIT');
  return version === null;
};

/** Makes the tables with their rows, all or nothing, unless they are there. True when they were made. */
export const prepareTables = async ({ open, dialect }: ShopDatabase): Promise<boolean> => {
  const connection = await open({ lockWaitMs: OTHERS_MAKE_MS });
  try {
    return await prepare(connection, dialect);
  } finally {
    // What was not committed is rolled back with the connection.
    await connection.close();
  }
};
