import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startWeb, stopWeb } from './support/web-process.ts';

interface Seen {
  readonly asked: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let room: Server;
let seen: Seen[];
let answer: (response: ServerResponse) => void;
let web: ChildProcess;
let base: string;

const receive = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  seen.push({ asked: `${request.method} ${request.url}`, headers: request.headers, body: await text(request) });
  response.setHeader('content-type', 'application/json');
  answer(response);
};
const presence = async (url: string): Promise<unknown> => {
  const response = await fetch(`${url}/storefront`);
  return [response.status, await response.json()];
};

beforeEach(() => {
  seen = [];
  answer = (response) => response.end('{"running":false}');
});

describe('with a control room', () => {
  beforeAll(async () => {
    room = createServer((request, response) => void receive(request, response)).listen(0, '127.0.0.1');
    await once(room, 'listening');
    const { port } = room.address() as AddressInfo;
    ({ child: web, url: base } = await startWeb({ STOREFRONT_TRAFFIC_URL: `http://127.0.0.1:${port}` }));
  });

  afterAll(async () => {
    await stopWeb(web);
    room.closeAllConnections();
    room.close();
  });

  test('what is below /storefront is asked of it, without the prefix and outside of any trace', async () => {
    const trace = '0af7651916cd43dd8448eb211c80319c';
    const headers = { 'content-type': 'application/json', traceparent: `00-${trace}-b7ad6b7169203331-01` };
    await fetch(`${base}/storefront/traffic?a=x%20y`);
    const posted = await fetch(`${base}/storefront/quiz/reveal`, { method: 'POST', headers, body: '{"seed":1}' });
    await fetch(`${base}/storefront/faults`, { method: 'DELETE' });
    expect(await posted.json()).toEqual({ running: false });
    expect(seen.map(({ asked, body }) => [asked, body])).toEqual([
      ['GET /traffic?a=x+y', ''],
      ['POST /quiz/reveal', '{"seed":1}'],
      ['DELETE /faults', ''],
    ]);
    expect(seen.map((one) => one.headers.traceparent)).toEqual([undefined, undefined, undefined]);
  });

  test('its own problem reaches the browser as it is', async () => {
    const problem = {
      type: 'about:blank',
      title: 'Conflict with the current state',
      status: 409,
      detail: 'an incident runs already',
      code: 'CONFLICT',
      instance: '/incident',
      trace_id: null,
      correlation_id: null,
    };
    answer = (response) => response.writeHead(409).end(JSON.stringify(problem));
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${base}/storefront/incident`, { method: 'POST', headers, body: '{}' });
    expect([response.status, await response.json()]).toEqual([409, problem]);
  });

  test.each([
    ['PUT', {}, 405, 'METHOD_NOT_ALLOWED'],
    ['POST', { 'content-type': 'text/plain' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['POST', { 'content-type': 'application/json', 'sec-fetch-site': 'same-site' }, 403, 'FORBIDDEN'],
    ['DELETE', { 'sec-fetch-site': 'cross-site' }, 403, 'FORBIDDEN'],
  ])('%s with %o is refused before it is asked anything', async (method, headers, status, code) => {
    const body = method === 'DELETE' ? null : '{}';
    const response = await fetch(`${base}/storefront/traffic`, { method, headers, body });
    expect([response.status, await response.json()]).toMatchObject([status, { code }]);
    expect(seen).toEqual([]);
  });

  test('it is there while it answers', async () => {
    expect(await presence(base)).toEqual([200, { there: true }]);
    answer = (response) => response.writeHead(500).end('{}');
    expect(await presence(base)).toEqual([200, { there: false }]);
  });
});

test('a system without one says how it is started', async () => {
  const { child, url } = await startWeb({});
  expect(await presence(url)).toEqual([200, { there: false }]);
  const response = await fetch(`${url}/storefront/traffic`);
  expect([response.status, await response.json()]).toMatchObject([
    404,
    { code: 'NOT_FOUND', detail: 'no storefront is running here: start one with `clearspan up --with storefront`' },
  ]);
  await stopWeb(child);
});

test('one that is gone is a problem that names it', async () => {
  const { child, url } = await startWeb({ STOREFRONT_TRAFFIC_URL: 'http://127.0.0.1:1', LOG_LEVEL: 'fatal' });
  expect(await presence(url)).toEqual([200, { there: false }]);
  const response = await fetch(`${url}/storefront/traffic`);
  expect([response.status, await response.json()]).toMatchObject([
    503,
    { code: 'SERVICE_UNAVAILABLE', detail: expect.stringContaining('storefront-traffic cannot be reached') },
  ]);
  await stopWeb(child);
});
