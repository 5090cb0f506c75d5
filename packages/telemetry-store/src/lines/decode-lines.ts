import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { importHead } from '@clearspan/contracts';
import { decodeOtlp } from '../otlp/decode-otlp.ts';
import type { Signal } from '../otlp/json-to-protobuf.ts';
import { type DecodeContext, type DecodeOutcome, ROWS_BYTES_MAX } from '../otlp/outcome.ts';
import { batchBytes, type RowBatch } from '../row-binary/row-batch.ts';
import { appendImportChunk } from '../rows/import-chunk-row.ts';
import { appendLogLine, appendSpanLine } from './append-lines.ts';
import { appendMetricsLine } from './append-otlp-line.ts';
import { lineFault } from './appended-line.ts';
import type { LineError } from './line-error.ts';

const ID_DIGITS = 32;
/** Faults that are told; the rest are counted. */
const FAULTS_TOLD_MAX = 5;
const NEWLINE = 10;

const APPEND = { logs: appendLogLine, traces: appendSpanLine, metrics: appendMetricsLine };

/** Names a chunk by all that it holds, its head with the import and the place in the file included. */
export const chunkIdOf = (signal: Signal, body: Uint8Array): string =>
  createHash('sha256').update(`${signal}\n`).update(body).digest('hex').slice(0, ID_DIGITS);

type Head = ReturnType<typeof importHead.parse>;

const readHead = (text: string): Head | string => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = null;
  }
  const { data, error } = importHead.safeParse(value);
  if (data) return data;
  const [issue] = error.issues;
  return `expected {"import", "line"} in the first line, found another: ${[...(issue?.path ?? []), issue?.message].join(': ')}`;
};

/** The outcome of all lines; an empty one of `message` where nothing is wrong. */
const decodeEach = (
  signal: Signal,
  text: string,
  first: number,
  batch: RowBatch,
  { receivedNanos, requestId, timeWindow, seriesSeen, rowsBytesMax = ROWS_BYTES_MAX }: DecodeContext,
): DecodeOutcome => {
  const context = { nowNanos: receivedNanos, source: requestId, timeWindow, ...(seriesSeen ? { seriesSeen } : {}) };
  const append = APPEND[signal];
  const startBytes = batchBytes(batch);
  const faults: LineError[] = [];
  let [accepted, rejected, timesUnread] = [0, 0, 0];
  for (const [index, line] of text.split('\n').entries()) {
    const number = first + index;
    const appended =
      batchBytes(batch) - startBytes < rowsBytesMax
        ? append(batch, line, number, context)
        : lineFault('TOO_LARGE', number, `expected at most ${rowsBytesMax} bytes of rows in one chunk, found more`);
    accepted += appended.rows;
    if (appended.ok) timesUnread += appended.timeUnread ? 1 : 0;
    else {
      rejected += 1;
      if (faults.length < FAULTS_TOLD_MAX) faults.push(appended.error);
    }
  }
  const lines = { accepted, rejected, times_unread: timesUnread, faults, known: false };
  return { ok: true, accepted, rejected, message: faults[0]?.message ?? '', lines };
};

const decodeRequest = (signal: Signal, request: Uint8Array, batch: RowBatch, context: DecodeContext): DecodeOutcome => {
  const outcome = decodeOtlp(signal, 'protobuf', request, batch, context);
  if (!outcome.ok) return outcome;
  const { accepted, rejected, message } = outcome;
  const faults = rejected > 0 ? [{ line: 1, code: 'NOT_A_RECORD', message }] : [];
  return { ...outcome, lines: { accepted, rejected, times_unread: 0, faults, known: false } };
};

/**
 * Turns a chunk of an import into rows at the end of the batch, and into one more by which the store knows it again. The
 * first line of the body is its head, `importHead`; the others are lines of a file of logs, of spans or of metrics, or the
 * rest is one OTLP request in protobuf. The same body with the same times gives the same rows: their ids are made of the
 * body, `context.requestId` has no part in it.
 */
export const decodeLines = (
  signal: Signal,
  body: Uint8Array,
  batch: RowBatch,
  context: DecodeContext,
): DecodeOutcome => {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const newline = bytes.indexOf(NEWLINE);
  const headEnd = newline < 0 ? bytes.length : newline;
  const head = readHead(bytes.toString('utf8', 0, headEnd));
  if (typeof head === 'string') return { ok: false, error: { code: 'MALFORMED_JSON', message: head, offset: null } };
  const chunk = chunkIdOf(signal, body);
  const own = { ...context, requestId: chunk };
  const rest = bytes.subarray(headEnd + 1);
  const outcome =
    head.request === 'protobuf'
      ? decodeRequest(signal, rest, batch, own)
      : decodeEach(signal, rest.toString('utf8'), head.line, batch, own);
  if (outcome.ok && outcome.accepted > 0) {
    const answer = JSON.stringify(outcome.lines);
    appendImportChunk(batch, { chunk, takenNanos: context.receivedNanos, answer });
  }
  return outcome;
};
