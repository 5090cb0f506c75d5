import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { inputError } from '../command-error.ts';

const CHUNK_BYTES = 1024 * 1024;

/** A file that is being read from its start. */
export interface Input {
  /** Its content, unpacked. Fails with a command error when it cannot be read on. */
  readonly chunks: AsyncIterable<Buffer>;
  /** Bytes of the file itself. */
  readonly size: number;
  /** Its content is not what is on disk. */
  readonly isPacked: boolean;
  bytesRead(): number;
}

const unreadable = (file: string, error: unknown): Error => {
  const { code, message } = error as NodeJS.ErrnoException;
  return inputError(`${file} cannot be read: ${code ?? message}`, error);
};

const isGzip = async (handle: FileHandle): Promise<boolean> => {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
  return bytesRead === 2 && buffer.readUInt16BE() === 0x1f8b;
};

async function* readChunks(file: string, stream: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stream) yield chunk as Buffer;
  } catch (error) {
    throw unreadable(file, error);
  }
}

async function* without(file: string, pieces: AsyncIterable<Buffer>, bytes: number): AsyncGenerator<Buffer> {
  let left = bytes;
  for await (const piece of pieces) {
    if (piece.length > left) yield left === 0 ? piece : piece.subarray(left);
    left = Math.max(0, left - piece.length);
  }
  if (left > 0) throw inputError(`${file}: expected at least ${bytes} bytes, found ${bytes - left}`);
}

export interface InputRange {
  /** Bytes of the content that are left out. */
  readonly from: number;
  /** More than `from`: bytes of a plain file at most. What is written behind them meanwhile is left to the next time. */
  readonly to: number;
}

const WHOLE: InputRange = { from: 0, to: Number.POSITIVE_INFINITY };

/** Opens a file; what begins like gzip is unpacked, whatever its name. Throws a command error when it cannot be read. */
export const openInput = async (file: string, { from, to }: InputRange = WHOLE): Promise<Input> => {
  const handle = await open(file).catch((error: unknown) => {
    throw unreadable(file, error);
  });
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw Object.assign(new Error(), { code: 'is not a file' });
    const packed = await isGzip(handle);
    const raw = createReadStream(file, { highWaterMark: CHUNK_BYTES, ...(packed ? {} : { start: from, end: to - 1 }) });
    // The reader of the chunks gets the error: `pipeline` only ends both streams with it.
    const stream = packed ? pipeline(raw, createGunzip({ chunkSize: CHUNK_BYTES }), () => undefined) : raw;
    const content = readChunks(file, stream);
    const chunks = packed && from > 0 ? without(file, content, from) : content;
    return { chunks, size: stat.size, isPacked: packed, bytesRead: () => raw.bytesRead };
  } catch (error) {
    throw unreadable(file, error);
  } finally {
    await handle.close();
  }
};
