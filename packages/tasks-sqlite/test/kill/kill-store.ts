import { openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { TaskStore } from '@clearspan/tasks';
import { openSqliteTasks } from '@clearspan/tasks-sqlite';

export const LEASE_MS = 400;
export const TASK_TYPE = 'effect';

export const openKillStore = (folder: string): Promise<TaskStore> =>
  openSqliteTasks({
    file: join(folder, 'tasks.db'),
    limits: { attemptsMax: 1_000, finishedTasksMax: 10_000_000, retryBaseMs: 1 },
  });

/** Appends lines to a file of this process alone. What was written survives the death of the process. */
export const openLedger = (folder: string, kind: string): ((line: string) => void) => {
  const fd = openSync(join(folder, `${kind}-${process.pid}.txt`), 'a');
  return (line) => void writeSync(fd, `${line}\n`);
};
