import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type OtlpReceiver, type SentSpan, startOtlpReceiver } from '../support/otlp-receiver.ts';
import { startWireServer, type WireServer } from '../support/wire-server.ts';
import { databaseAnswer } from './database-answers.ts';

const ROOT = join(import.meta.dirname, '..', '..');

let receiver: OtlpReceiver;
let database: WireServer;
let child: ChildProcess;
let url: string;

beforeEach(async () => {
  receiver = await startOtlpReceiver();
  database = await startWireServer(databaseAnswer);
  child = spawn(process.execPath, ['--import', '@clearspan/instrumentation/register', 'src/backend/main.ts'], {
    cwd: ROOT,
    env: {
      ...process.env,
      BACKEND_SERVICE_PORT: '0',
      DATABASE_SERVICE_URL: database.url,
      STOREFRONT_CACHE_TTL_MS: '5',
      LOG_LEVEL: 'error',
      OTEL_SERVICE_NAME: 'backend-service',
      OTEL_RESOURCE_ATTRIBUTES: 'service.namespace=storefront,service.version=1.0.0,team=shop',
      TELEMETRY_STORE_OTLP_URL: receiver.url,
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [message] = (await once(child, 'message')) as [{ url: string }];
  url = message.url;
});
afterEach(async () => {
  child.kill('SIGKILL');
  receiver.close();
  await database.close();
});

const deploy = async (on: boolean): Promise<void> => {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' } };
  const response = await fetch(`${url}/faults`, { ...init, body: JSON.stringify({ name: 'bad_deploy', on }) });
  expect(response.status).toBe(200);
};

interface Answer {
  readonly status: number;
  readonly traceId: string;
}

/** Asks for product after product until it is told to stop; the tenth of each ten is sold out. */
const visitor = async (answers: Answer[], going: () => boolean): Promise<void> => {
  for (let id = 1; going(); id = (id % 90) + 1) {
    const response = await fetch(`${url}/api/product/${id}`);
    await response.arrayBuffer();
    answers.push({ status: response.status, traceId: response.headers.get('traceparent')?.split('-')[1] ?? '' });
  }
};

const moreThan = (answers: readonly Answer[], count: number, status?: number) =>
  expect
    .poll(() => answers.filter((answer) => status === undefined || answer.status === status).length, {
      timeout: 20_000,
    })
    .toBeGreaterThan(count);

const end = async (): Promise<void> => {
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  expect((await exit)[0]).toBe(0);
};

test('a deploy under traffic loses no request and no span, and tells which version made each', async () => {
  const answers: Answer[] = [];
  let going = true;
  const visitors = Array.from({ length: 8 }, () => visitor(answers, () => going));
  await moreThan(answers, 100);
  expect(answers.every(({ status }) => status === 200)).toBe(true);
  await deploy(true);
  await moreThan(answers, 10, 500);
  await deploy(false);
  const before = answers.length;
  await moreThan(answers, before + 100);
  going = false;
  await Promise.all(visitors);
  await end();

  const byTrace = Map.groupBy(receiver.spans, ({ traceId }) => traceId);
  expect(answers.every(({ status }) => status === 200 || status === 500)).toBe(true);
  const versions = (spans: readonly SentSpan[]) => [
    ...new Set(spans.map(({ resource }) => resource['service.version'])),
  ];
  expect(byTrace.size).toBe(answers.length);
  for (const { traceId, status } of answers) {
    const spans = byTrace.get(traceId) ?? [];
    const ids = new Set(spans.map(({ spanId }) => spanId));
    const names = spans.map(({ name }) => name);
    expect(
      names.filter((name) => name === 'backend_get_product'),
      traceId,
    ).toHaveLength(1);
    expect(
      names.filter((name) => name === 'apply_pricing_rules'),
      traceId,
    ).toHaveLength(1);
    expect(spans.filter(({ parentId }) => parentId !== '' && !ids.has(parentId))).toEqual([]);
    expect(versions(spans)).toHaveLength(1);
    if (status === 500) expect(versions(spans)).toEqual(['1.1.0']);
  }
  expect(versions(receiver.spans)).toEqual(['1.0.0', '1.1.0']);
  const others = new Set(
    receiver.spans.map(({ resource: { 'service.name': name, 'service.namespace': namespace, team } }) =>
      [namespace, name, team].join(),
    ),
  );
  expect([...others]).toEqual(['storefront,backend-service,shop']);
  expect(new Set(receiver.spans.map(({ resource }) => resource['service.instance.id'])).size).toBe(3);
});
