import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { BACKUPS } from '../open-directory.ts';

/** In a place for backups, the folder that the engine writes. */
export const ENGINE_BACKUP = 'telemetry';

const NAME = /^[a-z0-9-]{1,64}$/;

/** A name that is no path: nothing outside of the places can be meant by it. */
export const isPlaceName = (name: string): boolean => NAME.test(name);

/**
 * Where a place for backups is, in the directory of a store. Whoever wants a backup makes it, as a directory or as a link
 * to one, and so shows that the directory of the store is theirs to write to.
 */
export const backupPlace = (storePath: string, name: string): string => join(storePath, BACKUPS, name);

/** Why a place cannot take a backup; null when it can. */
export const placeFault = async (place: string): Promise<string | null> => {
  const stats = await stat(place).catch(() => null);
  if (!stats?.isDirectory()) return 'expected a place for backups of this name, found none';
  const found = await readdir(place);
  return found.length === 0 ? null : `expected an empty place for backups, found \`${found[0]}\` in it`;
};
