import { on, once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Client } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CALLS_MAX } from '../../src/mcp/limits.ts';
import { callTool, ERAS, type HttpServer, httpClient, startHttp, stdioClient } from './mcp-client.ts';

/** A gateway that is asked and does not answer. */
let gateway: Server;
let url: string;
let http: HttpServer;
beforeAll(async () => {
  gateway = createServer().listen(0, '127.0.0.1');
  await once(gateway, 'listening');
  url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`;
  http = await startHttp(['--url', url]);
});
afterAll(async () => {
  await http?.stop();
  gateway?.closeAllConnections();
  gateway?.close();
});

const CASES = ERAS.flatMap(([version, options]) => [
  [`${version} over pipes`, () => stdioClient(['--url', url], options)] as const,
  [`${version} over HTTP`, () => httpClient(http.url, options)] as const,
]);

test.each(CASES)('%s: a call that is cancelled ends what was asked for it', async (_, connect) => {
  const client: Client = await connect();
  const asked = once(gateway, 'request') as Promise<[IncomingMessage]>;
  const cancel = new AbortController();
  const answer = callTool(client, 'query_dataprime', { query: 'source logs' }, { signal: cancel.signal });
  const refused = expect(answer).rejects.toThrow();
  const [request] = await asked;
  const ended = once(request.socket, 'close');
  cancel.abort('nobody waits any more');
  await refused;
  await ended;
  // The session goes on.
  expect((await callTool(client, 'explain', { query: 'source logs | count' })).isError).toBe(false);
  await client.close();
});

test('so many calls are worked on at the same time, and no more', async () => {
  const client = await stdioClient(['--url', url]);
  const arriving = on(gateway, 'request');
  const cancel = new AbortController();
  const calls = Array.from({ length: CALLS_MAX }, () =>
    callTool(client, 'query_dataprime', { query: 'source logs' }, { signal: cancel.signal }).catch(() => 'cancelled'),
  );
  for (let arrived = 0; arrived < CALLS_MAX; arrived += 1) await arriving.next();
  const explained = (): ReturnType<typeof callTool> => callTool(client, 'explain', { query: 'source logs | count' });
  expect(await explained()).toMatchObject({
    isError: true,
    text: expect.stringContaining(`at most ${CALLS_MAX} calls`),
  });
  cancel.abort('nobody waits any more');
  expect(new Set(await Promise.all(calls))).toEqual(new Set(['cancelled']));
  await expect.poll(async () => (await explained()).isError).toBe(false);
  await client.close();
});

test('a client that leaves ends what was asked for it', async () => {
  const client = await stdioClient(['--url', url]);
  const asked = once(gateway, 'request') as Promise<[IncomingMessage]>;
  const answer = expect(callTool(client, 'query_dataprime', { query: 'source logs' })).rejects.toThrow();
  const [request] = await asked;
  const ended = once(request.socket, 'close');
  await client.close();
  await answer;
  await ended;
});
