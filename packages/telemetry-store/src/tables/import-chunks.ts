import type { Table } from './table.ts';

/**
 * Chunks of imports whose rows are held: a chunk that comes again, because its answer was lost, adds nothing. `chunk` is
 * what `chunkIdOf` gave, `taken` the time of receipt, `answer` what was answered, as JSON. A row is inserted
 * behind the rows of its chunk, under the same token.
 */
export const IMPORT_CHUNKS: Table = {
  name: 'import_chunks',
  dataSet: null,
  columns: [
    ['chunk', 'String', 'ZSTD(1)'],
    ['taken', "DateTime64(9, 'UTC')", 'Delta(8), ZSTD(1)'],
    ['answer', 'String', 'ZSTD(1)'],
  ],
  indexes: [],
  engine: 'MergeTree',
  partitionBy: 'toDate(taken)',
  orderBy: 'chunk',
  ttlFrom: 'toDateTime(taken)',
  shardBy: 'cityHash64(chunk)',
  dedupWindowBlocks: 2000,
};
