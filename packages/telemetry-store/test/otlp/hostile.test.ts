import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createRowBatch,
  type DecodeContext,
  type DecodeOutcome,
  decodeOtlp,
  RECORD_BYTES_MAX,
  type RowBatch,
  type Signal,
  tableBatches,
} from '../../src/index.ts';
import { type Engine, openEngine } from '../support/engine.ts';
import { sdkPayloads } from '../support/sdk-payloads.ts';

const CONTEXT = { receivedNanos: 1_790_000_000_000_000_000n, requestId: 'hostile' };
const TIME = '1790000000000000000';
const ID = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331' };
const SPAN = { ...ID, name: 'x', startTimeUnixNano: TIME, endTimeUnixNano: TIME };

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine?.close());

const span = (fields: object): string =>
  JSON.stringify({ resourceSpans: [{ scopeSpans: [{ spans: [{ ...SPAN, ...fields }] }] }] });
const log = (fields: object): string => JSON.stringify({ resourceLogs: [{ scopeLogs: [{ logRecords: [fields] }] }] });
const point = (fields: object): string => {
  const metrics = [{ name: 'm', gauge: { dataPoints: [{ timeUnixNano: TIME, ...fields }] } }];
  return JSON.stringify({ resourceMetrics: [{ scopeMetrics: [{ metrics }] }] });
};
/** As text, because numbers like these do not survive `JSON.stringify`. */
const logBody = (value: string): string => `{"resourceLogs":[{"scopeLogs":[{"logRecords":[{"body":${value}}]}]}]}`;

/** The rows go into the engine and out again: what is accepted must be of use. */
const stored = async (batch: RowBatch): Promise<Record<string, unknown>[]> => {
  await engine.insert(batch);
  const read: Record<string, unknown>[] = [];
  for (const { table } of tableBatches(batch)) {
    read.push(...(await engine.rows(`SELECT * FROM otel.${table}`)));
    await engine.run(`TRUNCATE TABLE otel.${table}`);
  }
  return read;
};

