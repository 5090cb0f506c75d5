import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { sameDays } from '@clearspan/telemetry-store';
import { openEmbeddedStore } from '@clearspan/telemetry-store-clickhouse';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LOCK_WAIT_MS } from '../../src/limits.ts';
import { rowsOf } from '../support/open-parts.ts';
import { logsJson, traceIdOf, tracesJson } from '../support/otlp-payload.ts';
import { runService, type ServiceProcess } from '../support/run-service.ts';
import { openSmallDisk, type SmallDisk } from '../support/small-disk.ts';
import { sendUntilAnswered } from '../support/stubborn-client.ts';

const MEGABYTE = 1024 * 1024;
const DISK_BYTES = 64 * MEGABYTE;
/** Room for small records and for the first half of a large one. */
const LEFT_BYTES = 64 * 1024;
const LARGE_BYTES = 200 * 1024;
const ATTEMPTS = 30;
const JSON_TYPE = { 'content-type': 'application/json' };

let disk: SmallDisk;
let service: ServiceProcess;
beforeEach(async () => {
  disk = await openSmallDisk(DISK_BYTES);
});
afterEach(async () => {
  await service?.kill();
  await disk.close();
});

const start = async (freeBytesMin: number): Promise<number> => {
  service = await runService(disk.path, { TELEMETRY_STORE_DISK_FREE_BYTES_MIN: String(freeBytesMin) });
  return service.process.pid as number;
};
const send = async (body: string, path = '/v1/logs'): Promise<{ status: number; message: string; retry: string }> => {
  const answer = await fetch(`${service.otlpUrl}${path}`, { method: 'POST', headers: JSON_TYPE, body });
  const { message = '' } = (await answer.json()) as { message?: string };
  return { status: answer.status, message, retry: answer.headers.get('retry-after') ?? '' };
};
const large = (): string => logsJson('large', [randomBytes(LARGE_BYTES / 2).toString('hex')]);
const traceStatus = async (): Promise<number> => (await fetch(`${service.url}/api/traces/${traceIdOf(1)}`)).status;

test('a full disk: 503 that says so, reads go on, and what was acknowledged is there once when there is room again', {
  timeout: 120_000,
}, async () => {
  const pid = await start(1);
  expect((await send(tracesJson('disk', [{ trace: 1, span: 1 }]), '/v1/traces')).status).toBe(200);
  expect(await traceStatus()).toBe(200);
  await disk.fill(LEFT_BYTES, pid);
  // In its middle, where it is taken back: the small ones that find room are neither hidden nor refused for it.
  const full = /^the disk is full \(\w+\): the write-ahead log could not be written$/;
  expect(await send(large())).toEqual({ status: 503, message: expect.stringMatching(full), retry: '1' });
  let acknowledged = 0;
  for (let i = 0; i < ATTEMPTS; i++) {
    const small = await send(logsJson('small', [String(i)]));
    if (small.status === 200) acknowledged += 1;
    for (const refused of [await send(large()), ...(small.status === 200 ? [] : [small])]) {
      // What was acknowledged waits for the engine, and soon too much of it.
      const why = expect.stringMatching(/^the disk is full|^the store is behind/);
      expect(refused).toEqual({ status: 503, message: why, retry: '1' });
    }
  }
  expect(acknowledged).toBeGreaterThan(0);
  expect(await traceStatus()).toBe(200);

  await disk.free(pid);
  const again = { path: '/v1/logs', body: large() };
  expect((await sendUntilAnswered(() => service.otlpUrl, again)).status).toBe(200);
  await service.kill();
  await start(1);
  await service.stop();
  const store = await openEmbeddedStore({
    path: join(disk.path, 'telemetry', 'engine'),
    retentionDays: sameDays(3650),
    lockWaitMs: LOCK_WAIT_MS,
  });
  const held = await rowsOf(
    store,
    "SELECT subsystemname, count(), uniqExact(d_str['logRecord.body']) FROM otel.logs GROUP BY 1 ORDER BY 1",
  );
  await store.close();
  expect(held).toEqual([
    ['large', '1', '1'],
    ['small', String(acknowledged), String(acknowledged)],
  ]);
});

test('a disk with less room than is kept free takes nothing in, says so in its health, and answers queries', {
  timeout: 120_000,
}, async () => {
  const pid = await start((await disk.freeBytes()) - disk.slackBytes);
  expect((await send(tracesJson('disk', [{ trace: 1, span: 1 }]), '/v1/traces')).status).toBe(200);
  await disk.occupy(2 * disk.slackBytes);
  let answer = await send(logsJson('small', ['x']));
  while (answer.status === 200) {
    await delay(20);
    answer = await send(logsJson('small', ['x']));
  }
  const message = /^the disk is nearly full: expected at least \d+ bytes free, found \d+$/;
  expect(answer).toEqual({ status: 503, message: expect.stringMatching(message), retry: '1' });
  expect(await traceStatus()).toBe(200);
  expect((await fetch(`${service.url}/health/ready`)).status).toBe(200);
  expect(await (await fetch(`${service.url}/health`)).json()).toMatchObject({
    status: 'degraded',
    checks: { engine: { status: 'healthy' }, disk: { status: 'degraded', error: expect.stringMatching(message) } },
  });
  await disk.free(pid);
  expect((await sendUntilAnswered(() => service.otlpUrl, { path: '/v1/logs', body: large() })).status).toBe(200);
});
