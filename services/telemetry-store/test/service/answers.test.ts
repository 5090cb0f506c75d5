import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalog, problemDetails, queryResult, storeStats, traceResponse } from '@clearspan/contracts';
import { emitLog, flushTelemetry, inSpan, shutdownTelemetry, startTelemetry } from '@clearspan/instrumentation';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { logsJson, traceIdOf, tracesJson } from '../support/otlp-payload.ts';
import { runService, type ServiceProcess } from '../support/run-service.ts';

const WINDOW = { from: '2026-09-21T14:00:00Z', to: '2026-09-21T15:00:00Z' };
/** Milliseconds of work in the engine for one row more of a Cartesian product: stands for any heavy query. */
const HEAVY_ROWS = 20_000;

let dir: string;
let service: ServiceProcess;

const post = (path: string, body: unknown, signal?: AbortSignal): Promise<Response> =>
  fetch(`${service.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    ...(signal ? { signal } : {}),
  });
const query = async (text: string, more: object = {}): Promise<ReturnType<typeof queryResult.parse>> => {
  const answer = await post('/api/query', { query: text, time_range: WINDOW, ...more });
  const body = await answer.json();
  expect(answer.status, JSON.stringify(body)).toBe(200);
  return queryResult.parse(body);
};
const send = async (signal: 'logs' | 'traces', body: string): Promise<void> => {
  const answer = await fetch(`${service.otlpUrl}/v1/${signal}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  expect(answer.status).toBe(200);
};

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'store-answers-'));
  service = await runService(dir);
  await send('logs', logsJson('cart', ['payment refused', 'timed out', "it's odd: \\ ' \n"]));
  await send(
    'logs',
    logsJson(
      'payments',
      Array.from({ length: 7 }, (_, i) => `refused ${i}`),
    ),
  );
  await send(
    'traces',
    tracesJson('cart', [
      { trace: 1, span: 1 },
      { trace: 1, span: 2, parent: 1 },
    ]),
  );
}, 60_000);
afterAll(async () => {
  await service?.stop();
  await rm(dir, { recursive: true, force: true });
}, 60_000);

