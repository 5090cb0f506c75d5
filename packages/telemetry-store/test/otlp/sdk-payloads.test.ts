import { beforeAll, describe, expect, test } from 'vitest';
import { createRowBatch, decodeOtlp, type RowBatch, type Signal, tableBatches } from '../../src/index.ts';
import { type Payload, sdkPayloads } from '../support/sdk-payloads.ts';

const CONTEXT = { receivedNanos: 1_790_000_000_000_000_000n, requestId: 'test' };
const SIGNALS: readonly (readonly [Signal, records: number])[] = [
  ['traces', 2],
  ['logs', 3],
  ['metrics', 5],
];

let payloads: Readonly<Record<Signal, Payload>>;
beforeAll(async () => {
  payloads = await sdkPayloads();
});

const bytesOf = (batch: RowBatch): object =>
  Object.fromEntries(
    tableBatches(batch).map(({ table, bytes, rows }) => [table, { rows, hex: Buffer.from(bytes).toString('hex') }]),
  );

describe.each(SIGNALS)('%s as the SDK sends them', (signal, records) => {
  test('every record becomes a row', () => {
    const outcome = decodeOtlp(signal, 'protobuf', payloads[signal].protobuf, createRowBatch(), CONTEXT);
    expect(outcome).toEqual({ ok: true, accepted: records, rejected: 0, message: '' });
  });

  test('protobuf and JSON of the same records give the same rows, byte by byte', () => {
    const fromProtobuf = createRowBatch();
    const fromJson = createRowBatch();
    decodeOtlp(signal, 'protobuf', payloads[signal].protobuf, fromProtobuf, CONTEXT);
    const outcome = decodeOtlp(signal, 'json', payloads[signal].json, fromJson, CONTEXT);
    expect(outcome).toEqual({ ok: true, accepted: records, rejected: 0, message: '' });
    expect(bytesOf(fromJson)).toEqual(bytesOf(fromProtobuf));
  });

  test('the same body gives the same rows again', () => {
    const [first, second] = [createRowBatch(), createRowBatch()];
    decodeOtlp(signal, 'protobuf', payloads[signal].protobuf, first, CONTEXT);
    decodeOtlp(signal, 'protobuf', payloads[signal].protobuf, second, CONTEXT);
    expect(bytesOf(second)).toEqual(bytesOf(first));
  });

  test('a body cut at any byte is an error that leaves the batch as it was', () => {
    const { protobuf } = payloads[signal];
    const batch = createRowBatch();
    for (let length = 0; length < protobuf.length; length++) {
      const before = bytesOf(batch);
      const outcome = decodeOtlp(signal, 'protobuf', protobuf.subarray(0, length), batch, CONTEXT);
      if (length === 0) expect(outcome).toMatchObject({ ok: true, accepted: 0 });
      else {
        expect(outcome.ok, `cut at ${length}`).toBe(false);
        expect(bytesOf(batch)).toEqual(before);
      }
    }
  });
});
