import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { processPlan } from '../../src/supervisor/process-plan.ts';
import { welcome } from '../../src/supervisor/welcome.ts';
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

const entryOf = (folder: string): string => `examples/storefront/src/${folder}/main.ts`;
const port = (): number => (taken.address() as { port: number }).port;

test('a port that is taken is named with the option that changes it, before anything starts', async () => {
  const env = { API_GATEWAY_PORT: String(port()) };
  const run = await runCli(['up', '--only', 'api-gateway', '--data', dataDir], { env });
  expect(run).toMatchObject({ code: 3, stdout: '' });
  expect(run.stderr).toContain(`port ${port()} (api-gateway) is in use; set API_GATEWAY_PORT to another one`);
  expect(run.stderr).toContain('--port-base');
  expect(existsSync(join(dataDir, 'logs'))).toBe(false);
});

test('the ports of the storefront are looked at too', async () => {
  const env = { WEB_PORT: '1', STOREFRONT_TRAFFIC_PORT: String(port()) };
  const run = await runCli(['up', '--only', 'web', '--with', 'storefront', '--data', dataDir], { env });
  expect(run).toMatchObject({ code: 3, stdout: '' });
  expect(run.stderr).toContain(`port ${port()} (storefront-traffic) is in use; set STOREFRONT_TRAFFIC_PORT`);
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
    examples: [],
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

test('the storefront is started beside it, as a system of its own that the page is told of', () => {
  const plan = processPlan({
    root: '/r',
    dataDir: '/d',
    only: ['web'],
    examples: ['storefront'],
    portBase: 9_000,
    env: { OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=dev', STOREFRONT_TRAFFIC_URL: 'http://elsewhere' },
  });
  expect(plan.processes.map((p) => [p.name, p.args.at(-1), p.ports, p.stopWave])).toEqual([
    ['web', 'services/web/src/main.ts', [{ port: 9_020, variable: 'WEB_PORT' }], 1],
    ['frontend-service', entryOf('frontend'), [{ port: 9_001, variable: 'FRONTEND_SERVICE_PORT' }], 2],
    ['backend-service', entryOf('backend'), [{ port: 9_002, variable: 'BACKEND_SERVICE_PORT' }], 2],
    ['database-service', entryOf('database'), [{ port: 9_003, variable: 'DATABASE_SERVICE_PORT' }], 2],
    ['storefront-traffic', entryOf('traffic'), [{ port: 9_004, variable: 'STOREFRONT_TRAFFIC_PORT' }], 1],
  ]);
  const [web, frontend] = plan.processes;
  expect(web?.env).toMatchObject({
    STOREFRONT_TRAFFIC_URL: 'http://127.0.0.1:9004',
    OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=dev',
  });
  expect(frontend?.env).toMatchObject({
    BACKEND_SERVICE_URL: 'http://127.0.0.1:9002',
    OTEL_SERVICE_NAME: 'frontend-service',
    OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=dev,service.namespace=storefront,service.version=1.0.0',
  });
  const text = welcome(plan, { dataDir: '/d', readyMs: 1 });
  expect(text).toContain('http://127.0.0.1:9001     pages of the shop');
  expect(text).toContain('npx clearspan demo quiz --url http://127.0.0.1:9004');
});

test('without the storefront nobody is told of it', () => {
  const plan = processPlan({ root: '/r', dataDir: '/d', only: ['web'], examples: [], portBase: 9_000, env: {} });
  expect(Object.keys(plan.processes[0]?.env ?? {}).filter((name) => /STOREFRONT|FRONTEND|OTEL_RES/.test(name))).toEqual(
    [],
  );
  expect(welcome(plan, { dataDir: '/d', readyMs: 1 })).not.toContain('shop');
});

test('telemetry that is switched off stays off', () => {
  const env = { TELEMETRY_STORE_OTLP_URL: 'off' };
  const plan = processPlan({ root: '/r', dataDir: '/d', only: null, examples: [], portBase: 9_000, env });
  expect(plan.processes[0]?.env.TELEMETRY_STORE_OTLP_URL).toBe('off');
  expect(plan.otlpUrl).toBe('http://127.0.0.1:9048');
});

test('an endpoint takes the telemetry instead of the store; with an address of the store both take it', () => {
  const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:7777' };
  const planned = (env: Readonly<Record<string, string>>): string | undefined =>
    processPlan({ root: '/r', dataDir: '/d', only: null, examples: [], portBase: 9_000, env }).processes[0]?.env
      .TELEMETRY_STORE_OTLP_URL;
  expect(planned(endpoint)).toBeUndefined();
  expect(planned({ ...endpoint, TELEMETRY_STORE_OTLP_URL: 'http://127.0.0.1:9048' })).toBe('http://127.0.0.1:9048');
});

test('a service that is not started here keeps the address it was given', () => {
  const env = { STORAGE_SERVICE_URL: 'http://127.0.0.1:7777' };
  const plan = processPlan({ root: '/r', dataDir: '/d', only: ['api-gateway'], examples: [], portBase: 9_000, env });
  expect(plan.processes.map((p) => p.name)).toEqual(['api-gateway']);
  expect(plan.urls['storage-service']).toBe('http://127.0.0.1:7777');
});
