import { text } from 'node:stream/consumers';
import { inSpan, prometheusText, withCorrelationId, withDeadline } from '@clearspan/instrumentation';
import { captureTelemetry } from '@clearspan/instrumentation/capture';
import { context, ROOT_CONTEXT, SpanStatusCode } from '@opentelemetry/api';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CallOutcome, createMeshClient, type MeshClient } from '../src/index.ts';
import { type TestServer, testServer } from './test-server.ts';

const telemetry = captureTelemetry();
let server: TestServer;
let mesh: MeshClient;

const PROBLEM = {
  type: 'about:blank',
  title: 'The query is not valid',
  status: 422,
  detail: 'unknown field',
  code: 'INVALID_QUERY',
  instance: '/x',
  trace_id: null,
  correlation_id: null,
  errors: [{ message: 'unknown field', start: 1, end: 4 }],
};

beforeAll(async () => {
  server = await testServer(({ path }, _request, response) => {
    const json = (status: number, body: unknown, type = 'application/json'): void =>
      void response.writeHead(status, { 'content-type': type }).end(JSON.stringify(body));
    switch (new URL(path, server.url).pathname) {
      case '/echo':
        return json(200, { ok: 1 });
      case '/empty':
        return void response.writeHead(204).end();
      case '/text':
        return void response.writeHead(200, { 'content-type': 'text/plain' }).end('plain');
      case '/problem':
        return json(422, PROBLEM, 'application/problem+json');
      case '/message':
        return json(400, { message: 'expected a query' });
      case '/boom':
        return json(500, { oh: 'no' });
      case '/busy':
        return json(429, {});
      case '/lies':
        return void response.writeHead(200, { 'content-type': 'application/json' }).end('{"a":');
      case '/large':
        return void response.writeHead(200, { 'content-type': 'text/plain' }).end('x'.repeat(5_000));
      case '/lines':
        response.writeHead(200, { 'content-type': 'application/x-ndjson' }).write('{"n":1}\n');
        return void setTimeout(() => response.end('{"n":2}\n'), 20);
      case '/cut':
        return void response.destroy();
      case '/halfway':
        response.writeHead(200, { 'content-type': 'application/x-ndjson' }).write('{"n":1}\n');
        return void setTimeout(() => response.destroy(), 20);
      default:
        return undefined; // Never answers.
    }
  });
});
beforeEach(() => {
  mesh = createMeshClient({ caller: 'test', services: { 'query-service': server.url }, responseBytesMax: 1_000 });
  telemetry.clear();
  server.seen.length = 0;
});
afterEach(() => mesh.close());
afterAll(async () => {
  await server.close();
  await telemetry.stop();
});

const get = (path: string, more: object = {}): Promise<CallOutcome> =>
  mesh.call({ service: 'query-service', method: 'GET', path, ...more });

const errorOf = async (outcome: Promise<{ ok: boolean }>): Promise<unknown> => {
  const settled = (await outcome) as { ok: boolean; error?: unknown };
  expect(settled.ok).toBe(false);
  return settled.error;
};