describe('POST /api/query', () => {
  test('a grouping, of what was acknowledged just now', async () => {
    const result = await query(
      'source logs | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | orderby errors desc',
    );
    expect(result).toMatchObject({ row_count: 2, truncated: false, warnings: [] });
    expect(result.rows).toEqual([
      { $d: { subsystemname: 'payments', errors: 7 } },
      { $d: { subsystemname: 'cart', errors: 3 } },
    ]);
    expect(result.columns.map(({ name, type }) => [name, type])).toEqual([
      ['subsystemname', 'string'],
      ['errors', 'number'],
    ]);
    expect(result.scanned_rows).toBeGreaterThan(0);
    await send('logs', logsJson('fresh', ['now']));
    expect((await query("source logs | filter $l.subsystemname == 'fresh' | count")).rows).toEqual([
      { $d: { _count: 1 } },
    ]);
  });

  test('whole rows keep types and shapes', async () => {
    const { rows } = await query("source logs | filter $d.logRecord.body == 'timed out'");
    expect(rows).toEqual([
      {
        $m: expect.objectContaining({ timestamp: '2026-09-21T14:13:20.000001000Z', severity: 'Error' }),
        $l: { applicationname: 'shop', subsystemname: 'cart' },
        $d: expect.objectContaining({
          logRecord: expect.objectContaining({ body: 'timed out', attributes: { attempt: 1 } }),
        }),
      },
    ]);
  });

  test('the caller says how many whole records are enough, the query and a limit have more to say', async () => {
    const payments = "source logs | filter $l.subsystemname == 'payments'";
    const counts = async (text: string, more: object = {}): Promise<unknown> => {
      const { row_count, truncated } = await query(text, { records: 3, ...more });
      return [row_count, truncated];
    };
    expect(await counts(payments)).toEqual([3, true]);
    expect(await counts(`${payments} | choose $d.logRecord.body`)).toEqual([7, false]);
    expect(await counts(`${payments} | limit 5`)).toEqual([5, false]);
    expect(await counts(payments, { limit: 6 })).toEqual([6, true]);
  });

  test('text of the user is only ever text', async () => {
    const { rows } = await query(
      "source logs | filter $d.logRecord.body == 'it\\'s odd: \\\\ \\' \\n' | choose $d.logRecord.body as body",
    );
    expect(rows).toEqual([{ $d: { body: "it's odd: \\ ' \n" } }]);
  });

  test('parameters stand for what the caller gives', async () => {
    const text =
      'source logs | filter $l.subsystemname == $p.part | groupby $d[$p.key] aggregate count() as n | limit 1';
    const { rows, row_count } = await query(text, { parameters: { part: 'payments', key: 'nowhere' } });
    expect([row_count, rows]).toEqual([1, [{ $d: { nowhere: null, n: 7 } }]]);
    const unknown = await post('/api/query', { query: text, time_range: WINDOW, parameters: { part: 'payments' } });
    expect([unknown.status, ((await unknown.json()) as { detail: string }).detail]).toEqual([
      422,
      'unknown parameter `$p.key`',
    ]);
  });

  test('a query that ends itself says why', async () => {
    const answer = await post('/api/query', {
      query: 'source logs | create $m.severity from 1 on keypath exists fail | limit 1',
      time_range: WINDOW,
    });
    expect([answer.status, ((await answer.json()) as { detail: string }).detail]).toEqual([
      422,
      'create: the keypath exists',
    ]);
  });

  test('limits: the caller sees that more was there', async () => {
    expect(await query('source logs', { limit: 4 })).toMatchObject({ row_count: 4, truncated: true });
    expect(await query('source logs | limit 4')).toMatchObject({ row_count: 4, truncated: false });
    expect(await query('source logs | limit 9', { limit: 4 })).toMatchObject({ row_count: 4, truncated: true });
    expect(await query("source logs | filter $l.subsystemname == 'payments'", { limit: 7 })).toMatchObject({
      row_count: 7,
      truncated: false,
    });
  });

  test('spans, and no window: the last 15 minutes of a frozen now', async () => {
    const answer = await post('/api/query', {
      query: 'source spans | groupby $l.serviceName aggregate max($m.duration) as longest',
      now: '2026-09-21T14:20:00Z',
    });
    expect(queryResult.parse(await answer.json()).rows).toEqual([{ $d: { serviceName: 'cart', longest: 5500 } }]);
    const later = await post('/api/query', { query: 'source spans', now: '2026-09-21T15:20:00Z' });
    expect(queryResult.parse(await later.json()).rows).toEqual([]);
  });

  test('a query that is wrong: what and where', async () => {
    const answer = await post('/api/query', { query: 'source logs | filter $m.severity = ERROR | nonsense' });
    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    const body = problemDetails.parse(await answer.json());
    expect(body.code).toBe('INVALID_QUERY');
    expect(body.errors?.length).toBeGreaterThan(0);
    for (const error of body.errors ?? [])
      expect(error).toMatchObject({
        code: expect.stringMatching(/^DP\d{4}$/),
        start: expect.any(Number),
        end: expect.any(Number),
      });
  });

  test('a request that is wrong', async () => {
    expect((await post('/api/query', { query: '' })).status).toBe(400);
    expect(
      (await post('/api/query', { query: 'source logs', time_range: { from: 'yesterday', to: 'today' } })).status,
    ).toBe(400);
  });

  test('an unknown field is a warning, a field that came just now is none', async () => {
    await query('source logs | count');
    await (await fetch(`${service.url}/api/catalog`)).json();
    const [warning] = (await query("source logs | filter $d.logRecord.boddy == 'x'")).warnings;
    expect(warning).toMatchObject({ code: 'DP3001', severity: 'warning' });
  });
});

