import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TemporaryDirectory {
  readonly path: string;
  remove(): Promise<void>;
}

/** Exit codes of a command that was ended by a signal, as shells count them. */
const ENDED_BY = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** A directory that goes with the command, also when a signal or a call of `process.exit` ends it. */
export const temporaryDirectory = async (prefix: string): Promise<TemporaryDirectory> => {
  const path = await mkdtemp(join(tmpdir(), prefix));
  const removeNow = (): void => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  process.once('exit', removeNow);
  const listeners = (Object.keys(ENDED_BY) as (keyof typeof ENDED_BY)[]).map((signal) => {
    const listener = (): never => {
      removeNow();
      process.exit(ENDED_BY[signal]);
    };
    process.once(signal, listener);
    return [signal, listener] as const;
  });
  return {
    path,
    remove: async () => {
      process.off('exit', removeNow);
      for (const [signal, listener] of listeners) process.off(signal, listener);
      await rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    },
  };
};
