import { type ProblemError, problem } from '@clearspan/service-kit';
import type { Span } from '@opentelemetry/api';
import type { FaultBoard } from '../../faults/fault-board.ts';
import type { Acquired, ConnectionPool } from '../sql/connection-pool.ts';
import type { Dialect } from '../sql/dialect.ts';
import { countStatement, createSession, type Session } from '../sql/session.ts';
import type { Statement } from '../sql/statement.ts';
import { isStatementError } from '../sql/statement-error.ts';

/** What every route of the tables stands on. */
export interface RouteDeps {
  readonly pool: ConnectionPool;
  readonly dialect: Dialect;
  readonly board: FaultBoard;
  readonly slowQueryMs: number;
  readonly now: () => Date;
}

/** What is told of a request while it waits. */
export interface Asking {
  readonly span: Span | null;
  readonly log: { warn(fields: object, message: string): void };
}

const RETRY_SOON = { headers: { 'Retry-After': '1' } };

const refusal = (acquired: Acquired & { ok: false }, pool: ConnectionPool): ProblemError => {
  const { connections, acquireMs, waitingMax } = pool.limits;
  switch (acquired.reason) {
    case 'timeout': {
      const detail = `expected one of ${connections} connections within ${acquireMs} ms, found all in use`;
      return problem('SERVICE_UNAVAILABLE', detail, RETRY_SOON);
    }
    case 'queue full': {
      const detail = `expected at most ${waitingMax} requests that wait for a connection, found as many`;
      return problem('SERVICE_UNAVAILABLE', detail, RETRY_SOON);
    }
    case 'unreachable':
      return problem('SERVICE_UNAVAILABLE', 'the database cannot be reached', {
        ...RETRY_SOON,
        cause: acquired.error,
      });
  }
};

/** A failure of the database that the caller may try again after; any other is passed on as it is. */
const asProblem = (error: unknown): unknown => {
  if (!isStatementError(error) || error.statementCode === 'STATEMENT') return error;
  const detail = error.statementCode === 'BUSY' ? 'a lock was waited for in vain' : 'the database cannot be reached';
  return problem('SERVICE_UNAVAILABLE', detail, { ...RETRY_SOON, cause: error });
};

const tellOfWaiting = ({ pool, board }: RouteDeps, { span }: Asking, { waited, waitMs }: Acquired): void => {
  if (span === null) return;
  span.setAttributes({
    'db.client.connection.wait_ms': Math.round(waitMs * 1_000) / 1_000,
    'db.client.connections.used': pool.used(),
    'db.client.connections.max': pool.limits.connections,
  });
  if (waited) board.running('pool_exhaustion')?.mark(span);
};

/**
 * Runs `work` with a connection of its own. `first` is the statement it is for: it counts as failed when there is no
 * connection.
 */
export const withSession = async <R>(
  deps: RouteDeps,
  request: Asking,
  first: Statement,
  work: (session: Session) => Promise<R>,
): Promise<R> => {
  const { pool, dialect, slowQueryMs } = deps;
  const acquired = await pool.acquire();
  tellOfWaiting(deps, request, acquired);
  if (!acquired.ok) {
    countStatement(first, 'error', acquired.waitMs);
    const line = { reason: acquired.reason, wait_ms: Math.round(acquired.waitMs), used: pool.used() };
    request.log.warn(line, 'a connection was waited for in vain');
    throw refusal(acquired, pool);
  }
  const onSlow = ({ table, ms }: { table: string; ms: number }): void =>
    request.log.warn({ table, ms: Math.round(ms) }, 'slow query');
  try {
    return await work(createSession(acquired.connection, { dialect, slowQueryMs, onSlow }));
  } catch (error) {
    throw asProblem(error);
  } finally {
    pool.release(acquired.connection);
  }
};
