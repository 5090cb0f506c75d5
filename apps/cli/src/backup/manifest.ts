import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inputError } from '../command-error.ts';
import type { FileSum } from './file-sums.ts';

/** What a backup is made of. It is written last: a directory without one is no backup. */
export interface Manifest {
  readonly format: number;
  /** Version of the program that wrote it. */
  readonly program: string;
  /** ISO 8601. What was acknowledged before is in the backup. */
  readonly began_at: string;
  readonly ended_at: string;
  /** Version of the store's tables. */
  readonly schema_version: number;
  readonly engine: string;
  /** Rows by table when the backup began. */
  readonly rows: Readonly<Record<string, number>>;
  /** Every other file, by its path. */
  readonly files: Readonly<Record<string, FileSum>>;
}

/** The format that is written, and the only one so far. */
export const BACKUP_FORMAT = 1;
const MANIFEST_FILE = 'manifest.json';

const sumOf = (manifest: Manifest): string => createHash('sha256').update(JSON.stringify(manifest)).digest('hex');

/** Whole or not at all. */
export const writeManifest = async (dir: string, manifest: Manifest): Promise<void> => {
  const path = join(dir, MANIFEST_FILE);
  const text = `${JSON.stringify({ ...manifest, sha256: sumOf(manifest) }, null, 1)}\n`;
  await writeFile(`${path}.new`, text, { flush: true });
  await rename(`${path}.new`, path);
};

const parse = (text: string): Partial<Manifest & { sha256: string }> | null => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
};

/** Throws what is wrong with it, as an error of input. */
export const readManifest = async (dir: string): Promise<Manifest> => {
  const path = join(dir, MANIFEST_FILE);
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR')
      throw inputError(
        `${dir} is no backup: expected ${MANIFEST_FILE} in it, found none; one that was cut off has none`,
      );
    throw inputError(`${path} cannot be read (${error.code})`, error);
  });
  const { sha256, ...manifest } = parse(text) ?? {};
  if (sha256 === undefined || manifest.format === undefined)
    throw inputError(`${path} is damaged, or not of a backup of Clearspan`);
  if (manifest.format !== BACKUP_FORMAT)
    throw inputError(
      `expected a backup of format ${BACKUP_FORMAT}, found format ${manifest.format}: a newer program wrote it`,
    );
  if (sumOf(manifest as Manifest) !== sha256) throw inputError(`${path} is damaged: its checksum is another one`);
  return manifest as Manifest;
};
