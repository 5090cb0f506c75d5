import pg from 'pg';
import { type Connection, type ConnectionSettings, LOCK_WAIT_MS, type Row, type SqlValue } from './connection.ts';
import { type StatementError, type StatementErrorCode, statementError } from './statement-error.ts';

const CONNECT_MS = 2_000;
/** The tables stand in a schema of their own: the database may be one that has others. */
export const POSTGRES_SCHEMA = 'storefront';

/** By the classes and codes of SQLSTATE; what has none did not come from the database. */
const codeOf = (sqlState: string | undefined): StatementErrorCode => {
  if (sqlState === undefined || /^(?:08|53|57P)/.test(sqlState)) return 'UNAVAILABLE';
  return ['55P03', '40P01', '40001'].includes(sqlState) ? 'BUSY' : 'STATEMENT';
};

const asStatementError = (error: unknown): StatementError => {
  const { code, message } = error as Error & { readonly code?: string };
  const sqlState = error instanceof pg.DatabaseError ? code : undefined;
  return statementError(codeOf(sqlState), message || String(code), error);
};

const INT8 = 20;
const numbersAsNumbers: pg.CustomTypesConfig = {
  // Counts and sums are of 64 bits there, and far from the limit of a number here.
  getTypeParser: (oid: number, format: 'text' | 'binary' = 'text') =>
    oid === INT8 ? Number : pg.types.getTypeParser(oid, format as 'text'),
};

/** A connection to a PostgreSQL server. */
export const openPostgres = async (
  url: string,
  { lockWaitMs = LOCK_WAIT_MS }: Partial<ConnectionSettings> = {},
): Promise<Connection> => {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_MS,
    lock_timeout: lockWaitMs,
    options: `-c search_path=${POSTGRES_SCHEMA}`,
    application_name: 'storefront',
    types: numbersAsNumbers,
  });
  let usable = true;
  let closed: Promise<void> | undefined;
  const lost = (): void => {
    usable = false;
  };
  // Without a listener the loss of an idle connection would end the process.
  client.on('error', lost);
  client.on('end', lost);
  try {
    await client.connect();
  } catch (error) {
    throw asStatementError(error);
  }
  const run = async (sql: string, params: readonly SqlValue[]): Promise<readonly Row[]> => {
    try {
      // Without parameters the text may be several statements.
      const result = params.length > 0 ? await client.query<Row>(sql, [...params]) : await client.query<Row>(sql);
      return result.rows ?? [];
    } catch (error) {
      throw asStatementError(error);
    }
  };
  // The client would end without waiting for the statement that runs.
  let last: Promise<unknown> = Promise.resolve();
  return {
    query: (sql, params = []) => {
      if (!usable) return Promise.reject(statementError('UNAVAILABLE', 'the connection to PostgreSQL is closed'));
      const rows = last.then(() => run(sql, params));
      last = rows.catch(() => undefined);
      return rows;
    },
    usable: () => usable,
    close: () => {
      usable = false;
      closed ??= last.then(() => client.end());
      return closed;
    },
  };
};
