import { request } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MESSAGE_BYTES_MAX, SESSIONS_MAX } from '../../src/mcp/limits.ts';
import { runCli } from '../run-cli.ts';
import { callTool, ERAS, type HttpServer, httpClient, startHttp } from './mcp-client.ts';

let server: HttpServer;
beforeAll(async () => {
  server = await startHttp(['--logs', 'app.ndjson', '--spans', 'otlp-spans.ndjson']);
});
afterAll(async () => {
  await server?.stop();
});

const introduction = JSON.stringify({
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
});

interface Answer {
  readonly status: number;
  readonly session: string | undefined;
  readonly text: string;
}

interface Asked {
  readonly path: string;
  readonly method: string;
  readonly body: string;
  readonly server: HttpServer;
}

/** A request as no client of the protocol sends it. */
const send = (
  headers: Readonly<Record<string, string>>,
  { path = '/mcp', method = 'POST', body = introduction, server: asked = server }: Partial<Asked> = {},
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const all = { accept: 'application/json, text/event-stream', 'content-type': 'application/json', ...headers };
    const sent = request(new URL(path, asked.url), { method, headers: all }, (answer) => {
      const session = answer.headers['mcp-session-id'];
      const [status, named] = [answer.statusCode ?? 0, typeof session === 'string' ? session : undefined];
      textOf(answer).then((text) => resolve({ status, session: named, text }), reject);
    });
    sent.on('error', reject);
    sent.end(method === 'GET' ? undefined : body);
  });

const endSession = (session: string, asked = server): Promise<Answer> =>
  send({ 'mcp-session-id': session }, { method: 'DELETE', body: '', server: asked });

describe.each(ERAS)('%s over HTTP', (version, options) => {
  test('two clients at once have their own answers', async () => {
    const clients = await Promise.all([httpClient(server.url, options), httpClient(server.url, options)]);
    const counted = clients.flatMap((client, i) =>
      [1, 2, 3].map(async (limit) => {
        const { value } = await callTool(client, 'query_dataprime', {
          query: 'source logs | orderby $m.timestamp',
          limit: limit + i,
        });
        return value.rows.length;
      }),
    );
    expect(await Promise.all(counted)).toEqual([1, 2, 3, 2, 3, 4]);
    for (const client of clients) {
      expect(client.getNegotiatedProtocolVersion()).toBe(version);
      await client.close();
    }
  });

  test('what is wrong is told as over pipes', async () => {
    const client = await httpClient(server.url, options);
    const { isError, text } = await callTool(client, 'query_dataprime', { query: 'source logs | cuont' });
    expect(isError).toBe(true);
    expect(text).toContain('source logs | count');
    await client.close();
  });
});

test.each([
  [{ host: 'evil.example' }, {}, 403],
  [{ host: 'evil.example:8030' }, {}, 403],
  [{ origin: 'https://evil.example' }, {}, 403],
  [{ origin: 'null' }, {}, 403],
  [{}, { path: '/' }, 404],
  [{}, { path: '/mcp', body: 'no message' }, 400],
  [{}, { path: '/mcp', body: '[]' }, 400],
  [{ 'content-type': 'text/plain' }, {}, 415],
  [{ 'mcp-session-id': 'nobody' }, {}, 404],
  [{}, { method: 'PUT' }, 405],
])('%j %j is refused with %i', async (headers, how, status) => {
  const answer = await send(headers as Record<string, string>, how);
  expect(answer.status).toBe(status);
  expect(answer.session).toBeUndefined();
  expect(JSON.parse(answer.text)).toMatchObject({ jsonrpc: '2.0', error: { message: expect.any(String) } });
});

test('a page of this machine and a client without an origin are let in', async () => {
  for (const headers of [{}, { origin: 'http://localhost:6274' }, { host: 'localhost:1' }]) {
    const { status, session } = await send(headers);
    expect(status).toBe(200);
    await endSession(session ?? '');
  }
});

test('a body that is too large is refused', async () => {
  const { status } = await send(
    {},
    { body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'x'.repeat(MESSAGE_BYTES_MAX) }) },
  );
  expect(status).toBe(413);
});

test('there are so many sessions and no more, until one ends', async () => {
  const own = await startHttp(['--url', 'http://127.0.0.1:1']);
  const opened: string[] = [];
  for (let n = 0; n < SESSIONS_MAX; n += 1) opened.push((await send({}, { server: own })).session ?? '');
  expect(new Set(opened).size).toBe(SESSIONS_MAX);
  expect(await send({}, { server: own })).toMatchObject({
    status: 503,
    text: expect.stringContaining(`at most ${SESSIONS_MAX} sessions`),
  });
  expect((await endSession(opened[0] ?? '', own)).status).toBe(200);
  expect((await send({}, { server: own })).status).toBe(200);
  await own.stop();
});

test('a port that is taken ends it with 1, and a port alone with 2', async () => {
  const taken = await runCli(['mcp', '--http', '--port', server.url.port]);
  expect(taken).toMatchObject({
    code: 1,
    stderr: `clearspan: port ${server.url.port} is taken; --port takes another one\n`,
  });
  expect(await runCli(['mcp', '--port', '8030'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--port goes with --http'),
  });
});
