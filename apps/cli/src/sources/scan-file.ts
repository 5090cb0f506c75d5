import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { QueryResult } from '@clearspan/contracts';
import {
  mayReadLines,
  type PreparedLines,
  prepareLinesQuery,
  type QueryInput,
  rfc3339Nanos,
  runQuery,
  type StoreError,
  sampleFields,
  type TelemetryStore,
  wireResult,
} from '@clearspan/telemetry-store';
import {
  type EmbeddedStore,
  type EmbeddedStoreOptions,
  openEmbeddedStore,
} from '@clearspan/telemetry-store-clickhouse';
import { engineFailure } from './engine-failure.ts';
import { ENGINE_BYTES_MAX, ROW_LIMITS, STATEMENT_BYTES_MAX } from './file-limits.ts';
import type { Outcome, QueryAsk } from './query-source.ts';
import { temporaryDirectory } from './temporary-directory.ts';

/** The first lines of a file, which say what fields it has. */
const SAMPLE_LINES_MAX = 2_000;
const SAMPLE_BYTES_MAX = 4 * 1024 * 1024;
const SCAN_MS_MAX = 600_000;

/** An engine that only reads. */
export const SCAN_ENGINE: Omit<EmbeddedStoreOptions, 'path'> = {
  retentionDays: null,
  tables: 'none',
  readers: 1,
  memoryBytesMax: ENGINE_BYTES_MAX,
};

/** What the engine takes for a pattern of names, or for a file inside an archive. */
const NOT_ONE_FILE = /[*?{}]|::/;

/** Whole lines at the start of a file of plain text; null where there are none, or where the file is no plain text. */
const firstLines = async (path: string): Promise<readonly string[] | null> => {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(size, SAMPLE_BYTES_MAX)), 0);
    const head = buffer.subarray(0, bytesRead);
    const end = bytesRead === size ? bytesRead : head.lastIndexOf(10);
    // A line that begins with a brace is neither packed nor marked by a byte order mark.
    if (end <= 0 || !/^[ \t\r\n]*\{/.test(head.toString('latin1', 0, 1_024))) return null;
    return head.toString('utf8', 0, end).split('\n', SAMPLE_LINES_MAX);
  } finally {
    await file.close();
  }
};

const inputOf = (ask: QueryAsk): QueryInput => {
  const nowNanos = ask.now === undefined ? BigInt(Date.now()) * 1_000_000n : rfc3339Nanos(ask.now);
  const timeRange = { fromNanos: nowNanos, toNanos: nowNanos };
  return { text: ask.query, nowNanos, timeRange, limit: ask.limit ?? null, parameters: ask.parameters ?? {} };
};

/** A query that may be answered from the lines of a file; null when it may not, or the file cannot be read. */
export const prepareScan = async (file: string, ask: QueryAsk): Promise<PreparedLines | null> => {
  const path = resolve(file);
  if (ask.window !== undefined || NOT_ONE_FILE.test(path) || !mayReadLines(ask.query)) return null;
  // A file that cannot be read is told by who loads it.
  const lines = await firstLines(path).catch(() => null);
  const fields = lines === null ? null : sampleFields(lines);
  return fields === null ? null : prepareLinesQuery(inputOf(ask), { path, fields }, ROW_LIMITS);
};

/** Runs it; null when a line is not what a scan can read. `startedMs` is where its time is counted from. */
export const runScan = async (
  store: Pick<TelemetryStore, 'query'>,
  { prepared, sorted }: PreparedLines,
  startedMs: number,
): Promise<Outcome<QueryResult> | null> => {
  try {
    const ran = await runQuery(store, prepared, { ms: SCAN_MS_MAX, memoryBytes: STATEMENT_BYTES_MAX });
    // Which rows are left out would be another choice than that of the records.
    if (ran.truncated && !sorted) return null;
    return { ok: true, value: wireResult(ran, prepared.warnings, performance.now() - startedMs) };
  } catch (error) {
    // Above all: a line that only loading understands.
    const { code } = error as StoreError;
    return code === 'ENGINE' || code === 'REFUSED' ? null : { ok: false, failure: engineFailure(error) };
  }
};

/**
 * Answers a query by one pass of the engine over the lines of a file, several times faster than loading them. Null when
 * the answer might be another one than that of the loaded records: by the query, or by a line.
 */
export const scanFile = async (file: string, ask: QueryAsk): Promise<Outcome<QueryResult> | null> => {
  const startedMs = performance.now();
  const prepared = await prepareScan(file, ask);
  if (prepared === null) return null;
  const dir = await temporaryDirectory('clearspan-scan-');
  let store: EmbeddedStore | null = null;
  try {
    store = await openEmbeddedStore({ ...SCAN_ENGINE, path: dir.path });
    return await runScan(store, prepared, startedMs);
  } finally {
    await store?.close();
    await dir.remove();
  }
};
