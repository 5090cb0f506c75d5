/** A lock was not given in time; the database is not there; the statement itself is wrong. */
export type StatementErrorCode = 'BUSY' | 'UNAVAILABLE' | 'STATEMENT';

/** What went wrong with a statement, in words that are the same for every database. Recognised by `statementCode`. */
export interface StatementError extends Error {
  readonly statementCode: StatementErrorCode;
}

export const statementError = (statementCode: StatementErrorCode, message: string, cause?: unknown): StatementError =>
  Object.assign(new Error(message, { cause }), { statementCode });

export const isStatementError = (error: unknown): error is StatementError =>
  error instanceof Error && 'statementCode' in error;
