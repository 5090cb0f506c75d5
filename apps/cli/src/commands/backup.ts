import { join, resolve } from 'node:path';
import { DATA_FILES } from '@clearspan/contracts';
import type { ParsedCommand } from '../args/parse-command.ts';
import { usageError } from '../args/usage-error.ts';
import { backUpStore } from '../backup/back-up-store.ts';
import { type BackupTarget, openBackupTarget } from '../backup/backup-target.ts';
import { copyDatabase } from '../backup/copy-database.ts';
import { fileSums } from '../backup/file-sums.ts';
import { BACKUP_FORMAT, type Manifest, writeManifest } from '../backup/manifest.ts';
import { unreachableError } from '../command-error.ts';
import { bytesText, countText } from '../output/units.ts';
import { readRunFile } from '../supervisor/run-file.ts';
import { dataDirectory } from '../system/data-directory.ts';
import { EXIT, type ExitCode, type Terminal } from '../terminal.ts';
import { version } from '../version.ts';

const writeBackup = async (dataDir: string, storeUrl: string, { path }: BackupTarget): Promise<Manifest> => {
  const began_at = new Date().toISOString();
  const answer = await backUpStore(dataDir, storeUrl, path);
  if (!answer.ok) throw unreachableError(`nothing was backed up: ${answer.failure.message}`);
  for (const file of [DATA_FILES.records, DATA_FILES.tasks]) copyDatabase(join(dataDir, file), join(path, file));
  const { schema_version, engine, rows } = answer.value;
  const files = await fileSums(path);
  const ended_at = new Date().toISOString();
  const manifest = {
    format: BACKUP_FORMAT,
    program: version(),
    began_at,
    ended_at,
    schema_version,
    engine,
    rows,
    files,
  };
  await writeManifest(path, manifest);
  return manifest;
};

/** `clearspan backup DIR`: all data of the running system, in a directory that was empty. */
export const backup = async (parsed: ParsedCommand, terminal: Terminal): Promise<ExitCode> => {
  const [dir] = parsed.positionals;
  if (dir === undefined) throw usageError('expected the directory to back up to', 'backup');
  const dataDir = dataDirectory(parsed, terminal.env);
  const storeUrl = readRunFile(dataDir)?.processes.find(({ name }) => name === 'telemetry-store')?.url;
  if (storeUrl === undefined)
    throw unreachableError(
      `no store runs on ${dataDir}; start the system with \`clearspan up\`, or copy the directory while nothing runs on it`,
    );
  const target = openBackupTarget(resolve(dir), dataDir);
  try {
    const { rows, files } = await writeBackup(dataDir, storeUrl, target);
    target.keep();
    const bytes = Object.values(files).reduce((sum, file) => sum + file.bytes, 0);
    const held = Object.values(rows).reduce((sum, n) => sum + n, 0);
    terminal.stdout.write(
      `${target.path}: ${countText(held, 'row')} of telemetry, records and tasks; ${bytesText(bytes)}\n`,
    );
    return EXIT.fine;
  } catch (error) {
    target.discard();
    throw error;
  }
};
