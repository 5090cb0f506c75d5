import { type FileHandle, open, rm } from 'node:fs/promises';
import { encodeHeader, HEADER_BYTES, type WalRecord } from './record.ts';

/**
 * A segment being written. Records are appended in the order of the calls; each is acknowledged when it is on disk. All
 * that arrives while one write is being synced goes out with the next: one sync serves many requests.
 */
export interface SegmentWriter {
  readonly name: string;
  /** Bytes appended, written or not. */
  bytes(): number;
  /** Resolves when the record is durable. After a failure every waiting and later append rejects. */
  append(record: WalRecord): Promise<void>;
  /** No more appends; resolves when all are durable, rejects when one could not be written. */
  seal(): Promise<void>;
  /**
   * Takes back what stands behind the last record that became durable, before the appends are rejected: a replay finds
   * what was acknowledged and nothing that will be sent again. To be called once more for a segment whose seal rejects;
   * rejects when the disk does not even allow that.
   */
  takeBack(): Promise<void>;
}

interface Waiting {
  readonly chunks: readonly Uint8Array[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export interface SegmentFiles {
  readonly name: string;
  readonly path: string;
  /** Makes the new file's name durable. */
  readonly syncDirectory: () => Promise<void>;
}

/** A disk that is nearly full takes a part of it; what is wrong is told of the rest. */
const writeAll = async (file: FileHandle, chunks: readonly Uint8Array[], bytes: number): Promise<void> => {
  const { bytesWritten } = await file.writev(chunks);
  if (bytesWritten < bytes) await file.appendFile(Buffer.concat(chunks).subarray(bytesWritten));
};

const cutFile = async (path: string, bytes: number): Promise<void> => {
  const file = await open(path, 'r+');
  try {
    await file.truncate(bytes);
    await file.datasync();
  } finally {
    await file.close();
  }
};

const settleAll = (batch: readonly Waiting[], error: unknown): void => {
  for (const { resolve, reject } of batch) {
    if (error === undefined) resolve();
    else reject(error);
  }
};

export const createSegmentWriter = ({ name, path, syncDirectory }: SegmentFiles): SegmentWriter => {
  let waiting: Waiting[] = [];
  let bytes = 0;
  let durableBytes = 0;
  let file: FileHandle | undefined;
  let failure: unknown;
  let loop: Promise<void> | undefined;
  let sealed = false;

  const write = async (batch: readonly Waiting[]): Promise<void> => {
    if (!file) {
      file = await open(path, 'wx');
      await syncDirectory();
    }
    const chunks = batch.flatMap((one) => one.chunks);
    const wanted = chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0);
    await writeAll(file, chunks, wanted);
    await file.datasync();
    durableBytes += wanted;
  };

  const takeBack = async (): Promise<void> => {
    if (!file) return;
    if (durableBytes > 0) return cutFile(path, durableBytes);
    await rm(path, { force: true });
    await syncDirectory();
  };

  const drain = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        if (failure === undefined) await write(batch);
      } catch (error) {
        failure = error;
        // Where it cannot be done now it is tried again by who gets the failure of the seal.
        await takeBack().catch(() => {});
      }
      settleAll(batch, failure);
    }
    loop = undefined;
  };

  return {
    name,
    takeBack,
    bytes: () => bytes,
    append: (record) => {
      if (sealed) throw new Error(`segment ${name} is sealed`);
      bytes += HEADER_BYTES + record.body.byteLength;
      return new Promise((resolve, reject) => {
        waiting.push({ chunks: [encodeHeader(record), record.body], resolve, reject });
        loop ??= drain();
      });
    },
    seal: async () => {
      sealed = true;
      await loop;
      await file?.close();
      if (failure !== undefined) throw failure;
    },
  };
};
