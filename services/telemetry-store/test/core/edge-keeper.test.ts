import { createRowBatch, decodeOtlp, tableBatches } from '@clearspan/telemetry-store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEdgeKeeper } from '../../src/core/service-map/edge-keeper.ts';
import { EDGE_LIMITS } from '../../src/limits.ts';
import { listeningLog, openParts, type Parts, rowsOf } from '../support/open-parts.ts';
import { tracesJson } from '../support/otlp-payload.ts';

let parts: Parts;
beforeAll(async () => {
  parts = await openParts();
});
afterAll(() => parts?.close());

/** A call from one service to another. */
const insertCall = async (from: string, to: string, trace: number): Promise<void> => {
  const rows = createRowBatch();
  const context = { receivedNanos: 1n, requestId: 'r', timeWindow: undefined, seriesSeen: new Set<string>() };
  for (const [service, span] of [
    [from, { trace, span: 1 }],
    [to, { trace, span: 2, parent: 1 }],
  ] as const)
    decodeOtlp('traces', 'json', Buffer.from(tracesJson(service, [span])), rows, context);
  for (const batch of tableBatches(rows)) await parts.store.insert(batch, `call-${trace}`);
};

test('keepers of two processes at the same millisecond both write what they found', async () => {
  const nowMs = 1_790_000_100_000;
  const keepers = ['one', 'two'].map((name) =>
    createEdgeKeeper({
      store: parts.store,
      name,
      rounds: false,
      limits: EDGE_LIMITS,
      version: () => nowMs,
      nowMs: () => nowMs,
      log: listeningLog(),
    }),
  );
  const window = { from: 1_789_999_800, to: 1_790_000_400 };
  for (const [i, keeper] of keepers.entries()) {
    await insertCall(`front ${i}`, 'back', i + 1);
    expect(await keeper.refresh(window)).toBe(0);
  }
  expect(await rowsOf(parts.store, 'SELECT source, target, calls FROM otel.edges_1m FINAL ORDER BY source')).toEqual([
    ['front 0', 'back', '1'],
    ['front 1', 'back', '1'],
  ]);
  for (const keeper of keepers) await keeper.close();
});
