import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import {
  appendLogLine,
  appendSpanLine,
  batchBytes,
  batchRows,
  clearBatch,
  createRowBatch,
  type LineError,
  type RowBatch,
  type TelemetryStore,
  tableBatches,
} from '@clearspan/telemetry-store';
import { inputError } from '../command-error.ts';

const BATCH_BYTES_MAX = 16 * 1024 * 1024;
const BATCH_ROWS_MAX = 50_000;
/** Lines that could not be read: this many are told of each file, the rest are counted. */
const FAULTS_TOLD_MAX = 5;

export interface LoadFiles {
  readonly logs: readonly string[];
  readonly spans: readonly string[];
  readonly nowNanos: bigint;
}

/** What was read of a file. */
export interface LoadedFile {
  readonly file: string;
  readonly rows: number;
  readonly faults: readonly LineError[];
  readonly faultsCount: number;
}

const openLines = async (file: string): Promise<AsyncIterable<string>> => {
  try {
    if (!(await stat(file)).isFile()) throw Object.assign(new Error(), { code: 'is not a file' });
  } catch (error) {
    throw inputError(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code ?? 'unknown'}`, error);
  }
  const raw: Readable = createReadStream(file);
  const input = file.endsWith('.gz') ? raw.pipe(createGunzip()) : raw;
  // A failure of the file would otherwise end the lines without a word.
  raw.on('error', (error) => input.destroy(error));
  return lines(file, input);
};

async function* lines(file: string, input: Readable): AsyncGenerator<string> {
  const failed = Promise.withResolvers<never>();
  failed.promise.catch(() => undefined);
  input.on('error', (error) => failed.reject(inputError(`${file} cannot be read: ${error.message}`, error)));
  const reader = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })[Symbol.asyncIterator]();
  for (;;) {
    const next = await Promise.race([reader.next(), failed.promise]);
    if (next.done) return;
    yield next.value;
  }
}

/** Reads the files line by line into the store, in batches of bounded size. A line that is no record is told, and left out. */
export const loadFiles = async (
  store: Pick<TelemetryStore, 'insert'>,
  files: LoadFiles,
): Promise<readonly LoadedFile[]> => {
  const batch = createRowBatch();
  let batches = 0;
  const flush = async (): Promise<void> => {
    batches += 1;
    for (const table of tableBatches(batch)) await store.insert(table, `files-${batches}`);
    clearBatch(batch);
  };
  const load = async (file: string, place: number, append: typeof appendLogLine): Promise<LoadedFile> => {
    // By name and place on the command line: the ids of records are the same wherever the files are.
    const source = createHash('sha256')
      .update(`${place} ${basename(file)}`)
      .digest('hex')
      .slice(0, 12);
    const faults: LineError[] = [];
    let faultsCount = 0;
    let number = 0;
    let rows = 0;
    for await (const text of await openLines(file)) {
      number += 1;
      const appended = append(batch, text, number, { nowNanos: files.nowNanos, source });
      if (appended.ok) rows += appended.rows;
      else {
        faultsCount += 1;
        if (faults.length < FAULTS_TOLD_MAX) faults.push(appended.error);
      }
      if (isFull(batch)) await flush();
    }
    return { file, rows, faults, faultsCount };
  };
  const loaded: LoadedFile[] = [];
  for (const file of files.logs) loaded.push(await load(file, loaded.length, appendLogLine));
  for (const file of files.spans) loaded.push(await load(file, loaded.length, appendSpanLine));
  await flush();
  return loaded;
};

const isFull = (batch: RowBatch): boolean => batchRows(batch) >= BATCH_ROWS_MAX || batchBytes(batch) >= BATCH_BYTES_MAX;
