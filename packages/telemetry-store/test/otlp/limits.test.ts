import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  batchRows,
  createRowBatch,
  type DecodeContext,
  type DecodeOutcome,
  decodeOtlp,
  type Encoding,
  type RowBatch,
  type Signal,
} from '../../src/index.ts';

const CONTEXT: DecodeContext = { receivedNanos: 1_790_000_000_000_000_000n, requestId: 'test' };
const ID = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331' };
const SPAN = { ...ID, name: 'x', startTimeUnixNano: '1790000000000000000', endTimeUnixNano: '1790000000000000001' };

const traces = (...spans: object[]): object => ({
  resourceSpans: [{ resource: { attributes: [] }, scopeSpans: [{ spans }] }],
});
const logs = (...logRecords: object[]): object => ({ resourceLogs: [{ scopeLogs: [{ logRecords }] }] });
const sendJson = (signal: Signal, body: unknown, batch = createRowBatch(), context = CONTEXT): DecodeOutcome =>
  decodeOtlp(signal, 'json', Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)), batch, context);
const sendHex = (hex: string, batch: RowBatch = createRowBatch()): DecodeOutcome =>
  decodeOtlp('traces', 'protobuf', Buffer.from(hex, 'hex'), batch, CONTEXT);

describe('records that cannot be stored are counted and the others kept', () => {
  test.each([
    ['a short trace id', { traceId: '0af765' }, 'expected 16 bytes of trace_id, found 3'],
    ['no trace id', { traceId: '' }, 'expected 16 bytes of trace_id, found 0'],
    ['a trace id of zeros', { traceId: '0'.repeat(32) }, 'expected a trace_id that is not all zeros, found zeros'],
    ['a long span id', { spanId: 'b7ad6b716920333100' }, 'expected 8 bytes of span_id, found 9'],
    ['a short parent id', { parentSpanId: 'b7' }, 'expected 8 bytes of parent_span_id, found 1'],
    ['no start', { startTimeUnixNano: 0 }, 'expected start_time_unix_nano of a span, found 0'],
    [
      'late end',
      { endTimeUnixNano: '9300000000000000000' },
      'expected end_time_unix_nano of a span before the year 2106, found a later one',
    ],
    [
      'a start after 2106',
      { startTimeUnixNano: '18446744073709551615' },
      'expected start_time_unix_nano of a span before the year 2106, found a later one',
    ],
  ])('%s', (_name, change, message) => {
    const batch = createRowBatch();
    const outcome = sendJson('traces', traces(SPAN, { ...SPAN, ...change }, SPAN), batch);
    expect(outcome).toEqual({ ok: true, accepted: 2, rejected: 1, message });
    expect(batch.spans.rows).toBe(2);
  });

  test('a record over the limit, and rows of a request over theirs', () => {
    const big = { body: { stringValue: 'x'.repeat(5000) } };
    const tooLarge = sendJson('logs', logs(big, { body: { stringValue: 'small' } }), createRowBatch(), {
      ...CONTEXT,
      recordBytesMax: 4096,
    });
    expect(tooLarge).toMatchObject({ accepted: 1, rejected: 1 });
    expect(tooLarge).toHaveProperty('message', expect.stringMatching(/^expected at most 4096 bytes in a log record/));
    const tooMany = sendJson('logs', logs(big, big, big), createRowBatch(), { ...CONTEXT, rowsBytesMax: 8000 });
    expect(tooMany).toMatchObject({ accepted: 1, rejected: 2 });
  });

  test('records outside the window of time, with the window named', () => {
    const second = 1_000_000_000n;
    const now = 1_790_000_000n * second;
    const context = { ...CONTEXT, timeWindow: { fromNanos: now - 60n * second, toNanos: now + 60n * second } };
    const at = (nanos: bigint): object => ({ timeUnixNano: String(nanos) });
    const outcome = sendJson(
      'logs',
      logs(at(now), at(now - 61n * second), at(now + 60n * second), {}),
      undefined,
      context,
    );
    expect(outcome).toEqual({
      ok: true,
      accepted: 2,
      rejected: 2,
      message:
        'expected time_unix_nano of a log record from 2026-09-21T14:12:20Z to 2026-09-21T14:14:20Z, found 2026-09-21T14:12:19Z',
    });
    const spans = traces(SPAN, { ...SPAN, startTimeUnixNano: String(now - 61n * second) });
    expect(sendJson('traces', spans, undefined, context)).toMatchObject({ accepted: 1, rejected: 1 });
  });

  test('a log record without ids is kept, with ids of a wrong length it is not', () => {
    expect(sendJson('logs', logs({}, { traceId: 'ab' }))).toEqual({
      ok: true,
      accepted: 1,
      rejected: 1,
      message: 'expected 16 bytes of trace_id, found 1',
    });
  });

  test('metric points without a time or a name', () => {
    const gauge = { dataPoints: [{ asInt: '1' }, { asInt: 1, timeUnixNano: '1790000000000000000' }] };
    const body = { resourceMetrics: [{ scopeMetrics: [{ metrics: [{ name: 'a', gauge }, { gauge }] }] }] };
    expect(sendJson('metrics', body)).toEqual({
      ok: true,
      accepted: 1,
      rejected: 3,
      message: 'expected time_unix_nano of a metric point, found 0',
    });
  });
});

