import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appendLogLine, appendSpanLine, createRowBatch, fieldKey } from '../../src/index.ts';
import { type Engine, openEngine } from '../support/engine.ts';

const CONTEXT = { nowNanos: 1_790_000_000_000_000_000n, source: 'file' };

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine?.close());

const load = async (append: typeof appendLogLine, lines: readonly string[]): Promise<void> => {
  const batch = createRowBatch();
  lines.forEach((line, index) => {
    expect(append(batch, line, index + 1, CONTEXT)).toMatchObject({ ok: true });
  });
  await engine.run('TRUNCATE TABLE otel.logs');
  await engine.run('TRUNCATE TABLE otel.spans');
  await engine.insert(batch);
};

describe('log lines in the engine', () => {
  test('leaves by type, nulls and arrays left out, numbers exact in d_json, as text where the engine has none such', async () => {
    const line =
      '{"s":"1","n":1.5,"big":12345678901234567890,"huge":1e999,"t":true,"f":false,"z":null,"a":[1,{"x":2}],"o":{"k.1":{"v\\\\":"deep"}},"e":{}}';
    await load(appendLogLine, [line]);
    const [row] = await engine.rows('SELECT d_json, d_str, d_num, d_bool, logid, applicationname FROM otel.logs');
    expect(row).toEqual({
      d_json: line.replace('1e999', '"1e999"'),
      d_str: { s: '1', huge: '1e999', 'o.k\\.1.v\\\\': 'deep' },
      d_num: { n: 1.5, big: 12345678901234567000 },
      d_bool: { t: true, f: false },
      logid: 'file-1',
      applicationname: 'default',
    });
  });

  test('a line that is an OTLP request gives all its records', async () => {
    const request = { resourceLogs: [{ scopeLogs: [{ logRecords: [{ body: { stringValue: 'a' } }, {}] }] }] };
    await load(appendLogLine, [JSON.stringify(request), 'plain', '']);
    const rows = await engine.rows('SELECT logid, d_json FROM otel.logs ORDER BY logid');
    expect(rows).toEqual([
      { logid: 'file-1-0', d_json: '{"logRecord":{"body":"a"}}' },
      { logid: 'file-1-1', d_json: '{"logRecord":{}}' },
      { logid: 'file-2', d_json: '{"text":"plain"}' },
    ]);
  });

  test('any strings in maps, keys and JSON survive the engine', async () => {
    const texts = fc.sample(fc.dictionary(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' })), 200);
    const clean = texts.map((d) =>
      Object.fromEntries(Object.entries(d).map(([key, value]) => [key.toWellFormed(), value.toWellFormed()])),
    );
    await load(
      appendLogLine,
      clean.map((d, index) => JSON.stringify({ $m: { logid: `line-${index}` }, $d: d })),
    );
    const rows = await engine.rows('SELECT d_json, d_str FROM otel.logs ORDER BY toUInt32(substring(logid, 6))');
    expect(rows.map(({ d_json: json }) => JSON.parse(json as string) as unknown)).toEqual(clean);
    const keyed = clean.map((d) =>
      Object.fromEntries(Object.entries(d).map(([key, value]) => [fieldKey([key]), value])),
    );
    expect(rows.map(({ d_str: strings }) => strings)).toEqual(keyed);
  });
});

describe('span lines in the engine', () => {
  const envelope = {
    $m: {
      timestamp: '2026-01-02T03:04:05.000001Z',
      duration: 1500.5,
      kind: 'server',
      statusCode: 'ERROR',
      statusMessage: 'no',
    },
    $l: { applicationName: 'shop', subsystemName: 'carts', serviceName: 'cart', operationName: 'GET /cart' },
    $d: {
      traceID: '0af7651916cd43dd8448eb211c80319c',
      spanID: 'b7ad6b7169203331',
      parentId: '',
      tags: { 'http.status_code': '500', attempt: 2, ok: true },
      process: { serviceName: 'cart', tags: { 'host.name': 'h' } },
      logs: [{ timestamp: '2026-01-02T03:04:05.5Z', name: 'retry', attributes: { n: 1 } }],
    },
  };

  test('the envelope', async () => {
    await load(appendSpanLine, [JSON.stringify(envelope), '']);
    const [row] = await engine.rows(
      `SELECT ts, duration, lower(hex(trace_id)) AS trace, lower(hex(span_id)) AS span, hex(parent_id) AS parent, service,
         name, kind, status, status_message, application, subsystem, resource, attrs, attr_kinds, \`events.name\` AS events
       FROM otel.spans`,
    );
    expect(row).toEqual({
      ts: '2026-01-02 03:04:05.000001000',
      duration: '1500500',
      trace: '0af7651916cd43dd8448eb211c80319c',
      span: 'b7ad6b7169203331',
      parent: '0'.repeat(16),
      service: 'cart',
      name: 'GET /cart',
      kind: 2,
      status: 2,
      status_message: 'no',
      application: 'shop',
      subsystem: 'carts',
      resource: {
        'host.name': 'h',
        'service.name': 'cart',
        'cx.application.name': 'shop',
        'cx.subsystem.name': 'carts',
      },
      attrs: { 'http.status_code': '500', attempt: '2', ok: 'true', 'otel.status_code': 'ERROR', error: 'true' },
      attr_kinds: 'sibxx',
      events: ['retry'],
    });
  });

  test('ids that are no hexadecimal digits tell spans apart all the same', async () => {
    const lines = ['s1', 's2', 's1', ''].map((spanID) => ({
      ...envelope,
      $d: { traceID: 't', spanID, parentId: 's1' },
    }));
    await load(
      appendSpanLine,
      lines.map((line) => JSON.stringify(line)),
    );
    const rows = await engine.rows(
      'SELECT uniqExact(trace_id) AS traces, uniqExact(span_id) AS spans, countIf(span_id = parent_id) AS own FROM otel.spans',
    );
    expect(rows).toEqual([{ traces: '1', spans: '3', own: '2' }]);
  });

  test.each([
    [{ ...envelope, $m: {} }, /^line 3: expected the time of a span at \$m.timestamp, found null$/],
    [
      { ...envelope, $m: { ...envelope.$m, duration: 'long' } },
      /^line 3: expected microseconds at \$m.duration, found "long"$/,
    ],
    [
      { trace: 1 },
      /^line 3: expected \{"\$m", "\$l", "\$d"\} or OTLP\/JSON \("resourceSpans"\), found keys \["trace"\]$/,
    ],
    ['text', /^line 3: expected a JSON object, found/],
  ])('%# is an error that names the line', (line, message) => {
    const batch = createRowBatch();
    expect(appendSpanLine(batch, typeof line === 'string' ? line : JSON.stringify(line), 3, CONTEXT)).toEqual({
      ok: false,
      rows: 0,
      error: { code: 'NOT_A_RECORD', line: 3, message: expect.stringMatching(message) },
    });
    expect(batch.spans.rows).toBe(0);
  });
});
