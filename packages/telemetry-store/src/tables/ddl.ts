import type { RetentionDays } from './data-sets.ts';
import { RED_VIEW } from './red.ts';
import { DATABASE, type Table } from './table.ts';
import { TABLES } from './tables.ts';
import { TRACES_VIEW } from './traces.ts';

export interface DdlOptions {
  /** Null keeps everything: files queried in place are old. */
  readonly retentionDays: RetentionDays | null;
  /**
   * Tables that are filled once, read a few times and thrown away: no indexes, no roll-ups, light compression, one part
   * for each insert. They take rows several times as fast.
   */
  readonly temporary?: boolean;
}

export const RETENTION_DAYS_DEFAULT = 15;

/** Small granules: opening a trace reads half of what it would at 8192. */
const INDEX_GRANULARITY_ROWS = 2048;

const quoted = (name: string): string => `\`${name}\``;

/** When rows of a table are too old; null where none ever is. */
export const ttlOf = ({ dataSet, ttlFrom }: Table, retentionDays: RetentionDays | null): string | null => {
  if (retentionDays === null || ttlFrom === null) return null;
  const days = dataSet === null ? Math.max(...Object.values(retentionDays)) : retentionDays[dataSet];
  return `${ttlFrom} + INTERVAL ${days} DAY`;
};

/** The statement that creates a table where it is missing. */
export const createTable = (table: Table, { retentionDays, temporary = false }: DdlOptions): string => {
  const columns = table.columns.map(
    ([name, type, codec]) => `  ${quoted(name)} ${type} CODEC(${temporary ? 'LZ4' : codec})`,
  );
  const indexes = temporary ? [] : table.indexes.map((index) => `  INDEX ${index}`);
  const settings = [`index_granularity = ${INDEX_GRANULARITY_ROWS}`, 'ttl_only_drop_parts = 1'];
  if (table.dedupWindowBlocks > 0) {
    settings.push(`non_replicated_deduplication_window = ${table.dedupWindowBlocks}`);
  }
  const ttl = ttlOf(table, retentionDays);
  return [
    `CREATE TABLE IF NOT EXISTS ${DATABASE}.${table.name} (\n${[...columns, ...indexes].join(',\n')}\n) ENGINE = ${table.engine}`,
    ...(table.partitionBy === null || temporary ? [] : [`PARTITION BY ${table.partitionBy}`]),
    `ORDER BY ${table.orderBy}`,
    ...(ttl === null ? [] : [`TTL ${ttl}`]),
    `SETTINGS ${settings.join(', ')}`,
  ].join('\n');
};

/** Statements that create what is missing and leave alone what exists, to be run one by one in this order. */
export const ddl = (options: DdlOptions): string[] => {
  for (const days of Object.values(options.retentionDays ?? {})) {
    if (!(Number.isInteger(days) && days > 0))
      throw new RangeError(`expected a whole number of days above 0, found ${days}`);
  }
  return [
    `CREATE DATABASE IF NOT EXISTS ${DATABASE}`,
    ...Object.values(TABLES).map((table) => createTable(table, options)),
    ...(options.temporary ? [] : [TRACES_VIEW, RED_VIEW]),
  ];
};
