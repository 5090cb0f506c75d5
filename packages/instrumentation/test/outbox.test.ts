import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { DiagLogLevel, diag } from '@opentelemetry/api';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createOutbox } from '../src/send/outbox.ts';
import { partialSuccess } from '../src/send/partial-success.ts';
import { createPoster } from '../src/send/post.ts';

const said: string[] = [];
const closing: (() => void)[] = [];
beforeEach(() => {
  const say = (line: string): void => void said.push(line);
  const ignore = (): void => undefined;
  diag.setLogger(
    { error: say, warn: say, info: ignore, debug: ignore, verbose: ignore },
    { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true },
  );
});
afterEach(() => {
  diag.disable();
  said.length = 0;
  for (const close of closing.splice(0)) close();
});

/** A target that answers the requests it gets one after the other as it is told. */
const target = async (...answers: readonly ((response: ServerResponse) => unknown)[]) => {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      const answer = answers[bodies.length];
      bodies.push(String(body));
      if (answer) answer(response);
      else response.end();
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const poster = createPoster(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { 'x-key': 'k' });
  closing.push(() => {
    poster.close();
    server.closeAllConnections();
    server.close();
  });
  return { bodies, outbox: createOutbox(poster, '/v1/traces') };
};

const batch = (text: string, items = 1) => ({ body: Buffer.from(text), items });

it('sends batches in their order, and says nothing', async () => {
  const { bodies, outbox } = await target();
  for (const text of ['a', 'b', 'c']) outbox.put(batch(text));
  await outbox.empty();
  expect(bodies).toEqual(['a', 'b', 'c']);
  expect(said).toEqual([]);
});

it('sends again what was refused for a while, or not answered at all, and nothing else', async () => {
  const { bodies, outbox } = await target(
    (response) => response.writeHead(503, { 'retry-after': '0' }).end(),
    (response) => response.writeHead(429, { 'retry-after': new Date().toUTCString() }).end(),
    undefined as never,
    (response) => response.writeHead(400).end('no'),
  );
  for (const text of ['a', 'b', 'c']) outbox.put(batch(text));
  await outbox.empty();
  expect(bodies).toEqual(['a', 'a', 'a', 'b', 'c']);
  expect(said).toEqual(['/v1/traces: 1 were not taken: status 400']);
});

it('comes back after a pause to a target that hung up', async () => {
  const { bodies, outbox } = await target((response) => response.destroy());
  outbox.put(batch('a'));
  await outbox.empty();
  expect(bodies).toEqual(['a', 'a']);
});

it('gives up at once where the pause asked for is longer than the time there is', async () => {
  const { bodies, outbox } = await target((response) => response.writeHead(503, { 'retry-after': '3600' }).end());
  outbox.put(batch('a'));
  outbox.put(batch('b'));
  await outbox.empty();
  expect(bodies).toEqual(['a', 'b']);
  expect(said).toEqual(['/v1/traces: 1 were not taken: status 503']);
});

it('drops what comes while too much is waiting, and sends the rest', async () => {
  const gate = Promise.withResolvers<void>();
  const { bodies, outbox } = await target((response) => void gate.promise.then(() => response.end()));
  outbox.put(batch('on its way', 512));
  for (let i = 0; i < 9; i++) outbox.put(batch(`waiting ${i}`, 512));
  expect(said).toEqual(['/v1/traces: 512 were dropped, as 4096 are waiting']);
  gate.resolve();
  await outbox.empty();
  expect(bodies).toEqual(['on its way', ...Array.from({ length: 8 }, (_, i) => `waiting ${i}`)]);
});

it('tells what a target says of the part it did not take', async () => {
  const answer = Buffer.from([0x0a, 0x07, 0x08, 0x83, 0x01, 0x12, 0x02, 0x6e, 0x6f]);
  const { outbox } = await target((response) => response.end(answer));
  outbox.put(batch('a'));
  await outbox.empty();
  expect(said).toEqual(['/v1/traces: 131 were rejected: no']);
});

it('reads answers that say nothing, or are no answers, as taken', () => {
  for (const bytes of [[], [0x0a, 0x00], [0x0a], [0x0a, 0xff, 0xff], [0x3c, 0x68], [0x0a, 0x02, 0x1a, 0x00]]) {
    expect(partialSuccess(Buffer.from(bytes))).toBeNull();
  }
  expect(partialSuccess(Buffer.from([0x0a, 0x7f, 0x12, 0x7f, 0x68, 0x69]))).toBe('0 were rejected: hi');
});
