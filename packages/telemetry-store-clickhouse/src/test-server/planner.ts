import { ddl } from '@clearspan/telemetry-store';
import type { Settings } from '../engine/settings.ts';
import { readSettings } from '../server/server-settings.ts';
import { asOneServer, shardsOf } from './one-shard.ts';
import { openTestEngine, type TestOutcome } from './test-engine.ts';

/** An engine with the tables of a cluster whose shards are two addresses where nobody listens. */
export interface Planner {
  /** Asks the engine, with no settings but these. */
  run(sql: string, settings: Settings): Promise<TestOutcome>;
  /**
   * Reads, checks and plans a statement over all shards, as the store would have it run; not one row is read. 0 for a plan,
   * `NO_CONNECTION` for one of which a part that is computed once for all shards asked them for rows, else the number of
   * the exception.
   */
  plan(sql: string): Promise<number>;
  close(): Promise<void>;
}

export const NO_CONNECTION = 279;

const CLUSTER = 'obs';
export const openPlanner = async (path: string): Promise<Planner> => {
  const engine = await openTestEngine(path, shardsOf(CLUSTER, [1, 2]));
  let asked = 0;
  const run = (sql: string, settings: Settings): Promise<TestOutcome> => {
    asked += 1;
    const given = Object.entries(settings).filter(([name]) => name !== 'wait_end_of_query');
    const request = { sql, rows: null, table: null, queryId: String(asked) };
    return engine.run({ ...request, settings: new Map(given.map(([name, value]) => [name, String(value)])) });
  };
  for (const sql of ddl({ retentionDays: null, cluster: CLUSTER })) {
    const made = await run(asOneServer(sql, CLUSTER), {});
    if (!made.ok) throw new Error(made.message);
  }
  return {
    run,
    plan: async (sql) => {
      const outcome = await run(`EXPLAIN ${sql}`, readSettings(CLUSTER));
      return outcome.ok ? 0 : outcome.code;
    },
    close: () => engine.kill(),
  };
};
