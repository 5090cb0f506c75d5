import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TableBatch } from '@clearspan/telemetry-store';
import type { OpenDirectory } from './open-directory.ts';

/** Rows in a file of RowBinary that is there while `use` runs. */
export const withBatchFile = async <T>(
  { incoming }: Pick<OpenDirectory, 'incoming'>,
  { table, bytes }: TableBatch,
  use: (path: string) => Promise<T>,
): Promise<T> => {
  const path = join(incoming, `${table}-${randomUUID()}.rows`);
  try {
    await writeFile(path, bytes);
    return await use(path);
  } finally {
    await rm(path, { force: true });
  }
};
