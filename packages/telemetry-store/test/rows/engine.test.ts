import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRowBatch, decodeOtlp, otlpJsonToProtobuf, restoreAttributes, type Signal } from '../../src/index.ts';
import { type Engine, openEngine } from '../support/engine.ts';
import { sdkPayloads } from '../support/sdk-payloads.ts';

const RECEIVED = 1_790_000_000_500_000_000n;

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
  const payloads = await sdkPayloads();
  const batch = createRowBatch();
  for (const signal of ['traces', 'logs', 'metrics'] as const satisfies readonly Signal[]) {
    decodeOtlp(signal, 'protobuf', payloads[signal].protobuf, batch, { receivedNanos: RECEIVED, requestId: 'req' });
  }
  await engine.insert(batch);
});
afterAll(() => engine?.close());

const RESOURCE = {
  'service.name': 'checkout',
  'service.namespace': 'shop',
  'host.name': 'host-1',
  'process.pid': '4711',
};

describe('spans, every column read back', () => {
  test('the root with attributes of every type, events and a link', async () => {
    const [row] = await engine.rows(
      `SELECT * REPLACE (hex(trace_id) AS trace_id, hex(span_id) AS span_id, hex(parent_id) AS parent_id,
         arrayMap(x -> hex(x), \`links.trace_id\`) AS \`links.trace_id\`, arrayMap(x -> hex(x), \`links.span_id\`) AS \`links.span_id\`)
       FROM otel.spans WHERE name = 'GET /cart'`,
    );
    expect(row).toEqual({
      ts: '2026-09-21 14:13:20.123456789',
      duration: '900000000',
      trace_id: expect.stringMatching(/^[0-9A-F]{32}$/),
      span_id: expect.stringMatching(/^[0-9A-F]{16}$/),
      parent_id: '0000000000000000',
      service: 'checkout',
      name: 'GET /cart',
      kind: 2,
      status: 2,
      status_message: 'no stock',
      application: 'shop',
      subsystem: 'checkout',
      flags: expect.any(Number),
      trace_state: '',
      resource: RESOURCE,
      resource_kinds: 'sssi',
      attrs: {
        'http.request.method': 'GET',
        'http.response.status_code': '500',
        ratio: '0.25',
        'cache.hit': 'false',
        tags: '["a","b"]',
        'größe.名前': 'ä\n"x"',
        empty: '',
        big: '9007199254740991',
        negative: '-5',
        'otel.status_code': 'ERROR',
        error: 'true',
      },
      attr_kinds: 'sidbassiixx',
      'events.ts': ['2026-09-21 14:13:20.200000000', '2026-09-21 14:13:20.300000000'],
      'events.name': ['exception', 'retry'],
      'events.attrs': [{ 'exception.message': 'boom', 'exception.escaped': 'true' }, {}],
      'events.attr_kinds': ['sb', ''],
      'links.trace_id': ['1'.repeat(32)],
      'links.span_id': ['2'.repeat(16)],
      'links.trace_state': [''],
      'links.attrs': [{ why: 'batch', n: '3' }],
      'links.attr_kinds': ['si'],
      scope: 'test-scope',
      scope_version: '1.2.3',
      scope_attrs: {},
      scope_attr_kinds: '',
      dropped_attrs: 0,
      dropped_events: 0,
      dropped_links: 0,
    });
  });

  test('attributes come back with the types they had, without the derived ones', async () => {
    const [row] = await engine.rows(`SELECT attrs, attr_kinds FROM otel.spans WHERE name = 'GET /cart'`);
    const entries = Object.entries(row?.attrs as Record<string, string>);
    expect(restoreAttributes(entries, row?.attr_kinds as string)).toEqual({
      'http.request.method': 'GET',
      'http.response.status_code': 500,
      ratio: 0.25,
      'cache.hit': false,
      tags: ['a', 'b'],
      'größe.名前': 'ä\n"x"',
      empty: '',
      big: Number.MAX_SAFE_INTEGER,
      negative: -5,
    });
  });

  test('a child has its parent, and its status among the tags', async () => {
    const [row] = await engine.rows(
      `SELECT parent_id = (SELECT span_id FROM otel.spans WHERE name = 'GET /cart') AS fits, kind, status, attrs, attr_kinds
       FROM otel.spans WHERE name = 'SELECT carts'`,
    );
    expect(row).toEqual({ fits: 1, kind: 3, status: 1, attrs: { 'otel.status_code': 'OK' }, attr_kinds: 'x' });
  });

  test('the trace summary has folded both spans', async () => {
    const [row] = await engine.rows(
      `SELECT day, start, end, spans, errors, root_service, root_name, root_duration, services FROM otel.traces FINAL`,
    );
    expect(row).toEqual({
      day: '2026-09-21',
      start: '2026-09-21 14:13:20.123456789',
      end: '2026-09-21 14:13:21.023456789',
      spans: '2',
      errors: '1',
      root_service: 'checkout',
      root_name: 'GET /cart',
      root_duration: '900000000',
      services: ['checkout'],
    });
  });

  test('bytes that are not UTF-8 and keys given twice do not stop an insert', async () => {
    const id = { traceId: 'f'.repeat(32), spanId: 'e'.repeat(16), startTimeUnixNano: '1790000000000000000' };
    const attributes = ['1', '2'].map((stringValue) => ({ key: 'k', value: { stringValue } }));
    const request = { resourceSpans: [{ scopeSpans: [{ spans: [{ ...id, name: 'odd@', attributes }] }] }] };
    const body = otlpJsonToProtobuf('traces', JSON.stringify(request));
    const bytes = Buffer.from(body.ok ? body.body : []);
    bytes[bytes.indexOf('odd@') + 3] = 0xff;
    const batch = createRowBatch();
    expect(decodeOtlp('traces', 'protobuf', bytes, batch, { receivedNanos: RECEIVED, requestId: 'odd' }).ok).toBe(true);
    await engine.insert(batch);
    const rows = await engine.rows(
      `SELECT hex(name) AS bytes, attrs['k'] AS first, length(attrs) AS n FROM otel.spans WHERE startsWith(name, 'odd')`,
    );
    expect(rows).toEqual([{ bytes: '6F6464FF', first: '1', n: '2' }]);
  });
});