describe('JSON that is not what it should be', () => {
  const KEPT: DecodeOutcome = { ok: true, accepted: 1, rejected: 0, message: '' };
  const rejected = (message: string): DecodeOutcome => ({ ok: true, accepted: 0, rejected: 1, message });
  const malformed = (message: RegExp): object => ({
    ok: false,
    error: { code: 'MALFORMED_JSON', message: expect.stringMatching(message) },
  });

  test.each<[string, Signal, string, object]>([
    ['a number beyond all doubles', 'logs', logBody('{"doubleValue":1e400}'), KEPT],
    ['the same as text', 'logs', logBody('{"doubleValue":"1e400"}'), KEPT],
    [
      'the same as an integer',
      'logs',
      logBody('{"intValue":1e400}'),
      malformed(/^expected a whole number at .*1e400$/),
    ],
    ['an integer of 65 bits', 'logs', logBody('{"intValue":18446744073709551616}'), malformed(/of 64 bits/)],
    ['a hundred digits', 'logs', logBody(`{"intValue":${'9'.repeat(100)}}`), malformed(/^expected a whole number/)],
    ['a fraction for an integer', 'logs', logBody('{"intValue":1.5}'), malformed(/^expected a whole number/)],
    ['two values at once', 'logs', logBody('{"stringValue":"a","intValue":"7"}'), KEPT],
    ['a member twice', 'logs', logBody('{"intValue":1,"intValue":2}'), KEPT],
    ['half a surrogate pair', 'logs', logBody('{"stringValue":"\\ud83d"}'), KEPT],
    ['half a pair in JSON in text', 'logs', logBody('{"stringValue":"{\\"a\\":\\"\\\\ud83d\\"}"}'), KEPT],
    ['a NUL', 'logs', logBody('{"stringValue":"a\\u0000b"}'), KEPT],
    ['a boolean for an object', 'logs', logBody('true'), malformed(/^expected an object at .*body, found true$/)],
    ['no value', 'logs', logBody('null'), KEPT],
    ['names of every object', 'logs', '{"constructor":1,"toString":{},"__proto__":[{}]}', { ...KEPT, accepted: 0 }],
    ['an attribute named like every object', 'logs', log({ attributes: [{ key: '__proto__', value: {} }] }), KEPT],
    [
      'a name of every object for one of an enumeration',
      'traces',
      span({ kind: 'constructor' }),
      malformed(/kind, found/),
    ],
    ['an unknown name of an enumeration', 'traces', span({ kind: 'SPAN_KIND_ROBOT' }), malformed(/kind, found/)],
    ['an enumeration beyond 32 bits', 'traces', span({ kind: '18446744073709551615' }), KEPT],
    [
      'a negative time',
      'traces',
      span({ startTimeUnixNano: '-1' }),
      rejected('expected start_time_unix_nano of a span before the year 2106, found a later one'),
    ],
    ['a time of a log record before all time', 'logs', log({ timeUnixNano: `-${2n ** 63n}` }), { rejected: 1 }],
    ['a time that is none', 'traces', span({ startTimeUnixNano: {} }), malformed(/^expected a whole number/)],
    [
      'a start of a point beyond all time',
      'metrics',
      point({ asInt: 1, startTimeUnixNano: '18446744073709551615' }),
      KEPT,
    ],
    ['a trace id of zeros', 'logs', log({ traceId: '0'.repeat(32), spanId: '0'.repeat(16) }), KEPT],
    ['an event at the end of time', 'traces', span({ events: [{ timeUnixNano: '18446744073709551615' }] }), KEPT],
    ['a link with a short id', 'traces', span({ links: [{ traceId: 'ab', spanId: 'cd' }] }), KEPT],
    ['one key twice', 'traces', span({ attributes: [{ key: 'a' }, { key: 'a', value: { intValue: 1 } }] }), KEPT],
    ['attributes that are an object', 'traces', span({ attributes: { a: 1 } }), malformed(/^expected an array/)],
    ['an attribute without a key', 'traces', span({ attributes: [{ value: { intValue: 1 } }, {}] }), KEPT],
    ['a point with nothing in it', 'metrics', point({}), KEPT],
    [
      'null for every list',
      'traces',
      '{"resourceSpans":[{"resource":null,"scopeSpans":[{"spans":null}]}]}',
      { accepted: 0 },
    ],
    [
      'null in a list',
      'traces',
      '{"resourceSpans":[null]}',
      malformed(/^expected an object at resourceSpans\[0\], found null$/),
    ],
  ])('%s', async (_name, signal, body, outcome) => {
    const batch = createRowBatch();
    const found = decodeOtlp(signal, 'json', Buffer.from(body), batch, CONTEXT);
    expect(found).toMatchObject(outcome);
    const rows = await stored(batch);
    expect(rows.length > 0).toBe(found.ok && found.accepted > 0);
    for (const { d_json } of rows) if (typeof d_json === 'string') expect(d_json.isWellFormed()).toBe(true);
    const broken = rows.filter(({ d_json }) => typeof d_json === 'string' && /\\ud[89a-f]/i.test(d_json));
    expect(broken).toEqual([]);
  });

  test('a body cut at any byte is an error', async () => {
    const { traces, logs, metrics } = await sdkPayloads();
    for (const [signal, { json }] of Object.entries({ traces, logs, metrics })) {
      for (let length = 0; length < json.length; length += 7) {
        const outcome = decodeOtlp(signal as Signal, 'json', json.subarray(0, length), createRowBatch(), CONTEXT);
        expect(outcome.ok, `${signal} cut at ${length}`).toBe(false);
      }
    }
  });
});

const varint = (value: number): Buffer => {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest & 127) | 128);
  return Buffer.from([...bytes, rest]);
};
const message = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts);
  return Buffer.concat([varint(tag), varint(body.length), body]);
};
const times = (count: number, part: Buffer): Buffer => Buffer.concat(Array.from({ length: count }, () => part));
const fixed64 = (tag: number): Buffer => {
  const bytes = Buffer.alloc(9, tag);
  bytes.writeBigUInt64LE(BigInt(TIME), 1);
  return bytes;
};
const keyValue = (tag: number, key: string, value: Uint8Array): Buffer =>
  message(tag, message(0x0a, Buffer.from(key)), message(0x12, message(0x0a, value)));
const inRequest = (...parts: readonly Buffer[]): Buffer => message(0x0a, ...parts);
const resource = (bytes: number): Buffer => message(0x0a, keyValue(0x0a, 'a', Buffer.alloc(bytes, 65)));
const decode = (
  signal: Signal,
  body: Buffer,
  batch = createRowBatch(),
  context: DecodeContext = CONTEXT,
): DecodeOutcome => decodeOtlp(signal, 'protobuf', body, batch, context);

