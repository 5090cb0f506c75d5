import { problem, type ServiceApp } from '@clearspan/service-kit';
import type { Span } from '@opentelemetry/api';
import { z } from 'zod';
import type { LockContention } from '../effects/lock-contention.ts';
import type { Session } from '../sql/session.ts';
import type { Statement } from '../sql/statement.ts';
import { inTransaction } from '../sql/transaction.ts';
import { shopId } from './shop-id.ts';
import { type RouteDeps, withSession } from './with-session.ts';

const TABLE = 'users';

// An id may be larger than any that the column can hold.
const SELECT: Statement = {
  span: 'SELECT users',
  operation: 'SELECT',
  table: TABLE,
  sql: 'SELECT id, name, email, created_at FROM users WHERE id = CAST($1 AS BIGINT)',
  one: true,
};
const UPDATE: Statement = {
  span: 'UPDATE users',
  operation: 'UPDATE',
  table: TABLE,
  sql: 'UPDATE users SET last_seen_at = $2, visits = visits + 1 WHERE id = $1',
};

const user = z.object({ id: z.number(), name: z.string(), email: z.string(), created_at: z.string() });
const answer = z.object({ database: z.enum(['sqlite', 'postgresql']), user });

export interface UserRouteDeps extends RouteDeps {
  readonly locks: Pick<LockContention, 'watch'>;
}

/** A user, whose visit is noted in the same transaction. */
export const userRoute = (app: ServiceApp, deps: UserRouteDeps): void => {
  const { dialect, board, locks, now } = deps;
  const visit = async (session: Session, id: number): Promise<z.infer<typeof user> | null> => {
    const waited = locks.watch();
    // It may be switched off while the transaction waits for it.
    const fault = board.running('lock_contention');
    const onBegun = (span: Span): void => {
      if (waited()) (fault ?? board.running('lock_contention'))?.mark(span);
    };
    return inTransaction(session, { table: TABLE, onBegun }, async () => {
      const [found] = await session.query(SELECT, { params: [id] });
      if (found === undefined) return null;
      await session.query(UPDATE, { params: [id, now().toISOString()] });
      return found as unknown as z.infer<typeof user>;
    });
  };
  const config = { span: 'database_get_user' };
  app.get('/db/user/:id', { config, schema: { params: shopId, response: { 200: answer } } }, async (request) => {
    const { id } = request.params;
    const found = await withSession(deps, request, SELECT, (session) => visit(session, id));
    if (found === null) throw problem('NOT_FOUND', `no user ${id}`);
    return { database: dialect.system, user: found };
  });
};
