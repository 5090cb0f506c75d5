import { execFileSync } from 'node:child_process';
import { mkdtemp, open, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { limitFiles } from './limit-files.ts';

/** A disk that a test can fill and free again under a process that writes to it. */
export interface SmallDisk {
  readonly path: string;
  /** More than is written to it by anybody but the test while a test runs. */
  readonly slackBytes: number;
  freeBytes(): Promise<number>;
  /** Takes so much of what is free. */
  occupy(bytes: number): Promise<void>;
  /** Leaves at most so much to the process. */
  fill(leftBytes: number, pid: number): Promise<void>;
  /** Gives back what was taken. */
  free(pid: number): Promise<void>;
  close(): Promise<void>;
}

const MEGABYTE = 1024 * 1024;

const run = (command: string, ...args: string[]): string => execFileSync(command, args, { encoding: 'utf8' });

/** Files below a directory that weigh on its disk. */
interface Weights {
  readonly freeBytes: () => Promise<number>;
  readonly occupy: (bytes: number) => Promise<void>;
  readonly drop: () => Promise<void>;
}

const weights = (path: string): Weights => {
  const ballast = join(path, 'ballast');
  return {
    freeBytes: async () => {
      const { bavail, bsize } = await statfs(path);
      return bavail * bsize;
    },
    occupy: async (bytes) => {
      const file = await open(ballast, 'w');
      for (let left = bytes; left > 0; left -= MEGABYTE) await file.write(Buffer.alloc(Math.min(left, MEGABYTE), 1));
      await file.close();
    },
    drop: () => rm(ballast, { force: true }),
  };
};

/** A file system of its own, in memory. */
const mounted = (path: string, bytes: number): SmallDisk => {
  run('mount', '-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', path);
  const { freeBytes, occupy, drop } = weights(path);
  return {
    path,
    slackBytes: bytes / 4,
    freeBytes,
    occupy,
    fill: async (leftBytes) => occupy((await freeBytes()) - leftBytes),
    free: drop,
    close: async () => {
      run('umount', '--lazy', path);
      await rm(path, { recursive: true });
    },
  };
};

/** Where nothing can be mounted: the disk that all use, and a limit of the process on what it may write to a file. */
const shared = (path: string): SmallDisk => {
  const { freeBytes, occupy, drop } = weights(path);
  return {
    path,
    slackBytes: 512 * MEGABYTE,
    freeBytes,
    occupy,
    fill: async (leftBytes, pid) => limitFiles(pid, leftBytes),
    free: async (pid) => {
      limitFiles(pid, 'unlimited');
      await drop();
    },
    close: () => rm(path, { recursive: true, force: true }),
  };
};

export const openSmallDisk = async (bytes: number): Promise<SmallDisk> => {
  const path = await mkdtemp(join(tmpdir(), 'small-disk-'));
  try {
    return mounted(path, bytes);
  } catch {
    return shared(path);
  }
};
