import { setTimeout as wait } from 'node:timers/promises';
import type { Effect } from '../../faults/fault-board.ts';
import type { Connection } from '../sql/connection.ts';
import type { ShopDatabase } from '../sql/shop-database.ts';
import { isStatementError } from '../sql/statement-error.ts';

export interface LockContention extends Effect {
  /** Called before a transaction begins. The function it returns says, once it has begun, whether it found the lock held. */
  watch(): () => boolean;
}

interface Rhythm {
  readonly holdMs: number;
  readonly pauseMs: number;
  readonly signal: AbortSignal;
}

const pause = async (ms: number, signal: AbortSignal): Promise<void> => {
  // That it is over early is what the signal is for.
  await wait(ms, undefined, { signal }).catch(() => undefined);
};

/** Takes the lock that writers need, from a connection outside of the pool, and frees it, over and over. */
export const lockContention = ({ open, dialect }: ShopDatabase, onFailed: (error: unknown) => void): LockContention => {
  let holding = false;
  let holds = 0;
  let running: { readonly ending: AbortController; readonly ended: Promise<void> } | null = null;
  /** False when others held the lock for too long. */
  const take = async (connection: Connection): Promise<boolean> => {
    try {
      await connection.query(dialect.beginHolding);
      holding = true;
      holds += 1;
      return true;
    } catch (error) {
      if (!isStatementError(error) || error.statementCode !== 'BUSY') throw error;
      if (dialect.begunWithoutLock) await connection.query('ROLLBACK');
      return false;
    }
  };
  const holdOnce = async (connection: Connection, taken: boolean, { holdMs, pauseMs, signal }: Rhythm) => {
    if (taken) {
      await pause(holdMs, signal);
      await connection.query('ROLLBACK');
      holding = false;
    }
    await pause(pauseMs, signal);
  };
  const hold = async (connection: Connection, firstTaken: boolean, rhythm: Rhythm): Promise<void> => {
    try {
      await holdOnce(connection, firstTaken, rhythm);
      while (!rhythm.signal.aborted) await holdOnce(connection, await take(connection), rhythm);
    } catch (error) {
      onFailed(error);
    } finally {
      await connection.close();
      holding = false;
    }
  };
  return {
    start: async ({ params }) => {
      const connection = await open();
      const ending = new AbortController();
      const rhythm = { holdMs: Number(params.hold_ms), pauseMs: Number(params.pause_ms), signal: ending.signal };
      try {
        running = { ending, ended: hold(connection, await take(connection), rhythm) };
      } catch (error) {
        await connection.close();
        throw error;
      }
    },
    stop: async () => {
      running?.ending.abort();
      await running?.ended;
      running = null;
    },
    watch: () => {
      const before = { holding, holds };
      return () => before.holding || holds !== before.holds;
    },
  };
};
