import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringLiteral } from '@clearspan/dataprime';
import { DATABASE, rowStructure, TABLES, type TableBatch } from '@clearspan/telemetry-store';
import { insertSettings } from './insert-settings.ts';
import type { OpenDirectory } from './open-directory.ts';

const KILL_GRACE_MS = 2_000;
const RESULT_BYTES_MAX = 65_536;

/** Inserts a batch once for each token, however often it is called. */
export const insertBatch = async (
  { engine, incoming }: OpenDirectory,
  { table, bytes, rows }: TableBatch,
  token: string,
  insertMsMax: number,
): Promise<void> => {
  const settings = insertSettings(token, insertMsMax);
  if (rows === 0) return;
  const file = join(incoming, `${table}-${token}.bin`);
  const source = `file(${stringLiteral(file)}, 'RowBinary', ${stringLiteral(rowStructure(TABLES[table]))})`;
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
