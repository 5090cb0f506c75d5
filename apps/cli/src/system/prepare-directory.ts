import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const reasonOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);

/** One missing level; another process may be faster, which is as good. */
const make = (path: string): void => {
  try {
    mkdirSync(path);
  } catch (error) {
    if (reasonOf(error) !== 'EEXIST') throw error;
  }
};

/**
 * Makes a folder with those above it, and says why it cannot be made or written to; null when all is well. One level at
 * a time: the recursive form of `mkdir` never ends where a parent exists and takes no entries, as in `/proc`.
 */
export const prepareDirectory = (path: string): string | null => {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats && !stats.isDirectory()) return `${path} is not a directory`;
    if (!stats) {
      const above = dirname(path) === path ? null : prepareDirectory(dirname(path));
      if (above !== null) return above;
      make(path);
    }
    accessSync(path, constants.W_OK | constants.X_OK);
    return null;
  } catch (error) {
    return `${path} cannot be used (${reasonOf(error)})`;
  }
};
