import { beforeEach, expect, test } from 'vitest';
import type { Answer } from '../../src/backend/cache/answer.ts';
import { createAnswerCache } from '../../src/backend/cache/answer-cache.ts';

let nowMs = 0;
let loads: string[] = [];
beforeEach(() => {
  nowMs = 1_000;
  loads = [];
});

const cache = (entriesMax = 100) => createAnswerCache({ entriesMax, ttlMs: 30_000, negativeTtlMs: 5_000 }, () => nowMs);
const found = (value: string) => async (): Promise<Answer<string>> => {
  loads.push(value);
  return { kind: 'found', value };
};
const absent = async (): Promise<Answer<string>> => {
  loads.push('absent');
  return { kind: 'absent', message: 'there is none' };
};

test('keeps an answer for its time, from when it came', async () => {
  const answers = cache();
  const first = answers.look('a', found('one'));
  expect([first.source, await first.answer]).toEqual(['miss', { kind: 'found', value: 'one' }]);
  nowMs += 30_000;
  const second = answers.look('a', found('two'));
  expect([second.source, await second.answer]).toEqual(['hit', { kind: 'found', value: 'one' }]);
  nowMs += 1;
  const third = answers.look('a', found('two'));
  expect([third.source, await third.answer]).toEqual(['miss', { kind: 'found', value: 'two' }]);
  expect(answers.look('a', found('three')).source).toBe('hit');
  expect(loads).toEqual(['one', 'two']);
});

test('keeps for a shorter time that there is none', async () => {
  const answers = cache();
  await answers.look('a', absent).answer;
  nowMs += 5_000;
  expect(await answers.look('a', found('made since')).answer).toEqual({ kind: 'absent', message: 'there is none' });
  nowMs += 1;
  expect(await answers.look('a', found('made since')).answer).toEqual({ kind: 'found', value: 'made since' });
  nowMs += 5_001;
  expect(answers.look('a', absent).source).toBe('hit');
});

test('holds as many entries as it may, and lets go of what was asked for longest ago', async () => {
  const answers = cache(3);
  for (const key of ['a', 'b', 'c', 'a', 'd']) await answers.look(key, found(key)).answer;
  expect(answers.look('a', found('again')).source).toBe('hit');
  expect(answers.look('b', found('again')).source).toBe('miss');
  expect(answers.clear()).toBe(3);
});

test('calls once for all who miss at the same time', async () => {
  const answers = cache();
  const looks = Array.from({ length: 50 }, (_, i) => answers.look('a', found(`call ${i}`)));
  expect(looks.map(({ source }) => source)).toEqual(['miss', ...Array.from({ length: 49 }, () => 'coalesced')]);
  for (const { answer } of looks) expect(await answer).toEqual({ kind: 'found', value: 'call 0' });
  expect(loads).toEqual(['call 0']);
});

test('an error is told to all who wait for it, and is not kept', async () => {
  const answers = cache();
  const fails = async (): Promise<Answer<string>> => {
    throw new Error('away');
  };
  const looks = [answers.look('a', fails), answers.look('a', fails)];
  for (const { answer } of looks) await expect(answer).rejects.toThrow('away');
  expect(answers.look('a', found('back')).source).toBe('miss');
});

test('what is called for while the cache is emptied, or full, is answered all the same and not kept', async () => {
  const answers = cache(1);
  const { promise, resolve } = Promise.withResolvers<Answer<string>>();
  const pending = answers.look('a', () => promise);
  answers.clear();
  const other = answers.look('b', () => promise);
  await answers.look('c', found('pushes b out')).answer;
  resolve({ kind: 'found', value: 'late' });
  expect(await pending.answer).toEqual({ kind: 'found', value: 'late' });
  expect(await other.answer).toEqual({ kind: 'found', value: 'late' });
  expect(answers.look('a', found('a')).source).toBe('miss');
});
