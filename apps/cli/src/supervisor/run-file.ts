import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What runs on a data directory: written by `up`, read by `status`, `doctor`, `ask` and `query`. */
export interface RunFile {
  readonly pid: number;
  /** ISO 8601. */
  readonly started_at: string;
  readonly otlp_url: string;
  readonly processes: readonly { readonly name: string; readonly pid: number; readonly url: string }[];
}

const pathIn = (dataDir: string): string => join(dataDir, 'run.json');

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Whole or not at all: a reader never sees half of it. */
export const writeRunFile = (dataDir: string, run: RunFile): void => {
  mkdirSync(dataDir, { recursive: true });
  const path = pathIn(dataDir);
  writeFileSync(`${path}.new`, `${JSON.stringify(run, null, 2)}\n`);
  renameSync(`${path}.new`, path);
};

export const removeRunFile = (dataDir: string): void => rmSync(pathIn(dataDir), { force: true });

/** What runs there, or null: no file, an unreadable one, or one left by a supervisor that is gone. */
export const readRunFile = (dataDir: string): RunFile | null => {
  try {
    const run = JSON.parse(readFileSync(pathIn(dataDir), 'utf8')) as RunFile;
    return Number.isInteger(run.pid) && Array.isArray(run.processes) && isAlive(run.pid) ? run : null;
  } catch {
    return null;
  }
};
