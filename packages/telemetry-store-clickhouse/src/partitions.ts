import { stringLiteral } from '@clearspan/dataprime';
import { DATABASE, TABLES, type TableName } from '@clearspan/telemetry-store';

/** What a table has of one day, or of one month. */
export interface Partition {
  readonly table: TableName;
  /** `20260105`, or `202601` of a table that is kept by month. */
  readonly id: string;
  readonly bytes: number;
  readonly rows: number;
}

/** Tables of one part have the partition `all`, which is no time. */
export const PARTITIONS_SQL: string = `SELECT table, partition_id, sum(bytes_on_disk), sum(rows)
FROM system.parts WHERE active AND database = '${DATABASE}' AND match(partition_id, '^[0-9]+$') GROUP BY table, partition_id`;

export const foldPartitions = (rows: readonly (readonly unknown[])[]): readonly Partition[] =>
  rows
    .map(([table, id, bytes, held]) => ({
      table: String(table) as TableName,
      id: String(id),
      bytes: Number(bytes),
      rows: Number(held),
    }))
    .filter(({ table }) => Object.hasOwn(TABLES, table));

export const dropPartition = (table: TableName, id: string): string =>
  `ALTER TABLE ${DATABASE}.${TABLES[table].name} DROP PARTITION ID ${stringLiteral(id)}`;
