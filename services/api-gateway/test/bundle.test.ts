import {
  type Bundle,
  type GenerateQueryDeclined,
  type QueryResult,
  SERVICES,
  type Validation,
} from '@clearspan/contracts';
import type { RunningService } from '@clearspan/service-kit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { configSchema } from '../src/config.ts';
import { startApiGateway } from '../src/main.ts';
import { type DownstreamServer, startDownstream } from './downstream-server.ts';

const part = (id: string, query: string): Bundle['parts'][number] => ({
  id,
  kind: 'errors',
  dataset: 'logs',
  title: `Part ${id}`,
  query,
});
const bundle: Bundle = {
  title: 'What is wrong',
  symptom: 'any',
  window: { from: '2026-01-01T00:15:00Z', to: '2026-01-01T00:30:00Z' },
  previous: { from: '2026-01-01T00:00:00Z', to: '2026-01-01T00:15:00Z' },
  ignored: [],
  parts: [part('a', 'source logs | count'), part('b', 'source spans | count')],
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
  columns: [{ name: 'message', path: ['$d', 'message'], type: 'string' }],
  rows: [{ $d: { message: 'x'.repeat(5_000) } }],
  row_count: 1,
  truncated: false,
  scanned_rows: 3,
  scanned_bytes: 300,
  execution_time_ms: 2,
  warnings: [],
};
const problem = (status: number, code: string): object => ({
  type: 'about:blank',
  title: 'No',
  status,
  detail: 'it did not work',
  code,
  instance: '/',
  trace_id: null,
  correlation_id: null,
});

let behind: DownstreamServer;
let gateway: RunningService;

beforeEach(async () => {
  behind = await startDownstream();
  behind.answer('POST /generate', 200, { kind: 'clarify', message: 'Several.', options: ['errors'], bundle });
  behind.answer('POST /validate', 200, valid);
  behind.answer('POST /api/query', 200, result);
  behind.answer('POST /read-bundle', 200, { ...bundle, summary: 'Nothing stands out.' });
  const urls = Object.values(SERVICES).map(({ urlVariable }) => [urlVariable, behind.url]);
  gateway = await startApiGateway(
    configSchema.parse({ ...Object.fromEntries(urls), API_GATEWAY_PORT: 0, LOG_LEVEL: 'silent' }),
  );
});
afterEach(async () => {
  await gateway.stop();
  await behind.close();
});

const ask = async (more: object = {}): Promise<GenerateQueryDeclined> => {
  const response = await fetch(`${gateway.url}/api/generate-query`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user_input: 'is anything broken?', ...more }),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as GenerateQueryDeclined;
};
const paths = (): readonly string[] => behind.received.map(({ path }) => path);
// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever was sent.
const sentToRead = (): any => behind.received.find(({ path }) => path === '/read-bundle')?.body;

test('every part is checked, then run, and the results are read once', async () => {
  const answer = await ask();
  expect(answer).toMatchObject({ kind: 'clarify', message: 'Several.', options: ['errors'] });
  expect(answer.bundle?.summary).toBe('Nothing stands out.');
  expect(paths().toSorted()).toEqual(
    ['/generate', '/validate', '/validate', '/api/query', '/api/query', '/read-bundle'].toSorted(),
  );
  const asked = behind.received.filter(({ path }) => path === '/validate' || path === '/api/query');
  for (const { query } of bundle.parts)
    expect(asked.filter(({ body }) => (body as { query: string }).query === query).map(({ path }) => path)).toEqual([
      '/validate',
      '/api/query',
    ]);
  expect(answer.services_called).toEqual(['query-service', 'validation-service', 'telemetry-store']);
});

test('texts are cut before they are handed on', async () => {
  await ask();
  for (const { result: got } of sentToRead().results) expect(got.rows[0].$d.message).toHaveLength(300);
});

test('nothing runs that has errors, and that is told', async () => {
  behind.answer('POST /validate', 200, { ...valid, is_valid: false });
  await ask();
  expect(paths()).not.toContain('/api/query');
  expect(sentToRead().results.map(({ error }: { error: object }) => error)).toEqual(
    bundle.parts.map(() => ({ code: 'INVALID_QUERY', message: 'the query has errors and was not run' })),
  );
});

test('a part that fails is read as failed', async () => {
  behind.answer('POST /api/query', 504, problem(504, 'DEADLINE_EXCEEDED'));
  await ask();
  expect(sentToRead().results).toContainEqual({
    id: 'a',
    error: { code: 'DEADLINE_EXCEEDED', message: 'it did not work' },
  });
});

test('results that nobody could read leave the queries, each with the reason', async () => {
  behind.answer('POST /read-bundle', 503, problem(503, 'SERVICE_UNAVAILABLE'));
  const { bundle: got } = await ask();
  expect(got?.summary).toBeUndefined();
  expect(got?.parts).toEqual(
    bundle.parts.map((one) => ({ ...one, error: { code: 'SERVICE_UNAVAILABLE', message: 'it did not work' } })),
  );
});

test('without execution the plan is the answer', async () => {
  const answer = await ask({ execute: false });
  expect(answer.bundle).toEqual(bundle);
  expect(paths()).toEqual(['/generate']);
});
