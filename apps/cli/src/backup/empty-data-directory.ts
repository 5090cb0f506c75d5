import { readdirSync } from 'node:fs';
import { inputError, unreachableError } from '../command-error.ts';
import { readRunFile } from '../supervisor/run-file.ts';
import { prepareDirectory } from '../system/prepare-directory.ts';
import { RESTORING } from '../system/restoring.ts';

/** Makes sure that a data directory is there, holds nothing and is not in use; throws what is in the way. */
export const emptyDataDirectory = (dataDir: string): void => {
  const running = readRunFile(dataDir);
  if (running)
    throw unreachableError(
      `nothing was restored: the system runs on ${dataDir} (process ${running.pid}); stop it, or use another directory: clearspan restore DIR --data DIR`,
    );
  const unusable = prepareDirectory(dataDir);
  if (unusable !== null) throw inputError(`nothing was restored: ${unusable}`);
  // A restore that was cut off has left only its own work, and nothing else that could be lost.
  const found = readdirSync(dataDir).find((entry) => entry !== RESTORING);
  if (found !== undefined)
    throw inputError(`nothing was restored: expected an empty directory at ${dataDir}, found \`${found}\` in it`);
};
