import { copyFile, link, open, rename } from 'node:fs/promises';

/** A file that is being copied; what a crash leaves of it is removed at the next start. */
export const PART = '.part';

const copyWhole = async (from: string, to: string): Promise<void> => {
  const part = to + PART;
  await copyFile(from, part);
  const file = await open(part, 'r');
  try {
    await file.datasync();
  } finally {
    await file.close();
  }
  await rename(part, to);
};

/** Gives a file a second name. Where the file system has no such thing, the file is copied. */
export const linkFile = async (from: string, to: string): Promise<void> => {
  try {
    await link(from, to);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOSPC') throw error;
    await copyWhole(from, to);
  }
};