describe('malformed protobuf is named', () => {
  test.each([
    ['text', Buffer.from('hello').toString('hex'), /wire type|found/],
    ['a length beyond the end', '0aff01', /^expected 255 bytes of ResourceSpans, found 0 at byte 3$/],
    ['a number without an end', '0affffffffffffffffffff', /^expected a number of at most 10 bytes, found a longer one/],
    ['a group', '0b0c', /^expected another wire type for field 1 of ExportTraceServiceRequest, found 3/],
    ['field 0', '0000', /^expected a field number above 0/],
    ['a known field of another type', '0801', /^expected another wire type for field 1/],
  ])('%s', (_name, hex, message) => {
    expect(sendHex(hex)).toEqual({
      ok: false,
      error: { code: 'MALFORMED_PROTOBUF', message: expect.stringMatching(message), offset: expect.any(Number) },
    });
  });

  test('unknown fields are skipped', () => {
    expect(sendHex('a20603010203' + 'a80601' + 'b1060000000000000000' + 'b50600000000')).toMatchObject({
      ok: true,
      accepted: 0,
    });
  });

  test('values nested too deep', () => {
    let value: object = { intValue: 1 };
    for (let i = 0; i < 40; i++) value = { arrayValue: { values: [value] } };
    expect(sendJson('logs', logs({ body: value }))).toMatchObject({ ok: false, error: { code: 'TOO_DEEP' } });
    const deepJson = `{"resourceLogs":${'['.repeat(200_000)}`;
    expect(sendJson('logs', deepJson).ok).toBe(false);
  });
});

describe('malformed JSON is named with its place', () => {
  test.each([
    ['traces', '{"resourceSpans":', 'MALFORMED_JSON', /^expected JSON, found: /],
    ['traces', '[]', 'MALFORMED_JSON', /^expected an object at the body, found an array$/],
    ['traces', traces({ ...SPAN, traceId: 'xyz' }), 'MALFORMED_JSON', /spans\[0\]\.traceId, found "xyz"$/],
    [
      'traces',
      traces({ ...SPAN, startTimeUnixNano: 'soon' }),
      'MALFORMED_JSON',
      /^expected a whole number at .*found "soon"$/,
    ],
    ['traces', traces({ ...SPAN, name: 5 }), 'MALFORMED_JSON', /^expected text at .*name, found 5$/],
    ['logs', { resourceLogs: {} }, 'MALFORMED_JSON', /^expected an array at resourceLogs, found an object$/],
    ['logs', logs({ severityNumber: 1e20 }), 'MALFORMED_JSON', /^expected a whole number/],
  ] as const)('%s %#', (signal, body, code, message) => {
    expect(sendJson(signal, body)).toMatchObject({
      ok: false,
      error: { code, message: expect.stringMatching(message) },
    });
  });

  test('names of enumerations are understood', () => {
    const rows = ({ spans: { buffer } }: RowBatch): Buffer => buffer.bytes.subarray(0, buffer.length);
    const [names, numbers] = [createRowBatch(), createRowBatch()];
    const status = { code: 'STATUS_CODE_ERROR' };
    expect(sendJson('traces', traces({ ...SPAN, kind: 'SPAN_KIND_CLIENT', status }), names).ok).toBe(true);
    sendJson('traces', traces({ ...SPAN, kind: 3, status: { code: 2 } }), numbers);
    expect(rows(names)).toEqual(rows(numbers));
  });

  test('names in snake_case and times as numbers are understood', () => {
    const body = `{"resource_spans":[{"scope_spans":[{"spans":[{"trace_id":"${ID.traceId}","span_id":"${ID.spanId}","start_time_unix_nano":1790000000123456789,"end_time_unix_nano":1790000000123456790}]}]}]}`;
    const [snake, camel] = [createRowBatch(), createRowBatch()];
    expect(sendJson('traces', body, snake)).toMatchObject({ accepted: 1 });
    sendJson(
      'traces',
      traces({ ...ID, startTimeUnixNano: '1790000000123456789', endTimeUnixNano: '1790000000123456790' }),
      camel,
    );
    const bytes = ({ spans: { buffer } }: RowBatch): Buffer => buffer.bytes.subarray(0, buffer.length);
    expect(bytes(snake)).toEqual(bytes(camel));
  });
});

describe('no body makes the decoder throw', () => {
  const signal = fc.constantFrom<Signal>('traces', 'logs', 'metrics');
  const kept = (encoding: Encoding) => (name: Signal, body: Uint8Array) => {
    const batch = createRowBatch();
    const outcome = decodeOtlp(name, encoding, body, batch, CONTEXT);
    if (!outcome.ok) expect(batchRows(batch)).toBe(0);
  };
  const run = { numRuns: 2000, interruptAfterTimeLimit: 3000 };

  test('random bytes', () => {
    fc.assert(fc.property(signal, fc.uint8Array({ maxLength: 200 }), kept('protobuf')), run);
  });

  test('random bytes inside plausible messages', () => {
    const wrapped = fc
      .array(
        fc.tuple(
          fc.constantFrom(0x0a, 0x12, 0x1a, 0x2a, 0x32, 0x4a, 0x7a, 0x09, 0x10),
          fc.uint8Array({ maxLength: 40 }),
        ),
        {
          maxLength: 6,
        },
      )
      .map((parts) => Buffer.concat(parts.map(([tag, bytes]) => Buffer.from([tag, bytes.length, ...bytes]))))
      .map((record) =>
        [0x12, 0x12, 0x0a].reduce(
          (inner, tag) => Buffer.concat([Buffer.from([tag]), varint(inner.length), inner]),
          record,
        ),
      );
    fc.assert(fc.property(signal, wrapped, kept('protobuf')), run);
  });

  test('random JSON', () => {
    fc.assert(
      fc.property(signal, fc.json({ maxDepth: 5 }), (name, text) => kept('json')(name, Buffer.from(text))),
      run,
    );
  });

  const varint = (value: number): Buffer => Buffer.from(value < 128 ? [value] : [(value & 127) | 128, value >>> 7]);
});
