import { setTimeout as wait } from 'node:timers/promises';
import type { Effect } from '../../faults/fault-board.ts';
import type { Connection } from '../sql/connection.ts';
import type { ConnectionPool } from '../sql/connection-pool.ts';

/** When the queue for connections is full, or the database away. */
const AGAIN_MS = 50;

/** Takes a share of the pool and keeps it. Requests that have connections then end first: it waits in their queue. */
export const poolExhaustion = (pool: ConnectionPool): Effect => {
  let ending = new AbortController();
  let taking: readonly Promise<Connection | null>[] = [];
  const take = async (signal: AbortSignal): Promise<Connection | null> => {
    while (!signal.aborted) {
      const acquired = await pool.acquire();
      if (acquired.ok) return acquired.connection;
      // That it is over early is what the signal is for.
      await wait(AGAIN_MS, undefined, { signal }).catch(() => undefined);
    }
    return null;
  };
  return {
    start: async ({ params }) => {
      ending = new AbortController();
      const share = Math.ceil((Number(params.percent) / 100) * pool.limits.connections);
      taking = Array.from({ length: share }, () => take(ending.signal));
      // As long as anybody waits for a connection, and no longer: the rest is taken as it comes.
      await Promise.race([Promise.all(taking), wait(pool.limits.acquireMs)]);
    },
    stop: async () => {
      ending.abort();
      for (const connection of await Promise.all(taking)) if (connection !== null) pool.release(connection);
      taking = [];
    },
  };
};
