import { addingCases } from './adding.ts';
import { failingCases } from './failing.ts';
import type { ConformanceCase } from './harness.ts';
import { readingCases } from './reading.ts';
import { runningCases } from './running.ts';

export type { ConformanceCase, ConformanceHarness } from './harness.ts';
export { createTaskModel, type ModelOptions } from './model.ts';

/** The contract of `TaskStore`, clause by clause: every adapter runs them all against itself. */
export const taskStoreCases: readonly ConformanceCase[] = [
  ...addingCases,
  ...runningCases,
  ...failingCases,
  ...readingCases,
];
