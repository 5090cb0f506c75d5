import type {
  Caller,
  InterpretResponse,
  LearnedItem,
  LearnedList,
  LearnResponse,
  ProblemDetails,
} from '@clearspan/contracts';
import { type CapturedTelemetry, captureTelemetry } from '@clearspan/instrumentation/capture';
import type { RunningService } from '@clearspan/service-kit';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { configSchema } from '../src/config.ts';
import { startQueryService } from '../src/main.ts';
import { CATALOG, type CatalogServer, startCatalogServer, text } from './catalog-server.ts';
import { type LessonServer, startLessonServer } from './lesson-server.ts';

let telemetry: CapturedTelemetry;
let store: CatalogServer;
let lessons: LessonServer;
let service: RunningService;

beforeEach(async () => {
  telemetry = captureTelemetry();
  store = await startCatalogServer(200);
  lessons = await startLessonServer();
  const env = { QUERY_SERVICE_PORT: 0, TELEMETRY_STORE_URL: store.url, STORAGE_SERVICE_URL: lessons.url };
  service = await startQueryService(configSchema.parse({ ...env, LOG_LEVEL: 'silent' }));
});
afterEach(async () => {
  await service.stop();
  await store.close();
  await lessons.close();
  await telemetry.stop();
});

const ann: Caller = { user: 'ann', team: null, admin: false };
const bob: Caller = { user: 'bob', team: null, admin: false };
const root: Caller = { user: 'root', team: null, admin: true };

const post = async <T>(path: string, body: object): Promise<{ status: number; data: T }> => {
  const response = await fetch(`${service.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, data: (await response.json()) as T };
};
const list = async ({ user, admin }: Caller, all = false): Promise<readonly LearnedItem[]> => {
  const response = await fetch(`${service.url}/learned?user=${user}&admin=${admin}&all=${all}`);
  return ((await response.json()) as LearnedList).items;
};
const QUESTION = 'orders svc errors';
const MEANT = "source logs | filter $m.severity == ERROR && $l.subsystemname == 'checkout'";
const queryFor = async (caller?: Caller): Promise<string> => {
  const { data } = await post<InterpretResponse>('/generate', { user_input: QUESTION, mode: 'permissive', caller });
  return data.kind === 'answer' ? data.query : data.message;
};
const correct = async (caller: Caller, more: object = {}): Promise<LearnResponse> =>
  (
    await post<LearnResponse>('/learn', {
      caller,
      feedback_id: 'f1',
      user_input: QUESTION,
      generated_query: 'source logs | filter $m.severity == ERROR',
      corrected_query: MEANT,
      rating: 1,
      ...more,
    })
  ).data;

describe('a correction', () => {
  test('is learned with its evidence, and told in a sentence', async () => {
    const { learned, not_learned } = await correct(ann);
    expect(not_learned).toBeNull();
    expect(learned).toMatchObject([
      {
        says: '"orders svc" is read as checkout ($l.subsystemname)',
        actions: ['undo'],
        evidence: [{ feedback_id: 'f1', question: QUESTION, after: MEANT, user: 'ann' }],
      },
    ]);
    expect(await list(ann)).toEqual(learned);
  });

  test('counts at once, for its user only, until it is undone', async () => {
    const before = await queryFor(ann);
    const [entry] = (await correct(ann)).learned;
    expect(await queryFor(ann)).toBe(MEANT);
    expect(await queryFor(bob)).toBe(before);
    expect(await queryFor()).toBe(before);
    const undone = await post<LearnedItem>(`/learned/${entry?.id}/undo`, { caller: ann });
    expect([undone.status, undone.data.active, undone.data.actions]).toEqual([200, false, ['redo']]);
    expect(await queryFor(ann)).toBe(before);
    await post(`/learned/${entry?.id}/redo`, { caller: ann });
    expect(await queryFor(ann)).toBe(MEANT);
  });

  test.each([
    ['rate', 'expected at most 50 corrections within a day'],
    ['full', 'expected at most 500 things learned'],
  ] as const)('that meets a limit (%s) says so', async (refused, reason) => {
    lessons.refuses = refused;
    expect(await correct(ann)).toEqual({ learned: [], not_learned: reason });
  });

  test('of something unsafe teaches nothing', async () => {
    const { not_learned } = await correct(ann, { user_input: 'delete all logs' });
    expect(not_learned).toBe('only questions that can be answered teach anything');
    expect(lessons.records).toEqual([]);
  });

  test('is one span, with no words of the question in it', async () => {
    await correct(ann);
    const spans = telemetry.spans();
    expect(spans.find(({ name }) => name === 'query_service.learn')?.attributes).toMatchObject({ 'learned.count': 1 });
    expect(JSON.stringify(spans.map(({ attributes }) => attributes))).not.toContain('orders');
  });
});

describe('what was learned', () => {
  test('is read once for the questions to come', async () => {
    await Promise.all([queryFor(ann), queryFor(ann), queryFor(bob)]);
    await queryFor(ann);
    expect(lessons.reads.toSorted()).toEqual(['?user=ann&evidence=false', '?user=bob&evidence=false']);
  });

  test('is not missed where it cannot be read: the question is answered without it', async () => {
    lessons.isDown = true;
    expect(await queryFor(ann)).toContain('source logs');
  });

  test('of others is shown to an admin only', async () => {
    await correct(ann);
    expect(await list(bob, true)).toEqual([]);
    expect(await list(root, true)).toMatchObject([{ owner: 'ann', actions: ['promote'] }]);
  });
});

describe('an alias that is written down', () => {
  const add = (alias: object): Promise<{ status: number; data: LearnedItem & ProblemDetails }> =>
    post('/learned', { caller: ann, alias });

  test('is held against the data', async () => {
    const { status, data } = await add({ phrase: 'orders svc', value: 'checkout' });
    expect([status, data.origin, data.says]).toEqual([
      201,
      'hand',
      '"orders svc" is read as checkout ($l.subsystemname)',
    ]);
    expect(await queryFor(ann)).toBe(MEANT);
  });

  test('may stand for what has only just come', async () => {
    await queryFor(ann);
    const field = text('l', ['subsystemname'], { checkout: 60, cart: 40, returns: 1 });
    const fields = [...CATALOG.logs.fields.filter(({ root }) => root !== 'l'), field];
    store.holds({ ...CATALOG, logs: { ...CATALOG.logs, fields } });
    expect((await add({ phrase: 'sendbacks desk', value: 'returns' })).status).toBe(201);
  });

  test.each([
    [{ phrase: 'errors', value: 'checkout' }, 'expected words without a meaning of their own, found "errors"'],
    [{ phrase: 'not', value: 'checkout' }, 'expected words without a meaning of their own, found "not"'],
    [{ phrase: "a' | b", value: 'checkout' }, 'expected plain words'],
    [{ phrase: 'orders svc', value: 'nowhere' }, "expected a value that the data has, found 'nowhere'"],
  ])('%j is refused', async (alias, detail) => {
    const { status, data } = await add(alias);
    expect([status, data.code, data.detail]).toEqual([400, 'INVALID_REQUEST', expect.stringContaining(detail)]);
    expect(lessons.records).toEqual([]);
  });

  test('cannot be undone where it is not', async () => {
    const { status, data } = await post<ProblemDetails>('/learned/nothing/undo', { caller: ann });
    expect([status, data.code]).toEqual([404, 'NOT_FOUND']);
  });
});
