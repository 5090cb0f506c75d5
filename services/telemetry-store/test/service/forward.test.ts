import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type StoreStats, storeStats } from '@clearspan/contracts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { logsJson, protobufOf, traceIdOf, tracesJson } from '../support/otlp-payload.ts';
import { type OtlpTarget, recordsOf, startTarget, type TargetRequest } from '../support/otlp-target.ts';
import { runService, type ServiceProcess } from '../support/run-service.ts';

const SENDERS = 4;
const ROUNDS = 3;
const SPANS_PER_REQUEST = 5;

let dir: string;
let service: ServiceProcess | undefined;
let targets: OtlpTarget[];
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'store-forward-'));
  targets = [];
});
afterEach(async () => {
  await service?.kill();
  await Promise.all(targets.map((target) => target.close()));
  await rm(dir, { recursive: true, force: true });
});

const started = async (answer?: Parameters<typeof startTarget>[0]): Promise<OtlpTarget> => {
  const target = await startTarget(answer);
  targets.push(target);
  return target;
};

const send = (signal: string, body: string | Uint8Array<ArrayBuffer>): Promise<Response> =>
  fetch(`${service?.otlpUrl}/v1/${signal}`, {
    method: 'POST',
    headers: { 'content-type': typeof body === 'string' ? 'application/json' : 'application/x-protobuf' },
    body,
  });

const statsOf = async (): Promise<StoreStats['forward']> =>
  storeStats.parse(await (await fetch(`${service?.url}/api/store/stats`)).json()).forward;

/** Looks until nothing waits for the target of this name: what was accepted a moment ago may not be in its queue yet. */
const settled = async (name: string): Promise<StoreStats['forward'][number]> => {
  for (;;) {
    const found = (await statsOf()).find(({ target }) => target === name);
    if (found?.queued_bytes === 0) return found;
  }
};

test('what is accepted arrives once, in every encoding, while another target hangs', { timeout: 60_000 }, async () => {
  const [tempo, hanging] = [await started(), await started(() => 'silence')];
  service = await runService(dir, {
    TELEMETRY_STORE_FORWARD: `tempo=${tempo.url},hanging=${hanging.url}`,
    TELEMETRY_STORE_FORWARD_TEMPO_SIGNALS: 'traces,logs',
  });
  for (let i = 1; i <= 60; i += 1) {
    const spans = [1, 2, 3].map((span) => ({ trace: i, span }));
    const traces = tracesJson('shop', spans);
    expect((await send('traces', i % 2 ? traces : new Uint8Array(protobufOf('traces', traces)))).status).toBe(200);
    expect((await send('logs', logsJson('shop', [`log ${i}`]))).status).toBe(200);
  }
  expect((await send('traces', '{"resourceSpans":[{"resource":')).status).toBe(400);
  await tempo.until(() => tempo.taken.length >= 120);
  const stats = await settled('tempo');
  expect(stats).toEqual({
    target: 'tempo',
    endpoint: tempo.url,
    queued_bytes: 0,
    oldest_age_s: null,
    sent: 120,
    rejected_records: 0,
    refused: 0,
    dropped: 0,
    skipped: 0,
    last_error: null,
  });
  expect(recordsOf(tempo.taken)).toBe(60 * 3 + 60);
  expect(new Set(tempo.taken.map(({ plain }) => plain)).size).toBe(120);

  const [, waiting] = await statsOf();
  expect(waiting).toMatchObject({ target: 'hanging', sent: 0, oldest_age_s: expect.any(Number) });
  expect(waiting?.queued_bytes).toBeGreaterThan(0);
  const metrics = await (await fetch(`${service.url}/metrics`)).text();
  expect(metrics).toContain('forward_requests_total{target="tempo",outcome="sent"} 120');
  expect(metrics).toMatch(/^forward_queue_bytes\{target="hanging"\} [1-9]/m);
  // A target that hangs does not keep the store from stopping.
  expect(await service.stop()).toBe(0);
});

test('killed in the middle, again and again: what was acknowledged arrives at least once', {
  timeout: 60_000,
}, async () => {
  const target = await started();
  const env = { TELEMETRY_STORE_FORWARD: `tempo=${target.url}` };
  const acknowledged: number[] = [];
  const sendUntilDead = async (firstTrace: number): Promise<void> => {
    for (let trace = firstTrace; ; trace += SENDERS) {
      const spans = Array.from({ length: SPANS_PER_REQUEST }, (_, i) => ({ trace, span: i + 1 }));
      try {
        if ((await send('traces', tracesJson('durable', spans))).status === 200) acknowledged.push(trace);
      } catch {
        return;
      }
    }
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    service = await runService(dir, env);
    const [before, came] = [acknowledged.length, target.seen.length];
    const senders = Array.from({ length: SENDERS }, (_, i) => sendUntilDead((round + 1) * 100_000 + i));
    // Some segments are sent, one is being sent, some wait, and one is open.
    await target.until(() => target.seen.length > came + 100 && acknowledged.length > before + 200);
    await service.kill();
    await Promise.all(senders);
  }
  service = await runService(dir, env);
  const traceOf = ({ plain }: TargetRequest): string => /"traceId":"([0-9a-f]{32})"/.exec(plain)?.[1] ?? '';
  await settled('tempo');
  const arrived = target.taken.map(traceOf);
  const missing = acknowledged.filter((trace) => !arrived.includes(traceIdOf(trace)));
  expect(missing).toEqual([]);
  // Only what was under way when the process died came again: it is sent eight requests at a time.
  expect(arrived.length - new Set(arrived).size).toBeLessThanOrEqual(ROUNDS * 8);
});

test('keys are in no line, no figure and no answer, whatever a target does with them', {
  timeout: 60_000,
}, async () => {
  const echo = await started(({ headers }) => ({
    status: 401,
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify({ message: `who is ${headers.authorization}?` })),
  }));
  const gone = await startTarget();
  await gone.close();
  service = await runService(dir, {
    LOG_LEVEL: 'trace',
    TELEMETRY_STORE_FORWARD: `echo=${echo.url},gone=${gone.url}`,
    TELEMETRY_STORE_FORWARD_ECHO_HEADERS: 'authorization=Bearer%20swordfish',
    TELEMETRY_STORE_FORWARD_GONE_HEADERS: 'x-api-key=swordfish',
  });
  expect((await send('logs', logsJson('shop', ['x']))).status).toBe(200);
  await echo.until(() => echo.seen.length === 1);
  expect(await settled('echo')).toMatchObject({
    sent: 0,
    refused: 1,
    last_error: { message: 'the answer was 401' },
  });
  expect(echo.seen[0]?.headers.authorization).toBe('Bearer swordfish');
  let stats = await statsOf();
  while (stats.some(({ last_error }) => last_error === null)) stats = await statsOf();
  const shown = [
    JSON.stringify(stats),
    await (await fetch(`${service.url}/metrics`)).text(),
    await (await fetch(`${service.url}/health`)).text(),
    ...service.lines,
  ].join('\n');
  expect(shown).toContain('a target refused requests; they are not sent again');
  expect(shown).toContain('a target does not take telemetry; it is queued and sent when it does');
  expect(shown).not.toContain('swordfish');
});
