import { createHash } from 'node:crypto';
import { open, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** What a file holds, as far as it can be told apart from another one. */
export interface FileSum {
  readonly bytes: number;
  readonly sha256: string;
}

/** Reads a file to its end; `durable` brings it to the disk as well. */
export const fileSum = async (path: string, durable: boolean): Promise<FileSum> => {
  const file = await open(path, 'r');
  try {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of file.createReadStream({ autoClose: false, highWaterMark: 1_048_576 })) {
      hash.update(chunk as Buffer);
      bytes += (chunk as Buffer).length;
    }
    if (durable) await file.sync();
    return { bytes, sha256: hash.digest('hex') };
  } finally {
    await file.close();
  }
};

/** Sums of all files below a directory, by their paths in it, sorted. */
export const fileSums = async (dir: string): Promise<Record<string, FileSum>> => {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const sums: Record<string, FileSum> = {};
  for (const path of paths.sort()) sums[relative(dir, path).replaceAll(sep, '/')] = await fileSum(path, true);
  return sums;
};
