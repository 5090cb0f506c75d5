import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ProblemDetails } from '@clearspan/contracts';
import type { RunningService } from '@clearspan/service-kit';
import { afterEach, expect, test } from 'vitest';
import { configSchema } from '../src/config.ts';
import { startExternalApiService } from '../src/main.ts';

const KEY = 'sk-swordfish';

let service: RunningService;
let endpoint: Server | undefined;
const start = async (env: Record<string, unknown> = {}): Promise<void> => {
  service = await startExternalApiService(
    configSchema.parse({ EXTERNAL_API_SERVICE_PORT: 0, LOG_LEVEL: 'silent', ...env }),
  );
};
/** A model endpoint that answers with this status, and counts seven tokens. */
const startEndpoint = async (status: number): Promise<string> => {
  const completion = {
    choices: [{ message: { content: 'source logs' }, finish_reason: 'stop' }],
    usage: { prompt_tokens: 5, completion_tokens: 2 },
  };
  endpoint = createServer((request, response) => {
    request.resume();
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(completion));
  }).listen(0, '127.0.0.1');
  await once(endpoint, 'listening');
  return `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}/v1`;
};
afterEach(async () => {
  await service.stop();
  endpoint?.closeAllConnections();
  endpoint?.close();
  endpoint = undefined;
});

const get = async (path: string): Promise<unknown> => (await fetch(`${service.url}${path}`)).json();
const chat = async <T>(body: object): Promise<{ status: number; data: T }> => {
  const response = await fetch(`${service.url}/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, data: (await response.json()) as T };
};
const QUESTION = { messages: [{ role: 'user', content: 'errors?' }] };

test('without an endpoint or a key nobody is called, and the answer says what to set', async () => {
  await start();
  expect(await get('/model')).toEqual({ configured: false, model: null, address: null });
  const { status, data } = await chat<ProblemDetails>(QUESTION);
  expect([status, data.code]).toEqual([503, 'SERVICE_UNAVAILABLE']);
  expect(data.detail).toContain('OPENAI_BASE_URL');
});

test('a model answers, and its tokens are counted', async () => {
  await start({ OPENAI_BASE_URL: await startEndpoint(200), OPENAI_MODEL: 'small' });
  expect(await chat(QUESTION)).toMatchObject({ status: 200, data: { content: 'source logs', model: 'small' } });
  await chat(QUESTION);
  expect(await get('/usage')).toMatchObject({ input_tokens: 10, output_tokens: 4, requests: 2, cost_usd: null });
});

test('an endpoint that fails is an upstream error, which never holds the key', async () => {
  await start({ OPENAI_BASE_URL: await startEndpoint(500), OPENAI_API_KEY: KEY });
  const { status, data } = await chat<ProblemDetails>(QUESTION);
  expect([status, data.code]).toEqual([502, 'UPSTREAM_ERROR']);
  expect(JSON.stringify(data)).not.toContain(KEY);
  expect(await get('/usage')).toMatchObject({ input_tokens: 0, output_tokens: 0, requests: 0, today: { tokens: 0 } });
});

test('a conversation without a message is refused', async () => {
  await start();
  const { status, data } = await chat<ProblemDetails>({ messages: [] });
  expect([status, data.code, data.errors?.[0]?.path]).toEqual([400, 'INVALID_REQUEST', 'body.messages']);
});
