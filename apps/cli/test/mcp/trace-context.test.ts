import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Client } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { callTool, ERAS, stdioClient } from './mcp-client.ts';

const GIVEN = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
const ANSWERED = '00-4bf92f3577b34da6a3ce929d0e0e4736-1111111111111111-01';

/** A gateway to which every query is wrong, and which tells where its span stands in the trace. */
let gateway: Server;
let url: string;
const seen: [string | undefined, string | undefined][] = [];
beforeAll(async () => {
  gateway = createServer((request, response) => {
    seen.push([request.url, request.headers.traceparent as string | undefined]);
    response.writeHead(422, { 'content-type': 'application/json', traceparent: ANSWERED });
    response.end(JSON.stringify({ code: 'INVALID_QUERY', detail: 'unknown command `cuont`' }));
  }).listen(0, '127.0.0.1');
  await once(gateway, 'listening');
  url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`;
});
beforeEach(() => {
  seen.length = 0;
});
afterAll(() => void gateway?.close());

describe.each(ERAS)('%s', (_, options) => {
  let client: Client;
  beforeAll(async () => {
    client = await stdioClient(['--url', url], options);
  });
  afterAll(() => client?.close());

  const query = (meta?: Readonly<Record<string, unknown>>): ReturnType<typeof callTool> =>
    callTool(client, 'query_dataprime', { query: 'source logs | cuont' }, meta ? { meta } : {});

  test('all that is asked for one call is one trace, which begins at the gateway', async () => {
    await query();
    await query();
    const one = [
      ['/api/query', undefined],
      ['/api/catalog', ANSWERED],
    ];
    expect(seen).toEqual([...one, ...one]);
  });

  test('the trace of the caller goes on', async () => {
    await query({ traceparent: GIVEN });
    expect(seen[0]).toEqual(['/api/query', GIVEN]);
  });

  test.each(['nonsense', `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`, 7, `${GIVEN}\r\nx: y`])(
    '%j is no trace to go on from',
    async (traceparent) => {
      await query({ traceparent });
      expect(seen[0]).toEqual(['/api/query', undefined]);
    },
  );
});
