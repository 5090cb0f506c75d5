import { existsSync, readdirSync, rmSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { inputError } from '../command-error.ts';
import { prepareDirectory } from '../system/prepare-directory.ts';

export interface BackupTarget {
  readonly path: string;
  /** The backup is whole: it stays. */
  keep(): void;
  /** Nothing of it stays, and neither does the directory where it was made for the backup. */
  discard(): void;
}

/** Exit codes of a command that was ended by a signal, as shells count them. */
const ENDED_BY = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

const isWithin = (path: string, dir: string): boolean => {
  const way = relative(dir, path);
  return !way.startsWith('..') && !isAbsolute(way);
};

/** An empty directory to back up to. What is in it goes again when the command ends, unless it is kept. */
export const openBackupTarget = (path: string, dataDir: string): BackupTarget => {
  if (isWithin(path, dataDir))
    throw inputError(`expected a directory outside of the data in ${dataDir}, found ${path}`);
  const existed = existsSync(path);
  const unusable = prepareDirectory(path);
  if (unusable !== null) throw inputError(`nothing was backed up: ${unusable}`);
  const [found] = readdirSync(path);
  if (found !== undefined)
    throw inputError(`expected an empty directory or none at ${path}, found \`${found}\` in it; nothing was backed up`);
  const discard = (): void => {
    stopListening();
    for (const entry of readdirSync(path)) rmSync(join(path, entry), { recursive: true, force: true });
    if (!existed) rmSync(path, { recursive: true, force: true });
  };
  const listeners = Object.entries(ENDED_BY).map(([signal, code]) => {
    const listener = (): never => {
      discard();
      process.exit(code);
    };
    process.once(signal, listener);
    return [signal, listener] as const;
  });
  const stopListening = (): void => {
    for (const [signal, listener] of listeners) process.off(signal, listener);
  };
  return { path, keep: stopListening, discard };
};
