import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { processPlan } from '../../src/supervisor/process-plan.ts';
import { runCli } from '../run-cli.ts';

let dataDir: string;
let taken: Server;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'clearspan-up-'));
  taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
});
afterEach(async () => {
  taken.close();
  await once(taken, 'close');
  rmSync(dataDir, { recursive: true, force: true });
});

const port = (): number => (taken.address() as { port: number }).port;

test('a port that is taken is named with the option that changes it, before anything starts', async () => {
  const env = { API_GATEWAY_PORT: String(port()) };
  const run = await runCli(['up', '--only', 'api-gateway', '--data', dataDir], { env });
  expect(run).toMatchObject({ code: 3, stdout: '' });
  expect(run.stderr).toContain(`port ${port()} (api-gateway) is in use; set API_GATEWAY_PORT to another one`);
  expect(run.stderr).toContain('--port-base');
  expect(existsSync(join(dataDir, 'logs'))).toBe(false);
});

test('a port that is none is named, not replaced by another one', async () => {
  const env = { API_GATEWAY_PORT: '80x0' };
  const run = await runCli(['up', '--only', 'api-gateway', '--data', dataDir], { env });
  expect(run).toMatchObject({ code: 2, stdout: '' });
  expect(run.stderr).toContain('expected a port from 1 to 65535 in API_GATEWAY_PORT, found `80x0`');
});

test('status ends with 3 when nothing runs', async () => {
  const env = Object.fromEntries(
    ['API_GATEWAY', 'QUERY_SERVICE', 'VALIDATION_SERVICE', 'QUEUE_SERVICE', 'PROCESSING_SERVICE', 'STORAGE_SERVICE']
      .concat(['QUEUE_WORKER', 'EXTERNAL_API_SERVICE', 'TELEMETRY_STORE', 'WEB'])
      .map((name) => [`${name}_URL`, 'http://127.0.0.1:1']),
  );
  const run = await runCli(['status', '--data', dataDir], { env });
  expect(run).toMatchObject({ code: 3, stdout: '' });
  expect(run.stderr).toContain('nothing runs');
});

test('the plan moves all ports by the base and tells every process of all addresses', () => {
  const plan = processPlan({
    root: '/r',
    dataDir: '/d',
    only: null,
    portBase: 9_000,
    env: { PATH: '/bin', API_GATEWAY_URL: 'http://elsewhere' },
  });
  expect(plan.processes.map((p) => p.ports[0]?.port)).toEqual([
    9_010, 9_011, 9_012, 9_013, 9_014, 9_015, 9_016, 9_017, 9_018, 9_020,
  ]);
  expect(plan.otlpUrl).toBe('http://127.0.0.1:9048');
  expect(plan.otlpGrpcUrl).toBe('http://127.0.0.1:9047');
  const [gateway] = plan.processes;
  expect(gateway?.env).toMatchObject({
    PATH: '/bin',
    API_GATEWAY_PORT: '9010',
    API_GATEWAY_URL: 'http://127.0.0.1:9010',
    TELEMETRY_STORE_OTLP_PORT: '9048',
    TELEMETRY_STORE_OTLP_GRPC_PORT: '9047',
    TELEMETRY_STORE_OTLP_URL: 'http://127.0.0.1:9048',
    OTEL_SERVICE_NAME: 'api-gateway',
    CLEARSPAN_DATA: '/d',
  });
  expect(plan.processes.find((p) => p.name === 'telemetry-store')?.ports.map((p) => p.port)).toEqual([
    9_018, 9_048, 9_047,
  ]);
});

test('telemetry that is switched off stays off', () => {
  const env = { TELEMETRY_STORE_OTLP_URL: 'off' };
  const plan = processPlan({ root: '/r', dataDir: '/d', only: null, portBase: 9_000, env });
  expect(plan.processes[0]?.env.TELEMETRY_STORE_OTLP_URL).toBe('off');
  expect(plan.otlpUrl).toBe('http://127.0.0.1:9048');
});

test('an endpoint takes the telemetry instead of the store; with an address of the store both take it', () => {
  const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:7777' };
  const planned = (env: Readonly<Record<string, string>>): string | undefined =>
    processPlan({ root: '/r', dataDir: '/d', only: null, portBase: 9_000, env }).processes[0]?.env
      .TELEMETRY_STORE_OTLP_URL;
  expect(planned(endpoint)).toBeUndefined();
  expect(planned({ ...endpoint, TELEMETRY_STORE_OTLP_URL: 'http://127.0.0.1:9048' })).toBe('http://127.0.0.1:9048');
});

test('a service that is not started here keeps the address it was given', () => {
  const env = { STORAGE_SERVICE_URL: 'http://127.0.0.1:7777' };
  const plan = processPlan({ root: '/r', dataDir: '/d', only: ['api-gateway'], portBase: 9_000, env });
  expect(plan.processes.map((p) => p.name)).toEqual(['api-gateway']);
  expect(plan.urls['storage-service']).toBe('http://127.0.0.1:7777');
});
