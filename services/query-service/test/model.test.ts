import type { InterpretResponse, ModelUse } from '@clearspan/contracts';
import { type CapturedTelemetry, captureTelemetry } from '@clearspan/instrumentation/capture';
import type { RunningService } from '@clearspan/service-kit';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { configSchema } from '../src/config.ts';
import { startQueryService } from '../src/main.ts';
import { type CatalogServer, startCatalogServer } from './catalog-server.ts';
import { type ModelAct, type ModelServer, startModelServer } from './model-server.ts';

/** The built-in rules ask back: the data has no such field. */
const QUESTION = 'errors in cart by flux';
const RIGHT = "source logs | filter $m.severity == ERROR && $l.subsystemname == 'cart' | countby $d.payment_provider";

let telemetry: CapturedTelemetry;
let store: CatalogServer;
let model: ModelServer;
let service: RunningService;

const start = async (name: string | null = 'small', env: object = {}): Promise<void> => {
  store = await startCatalogServer(200);
  model = await startModelServer(name);
  const base = { QUERY_SERVICE_PORT: 0, TELEMETRY_STORE_URL: store.url, EXTERNAL_API_SERVICE_URL: model.url };
  service = await startQueryService(configSchema.parse({ ...base, LOG_LEVEL: 'silent', ...env }));
};
beforeEach(() => {
  telemetry = captureTelemetry();
});
afterEach(async () => {
  await model.close();
  await service.stop();
  await store.close();
  await telemetry.stop();
});

