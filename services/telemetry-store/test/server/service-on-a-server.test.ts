import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readEvents, traceResponse } from '@clearspan/contracts';
import { afterEach, expect, test } from 'vitest';
import { type OnAServer, openOnAServer, PASSWORD } from '../support/on-a-server.ts';
import { rowsOf } from '../support/open-parts.ts';
import { logsJson, metricsJson, traceIdOf, tracesJson } from '../support/otlp-payload.ts';
import { type ServiceProcess, startService } from '../support/run-service.ts';

let on: OnAServer;
afterEach(() => on?.close());

const WINDOW = { from: '2026-09-21T14:00:00Z', to: '2026-09-21T15:00:00Z' };
const JSON_TYPE = { 'content-type': 'application/json' };
const send = async ({ otlpUrl }: ServiceProcess, signal: string, body: string): Promise<void> => {
  const answer = await fetch(`${otlpUrl}/v1/${signal}`, { method: 'POST', headers: JSON_TYPE, body });
  expect([answer.status, await answer.text()]).toEqual([200, '{}']);
};
const query = async ({ url }: ServiceProcess, text: string): Promise<unknown[]> => {
  const body = JSON.stringify({ query: text, time_range: WINDOW });
  const answer = await fetch(`${url}/api/query`, { method: 'POST', headers: JSON_TYPE, body });
  const { rows } = (await answer.json()) as { rows: { $d: unknown }[] };
  return rows.map(({ $d }) => $d);
};
const read = async ({ url }: ServiceProcess, path: string): Promise<unknown> => (await fetch(`${url}${path}`)).json();

test.each([null, 'obs'])('telemetry in, questions and traces out, with no engine of its own: %s', async (cluster) => {
  on = await openOnAServer(cluster);
  const service = await on.service('one');
  const tail = await fetch(`${service.url}/api/tail`);
  await send(
    service,
    'traces',
    tracesJson('cart', [
      { trace: 1, span: 1 },
      { trace: 1, span: 2, parent: 1 },
    ]),
  );
  await send(service, 'logs', logsJson('cart', ['one', 'two', 'three']));
  await send(service, 'metrics', metricsJson('cart', 'orders', [1, 2]));
  expect(await query(service, 'source logs | groupby $l.subsystemname aggregate count() as n')).toEqual([
    { subsystemname: 'cart', n: 3 },
  ]);
  expect(await query(service, 'source spans | countby $l.serviceName')).toHaveLength(1);
  const trace = traceResponse.parse(await read(service, `/api/traces/${traceIdOf(1)}`));
  expect(trace).toMatchObject({ complete: true, spans: { length: 2 } });
  expect(await read(service, '/api/store/stats')).toMatchObject({ engine: { name: 'ClickHouse' } });
  expect(await read(service, '/api/catalog')).toMatchObject({ logs: { records: 3 }, spans: { records: 2 } });

  const events = readEvents((tail.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream()));
  const seen = new Set<unknown>();
  while (seen.size < 3) {
    const { value } = await events.next();
    if (value?.event === 'row') seen.add((value.data as { $d: { logRecord: { body: string } } }).$d.logRecord.body);
  }
  expect(seen).toEqual(new Set(['one', 'two', 'three']));

  expect(() => execFileSync('pgrep', ['-P', String(service.process.pid)])).toThrow();
  expect(existsSync(join(on.dataDir('one'), 'telemetry', 'engine'))).toBe(false);
  expect(service.lines.join('\n')).not.toContain(PASSWORD);
  expect(await service.stop()).toBe(0);
});

test("a backup is the server's own, and so it is said", async () => {
  on = await openOnAServer();
  const service = await on.service('one');
  const body = JSON.stringify({ place: 'x' });
  const answer = await fetch(`${service.url}/api/store/backup`, { method: 'POST', headers: JSON_TYPE, body });
  expect(answer.status).toBe(409);
  expect(await answer.json()).toMatchObject({
    code: 'CONFLICT',
    detail: 'expected an engine of the store, found a server at CLICKHOUSE_URL: its own BACKUP is the way',
  });
});

test('two processes on one server: each has what both were given, and its own log', async () => {
  on = await openOnAServer();
  const [one, two] = await Promise.all([on.service('one'), on.service('two', { TELEMETRY_STORE_JOBS: 'off' })]);
  const given = Array.from({ length: 20 }, (_, i) => i);
  await Promise.all(given.map((n) => send(n % 2 ? one : two, 'logs', logsJson('both', [`text ${n}`]))));
  await send(one, 'traces', tracesJson('front', [{ trace: 5, span: 1 }]));
  await send(two, 'traces', tracesJson('back', [{ trace: 5, span: 2, parent: 1 }]));
  for (const asked of [one, two]) {
    // What the other one acknowledged is stored a moment later: only what this one did is waited for.
    while ((await query(asked, 'source logs')).length < given.length);
    expect(await query(asked, 'source logs')).toHaveLength(given.length);
  }
  const other = startService(on.dataDir('one'), on.env);
  await expect(other.ready).rejects.toThrow(/another process holds .*wal/);
});

test('a server that goes away under it: what was acknowledged is there when it is back, and health says so in between', async () => {
  on = await openOnAServer();
  const service = await on.service('one');
  await send(service, 'logs', logsJson('away', ['before']));
  expect(await query(service, 'source logs')).toHaveLength(1);
  await on.server.crash();
  await send(service, 'logs', logsJson('away', ['meanwhile']));
  let ready = await fetch(`${service.url}/health/ready`);
  while (ready.status === 200) ready = await fetch(`${service.url}/health/ready`);
  expect(ready.status).toBe(503);
  await on.server.restart();
  while (ready.status !== 200) ready = await fetch(`${service.url}/health/ready`);
  while ((await query(service, 'source logs')).length < 2);
  expect(await query(service, 'source logs')).toHaveLength(2);
  const store = await on.store();
  expect(await rowsOf(store, 'SELECT count() FROM otel.logs')).toEqual([['2']]);
  expect(service.lines.join('\n')).not.toContain(PASSWORD);
});