describe('protobuf that is not what it should be', () => {
  test.each([
    ['of 2^32 bytes', [0x80, 0x80, 0x80, 0x80, 0x10]],
    ['of 2^63 bytes', [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01]],
    ['of 2^64 - 1 bytes', [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01]],
  ])('a message %s', (_name, length) => {
    for (const signal of ['traces', 'logs', 'metrics'] as const) {
      expect(decode(signal, Buffer.from([0x0a, ...length, 1]))).toMatchObject({ ok: false });
    }
  });

  test('values inside one another, two thousand deep', () => {
    let value = message(0x0a, Buffer.from('x'));
    for (let i = 0; i < 2_000; i++) value = message(0x2a, message(0x0a, value));
    const record = message(0x12, message(0x2a, value));
    expect(decode('logs', inRequest(message(0x12, record)))).toMatchObject({ ok: false, error: { code: 'TOO_DEEP' } });
  });

  test('bytes that are no text, everywhere where text stands', async () => {
    const bad = Buffer.from([0xff, 0xc0, 0x80, 0xed, 0xa0, 0x80, 0xf5]);
    const attribute = message(0x4a, message(0x0a, bad), message(0x12, message(0x0a, bad)));
    const named = message(0x12, message(0x0a, bad), message(0x12, bad));
    const body = inRequest(
      message(0x0a, message(0x0a, message(0x0a, bad), message(0x12, message(0x0a, bad)))),
      message(
        0x12,
        message(0x0a, message(0x0a, bad)),
        message(
          0x12,
          message(0x0a, Buffer.alloc(16, 1)),
          named.subarray(0, 0),
          message(0x12, Buffer.alloc(8, 1)),
          message(0x2a, bad),
          fixed64(0x39),
          attribute,
        ),
      ),
    );
    const batch = createRowBatch();
    expect(decode('traces', body, batch)).toMatchObject({ ok: true, accepted: 1 });
    expect(await stored(batch)).toHaveLength(1);
  });
});

describe('a small body that makes much work is not done in full', () => {
  const ROWS_BYTES = 32_000_000;
  const empty = Buffer.from([0x12, 0]);
  const spanOf = message(0x12, message(0x0a, Buffer.alloc(16, 1)), message(0x12, Buffer.alloc(8, 1)), fixed64(0x39));
  const gauge = (count: number, pointOf: Buffer): Buffer => message(0x2a, times(count, pointOf));
  const metric = (name: Buffer, data: Buffer): Buffer => message(0x12, message(0x0a, name), data);
  const plain = message(0x0a, fixed64(0x19));
  const many = Buffer.concat(Array.from({ length: 1_000_000 }, (_, i) => keyValue(0x32, `k${i}`, Buffer.from('v'))));
  const exemplar = message(0x2a, fixed64(0x11));

  test.each<[string, Signal, () => Buffer, object]>([
    [
      'a large resource of many spans',
      'traces',
      () => inRequest(resource(2e6), message(0x12, times(50_000, spanOf))),
      { accepted: 0 },
    ],
    [
      'of many log records',
      'logs',
      () => inRequest(resource(2e6), message(0x12, times(50_000, empty))),
      { accepted: 0 },
    ],
    [
      'of many metrics of one series',
      'metrics',
      () => inRequest(resource(1e6), message(0x12, times(50_000, metric(Buffer.from('m'), gauge(1, plain))))),
      { rejected: expect.any(Number) },
    ],
    ['one that is not read at all', 'logs', () => inRequest(resource(5e6), message(0x12, empty)), { rejected: 1 }],
    ['a million attributes', 'logs', () => inRequest(message(0x12, message(0x12, many))), { rejected: 1 }],
    [
      'a long name of a metric with many exemplars',
      'metrics',
      () =>
        inRequest(
          message(
            0x12,
            metric(Buffer.alloc(500_000, 65), gauge(1, message(0x0a, fixed64(0x19), times(5_000, exemplar)))),
          ),
        ),
      { accepted: 1 },
    ],
    ['millions of empty messages', 'logs', () => times(4_000_000, Buffer.from([0x0a, 0])), { accepted: 0 }],
  ])('%s', (_name, signal, body, outcome) => {
    const batch = createRowBatch();
    expect(decode(signal, body(), batch, { ...CONTEXT, rowsBytesMax: ROWS_BYTES })).toMatchObject({
      ok: true,
      ...outcome,
    });
    const bytes = tableBatches(batch).reduce((sum, one) => sum + one.bytes.byteLength, 0);
    expect(bytes).toBeLessThan(ROWS_BYTES + RECORD_BYTES_MAX);
  });

  test('more values in JSON than memory is given for', () => {
    const body = Buffer.from(`{"unknown":[${'[],'.repeat(5_000_000)}0]}`);
    expect(decodeOtlp('logs', 'json', body, createRowBatch(), CONTEXT)).toMatchObject({
      ok: false,
      error: { message: 'expected at most 4194304 values in JSON, found 10000003' },
    });
    const text = Buffer.from(logBody(`{"stringValue":"${'[],\\"'.repeat(1_000_000)}"}`));
    expect(decodeOtlp('logs', 'json', text, createRowBatch(), CONTEXT)).toMatchObject({ ok: true, rejected: 1 });
  });
});
