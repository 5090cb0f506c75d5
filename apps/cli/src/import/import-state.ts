import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Place } from './cut-chunks.ts';

/** The start of a file's content, by which it is known again. */
export interface FileHead {
  readonly bytes: number;
  readonly sha256: string;
}

/** How far a file was imported. */
export interface ImportState extends Place {
  readonly file: string;
  /** The name of the import, part of what the store knows its chunks by. */
  readonly import: string;
  readonly head: FileHead;
  /** Bytes of the file behind `offset` at which it ended when it was read: a chunk that was sent may end there. */
  readonly ends: readonly number[];
}

export const HEAD_BYTES_MAX = 65_536;

export const fileHead = (start: Buffer): FileHead => ({
  bytes: start.length,
  sha256: createHash('sha256').update(start).digest('hex'),
});

/** Whether a file is the one of the state, perhaps grown or packed anew: its content begins alike. */
export const isSameFile = ({ head }: ImportState, start: Buffer): boolean =>
  fileHead(start.subarray(0, head.bytes)).sha256 === head.sha256;

const isWhole = (state: Partial<ImportState>): state is ImportState =>
  Number.isSafeInteger(state.offset) &&
  Number.isSafeInteger(state.line) &&
  Array.isArray(state.ends) &&
  typeof state.import === 'string' &&
  typeof state.head?.bytes === 'number' &&
  typeof state.head?.sha256 === 'string';

/** Null where there is none that can be read: the file is then read from its start, and the store knows what it has. */
export const readState = (path: string): ImportState | null => {
  try {
    const state = JSON.parse(readFileSync(path, 'utf8')) as Partial<ImportState>;
    return isWhole(state) ? state : null;
  } catch {
    return null;
  }
};

/** Whenever this process ends, the old state or the new one is there. */
export const writeState = (path: string, state: ImportState): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, JSON.stringify(state));
  renameSync(`${path}.new`, path);
};
