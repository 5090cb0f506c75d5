import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { stringLiteral } from '@clearspan/dataprime';
import {
  DATABASE,
  type QueryLimits,
  rowStructure,
  type StoreError,
  TABLES,
  type TelemetryStore,
} from '@clearspan/telemetry-store';
import { type Engine, type EngineEvent, type RunResult, startEngine } from './engine/engine.ts';
import type { Lane, OpenMessage } from './engine/protocol.ts';
import { connectionArgs, serverConfig } from './engine/server-config.ts';
import type { Settings } from './engine/settings.ts';
import { storeError } from './engine/store-error.ts';
import { parseResult } from './parse-result.ts';
import { migrate } from './schema/migrate.ts';
import { foldStats, RANGES_SQL, STATS_SQL } from './store-stats.ts';

export interface EmbeddedStoreOptions {
  /** Directory of the engine; made when absent. One process at a time may have it. */
  readonly path: string;
  /** Whole days a record is kept by its own time; null keeps everything. */
  readonly retentionDays: number | null;
  /** Memory of the whole engine: statements beyond it fail, not the process. */
  readonly memoryBytesMax?: number;
  /** Statements that read at the same time. */
  readonly readers?: number;
  readonly threadsPerStatement?: number;
  readonly statementsQueuedMax?: number;
  /** How long a statement may wait for a free reader. */
  readonly queueMs?: number;
  readonly resultBytesMax?: number;
  readonly insertMsMax?: number;
  readonly purgeAfterMs?: number;
  /** How long to wait for a directory that another process holds: one that was killed lets go a moment later. */
  readonly lockWaitMs?: number;
  readonly onEvent?: (event: EngineEvent) => void;
}

const MEGABYTE = 1024 * 1024;

const DEFAULTS = {
  memoryBytesMax: 1024 * MEGABYTE,
  readers: 3,
  threadsPerStatement: 2,
  statementsQueuedMax: 64,
  queueMs: 10_000,
  resultBytesMax: 64 * MEGABYTE,
  insertMsMax: 120_000,
  purgeAfterMs: 5_000,
  lockWaitMs: 0,
  onEvent: (): void => {},
} as const;

/** The engine ends a statement by itself; the kill behind it is for what its own check does not reach. */
const KILL_GRACE_MS = 2_000;
const ADMIN_MS_MAX = 60_000;
const LOCK_RETRY_MS = 100;
/** Days one batch may touch: every day is a part of its own. */
const PARTITIONS_PER_INSERT_MAX = 400;

const TOKEN = /^[A-Za-z0-9_-]{1,200}$/;

const limitSettings = ({ ms, memoryBytes, rows }: QueryLimits): Settings => ({
  max_execution_time: ms / 1000,
  max_memory_usage: memoryBytes,
  max_result_rows: rows,
  result_overflow_mode: 'throw',
  // Big groupings and sorts go on on disk at half of the memory instead of failing.
  max_bytes_before_external_group_by: Math.floor(memoryBytes / 2),
  max_bytes_before_external_sort: Math.floor(memoryBytes / 2),
});

/** An embedded store and what only an embedded one has. */
export interface EmbeddedStore extends TelemetryStore {
  /** False while the engine is being brought back after it died. */
  up(): boolean;
  /** Process id of the engine; null while there is none. */
  enginePid(): number | null;
}

const prepareDirectory = async (
  path: string,
  config: string,
): Promise<{ incoming: string; engineDir: string; configFile: string }> => {
  const engineDir = join(path, 'engine');
  const incoming = join(path, 'incoming');
  const configFile = join(path, 'engine.xml');
  await mkdir(engineDir, { recursive: true });
  await mkdir(incoming, { recursive: true });
  await writeFile(configFile, config);
  return { incoming, engineDir, configFile };
};

const startWhenFree = async (
  open: OpenMessage,
  onEvent: (event: EngineEvent) => void,
  lockWaitMs: number,
): Promise<Engine> => {
  const giveUpAt = performance.now() + lockWaitMs;
  for (;;) {
    try {
      return await startEngine(open, onEvent);
    } catch (error) {
      if ((error as StoreError).code !== 'LOCKED' || performance.now() > giveUpAt) throw error;
      await delay(LOCK_RETRY_MS);
    }
  }
};

