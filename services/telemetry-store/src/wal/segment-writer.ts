import { type FileHandle, open } from 'node:fs/promises';
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

const settleAll = (batch: readonly Waiting[], error: unknown): void => {
  for (const { resolve, reject } of batch) {
    if (error === undefined) resolve();
    else reject(error);
  }
};

export const createSegmentWriter = ({ name, path, syncDirectory }: SegmentFiles): SegmentWriter => {
  let waiting: Waiting[] = [];
  let bytes = 0;
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
    const { bytesWritten } = await file.writev(chunks);
    if (bytesWritten !== wanted) throw new Error(`expected ${wanted} bytes written to ${name}, found ${bytesWritten}`);
    await file.datasync();
  };

  const drain = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        if (failure === undefined) await write(batch);
      } catch (error) {
        failure = error;
      }
      settleAll(batch, failure);
    }
    loop = undefined;
  };

  return {
    name,
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
