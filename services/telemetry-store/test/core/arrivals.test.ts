import { createRowBatch, type RowBatch } from '@clearspan/telemetry-store';
import { expect, test } from 'vitest';
import { createArrivals } from '../../src/core/catalog/arrivals.ts';

/** A batch whose rows are the given bytes: nobody looks into them here. */
const batchOf = (table: 'logs' | 'spans' | 'metric_series', bytes: readonly number[], rows = 1): RowBatch => {
  const batch = createRowBatch();
  batch[table].buffer.bytes.set(bytes);
  batch[table].buffer.length = bytes.length;
  batch[table].rows = rows;
  return batch;
};

test('gives what was stored once, in its order and by data set', () => {
  const arrivals = createArrivals({ arrivalRowsMax: 10, arrivalBytesMax: 100 });
  arrivals.stored(batchOf('logs', [1, 2], 2));
  arrivals.stored(batchOf('spans', [9]));
  arrivals.stored(batchOf('metric_series', [7]));
  arrivals.stored(batchOf('logs', [3]));
  expect(arrivals.take('logs')).toEqual({ table: 'logs', rows: 3, bytes: Buffer.from([1, 2, 3]) });
  expect(arrivals.take('logs')).toBeNull();
  expect(arrivals.take('spans')).toEqual({ table: 'spans', rows: 1, bytes: Buffer.from([9]) });
});

test.each([
  ['rows', { arrivalRowsMax: 2, arrivalBytesMax: 100 }],
  ['bytes', { arrivalRowsMax: 100, arrivalBytesMax: 2 }],
])('the oldest go where there are too many %s', (_, limits) => {
  const arrivals = createArrivals(limits);
  for (const byte of [1, 2, 3]) arrivals.stored(batchOf('logs', [byte]));
  expect(arrivals.take('logs')).toEqual({ table: 'logs', rows: 2, bytes: Buffer.from([2, 3]) });
});

test.each([
  ['rows', { arrivalRowsMax: 2, arrivalBytesMax: 100 }],
  ['bytes', { arrivalRowsMax: 100, arrivalBytesMax: 2 }],
])('a batch of too many %s is not copied, and what came before it is old', (_, limits) => {
  const arrivals = createArrivals(limits);
  arrivals.stored(batchOf('logs', [1]));
  arrivals.stored(batchOf('logs', [2, 3, 4], 3));
  arrivals.stored(batchOf('logs', [5]));
  expect(arrivals.take('logs')).toBe('many');
  arrivals.stored(batchOf('logs', [6]));
  expect(arrivals.take('logs')).toMatchObject({ rows: 1 });
});

test('keeps its own copy', () => {
  const arrivals = createArrivals({ arrivalRowsMax: 10, arrivalBytesMax: 100 });
  const batch = batchOf('logs', [1]);
  arrivals.stored(batch);
  batch.logs.buffer.bytes[0] = 2;
  expect(arrivals.take('logs')).toMatchObject({ bytes: Buffer.from([1]) });
});

test('tells once that metrics came', () => {
  const arrivals = createArrivals({ arrivalRowsMax: 10, arrivalBytesMax: 100 });
  arrivals.stored(batchOf('logs', [1]));
  expect(arrivals.metricsCame()).toBe(false);
  arrivals.stored(batchOf('metric_series', [1]));
  expect([arrivals.metricsCame(), arrivals.metricsCame()]).toEqual([true, false]);
});
