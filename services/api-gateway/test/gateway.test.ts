import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import {
  type GenerateQueryAnswer,
  type InterpretResponse,
  type ProblemDetails,
  type QueryResult,
  SERVICES,
  type Validation,
} from '@clearspan/contracts';
import type { RunningService } from '@clearspan/service-kit';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { configSchema } from '../src/config.ts';
import { startApiGateway } from '../src/main.ts';
import { type DownstreamServer, startDownstream } from './downstream-server.ts';

let behind: DownstreamServer;
let gateway: RunningService;

const start = async (env: Record<string, unknown> = {}): Promise<void> => {
  const urls = Object.values(SERVICES).map(({ urlVariable }) => [urlVariable, behind.url]);
  const own = { API_GATEWAY_PORT: 0, LOG_LEVEL: 'silent', ...env };
  gateway = await startApiGateway(configSchema.parse({ ...Object.fromEntries(urls), ...own }));
};
beforeEach(async () => {
  behind = await startDownstream();
});
afterEach(async () => {
  await gateway.stop();
  await behind.close();
});

const get = (path: string): Promise<Response> => fetch(`${gateway.url}${path}`);
/** As it is written: `fetch` would take the steps out of a path by itself. */
const rawStatus = async (path: string): Promise<number | undefined> => {
  const [response] = (await once(request(gateway.url, { path }).end(), 'response')) as [IncomingMessage];
  response.resume();
  return response.statusCode;
};
const ask = async <T>(body: object): Promise<{ status: number; data: T }> => {
  const response = await fetch(`${gateway.url}/api/generate-query`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, data: (await response.json()) as T };
};

const QUERY = 'source logs | count';
const reading: InterpretResponse = {
  kind: 'answer',
  query: QUERY,
  intent: 'count',
  intent_confidence: 0.9,
  confidence: 0.9,
  keywords_found: ['how many'],
  chips: [],
  units: {},
  interpretation: 'Counts logs.',
  assumptions: [],
  ignored: [],
  alternatives: [],
  model_used: 'built-in',
  knowledge_base_used: true,
};
const valid: Validation = {
  is_valid: true,
  syntax_score: 1,
  complexity_score: 5,
  warnings: [],
  errors: [],
  suggestions: [],
  enhancements: [],
  processing_time_ms: 1,
};
const result: QueryResult = {
  columns: [{ name: '_count', path: ['_count'], type: 'number' }],
  rows: [{ $d: { _count: 3 } }],
  row_count: 1,
  truncated: false,
  scanned_rows: 3,
  scanned_bytes: 300,
  execution_time_ms: 2,
  warnings: [],
};
const problem = (status: number, code: string): ProblemDetails => ({
  type: 'about:blank',
  title: 'No',
  status,
  detail: 'it did not work',
  code,
  instance: '/',
  trace_id: null,
  correlation_id: null,
});

const allWell = (): void => {
  behind.answer('POST /generate', 200, reading);
  behind.answer('POST /validate', 200, valid);
  behind.answer('POST /api/query', 200, result);
  behind.answer('POST /enqueue', 202, { message_id: 'm1', queue_position: 0, duplicate: false });
  behind.answer('POST /history', 201, { id: 'h1', asked_at: '2026-01-01T00:00:00.000Z' });
};

