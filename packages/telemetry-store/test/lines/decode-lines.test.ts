import { describe, expect, test } from 'vitest';
import {
  chunkIdOf,
  createRowBatch,
  decodeLines,
  decodeOtlp,
  type RowBatch,
  type Signal,
  tableBatches,
} from '../../src/index.ts';
import { sdkPayloads } from '../support/sdk-payloads.ts';

const CONTEXT = { receivedNanos: 1_790_000_000_000_000_000n, requestId: 'none' };
const SIGNALS: readonly Signal[] = ['traces', 'logs', 'metrics'];

const payloads = await sdkPayloads();
const chunk = (head: object, ...parts: (string | Uint8Array)[]): Buffer =>
  Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...parts.map((part) => Buffer.from(part))]);
const decode = (signal: Signal, body: Uint8Array): { batch: RowBatch; outcome: ReturnType<typeof decodeLines> } => {
  const batch = createRowBatch();
  return { batch, outcome: decodeLines(signal, body, batch, { ...CONTEXT, seriesSeen: new Set() }) };
};
/** Everything but the row by which the chunk is known. */
const rowsOf = (batch: RowBatch): unknown =>
  tableBatches(batch)
    .filter(({ table }) => table !== 'import_chunks')
    .map(({ table, rows, bytes }) => [table, rows, Buffer.from(bytes).toString('latin1')]);

describe.each(SIGNALS)('a request of %s', (signal) => {
  const { json, protobuf } = payloads[signal];
  test.each([
    ['as a line of JSON', chunk({ import: 'x', line: 1 }, json, '\n')],
    ['in protobuf', chunk({ import: 'x', request: 'protobuf' }, protobuf)],
  ])('%s gives the rows that OTLP gives', (_, body) => {
    const { batch, outcome } = decode(signal, body);
    const sent = createRowBatch();
    const id = chunkIdOf(signal, body);
    // A line makes ids of its own.
    const requestId = body.includes('protobuf') ? id : `${id}-1`;
    const expected = decodeOtlp(signal, 'protobuf', protobuf, sent, { ...CONTEXT, requestId, seriesSeen: new Set() });
    expect(outcome).toMatchObject(expected);
    expect(rowsOf(batch)).toEqual(rowsOf(sent));
    expect(batch.import_chunks.rows).toBe(1);
  });
});

test('the same body gives the same rows, and another signal another chunk', () => {
  const body = chunk({ import: 'x', line: 3 }, 'ts=2026-09-21T14:13:20Z level=info msg=one\nplain text\n');
  const [one, two] = [decode('logs', body), decode('logs', body)];
  expect(tableBatches(one.batch)).toEqual(tableBatches(two.batch));
  expect(one.outcome).toMatchObject({ accepted: 2, rejected: 0, message: '' });
  expect(chunkIdOf('logs', body)).not.toBe(chunkIdOf('traces', body));
});

test('five faults are told by their lines, all are counted; no record, no row', () => {
  const { batch, outcome } = decode('metrics', chunk({ import: 'x', line: 100 }, 'no\n'.repeat(8)));
  expect(outcome).toMatchObject({ ok: true, accepted: 0, rejected: 8 });
  const faults = outcome.ok ? outcome.lines?.faults : [];
  expect(faults?.map(({ line }) => line)).toEqual([100, 101, 102, 103, 104]);
  expect(tableBatches(batch)).toEqual([]);
});

test('an OTLP request of which only some records can be stored keeps those', () => {
  const request = {
    resourceLogs: [{ scopeLogs: [{ logRecords: [{ body: { stringValue: 'a' } }, { traceId: '00ff' }] }] }],
  };
  const { batch, outcome } = decode('logs', chunk({ import: 'x' }, JSON.stringify(request)));
  expect(outcome).toMatchObject({ accepted: 1, rejected: 1, message: expect.stringMatching(/^line 1: .*1 of its/) });
  expect(batch.logs.rows).toBe(1);
});

test('rows of one chunk are bounded', () => {
  const batch = createRowBatch();
  const body = chunk({ import: 'x' }, 'a line of text\n'.repeat(100));
  const outcome = decodeLines('logs', body, batch, { ...CONTEXT, rowsBytesMax: 1_000 });
  expect(outcome).toMatchObject({ message: expect.stringContaining('expected at most 1000 bytes of rows') });
  expect(batch.logs.buffer.length).toBeLessThan(1_500);
});
