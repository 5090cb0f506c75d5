import { type GenerateQueryDeclined, type LearnedItem, type ProblemDetails, SERVICES } from '@clearspan/contracts';
import type { RunningService } from '@clearspan/service-kit';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { configSchema } from '../src/config.ts';
import { startApiGateway } from '../src/main.ts';
import { type DownstreamServer, startDownstream } from './downstream-server.ts';

let behind: DownstreamServer;
let gateway: RunningService;

const start = async (env: Record<string, unknown> = {}): Promise<void> => {
  const urls = Object.values(SERVICES).map(({ urlVariable }) => [urlVariable, behind.url]);
  const own = { API_GATEWAY_PORT: 0, LOG_LEVEL: 'silent', ...env };
  gateway = await startApiGateway(configSchema.parse({ ...Object.fromEntries(urls), ...own }));
};
beforeEach(async () => {
  behind = await startDownstream();
});
afterEach(async () => {
  await gateway.stop();
  await behind.close();
});

const LOCAL = { user: 'local', team: null, admin: true };
const send = async <T>(path: string, body?: object, headers = {}): Promise<{ status: number; data: T }> => {
  const post = body && { method: 'POST', body: JSON.stringify(body) };
  const response = await fetch(`${gateway.url}${path}`, {
    ...post,
    headers: { ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
  });
  return { status: response.status, data: (await response.json()) as T };
};
const bodyOf = (path: string): unknown => behind.received.find((one) => one.path === path)?.body;

const item: LearnedItem = {
  id: 'l1',
  scope: 'user',
  owner: 'local',
  content: { kind: 'alias', phrase: 'orders svc', target: { kind: 'field', field: '$d.region' } },
  origin: 'hand',
  active: true,
  learned_at: 't',
  changed_at: 't',
  changed_by: 'local',
  evidence: [],
  says: 'so',
  actions: ['undo'],
};
const feedback = { user_input: 'orders svc errors', generated_query: 'a', corrected_query: 'b', rating: 1 };

describe('feedback', () => {
  beforeEach(async () => {
    behind.answer('POST /feedback', 201, { feedback_id: 'f1', stored_at: 't' });
    await start();
  });

  test('is kept, then learned from, and says what was learned', async () => {
    behind.answer('POST /learn', 200, { learned: [item], not_learned: null });
    const { status, data } = await send('/api/feedback', feedback);
    expect([status, data]).toMatchObject([201, { feedback_id: 'f1', learned: [item], not_learned: null }]);
    expect(behind.received.map(({ path }) => path)).toEqual(['/feedback', '/learn']);
    expect(bodyOf('/learn')).toEqual({ ...feedback, feedback_id: 'f1', caller: LOCAL });
  });

  test('is kept also where nothing can be learned now', async () => {
    behind.answer('POST /learn', 503, {});
    const { status, data } = await send('/api/feedback', feedback);
    expect([status, data]).toMatchObject([201, { learned: [], not_learned: 'learning is not possible now' }]);
  });
});

describe('who asks', () => {
  beforeEach(async () => {
    await start({ CALLER_USER_HEADER: 'X-User', CALLER_TEAM_HEADER: 'X-Team', CALLER_ADMINS: 'root, eve' });
    behind.answer('POST /learned/l1/undo', 200, item);
    behind.answer('POST /generate', 200, { kind: 'clarify', message: 'which?', options: [] });
  });

  test('is on everything that is not the same for everyone', async () => {
    await send('/api/learned/l1/undo', {}, { 'x-user': 'ann', 'x-team': 'shop' });
    expect(bodyOf('/learned/l1/undo')).toEqual({ caller: { user: 'ann', team: 'shop', admin: false } });
    await send('/api/generate-query', { user_input: 'errors' }, { 'x-user': 'eve' });
    expect(bodyOf('/generate')).toMatchObject({ caller: { user: 'eve', team: null, admin: true } });
  });

  test('must be said', async () => {
    for (const [path, body] of [
      ['/api/learned', undefined],
      ['/api/learned', { phrase: 'x y', value: 'z' }],
      ['/api/generate-query', { user_input: 'errors' }],
      ['/api/feedback', feedback],
      ['/api/history?conversation_id=c1', undefined],
    ] as const) {
      const { status, data } = await send<ProblemDetails>(path, body);
      expect([path, status, data.code]).toEqual([path, 401, 'AUTH_REQUIRED']);
    }
    expect(behind.received).toEqual([]);
  });

  test('cannot be said in the body', async () => {
    const forged = { user_input: 'errors', caller: { user: 'root', team: null, admin: true } };
    await send('/api/generate-query', forged, { 'x-user': 'ann' });
    expect(bodyOf('/generate')).toMatchObject({ caller: { user: 'ann', admin: false } });
  });
});

describe('a conversation', () => {
  const turns = [{ question: 'errors', query: 'source logs' }];
  beforeEach(async () => {
    behind.answer('GET /history/turns', 200, { turns });
    behind.answer('POST /generate', 200, { kind: 'clarify', message: 'which?', options: [] });
    await start();
  });
  const ask = (more: object): Promise<{ status: number; data: GenerateQueryDeclined }> =>
    send('/api/generate-query', { user_input: 'by region', ...more });

  test('is the context of its next question', async () => {
    await ask({ conversation_id: 'c1' });
    expect(bodyOf('/generate')).toMatchObject({ context: turns });
  });

  test('does not count where the caller says the context', async () => {
    const context = [{ question: 'warnings', query: 'q' }];
    await ask({ conversation_id: 'c1', context });
    expect(bodyOf('/generate')).toMatchObject({ context });
    await ask({ conversation_id: 'c1', context: [] });
    expect(behind.received.at(-1)?.body).not.toHaveProperty('context');
    expect(behind.received.map(({ path }) => path)).not.toContain('/history/turns');
  });

  test('that cannot be read leaves the question alone', async () => {
    behind.answer('GET /history/turns', 503, {});
    expect((await ask({ conversation_id: 'c1' })).status).toBe(200);
    expect(bodyOf('/generate')).not.toHaveProperty('context');
  });

  test('has a plain name', async () => {
    expect((await ask({ conversation_id: "c' or 1" })).status).toBe(400);
  });
});
