import type { TaskLimits } from '@clearspan/tasks';
import type { DepthGauge } from './depth-gauge.ts';
import type { Statements } from './statements.ts';
import type { Tally } from './tally.ts';
import type { Turns } from './turns.ts';

/** What the operations of one open store share. */
export interface Context {
  readonly statements: Statements;
  readonly turns: Turns;
  readonly tally: Tally;
  readonly depth: DepthGauge;
  readonly limits: TaskLimits;
  readonly now: () => number;
  readonly random: () => number;
  readonly newId: () => string;
  readonly newToken: () => string;
  /** Answers from what is committed, at once; rejects when the store is closed. */
  readonly read: <T>(query: () => T) => Promise<T>;
}
