import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createServerClient, type ServerClient } from '../../src/server/server-client.ts';

/** Takes connections and says nothing. */
let silent: Server;
let client: ServerClient;
let killed: string[];
let lost: Error[];
beforeEach(async () => {
  silent = createServer((socket) => void socket.on('error', () => {}).resume()).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  [killed, lost] = [[], []];
  const { port } = silent.address() as AddressInfo;
  client = createServerClient({
    address: { url: `http://127.0.0.1:${port}`, username: 'default', password: '' },
    connectionsMax: 2,
    kill: async (id) => void killed.push(id),
    lost: (error) => void lost.push(error),
  });
});
afterEach(async () => {
  await client.close();
  silent.close();
});

const REQUEST = { sql: 'SELECT 1', settings: {}, resultBytesMax: 1_000 };
const beside = { name: 't', structure: 'v UInt8', bytes: new Uint8Array(1) };

test.each([{}, { rows: new Uint8Array(10) }, { beside }])(
  'what is not answered ends in time and is killed once: %j',
  async (more) => {
    await expect(client.run({ ...REQUEST, ...more, giveUpMs: 50 })).rejects.toMatchObject({
      code: 'TIMEOUT',
      message: 'the server did not answer within 50 ms',
    });
    expect([killed.length, lost]).toEqual([1, []]);
  },
);

test('what the caller gives up ends at once and is killed once', async () => {
  const abort = new AbortController();
  const running = client.run({ ...REQUEST, giveUpMs: 60_000, signal: abort.signal });
  abort.abort();
  await expect(running).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(killed).toHaveLength(1);
});

test.each([{}, { beside }])('where nobody listens, the server is lost and nothing is killed: %j', async (more) => {
  silent.close();
  await once(silent, 'close');
  await expect(client.run({ ...REQUEST, ...more, giveUpMs: 60_000 })).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  expect([killed, lost.length]).toEqual([[], 1]);
});
