import { prometheusText } from '@clearspan/instrumentation';
import { type CapturedTelemetry, captureTelemetry } from '@clearspan/instrumentation/capture';
import type { RunningService } from '@clearspan/service-kit';
import { SpanKind } from '@opentelemetry/api';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { configSchema } from '../src/config.ts';
import { startExternalApiService } from '../src/main.ts';
import { completes, refuses, type ScriptedEndpoint, stalls, startScriptedEndpoint } from './scripted-endpoint.ts';

let telemetry: CapturedTelemetry;
let endpoint: ScriptedEndpoint;
let service: RunningService;
const start = async (env: object = {}): Promise<void> => {
  const base = {
    EXTERNAL_API_SERVICE_PORT: 0,
    LOG_LEVEL: 'silent',
    OPENAI_BASE_URL: endpoint.url,
    OPENAI_MODEL: 'small',
  };
  service = await startExternalApiService(configSchema.parse({ ...base, ...env }));
};
beforeEach(async () => {
  telemetry = captureTelemetry();
  endpoint = await startScriptedEndpoint();
});
afterEach(async () => {
  await service.stop();
  await endpoint.close();
  await telemetry.stop();
});

const chat = async (more: object = {}): Promise<{ status: number; data: Record<string, unknown> }> => {
  const response = await fetch(`${service.url}/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ messages: [{ role: 'user', content: 'a private question' }], max_tokens: 100, ...more }),
  });
  return { status: response.status, data: (await response.json()) as Record<string, unknown> };
};
const usage = async () => (await fetch(`${service.url}/usage`)).json() as Promise<Record<string, unknown>>;
const spanOfChat = () => telemetry.spans().find(({ name }) => name === 'chat small');

describe('a call', () => {
  test('is a client span of the conventions, without what was said', async () => {
    endpoint.play(completes('a private answer'));
    await start();
    await chat({ temperature: 0, seed: 1, output: { name: 'answer', schema: {} } });
    const span = spanOfChat();
    expect(span?.kind).toBe(SpanKind.CLIENT);
    expect(span?.attributes).toMatchObject({
      'gen_ai.operation.name': 'chat',
      'gen_ai.provider.name': 'openai_compatible',
      'gen_ai.request.model': 'small',
      'gen_ai.request.max_tokens': 100,
      'gen_ai.request.temperature': 0,
      'gen_ai.request.seed': 1,
      'gen_ai.output.type': 'json',
      'gen_ai.response.id': 'c-1',
      'gen_ai.response.model': 'small-1',
      'gen_ai.response.finish_reasons': ['stop'],
      'gen_ai.usage.input_tokens': 1_000,
      'gen_ai.usage.output_tokens': 50,
      'server.address': '127.0.0.1',
      'server.port': Number(new URL(endpoint.url).port),
    });
    const everything = JSON.stringify(telemetry.spans().map(({ attributes, events }) => [attributes, events]));
    expect(everything).not.toContain('private');
  });

  test('has what was said only where that was asked for', async () => {
    endpoint.play(completes('a private answer'));
    await start({ OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT: 'true' });
    await chat();
    expect(spanOfChat()?.attributes['gen_ai.input.messages']).toContain('a private question');
    expect(spanOfChat()?.attributes['gen_ai.output.messages']).toContain('a private answer');
  });

  test('is in the histograms of the conventions', async () => {
    endpoint.play(completes('x'));
    await start();
    await chat();
    const text = await prometheusText();
    expect(text).toMatch(
      /gen_ai_client_operation_duration(?:_seconds)?_bucket\{[^}]*gen_ai_request_model="small"[^}]*le="81.92"\} 1/,
    );
    expect(text).toMatch(/gen_ai_client_token_usage\w*_sum\{[^}]*gen_ai_token_type="input"[^}]*\} 1000/);
  });

  test('that fails tells its sort, and nothing else', async () => {
    endpoint.play(refuses(401, { message: 'bad key sk-12345678' }));
    await start({ OPENAI_API_KEY: 'sk-12345678' });
    expect((await chat()).status).toBe(502);
    expect(spanOfChat()?.attributes['error.type']).toBe('UPSTREAM_ERROR');
    expect(JSON.stringify(telemetry.spans().map(({ attributes, events }) => [attributes, events]))).not.toContain(
      'sk-1',
    );
  });

  test('whose endpoint counts nothing is estimated beside the conventions, and counts against the budget', async () => {
    endpoint.play(completes('x'.repeat(300), { usage: null }));
    await start();
    expect((await chat()).data).toMatchObject({ usage: null, cost_usd: null });
    const attributes = spanOfChat()?.attributes ?? {};
    expect(attributes['nlq.tokens.estimated']).toBeGreaterThan(100);
    expect(attributes).not.toHaveProperty('gen_ai.usage.input_tokens');
    expect(await usage()).toMatchObject({
      input_tokens: 0,
      requests: 1,
      today: { tokens: attributes['nlq.tokens.estimated'] },
    });
  });
});

describe('a budget', () => {
  test('of tokens ends the calls before they are made', async () => {
    endpoint.play(completes('x'));
    await start({ MODEL_TOKENS_PER_DAY: 1_200 });
    expect((await chat()).status).toBe(200);
    const { status, data } = await chat({ max_tokens: 400 });
    expect([status, data.code]).toEqual([429, 'RATE_LIMIT_EXCEEDED']);
    expect(data.detail).toContain('1200 tokens');
    expect(endpoint.asked.length).toBe(1);
  });

  test('of a caller leaves the others theirs', async () => {
    endpoint.play(completes('x'));
    await start({ MODEL_TOKENS_PER_DAY_PER_CALLER: 1_200 });
    await chat({ caller: 'a' });
    expect((await chat({ caller: 'a', max_tokens: 400 })).status).toBe(429);
    expect((await chat({ caller: 'b', max_tokens: 400 })).status).toBe(200);
  });

  test('of money counts by the configured prices', async () => {
    endpoint.play(completes('x'));
    await start({ MODEL_INPUT_USD_PER_MILLION: 1_000, MODEL_OUTPUT_USD_PER_MILLION: 2_000, MODEL_USD_PER_DAY: 1.2 });
    expect((await chat()).data.cost_usd).toBeCloseTo(1.1);
    expect(spanOfChat()?.attributes['nlq.cost.usd']).toBeCloseTo(1.1);
    const figures = await usage();
    expect(figures.cost_usd).toBeCloseTo(1.1);
    expect(figures.today).toMatchObject({ tokens: 1_050, tokens_max: 2_000_000, cost_usd_max: 1.2 });
    expect((await chat()).status).toBe(429);
  });

  test('counts an answer that never came as if it had', async () => {
    endpoint.play(stalls);
    await start({ OPENAI_TIMEOUT_MS: 150 });
    expect((await chat()).status).toBe(504);
    expect((await usage()).today).toMatchObject({ tokens: expect.toSatisfy((n: number) => n > 100) });
  });
});

test('the switch turns a configured model off', async () => {
  endpoint.play(completes('x'));
  await start({ MODEL_CALLS: 'off' });
  expect((await chat()).status).toBe(503);
  expect(await (await fetch(`${service.url}/model`)).json()).toMatchObject({ configured: false });
  expect(endpoint.asked.length).toBe(0);
});

test('a redirect is not followed', async () => {
  endpoint.play(refuses(307, {}, { location: `${endpoint.url}/elsewhere` }));
  await start();
  expect((await chat()).status).toBe(502);
  expect(endpoint.asked.length).toBe(1);
});
