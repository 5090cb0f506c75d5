import type { QueryRequest } from '@clearspan/telemetry-store';
import { createRowBatch, decodeOtlp, tableBatches } from '@clearspan/telemetry-store';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createQueryRunner } from '../../src/core/query/query-runner.ts';
import { openParts, type Parts } from '../support/open-parts.ts';

const END_MS = Date.parse('2026-09-21T12:00:00Z');
const HOUR_MS = 3_600_000;
const SECOND_MS = 1_000;
/** A record each ten seconds of eight hours; every hundredth, and the oldest ones, are rare. */
const RECORDS = Array.from({ length: 2_880 }, (_, at) => ({
  at,
  ms: END_MS - 8 * HOUR_MS + at * 10 * SECOND_MS,
  kind: at < 20 ? 'old' : at % 100 === 0 ? 'rare' : 'usual',
}));

let parts: Parts;
beforeAll(async () => {
  parts = await openParts();
  const batch = createRowBatch();
  const logRecords = RECORDS.map(({ at, ms, kind }) => ({
    timeUnixNano: `${ms}000000`,
    body: { stringValue: kind },
    attributes: [{ key: 'at', value: { intValue: at } }],
  }));
  const body = Buffer.from(JSON.stringify({ resourceLogs: [{ scopeLogs: [{ logRecords }] }] }));
  decodeOtlp('logs', 'json', body, batch, { receivedNanos: 1n, requestId: 'r' });
  for (const table of tableBatches(batch)) await parts.store.insert(table, 'newest');
});
afterAll(() => parts?.close());

interface Answer {
  readonly found: readonly unknown[];
  readonly truncated: boolean;
  readonly statements: number;
}

const ask = async (text: string, hours: number, rowsDefault = 2_000): Promise<Answer> => {
  let statements = 0;
  const query = (request: QueryRequest): ReturnType<Parts['store']['query']> => {
    statements += 1;
    return parts.store.query(request);
  };
  const runner = createQueryRunner({
    store: { query },
    ingest: { flushed: async () => {} },
    catalog: { get: () => Promise.reject(new Error('none')), held: () => null },
    limits: { rowsMax: 15_000, rowsDefault, ms: 10_000, memoryBytes: 200_000_000, flushMs: 0 },
  });
  const timeRange = { fromNanos: BigInt(END_MS - hours * HOUR_MS) * 1_000_000n, toNanos: BigInt(END_MS) * 1_000_000n };
  const input = { text, nowNanos: timeRange.toNanos, timeRange, limit: null };
  const outcome = await runner.run(input, new AbortController().signal);
  if (outcome.kind === 'invalid') throw new Error(JSON.stringify(outcome.diagnostics));
  const { rows, truncated } = outcome.result;
  return { found: rows.map(({ d }) => d.at), truncated, statements };
};

const newest = (kind: string | null, hours: number, count: number): readonly number[] =>
  RECORDS.filter((one) => (kind === null || one.kind === kind) && one.ms >= END_MS - hours * HOUR_MS)
    .toReversed()
    .slice(0, count)
    .map(({ at }) => at);

const CHOSEN = 'choose logRecord.attributes.at as at';
const queryOf = (kind: string | null, limit: number): string =>
  `source logs | ${kind === null ? '' : `filter logRecord.body == '${kind}' | `}orderby $m.timestamp desc | limit ${limit} | ${CHOSEN}`;

test('the newest rows are the same, however small the part of the window that has them', async () => {
  const asked = fc.record({
    kind: fc.constantFrom(null, 'old', 'rare', 'usual', 'absent'),
    hours: fc.constantFrom(0.5, 1, 4, 8, 48),
    limit: fc.integer({ min: 1, max: 60 }),
  });
  await fc.assert(
    fc.asyncProperty(asked, async ({ kind, hours, limit }) => {
      expect((await ask(queryOf(kind, limit), hours)).found).toEqual(newest(kind, hours, limit));
    }),
    { numRuns: 60 },
  );
}, 60_000);

test('what is in the newest part is found by one small statement', async () => {
  expect(await ask(queryOf(null, 40), 8)).toMatchObject({ truncated: false, statements: 1 });
  expect((await ask(queryOf('usual', 100), 8)).statements).toBe(2);
  expect((await ask(queryOf('absent', 5), 8)).statements).toBe(2);
  expect((await ask(queryOf(null, 40), 0.5)).statements).toBe(1);
});

test('a query without a limit says that there is more', async () => {
  const answer = await ask(`source logs | orderby $m.timestamp desc | ${CHOSEN}`, 8, 30);
  expect(answer).toEqual({ found: newest(null, 8, 30), truncated: true, statements: 1 });
});
