import { Pool, TimeoutError } from 'tarn';
import type { Connection, OpenConnection } from './connection.ts';

export interface PoolLimits {
  readonly connections: number;
  /** How long somebody waits for a connection. */
  readonly acquireMs: number;
  /** How many wait at most; whoever comes then is refused at once. */
  readonly waitingMax: number;
}

interface Waiting {
  /** Whether no connection was to be had at once. */
  readonly waited: boolean;
  readonly waitMs: number;
}

export type Acquired =
  | ({ readonly ok: true; readonly connection: Connection } & Waiting)
  | ({ readonly ok: false; readonly reason: 'timeout' | 'queue full' } & Waiting)
  | ({ readonly ok: false; readonly reason: 'unreachable'; readonly error: unknown } & Waiting);

export interface ConnectionPool {
  readonly limits: PoolLimits;
  /** Whoever gets a connection MUST release it. */
  acquire(): Promise<Acquired>;
  release(connection: Connection): void;
  /** Connections in use now. */
  used(): number;
  /** Ends when all are released and closed. */
  close(): Promise<void>;
}

/** A bounded number of connections, opened when they are first needed and kept; one that was lost is replaced. */
export const createConnectionPool = (open: OpenConnection, limits: PoolLimits): ConnectionPool => {
  // Only the first who waits is told that none could be opened; the others would seem to have waited for too long.
  let openError: unknown = null;
  const create = async (): Promise<Connection> => {
    try {
      const connection = await open();
      openError = null;
      return connection;
    } catch (error) {
      openError = error;
      throw error;
    }
  };
  const pool = new Pool<Connection>({
    create,
    destroy: (connection) => connection.close(),
    validate: (connection) => connection.usable(),
    min: limits.connections,
    max: limits.connections,
    acquireTimeoutMillis: limits.acquireMs,
    propagateCreateError: true,
  });
  const acquire = async (): Promise<Acquired> => {
    const startMs = performance.now();
    const waited = pool.numUsed() + pool.numPendingAcquires() >= limits.connections;
    if (waited && pool.numPendingAcquires() >= limits.waitingMax)
      return { ok: false, reason: 'queue full', waited, waitMs: 0 };
    try {
      const connection = await pool.acquire().promise;
      return { ok: true, connection, waited, waitMs: performance.now() - startMs };
    } catch (error) {
      const waitMs = performance.now() - startMs;
      const late = error instanceof TimeoutError && openError === null;
      if (late) return { ok: false, reason: 'timeout', waited, waitMs };
      return { ok: false, reason: 'unreachable', error: openError ?? error, waited, waitMs };
    }
  };
  return {
    limits,
    acquire,
    release: (connection) => void pool.release(connection),
    used: () => pool.numUsed(),
    close: async () => void (await pool.destroy()),
  };
};
