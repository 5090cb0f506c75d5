import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HistoryEntry, HistoryPage, ProblemDetails, ProcessingRecord } from '@clearspan/contracts';
import { type CapturedTelemetry, captureTelemetry } from '@clearspan/instrumentation/capture';
import type { RunningService } from '@clearspan/service-kit';
import { SpanKind } from '@opentelemetry/api';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { configSchema } from '../src/config.ts';
import { startStorageService } from '../src/main.ts';

let folder = '';
let service: RunningService;
let telemetry: CapturedTelemetry;
const start = async (rowsMax = 1_000): Promise<void> => {
  const env = { STORAGE_SERVICE_PORT: 0, CLEARSPAN_DATA: folder, STORAGE_ROWS_MAX: rowsMax, LOG_LEVEL: 'silent' };
  service = await startStorageService(configSchema.parse(env));
};

beforeEach(async () => {
  telemetry = captureTelemetry();
  folder = mkdtempSync(join(tmpdir(), 'clearspan-storage-'));
  await start();
});
afterEach(async () => {
  await service.stop();
  await telemetry.stop();
  rmSync(folder, { recursive: true });
});

const call = async <T>(method: string, path: string, body?: unknown): Promise<{ status: number; data: T }> => {
  const response = await fetch(`${service.url}${path}`, {
    method,
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  return { status: response.status, data: (await response.json()) as T };
};

const TRACE = 'a'.repeat(32);
const feedback = { user_input: 'errors?', generated_query: "filter x == '''; --", rating: 5, trace_id: TRACE };
const record: ProcessingRecord = {
  user_input: 'errors?',
  query: 'source logs',
  trace_id: TRACE,
  complexity: { level: 'low', score: 10, parts: [{ what: 'one stage', points: 10 }] },
  insights: [{ kind: 'result', message: 'no rows' }],
  transformed: { kind: 'none', reason: 'no rows' },
};
const entry: HistoryEntry = {
  user_input: 'errors?',
  query: 'source logs',
  intent: 'list',
  validation: {
    is_valid: true,
    syntax_score: 1,
    complexity_score: 10,
    warnings: [],
    errors: [],
    suggestions: [],
    enhancements: [],
    processing_time_ms: 1.5,
  },
  row_count: 3,
  execution_time_ms: 12.5,
  trace_id: TRACE,
  task_id: null,
};

describe('feedback', () => {
  test('is stored and counted', async () => {
    const stored = await call<{ feedback_id: string; stored_at: string }>('POST', '/feedback', feedback);
    expect(stored.status).toBe(201);
    await call('POST', '/feedback', { ...feedback, rating: 3 });
    await call('POST', '/feedback', { ...feedback, rating: 1, comment: 'wrong field' });
    const { data } = await call<Record<string, unknown>>('GET', '/feedback/stats');
    expect(data).toMatchObject({
      total_feedback: 3,
      positive_feedback: 1,
      negative_feedback: 1,
      satisfaction_rate: 1 / 3,
      recent_feedback: [{ rating: 1, comment: 'wrong field' }, { rating: 3 }, { ...stored.data, rating: 5 }],
    });
  });

  test('of which there is none has no rate', async () => {
    const { data } = await call<Record<string, unknown>>('GET', '/feedback/stats');
    expect(data).toEqual({
      total_feedback: 0,
      positive_feedback: 0,
      negative_feedback: 0,
      satisfaction_rate: null,
      recent_feedback: [],
    });
  });

  test('that is wrong is refused with what is wrong', async () => {
    const { status, data } = await call<ProblemDetails>('POST', '/feedback', { ...feedback, rating: 9 });
    expect([status, data.code]).toEqual([400, 'INVALID_REQUEST']);
    expect(data.errors?.[0]?.path).toBe('body.rating');
  });
});

describe('processing records', () => {
  test('storing twice is storing once', async () => {
    const first = await call<{ record_id: string; created: boolean }>('PUT', '/processing/task-1', record);
    expect([first.status, first.data.created]).toEqual([201, true]);
    const changed = { ...record, insights: [] };
    const second = await call<{ record_id: string; created: boolean }>('PUT', '/processing/task-1', changed);
    expect([second.status, second.data.created]).toEqual([200, false]);
    expect(second.data.record_id).toBe(first.data.record_id);
    const { data } = await call<ProcessingRecord>('GET', '/processing/task-1');
    expect(data).toEqual({
      ...changed,
      task_id: 'task-1',
      record_id: first.data.record_id,
      stored_at: expect.any(String),
    });
    expect((await call('GET', '/counts')).data).toEqual({ feedback: 0, processing: 1, history: 0 });
  });

  test('of an unknown task are not found', async () => {
    const { status, data } = await call<ProblemDetails>('GET', '/processing/nope');
    expect([status, data.code]).toEqual([404, 'NOT_FOUND']);
  });
});

describe('history', () => {
  test('is listed newest first, page by page, with insights and feedback', async () => {
    for (const n of [1, 2, 3])
      await call('POST', '/history', { ...entry, user_input: `q${n}`, trace_id: `${n}`.repeat(32) });
    await call('PUT', '/processing/task-9', { ...record, trace_id: '2'.repeat(32) });
    await call('POST', '/feedback', { ...feedback, trace_id: '2'.repeat(32), rating: 2 });
    await call('POST', '/feedback', { ...feedback, trace_id: '2'.repeat(32), rating: 4, comment: 'better' });
    const first = (await call<HistoryPage>('GET', '/history?limit=2')).data;
    expect(first.items.map((item) => item.user_input)).toEqual(['q3', 'q2']);
    expect(first.items[1]).toMatchObject({
      ...entry,
      user_input: 'q2',
      trace_id: '2'.repeat(32),
      insights: record.insights,
      feedback: { rating: 4, comment: 'better' },
    });
    expect(first.items[0]).toMatchObject({ insights: null, feedback: null });
    const second = (await call<HistoryPage>('GET', `/history?limit=2&cursor=${first.next_cursor}`)).data;
    expect([second.items.map((item) => item.user_input), second.next_cursor]).toEqual([['q1'], null]);
    const one = await call<{ user_input: string }>('GET', `/history/${second.items[0]?.id}`);
    expect(one.data.user_input).toBe('q1');
  });

  test('goes by the task where there is one', async () => {
    await call('POST', '/history', { ...entry, task_id: 'task-2' });
    await call('PUT', '/processing/task-1', record);
    await call('PUT', '/processing/task-2', { ...record, insights: [{ kind: 'cost', message: 'its own' }] });
    const { items } = (await call<HistoryPage>('GET', '/history')).data;
    expect(items[0]?.insights).toEqual([{ kind: 'cost', message: 'its own' }]);
  });

  test.each(['/history?limit=0', '/history?limit=ten', '/history?cursor=zzz'])('%s is refused', async (path) => {
    const { status, data } = await call<ProblemDetails>('GET', path);
    expect([status, data.code]).toEqual([400, 'INVALID_REQUEST']);
  });

  test('does not grow for ever', async () => {
    await service.stop();
    await start(100);
    for (let n = 1; n <= 300; n++) await call('POST', '/history', entry);
    expect((await call('GET', '/counts')).data).toMatchObject({ history: 100 });
  });
});

test('what was stored is there after a restart', async () => {
  await call('POST', '/feedback', feedback);
  await service.stop();
  await start();
  expect((await call('GET', '/counts')).data).toMatchObject({ feedback: 1 });
});

test('a write is one server span with the statement below it, and no value in it', async () => {
  telemetry.clear();
  await call('PUT', '/processing/task-1', { ...record, user_input: 'secret question' });
  await expect.poll(() => telemetry.spans().length).toBe(2);
  const [statement, server] = telemetry.spans();
  expect([server?.name, server?.kind]).toEqual(['storage_service.store_processing_data', SpanKind.SERVER]);
  expect(server?.attributes).toMatchObject({ 'database.operation': 'upsert', 'storage.record_id': expect.any(String) });
  expect([statement?.name, statement?.kind]).toEqual(['INSERT processing', SpanKind.CLIENT]);
  expect(statement?.parentSpanContext?.spanId).toBe(server?.spanContext().spanId);
  expect(statement?.attributes).toMatchObject({
    'db.system.name': 'sqlite',
    'db.operation.name': 'INSERT',
    'db.collection.name': 'processing',
    'db.query.text': expect.stringMatching(/^insert into "processing".*values \(\?/),
  });
  expect(JSON.stringify(statement?.attributes)).not.toContain('secret question');
});

test('health makes no spans', async () => {
  telemetry.clear();
  expect((await call('GET', '/health')).status).toBe(200);
  expect(telemetry.spans()).toEqual([]);
});
