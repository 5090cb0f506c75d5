import { connect } from 'node:net';
import { problemDetails } from '@clearspan/contracts';
import { captureTelemetry } from '@clearspan/instrumentation/capture';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { problem, type RunningService } from '../src/index.ts';
import { quietService } from './quiet-service.ts';

const telemetry = captureTelemetry();
let service: RunningService;

beforeAll(async () => {
  service = await quietService(
    (app) => {
      const body = z.object({ name: z.string().min(2), size: z.number().optional() });
      app.post('/things', { schema: { body } }, ({ body: { name } }) => ({ name }));
      app.get('/things/:id', { schema: { params: z.object({ id: z.coerce.number().int() }) } }, ({ params }) => params);
      app.delete('/things/:id', () => ({}));
      app.get('/thrown', () => {
        throw problem('RATE_LIMIT_EXCEEDED', 'expected less', {
          headers: { 'Retry-After': '7' },
          errors: [{ path: 'x', message: 'y' }],
        });
      });
      app.get('/crash', () => {
        throw new Error('the password is swordfish');
      });
      app.get(
        '/misshaped',
        { schema: { response: { 200: z.object({ n: z.number() }) } } },
        () => ({ n: 'no' }) as never,
      );
    },
    { bodyBytesMax: 200 },
  );
});
afterAll(async () => {
  await service.stop();
  await telemetry.stop();
});

const json = { 'content-type': 'application/json' };

/** The problem in answer to a request, held against the contract. */
const problemAt = async (path: string, init?: RequestInit) => {
  const answer = await fetch(service.url + path, init);
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const body = problemDetails.parse(await answer.json());
  expect(body.status).toBe(answer.status);
  return { ...body, headers: answer.headers };
};

const post = (body: string, headers: Record<string, string> = json): RequestInit => ({ method: 'POST', headers, body });

describe('problem details', () => {
  it('carry the ids of the trace and of the correlation, as the headers do', async () => {
    const found = await problemAt('/nowhere?token=secret', { headers: { 'x-correlation-id': 'mine-1' } });
    expect(found).toMatchObject({ code: 'NOT_FOUND', status: 404, instance: '/nowhere', correlation_id: 'mine-1' });
    expect(found.headers.get('x-correlation-id')).toBe('mine-1');
    expect(found.headers.get('traceparent')).toBe(
      `00-${found.trace_id}-${found.headers.get('traceparent')?.split('-')[2]}-01`,
    );
  });

  it('replace a correlation id that is no such thing', async () => {
    const found = await problemAt('/nowhere', { headers: { 'x-correlation-id': '<script>' } });
    expect(found.correlation_id).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('tell a wrong method from an unknown path', async () => {
    const found = await problemAt('/things/7', { method: 'PUT' });
    expect(found).toMatchObject({ code: 'METHOD_NOT_ALLOWED', status: 405 });
    expect(found.headers.get('allow')).toBe('DELETE, GET, HEAD');
  });

  it('name the fields of a body that are wrong', async () => {
    const found = await problemAt('/things', post('{"name":"x","size":"big"}'));
    expect(found).toMatchObject({ code: 'INVALID_REQUEST', status: 400 });
    expect(found.errors?.map(({ path }) => path)).toEqual(['body.name', 'body.size']);
    expect((await problemAt('/things', post('[]'))).errors?.[0]?.path).toBe('body');
    expect((await problemAt('/things/seven')).errors?.[0]?.path).toBe('params.id');
  });

  it('name the place where a body stops being JSON', async () => {
    expect((await problemAt('/things', post('{"name": "ab",}'))).detail).toContain('position 14');
    expect((await problemAt('/things', post(''))).detail).toBe('expected a JSON body, found an empty one');
    expect((await problemAt('/things', post('{"__proto__":{}}'))).detail).toContain('not allowed');
  });

  it('refuse other content types and bodies that are too large', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect(await problemAt('/things', post('name=ab', form))).toMatchObject({
      code: 'UNSUPPORTED_MEDIA_TYPE',
      status: 415,
    });
    expect(await problemAt('/things', post('hello', { 'content-type': 'text/plain' }))).toMatchObject({ status: 415 });
    const large = await problemAt('/things', post(JSON.stringify({ name: 'x'.repeat(300) })));
    expect(large).toMatchObject({
      code: 'PAYLOAD_TOO_LARGE',
      status: 413,
      detail: 'expected a body of at most 200 bytes',
    });
  });

  it('pass on what a handler throws as a problem, headers included', async () => {
    const found = await problemAt('/thrown');
    expect(found).toMatchObject({ code: 'RATE_LIMIT_EXCEEDED', status: 429, errors: [{ path: 'x', message: 'y' }] });
    expect(found.headers.get('retry-after')).toBe('7');
  });

  it('say nothing of an error nobody foresaw; the span has it', async () => {
    const found = await problemAt('/crash');
    expect(found).toMatchObject({ code: 'INTERNAL_ERROR', status: 500 });
    expect(JSON.stringify(found)).not.toContain('swordfish');
    const span = telemetry.spans().find(({ name }) => name === 'GET /crash');
    expect(span?.events[0]?.attributes?.['exception.message']).toBe('the password is swordfish');
    expect(await problemAt('/misshaped')).toMatchObject({ code: 'INTERNAL_ERROR', status: 500 });
  });

  it('refuse a compressed body by its name', async () => {
    const found = await problemAt('/things', post('{"name":"ab"}', { ...json, 'content-encoding': 'gzip' }));
    expect(found).toMatchObject({ status: 415, detail: 'expected a body without content encoding, found "gzip"' });
  });

  it.each([
    ['a path that is not one', 'GET /%zz HTTP/1.1\r\nHost: x', /valid URL path/],
    ['a path whose parts are too long', `GET /things/${'7'.repeat(200)} HTTP/1.1\r\nHost: x`, /longer than any name/],
    ['headers that are too large', `GET / HTTP/1.1\r\nHost: x\r\nA: ${'a'.repeat(20_000)}`, /16384 bytes/],
    ['what is not HTTP', 'hello', /not HTTP/],
  ])('answer %s', async (_, head, naming) => {
    const socket = connect(Number(new URL(service.url).port), '127.0.0.1');
    socket.end(`${head}\r\nConnection: close\r\n\r\n`);
    let answer = '';
    for await (const chunk of socket) answer += String(chunk);
    expect(answer).toMatch(/^HTTP\/1.1 400 Bad Request\r\n/);
    const found = problemDetails.parse(JSON.parse(answer.split('\r\n\r\n')[1] ?? ''));
    expect(found).toMatchObject({ code: 'INVALID_REQUEST', detail: expect.stringMatching(naming) });
    expect(found.detail.length).toBeLessThan(100);
  });
});
