import { createTable, DATABASE, type DdlOptions, ddl, RED_VIEW, redSelect, TABLES } from '@clearspan/telemetry-store';

export interface Migration {
  /** 1, 2, 3 …: applied in this order, each once; a number that was released is never changed. */
  readonly version: number;
  readonly what: string;
  /** Statements that may be repeated: the process can die between them and the note that they were run. */
  readonly statements: (options: DdlOptions) => readonly string[];
}

export const VERSION_TABLE: string = `${DATABASE}.schema_version`;

export const CREATE_VERSION_TABLE: readonly string[] = [
  `CREATE DATABASE IF NOT EXISTS ${DATABASE}`,
  `CREATE TABLE IF NOT EXISTS ${VERSION_TABLE} (version UInt32, what String, applied_at DateTime('UTC') DEFAULT now()) ENGINE = MergeTree ORDER BY version`,
];

/** Every day is a part of its own, and records may be kept for years. */
const ANY_DAYS = 'SETTINGS max_partitions_per_insert_block = 0';

export const MIGRATIONS: readonly Migration[] = [
  { version: 1, what: 'tables of logs, spans, traces and metrics', statements: (options) => ddl(options) },
  {
    version: 2,
    what: 'tables that records are looked up in',
    statements: (options) => [createTable(TABLES.enrichments, options)],
  },
  {
    version: 3,
    what: 'rate, errors, durations and edges by the minute',
    statements: (options) => [
      ...[TABLES.red_1m, TABLES.edges_1m, TABLES.edge_minutes].map((table) => createTable(table, options)),
      // Nothing is taken in while a directory is opened: the spans held are all there are.
      ...(options.temporary
        ? []
        : [`TRUNCATE TABLE ${DATABASE}.red_1m`, `INSERT INTO ${DATABASE}.red_1m ${redSelect()} ${ANY_DAYS}`, RED_VIEW]),
    ],
  },
  {
    version: 4,
    what: 'chunks of imports',
    statements: (options) => [createTable(TABLES.import_chunks, options)],
  },
];

/** The newest version that this program knows. */
export const SCHEMA_VERSION: number = MIGRATIONS.at(-1)?.version ?? 0;
