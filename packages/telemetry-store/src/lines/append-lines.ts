import { otlpTreeToProtobuf, type Signal } from '../otlp/json-to-protobuf.ts';
import { decodeLogs } from '../otlp/logs.ts';
import { type DecodeOutcome, RECORD_BYTES_MAX } from '../otlp/outcome.ts';
import { decodeTraces } from '../otlp/traces.ts';
import type { RowBatch } from '../row-binary/row-batch.ts';
import type { JsonTree } from '../rows/json-tree.ts';
import { writeLogRow } from '../rows/log-row.ts';
import { unreachable } from '../unreachable.ts';
import { isEnvelope, readEnvelope } from './envelope.ts';
import { envelopeSpanRequest } from './envelope-span.ts';
import { type LineError, lineError, shown } from './line-error.ts';
import { mapLogLine } from './map-log-line.ts';
import { parseLine } from './parse-line.ts';

type Tree = { readonly [key: string]: JsonTree };

export type AppendedLine =
  | {
      readonly ok: true;
      /** Rows written: 0 for a blank line, several for a line that holds an OTLP request. */
      readonly rows: number;
      /** The record has a time that could not be read, and got that of the context. */
      readonly timeUnread?: boolean;
    }
  | { readonly ok: false; readonly error: LineError };

export interface LineContext {
  /** Time of records that have none. */
  readonly nowNanos: bigint;
  /** Start of the `logid` of the file's records, such as a hash of its name. */
  readonly source: string;
}

const ONE_ROW: AppendedLine = { ok: true, rows: 1 };
const ONE_ROW_TIME_UNREAD: AppendedLine = { ok: true, rows: 1, timeUnread: true };

const fault = (code: LineError['code'], line: number, message: string): AppendedLine => ({
  ok: false,
  error: lineError(code, line, message),
});

const outcome = (line: number, result: DecodeOutcome): AppendedLine => {
  if (!result.ok) return fault('NOT_A_RECORD', line, result.error.message);
  return result.rejected > 0
    ? fault('NOT_A_RECORD', line, `${result.message} (${result.accepted} of its records were kept)`)
    : { ok: true, rows: result.accepted };
};

const appendOtlp = (
  signal: Exclude<Signal, 'metrics'>,
  tree: Tree,
  line: number,
  batch: RowBatch,
  context: LineContext,
): AppendedLine => {
  const request = otlpTreeToProtobuf(signal, tree);
  if (!request.ok) return fault('NOT_A_RECORD', line, request.error.message);
  const decode = signal === 'traces' ? decodeTraces : decodeLogs;
  const requestId = `${context.source}-${line}`;
  return outcome(line, decode(request.body, batch, { receivedNanos: context.nowNanos, requestId }));
};

const OTLP_LOGS = /^\s*\{\s*"resourceLogs"\s*:/;

/**
 * Writes the record of one line of a log file behind the rows of `otel.logs`, see `mapLogLine`; a line that holds an
 * OTLP/JSON request (`resourceLogs`) gives all its records. An error writes nothing, except that a request keeps the
 * records that can be stored.
 */
export const appendLogLine = (batch: RowBatch, text: string, line: number, context: LineContext): AppendedLine => {
  if (OTLP_LOGS.test(text)) {
    const parsed = parseLine(text, line);
    if (parsed.kind === 'object') return appendOtlp('logs', parsed.tree, line, batch, context);
  }
  const mapped = mapLogLine(text, line, context.nowNanos, context.source);
  switch (mapped.kind) {
    case 'blank':
      return { ok: true, rows: 0 };
    case 'error':
      return { ok: false, error: mapped.error };
    case 'row': {
      const { buffer } = batch.logs;
      const before = buffer.length;
      writeLogRow(mapped.row, buffer);
      const size = buffer.length - before;
      if (size > RECORD_BYTES_MAX) {
        buffer.length = before;
        return fault('TOO_LARGE', line, `expected at most ${RECORD_BYTES_MAX} bytes in a record, found ${size}`);
      }
      batch.logs.rows++;
      return mapped.timeUnread ? ONE_ROW_TIME_UNREAD : ONE_ROW;
    }
    default:
      return unreachable(mapped);
  }
};

/**
 * Writes the spans of one line of a spans file behind the rows of `otel.spans`: the envelope
 * `{"$m": …, "$l": …, "$d": …}`, or an OTLP/JSON request (`resourceSpans`).
 */
export const appendSpanLine = (batch: RowBatch, text: string, line: number, context: LineContext): AppendedLine => {
  const clean = line === 1 && text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (clean.trim() === '') return { ok: true, rows: 0 };
  const parsed = parseLine(clean, line);
  if (parsed.kind === 'error') return { ok: false, error: parsed.error };
  if (parsed.kind === 'text') return fault('NOT_A_RECORD', line, `expected a JSON object, found ${shown(clean)}`);
  const { tree } = parsed;
  if ('resourceSpans' in tree) return appendOtlp('traces', tree, line, batch, context);
  if (!isEnvelope(tree)) {
    const keys = shown(Object.keys(tree));
    return fault(
      'NOT_A_RECORD',
      line,
      `expected {"$m", "$l", "$d"} or OTLP/JSON ("resourceSpans"), found keys ${keys}`,
    );
  }
  const envelope = readEnvelope(tree);
  if ('fault' in envelope) return fault('NOT_A_RECORD', line, `${envelope.fault}, found ${shown(envelope.found)}`);
  const mapped = envelopeSpanRequest(envelope, context.nowNanos);
  return mapped.ok
    ? appendOtlp('traces', mapped.request, line, batch, context)
    : fault('NOT_A_RECORD', line, `${mapped.fault}, found ${shown(mapped.found)}`);
};
