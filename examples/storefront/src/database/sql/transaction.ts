import type { Span } from '@opentelemetry/api';
import { transactions } from '../database-metrics.ts';
import type { Session } from './session.ts';
import type { Statement } from './statement.ts';

export interface TransactionOptions {
  /** The table it writes. */
  readonly table: string;
  /** Sees the span in which it waited for the lock. */
  readonly onBegun?: (span: Span) => void;
}

/**
 * Runs `work` in a transaction that writes. Null from it, or an error, rolls back. A connection that could not even be
 * rolled back is closed.
 */
export const inTransaction = async <R>(
  session: Session,
  { table, onBegun }: TransactionOptions,
  work: () => Promise<R | null>,
): Promise<R | null> => {
  const begin: Statement = { span: 'transaction_begin', operation: 'BEGIN', table, sql: session.dialect.beginWriting };
  const commit: Statement = { span: 'transaction_commit', operation: 'COMMIT', table, sql: 'COMMIT' };
  const rollback: Statement = { span: 'transaction_rollback', operation: 'ROLLBACK', table, sql: 'ROLLBACK' };
  const rollBack = async (): Promise<void> => {
    transactions.add(1, { status: 'rolled_back' });
    await session.query(rollback).catch(() => session.discard());
  };
  try {
    await session.query(begin, onBegun ? { onSpan: onBegun } : {});
  } catch (error) {
    if (session.dialect.begunWithoutLock) await session.query(rollback).catch(() => session.discard());
    throw error;
  }
  let done: R | null;
  try {
    done = await work();
    if (done !== null) await session.query(commit);
  } catch (error) {
    await rollBack();
    throw error;
  }
  if (done === null) await rollBack();
  else transactions.add(1, { status: 'committed' });
  return done;
};
