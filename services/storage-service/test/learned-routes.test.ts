import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Caller, HistoryTurns, LearnedRecord, LearnedRecords, LearnedStored } from '@clearspan/contracts';
import type { RunningService } from '@clearspan/service-kit';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { configSchema } from '../src/config.ts';
import { startStorageService } from '../src/main.ts';

let folder = '';
let service: RunningService;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'clearspan-storage-'));
  const env = { STORAGE_SERVICE_PORT: 0, CLEARSPAN_DATA: folder, LOG_LEVEL: 'silent' };
  service = await startStorageService(configSchema.parse(env));
});
afterEach(async () => {
  await service.stop();
  rmSync(folder, { recursive: true });
});

const call = async <T>(method: string, path: string, body?: unknown): Promise<{ status: number; data: T }> => {
  const response = await fetch(`${service.url}${path}`, {
    method,
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  return { status: response.status, data: (await response.json()) as T };
};

const person = (user: string, team: string | null = 'shop', admin = false): Caller => ({ user, team, admin });
const teach = async (caller: Caller): Promise<readonly LearnedRecord[]> => {
  const { data } = await call<LearnedStored>('POST', '/learned', {
    caller,
    key: 'k',
    content: {
      kind: 'alias',
      phrase: 'orders svc',
      target: { kind: 'value', field: '$l.subsystemname', value: 'checkout' },
    },
    origin: 'correction',
    evidence: { feedback_id: 'f1', question: 'orders svc errors', before: 'a', after: 'b' },
  });
  return data.records;
};
const act = async (record: LearnedRecord | undefined, action: string, caller: Caller): Promise<number> =>
  (await call('POST', `/learned/${record?.id}/${action}`, { caller })).status;
const activeFor = async (user: string, team: string): Promise<readonly string[]> =>
  (await call<LearnedRecords>('GET', `/learned?user=${user}&team=${team}`)).data.records.flatMap(({ active, scope }) =>
    active ? [scope] : [],
  );

describe('what was learned', () => {
  test('of a user is undone by this user only', async () => {
    const [own] = await teach(person('ann'));
    expect(await act(own, 'undo', person('bob'))).toBe(403);
    expect(await act(own, 'undo', person('root', 'shop', true))).toBe(403);
    expect(await activeFor('ann', 'shop')).toEqual(['user']);
    expect(await act(own, 'undo', person('ann'))).toBe(200);
    expect(await act(own, 'undo', person('ann'))).toBe(200);
    expect(await activeFor('ann', 'shop')).toEqual([]);
    expect(await act(own, 'redo', person('ann'))).toBe(200);
    expect(await activeFor('ann', 'shop')).toEqual(['user']);
  });

  test('of a team is undone by whoever is of it', async () => {
    await teach(person('ann'));
    const [, shared] = await teach(person('bob'));
    expect(await activeFor('cleo', 'shop')).toEqual(['team']);
    expect(await act(shared, 'undo', person('dan', 'other'))).toBe(403);
    expect(await act(shared, 'undo', person('dan', null))).toBe(403);
    expect(await act(shared, 'undo', person('cleo'))).toBe(200);
    expect(await activeFor('cleo', 'shop')).toEqual([]);
  });

  test('counts for everyone by an admin only', async () => {
    const [own] = await teach(person('ann'));
    expect(await act(own, 'promote', person('ann'))).toBe(403);
    await act(own, 'undo', person('ann'));
    expect(await act(own, 'promote', person('root', null, true))).toBe(403);
    await act(own, 'redo', person('ann'));
    expect(await act(own, 'promote', person('root', null, true))).toBe(200);
    expect(await activeFor('dan', 'other')).toEqual(['global']);
  });

  test('is not what nobody has learned', async () => {
    expect((await call('POST', '/learned/nothing/undo', { caller: person('ann') })).status).toBe(404);
    expect((await call('POST', '/learned/nothing/erase', { caller: person('ann') })).status).toBe(400);
    expect((await call('GET', '/learned')).status).toBe(400);
  });

  test('by a thousand corrections of one user is fifty, and nothing for the team', async () => {
    for (let n = 0; n < 1_000; n++) await teach(person('mallory'));
    const { data } = await call<LearnedRecords>('GET', '/learned?user=cleo&team=shop&all=true');
    expect(data.records.map(({ scope, owner }) => [scope, owner])).toEqual([['user', 'mallory']]);
    expect(data.records[0]?.evidence.length).toBe(5);
    expect(await activeFor('cleo', 'shop')).toEqual([]);
    expect((await teach(person('ann'))).map(({ scope }) => scope)).toEqual(['user', 'team']);
  });
});

test('a conversation is told to nobody else', async () => {
  const entry = {
    user_input: 'errors',
    query: 'source logs',
    intent: 'list',
    validation: {
      is_valid: true,
      syntax_score: 1,
      complexity_score: 0,
      warnings: [],
      errors: [],
      suggestions: [],
      enhancements: [],
      processing_time_ms: 1,
    },
    row_count: null,
    execution_time_ms: null,
    trace_id: 'a'.repeat(32),
    task_id: null,
    conversation_id: 'c1',
    asked_by: 'ann',
  };
  expect((await call('POST', '/history', entry)).status).toBe(201);
  const turns = async (user: string): Promise<HistoryTurns> =>
    (await call<HistoryTurns>('GET', `/history/turns?conversation_id=c1&user=${user}`)).data;
  expect(await turns('ann')).toEqual({ turns: [{ question: 'errors', query: 'source logs' }] });
  expect(await turns('bob')).toEqual({ turns: [] });
});
