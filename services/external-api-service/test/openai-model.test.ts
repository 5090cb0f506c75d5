import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createOpenAiModel } from '../src/openai/openai-model.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A real server that speaks the protocol, on a free port. */
const endpoint = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
};

const ask = async (baseUrl: string, timeoutMs = 5_000) =>
  createOpenAiModel({ baseUrl, model: 'small', apiKey: 'sk-secret', timeoutMs }).chat(
    { messages: [{ role: 'user', content: 'hello' }] },
    new AbortController().signal,
  );

const json =
  (body: unknown): RequestListener =>
  (_, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
  };

describe('a chat completion', () => {
  test('sends the key and the model, and reads the answer and its usage', async () => {
    let seen: { authorization?: string | undefined; body?: unknown; url?: string | undefined } = {};
    const url = await endpoint((request, response) => {
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString()));
      request.on('end', () => {
        seen = { authorization: request.headers.authorization, body: JSON.parse(text), url: request.url };
        json({
          model: 'small-2',
          choices: [{ message: { content: 'hi' }, finish_reason: 'stop' }],
          usage: { prompt_tokens: 7, completion_tokens: 2 },
        })(request, response);
      });
    });
    expect(await ask(url)).toEqual({
      ok: true,
      answer: { content: 'hi', model: 'small-2', finish_reason: 'stop', usage: { input_tokens: 7, output_tokens: 2 } },
    });
    expect(seen).toMatchObject({
      authorization: 'Bearer sk-secret',
      url: '/v1/chat/completions',
      body: { model: 'small' },
    });
  });

  test('counts nothing when the endpoint reports no usage', async () => {
    const url = await endpoint(json({ choices: [{ message: { content: 'hi' } }] }));
    expect(await ask(url)).toMatchObject({ ok: true, answer: { usage: null } });
  });
});

describe('an endpoint that does not answer as it should', () => {
  test.each([
    ['is busy', 429, 'SERVICE_UNAVAILABLE'],
    ['refuses the key', 401, 'UPSTREAM_ERROR'],
    ['fails', 500, 'UPSTREAM_ERROR'],
    ['redirects elsewhere', 302, 'UPSTREAM_ERROR'],
  ])('%s', async (_, status, code) => {
    const url = await endpoint((_request, response) =>
      response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end('no'),
    );
    const outcome = await ask(url);
    expect(outcome).toMatchObject({ ok: false, code });
    expect(JSON.stringify(outcome)).not.toContain('sk-secret');
  });

  test('is not JSON', async () => {
    const url = await endpoint((_, response) => response.end('<html>'));
    expect(await ask(url)).toMatchObject({ ok: false, code: 'UPSTREAM_ERROR' });
  });

  test('has no choice', async () => {
    expect(await ask(await endpoint(json({ choices: [] })))).toMatchObject({ ok: false, code: 'UPSTREAM_ERROR' });
  });

  test('never ends its answer', async () => {
    const url = await endpoint((_, response) => {
      response.write('{');
    });
    expect(await ask(url, 200)).toMatchObject({ ok: false, code: 'DEADLINE_EXCEEDED' });
  });

  test('answers without end', async () => {
    const url = await endpoint((_, response) => {
      const chunk = Buffer.alloc(262_144, 0x20);
      const more = (): void => {
        while (response.writable && response.write(chunk));
      };
      response.on('drain', more);
      more();
    });
    expect(await ask(url)).toMatchObject({
      ok: false,
      code: 'UPSTREAM_ERROR',
      message: expect.stringMatching(/bytes/),
    });
  });

  test('is not there', async () => {
    expect(await ask('http://127.0.0.1:9/v1')).toMatchObject({ ok: false, code: 'SERVICE_UNAVAILABLE' });
  });
});
