import type { Bundle, BundleResult, InterpretResponse } from '@clearspan/contracts';
import { type CapturedTelemetry, captureTelemetry } from '@clearspan/instrumentation/capture';
import type { RunningService } from '@clearspan/service-kit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { configSchema } from '../src/config.ts';
import { startQueryService } from '../src/main.ts';
import { type CatalogServer, startCatalogServer } from './catalog-server.ts';

let telemetry: CapturedTelemetry;
let store: CatalogServer;
let service: RunningService;

beforeEach(async () => {
  telemetry = captureTelemetry();
  store = await startCatalogServer(200);
  const env = { QUERY_SERVICE_PORT: 0, TELEMETRY_STORE_URL: store.url, LOG_LEVEL: 'silent' };
  service = await startQueryService(configSchema.parse(env));
});
afterEach(async () => {
  await service.stop();
  await store.close();
  await telemetry.stop();
});

const post = async (path: string, body: object): Promise<Response> =>
  fetch(service.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

const planned = async (): Promise<Bundle> => {
  const answer = (await (
    await post('/generate', { user_input: 'why is checkout failing?', now: '2026-03-01T12:00:00Z' })
  ).json()) as InterpretResponse;
  if (answer.kind !== 'clarify' || answer.bundle === undefined) throw new Error(`no bundle: ${answer.kind}`);
  return answer.bundle;
};

const counts = (id: string, rows: readonly object[]): BundleResult => ({
  id,
  result: {
    columns: ['service', 'now', 'before'].map((name) => ({ name, path: ['$d', name], type: 'unknown' })),
    rows: rows.map(($d) => ({ $d: $d as Record<string, unknown> })),
    row_count: rows.length,
    truncated: false,
    scanned_rows: 0,
    scanned_bytes: 0,
    execution_time_ms: 0,
    warnings: [],
  },
});

test('a bundle that was planned is read from its results, what stands out first', async () => {
  const bundle = await planned();
  expect(bundle.parts.map(({ id }) => id)).toEqual(['errors-logs', 'attributes-failing-logs', 'volume-logs']);
  const results = [
    { id: 'errors-logs', error: { code: 'DEADLINE_EXCEEDED', message: 'too slow' } },
    counts('volume-logs', [{ service: 'checkout', now: 10, before: 400 }]),
  ];
  const response = await post('/read-bundle', { bundle, results });
  const read = (await response.json()) as Bundle;
  expect(read.summary).toBe(
    '1 of 1 look stands out: 10 log lines in the window, 400 before. 2 of 3 looks gave no answer.',
  );
  expect(read.parts.map(({ id, error }) => [id, error?.code])).toEqual([
    ['volume-logs', undefined],
    ['errors-logs', 'DEADLINE_EXCEEDED'],
    ['attributes-failing-logs', 'NOT_RUN'],
  ]);
  expect(read.parts[0]?.finding?.sentence).toBe('checkout: 10 (400 before).');
  const [span] = telemetry.spans().filter(({ name }) => name === 'query_service.read_bundle');
  expect(span?.attributes).toHaveProperty('clearspan.findings_count');
});

test('what is no bundle is refused', async () => {
  expect((await post('/read-bundle', { bundle: {}, results: [] })).status).toBe(400);
});
