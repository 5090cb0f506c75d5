import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { logsJson } from '../support/otlp-payload.ts';
import { runService, type ServiceProcess } from '../support/run-service.ts';

const DATES = { startDate: '2026-09-21T14:00:00Z', endDate: '2026-09-21T15:00:00Z' };
const THIRTY = `[${Array.from({ length: 30 }, (_, i) => i).join(', ')}]`;
/** Thirty rows for each, so many times. */
const grown = (times: number): string =>
  Array.from({ length: times }, (_, i) => `explode ${THIRTY} into $d.e${i}`).join(' | ');

let dir: string;
let service: ServiceProcess;
const post = async (
  path: string,
  body: unknown,
): Promise<{ status: number; text: string; body: Record<string, unknown> }> => {
  const answer = await fetch(`${service.url}/api/v1/dataprime/background-query${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  return { status: answer.status, text, body: JSON.parse(text.split('\n')[0] ?? '') as Record<string, unknown> };
};
const submit = async (query: string): Promise<string> => {
  const { status, body } = await post('', { query, syntax: 'QUERY_SYNTAX_DATAPRIME', name: 'mine', ...DATES });
  expect(status, JSON.stringify(body)).toBe(200);
  return body.queryId as string;
};
const statusOf = async (queryId: string): Promise<Record<string, unknown>> => (await post('/status', { queryId })).body;
const terminated = (queryId: string): Promise<unknown> =>
  expect.poll(async () => (await statusOf(queryId)).terminated, { timeout: 20_000 }).toBeDefined();

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'background-'));
  service = await runService(dir);
  const body = logsJson(
    'cart',
    Array.from({ length: 40 }, (_, i) => `line ${i}`),
  );
  const headers = { 'content-type': 'application/json' };
  expect((await fetch(`${service.otlpUrl}/v1/logs`, { method: 'POST', headers, body })).status).toBe(200);
}, 60_000);
afterAll(async () => {
  await service?.stop();
  await rm(dir, { recursive: true, force: true });
});

test('is submitted, ends, and its results are fetched, more than once', async () => {
  const queryId = await submit(`source logs | ${grown(1)} | choose e0`);
  await terminated(queryId);
  expect(await statusOf(queryId)).toEqual({
    submittedAt: expect.stringMatching(/Z$/),
    terminated: { runningSince: expect.stringMatching(/Z$/), terminatedAt: expect.stringMatching(/Z$/), success: {} },
  });
  for (let time = 0; time < 2; time++) {
    const { status, text } = await post('/data', { queryId });
    expect(status).toBe(200);
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { response: { results: { results: { userData: string }[] } } });
    const rows = lines.flatMap(({ response }) => response.results.results);
    expect(rows).toHaveLength(1_200);
    expect(JSON.parse(rows[0]?.userData ?? '')).toEqual({ e0: expect.any(Number) });
    expect(lines.at(-1)).toMatchObject({ metadata: { statistics: { bytesScanned: expect.stringMatching(/^\d+$/) } } });
  }
});

test('one at a time; what is cancelled ends and leaves nothing', async () => {
  const first = await submit(`source logs | ${grown(6)} | count`);
  const second = await submit('source logs | count');
  await expect.poll(async () => Object.keys(await statusOf(first))).toContain('running');
  expect(await statusOf(second)).toMatchObject({ waitingForExecution: {} });
  expect((await post('/data', { queryId: first })).status).toBe(409);
  expect((await post('/cancel', { queryId: first })).status).toBe(200);
  await terminated(first);
  expect(await statusOf(first)).toMatchObject({ terminated: { cancelled: {} } });
  expect((await post('/data', { queryId: first })).body).toEqual({ message: 'the query gave no results' });
  await terminated(second);
  expect(await statusOf(second)).toMatchObject({ terminated: { success: {} } });
  await post('/cancel', { queryId: second });
  expect((await post('/status', { queryId: second })).status).toBe(404);
});

test('what fails while it runs says why', async () => {
  const many = `source logs | ${grown(4)} | choose 1 as k, e3 as x`;
  const queryId = await submit(
    `source logs | choose 1 as k | join (${many}) on left=>k == right=>k into o | countby o.x`,
  );
  await terminated(queryId);
  const reason = expect.stringContaining('more than 1000000 rows') as unknown;
  expect(await statusOf(queryId)).toMatchObject({ terminated: { error: { failed: { reason } } } });
});

describe('what is refused', () => {
  test.each([
    [
      { query: 'source logs | cuont' },
      'Compilation errors:\nunknown command `cuont`; did you mean `count`? (line 0, column 14)',
    ],
    [{ query: 'source logs', startDate: 'soon' }, 'startDate: expected an RFC 3339 time'],
    [{}, 'query: expected the text of a query'],
    [[], 'body: expected a JSON object'],
  ])('%j', async (body, message) => {
    expect(await post('', body)).toMatchObject({ status: 400, body: { message } });
  });
  test('an id that is not known', async () => {
    for (const path of ['/status', '/data', '/cancel'])
      expect(await post(path, { queryId: 'x' })).toMatchObject({ status: 404, body: { message: 'Query not found' } });
  });
});

test('results do not outlive the process', async () => {
  const queryId = await submit('source logs | count');
  await terminated(queryId);
  expect(await readdir(join(dir, 'telemetry/background'))).toContain(`${queryId}.ndjson`);
  await service.stop();
  await expect(readdir(join(dir, 'telemetry/background'))).rejects.toThrow('ENOENT');
});
