import { join } from 'node:path';
import { inputError } from '../command-error.ts';
import { type FileSum, fileSum } from './file-sums.ts';
import type { Manifest } from './manifest.ts';

const readSum = (path: string): Promise<FileSum> =>
  fileSum(path, false).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw inputError(`the backup is not whole: ${path} is missing`);
    throw inputError(`${path} cannot be read (${error.code})`, error);
  });

/** Throws the first file that is not what was written. */
export const verifyFiles = async (dir: string, { files }: Manifest): Promise<void> => {
  for (const [name, written] of Object.entries(files)) {
    const path = join(dir, name);
    const found = await readSum(path);
    if (found.bytes !== written.bytes)
      throw inputError(`the backup is damaged: expected ${written.bytes} bytes in ${path}, found ${found.bytes}`);
    if (found.sha256 !== written.sha256)
      throw inputError(`the backup is damaged: what ${path} holds is not what was written`);
  }
};
