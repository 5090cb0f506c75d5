import type { Caller, LearnedRecord } from '@clearspan/contracts';
import { beforeEach, expect, test } from 'vitest';
import { createLearnedCache, type LearnedCache } from '../src/core/learned-cache.ts';

const caller = (user: string, team: string | null = null): Caller => ({ user, team, admin: false });
const record = (value: string): LearnedRecord => ({
  id: value,
  scope: 'user',
  owner: 'ann',
  content: { kind: 'alias', phrase: 'orders svc', target: { kind: 'value', field: '$l.a', value } },
  origin: 'hand',
  active: true,
  learned_at: 't',
  changed_at: 't',
  changed_by: 'ann',
  evidence: [],
});

let nowMs = 0;
let reads: Caller[] = [];
let answer: () => Promise<readonly LearnedRecord[] | null>;
let cache: LearnedCache;
beforeEach(() => {
  nowMs = 0;
  reads = [];
  answer = async () => [record('checkout')];
  cache = createLearnedCache(
    (by) => {
      reads.push(by);
      return answer();
    },
    () => nowMs,
  );
});
const valueFor = async (user: string, team: string | null = null): Promise<string | null> => {
  const target = (await cache.get(caller(user, team)))?.aliases[0]?.target;
  return target?.kind === 'value' ? target.value : null;
};

test('is read once for each caller, however many ask, until it is old', async () => {
  await Promise.all([valueFor('ann'), valueFor('ann'), valueFor('ann', 'shop'), valueFor('bob')]);
  expect(reads).toHaveLength(3);
  nowMs = 4_999;
  await valueFor('ann');
  expect(reads).toHaveLength(3);
  nowMs = 5_000;
  await valueFor('ann');
  expect(reads).toHaveLength(4);
});

test('no caller has the key of another, whatever the names are', async () => {
  await valueFor('a","b', null);
  await valueFor('a', 'b');
  await valueFor('a', null);
  expect(reads).toHaveLength(3);
});

test('what cannot be read leaves what was known, and is not asked for again at once', async () => {
  await valueFor('ann');
  nowMs = 5_000;
  answer = async () => null;
  expect(await valueFor('ann')).toBe('checkout');
  nowMs = 6_999;
  expect(await valueFor('ann')).toBe('checkout');
  expect(reads).toHaveLength(2);
  nowMs = 7_000;
  await valueFor('ann');
  expect(reads).toHaveLength(3);
});

test('a read that began before a change is not kept after it', async () => {
  const first = Promise.withResolvers<readonly LearnedRecord[]>();
  answer = () => first.promise;
  const asked = valueFor('ann');
  cache.forget();
  answer = async () => [record('billing')];
  expect(await valueFor('ann')).toBe('billing');
  first.resolve([record('checkout')]);
  await asked;
  expect(await valueFor('ann')).toBe('billing');
});

test('is not held for more callers than a thousand: those read longest ago go', async () => {
  for (let n = 0; n <= 1_000; n++) await valueFor(`u${n}`);
  await valueFor('u1000');
  expect(reads).toHaveLength(1_001);
  await valueFor('u0');
  expect(reads).toHaveLength(1_002);
});
