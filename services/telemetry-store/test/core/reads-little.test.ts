import { createRowBatch, decodeOtlp, prepareQuery, type Signal, tableBatches } from '@clearspan/telemetry-store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { traceSql } from '../../src/core/trace/trace-sql.ts';
import { openParts, type Parts } from '../support/open-parts.ts';

const BEGIN_MS = Date.parse('2026-09-21T00:00:00Z');
const SECOND_NANOS = 1_000_000_000n;
const HOUR_S = 3_600;
const DAY_S = 24 * HOUR_S;
const beginNanos = BigInt(BEGIN_MS) * 1_000_000n;
const nanosAt = (second: number): string => String(beginNanos + BigInt(second) * SECOND_NANOS);
const hex = (number: number, digits: number): string => (number + 1).toString(16).padStart(digits, '0');

/** A record each second of a day, from some services, as one part of the table: what merges come to. */
const body = (signal: Signal): string => {
  const seconds = Array.from({ length: DAY_S }, (_, second) => second);
  const groups = [0, 1, 2, 3].map((service) => {
    const resource = { attributes: [{ key: 'service.name', value: { stringValue: `s${service}` } }] };
    const own = seconds.filter((second) => second % 4 === service);
    const spans = own.map((second) => ({
      traceId: hex(second >> 3, 32),
      spanId: hex(second, 16),
      name: 'work',
      startTimeUnixNano: nanosAt(second),
      endTimeUnixNano: nanosAt(second),
    }));
    const logRecords = own.map((second) => ({ timeUnixNano: nanosAt(second), body: { stringValue: 'said' } }));
    return signal === 'traces' ? { resource, scopeSpans: [{ spans }] } : { resource, scopeLogs: [{ logRecords }] };
  });
  return JSON.stringify(signal === 'traces' ? { resourceSpans: groups } : { resourceLogs: groups });
};

let parts: Parts;
beforeAll(async () => {
  parts = await openParts();
  const batch = createRowBatch();
  for (const signal of ['logs', 'traces'] as const) {
    const outcome = decodeOtlp(signal, 'json', Buffer.from(body(signal)), batch, { receivedNanos: 1n, requestId: 'r' });
    expect(outcome).toMatchObject({ ok: true, accepted: DAY_S });
  }
  for (const table of tableBatches(batch)) await parts.store.insert(table, 'day');
}, 60_000);
afterAll(() => parts?.close());

const LIMITS = { ms: 10_000, memoryBytes: 400_000_000, rows: 100 };

/** What a query counts in a window, and how many rows the engine read for it. */
const count = async (
  text: string,
  fromNanos: bigint,
  toNanos: bigint,
): Promise<{ readonly counted: number; readonly scanned: number }> => {
  const input = { text: `${text} | count`, nowNanos: toNanos, timeRange: { fromNanos, toNanos }, limit: null };
  const prepared = prepareQuery(input, null, { rowsMax: 10, rowsDefault: 10 });
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.diagnostics));
  const { rows, scannedRows } = await parts.store.query({ sql: prepared.compiled.sql, limits: LIMITS });
  return { counted: Number(rows[0]?.[0]), scanned: scannedRows };
};
const at = (second: number): bigint => beginNanos + BigInt(second) * SECOND_NANOS;

test.each(['logs', 'spans'])('of an hour of %s little more than the hour is read', async (dataset) => {
  const { counted, scanned } = await count(`source ${dataset}`, at(5 * HOUR_S), at(6 * HOUR_S));
  expect(counted).toBe(HOUR_S);
  expect(scanned).toBeLessThan(4 * HOUR_S);
});

test('a condition on the time reads as little as a window', async () => {
  const text = `source logs | filter $m.timestamp >= @'2026-09-21T05:00:00Z' && $m.timestamp < @'2026-09-21T06:00:00Z'`;
  const { counted, scanned } = await count(text, at(0), at(DAY_S));
  expect(counted).toBe(HOUR_S);
  expect(scanned).toBeLessThan(4 * HOUR_S);
});

test.each([
  ['to the second', at(3), at(1_000), 997],
  ['within one second', at(700), at(700) + 1n, 1],
  ['of nothing', at(1_000), at(1_000), 0],
  ['of all time', -(2n ** 63n), 2n ** 63n - 1n, DAY_S],
  ['beyond all time', -(2n ** 70n), 2n ** 70n, DAY_S],
  ['after the last time that is stored', 2n ** 32n * SECOND_NANOS, 2n ** 33n * SECOND_NANOS, 0],
  ['before the first', -10n, 0n, 0],
])('a window %s has its records', async (_name, from, to, records) => {
  for (const dataset of ['logs', 'spans']) expect((await count(`source ${dataset}`, from, to)).counted).toBe(records);
});

test.each([
  ["$m.timestamp < @'2300-01-01'", DAY_S],
  ["$m.timestamp > @'1900-01-01'", DAY_S],
  ["$m.timestamp > @'2300-01-01'", 0],
  ["$m.timestamp <= @'2026-09-21T00:04:59Z'", 300],
  ["$m.timestamp > @'2026-09-21T00:05:00Z' - 1s", DAY_S - 300],
])('a condition %s has its records', async (condition, records) => {
  expect((await count(`source logs | filter ${condition}`, at(0), at(DAY_S))).counted).toBe(records);
});

test('for the spans of a trace little is read', async () => {
  const read = async (within: 'bounds' | 'anywhere'): Promise<readonly [rows: number, scanned: number]> => {
    const { rows, scannedRows } = await parts.store.query({
      sql: traceSql(hex(5_000, 32), 100, within),
      limits: LIMITS,
    });
    return [rows.length, scannedRows];
  };
  const [rows, scanned] = await read('bounds');
  expect(rows).toBe(8);
  expect(scanned).toBeLessThan(20_000);
  expect((await read('anywhere'))[0]).toBe(8);
});