describe('call', () => {
  it('sends JSON and gives back what the service answered', async () => {
    const answer = await mesh.call({
      service: 'query-service',
      method: 'POST',
      path: '/echo',
      query: { q: 'a b&c', each: ['1', '2'] },
      body: { question: 'why' },
    });
    expect(answer).toMatchObject({
      ok: true,
      status: 200,
      data: { ok: 1 },
      responseTimeMs: expect.any(Number) as number,
    });
    const [seen] = server.seen;
    expect(seen).toMatchObject({ method: 'POST', path: '/echo?q=a+b%26c&each=1&each=2', body: '{"question":"why"}' });
    expect(seen?.headers).toMatchObject({
      'content-type': 'application/json',
      'user-agent': expect.stringMatching(/^clearspan-test\//) as string,
    });
  });

  it('reads text, and answers without a body', async () => {
    expect(await get('/text')).toMatchObject({ ok: true, data: 'plain' });
    expect(await get('/empty')).toMatchObject({ ok: true, status: 204, data: null });
  });

  it('tells apart what a service said was wrong', async () => {
    expect(await errorOf(get('/problem'))).toEqual({
      code: 'INVALID_QUERY',
      status: 422,
      message: 'unknown field',
      problem: PROBLEM,
    });
    expect(await errorOf(get('/boom'))).toEqual({
      code: 'UPSTREAM_ERROR',
      status: 500,
      message: 'query-service answered 500',
    });
    expect(await errorOf(get('/busy'))).toMatchObject({ code: 'RATE_LIMIT_EXCEEDED', status: 429 });
  });

  it.each(['/a/../echo', '/a/..', '/./echo', '/a/%2e%2E/echo', '/a/.%2e/echo', '/a\\..\\echo'])(
    'sends nothing for %s, which would open another path',
    async (path) => {
      expect(await errorOf(get(path))).toMatchObject({ code: 'INVALID_REQUEST' });
      expect(server.seen).toEqual([]);
    },
  );

  it('takes dots that are part of a name as they are', async () => {
    expect(await errorOf(get('/problem/..a', { deadlineMs: 100 }))).toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    expect(server.seen.map(({ path }) => path)).toEqual(['/problem/..a']);
  });

  it('refuses answers that are not what they say, or too large', async () => {
    expect(await errorOf(get('/lies'))).toMatchObject({
      code: 'UPSTREAM_ERROR',
      message: expect.stringContaining('JSON') as string,
    });
    expect(await errorOf(get('/large'))).toMatchObject({
      code: 'UPSTREAM_ERROR',
      message: 'query-service: expected an answer of at most 1000 bytes, found more',
    });
  });

  it('knows a service that is not there from one that does not answer', async () => {
    const away = createMeshClient<'query-service' | 'web'>({
      caller: 'test',
      services: { 'query-service': 'http://127.0.0.1:9' },
    });
    const call = { service: 'query-service', method: 'GET', path: '/' } as const;
    expect(await errorOf(away.call(call))).toEqual({
      code: 'SERVICE_UNAVAILABLE',
      message: 'query-service cannot be reached (ECONNREFUSED)',
    });
    expect(await errorOf(away.call({ ...call, service: 'web' }))).toMatchObject({
      message: expect.stringContaining('WEB_URL') as string,
    });
    await away.close();
    expect(await errorOf(get('/never', { deadlineMs: 60 }))).toEqual({
      code: 'DEADLINE_EXCEEDED',
      message: 'query-service did not answer within 60 ms',
    });
  });

  it('ends when its caller gives up', async () => {
    const abort = new AbortController();
    const outcome = get('/never', { signal: abort.signal });
    await expect.poll(() => server.seen.length).toBe(1);
    abort.abort();
    expect(await errorOf(outcome)).toMatchObject({ code: 'CANCELLED' });
    expect(await errorOf(get('/echo', { signal: AbortSignal.abort() }))).toMatchObject({ code: 'CANCELLED' });
  });

  it('sends a call that may be repeated once more when the connection broke, and no other', async () => {
    expect(await errorOf(get('/cut'))).toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    expect(server.seen.map(({ headers }) => headers['x-attempt'])).toEqual([undefined, '1']);
    server.seen.length = 0;
    const post = { service: 'query-service', method: 'POST', path: '/cut', body: {} } as const;
    expect(await errorOf(mesh.call(post))).toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    expect(server.seen).toHaveLength(1);
    await mesh.call({ ...post, idempotent: true });
    expect(server.seen).toHaveLength(3);
  });

  it('survives a restart of the service on old connections', async () => {
    const first = await testServer((_seen, _request, response) => void response.end('1'));
    const client = createMeshClient({ caller: 'test', services: { 'query-service': first.url } });
    const call = { service: 'query-service', method: 'GET', path: '/' } as const;
    expect(await client.call(call)).toMatchObject({ ok: true });
    await first.close();
    const second = await testServer((_seen, _request, response) => void response.end('2'), first.port);
    expect(await client.call(call)).toMatchObject({ ok: true, data: '2' });
    await client.close();
    await second.close();
  });
});

describe('the deadline', () => {
  it('is the shorter of its own and of the request being served, and is told to the service', async () => {
    await get('/echo', { deadlineMs: 5_000 });
    await context.with(withDeadline(ROOT_CONTEXT, performance.now() + 900), () => get('/echo', { deadlineMs: 5_000 }));
    const [own, served] = server.seen.map(({ headers }) => Number(headers['x-deadline-ms']));
    expect(own).toBeGreaterThan(4_000);
    expect(served).toBeGreaterThan(0);
    expect(served).toBeLessThanOrEqual(900);
  });

  it('that has passed sends nothing', async () => {
    const late = context.with(withDeadline(ROOT_CONTEXT, performance.now() - 1), () => get('/echo'));
    expect(await errorOf(late)).toMatchObject({
      code: 'DEADLINE_EXCEEDED',
      message: 'no time was left to call query-service',
    });
    expect(server.seen).toEqual([]);
  });
});

describe('telemetry', () => {
  it('injects trace context, baggage and correlation id under the client span', async () => {
    await context.with(withCorrelationId(ROOT_CONTEXT, 'c-5'), () => inSpan('work', {}, () => get('/echo')));
    const client = telemetry.spans().find(({ name }) => name === 'GET');
    const { traceId, spanId } = client?.spanContext() ?? {};
    expect(server.seen[0]?.headers).toMatchObject({
      traceparent: `00-${traceId}-${spanId}-01`,
      baggage: 'correlation.id=c-5',
      'x-correlation-id': 'c-5',
    });
  });

  it('marks every way a call can fail, and ends every span', async () => {
    await get('/boom');
    await get('/problem');
    await get('/never', { deadlineMs: 40 });
    const found = telemetry.spans().map(({ attributes, status }) => [attributes['error.type'], status.code]);
    expect(found).toEqual([
      ['500', SpanStatusCode.ERROR],
      ['422', SpanStatusCode.ERROR],
      ['DEADLINE_EXCEEDED', SpanStatusCode.ERROR],
    ]);
  });

  it('leaves no trace of a call that asks for none', async () => {
    await inSpan('work', {}, () => get('/echo', { untraced: true }));
    expect(telemetry.spans().map(({ name }) => name)).toEqual(['work']);
    expect(server.seen[0]?.headers.traceparent).toBeUndefined();
  });
});

describe('stream', () => {
  const stream = (path: string, more: object = {}) =>
    mesh.stream({ service: 'query-service', method: 'POST', path, body: {}, ...more });

  it('passes the body on as it comes, without holding it against the deadline', async () => {
    const answer = await stream('/lines', { deadlineMs: 10_000 });
    if (!answer.ok) throw new Error(answer.error.message);
    expect(answer.headers['content-type']).toBe('application/x-ndjson');
    expect(telemetry.spans()).toHaveLength(0);
    expect(await text(answer.body)).toBe('{"n":1}\n{"n":2}\n');
    await expect.poll(() => telemetry.spans().map(({ status }) => status.code)).toEqual([SpanStatusCode.UNSET]);
    expect(mesh.status()['query-service']?.health.status).toBe('healthy');
  });

  it('reads an error answer for its caller', async () => {
    expect(await errorOf(stream('/problem'))).toMatchObject({ code: 'INVALID_QUERY', status: 422 });
    expect(await errorOf(stream('/message'))).toEqual({
      code: 'INVALID_REQUEST',
      status: 400,
      message: 'expected a query',
    });
  });

  it('tells a reader that left from a service that broke', async () => {
    const left = await stream('/lines');
    if (left.ok) left.body.destroy();
    await expect.poll(() => telemetry.spans().map(({ attributes }) => attributes['error.type'])).toEqual(['200']);
    expect(mesh.status()['query-service']?.health.consecutiveFailures).toBe(0);
    const broken = await stream('/halfway');
    if (!broken.ok) throw new Error(broken.error.message);
    await expect(text(broken.body)).rejects.toThrow();
    await expect.poll(() => mesh.status()['query-service']?.health.consecutiveFailures).toBe(1);
  });
});

describe('status', () => {
  it('is unknown before the first call, then what the calls were', async () => {
    expect(mesh.status()['query-service']).toEqual({
      url: server.url,
      health: {
        status: 'unknown',
        responseTime: null,
        uptime: null,
        consecutiveFailures: 0,
        lastCheck: null,
        error: null,
      },
      circuitBreaker: { state: 'CLOSED', failureCount: 0, nextAttemptTime: null },
      metrics: null,
    });
    await get('/boom');
    expect(mesh.status()['query-service']?.health.status).toBe('unhealthy');
    for (let i = 0; i < 2; i++) await get('/echo');
    expect(mesh.status()['query-service']?.health.status).toBe('degraded');
    await get('/boom');
    const { health, metrics } = mesh.status()['query-service'] ?? {};
    expect(health).toMatchObject({
      status: 'degraded',
      uptime: 50,
      consecutiveFailures: 1,
      error: 'query-service answered 500',
    });
    expect(metrics).toMatchObject({ windowMs: 60_000, requestCount: 4, errorCount: 2, errorRate: 0.5 });
    await get('/echo');
    expect(mesh.status()['query-service']?.health.error).toBeNull();
  });

  it('opens the breaker after enough failures, refuses without sending, and closes when the service is back', async () => {
    let nowMs = 1_000_000;
    const timed = createMeshClient({
      caller: 'test',
      services: { 'query-service': server.url },
      now: () => nowMs,
      random: () => 0,
    });
    const call = (path: string): Promise<CallOutcome> => timed.call({ service: 'query-service', method: 'GET', path });
    for (let i = 0; i < 25; i++) await call('/problem');
    expect(timed.status()['query-service']?.circuitBreaker.state).toBe('CLOSED');
    nowMs += 20_000;
    for (let i = 0; i < 20; i++) await call('/boom');
    const { circuitBreaker, health } = timed.status()['query-service'] ?? {};
    expect(circuitBreaker).toMatchObject({ state: 'OPEN', failureCount: 20 });
    expect(Date.parse(circuitBreaker?.nextAttemptTime ?? '')).toBeGreaterThan(Date.now());
    expect(health?.status).toBe('unhealthy');
    expect(await prometheusText()).toContain('circuit_breaker_state{service="query-service"} 2');
    server.seen.length = 0;
    expect(await errorOf(call('/echo'))).toEqual({
      code: 'SERVICE_UNAVAILABLE',
      message: 'query-service failed too often; the next attempt is in 2 s',
    });
    expect(server.seen).toEqual([]);
    nowMs += 2_000;
    for (let i = 0; i < 3; i++) expect(await call('/echo')).toMatchObject({ ok: true });
    expect(timed.status()['query-service']?.circuitBreaker.state).toBe('CLOSED');
    await timed.close();
  });
});