describe('POST /api/v1/dataprime/query', () => {
  const direct = async (body: unknown): Promise<{ status: number; lines: Record<string, unknown>[] }> => {
    const answer = await post('/api/v1/dataprime/query', body);
    const lines = (await answer.text()).trimEnd().split('\n');
    return { status: answer.status, lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
  };
  const dates = { startDate: WINDOW.from, endDate: WINDOW.to };

  test('id, results, statistics', async () => {
    const { status, lines } = await direct({
      query: "source logs | filter $l.subsystemname == 'cart' | orderby $m.timestamp | limit 1",
      metadata: { ...dates, tier: 'TIER_ARCHIVE', extra: 1 },
    });
    expect(status).toBe(200);
    expect(lines).toEqual([
      { queryId: { queryId: expect.stringMatching(/^[0-9a-f-]{36}$/) } },
      {
        result: {
          results: [
            expect.objectContaining({
              labels: [
                { key: 'applicationname', value: 'shop' },
                { key: 'subsystemname', value: 'cart' },
              ],
            }),
          ],
        },
      },
      { statistics: { status: 'COMPLETED', outputRowCount: '1' } },
    ]);
    const [row] = (
      lines[1] as { result: { results: { metadata: { key: string; value: unknown }[]; userData: string }[] } }
    ).result.results;
    expect(row?.metadata).toContainEqual({ key: 'severity', value: 'Error' });
    expect(JSON.parse(row?.userData ?? '')).toMatchObject({ logRecord: { body: 'payment refused' } });
  });

  test('groups have empty metadata and labels; base64; limit as text; the limit that cut is told', async () => {
    const text = 'source logs | groupby $d.logRecord.body as body aggregate count() as n';
    const { lines } = await direct({
      query: Buffer.from(text).toString('base64'),
      metadata: { ...dates, syntax: 'QUERY_SYNTAX_DATAPRIME_UTF8_BASE64', limit: '2' },
    });
    const { results } = (lines[1] as { result: { results: object[] } }).result;
    expect(results).toHaveLength(2);
    expect(results[0]).toMatchObject({ metadata: [], labels: [], userData: expect.any(String) });
    expect(lines.at(-2)).toEqual({ warning: { numberOfResultsLimitWarning: { numberOfResultsLimit: 2 } } });
  });

  test('no rows: no result line', async () => {
    const { lines } = await direct({ query: "source logs | filter $l.subsystemname == 'nobody'", metadata: dates });
    expect(lines.map((line) => Object.keys(line)[0])).toEqual(['queryId', 'statistics']);
  });

  test('errors before streaming are a status and a message', async () => {
    const wrong = await direct({ query: 'source logs | nonsense', metadata: dates });
    expect(wrong.status).toBe(400);
    expect(wrong.lines[0]?.message).toMatch(/^Compilation errors:\n.*\(line 0, column \d+\)/);
    const cases: readonly (readonly [unknown, RegExp])[] = [
      [{}, /^query: /],
      [
        { query: 'x AND', metadata: { syntax: 'QUERY_SYNTAX_LUCENE' } },
        /expected a term, found the end in the Lucene query/,
      ],
      [{ query: 'x', metadata: { startDate: 'soon' } }, /^metadata.startDate: expected an RFC 3339 time/],
      [{ query: 'x', metadata: { limit: 'many' } }, /^metadata.limit: /],
    ];
    for (const [body, message] of cases) {
      const { status, lines } = await direct(body);
      expect(status).toBe(400);
      expect(lines[0]).toEqual({ message: expect.stringMatching(message) });
    }
    const broken = await fetch(`${service.url}/api/v1/dataprime/query`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    });
    expect([broken.status, await broken.json()]).toEqual([400, { message: expect.any(String) }]);
  });
});

