import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Catalog, CatalogField, ProblemDetails, Validation } from '@clearspan/contracts';
import type { RunningService } from '@clearspan/service-kit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { configSchema } from '../src/config.ts';
import { startValidationService } from '../src/main.ts';

const duration: CatalogField = {
  root: 'd',
  path: ['duration_ms'],
  types: [{ type: 'number', share: 1 }],
  presence: 1,
  distinct: 10,
  values: [],
  examples: ['12'],
};
const nothing = { records: 0, oldest: null, newest: null, fields: [] };
const CATALOG: Catalog = {
  as_of: '2026-03-01T12:00:00.000Z',
  logs: {
    records: 10,
    oldest: '2026-03-01T11:00:00.000Z',
    newest: '2026-03-01T12:00:00.000Z',
    fields: [duration],
  },
  spans: nothing,
};

let store: Server;
let storeStatus = 200;
let service: RunningService;

beforeEach(async () => {
  storeStatus = 200;
  store = createServer((_, response) => {
    response.writeHead(storeStatus, { 'content-type': 'application/json' }).end(JSON.stringify(CATALOG));
  }).listen(0, '127.0.0.1');
  await once(store, 'listening');
  const storeUrl = `http://127.0.0.1:${(store.address() as AddressInfo).port}`;
  const env = { VALIDATION_SERVICE_PORT: 0, TELEMETRY_STORE_URL: storeUrl, LOG_LEVEL: 'silent' };
  service = await startValidationService(configSchema.parse(env));
});
afterEach(async () => {
  await service.stop();
  store.closeAllConnections();
  store.close();
});

const validate = async <T = Validation>(query: string): Promise<{ status: number; data: T }> => {
  const response = await fetch(`${service.url}/validate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return { status: response.status, data: (await response.json()) as T };
};

test('a query that is right has the full score and a complexity', async () => {
  const { data } = await validate('source logs last 1h | filter $d.duration_ms > 100 | count');
  expect(data).toMatchObject({ is_valid: true, syntax_score: 1, errors: [], warnings: [] });
  expect(data.complexity_score).toBeGreaterThan(0);
});

test('an error has its place, and the query with the mistake mended', async () => {
  const query = 'source logs last 1h | fitler $d.duration_ms > 100';
  const { data } = await validate(query);
  expect(data).toMatchObject({ is_valid: false, complexity_score: 0 });
  const [error] = data.errors;
  expect(query.slice(error?.start, error?.end)).toBe('fitler');
  expect(error?.fix?.query).toBe('source logs last 1h | filter $d.duration_ms > 100');
});

const MISSPELT = 'source logs last 1h | filter $d.duratoin_ms > 100';

test('a field that the data does not have is found, with the one that is meant', async () => {
  const { data } = await validate(MISSPELT);
  expect(JSON.stringify([...data.errors, ...data.warnings])).toContain('duration_ms');
});

test('without the store no schema is known, and every field is taken as it is', async () => {
  storeStatus = 503;
  const { data } = await validate(MISSPELT);
  expect(data).toMatchObject({ is_valid: true, errors: [], warnings: [] });
});

test('a query longer than any is refused with its place', async () => {
  const { status, data } = await validate<ProblemDetails>('x'.repeat(65_537));
  expect([status, data.code, data.errors?.[0]?.path]).toEqual([400, 'INVALID_REQUEST', 'body.query']);
});
