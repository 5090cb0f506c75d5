import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startWeb, stopWeb } from './support/web-process.ts';

const SCRIPT = `console.log("page");${'// padding\n'.repeat(200)}`;

let dir: string;
let gateway: Server;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let web: ChildProcess;
let base: string;

const gatewayUrl = (): string => `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'clearspan-web-'));
  mkdirSync(join(dir, 'dist', 'assets'), { recursive: true });
  writeFileSync(join(dir, 'dist', 'index.html'), '<!doctype html><title>Clearspan</title>');
  writeFileSync(join(dir, 'dist', 'assets', 'index-abc.js'), SCRIPT);
  writeFileSync(join(dir, 'secret.txt'), 'not part of the page');
  gateway = createServer((request, response) => answer(request, response)).listen(0, '127.0.0.1');
  await once(gateway, 'listening');
  const started = await startWeb({ API_GATEWAY_URL: gatewayUrl(), WEB_PAGE_DIR: join(dir, 'dist') });
  web = started.child;
  base = started.url;
});

afterAll(async () => {
  await stopWeb(web);
  gateway.closeAllConnections();
  gateway.close();
  rmSync(dir, { recursive: true, force: true });
});

beforeEach(() => {
  answer = (_, response) => response.end('{}');
});

test('the page comes with a policy that allows only itself', async () => {
  const response = await fetch(`${base}/`);
  expect(response.status).toBe(200);
  expect(await response.text()).toContain('<title>Clearspan</title>');
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('no-cache');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  const policy = response.headers.get('content-security-policy');
  expect(policy).toContain("default-src 'self'");
  expect(policy).not.toContain('unsafe');
});

test('a file with its hash in its name is kept for ever, and comes compressed', async () => {
  const response = await fetch(`${base}/assets/index-abc.js`);
  expect(response.headers.get('cache-control')).toContain('immutable');
  expect(response.headers.get('content-encoding')).toBe('gzip');
  expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(await response.text()).toBe(SCRIPT);
  const plain = await fetch(`${base}/assets/index-abc.js`, { headers: { 'accept-encoding': 'gzip;q=0' } });
  expect(plain.headers.get('content-encoding')).toBeNull();
});

test('what has not changed is not sent again', async () => {
  const etag = (await fetch(`${base}/`)).headers.get('etag') ?? '';
  const again = await fetch(`${base}/`, { headers: { 'if-none-match': etag } });
  expect([again.status, await again.text()]).toEqual([304, '']);
});

test.each(['/nothing', '/../secret.txt', '/%2e%2e/secret.txt', '/assets/..%2f..%2fsecret.txt'])(
  '%s is a problem, and nothing outside the page is reached',
  async (path) => {
    const response = await fetch(`${base}${path}`);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({ code: 'NOT_FOUND' });
  },
);

test('a page that was not built says how it is built', async () => {
  const { child, url } = await startWeb({ API_GATEWAY_URL: gatewayUrl(), WEB_PAGE_DIR: join(dir, 'none') });
  const response = await fetch(`${url}/`);
  expect(response.status).toBe(503);
  expect(await response.text()).toContain('npm run build:web');
  await stopWeb(child);
});

test('requests go to the gateway in their trace, bodies and queries included', async () => {
  const seen = Promise.withResolvers<{ url: string; traceparent: unknown; body: string }>();
  answer = (request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += String(chunk);
    });
    request.on('end', () => {
      seen.resolve({ url: request.url ?? '', traceparent: request.headers.traceparent, body });
      response.writeHead(201, { 'content-type': 'application/json', 'ratelimit-remaining': '99', 'x-inner': 'no' });
      response.end('{"ok":true}');
    });
  };
  const trace = '0af7651916cd43dd8448eb211c80319c';
  const response = await fetch(`${base}/api/feedback?a=1&b=x%20y`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', traceparent: `00-${trace}-b7ad6b7169203331-01` },
    body: '{"rating":5}',
  });
  expect([response.status, await response.json()]).toEqual([201, { ok: true }]);
  expect([response.headers.get('ratelimit-remaining'), response.headers.get('x-inner')]).toEqual(['99', null]);
  const { url, traceparent, body } = await seen.promise;
  expect(body).toBe('{"rating":5}');
  expect(new URL(`http://gateway${url}`).searchParams.get('b')).toBe('x y');
  expect(traceparent).toContain(trace);
});

