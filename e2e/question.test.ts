import type { GenerateQueryAnswer, TraceResponse } from '@clearspan/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from './support/eventually.ts';
import { get, post } from './support/http.ts';
import { type System, startSystem } from './support/system.ts';
import { draw, namedTree } from './support/trace-tree.ts';

const TRACE = `\
api_gateway.generate_query_pipeline
  api_gateway.call_query_service
    query_service.generate_dataprime_query
      query_service.classify_intent
      query_service.link_schema
      query_service.generate
  api_gateway.call_validation_service
    validation_service.validate_dataprime_query
      validation_service.syntax_analysis
      validation_service.enhancement_suggestions
  api_gateway.execute_query
    telemetry_store.execute_dataprime
  api_gateway.enqueue_processing
    queue_service.enqueue_message
      queue_service.add_to_queue
        queue_service.process_background_message
          processing_service.process_query_data
            processing_service.analyze_complexity
            processing_service.generate_insights
            processing_service.transform_data
            processing_service.store_insights
              storage_service.store_processing_data
`;

let system: System;
let answer: GenerateQueryAnswer;
let trace: TraceResponse;

const question = { user_input: 'Show me errors from the last hour grouped by service' };
const spanOf = (name: string) => trace.spans.find((span) => span.name === name);

beforeAll(async () => {
  system = await startSystem(18_100);
  // Something that went wrong, in the system's own telemetry: a query that is not DataPrime.
  await post(`${system.url('api-gateway')}/api/query`, { query: 'source logs | nonsense' });
  const { status, body } = await post(`${system.url('api-gateway')}/api/generate-query`, question);
  expect(status, JSON.stringify(body)).toBe(200);
  answer = body;
  trace = await eventually('the whole trace', async () => {
    const { status: found, body: read } = await get(`${system.url('api-gateway')}/api/traces/${answer.trace_id}`);
    if (found !== 200) return undefined;
    return draw(namedTree(read)) === TRACE && read.complete ? read : undefined;
  }).catch(async (error) => {
    const { body: read } = await get(`${system.url('api-gateway')}/api/traces/${answer.trace_id}`);
    throw new Error(
      `the trace is\n${read?.spans ? draw(namedTree(read)) : JSON.stringify(read)}\nreason: ${read?.reason}`,
      {
        cause: error,
      },
    );
  });
});

afterAll(() => system?.stop());

