import { resolve } from 'node:path';
import { SCHEMA_VERSION } from '@clearspan/telemetry-store-clickhouse';
import type { ParsedCommand } from '../args/parse-command.ts';
import { usageError } from '../args/usage-error.ts';
import { emptyDataDirectory } from '../backup/empty-data-directory.ts';
import { readManifest } from '../backup/manifest.ts';
import { restoreInto } from '../backup/restore-into.ts';
import { verifyFiles } from '../backup/verify-files.ts';
import { inputError } from '../command-error.ts';
import { dataDirectory } from '../system/data-directory.ts';
import { EXIT, type ExitCode, type Terminal } from '../terminal.ts';

/** `clearspan restore DIR`: an empty data directory becomes what was backed up. */
export const restore = async (parsed: ParsedCommand, terminal: Terminal): Promise<ExitCode> => {
  const [given] = parsed.positionals;
  if (given === undefined) throw usageError('expected the directory of a backup', 'restore');
  const dir = resolve(given);
  const dataDir = dataDirectory(parsed, terminal.env);
  emptyDataDirectory(dataDir);
  const manifest = await readManifest(dir);
  if (manifest.schema_version > SCHEMA_VERSION)
    throw inputError(
      `the backup has schema version ${manifest.schema_version}, this program knows up to ${SCHEMA_VERSION}: a newer one wrote it`,
    );
  await verifyFiles(dir, manifest);
  await restoreInto(dataDir, dir, manifest);
  terminal.stdout.write(`${dataDir}: as it was at ${manifest.began_at}; start it with \`clearspan up\`\n`);
  return EXIT.fine;
};