test('an answer streams: its first line is there before its last was written', async () => {
  const last = Promise.withResolvers<void>();
  answer = (_, response) => {
    response.writeHead(200, { 'content-type': 'application/x-ndjson' });
    response.write('{"line":1}\n');
    void last.promise.then(() => response.end('{"line":2}\n'));
  };
  const response = await fetch(`${base}/api/v1/dataprime/query`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"source logs"}',
  });
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  expect(new TextDecoder().decode((await reader.read()).value)).toBe('{"line":1}\n');
  last.resolve();
  expect(new TextDecoder().decode((await reader.read()).value)).toBe('{"line":2}\n');
});

test("the gateway's own problem reaches the browser as it is", async () => {
  const problem = {
    type: 'about:blank',
    title: 'The query is not valid',
    status: 422,
    detail: 'expected X, found Y',
    code: 'INVALID_QUERY',
    instance: '/api/query',
    trace_id: null,
    correlation_id: null,
    errors: [{ message: 'there', start: 1, end: 2 }],
  };
  answer = (_, response) => {
    response.writeHead(422, { 'content-type': 'application/problem+json' });
    response.end(JSON.stringify(problem));
  };
  const response = await fetch(`${base}/api/query`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  expect(response.status).toBe(422);
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  expect(await response.json()).toEqual(problem);
});

test('a browser that goes away ends the call behind it', async () => {
  const closed = Promise.withResolvers<void>();
  const arrived = Promise.withResolvers<void>();
  answer = (_, response) => {
    response.once('close', () => closed.resolve());
    arrived.resolve();
  };
  const leaving = new AbortController();
  const call = fetch(`${base}/api/history`, { signal: leaving.signal }).catch(() => 'gone');
  await arrived.promise;
  leaving.abort();
  expect(await call).toBe('gone');
  await closed.promise;
});

test('a gateway that is not there is a problem with the trace in it', async () => {
  const { child, url } = await startWeb({ API_GATEWAY_URL: 'http://127.0.0.1:1', WEB_PAGE_DIR: join(dir, 'dist') });
  const response = await fetch(`${url}/api/history`);
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({
    code: 'SERVICE_UNAVAILABLE',
    detail: expect.stringContaining('api-gateway'),
  });
  await stopWeb(child);
});

test.each(['cross-site', 'same-site'])('a page that is %s changes nothing here', async (site) => {
  let asked = 0;
  answer = (_, response) => {
    asked += 1;
    response.end('{}');
  };
  const headers = { 'sec-fetch-site': site };
  const response = await fetch(`${base}/api/tasks/clear`, { method: 'POST', headers });
  expect([response.status, await response.json()]).toMatchObject([403, { code: 'FORBIDDEN' }]);
  expect(asked).toBe(0);
  // What it reads, it does not get to see: that is the browser's part. The page itself is asked as before.
  expect((await fetch(`${base}/api/history`, { headers })).status).toBe(200);
  const own = await fetch(`${base}/api/x`, { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } });
  expect([own.status, asked]).toEqual([200, 2]);
});

test('a page that is built anew is served anew', async () => {
  await delay(20);
  writeFileSync(join(dir, 'dist', 'index.html'), '<!doctype html><title>Second</title>');
  expect(await (await fetch(`${base}/`)).text()).toContain('Second');
});

test('what a proxy says of who asks is handed on, and no other header', async () => {
  const started = await startWeb({
    API_GATEWAY_URL: gatewayUrl(),
    WEB_PAGE_DIR: join(dir, 'dist'),
    CALLER_USER_HEADER: 'X-User',
  });
  let seen: IncomingMessage['headers'] = {};
  answer = (request, response) => {
    seen = request.headers;
    response.end('{}');
  };
  await fetch(`${started.url}/api/learned`, { headers: { 'x-user': 'ann', 'x-team': 'shop', 'x-other': 'y' } });
  await stopWeb(started.child);
  expect(seen).toMatchObject({ 'x-user': 'ann' });
  expect(seen).not.toHaveProperty('x-team');
  expect(seen).not.toHaveProperty('x-other');
});
