import { statfs } from 'node:fs/promises';
import { type Ingest, ingestError } from './ingest.ts';

export interface DiskWatchOptions {
  /** A directory on the disk. */
  readonly path: string;
  readonly freeBytesMin: number;
  readonly everyMs: number;
}

export interface DiskWatch {
  /** Throws while less is free than must be, by the newest look. */
  check(): void;
  close(): void;
}

const freeBytesOf = async (path: string): Promise<number> => {
  const { bavail, bsize } = await statfs(path);
  return bavail * bsize;
};

/** Looks at the free space of a disk now and then, so that asking costs nothing. */
export const watchDisk = async ({ path, freeBytesMin, everyMs }: DiskWatchOptions): Promise<DiskWatch> => {
  let freeBytes = await freeBytesOf(path);
  const look = async (): Promise<void> => {
    freeBytes = await freeBytesOf(path);
  };
  // A disk that cannot be asked tells so where it is written to.
  const timer = setInterval(() => void look().catch(() => {}), everyMs).unref();
  return {
    check: () => {
      if (freeBytes >= freeBytesMin) return;
      throw ingestError(
        'OVERLOADED',
        `the disk is nearly full: expected at least ${freeBytesMin} bytes free, found ${freeBytes}`,
      );
    },
    close: () => clearInterval(timer),
  };
};

/** Takes nothing in while the disk has no room to spare: what is in needs some for merges and queries. */
export const takeWhileRoom = (ingest: Ingest, disk: Pick<DiskWatch, 'check'>): Ingest => ({
  ...ingest,
  accept: async (request) => {
    disk.check();
    return ingest.accept(request);
  },
});
