import {
  alterBlockSettings,
  alterMergeSetting,
  createDatabase,
  createTables,
  DATABASE,
  type DdlOptions,
  ddl,
  onCluster,
  redSelect,
  redView,
  TABLES,
} from '@clearspan/telemetry-store';
import { foldByHour } from './fold-by-hour.ts';
import { orderRedAnew } from './order-anew.ts';
import type { Run } from './run.ts';

export interface Migration {
  /** 1, 2, 3 …: applied in this order, each once; a number that was released is never changed. */
  readonly version: number;
  readonly what: string;
  /**
   * Statements that may be repeated: the process can die between them and the note that they were run. Those for servers,
   * which are all from the one after `SERVER_SINCE`, MUST also be harmless when several processes run them side by side
   * while others write: nothing is emptied to be filled again.
   */
  readonly statements: (options: DdlOptions) => readonly string[];
  /** What more it takes, in a directory that is kept. It may be repeated too. */
  readonly fill?: (run: Run, options: DdlOptions) => Promise<void>;
}

export const VERSION_TABLE: string = `${DATABASE}.schema_version`;

/** Replicated to every server of a cluster, whatever its shard: each knows what was done. */
const versionEngine = (cluster: string | null): string =>
  cluster === null
    ? 'MergeTree'
    : `ReplicatedMergeTree('/clickhouse/tables/${DATABASE}/schema_version', '{shard}-{replica}')`;

export const createVersionTable = (cluster: string | null): readonly string[] => [
  createDatabase(cluster),
  `CREATE TABLE IF NOT EXISTS ${VERSION_TABLE}${onCluster(cluster)} (version UInt32, what String, applied_at DateTime('UTC') DEFAULT now()) ENGINE = ${versionEngine(cluster)} ORDER BY version`,
];

export const MIGRATIONS: readonly Migration[] = [
  { version: 1, what: 'tables of logs, spans, traces and metrics', statements: (options) => ddl(options) },
  {
    version: 2,
    what: 'tables that records are looked up in',
    statements: (options) => createTables(TABLES.enrichments, options),
  },
  {
    version: 3,
    what: 'rate, errors, durations and edges by the minute',
    statements: (options) => [
      ...[TABLES.red_1m, TABLES.edges_1m, TABLES.edge_minutes].flatMap((table) => createTables(table, options)),
      ...(options.temporary ? [] : [redView(null), `TRUNCATE TABLE ${DATABASE}.red_1m`]),
    ],
    // Nothing is taken in while a directory is opened: the spans held are all there are.
    fill: (run) => foldByHour(run, { table: TABLES.red_1m, select: redSelect }),
  },
  {
    version: 4,
    what: 'chunks of imports',
    statements: (options) => createTables(TABLES.import_chunks, options),
  },
  {
    version: 5,
    what: 'minutes of services in the order of time',
    statements: () => [],
    fill: orderRedAnew,
  },
  {
    version: 6,
    what: 'parts are merged later',
    statements: (options) => (options.temporary ? [] : alterMergeSetting(options)),
  },
  {
    version: 7,
    what: 'smaller blocks of spans',
    statements: (options) => (options.temporary ? [] : alterBlockSettings(options)),
  },
];

/** The newest version that this program knows. */
export const SCHEMA_VERSION: number = MIGRATIONS.at(-1)?.version ?? 0;

/** The version that the first server was given. There is none with an older one. */
export const SERVER_SINCE = 5;
