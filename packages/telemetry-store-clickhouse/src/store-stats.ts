import {
  DATABASE,
  type StoreStats,
  storedName,
  TABLES,
  type TableName,
  type TableStats,
} from '@clearspan/telemetry-store';

/** Tables whose `ts` tells how far back they reach. */
const TIMED: readonly TableName[] = ['logs', 'spans', 'metric_points', 'metric_hists'];

const ISO = (column: string): string => `if(count() = 0, NULL, concat(replaceOne(toString(${column}), ' ', 'T'), 'Z'))`;

/** One small statement per timed table: least and greatest `ts` are answered from the parts' indexes. */
const rangeSql = (table: TableName): string =>
  `SELECT '${table}', ${ISO('min(ts)')}, ${ISO('max(ts)')} FROM ${DATABASE}.${table}`;

/** In a cluster of one replica of each shard: rows are counted once, however many have them. */
export const statsSql = (
  cluster: string | null,
): string => `SELECT table, sum(rows), sum(bytes_on_disk), sum(data_uncompressed_bytes)
FROM ${cluster === null ? 'system.parts' : `cluster('${cluster}', system.parts)`} WHERE active AND database = '${DATABASE}' GROUP BY table`;

export const RANGES_SQL: string = TIMED.map(rangeSql).join(' UNION ALL ');

/** Puts the two answers together; a table without parts has no row in the first. */
export const foldStats = (
  parts: readonly (readonly unknown[])[],
  ranges: readonly (readonly unknown[])[],
  engine: string,
  cluster: string | null = null,
): StoreStats => {
  const partsOf = new Map(parts.map((row) => [String(row[0]), row]));
  const rangeOf = new Map(ranges.map((row) => [String(row[0]), row]));
  const tables = (Object.keys(TABLES) as TableName[]).map((table): TableStats => {
    const [, rows, onDisk, uncompressed] = partsOf.get(storedName(table, cluster)) ?? [];
    const [, oldest, newest] = rangeOf.get(table) ?? [];
    return {
      table,
      rows: Number(rows ?? 0),
      bytesOnDisk: Number(onDisk ?? 0),
      bytesUncompressed: Number(uncompressed ?? 0),
      oldest: typeof oldest === 'string' ? oldest : null,
      newest: typeof newest === 'string' ? newest : null,
    };
  });
  return { tables, engine };
};
