import { expect, test } from 'vitest';
import {
  appendBatch,
  batchBytes,
  batchRows,
  clearBatch,
  createRowBatch,
  decodeOtlp,
  markBatch,
  otlpJsonToProtobuf,
  type RowBatch,
  rewindBatch,
  tableBatches,
} from '../../src/index.ts';

const CONTEXT = { receivedNanos: 1n, requestId: 'r' };
const gauge = { dataPoints: [{ asDouble: 1.5, timeUnixNano: '1790000000000000000' }] };
const metrics = Buffer.from(
  JSON.stringify({ resourceMetrics: [{ scopeMetrics: [{ metrics: [{ name: 'load', gauge }] }] }] }),
);
const logs = Buffer.from('{"resourceLogs":[{"scopeLogs":[{"logRecords":[{},{}]}]}]}');

const filled = (): RowBatch => {
  const batch = createRowBatch();
  decodeOtlp('logs', 'json', logs, batch, CONTEXT);
  decodeOtlp('metrics', 'json', metrics, batch, CONTEXT);
  return batch;
};
const rowsOf = (batch: RowBatch): object => tableBatches(batch).map(({ table, rows }) => [table, rows]);

test('only tables that have rows are given', () => {
  expect(tableBatches(createRowBatch())).toEqual([]);
  expect(rowsOf(filled())).toEqual([
    ['logs', 2],
    ['metric_series', 1],
    ['metric_points', 1],
  ]);
});

test('appended rows stand behind the others', () => {
  const into = filled();
  const before = batchBytes(into);
  appendBatch(into, filled());
  expect(batchRows(into)).toBe(8);
  expect(batchBytes(into)).toBe(before * 2);
});

test('a batch goes back to its mark, and to nothing', () => {
  const batch = filled();
  const mark = markBatch(batch);
  const before = batchBytes(batch);
  decodeOtlp('logs', 'json', logs, batch, CONTEXT);
  rewindBatch(batch, mark);
  expect([batchBytes(batch), batchRows(batch)]).toEqual([before, 4]);
  clearBatch(batch);
  expect([batchBytes(batch), batchRows(batch)]).toEqual([0, 0]);
});

test('a series is written once for requests that share what was seen, except in a request that fails', () => {
  const seriesSeen = new Set<string>();
  const batch = createRowBatch();
  const context = { ...CONTEXT, seriesSeen };
  const whole = otlpJsonToProtobuf('metrics', metrics.toString());
  // A second resource whose metric ends before its length says, met when the first has been read.
  const broken = Buffer.concat([whole.ok ? whole.body : Buffer.alloc(0), Buffer.from('0a04120212ff', 'hex')]);
  expect(decodeOtlp('metrics', 'protobuf', broken, batch, context)).toMatchObject({ ok: false });
  expect(seriesSeen.size).toBe(0);
  for (let i = 0; i < 3; i++) decodeOtlp('metrics', 'json', metrics, batch, context);
  expect(rowsOf(batch)).toEqual([
    ['metric_series', 1],
    ['metric_points', 3],
  ]);
});
