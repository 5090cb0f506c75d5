import {
  type RetentionDays,
  rowStructure,
  TABLES,
  type TableName,
  type TelemetryStore,
} from '@clearspan/telemetry-store';
import { backUp, type TakeBackup } from './backup/back-up.ts';
import { withBatchFile } from './batch-file.ts';
import type { EngineEvent } from './engine/keep-alive.ts';
import type { Settings } from './engine/settings.ts';
import { ENGINE_DEFAULTS } from './engine-defaults.ts';
import { insertBatch } from './insert-batch.ts';
import { limitSettings } from './limit-settings.ts';
import { openDirectory } from './open-directory.ts';
import { parseResult } from './parse-result.ts';
import { dropPartition, foldPartitions, PARTITIONS_SQL, type Partition } from './partitions.ts';
import { migrate } from './schema/migrate.ts';
import type { Run } from './schema/run.ts';
import { foldStats, RANGES_SQL, statsSql } from './store-stats.ts';

export interface EmbeddedStoreOptions {
  /** Directory of the engine; made when absent. One process at a time may have it. */
  readonly path: string;
  /** Null keeps everything. */
  readonly retentionDays: RetentionDays | null;
  /**
   * `kept` is the store. `temporary` takes rows faster and is thrown away after some queries. `none` is an engine that
   * only reads files.
   */
  readonly tables?: 'kept' | 'temporary' | 'none';
  /** Memory of the whole engine: statements beyond it fail, not the process. */
  readonly memoryBytesMax?: number;
  /** Statements that read at the same time. */
  readonly readers?: number;
  /** Threads of one statement. */
  readonly threads?: number;
  readonly statementsQueuedMax?: number;
  /** How long a statement may wait for a free reader. */
  readonly queueMs?: number;
  readonly resultBytesMax?: number;
  readonly insertMsMax?: number;
  /** Quiet time after which memory is given back to the system. */
  readonly purgeAfterMs?: number;
  /** How long to wait for a directory that another process holds: one that was killed lets go a moment later. */
  readonly lockWaitMs?: number;
  readonly onEvent?: (event: EngineEvent) => void;
}

const DEFAULTS = { ...ENGINE_DEFAULTS, tables: 'kept', queueMs: 10_000, insertMsMax: 120_000 } as const;

/** The engine ends a statement by itself; the kill behind it is for what its own check does not reach. */
const KILL_GRACE_MS = 2_000;
const ADMIN_MS_MAX = 60_000;

/** The engine would map files into its memory, where all of a large one ends up. */
const FILE_SETTINGS: Settings = { storage_file_read_method: 'pread' };

/** An embedded store and what only an embedded one has. */
export interface EmbeddedStore extends TelemetryStore {
  /** False while the engine is being brought back after it died. */
  up(): boolean;
  /** Process id of the engine; null while there is none. */
  enginePid(): number | null;
  /** What each table has of each day. */
  partitions(): Promise<readonly Partition[]>;
  /** Drops a partition whole; one that is not there is dropped already. */
  dropPartition(table: TableName, id: string): Promise<void>;
  /** Writes all that is held into a place for backups. Rejects with a `StoreError`; then the place is gone. */
  backUp(request: TakeBackup): Promise<void>;
}

/**
 * ClickHouse as a library in a process of its own, behind the `TelemetryStore` port. Rejects with `LOCKED` when another
 * process has the directory. When the engine's process dies it is started again, inserts in flight are repeated by their
 * token, queries in flight fail with `UNAVAILABLE`.
 *
 * The SQL of a query must have neither `SETTINGS` nor `FORMAT`: limits are appended here.
 */
export const openEmbeddedStore = async (options: EmbeddedStoreOptions): Promise<EmbeddedStore> => {
  const given = { ...DEFAULTS, ...options };
  const { resultBytesMax, queueMs } = given;
  const directory = await openDirectory(given);
  const { engine } = directory;
  const own: Run = async (sql) => {
    const times = { queueMs: ADMIN_MS_MAX, killAfterMs: ADMIN_MS_MAX };
    const request = { lane: 'admin', sql, settings: null, ...times, resultBytesMax, repeatable: false } as const;
    return parseResult((await engine.run(request)).bytes).rows;
  };
  try {
    const temporary = given.tables === 'temporary';
    if (given.tables !== 'none') await migrate(own, { retentionDays: given.retentionDays, temporary });
    // Nobody reads long enough from temporary tables to get back what merging their parts takes.
    if (temporary) await own('SYSTEM STOP MERGES');
  } catch (error) {
    await engine.close();
    throw error;
  }
  const inserting = new Set<Promise<void>>();
  const query: TelemetryStore['query'] = async ({ sql, limits, signal }) => {
    const times = { queueMs, killAfterMs: limits.ms + KILL_GRACE_MS };
    const settings = { ...limitSettings(limits), ...(given.tables === 'none' ? FILE_SETTINGS : {}) };
    const request = { lane: 'reader', sql, settings, ...times, resultBytesMax, signal, repeatable: false } as const;
    return parseResult((await engine.run(request)).bytes);
  };
  return {
    up: () => engine.up(),
    enginePid: () => engine.pid(),
    partitions: async () => foldPartitions(await own(PARTITIONS_SQL)),
    dropPartition: async (table, id) => void (await own(dropPartition(table, id))),
    backUp: (request) => backUp(directory, request),
    insert: (batch, token) => {
      const insertion = insertBatch(directory, batch, token, given.insertMsMax);
      inserting.add(insertion);
      return insertion.finally(() => inserting.delete(insertion));
    },
    query,
    withRows: (batch, use) =>
      withBatchFile(directory, batch, (path) =>
        use({ source: { kind: 'file', path, structure: rowStructure(TABLES[batch.table]) }, query }),
      ),
    stats: async () => {
      const [[version] = []] = await own('SELECT version()');
      return foldStats(await own(statsSql(null)), await own(RANGES_SQL), `ClickHouse ${String(version)}`);
    },
    close: async () => {
      await Promise.allSettled(inserting);
      await engine.close();
    },
  };
};
