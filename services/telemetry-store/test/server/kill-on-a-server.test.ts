import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { type OnAServer, openOnAServer } from '../support/on-a-server.ts';
import { rowsOf } from '../support/open-parts.ts';
import { logsJson, metricsJson, tracesJson } from '../support/otlp-payload.ts';
import { type Outgoing, sendUntilAnswered } from '../support/stubborn-client.ts';

const CLIENTS = 6;
const RECORDS = 5;
const ANSWERS_BETWEEN = 150;
const ROUNDS = 4;

let on: OnAServer;
afterEach(() => on?.close());

/** Of every kind in turn, each record with a number that no other has. */
const requestOf = (n: number): Outgoing => {
  const ids = Array.from({ length: RECORDS }, (_, i) => n * RECORDS + i + 1);
  if (n % 3 === 0) return { path: '/v1/logs', body: logsJson('killed', ids.map(String)) };
  if (n % 3 === 1) return { path: '/v1/metrics', body: metricsJson('killed', 'killed', ids) };
  const spans = ids.map((id) => ({ trace: id, span: id }));
  return { path: '/v1/traces', body: tracesJson('killed', spans) };
};

const COUNTS = `SELECT
  (SELECT (count(), uniqExact(d_str['logRecord.body'])) FROM otel.logs),
  (SELECT (count(), uniqExact(v)) FROM otel.metric_points),
  (SELECT (count(), uniqExact(trace_id, span_id)) FROM otel.spans),
  (SELECT (sum(spans), uniqExact(trace_id)) FROM otel.traces)`;

test('processes and server killed in turn under load: what was acknowledged is there exactly once', {
  timeout: 120_000,
}, async () => {
  on = await openOnAServer();
  const names = ['one', 'two'] as const;
  const urls = { one: '', two: '' };
  let sent = 0;
  let answers = 0;
  let stopping = false;
  const start = async (name: (typeof names)[number]) => {
    const service = await on.service(name);
    urls[name] = service.otlpUrl;
    return service;
  };
  const services = { one: await start('one'), two: await start('two') };
  // A client stays with its process, as clients that keep their connections do.
  const client = async (_: unknown, place: number): Promise<void> => {
    while (!stopping) {
      const { status } = await sendUntilAnswered(() => urls[names[place % 2] as 'one'], requestOf(sent++));
      expect(status).toBe(200);
      answers += 1;
    }
  };
  const clients = Array.from({ length: CLIENTS }, client);
  for (let round = 0; round < ROUNDS; round++) {
    const enough = answers + ANSWERS_BETWEEN;
    while (answers < enough) await delay(1);
    const name = names[round % 2] as 'one';
    if (round === 2) {
      await on.server.crash();
      await on.server.restart();
    } else {
      await services[name].kill();
      services[name] = await start(name);
    }
  }
  stopping = true;
  await Promise.all(clients);
  for (const name of names) await services[name].stop();
  // A stop does not wait for ever: what it left in the log comes in at the next start.
  for (const name of names) await (await start(name)).stop();

  const [held = []] = await rowsOf(await on.store(), COUNTS);
  expect(answers).toBe(sent);
  const records = [0, 1, 2, 2].map((kind) => String(Math.ceil((sent - kind) / 3) * RECORDS));
  expect(held).toEqual(records.map((count) => [count, count]));
});