/**
 * ClickHouse as a library in a process of its own, behind the `TelemetryStore` port. Rejects with `LOCKED` when another
 * process has the directory. When the engine's process dies it is started again, inserts in flight are repeated by their
 * token, queries in flight fail with `UNAVAILABLE`.
 *
 * The SQL of a query must have neither `SETTINGS` nor `FORMAT`: limits are appended here.
 */
export const openEmbeddedStore = async (options: EmbeddedStoreOptions): Promise<EmbeddedStore> => {
  const given = { ...DEFAULTS, ...options };
  const path = resolve(given.path);
  const limits = { memoryBytesMax: given.memoryBytesMax, threads: given.threadsPerStatement };
  const { incoming, engineDir, configFile } = await prepareDirectory(path, serverConfig(limits));
  const open: OpenMessage = {
    kind: 'open',
    path: engineDir,
    args: connectionArgs(configFile, limits),
    readers: given.readers,
    // Only SELECTs come to readers; the engine holds them to it.
    setup: { writer: [], reader: ['SET readonly = 2'], admin: [] },
    queuedMax: given.statementsQueuedMax,
    purgeAfterMs: given.purgeAfterMs,
  };
  const engine = await startWhenFree(open, given.onEvent, given.lockWaitMs);
  const own = (lane: Lane, sql: string): Promise<RunResult> =>
    engine.run({
      lane,
      sql,
      settings: null,
      queueMs: ADMIN_MS_MAX,
      killAfterMs: ADMIN_MS_MAX,
      resultBytesMax: given.resultBytesMax,
      repeatable: false,
    });
  const ownRows = async (sql: string): Promise<readonly (readonly unknown[])[]> =>
    parseResult((await own('admin', sql)).bytes).rows;

  let version = '';
  try {
    // Files of inserts that were interrupted: their batches are given again by whoever has them in a log.
    for (const file of await readdir(incoming)) await rm(join(incoming, file));
    await migrate(ownRows, { retentionDays: given.retentionDays });
    const [row] = await ownRows('SELECT version()');
    if (typeof row?.[0] === 'string') version = row[0];
  } catch (error) {
    await engine.close();
    throw error;
  }

  const inserting = new Set<Promise<unknown>>();
  const insertFile = (name: keyof typeof TABLES, file: string, token: string): Promise<RunResult> => {
    const source = `file(${stringLiteral(file)}, 'RowBinary', ${stringLiteral(rowStructure(TABLES[name]))})`;
    const settings: Settings = {
      insert_deduplication_token: token,
      deduplicate_blocks_in_dependent_materialized_views: 1,
      // One thread, one block: the token names the block, so it must be the same block when repeated.
      max_insert_threads: 1,
      max_partitions_per_insert_block: PARTITIONS_PER_INSERT_MAX,
      max_execution_time: given.insertMsMax / 1000,
    };
    const sql = `INSERT INTO ${DATABASE}.${name} SELECT * FROM ${source}`;
    const timing = { queueMs: given.insertMsMax, killAfterMs: given.insertMsMax + KILL_GRACE_MS };
    return engine.run({ lane: 'writer', sql, settings, ...timing, resultBytesMax: MEGABYTE, repeatable: true });
  };

  return {
    up: () => engine.up(),
    enginePid: () => engine.pid(),
    insert: (batch, token) => {
      const insertion = (async (): Promise<void> => {
        if (!TOKEN.test(token))
          throw storeError('ENGINE', `expected a token of letters, digits, - and _, found ${JSON.stringify(token)}`);
        if (batch.rows === 0) return;
        const file = join(incoming, `${batch.table}-${token}.bin`);
        try {
          // Never inline: the engine's parser would end the data at its first empty line and run the rest as SQL.
          await writeFile(file, batch.bytes);
          await insertFile(batch.table, file, token);
        } finally {
          await rm(file, { force: true });
        }
      })();
      inserting.add(insertion);
      return insertion.finally(() => inserting.delete(insertion));
    },
    query: async ({ sql, limits: asked, signal }) => {
      const result = await engine.run({
        lane: 'reader',
        sql,
        settings: limitSettings(asked),
        queueMs: given.queueMs,
        killAfterMs: asked.ms + KILL_GRACE_MS,
        resultBytesMax: given.resultBytesMax,
        signal,
        repeatable: false,
      });
      return parseResult(result.bytes);
    },
    stats: async () => foldStats(await ownRows(STATS_SQL), await ownRows(RANGES_SQL), `ClickHouse ${version}`),
    close: async () => {
      await Promise.allSettled(inserting);
      await engine.close();
    },
  };
};
