export type SqlValue = string | number | null;
export type Row = Readonly<Record<string, SqlValue>>;

/**
 * One connection to the tables. Statements are of one SQL for every database: parameters are `$1`, `$2`, …, and whole
 * numbers come back as numbers.
 *
 * Statements MUST run one after the other, in the order they were given, and MUST NOT block the event loop while they
 * run or wait for a lock. A statement that gives no rows resolves to none. What goes wrong MUST be a `StatementError`.
 */
export interface Connection {
  query(sql: string, params?: readonly SqlValue[]): Promise<readonly Row[]>;
  /** False once the connection is lost or closed: it is of no more use. */
  usable(): boolean;
  /** Ends it after the statements that were given before; rolls back what was not committed. MAY be called twice. */
  close(): Promise<void>;
}

export interface ConnectionSettings {
  /** How long a statement waits for a lock before it fails with BUSY. */
  readonly lockWaitMs: number;
}

export type OpenConnection = (settings?: Partial<ConnectionSettings>) => Promise<Connection>;

/** Shorter than callers wait, so that they are told why. */
export const LOCK_WAIT_MS = 2_000;
