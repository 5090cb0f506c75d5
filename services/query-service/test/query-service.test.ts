import type { InterpretResponse, ProblemDetails } from '@clearspan/contracts';
import { type CapturedTelemetry, captureTelemetry } from '@clearspan/instrumentation/capture';
import type { RunningService } from '@clearspan/service-kit';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { configSchema } from '../src/config.ts';
import { startQueryService } from '../src/main.ts';
import { type CatalogServer, startCatalogServer } from './catalog-server.ts';

let telemetry: CapturedTelemetry;
let store: CatalogServer;
let service: RunningService;

const start = async (storeStatus = 200): Promise<void> => {
  store = await startCatalogServer(storeStatus);
  const env = { QUERY_SERVICE_PORT: 0, TELEMETRY_STORE_URL: store.url, LOG_LEVEL: 'silent' };
  service = await startQueryService(configSchema.parse(env));
};
beforeEach(() => {
  telemetry = captureTelemetry();
});
afterEach(async () => {
  await service.stop();
  await store.close();
  await telemetry.stop();
});

const post = async <T>(body: object): Promise<{ status: number; data: T }> => {
  const response = await fetch(`${service.url}/generate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, data: (await response.json()) as T };
};
const ask = async (user_input: string, more: object = {}): Promise<InterpretResponse> =>
  (await post<InterpretResponse>({ user_input, ...more })).data;
const answerTo = async (
  user_input: string,
  more: object = {},
): Promise<Extract<InterpretResponse, { kind: 'answer' }>> => {
  const response = await ask(user_input, more);
  if (response.kind !== 'answer') throw new Error(`expected an answer, found ${JSON.stringify(response)}`);
  return response;
};

describe('with the catalog of the store', () => {
  beforeEach(() => start());

  test('a question is read in the fields that the data has', async () => {
    const answer = await answerTo('count errors by payment provider in the last hour');
    expect(answer.query).toContain('groupby $d.payment_provider');
    expect(answer).toMatchObject({ model_used: 'built-in', knowledge_base_used: true });
  });

  test('a value of the data names its field', async () => {
    expect((await answerTo('errors in checkout')).query).toContain("$l.subsystemname == 'checkout'");
  });

  test('a follow-up changes the query of the turn before it', async () => {
    const earlier = 'source logs | filter $m.severity == ERROR | count';
    const { query } = await answerTo('only for cart', { context: [{ question: 'count errors', query: earlier }] });
    expect(query).toContain("$l.subsystemname == 'cart'");
    expect(query).toContain('$m.severity == ERROR');
  });

  test('a frozen clock decides what yesterday was', async () => {
    const { interpretation } = await answerTo('errors yesterday', { now: '2026-03-02T12:00:00Z' });
    expect(interpretation).toContain('2026-03-01');
  });

  test('what would change data is refused, with questions that could be asked', async () => {
    const response = await ask('delete all logs');
    expect(response.kind).toBe('refuse');
    expect(response).toHaveProperty('options.0');
  });

  test('the catalog is read once for the questions to come', async () => {
    await Promise.all([ask('errors'), ask('errors by service')]);
    await ask('slowest requests');
    expect(store.reads()).toBe(1);
  });

  test('the steps of a question are spans under its own', async () => {
    const { query, intent, intent_confidence } = await answerTo('errors in checkout');
    const spans = telemetry.spans();
    const root = spans.find(({ name }) => name === 'query_service.generate_dataprime_query');
    const steps = spans.filter(({ parentSpanContext }) => parentSpanContext?.spanId === root?.spanContext().spanId);
    expect(steps.map(({ name }) => name)).toEqual([
      'query_service.classify_intent',
      'query_service.link_schema',
      'query_service.generate',
    ]);
    expect(root?.attributes).toMatchObject({
      'user.input.length': 'errors in checkout'.length,
      'intent.type': intent,
      'intent.confidence': intent_confidence,
      'query.generated': query,
    });
    expect(JSON.stringify(spans.map(({ attributes }) => attributes))).not.toContain('errors in checkout');
  });

  test.each([
    ['blanks', { user_input: '  ' }, 'body.user_input'],
    ['too long a question', { user_input: 'e'.repeat(2_001) }, 'body.user_input'],
    ['an unknown mode', { user_input: 'errors', mode: 'wild' }, 'body.mode'],
    ['a time that is none', { user_input: 'errors', now: 'noon' }, 'body.now'],
  ])('%s are refused with the place of what is wrong', async (_, body, path) => {
    const { status, data } = await post<ProblemDetails>(body);
    expect([status, data.code, data.errors?.[0]?.path]).toEqual([400, 'INVALID_REQUEST', path]);
  });
});

describe('without the catalog of the store', () => {
  test('a question is still answered, and says that nothing was known of the data', async () => {
    await start(503);
    const answer = await answerTo('count errors by service');
    expect(answer.query).toContain('source logs');
    expect(answer.knowledge_base_used).toBe(false);
  });
});
