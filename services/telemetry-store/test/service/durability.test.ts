import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { traceResponse } from '@clearspan/contracts';
import { sameDays } from '@clearspan/telemetry-store';
import { openEmbeddedStore } from '@clearspan/telemetry-store-clickhouse';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rowsOf } from '../support/open-parts.ts';
import { traceIdOf, tracesJson } from '../support/otlp-payload.ts';
import { runService, type ServiceProcess } from '../support/run-service.ts';

const SENDERS = 8;
const SPANS_PER_REQUEST = 20;
const ROUNDS = 3;

let dir: string;
let service: ServiceProcess | undefined;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'store-service-'));
});
afterEach(async () => {
  await service?.kill();
  await rm(dir, { recursive: true, force: true });
});

/** Sends until the service is gone; returns the numbers of the traces that were acknowledged. */
const sendUntilDead = async (url: string, firstTrace: number, acknowledged: number[]): Promise<void> => {
  for (let trace = firstTrace; ; trace += SENDERS) {
    const spans = Array.from({ length: SPANS_PER_REQUEST }, (_, i) => ({
      trace,
      span: i + 1,
      ...(i === 0 ? {} : { parent: 1 }),
    }));
    try {
      const answer = await fetch(`${url}/v1/traces`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: tracesJson('durable', spans),
      });
      if (answer.status === 200) acknowledged.push(trace);
      await answer.arrayBuffer();
    } catch {
      return;
    }
  }
};

test('killed in the middle of taking telemetry, again and again: what was acknowledged is there, once', {
  timeout: 60_000,
}, async () => {
  const acknowledged: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    service = await runService(dir);
    const before = acknowledged.length;
    const senders = Array.from({ length: SENDERS }, (_, i) =>
      sendUntilDead(service?.otlpUrl ?? '', (round + 1) * 100_000 + i, acknowledged),
    );
    // In the middle: some batches are in the engine, one is being inserted, some requests are only in the log.
    while (acknowledged.length < before + 150) await new Promise((turn) => setImmediate(turn));
    await service.kill();
    await Promise.all(senders);
  }
  service = await runService(dir);
  expect(service.lines.some((line) => line.includes('replayed the write-ahead log'))).toBe(true);
  // Ends, middle and a sample: each trace is read on its own.
  const some = acknowledged.filter((_, i) => i % 7 === 0 || i > acknowledged.length - 20);
  for (const trace of some) {
    const answer = await fetch(`${service.url}/api/traces/${traceIdOf(trace)}`);
    expect(answer.status, `trace ${trace}`).toBe(200);
    expect(traceResponse.parse(await answer.json())).toMatchObject({
      complete: true,
      spans: { length: SPANS_PER_REQUEST },
    });
  }
  const stats = (await (await fetch(`${service.url}/api/store/stats`)).json()) as {
    tables: { name: string; rows: number }[];
  };
  const rows = stats.tables.find((table) => table.name === 'spans')?.rows ?? 0;
  // A request that was logged when the process died and never answered may be there too, but whole and once.
  expect(rows % SPANS_PER_REQUEST).toBe(0);
  expect(rows / SPANS_PER_REQUEST).toBeGreaterThanOrEqual(acknowledged.length);
  expect(rows / SPANS_PER_REQUEST).toBeLessThanOrEqual(acknowledged.length + SENDERS * ROUNDS);

  await service.stop();
  const store = await openEmbeddedStore({ path: join(dir, 'telemetry', 'engine'), retentionDays: sameDays(3650) });
  const held = await rowsOf(
    store,
    'SELECT count(), uniqExact(trace_id, span_id), (SELECT sum(spans) FROM otel.traces) FROM otel.spans',
  );
  await store.close();
  // The summary of traces is filled beside the spans, and is repaired by the replay too.
  expect(held).toEqual([[String(rows), String(rows), String(rows)]]);
});

test('the engine killed under the service: acknowledged telemetry is there when it is back, and health says so in between', {
  timeout: 60_000,
}, async () => {
  service = await runService(dir);
  const send = (trace: number): Promise<Response> =>
    fetch(`${service?.otlpUrl}/v1/traces`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: tracesJson('engine', [{ trace, span: 1 }]),
    });
  expect((await send(1)).status).toBe(200);
  const engine = execFileSync('pgrep', ['-P', String(service.process.pid)], { encoding: 'utf8' }).trim();
  process.kill(Number(engine), 'SIGKILL');
  expect((await send(2)).status).toBe(200);
  for (const trace of [1, 2]) {
    let answer = await fetch(`${service.url}/api/traces/${traceIdOf(trace)}`);
    while (answer.status === 503 || answer.status === 404)
      answer = await fetch(`${service.url}/api/traces/${traceIdOf(trace)}`);
    expect(answer.status).toBe(200);
    expect(traceResponse.parse(await answer.json()).spans.length).toBe(1);
  }
  expect((await fetch(`${service.url}/health/ready`)).status).toBe(200);
});

test('a clean stop stores everything, leaves within five seconds with code 0 and lets go of the directory', {
  timeout: 60_000,
}, async () => {
  service = await runService(dir);
  const answer = await fetch(`${service.otlpUrl}/v1/traces`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: tracesJson('stopped', [{ trace: 7, span: 1 }]),
  });
  expect(answer.status).toBe(200);
  const before = performance.now();
  expect(await service.stop()).toBe(0);
  expect(performance.now() - before).toBeLessThan(5_000);
  service = await runService(dir);
  expect(service.lines.some((line) => line.includes('replayed'))).toBe(false);
  expect((await fetch(`${service.url}/api/traces/${traceIdOf(7)}`)).status).toBe(200);
});
