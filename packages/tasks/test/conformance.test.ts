import { DEFAULT_TASK_LIMITS } from '@clearspan/tasks';
import { createTaskModel, taskStoreCases } from '@clearspan/tasks/conformance';
import { describe, expect, test } from 'vitest';

describe('the model keeps the contract of task stores', () => {
  test.each(taskStoreCases)('$name', async ({ run, limits: changed }) => {
    const clock = { nowMs: 1_700_000_000_000 };
    const limits = { ...DEFAULT_TASK_LIMITS, ...changed };
    let ids = 0;
    let tokens = 0;
    const store = createTaskModel({
      now: () => clock.nowMs,
      random: () => 0.5,
      newId: () => `task-${++ids}`,
      newToken: () => `token-${++tokens}`,
      limits,
    });
    await run({ store, clock, limits, equal: (actual, expected, what) => expect(actual, what).toEqual(expected) });
  });
});
