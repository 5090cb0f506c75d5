import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What runs on a data directory: written by `up`, read by `status`, `doctor`, `ask` and `query`. */
export interface RunFile {
  readonly pid: number;
  /** When that process began, as the system counts it: another one may have its number later. Null where it is not told. */
  readonly pid_began: string | null;
  /** ISO 8601. */
  readonly started_at: string;
  readonly otlp_url: string;
  /** Null when no store was started. */
  readonly otlp_grpc_url: string | null;
  readonly processes: readonly { readonly name: string; readonly pid: number; readonly url: string }[];
}

const pathIn = (dataDir: string): string => join(dataDir, 'run.json');

/** Field 22 of `/proc/<pid>/stat`; the name before it stands in parentheses and may hold anything. */
export const processBegan = (pid: number): string | null => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
};

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
    const isRun = Number.isInteger(run.pid) && Array.isArray(run.processes);
    return isRun && isAlive(run.pid) && processBegan(run.pid) === run.pid_began ? run : null;
  } catch {
    return null;
  }
};
