import type { Row } from './connection.ts';
import { POSTGRES_SCHEMA } from './postgres-connection.ts';

/** What the two databases have different words for. Everything else is one SQL. */
export interface Dialect {
  /** `db.system.name` of the semantic conventions. */
  readonly system: 'sqlite' | 'postgresql';
  /** Begins a transaction that writes users: a lock is waited for here and not later. */
  readonly beginWriting: string;
  /** Whether there is a transaction to be rolled back when the lock of the above was not given. */
  readonly begunWithoutLock: boolean;
  /** Begins a transaction in which tables are made; of two at a time, one waits. */
  readonly beginMaking: readonly string[];
  /** Begins a transaction that all which write users wait for. */
  readonly beginHolding: string;
  /** One row when there is a table named `$1`. */
  readonly hasTable: string;
  readonly explain: (sql: string) => string;
  /** The rows of the above in one line. */
  readonly planOf: (rows: readonly Row[]) => string;
  /** Bytes on disk of each table with its indexes: `name`, `bytes`. */
  readonly tableSizes: string;
}

const lines = (rows: readonly Row[], column: string): string =>
  rows.map((row) => String(row[column]).trim().replaceAll(/\s+/g, ' ')).join('; ');

export const SQLITE: Dialect = {
  system: 'sqlite',
  beginWriting: 'BEGIN IMMEDIATE',
  begunWithoutLock: false,
  beginMaking: ['BEGIN IMMEDIATE'],
  beginHolding: 'BEGIN IMMEDIATE',
  hasTable: "SELECT 1 AS found FROM sqlite_schema WHERE type = 'table' AND name = $1",
  explain: (sql) => `EXPLAIN QUERY PLAN ${sql}`,
  planOf: (rows) => lines(rows, 'detail'),
  tableSizes:
    'SELECT s.tbl_name AS name, SUM(d.pgsize) AS bytes FROM dbstat d JOIN sqlite_schema s ON s.name = d.name ' +
    'WHERE d.aggregate = TRUE GROUP BY s.tbl_name',
};

export const POSTGRES: Dialect = {
  system: 'postgresql',
  beginWriting: 'BEGIN; LOCK TABLE users IN ROW EXCLUSIVE MODE',
  begunWithoutLock: true,
  beginMaking: [
    'BEGIN',
    `SELECT pg_advisory_xact_lock(hashtext('${POSTGRES_SCHEMA}'))`,
    `CREATE SCHEMA IF NOT EXISTS ${POSTGRES_SCHEMA}`,
  ],
  beginHolding: 'BEGIN; LOCK TABLE users IN EXCLUSIVE MODE',
  hasTable: `SELECT 1 AS found FROM pg_tables WHERE schemaname = '${POSTGRES_SCHEMA}' AND tablename = $1`,
  explain: (sql) => `EXPLAIN (COSTS OFF) ${sql}`,
  planOf: (rows) => lines(rows, 'QUERY PLAN'),
  tableSizes:
    'SELECT relname AS name, pg_total_relation_size(oid) AS bytes FROM pg_class ' +
    `WHERE relkind = 'r' AND relnamespace = to_regnamespace('${POSTGRES_SCHEMA}')`,
};
