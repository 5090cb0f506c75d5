import type { Row, SqlValue } from './connection.ts';
import type { StatementErrorCode } from './statement-error.ts';

/** What the thread of a connection is started with. */
export interface SqliteThreadSettings {
  readonly file: string;
  readonly lockWaitMs: number;
}

/** To the thread: a statement, or null to close the file and end. */
export type SqliteRequest = { readonly sql: string; readonly params: readonly SqlValue[] } | null;

/** From the thread: first that the file is open, then one for each statement, in the order they came. */
export type SqliteAnswer =
  | { readonly ok: true; readonly rows: readonly Row[] }
  | { readonly ok: false; readonly code: StatementErrorCode; readonly message: string };
