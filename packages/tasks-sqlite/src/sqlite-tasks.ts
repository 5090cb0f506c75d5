import { randomUUID } from 'node:crypto';
import { DEFAULT_TASK_LIMITS, type TaskStore, taskError } from '@clearspan/tasks';
import { changeOperations } from './change-operations.ts';
import type { Context } from './context.ts';
import { openDatabase } from './database.ts';
import { createDepthGauge } from './depth-gauge.ts';
import { leaseOperations } from './lease-operations.ts';
import { DEFAULT_TURN_LIMITS, type SqliteTaskOptions } from './options.ts';
import { readOperations } from './read-operations.ts';
import { forgetFinished } from './retention.ts';
import { prepareStatements } from './statements.ts';
import { createTally } from './tally.ts';
import { createTurns, type TurnEngine } from './turns.ts';
import { createWakeUps } from './wake-ups.ts';

const FORGET_EVERY_MS = 60_000;

/**
 * Tasks in one SQLite file. Everything of one turn of the event loop is one transaction; promises resolve after its
 * COMMIT. Rejects when the file cannot be opened or is of a newer version.
 */
export const openSqliteTasks = async (options: SqliteTaskOptions): Promise<TaskStore> => {
  const limits = { ...DEFAULT_TASK_LIMITS, ...DEFAULT_TURN_LIMITS, ...options.limits };
  const now = options.now ?? Date.now;
  const db = await openDatabase(options.file, options.durability ?? 'process');
  const statements = prepareStatements(db);
  const tally = createTally();
  const depth = createDepthGauge(() => statements.depth({})?.depth ?? 0, limits.queueDepthMax);
  const wakeUps = createWakeUps({
    dataVersion: () => statements.dataVersion({})?.data_version ?? 0,
    nextDueMs: () => statements.nextDue({})?.at ?? null,
    now,
  });
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  const engine: TurnEngine = {
    begin: () => {
      tally.reset();
      begin.run();
    },
    beforeCommit: () => {
      const { enqueued, completed, failed } = tally.sums();
      if (enqueued + completed + failed === 0) return;
      statements.recordActivity({ second: Math.floor(now() / 1000), enqueued, completed, failed });
    },
    commit: () => void commit.run(),
    rollback: () => {
      depth.turnEnded();
      if (db.isOpen && db.isTransaction) db.exec('ROLLBACK');
    },
    afterCommit: () => {
      depth.turnEnded();
      wakeUps.changed(tally.hasWork());
    },
  };
  let open = true;
  const context: Context = {
    statements,
    turns: createTurns(engine, limits),
    tally,
    depth,
    limits,
    now,
    random: options.random ?? Math.random,
    newId: options.newId ?? randomUUID,
    newToken: randomUUID,
    read: async (query) => {
      if (!open) throw taskError('TASKS_CLOSED', 'the task store is closed');
      return query();
    },
  };
  const forget = (): Promise<number> => forgetFinished(context);
  // A failed sweep is tried again at the next one; what it could not delete is still there.
  const sweeper = setInterval(() => void forget().catch(() => 0), FORGET_EVERY_MS).unref();
  return {
    ...changeOperations(context),
    ...leaseOperations(context),
    ...readOperations(context),
    forget,
    onWork: (listener) => wakeUps.listen(listener),
    close: async () => {
      if (!open) return;
      context.turns.close();
      open = false;
      clearInterval(sweeper);
      wakeUps.close();
      db.close();
    },
  };
};
