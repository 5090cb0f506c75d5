import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringLiteral } from '@clearspan/dataprime';
import { DATABASE, rowStructure, TABLES, type TableBatch } from '@clearspan/telemetry-store';
import type { Settings } from './engine/settings.ts';
import { storeError } from './engine/store-error.ts';
import type { OpenDirectory } from './open-directory.ts';

/** Days one batch may touch, more than are ever kept: every day is a part of its own. */
const PARTITIONS_PER_INSERT_MAX = 4_000;
const KILL_GRACE_MS = 2_000;
const RESULT_BYTES_MAX = 65_536;
const TOKEN = /^[A-Za-z0-9_-]{1,200}$/;

/** Inserts a batch once for each token, however often it is called. */
export const insertBatch = async (
  { engine, incoming }: OpenDirectory,
  { table, bytes, rows }: TableBatch,
  token: string,
  insertMsMax: number,
): Promise<void> => {
  if (!TOKEN.test(token)) {
    throw storeError('ENGINE', `expected a token of letters, digits, - and _, found ${JSON.stringify(token)}`);
  }
  if (rows === 0) return;
  const file = join(incoming, `${table}-${token}.bin`);
  const source = `file(${stringLiteral(file)}, 'RowBinary', ${stringLiteral(rowStructure(TABLES[table]))})`;
  const settings: Settings = {
    insert_deduplication_token: token,
    deduplicate_blocks_in_dependent_materialized_views: 1,
    // One thread, one block: the token names the block, so it must be the same block when repeated.
    max_insert_threads: 1,
    max_partitions_per_insert_block: PARTITIONS_PER_INSERT_MAX,
    max_execution_time: insertMsMax / 1000,
  };
  try {
    // Never inline: the engine's parser would end the data at its first empty line and run the rest as SQL.
    await writeFile(file, bytes);
    await engine.run({
      lane: 'writer',
      sql: `INSERT INTO ${DATABASE}.${table} SELECT * FROM ${source}`,
      settings,
      queueMs: insertMsMax,
      killAfterMs: insertMsMax + KILL_GRACE_MS,
      resultBytesMax: RESULT_BYTES_MAX,
      repeatable: true,
    });
  } finally {
    await rm(file, { force: true });
  }
};
