import { otlpTreeToProtobuf, type Signal } from '../otlp/json-to-protobuf.ts';
import { decodeLogs } from '../otlp/logs.ts';
import { decodeMetrics } from '../otlp/metrics.ts';
import type { DecodeOutcome } from '../otlp/outcome.ts';
import { decodeTraces } from '../otlp/traces.ts';
import type { RowBatch } from '../row-binary/row-batch.ts';
import type { JsonTree } from '../rows/json-tree.ts';
import { type AppendedLine, type LineContext, lineFault } from './appended-line.ts';
import { parseLine } from './parse-line.ts';

type Tree = { readonly [key: string]: JsonTree };

const DECODERS = { traces: decodeTraces, logs: decodeLogs, metrics: decodeMetrics };

const appended = (line: number, outcome: DecodeOutcome): AppendedLine => {
  if (!outcome.ok) return lineFault('NOT_A_RECORD', line, outcome.error.message);
  const { accepted, rejected, message } = outcome;
  return rejected > 0
    ? lineFault('NOT_A_RECORD', line, `${message} (${accepted} of its records were kept)`, accepted)
    : { ok: true, rows: accepted };
};

/** Writes the records of one OTLP/JSON request that stands in a line. */
export const appendOtlpTree = (
  signal: Signal,
  tree: Tree,
  line: number,
  batch: RowBatch,
  { nowNanos, source, ...context }: LineContext,
): AppendedLine => {
  const request = otlpTreeToProtobuf(signal, tree);
  if (!request.ok) return lineFault('NOT_A_RECORD', line, request.error.message);
  const requestId = `${source}-${line}`;
  return appended(line, DECODERS[signal](request.body, batch, { ...context, receivedNanos: nowNanos, requestId }));
};

/** Writes the points of one line of a file of metrics: an OTLP/JSON request (`resourceMetrics`). */
export const appendMetricsLine = (batch: RowBatch, text: string, line: number, context: LineContext): AppendedLine => {
  if (text.trim() === '') return { ok: true, rows: 0 };
  const parsed = parseLine(text, line);
  if (parsed.kind === 'error') return { ok: false, rows: 0, error: parsed.error };
  if (parsed.kind === 'text' || !('resourceMetrics' in parsed.tree)) {
    return lineFault('NOT_A_RECORD', line, 'expected OTLP/JSON ("resourceMetrics"), found something else');
  }
  return appendOtlpTree('metrics', parsed.tree, line, batch, context);
};
