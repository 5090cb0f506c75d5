import { RECORD_BYTES_MAX } from '../otlp/outcome.ts';
import { timeFault } from '../otlp/times.ts';
import type { RowBatch } from '../row-binary/row-batch.ts';
import { type LogRow, writeLogRow } from '../rows/log-row.ts';
import { unreachable } from '../unreachable.ts';
import { appendOtlpTree } from './append-otlp-line.ts';
import { type AppendedLine, type LineContext, lineFault } from './appended-line.ts';
import { isEnvelope, readEnvelope } from './envelope.ts';
import { envelopeSpanRequest } from './envelope-span.ts';
import { shown } from './line-error.ts';
import { mapLogLine } from './map-log-line.ts';
import { parseLine } from './parse-line.ts';

const ONE_ROW: AppendedLine = { ok: true, rows: 1 };
const ONE_ROW_TIME_UNREAD: AppendedLine = { ok: true, rows: 1, timeUnread: true };

const OTLP_LOGS = /^\s*\{\s*"resourceLogs"\s*:/;

const writeRow = (
  { logs }: RowBatch,
  row: LogRow,
  timeUnread: boolean,
  line: number,
  context: LineContext,
): AppendedLine => {
  const late = context.timeWindow === undefined ? '' : timeFault(row.timeNanos, context, 'the time of a record');
  if (late !== '') return lineFault('NOT_KEPT', line, late);
  const { buffer } = logs;
  const before = buffer.length;
  writeLogRow(row, buffer);
  const size = buffer.length - before;
  if (size > RECORD_BYTES_MAX) {
    buffer.length = before;
    return lineFault('TOO_LARGE', line, `expected at most ${RECORD_BYTES_MAX} bytes in a record, found ${size}`);
  }
  logs.rows++;
  return timeUnread ? ONE_ROW_TIME_UNREAD : ONE_ROW;
};

/**
 * Writes the record of one line of a log file behind the rows of `otel.logs`, see `mapLogLine`; a line that holds an
 * OTLP/JSON request (`resourceLogs`) gives all its records. An error writes nothing, except that a request keeps the
 * records that can be stored.
 */
export const appendLogLine = (batch: RowBatch, text: string, line: number, context: LineContext): AppendedLine => {
  if (OTLP_LOGS.test(text)) {
    const parsed = parseLine(text, line);
    if (parsed.kind === 'object') return appendOtlpTree('logs', parsed.tree, line, batch, context);
  }
  const mapped = mapLogLine(text, line, context.nowNanos, context.source);
  switch (mapped.kind) {
    case 'blank':
      return { ok: true, rows: 0 };
    case 'error':
      return { ok: false, rows: 0, error: mapped.error };
    case 'row':
      return writeRow(batch, mapped.row, mapped.timeUnread, line, context);
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
  if (parsed.kind === 'error') return { ok: false, rows: 0, error: parsed.error };
  if (parsed.kind === 'text') return lineFault('NOT_A_RECORD', line, `expected a JSON object, found ${shown(clean)}`);
  const { tree } = parsed;
  if ('resourceSpans' in tree) return appendOtlpTree('traces', tree, line, batch, context);
  if (!isEnvelope(tree)) {
    const keys = shown(Object.keys(tree));
    return lineFault(
      'NOT_A_RECORD',
      line,
      `expected {"$m", "$l", "$d"} or OTLP/JSON ("resourceSpans"), found keys ${keys}`,
    );
  }
  const envelope = readEnvelope(tree);
  if ('fault' in envelope) return lineFault('NOT_A_RECORD', line, `${envelope.fault}, found ${shown(envelope.found)}`);
  const mapped = envelopeSpanRequest(envelope, context.nowNanos);
  return mapped.ok
    ? appendOtlpTree('traces', mapped.request, line, batch, context)
    : lineFault('NOT_A_RECORD', line, `${mapped.fault}, found ${shown(mapped.found)}`);
};
