import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fieldStats, patternsResponse } from '@clearspan/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { logsJson } from '../support/otlp-payload.ts';
import { runService, type ServiceProcess } from '../support/run-service.ts';
import { storyJson } from '../support/story.ts';

const WINDOW = 'from=2026-09-21T14:00:00Z&to=2026-09-21T15:00:00Z';

let dir: string;
let service: ServiceProcess;
const get = async (
  path: string,
  asked: Readonly<Record<string, string>> = {},
): Promise<{ status: number; body: unknown }> => {
  const answer = await fetch(`${service.url}${path}?${WINDOW}&${new URLSearchParams(asked).toString()}`);
  return { status: answer.status, body: await answer.json() };
};
const send = async (signal: 'logs' | 'traces', body: string): Promise<void> => {
  const headers = { 'content-type': 'application/json' };
  expect((await fetch(`${service.otlpUrl}/v1/${signal}`, { method: 'POST', headers, body })).status).toBe(200);
};

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'patterns-'));
  service = await runService(dir);
  const paid = Array.from({ length: 30 }, (_, i) => `order ${i} was paid in ${i * 3} ms`);
  await send('logs', logsJson('shop', [...paid, 'no connection left in pool']));
  await send(
    'logs',
    logsJson('bank', ['order 7 was paid in 3 ms', 'user ann signed in again', 'user bea signed in again']),
  );
  const spans = Array.from({ length: 20 }, (_, i) => ({
    service: 'shop',
    name: 'GET',
    id: i + 1,
    kind: 'server' as const,
    atMs: i,
    ms: 10 * (i + 1),
    attributes: {
      'http.route': i % 4 === 0 ? '/a' : '/b',
      'http.response.status_code': i < 5 ? 500 : 200,
      ...(i < 3 ? { rare: "it's" } : {}),
    },
  }));
  await send('traces', storyJson(1, Date.parse('2026-09-21T14:30:00Z'), spans));
}, 60_000);
afterAll(async () => {
  await service?.stop();
  await rm(dir, { recursive: true, force: true });
});

describe('patterns of logs', () => {
  test('most records first, with who wrote them', async () => {
    const { body } = await get('/api/patterns');
    const { records, patterns, truncated } = patternsResponse.parse(body);
    expect([records, truncated]).toEqual([34, false]);
    expect(patterns.map(({ pattern, count }) => [pattern, count])).toEqual([
      ['order <*> was paid in <*> ms', 31],
      ['user <*> signed in again', 2],
      ['no connection left in pool', 1],
    ]);
    const [paid] = patterns;
    expect(paid).toMatchObject({
      subsystems: [
        { name: 'shop', count: 30 },
        { name: 'bank', count: 1 },
      ],
      severities: [{ name: 'Error', count: 31 }],
      template_ids: [expect.stringMatching(/^\d+$/)],
    });
    expect(paid?.share).toBeCloseTo(31 / 34);
    expect(paid?.examples[0]).toMatch(/^order \d+ was paid in \d+ ms$/);
    expect((paid?.first ?? '') < (paid?.last ?? '')).toBe(true);
  });

  test('its template leads back to its records', async () => {
    const found = patternsResponse.parse((await get('/api/patterns', { limit: '1' })).body);
    expect(found.truncated).toBe(true);
    const [id] = found.patterns[0]?.template_ids ?? [];
    const answer = await get('/api/patterns', { filter: `$m.templateid == '${id}' // of it` });
    expect(patternsResponse.parse(answer.body).records).toBe(31);
  });

  test('a condition that is wrong is told', async () => {
    expect(await get('/api/patterns', { filter: 'x ==' })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'querystring.filter' }] },
    });
  });
});

describe('what a field has', () => {
  const field = async (asked: Readonly<Record<string, string>>): Promise<ReturnType<typeof fieldStats.parse>> => {
    const { status, body } = await get('/api/field', asked);
    expect(status, JSON.stringify(body)).toBe(200);
    return fieldStats.parse(body);
  };
  test('values and presence of a text', async () => {
    expect(await field({ source: 'spans', path: "tags['rare'] // a comment" })).toMatchObject({
      records: 20,
      present: 3,
      distinct: 1,
      values: [{ value: "it's", count: 3 }],
      numbers: null,
    });
    const route = await field({
      source: 'spans',
      path: "tags['http.route']",
      filter: '$m.duration < 50000',
      limit: '1',
    });
    expect(route).toMatchObject({ records: 4, present: 4, distinct: 2, values: [{ value: '/b', count: 3 }] });
  });

  test('numbers, also those kept as text', async () => {
    const status = await field({ source: 'spans', path: "$d.tags['http.response.status_code']" });
    expect(status.numbers).toMatchObject({ count: 20, min: 200, max: 500, avg: 275 });
    const duration = await field({ source: 'spans', path: '$m.duration' });
    expect(duration.numbers).toMatchObject({ min: 10_000, max: 200_000, avg: 105_000 });
    expect(duration.numbers?.p50).toBeCloseTo(105_000, -5);
  });

  test('a field that no record has', async () => {
    expect(await field({ path: '$d.nowhere' })).toMatchObject({
      records: 34,
      present: 0,
      distinct: 0,
      values: [],
      numbers: null,
    });
  });

  test.each([
    [{ path: 'a + 1' }, 'querystring.path', 'expected one field, such as $d.status'],
    [{ path: '$d.a | limit 1' }, 'querystring.path', 'expected one field, such as $d.status'],
    [{ path: '$d.a', filter: 'true | limit 1' }, 'querystring.filter', 'expected one condition, found 2 commands'],
  ])('%j is refused', async (asked, path, message) => {
    expect(await get('/api/field', asked)).toMatchObject({ status: 422, body: { errors: [{ path, message }] } });
  });
});