describe('a question', () => {
  beforeEach(async () => {
    allWell();
    await start();
  });
  const answered = async (): Promise<GenerateQueryAnswer> =>
    (await ask<GenerateQueryAnswer>({ user_input: 'how many logs' })).data;

  test('goes through every service in order, and names them', async () => {
    const answer = await answered();
    expect(answer).toMatchObject({ query: QUERY, validation: valid, result, background_task_id: 'm1' });
    expect(behind.received.map(({ path }) => path)).toEqual([
      '/generate',
      '/validate',
      '/api/query',
      '/enqueue',
      '/history',
    ]);
    expect(answer.services_called).toEqual([
      'query-service',
      'validation-service',
      'telemetry-store',
      'queue-service',
      'storage-service',
    ]);
  });

  test('asks for as many whole records as are read', async () => {
    await answered();
    const asked = behind.received.find(({ path }) => path === '/api/query');
    expect(asked?.body).toEqual({ query: QUERY, records: 500 });
  });

  test('is answered without a task when the queue is full', async () => {
    behind.answer('POST /enqueue', 503, problem(503, 'SERVICE_UNAVAILABLE'));
    const answer = await answered();
    expect(answer).toMatchObject({ result, background_task_id: null });
    expect(answer.services_called).not.toContain('queue-service');
  });

  test('says why its query has no result', async () => {
    behind.answer('POST /api/query', 504, problem(504, 'DEADLINE_EXCEEDED'));
    const { result: none, execution_error } = await answered();
    expect(none).toBeUndefined();
    expect(execution_error).toEqual({ code: 'DEADLINE_EXCEEDED', message: 'it did not work' });
  });

  test('runs no query that has errors', async () => {
    behind.answer('POST /validate', 200, { ...valid, is_valid: false });
    expect((await answered()).execution_error?.code).toBe('INVALID_QUERY');
    expect(behind.received.map(({ path }) => path)).not.toContain('/api/query');
  });

  test('ends with what a service it needs said', async () => {
    behind.answer('POST /generate', 503, problem(503, 'SERVICE_UNAVAILABLE'));
    const { status, data } = await ask<ProblemDetails>({ user_input: 'how many logs' });
    expect([status, data.code, data.detail]).toEqual([503, 'SERVICE_UNAVAILABLE', 'it did not work']);
  });

  test('names its caller, and passes on what a model had to do with it', async () => {
    const model = {
      used: false,
      name: 'small',
      reason: 'It did not answer.',
      calls: 1,
      input_tokens: null,
      output_tokens: null,
      cost_usd: null,
      cached: false,
    };
    behind.answer('POST /generate', 200, { ...reading, model });
    expect(await answered()).toMatchObject({ model });
    behind.answer('POST /generate', 200, { kind: 'clarify', message: 'which?', options: [], model });
    expect(await answered()).toMatchObject({ kind: 'clarify', model });
    expect(behind.received[0]?.body).toMatchObject({ caller: { user: 'local', team: null } });
  });

  test('is an upstream error when a service answers in another shape, or with a code of its own', async () => {
    behind.answer('POST /generate', 200, { kind: 'answer' });
    expect((await ask<ProblemDetails>({ user_input: 'how many logs' })).data.code).toBe('UPSTREAM_ERROR');
    behind.answer('POST /generate', 500, problem(500, 'toString'));
    expect((await ask<ProblemDetails>({ user_input: 'how many logs' })).data.code).toBe('UPSTREAM_ERROR');
  });
});

describe('the limit', () => {
  beforeEach(() => start({ RATE_LIMIT_PER_MINUTE: 2 }));

  test('says what is left, and when to come again', async () => {
    const first = await get('/gateway/stats');
    expect(first.headers.get('ratelimit-limit')).toBe('2');
    expect(first.headers.get('ratelimit-remaining')).toBe('1');
    await get('/gateway/stats');
    const refused = await get('/gateway/stats');
    expect([refused.status, ((await refused.json()) as ProblemDetails).code]).toEqual([429, 'RATE_LIMIT_EXCEEDED']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('leaves out health, metrics and docs, not what only begins like them', async () => {
    const statuses = async (paths: string[]): Promise<number[]> => {
      const found: number[] = [];
      for (const path of paths) found.push((await get(path)).status);
      return found;
    };
    expect(await statuses(['/health/live', '/metrics', '/api/docs/', '/api/openapi.json'])).toEqual([
      200, 200, 200, 200,
    ]);
    expect(await statuses(['/healthy', '/api/docsify', '/metrics-of-mine'])).toEqual([404, 404, 429]);
  });
});

describe('every answer', () => {
  beforeEach(() => start());

  test('says who gave it and how long it took', async () => {
    const { headers } = await get('/gateway/stats');
    expect(headers.get('x-gateway-time')).toMatch(/^\d+\.\d{3}$/);
    expect(headers.get('x-gateway-version')).toMatch(/^\d+\.\d+\.\d+$/);
    expect(headers.get('x-correlation-id')).not.toBeNull();
    expect(headers.get('traceparent')).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]$/);
  });

  test('of a path parameter that is a step opens nothing behind', async () => {
    for (const path of ['/api/history/%2e%2e', '/api/traces/%2E', '/api/insights/%2e%2E'])
      expect(await rawStatus(path)).toBe(400);
    expect(behind.received).toEqual([]);
  });

  test('of the interface is described', async () => {
    const document = (await (await get('/api/openapi.json')).json()) as { openapi: string; paths: object };
    expect(document.openapi).toBe('3.1.0');
    expect(document.paths).toHaveProperty(['/api/generate-query', 'post']);
  });
});

test('without a service that questions need, the system is unhealthy and says which', async () => {
  const well = { status: 'healthy', service: 'x', version: '1', uptime_s: 1, checks: {}, pid: 1, timestamp: '' };
  behind.answer('GET /health', 200, well);
  await start({ QUERY_SERVICE_URL: 'http://127.0.0.1:1' });
  const response = await get('/api/health');
  const { status, downstream_services } = (await response.json()) as {
    status: string;
    downstream_services: Record<string, { status: string }>;
  };
  expect([response.status, status]).toEqual([503, 'unhealthy']);
  expect(downstream_services['query-service']?.status).toBe('unhealthy');
  expect(downstream_services['storage-service']?.status).toBe('healthy');
});
