import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, get, post } from './support/http.ts';
import { type System, startSystem } from './support/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem(18_200, { env: { RATE_LIMIT_PER_MINUTE: '30' } });
});
afterAll(() => system?.stop());

const ask = (body: unknown, headers?: Record<string, string>): Promise<Answer> =>
  post(`${system.url('api-gateway')}/api/generate-query`, body, headers);

const expectProblem = (answer: Answer, status: number, code: string, naming: RegExp): void => {
  expect(answer.status, JSON.stringify(answer.body)).toBe(status);
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(answer.body).toMatchObject({ status, code, title: expect.any(String), instance: expect.any(String) });
  expect(`${answer.body.detail} ${JSON.stringify(answer.body.errors ?? [])}`).toMatch(naming);
};

describe('the gateway says what is wrong', () => {
  test('user_input is missing', async () => expectProblem(await ask({}), 400, 'INVALID_REQUEST', /user_input/));
  test('user_input is blank', async () =>
    expectProblem(await ask({ user_input: '  \n' }), 400, 'INVALID_REQUEST', /user_input.*expected a question/));
  test('a question of 1 MB', async () =>
    expectProblem(await ask({ user_input: 'x'.repeat(1_000_000) }), 400, 'INVALID_REQUEST', /at most 2000 characters/));
  test('a body over the limit', async () =>
    expectProblem(await ask({ user_input: 'x'.repeat(3_000_000) }), 413, 'PAYLOAD_TOO_LARGE', /bytes/));
  test('JSON that is not', async () => expectProblem(await ask('{"user_input": '), 400, 'INVALID_REQUEST', /JSON/));
  test('another content type', async () =>
    expectProblem(
      await ask('user_input=x', { 'content-type': 'text/plain' }),
      415,
      'UNSUPPORTED_MEDIA_TYPE',
      /application\/json/,
    ));
  test('a route that does not exist', async () =>
    expectProblem(await get(`${system.url('api-gateway')}/api/nothing`), 404, 'NOT_FOUND', /\/api\/nothing/));
  test('DataPrime that is not', async () =>
    expectProblem(
      await post(`${system.url('api-gateway')}/api/query`, { query: 'source logs | fitler $m.severity == ERROR' }),
      422,
      'INVALID_QUERY',
      /fitler.*filter/,
    ));
  test('a window that ends before it starts', async () => {
    const time_range = { from: '2026-01-05T09:00:00Z', to: '2026-01-05T08:00:00Z' };
    expectProblem(await ask({ user_input: 'errors', time_range }), 400, 'INVALID_REQUEST', /time_range.to.*`from`/);
  });
  test('a direct query, in the words and the form of its interface', async () => {
    const url = `${system.url('api-gateway')}/api/v1/dataprime/query`;
    const answer = await post(url, { query: 'source logs | fitler $d.a == 1' });
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({ message: expect.stringMatching(/^Compilation errors:\n.*`fitler`.*line 0/) });
  });
  test('a trace id that is not', async () =>
    expectProblem(await get(`${system.url('api-gateway')}/api/traces/xyz`), 400, 'INVALID_REQUEST', /hex/));
  test('a trace that is not there', async () =>
    expectProblem(await get(`${system.url('api-gateway')}/api/traces/${'ab'.repeat(16)}`), 404, 'NOT_FOUND', /abab/));
  test('a task that is not there', async () =>
    expectProblem(await get(`${system.url('api-gateway')}/api/insights/none`), 404, 'NOT_FOUND', /none/));
});

describe('OTLP says what is wrong, and takes nothing in', () => {
  const otlp = (body: unknown, headers: Record<string, string>): Promise<Answer> =>
    post(`${system.otlp_url}/v1/traces`, body, headers);
  const protobuf = { 'content-type': 'application/x-protobuf' };

  test('malformed protobuf', async () => {
    const answer = await otlp(new Uint8Array([0x0a, 0xff, 0x01, 0x02]), protobuf);
    expect(answer.status).toBe(400);
  });
  test('truncated gzip', async () => {
    const whole = gzipSync(JSON.stringify({ resourceSpans: [] }));
    const answer = await otlp(whole.subarray(0, whole.length - 6), {
      'content-type': 'application/json',
      'content-encoding': 'gzip',
    });
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).toMatch(/gzip/);
  });
  test('another content type', async () => {
    expect((await otlp('x', { 'content-type': 'text/csv' })).status).toBe(415);
  });
});

describe('the limit', () => {
  test('is told on each answer and enforced', async () => {
    const url = `${system.url('api-gateway')}/gateway/stats`;
    let limited: Answer | undefined;
    for (let i = 0; i < 40 && !limited; i += 1) {
      const answer = await get(url);
      expect(answer.headers.get('ratelimit-limit')).toBe('30');
      if (answer.status === 429) limited = answer;
    }
    if (!limited) throw new Error('40 requests, none limited');
    expectProblem(limited, 429, 'RATE_LIMIT_EXCEEDED', /30 requests a minute/);
    expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await get(`${system.url('api-gateway')}/api/health`)).status).toBe(200);
  });
});