describe('logs, every column read back', () => {
  const logs = async (logid: string): Promise<Record<string, unknown>> => {
    const [row] = await engine.rows(
      `SELECT * REPLACE (hex(trace_id) AS trace_id, hex(span_id) AS span_id) FROM otel.logs WHERE logid = '${logid}'`,
    );
    return row as Record<string, unknown>;
  };

  test('a text body with typed attributes', async () => {
    const row = await logs('req-0');
    const { d_json: json, ...columns } = row;
    expect(JSON.parse(json as string)).toEqual({
      logRecord: {
        body: 'payment took 12ms',
        attributes: { 'user.id': 'u-1', attempt: 2, ok: true, list: [1, 2], nested: { a: { 'b.c': 1.5 } } },
        severityText: 'WARN',
        severityNumber: 13,
      },
      resource: { attributes: { ...RESOURCE, 'process.pid': 4711 } },
      scope: { name: 'test-logger', version: '0.1.0' },
    });
    expect(columns).toEqual({
      ts: '2026-09-21 14:13:20.001000001',
      observed_ts: expect.any(String),
      severity: 4,
      severity_number: 13,
      logid: 'req-0',
      templateid: expect.stringMatching(/^[1-9]\d+$/),
      priorityclass: 'high',
      applicationname: 'shop',
      subsystemname: 'checkout',
      labels: { computername: 'host-1' },
      trace_id: '0'.repeat(32),
      span_id: '0'.repeat(16),
      d_str: {
        'logRecord.body': 'payment took 12ms',
        'logRecord.attributes.user\\.id': 'u-1',
        'logRecord.severityText': 'WARN',
        'resource.attributes.service\\.name': 'checkout',
        'resource.attributes.service\\.namespace': 'shop',
        'resource.attributes.host\\.name': 'host-1',
        'scope.name': 'test-logger',
        'scope.version': '0.1.0',
      },
      d_num: {
        'logRecord.attributes.attempt': 2,
        'logRecord.attributes.nested.a.b\\.c': 1.5,
        'logRecord.severityNumber': 13,
        'resource.attributes.process\\.pid': 4711,
      },
      d_bool: { 'logRecord.attributes.ok': true },
    });
  });

  test('a body that is an object, and one that is the text of an object', async () => {
    expect(JSON.parse((await logs('req-1')).d_json as string)).toMatchObject({
      logRecord: { body: { event: 'failed', cause: { code: 7 } } },
    });
    const text = await logs('req-2');
    expect(text.d_json).toContain('"body":{"msg":"as text","n":9007199254740993}');
    expect(text.d_str).toMatchObject({ 'logRecord.body.msg': 'as text', 'logRecord.eventName': 'started' });
  });
});

describe('metrics read back', () => {
  test('series with their labels', async () => {
    const rows = await engine.rows(
      `SELECT metric, toString(type) AS type, unit, description, temporality, monotonic, labels, resource, service,
         application, subsystem, scope, day FROM otel.metric_series ORDER BY metric`,
    );
    expect(rows.map(({ metric, type, monotonic, labels }) => [metric, type, monotonic, labels])).toEqual([
      ['latency', 'histogram', false, { route: '/cart' }],
      ['load', 'gauge', false, { cpu: '0' }],
      ['open', 'sum', false, {}],
      ['requests', 'sum', true, { code: '200', route: '/cart' }],
      ['sizes', 'exp_histogram', false, {}],
    ]);
    expect(rows[3]).toMatchObject({
      unit: '1',
      description: 'served',
      temporality: 2,
      resource: RESOURCE,
      service: 'checkout',
      application: 'shop',
      subsystem: 'checkout',
      scope: 'test-meter',
      day: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
    });
  });

  test('points join their series', async () => {
    const rows = await engine.rows(
      `SELECT p.metric AS metric, v, flags, start <= p.ts AS ordered FROM otel.metric_points AS p
       JOIN otel.metric_series AS s ON s.series = p.series AND s.metric = p.metric ORDER BY metric`,
    );
    expect(rows).toEqual([
      { metric: 'load', v: 0.75, flags: 0, ordered: 1 },
      { metric: 'open', v: -3, flags: 0, ordered: 1 },
      { metric: 'requests', v: 5, flags: 0, ordered: 1 },
    ]);
  });

  test('histograms of both kinds', async () => {
    const rows = await engine.rows(
      `SELECT metric, count, sum, min, max, bounds, buckets, quantile_values, zero, zero_threshold, neg_off, neg_buckets,
         arraySum(buckets) AS counted FROM otel.metric_hists ORDER BY metric`,
    );
    expect(rows[0]).toEqual({
      metric: 'latency',
      count: '4',
      sum: 555.5,
      min: 0.5,
      max: 500,
      bounds: [1, 10, 100],
      buckets: ['1', '1', '1', '1'],
      quantile_values: [],
      zero: '0',
      zero_threshold: 0,
      neg_off: 0,
      neg_buckets: [],
      counted: '4',
    });
    expect(rows[1]).toMatchObject({ metric: 'sizes', count: '4', sum: 1007, min: 1, max: 1000, counted: '4' });
  });
});
