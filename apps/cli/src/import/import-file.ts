import { createHash, randomBytes } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { Signal } from '@clearspan/telemetry-store';
import { type Input, openInput } from '../sources/open-input.ts';
import type { Place } from './cut-chunks.ts';
import type { Delivery } from './deliver.ts';
import { importRequest } from './import-request.ts';
import { fileHead, HEAD_BYTES_MAX, isSameFile, readState, writeState } from './import-state.ts';
import type { ImportTally } from './import-tally.ts';
import { recognise } from './recognise.ts';
import { sendLines } from './send-lines.ts';

/** One file of the command line. */
export interface FileChoice {
  readonly file: string;
  /** What the command line says it holds; null where the file is to say so. */
  readonly signal: Signal | null;
}

export interface ImportHow {
  readonly delivery: Delivery;
  /** Where states of imports are kept. */
  readonly stateDir: string;
  /** The store, where it is not the one of this data directory: what it has is not known from others. */
  readonly url: string | null;
  /** From the start, as an import of its own. */
  readonly again: boolean;
  /** Told of bytes of the file that were read since it was told last. */
  readonly onRead: (bytes: number) => void;
  /** Told of bytes of the file that need not be read. */
  readonly onLeftOut: (bytes: number) => void;
}

const START: Place = { offset: 0, line: 1 };

/** The first bytes of the content, and nothing of the rest is read. */
const startOf = async ({ chunks }: Input): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of chunks) {
    pieces.push(piece);
    bytes += piece.length;
    if (bytes >= HEAD_BYTES_MAX) break;
  }
  return Buffer.concat(pieces).subarray(0, HEAD_BYTES_MAX);
};

/** Names the import of a file, the same each time: so the store knows its chunks even when the state is lost. */
const nameOf = async (file: string, signal: Signal | null, url: string | null): Promise<string> =>
  createHash('sha256')
    .update([await realpath(file), signal, url].join('\n'))
    .digest('hex')
    .slice(0, 24);

/** Imports one file, from where an earlier import of it ended. */
export const importFile = async ({ file, signal }: FileChoice, how: ImportHow, tally: ImportTally): Promise<void> => {
  const first = await openInput(file);
  const start = await startOf(first);
  const content = recognise(start, signal);
  const name = await nameOf(file, content.signal, how.url);
  const again = how.again ? `-${randomBytes(4).toString('hex')}` : '';
  if (content.kind !== 'lines') {
    await importRequest(file, content, `${name}${again}`, how, tally);
    return;
  }
  const path = join(how.stateDir, `${name}.json`);
  const left = how.again ? null : readState(path);
  const isLonger = left !== null && (first.isPacked || first.size >= left.offset);
  const before = isLonger && isSameFile(left, start) ? left : null;
  const { offset, line } = before ?? START;
  tally.fromLine = line;
  if (!first.isPacked) how.onLeftOut(offset);
  if (!first.isPacked && offset === first.size) return;
  const ends = first.isPacked ? [] : [...new Set([...(before?.ends ?? []), first.size])];
  const state = { file, import: before?.import ?? `${name}${again}`, head: fileHead(start) };
  const note = (next: Place): void =>
    writeState(path, { ...state, ...next, ends: ends.filter((end) => end > next.offset) });
  // Before anything is sent: what is not acknowledged may be taken all the same.
  note({ offset, line });
  await sendLines(
    {
      input: await openInput(file, { from: offset, to: first.size }),
      name: state.import,
      from: { offset, line },
      signalOf: content.signalOf,
      ends,
      onTaken: note,
    },
    how,
    tally,
  );
};
