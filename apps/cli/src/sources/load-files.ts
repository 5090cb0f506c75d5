import { createHash } from 'node:crypto';
import { basename } from 'node:path';
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
import { openInput } from './open-input.ts';
import { LINE_BYTES_MAX, type LongLine, readLines } from './read-lines.ts';

const BATCH_BYTES_MAX = 16 * 1024 * 1024;
const BATCH_ROWS_MAX = 50_000;
/** Lines that could not be read: this many are told of each file, the rest are counted. */
const FAULTS_TOLD_MAX = 5;

export interface LoadFiles {
  readonly logs: readonly string[];
  readonly spans: readonly string[];
  readonly nowNanos: bigint;
  /** Told of bytes that were read of a file since it was told last. */
  readonly onRead: (bytes: number) => void;
}

/** What was read of a file. */
export interface LoadedFile {
  readonly file: string;
  readonly rows: number;
  readonly faults: readonly LineError[];
  readonly faultsCount: number;
  /** Records that have a time which is none, or none the store can hold: they got the time of loading. */
  readonly timesUnread: number;
}

/** Two batches in turn: one is filled while the engine takes the other. */
interface Writer {
  /** Where rows go now. */
  batch(): RowBatch;
  flush(): Promise<void>;
  /** All that was written is in the engine. */
  end(): Promise<void>;
}

const createWriter = (store: Pick<TelemetryStore, 'insert'>): Writer => {
  let [filling, spare] = [createRowBatch(), createRowBatch()];
  let batches = 0;
  let inserting: Promise<void> = Promise.resolve();
  const insert = async (batch: RowBatch, number: number): Promise<void> => {
    for (const table of tableBatches(batch)) await store.insert(table, `files-${number}`);
    clearBatch(batch);
  };
  const flush = async (): Promise<void> => {
    await inserting;
    batches += 1;
    inserting = insert(filling, batches);
    // It is waited for later; until then a failure is not one that nobody handles.
    inserting.catch(() => undefined);
    [filling, spare] = [spare, filling];
  };
  return {
    batch: () => filling,
    flush,
    end: async () => {
      await flush();
      await inserting;
    },
  };
};

const isFull = (batch: RowBatch): boolean => batchRows(batch) >= BATCH_ROWS_MAX || batchBytes(batch) >= BATCH_BYTES_MAX;

const longLine = ({ bytes }: LongLine, line: number): LineError => ({
  code: 'TOO_LARGE',
  line,
  message: `line ${line}: expected at most ${LINE_BYTES_MAX} bytes in a line, found ${bytes}`,
});

const loadFile = async (
  writer: Writer,
  file: string,
  place: number,
  append: typeof appendLogLine,
  { nowNanos, onRead }: Pick<LoadFiles, 'nowNanos' | 'onRead'>,
): Promise<LoadedFile> => {
  // By name and place on the command line: the ids of records are the same wherever the files are.
  const source = createHash('sha256')
    .update(`${place} ${basename(file)}`)
    .digest('hex')
    .slice(0, 12);
  const faults: LineError[] = [];
  let [faultsCount, timesUnread, number, rows] = [0, 0, 0, 0];
  const fault = (error: LineError): void => {
    faultsCount += 1;
    if (faults.length < FAULTS_TOLD_MAX) faults.push(error);
  };
  const input = await openInput(file);
  let told = 0;
  for await (const lines of readLines(input.chunks)) {
    onRead(input.bytesRead() - told);
    told = input.bytesRead();
    for (const line of lines) {
      number += 1;
      if (typeof line !== 'string') {
        fault(longLine(line, number));
        continue;
      }
      const appended = append(writer.batch(), line, number, { nowNanos, source });
      rows += appended.rows;
      if (!appended.ok) fault(appended.error);
      else if (appended.timeUnread) timesUnread += 1;
      if (isFull(writer.batch())) await writer.flush();
    }
  }
  return { file, rows, faults, faultsCount, timesUnread };
};

/** Reads the files line by line into the store, in batches of bounded size. A line that is no record is told, and left out. */
export const loadFiles = async (
  store: Pick<TelemetryStore, 'insert'>,
  { logs, spans, ...how }: LoadFiles,
): Promise<readonly LoadedFile[]> => {
  const writer = createWriter(store);
  const loaded: LoadedFile[] = [];
  for (const file of logs) loaded.push(await loadFile(writer, file, loaded.length, appendLogLine, how));
  for (const file of spans) loaded.push(await loadFile(writer, file, loaded.length, appendSpanLine, how));
  await writer.end();
  return loaded;
};