describe('one question', () => {
  test('is answered with the query, its check, its rows and its task', () => {
    expect(answer).toMatchObject({
      success: true,
      kind: 'answer',
      query:
        'source logs last 1h | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | orderby errors desc',
      validation: { is_valid: true, errors: [] },
      is_root_span: true,
      model_used: 'built-in',
      services_called: ['query-service', 'validation-service', 'telemetry-store', 'queue-service', 'storage-service'],
    });
    expect(answer.result?.columns.map((column) => column.name)).toEqual(['subsystemname', 'errors']);
    expect(answer.trace_id).toMatch(/^[0-9a-f]{32}$/);
    expect(answer.background_task_id).not.toBeNull();
  });

  test('is one trace: one root, no orphan, every span in its place', () => {
    expect(draw(namedTree(trace))).toBe(TRACE);
    const ids = new Set(trace.spans.map((span) => span.span_id));
    const roots = trace.spans.filter((span) => span.parent_id === null);
    expect(roots.map((span) => span.name)).toEqual(['api_gateway.generate_query_pipeline']);
    expect(roots[0]?.span_id).toBe(answer.span_id);
    expect(trace.spans.filter((span) => span.parent_id !== null && !ids.has(span.parent_id))).toEqual([]);
    expect(ids.size).toBe(trace.spans.length);
  });

  test('touches each service under its own name', () => {
    expect([...trace.services].sort()).toEqual([
      'api-gateway',
      'processing-service',
      'query-service',
      'queue-service',
      'queue-worker',
      'storage-service',
      'telemetry-store',
      'validation-service',
    ]);
  });

  test('crosses the queue as a child of the producer, with a link to it', () => {
    const producer = spanOf('queue_service.add_to_queue');
    const consumer = spanOf('queue_service.process_background_message');
    expect(producer?.kind).toBe('producer');
    expect(consumer?.kind).toBe('consumer');
    expect(consumer?.service).toBe('queue-worker');
    expect(consumer?.parent_id).toBe(producer?.span_id);
    expect(consumer?.links.map((link) => link.span_id)).toEqual([producer?.span_id]);
    expect(producer?.attributes['message.id']).toBe(answer.background_task_id);
    expect(consumer?.attributes['message.id']).toBe(answer.background_task_id);
  });

  test('carries the attributes of the contract', () => {
    expect(spanOf('api_gateway.generate_query_pipeline')?.attributes).toMatchObject({
      'user.input.length': question.user_input.length,
      'query.generated': answer.query,
      'intent.type': answer.intent,
      'validation.is_valid': true,
      'validation.score': answer.validation.syntax_score,
      'http.request.method': 'POST',
      'http.route': '/api/generate-query',
      'http.response.status_code': 200,
    });
    for (const span of trace.spans) expect(span.attributes['correlation.id'], span.name).toEqual(expect.any(String));
    expect(new Set(trace.spans.map((span) => span.attributes['correlation.id'])).size).toBe(1);
    const statements = trace.spans.filter((span) => span.attributes['db.system.name'] !== undefined);
    expect(statements.map((span) => span.attributes['db.system.name'])).toEqual(
      expect.arrayContaining(['clickhouse', 'sqlite']),
    );
    for (const span of statements) expect(span.kind).toBe('client');
  });

  test('has its logs under its trace id', async () => {
    const { body } = await eventually('logs of the request', async () => {
      const found = await post(`${system.url('api-gateway')}/api/query`, {
        query: `source logs last 1h | filter $d.logRecord.traceId == '${answer.trace_id}' | countby $l.subsystemname`,
      });
      const services = found.body.rows?.map((row: { $d: { subsystemname: string } }) => row.$d.subsystemname) ?? [];
      return services.includes('api-gateway') && services.includes('query-service') ? found : undefined;
    });
    expect(body.rows.length).toBeGreaterThanOrEqual(2);
  });

  test('yields insights that are stored', async () => {
    const insights = await eventually('stored insights', async () => {
      const { body } = await get(`${system.url('api-gateway')}/api/insights/${answer.background_task_id}`);
      return body.status === 'completed' && body.insights ? body : undefined;
    });
    expect(insights.complexity.parts.length).toBeGreaterThan(0);
    expect(insights.transformed.kind).toBe(answer.result?.row_count ? 'ranking' : 'none');
  });

  test('is in the history with its feedback', async () => {
    const gateway = system.url('api-gateway');
    const { status, body } = await post(`${gateway}/api/feedback`, {
      user_input: question.user_input,
      generated_query: answer.query,
      rating: 5,
      trace_id: answer.trace_id,
    });
    expect(status).toBe(201);
    expect(body.success).toBe(true);
    const { body: history } = await get(`${gateway}/api/history`);
    expect(history.items[0]).toMatchObject({
      user_input: question.user_input,
      trace_id: answer.trace_id,
      feedback: { rating: 5 },
    });
    const { body: stats } = await get(`${gateway}/api/feedback/stats`);
    expect(stats).toMatchObject({
      total_feedback: 1,
      positive_feedback: 1,
      negative_feedback: 0,
      satisfaction_rate: 1,
    });
  });
});

describe('the services', () => {
  test('are known to be well, also those that no question reaches', async () => {
    const { data } = await eventually('every service was looked at', async () => {
      const { body } = await get(`${system.url('api-gateway')}/api/services/status`);
      return body.data.healthyServices === body.data.totalServices ? body : undefined;
    });
    expect(data.services.map((service: { name: string }) => service.name)).toContain('external-api-service');
    expect(data.openCircuitBreakers).toBe(0);
  });
});

describe('/metrics', () => {
  const requests = async (service: string, route: string): Promise<number> => {
    const { body } = await get(`${system.url(service)}/metrics`);
    const lines = (body as string)
      .split('\n')
      .filter((line) => line.startsWith('http_server_request_duration_seconds_count'));
    return lines
      .filter((line) => line.includes(`route="${route}"`))
      .reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
  };

  test('count exactly the requests made', async () => {
    const before = await requests('api-gateway', '/api/generate-query');
    const downstream = await requests('query-service', '/generate');
    for (let i = 0; i < 3; i += 1) await post(`${system.url('api-gateway')}/api/generate-query`, question);
    await post(`${system.url('api-gateway')}/api/generate-query`, { user_input: ' ' });
    expect((await requests('api-gateway', '/api/generate-query')) - before).toBe(4);
    expect((await requests('query-service', '/generate')) - downstream).toBe(3);
  });
});
