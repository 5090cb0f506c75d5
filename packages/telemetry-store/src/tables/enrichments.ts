import type { Table } from './table.ts';

/**
 * Rows of tables that records are looked up in, such as a CSV file of teams by service. `name` is the table's, `key` the
 * value of its first column, `position` the row's place from 0, `columns` every column of the row, the first among them.
 */
export const ENRICHMENTS: Table = {
  name: 'enrichments',
  dataSet: null,
  columns: [
    ['name', 'LowCardinality(String)', 'ZSTD(1)'],
    ['key', 'String', 'ZSTD(1)'],
    ['position', 'UInt64', 'ZSTD(1)'],
    ['columns', 'Map(String, String)', 'ZSTD(1)'],
  ],
  indexes: [],
  engine: 'MergeTree',
  partitionBy: null,
  orderBy: '(name, key, position)',
  ttlFrom: null,
  shardBy: 'cityHash64(name)',
  dedupWindowBlocks: 0,
};
