import type { ResultRow } from '@clearspan/contracts';
import { createRowBatch, decodeOtlp, type RowBatch } from '@clearspan/telemetry-store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTailHub } from '../../src/core/tail/tail-hub.ts';
import { tailText } from '../../src/core/tail/tail-text.ts';
import { ROW_LIMITS, TAIL_LIMITS } from '../../src/limits.ts';
import { listeningLog, openParts, type Parts } from '../support/open-parts.ts';
import { logsJson } from '../support/otlp-payload.ts';

let parts: Parts;
beforeAll(async () => {
  parts = await openParts();
});
afterAll(() => parts?.close());

const batchOf = (texts: readonly string[]): RowBatch => {
  const batch = createRowBatch();
  decodeOtlp('logs', 'json', Buffer.from(logsJson('cart', texts)), batch, { receivedNanos: 1n, requestId: 'r' });
  return batch;
};

test('readers see the rows as they were stored, whatever becomes of the batch', async () => {
  const log = listeningLog();
  const hub = createTailHub({ store: parts.store, limits: TAIL_LIMITS, log });
  const text = tailText({ source: 'logs', filter: undefined }, 1n, ROW_LIMITS);
  if (!text.ok) throw new Error('expected a text');
  const seen: ResultRow[] = [];
  const { promise: both, resolve } = Promise.withResolvers<void>();
  hub.open({
    dataset: 'logs',
    input: text.input,
    row: (row) => {
      if (seen.push(row) === 2) resolve();
    },
    gap: () => expect.unreachable(),
  });
  const batch = batchOf(['one', 'two']);
  hub.stored(batch);
  batch.logs.buffer.bytes.fill(0);
  await both;
  expect(seen.map(({ $d }) => ($d as { logRecord: { body: string } }).logRecord.body).toSorted()).toEqual([
    'one',
    'two',
  ]);
  expect(log.said).toEqual([]);
});
