import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TraceSpan, traceResponse } from '@clearspan/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { logsJson } from '../support/otlp-payload.ts';
import { runService, type ServiceProcess } from '../support/run-service.ts';

const TRACE = 'abcdef0123456789abcdef0123456789';
const PARENT = '1234567890abcdef';

let dir: string;
/** Takes the telemetry of the other, which is asked. */
let watching: ServiceProcess;
let asked: ServiceProcess;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'store-telemetry-'));
  watching = await runService(join(dir, 'watching'));
  asked = await runService(join(dir, 'asked'), { TELEMETRY_STORE_OTLP_URL: watching.otlpUrl });
}, 60_000);
afterAll(async () => {
  await Promise.all([asked?.stop(), watching?.stop()]);
  await rm(dir, { recursive: true, force: true });
}, 60_000);

const traceOf = async (traceId: string, spans: number): Promise<readonly TraceSpan[]> => {
  // Spans are exported in batches: the store is asked until they have come.
  for (;;) {
    const answer = await fetch(`${watching.url}/api/traces/${traceId}`);
    const body: unknown = await answer.json();
    if (answer.status === 200) {
      const found = traceResponse.parse(body).spans;
      if (found.length >= spans) return found;
    }
  }
};

test('a query is a server span of its contract name, with the statement as a client span below it', {
  timeout: 30_000,
}, async () => {
  await fetch(`${asked.otlpUrl}/v1/logs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: logsJson('seen', ['x']),
  });
  const answer = await fetch(`${asked.url}/api/query`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', traceparent: `00-${TRACE}-${PARENT}-01` },
    body: JSON.stringify({ query: "source logs last 365d | filter $l.subsystemname == 'seen'" }),
  });
  expect(answer.status).toBe(200);
  const spans = await traceOf(TRACE, 2);
  expect(spans.map(({ name, kind }) => [name, kind])).toEqual([
    ['telemetry_store.execute_dataprime', 'server'],
    ['SELECT logs', 'client'],
  ]);
  const [server, statement] = spans as [TraceSpan, TraceSpan];
  expect([server.parent_id, statement.parent_id]).toEqual([PARENT, server.span_id]);
  expect(server.attributes).toMatchObject({
    'http.route': '/api/query',
    'http.response.status_code': 200,
    'clearspan.row_count': 1,
  });
  expect(statement.attributes).toMatchObject({
    'db.system.name': 'clickhouse',
    'db.namespace': 'otel',
    'db.collection.name': 'logs',
    'db.operation.name': 'SELECT',
    'db.query.text': expect.stringContaining('otel.logs'),
    'db.response.returned_rows': 1,
  });
});

test('taking telemetry leaves no spans and no logs: what is exported is not exported again', {
  timeout: 30_000,
}, async () => {
  const rows = async (): Promise<number> => {
    const stats = (await (await fetch(`${watching.url}/api/store/stats`)).json()) as {
      tables: { name: string; rows: number }[];
    };
    return stats.tables
      .filter(({ name }) => name === 'spans' || name === 'logs')
      .reduce((sum, table) => sum + table.rows, 0);
  };
  const before = asked.lines.length;
  for (let i = 0; i < 50; i++) {
    await fetch(`${asked.otlpUrl}/v1/logs`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: logsJson('quiet', ['x']),
    });
  }
  expect(asked.lines.length).toBe(before);
  expect(await rows()).toBeLessThan(30);
});
