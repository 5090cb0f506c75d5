import type { Signal } from '@clearspan/telemetry-store';
import type { LongLine } from '../sources/read-lines.ts';

/** A place between two lines of a file. */
export interface Place {
  /** Bytes before it, of the unpacked file. */
  readonly offset: number;
  /** Number of the line that begins here, from 1. */
  readonly line: number;
}

/** Whole lines that are sent together. */
export interface Chunk {
  readonly signal: Signal;
  readonly firstLine: number;
  readonly bytes: Buffer;
  /** Where the file goes on once this is taken; null for a last line without an end, which may still grow. */
  readonly next: Place | null;
}

export interface ChunkLimits {
  readonly bytesMax: number;
  readonly linesMax: number;
}

export interface CutChunks {
  readonly from: Place;
  /** Bytes at which earlier reads of the file ended, and this one does: no chunk goes across one. */
  readonly ends: readonly number[];
  readonly limits: ChunkLimits;
  /** What a line is of; asked once for each line, in order. */
  readonly signalOf: (line: Buffer) => Signal;
  readonly onLongLine: (line: number, bytes: number) => void;
}

const NEWLINE = 10;

interface OpenChunk {
  readonly signal: Signal;
  readonly firstLine: number;
  readonly lines: Buffer[];
  bytes: number;
}

/**
 * Cuts lines into chunks. Where it cuts depends on the lines and the ends alone: the same file read again from the same place,
 * with the same ends, gives the same chunks though it may have grown. A line that is too long is told and left out; one without an end is a chunk of its own.
 */
export async function* cutChunks(
  lines: AsyncIterable<readonly (Buffer | LongLine)[]>,
  { from, ends, limits, signalOf, onLongLine }: CutChunks,
): AsyncGenerator<Chunk> {
  let { offset, line: number } = from;
  let open: OpenChunk | null = null;
  const close = ({ signal, firstLine, lines: parts }: OpenChunk, isEnded: boolean): Chunk => ({
    signal,
    firstLine,
    bytes: Buffer.concat(parts),
    next: isEnded ? { offset, line: number } : null,
  });
  for await (const several of lines) {
    for (const line of several) {
      const signal = Buffer.isBuffer(line) ? signalOf(line) : null;
      const isEnded = !Buffer.isBuffer(line) || line.at(-1) === NEWLINE;
      const fits =
        open !== null &&
        Buffer.isBuffer(line) &&
        isEnded &&
        open.signal === signal &&
        open.lines.length < limits.linesMax &&
        open.bytes + line.length <= limits.bytesMax &&
        !ends.some((end) => end >= offset && end < offset + line.length);
      if (open !== null && !fits) {
        yield close(open, true);
        open = null;
      }
      if (Buffer.isBuffer(line) && signal !== null) {
        open ??= { signal, firstLine: number, lines: [], bytes: 0 };
        open.lines.push(line);
        open.bytes += line.length;
        offset += line.length;
      } else if (!Buffer.isBuffer(line)) {
        onLongLine(number, line.bytes);
        offset += line.bytes;
      }
      number += 1;
      if (!isEnded && open !== null) {
        yield close(open, false);
        open = null;
      }
    }
  }
  if (open !== null) yield close(open, true);
}
