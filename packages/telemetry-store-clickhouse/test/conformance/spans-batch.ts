import { createRowBatch, decodeOtlp, type TableBatch, tableBatches } from '@clearspan/telemetry-store';

const span = (trace: string, id: string, more: object = {}): object => ({
  traceId: trace.repeat(32),
  spanId: id.repeat(16),
  name: 'work',
  startTimeUnixNano: '1767571200000000000',
  endTimeUnixNano: '1767571201000000000',
  ...more,
});

/** Three spans of two traces, one of them with an error. */
export const spansBatch = (): TableBatch => {
  const rows = createRowBatch();
  const spans = [span('a', '1'), span('a', '2', { parentSpanId: '1'.repeat(16), status: { code: 2 } }), span('b', '3')];
  const json = JSON.stringify({ resourceSpans: [{ scopeSpans: [{ spans }] }] });
  const context = { receivedNanos: 1n, requestId: 'r', timeWindow: undefined, seriesSeen: new Set<string>() };
  decodeOtlp('traces', 'json', Buffer.from(json), rows, context);
  const [batch] = tableBatches(rows);
  if (batch === undefined) throw new Error('expected rows of spans, found none');
  return batch;
};
