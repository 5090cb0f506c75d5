import type { GenerateQueryResponse, TraceResponse } from '@clearspan/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from './support/eventually.ts';
import { get, post } from './support/http.ts';
import {
  type Act,
  completes,
  drips,
  type ModelEndpoint,
  plainOnly,
  refuses,
  startModelEndpoint,
  writes,
} from './support/model-endpoint.ts';
import { clearspan, type System, startSystem } from './support/system.ts';
import { draw, namedTree } from './support/trace-tree.ts';

const KEY = 'sk-live-swordfish-123456';
const RIGHT = 'source logs | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as n';
/** The data has nothing called flux, so the built-in rules ask back. */
const QUESTION = 'errors by flux';

let endpoint: ModelEndpoint;
let system: System;
const ask = async (user_input: string, more: object = {}): Promise<GenerateQueryResponse> => {
  const { status, body } = await post(`${system.url('api-gateway')}/api/generate-query`, { user_input, ...more });
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};

beforeAll(async () => {
  endpoint = await startModelEndpoint();
  system = await startSystem(19_500, {
    env: {
      OPENAI_BASE_URL: endpoint.url,
      OPENAI_MODEL: 'small',
      OPENAI_API_KEY: KEY,
      OPENAI_TIMEOUT_MS: '700',
      MODEL_INPUT_USD_PER_MILLION: '1',
      MODEL_OUTPUT_USD_PER_MILLION: '4',
      RATE_LIMIT_PER_MINUTE: '1000',
    },
  });
  // An error to be counted, and the fields that logs have.
  await post(`${system.url('api-gateway')}/api/query`, { query: 'source logs | nonsense' });
  await eventually('the fields of logs are known', async () => {
    const { body } = await get(`${system.url('api-gateway')}/api/catalog`);
    return body.logs.fields.length > 5 && body.spans.fields.length > 5 ? true : undefined;
  });
});
afterAll(async () => {
  await system?.stop();
  await endpoint?.close();
});

describe('every way a model can fail leaves the built-in reading, with the reason', () => {
  test.each<[name: string, reason: RegExp, calls: number, acts: readonly Act[]]>([
    ['no JSON', /not the JSON/, 3, [completes('I would rather talk')]],
    ['cut off', /cut off/, 3, [completes('{"decision":"ans', { finish: 'length' })]],
    ['a field that is not there', /had errors/, 3, [writes('source logs | filter $d.flux == 1')]],
    ['SQL', /had errors/, 3, [writes('SELECT * FROM logs')]],
    ['the prompt', /had errors|not run/, 3, [writes('Task: translate one question about logs')]],
    ['an order that was obeyed', /may not be asked/, 1, [writes('source system.users | limit 5')]],
    ['401', /status 401/, 1, [refuses(401)]],
    ['429', /status 429/, 1, [refuses(429)]],
    ['500', /status 500/, 1, [refuses(500)]],
    ['a redirect', /status 302/, 1, [refuses(302, { location: 'http://127.0.0.1:1/' })]],
    ['a stream without end', /did not answer in 700 ms/, 1, [drips]],
    ['300 kB', /over 16000 characters/, 1, [completes('x'.repeat(300_000))]],
    ['2 MB', /bytes/, 1, [completes('x'.repeat(2_000_000))]],
    ['no idea', /no query/, 1, [completes('{"decision":"unsupported","query":""}')]],
  ])('%s', async (_, reason, calls, acts) => {
    endpoint.play(...acts);
    const answer = await ask(QUESTION);
    expect(answer).toMatchObject({ kind: 'clarify', message: expect.stringContaining('flux') });
    expect(answer.model).toMatchObject({ used: false, name: 'small', calls, reason: expect.stringMatching(reason) });
    expect(JSON.stringify(answer)).not.toContain(KEY);
    // What is declined goes to no model.
    endpoint.play(refuses(404));
    expect((await ask('delete all logs')).kind).toBe('refuse');
    expect(endpoint.asked()).toEqual([]);
  });
});

