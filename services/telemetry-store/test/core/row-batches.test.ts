import { batchRows, decodeOtlp, type RowBatch } from '@clearspan/telemetry-store';
import { expect, test } from 'vitest';
import { createRowBatches } from '../../src/core/row-batches.ts';

const fill = (batch: RowBatch, records: number): void => {
  const logRecords = Array.from({ length: records }, () => ({ body: { stringValue: 'x'.repeat(1_000) } }));
  const body = Buffer.from(JSON.stringify({ resourceLogs: [{ scopeLogs: [{ logRecords }] }] }));
  expect(decodeOtlp('logs', 'json', body, batch, { receivedNanos: 1n, requestId: 'r' }).ok).toBe(true);
};

test('a batch that was given back comes again, empty, with the memory it has', () => {
  const batches = createRowBatches(1);
  const [first, second] = [batches.take(), batches.take()];
  expect(second).not.toBe(first);
  fill(first, 100);
  const { bytes } = first.logs.buffer;
  batches.give(first);
  batches.give(second);
  const again = batches.take();
  expect(again).toBe(first);
  expect(batchRows(again)).toBe(0);
  expect(again.logs.buffer.bytes).toBe(bytes);
  expect(batches.take()).not.toBe(second);
});

test('the memory of a burst goes once it is not used any more', () => {
  const batches = createRowBatches(1);
  const batch = batches.take();
  fill(batch, 1_000);
  batches.give(batch);
  expect(batch.logs.buffer.bytes.length).toBeGreaterThan(1_000_000);
  fill(batches.take(), 1);
  batches.give(batch);
  expect(batch.logs.buffer.bytes.length).toBeLessThan(10_000);
});
