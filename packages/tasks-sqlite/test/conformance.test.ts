import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_TASK_LIMITS } from '@clearspan/tasks';
import { taskStoreCases } from '@clearspan/tasks/conformance';
import { openSqliteTasks } from '@clearspan/tasks-sqlite';
import { describe, expect, test } from 'vitest';

describe('the SQLite store keeps the contract of task stores', () => {
  test.each(taskStoreCases)('$name', async ({ run, limits: changed }) => {
    const folder = mkdtempSync(join(tmpdir(), 'clearspan-tasks-'));
    const clock = { nowMs: 1_700_000_000_000 };
    const limits = { ...DEFAULT_TASK_LIMITS, ...changed };
    const store = await openSqliteTasks({ file: join(folder, 'tasks.db'), limits, now: () => clock.nowMs });
    try {
      await run({ store, clock, limits, equal: (actual, expected, what) => expect(actual, what).toEqual(expected) });
    } finally {
      await store.close();
      rmSync(folder, { recursive: true });
    }
  });
});