describe('a model that writes a query', () => {
  let answer: GenerateQueryResponse;
  beforeAll(async () => {
    endpoint.play(completes('hm'), writes(RIGHT));
    answer = await ask(QUESTION);
  });

  test('has it run, and what it cost told', () => {
    expect(answer).toMatchObject({
      kind: 'answer',
      query: RIGHT,
      model_used: 'small',
      model: { used: true, calls: 2, input_tokens: 2_000, output_tokens: 100, cost_usd: 0.0024, cached: false },
      validation: { is_valid: true },
      result: { row_count: expect.any(Number) },
    });
  });

  test('is in the one trace of the question, with its steps', async () => {
    const trace = await eventually('the whole trace', async () => {
      const { status, body } = await get(`${system.url('api-gateway')}/api/traces/${answer.trace_id}`);
      const read = body as TraceResponse;
      // Each process sends its spans by itself: those of the model's service and of the store, for the probe and for the answer.
      const count = (wanted: string): number => read.spans?.filter(({ name }) => name === wanted).length ?? 0;
      const whole = count('chat small') === 2 && count('telemetry_store.execute_dataprime') === 2;
      return status === 200 && read.complete && whole ? read : undefined;
    });
    expect(trace.spans.filter(({ parent_id }) => parent_id === null).map(({ name }) => name)).toEqual([
      'api_gateway.generate_query_pipeline',
    ]);
    expect(draw(namedTree(trace))).toContain(
      [
        '      query_service.generate',
        '        nlq.translate',
        '          nlq.link',
        '          nlq.retrieve',
        '          nlq.chat',
        '          nlq.repair',
        '          nlq.probe',
        '            telemetry_store.execute_dataprime',
      ].join('\n'),
    );
    const chats = trace.spans.filter(({ name }) => name === 'chat small');
    expect(chats.map(({ kind, service }) => [kind, service])).toEqual([
      ['client', 'external-api-service'],
      ['client', 'external-api-service'],
    ]);
    expect(chats[0]?.attributes).toMatchObject({
      'gen_ai.operation.name': 'chat',
      'gen_ai.request.model': 'small',
      'gen_ai.usage.input_tokens': 1_000,
      'gen_ai.usage.output_tokens': 50,
    });
    const everything = JSON.stringify(trace);
    for (const kept of [KEY, 'errors by flux', '<<<data', 'Task: translate']) expect(everything).not.toContain(kept);
  });

  test('is not paid twice for the same question', async () => {
    endpoint.play(refuses(500));
    const again = await ask(QUESTION);
    expect(again.model).toMatchObject({ used: true, cached: true, calls: 0, cost_usd: 0 });
    expect(endpoint.asked()).toEqual([]);
  });

  test('and an endpoint that counts nothing has no figures', async () => {
    const content = JSON.stringify({ decision: 'answer', query: RIGHT, unlinked: [], confidence: 1 });
    endpoint.play(completes(content, { usage: null }));
    expect((await ask('errors by flux please')).model).toMatchObject({
      used: true,
      input_tokens: null,
      cost_usd: null,
    });
  });

  test('and an endpoint that knows no schemas is spoken to in plain text', async () => {
    endpoint.play(plainOnly(writes(RIGHT)));
    expect((await ask('errors by flux now')).model).toMatchObject({ used: true, calls: 1 });
    expect(endpoint.asked().length).toBe(4);
  });

  test('is told on the command line in a sentence', async () => {
    const url = system.url('api-gateway');
    const { stdout } = await clearspan(['ask', '--url', url, QUESTION]);
    expect(stdout).toContain('// model small: The built-in reading asked back, so the query of the model is taken.');
  });

  test('is in the figures', async () => {
    const { body } = await get(`${system.url('external-api-service')}/usage`);
    expect(body.requests).toBeGreaterThan(10);
    expect(body.cost_usd).toBeGreaterThan(0.0024);
    expect(body.today).toMatchObject({ tokens_max: 2_000_000, cost_usd_max: 5 });
    const { body: metrics } = await get(`${system.url('external-api-service')}/metrics`);
    expect(metrics).toMatch(/gen_ai_client_token_usage\w*_bucket\{[^}]*gen_ai_token_type="input"/);
  });
});
