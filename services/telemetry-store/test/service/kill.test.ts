import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { sameDays } from '@clearspan/telemetry-store';
import { openEmbeddedStore } from '@clearspan/telemetry-store-clickhouse';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LOCK_WAIT_MS } from '../../src/limits.ts';
import { rowsOf } from '../support/open-parts.ts';
import { logsJson, metricsJson, tracesJson } from '../support/otlp-payload.ts';
import { type ServiceProcess, startService } from '../support/run-service.ts';
import { type Outgoing, sendUntilAnswered } from '../support/stubborn-client.ts';

/** `KILLS=50 npx vitest run …/kill.test.ts` is the long form. */
const KILLS = Number(process.env.KILLS ?? 4);
const CLIENTS = 8;
const RECORDS = 5;
/** Answers between two kills, at most. */
const ANSWERS_MAX = 800;
const START_MS_MAX = 1_500;

let dir: string;
let service: ServiceProcess | undefined;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'store-kill-'));
});
afterEach(async () => {
  await service?.kill();
  await rm(dir, { recursive: true, force: true });
});

/** Of every kind in turn, each record with a number that no other has. */
const requestOf = (n: number): Outgoing => {
  const ids = Array.from({ length: RECORDS }, (_, i) => n * RECORDS + i + 1);
  if (n % 3 === 0) return { path: '/v1/logs', body: logsJson('killed', ids.map(String)) };
  if (n % 3 === 1) return { path: '/v1/metrics', body: metricsJson('killed', 'killed', ids) };
  return {
    path: '/v1/traces',
    body: tracesJson(
      'killed',
      ids.map((id) => ({ trace: id, span: id })),
    ),
  };
};

const COUNTS = `SELECT
  (SELECT (count(), uniqExact(d_str['logRecord.body'])) FROM otel.logs),
  (SELECT (count(), uniqExact(v)) FROM otel.metric_points),
  (SELECT (count(), uniqExact(trace_id, span_id)) FROM otel.spans)`;

test(`killed ${KILLS} times under load: what was acknowledged is there exactly once, and nothing else`, {
  timeout: 60_000 + KILLS * 15_000,
}, async () => {
  let url = '';
  let sent = 0;
  let answers = 0;
  let unanswered = 0;
  let stopping = false;
  const client = async (): Promise<void> => {
    while (!stopping) {
      const { status, cuts } = await sendUntilAnswered(() => url, requestOf(sent++));
      expect(status).toBe(200);
      answers += 1;
      unanswered += cuts;
    }
  };
  const start = async (): Promise<ServiceProcess> => {
    const started = await startService(dir).ready;
    url = started.otlpUrl;
    return started;
  };
  service = await start();
  const clients = Array.from({ length: CLIENTS }, client);
  const done = { service: 0, engine: 0, start: 0 };
  for (let kill = 0; kill < KILLS; kill++) {
    const enough = answers + Math.random() * ANSWERS_MAX;
    while (answers < enough) await delay(1);
    if (kill % 4 === 3) {
      const engine = execFileSync('pgrep', ['-P', String(service.process.pid)], { encoding: 'utf8' }).trim();
      process.kill(Number(engine), 'SIGKILL');
      done.engine += 1;
      continue;
    }
    await service.kill();
    done.service += 1;
    // Now and then it does not even get through its start, where it replays.
    if (kill % 4 === 1) {
      const starting = startService(dir);
      starting.ready.catch(() => {});
      await Promise.race([delay(Math.random() * START_MS_MAX), starting.exited]);
      starting.process.kill('SIGKILL');
      await starting.exited;
      done.start += 1;
    }
    service = await start();
  }
  stopping = true;
  await Promise.all(clients);
  await service.stop();
  // A stop does not wait for ever: what it left in the log comes in at the next start.
  service = await start();
  await service.stop();

  const store = await openEmbeddedStore({
    path: join(dir, 'telemetry', 'engine'),
    retentionDays: sameDays(3650),
    lockWaitMs: LOCK_WAIT_MS,
  });
  const [held = []] = await rowsOf(store, COUNTS);
  await store.close();
  const told = `${KILLS} kills (${done.service} of the service, ${done.engine} of the engine, and ${done.start} starts); ${answers} requests of ${RECORDS} records acknowledged, ${unanswered} more sent and not answered`;
  process.stdout.write(`${told}; rows and different ones: ${JSON.stringify(held)}\n`);
  expect(answers).toBe(sent);
  const records = [0, 1, 2].map((kind) => String(Math.ceil((sent - kind) / 3) * RECORDS));
  expect(held).toEqual(records.map((count) => [count, count]));
});
