import { onCluster, storedName } from './cluster-names.ts';
import type { RetentionDays } from './data-sets.ts';
import { dedupSettings, distributedEngine, storedEngine } from './engine-sql.ts';
import { redView } from './red.ts';
import { DATABASE, type Table } from './table.ts';
import { TABLES } from './tables.ts';
import { tracesView } from './traces.ts';

export interface DdlOptions {
  /** Null keeps everything: files queried in place are old. */
  readonly retentionDays: RetentionDays | null;
  /**
   * Tables that are filled once, read a few times and thrown away: no indexes, no roll-ups, light compression, one part
   * for each insert. They take rows several times as fast.
   */
  readonly temporary?: boolean;
  /**
   * Name of a cluster of servers, null or absent for one engine. Every table is then one of each shard, `…_local`, kept by
   * its replicas, and one of the plain name that is all of them.
   */
  readonly cluster?: string | null;
}

export const RETENTION_DAYS_DEFAULT = 15;

/** Small granules: opening a trace reads half of what it would at 8192. */
const INDEX_GRANULARITY_ROWS = 2048;

/**
 * Parts are merged when eight are about as large, not five: rows are written again one time less in three, which is a
 * sixth of all that taking in a span costs. A few more parts are read for it.
 */
const MERGE_SETTING = 'merge_selector_base = 8';

const blockSettings = ({ blockBytesMin }: Table): readonly string[] =>
  blockBytesMin === undefined ? [] : [`min_compress_block_size = ${blockBytesMin}`];

const quoted = (name: string): string => `\`${name}\``;

export const createDatabase = (cluster: string | null): string =>
  `CREATE DATABASE IF NOT EXISTS ${DATABASE}${onCluster(cluster)}`;

/** When rows of a table are too old; null where none ever is. */
export const ttlOf = ({ dataSet, ttlFrom }: Table, retentionDays: RetentionDays | null): string | null => {
  if (retentionDays === null || ttlFrom === null) return null;
  const days = dataSet === null ? Math.max(...Object.values(retentionDays)) : retentionDays[dataSet];
  return `${ttlFrom} + INTERVAL ${days} DAY`;
};

/** The statement that creates the table that holds the rows, where it is missing. */
export const createTable = (table: Table, { retentionDays, temporary = false, cluster = null }: DdlOptions): string => {
  const columns = table.columns.map(
    ([name, type, codec]) => `  ${quoted(name)} ${type} CODEC(${temporary ? 'LZ4' : codec})`,
  );
  const indexes = temporary ? [] : table.indexes.map((index) => `  INDEX ${index}`);
  const settings = [
    `index_granularity = ${INDEX_GRANULARITY_ROWS}`,
    'ttl_only_drop_parts = 1',
    MERGE_SETTING,
    ...blockSettings(table),
    ...dedupSettings(table, cluster),
  ];
  const ttl = ttlOf(table, retentionDays);
  const name = `${DATABASE}.${storedName(table.name, cluster)}${onCluster(cluster)}`;
  return [
    `CREATE TABLE IF NOT EXISTS ${name} (\n${[...columns, ...indexes].join(',\n')}\n) ENGINE = ${storedEngine(table, cluster)}`,
    ...(table.partitionBy === null || temporary ? [] : [`PARTITION BY ${table.partitionBy}`]),
    `ORDER BY ${table.orderBy}`,
    ...(ttl === null ? [] : [`TTL ${ttl}`]),
    `SETTINGS ${settings.join(', ')}`,
  ].join('\n');
};

/** A statement for each setting that a table has of its own; one that has it is left as it is. */
const alterSettings = (
  settingsOf: (table: Table) => readonly string[],
  { cluster = null }: DdlOptions,
): readonly string[] =>
  Object.values(TABLES).flatMap((table) =>
    settingsOf(table).map(
      (setting) =>
        `ALTER TABLE ${DATABASE}.${storedName(table.name, cluster)}${onCluster(cluster)} MODIFY SETTING ${setting}`,
    ),
  );

/** Statements that let tables made before it merge as new ones do. */
export const alterMergeSetting = (options: DdlOptions): readonly string[] =>
  alterSettings(() => [MERGE_SETTING], options);

/** Statements that let tables made before it compress as new ones do, from the next insert or merge on. */
export const alterBlockSettings = (options: DdlOptions): readonly string[] => alterSettings(blockSettings, options);

/** Statements that create a table: in a cluster the one that holds the rows, then the one that is all shards'. */
export const createTables = (table: Table, options: DdlOptions): readonly string[] => {
  const { cluster = null } = options;
  const stored = createTable(table, options);
  if (cluster === null) return [stored];
  const name = `${DATABASE}.${table.name}${onCluster(cluster)}`;
  const like = `${DATABASE}.${storedName(table.name, cluster)}`;
  return [stored, `CREATE TABLE IF NOT EXISTS ${name} AS ${like}\nENGINE = ${distributedEngine(table, cluster)}`];
};

/** Statements that create what is missing and leave alone what exists, to be run one by one in this order. */
export const ddl = (options: DdlOptions): string[] => {
  for (const days of Object.values(options.retentionDays ?? {})) {
    if (!(Number.isInteger(days) && days > 0))
      throw new RangeError(`expected a whole number of days above 0, found ${days}`);
  }
  const { cluster = null, temporary = false } = options;
  return [
    createDatabase(cluster),
    ...Object.values(TABLES).flatMap((table) => createTables(table, options)),
    ...(temporary ? [] : [tracesView(cluster), redView(cluster)]),
  ];
};
