import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { stringLiteral } from '@clearspan/dataprime';
import type { Engine } from '../executed/engine.ts';

/** Some records of a table as they would come, in RowBinary. */
const rowsOf = async (engine: Engine, dir: string, table: string, id: string, rows: number): Promise<Uint8Array> => {
  const path = join(dir, `${table}.new`);
  await engine.run(
    `SELECT * FROM otel.${table} WHERE cityHash64(${id}) % 8 = 0 LIMIT ${rows} INTO OUTFILE ${stringLiteral(path)} TRUNCATE FORMAT RowBinary`,
  );
  const bytes = await readFile(path);
  await rm(path);
  return bytes;
};

export const recordsOf = async (
  engine: Engine,
  dir: string,
  logs: number,
  spans: number,
): Promise<Readonly<Record<'logs' | 'spans', Uint8Array>>> => ({
  logs: await rowsOf(engine, dir, 'logs', 'logid', logs),
  spans: await rowsOf(engine, dir, 'spans', 'span_id', spans),
});