describe('reading', () => {
  test('a trace', async () => {
    const answer = await fetch(`${service.url}/api/traces/${traceIdOf(1)}`);
    expect(traceResponse.parse(await answer.json())).toMatchObject({
      complete: true,
      services: ['cart'],
      spans: { length: 2 },
    });
    expect((await fetch(`${service.url}/api/traces/${traceIdOf(12345)}`)).status).toBe(404);
    const wrong = await fetch(`${service.url}/api/traces/abc`);
    expect([wrong.status, problemDetails.parse(await wrong.json()).code]).toEqual([400, 'INVALID_REQUEST']);
  });
  test('the catalog', async () => {
    const { logs, spans } = catalog.parse(await (await fetch(`${service.url}/api/catalog`)).json());
    expect([logs.records > 0, spans.records > 0]).toEqual([true, true]);
  });
  test('figures and metrics', async () => {
    const stats = storeStats.parse(await (await fetch(`${service.url}/api/store/stats`)).json());
    expect(stats.engine.name).toBe('ClickHouse');
    expect(stats.tables.find(({ name }) => name === 'spans')?.rows).toBe(2);
    expect(stats.ingest_per_second.logs).toBeGreaterThan(0);
    const metrics = await (await fetch(`${service.url}/metrics`)).text();
    expect(metrics).toMatch(/otlp_received_total\{[^}]*signal="logs"[^}]*outcome="accepted"[^}]*\} \d+/);
  });
});

test('a key that is not known is refused by name, not passed over', async () => {
  const answer = await post('/api/query', { query: 'source logs', from: WINDOW.from });
  expect(answer.status).toBe(400);
  expect(problemDetails.parse(await answer.json()).detail).toContain('from');
});

test('payloads of the real exporters: what was sent can be asked for', { timeout: 30_000 }, async () => {
  startTelemetry({
    serviceName: 'exporting',
    resource: { 'service.namespace': 'tests' },
    sampler: 'parentbased_always_on',
    samplerRatio: 1,
    targets: [{ url: service.otlpUrl, headers: {} }],
    metricsIntervalMs: 60_000,
    debug: false,
  });
  const traceId = inSpan('outer', {}, (outer) => {
    inSpan('inner', { attributes: { n: 1, ok: true } }, () =>
      emitLog({ severity: 'warn', body: 'from the exporter', attributes: { deep: { list: [1, 'two'] } } }),
    );
    return outer.spanContext().traceId;
  });
  await flushTelemetry(5_000);
  await shutdownTelemetry(5_000);
  const trace = traceResponse.parse(await (await fetch(`${service.url}/api/traces/${traceId}`)).json());
  expect(trace).toMatchObject({ complete: true, services: ['exporting'] });
  expect(trace.spans.map(({ name }) => name).sort()).toEqual(['inner', 'outer']);
  expect(trace.spans.find(({ name }) => name === 'inner')?.attributes).toMatchObject({ n: 1, ok: true });
  const answer = await post('/api/query', { query: "source logs last 5m | filter $l.subsystemname == 'exporting'" });
  const { rows } = queryResult.parse(await answer.json());
  expect(rows).toMatchObject([
    {
      $m: { severity: 'Warning' },
      $d: { logRecord: { body: 'from the exporter', attributes: { deep: { list: [1, 'two'] } } } },
    },
  ]);
});

test('a client that goes away stops the work in the engine', { timeout: 30_000 }, async () => {
  // Long enough to be seen: each of many rows is matched with a pattern that backtracks nowhere but reads everything.
  await send(
    'logs',
    logsJson(
      'heavy',
      Array.from({ length: HEAVY_ROWS }, (_, i) => `${i} ${'ab'.repeat(200)}`),
    ),
  );
  await query("source logs | filter $l.subsystemname == 'heavy' | count");
  const gone = new AbortController();
  const conditions = Array.from({ length: 60 }, (_, i) => `$d.logRecord.body.matches(/.*a.*b.*${i}x.*y.*/)`).join(
    ' || ',
  );
  const asked = post(
    '/api/query',
    { query: `source logs | filter ${conditions} | count`, time_range: WINDOW },
    gone.signal,
  );
  asked.catch(() => {});
  const sent = performance.now();
  while (performance.now() - sent < 150) await new Promise((turn) => setImmediate(turn));
  gone.abort();
  await expect(asked).rejects.toThrow();
  const line = async (): Promise<string | undefined> => {
    for (;;) {
      const found = service.lines.find((one) => one.includes('cancelled'));
      if (found) return found;
      await new Promise((turn) => setImmediate(turn));
    }
  };
  expect(await line()).toBeDefined();
});