const ask = async (user_input: string, more: object = {}): Promise<InterpretResponse> => {
  const response = await fetch(`${service.url}/generate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user_input, ...more }),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as InterpretResponse;
};
const useOf = (response: InterpretResponse): ModelUse | undefined =>
  response.kind === 'refuse' ? undefined : response.model;
const writes = (query: string): ModelAct => ({
  content: JSON.stringify({ decision: 'answer', query, unlinked: [], confidence: 0.9 }),
});

describe('without a configured model', () => {
  test('nothing changes, and nobody is called but for one look', async () => {
    await start(null);
    const answers = [await ask(QUESTION), await ask(`${QUESTION} again`), await ask('errors in cart')];
    for (const answer of answers) expect(answer).not.toHaveProperty('model');
    expect([model.looks(), model.chats.length, store.ran.length]).toEqual([1, 0, 0]);
    expect(telemetry.spans().map(({ name }) => name)).not.toContain('nlq.translate');
  });

  test('nor is it looked for where the built-in reading is sure, or declines', async () => {
    await start('small');
    await ask('count errors by payment provider in the last hour');
    await ask('delete all logs');
    await ask('tell me a joke');
    expect([model.looks(), model.chats.length]).toEqual([0, 0]);
  });
});

describe('with a configured model', () => {
  test('its query answers where the built-in rules ask back', async () => {
    await start();
    model.play(writes(RIGHT));
    const answer = await ask(QUESTION, {
      caller: { user: '10.0.0.9', team: null, admin: false },
      time_range: { from: '2026-03-01T10:00:00Z', to: '2026-03-01T12:00:00Z' },
    });
    expect(answer).toMatchObject({
      kind: 'answer',
      query: RIGHT,
      model_used: 'small',
      model: {
        used: true,
        name: 'small',
        calls: 1,
        input_tokens: 1_000,
        output_tokens: 50,
        cost_usd: 0.002,
        cached: false,
      },
    });
    expect(model.chats[0]).toMatchObject({
      caller: '10.0.0.9',
      temperature: 0,
      max_tokens: 400,
      output: { name: 'dataprime_answer' },
    });
    expect(store.ran).toEqual([
      { query: RIGHT, limit: 200, time_range: { from: '2026-03-01T10:00:00Z', to: '2026-03-01T12:00:00Z' } },
    ]);
  });

  const callerOf = (user: string): object => ({ user, team: null, admin: false });

  test('the same question costs nothing twice, but another caller is another question', async () => {
    await start();
    model.play(writes(RIGHT));
    await ask(QUESTION, { caller: callerOf('a') });
    expect(useOf(await ask(` ${QUESTION}? `, { caller: callerOf('a') }))).toMatchObject({
      used: true,
      cached: true,
      calls: 0,
    });
    await ask(QUESTION, { caller: callerOf('b') });
    expect(model.chats.length).toBe(2);
  });

  test('the steps are spans below one, and say nothing of what was said', async () => {
    await start();
    model.play({ content: 'no json' }, writes(RIGHT));
    await ask(QUESTION);
    const spans = telemetry.spans();
    const root = spans.find(({ name }) => name === 'query_service.generate_dataprime_query');
    const generate = spans.find(({ name }) => name === 'query_service.generate');
    const translate = spans.find(({ name }) => name === 'nlq.translate');
    expect(generate?.parentSpanContext?.spanId).toBe(root?.spanContext().spanId);
    expect(translate?.parentSpanContext?.spanId).toBe(generate?.spanContext().spanId);
    const steps = spans.filter(
      ({ parentSpanContext }) => parentSpanContext?.spanId === translate?.spanContext().spanId,
    );
    expect(steps.map(({ name }) => name)).toEqual(['nlq.link', 'nlq.retrieve', 'nlq.chat', 'nlq.repair', 'nlq.probe']);
    expect(translate?.attributes).toMatchObject({
      'nlq.mode': 'smart',
      'nlq.outcome': 'model',
      'nlq.repairs': 1,
      'nlq.cache.hit': false,
      'nlq.prompt.version': '1',
      'nlq.cost.usd': 0.004,
      'gen_ai.request.model': 'small',
    });
    expect(new Set(spans.map((span) => span.spanContext().traceId)).size).toBe(1);
    expect(JSON.stringify(spans.map(({ attributes }) => attributes))).not.toMatch(/flux|no json|<<<data/);
  });

  test.each<[string, ModelAct, string]>([
    ['refuses the key', { status: 502, detail: 'the model endpoint answered with status 401' }, 'status 401'],
    [
      'is used up',
      { status: 429, detail: "the day's budget of 5 US dollars for the model is used up" },
      '5 US dollars',
    ],
    ['writes no JSON', { content: 'hello' }, 'not the JSON'],
    ['writes SQL', writes('SELECT * FROM logs'), 'had errors'],
  ])('that %s, the built-in reading stays and says why', async (_, act, reason) => {
    await start();
    model.play(act);
    const answer = await ask(QUESTION);
    expect(answer).toMatchObject({ kind: 'clarify', message: expect.stringContaining('flux') });
    expect(useOf(answer)).toMatchObject({ used: false, reason: expect.stringContaining(reason) });
    expect(store.ran).toEqual([]);
  });

  test('that never answers, the time of the question ends the wait', async () => {
    await start('small', { MODEL_TURN_MS: 300 });
    model.play('never');
    expect(useOf(await ask(QUESTION))).toMatchObject({
      used: false,
      calls: 1,
      reason: expect.stringContaining('in time'),
    });
  });

  test('that never answers, nor does who asked wait longer than they said', async () => {
    await start();
    model.play('never');
    const response = await fetch(`${service.url}/generate`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-deadline-ms': '700' },
      body: JSON.stringify({ user_input: QUESTION }),
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ kind: 'clarify', model: { used: false } });
  });

  test('nothing is sent of a question that holds a secret', async () => {
    await start();
    expect(useOf(await ask(`${QUESTION} for password=hunter2222`))).toMatchObject({ used: false, calls: 0 });
    expect(model.chats).toEqual([]);
  });
});

describe('the store', () => {
  const TEXTS: readonly string[] = [
    'SELECT * FROM system.tables',
    "source logs | filter $l.subsystemname == 'cart' && $m.severity == ERROR; DROP TABLE logs",
    'source system.users',
    'source logs | delete all',
    'source logs last 9999d',
    "source logs | filter $d.invented == 'x'",
    'source logs | enrich $d.a into $d.b using secrets',
    `${RIGHT} | create x from file('/etc/passwd')`,
    `${RIGHT} | choose $d.a as $d['<b>']`,
    'not a query',
    ' ',
    '\u0000',
    `${RIGHT} | filter $d.payment_provider == 'somebody else'`,
    'source logs | count',
  ];

  test('is told nothing that was not parsed, checked and found to be of the question', async () => {
    await start();
    for (const text of TEXTS) {
      model.play(...model.chats.map(() => writes(text)), writes(text));
      expect((await ask(QUESTION)).kind, text).toBe('clarify');
    }
    expect(model.chats.length).toBeGreaterThan(TEXTS.length);
    expect(store.ran).toEqual([]);
  });

  test('is told what was written anew from the tree, not what a model wrote', async () => {
    await start();
    model.play(
      writes(
        `  SOURCE   logs// DROP TABLE logs\n| filter  level='error' AND service == "cart"  /* x */ | count ;`.replace(
          'SOURCE',
          'source',
        ),
      ),
    );
    await ask(QUESTION);
    expect(store.ran.map(({ query }) => query)).toEqual([
      "source logs | filter $m.severity == ERROR && $l.subsystemname == 'cart' | count",
    ]);
  });
});
