import assert from 'node:assert/strict';
import type { Effect } from '../../faults/fault-board.ts';
import type { OpenConnection } from '../sql/connection.ts';
import { INDEXES, type IndexName, isIndexName } from '../tables/indexes.ts';

/** Longer than any lock is held, by the other faults too. */
const LOCK_WAIT_MS = 15_000;

/** Drops an index, and makes it again. On a connection of its own: those of the pool may all be in use. */
export const slowQuery = (open: OpenConnection): Effect => {
  let dropped: IndexName | null = null;
  const run = async (sql: string): Promise<void> => {
    const connection = await open({ lockWaitMs: LOCK_WAIT_MS });
    try {
      await connection.query(sql);
    } finally {
      await connection.close();
    }
  };
  return {
    start: async ({ params }) => {
      const index = String(params.index);
      assert(isIndexName(index), `no index ${index}`);
      await run(`DROP INDEX IF EXISTS ${index}`);
      dropped = index;
    },
    stop: async () => {
      if (dropped === null) return;
      await run(INDEXES[dropped]);
      dropped = null;
    },
  };
};
