import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAnswersOwed } from '../../../src/core/repeats/answers-owed.ts';

const LIMITS = { answersOwedMs: 100, answersOwedMax: 4 };

test('an answer is owed once, two of one content twice, the older first', () => {
  const owed = createAnswersOwed<string>(LIMITS);
  owed.add('a', 'first', 0);
  owed.add('b', 'other', 1);
  owed.add('a', 'second', 2);
  expect([owed.take('a', 3), owed.take('a', 3), owed.take('a', 3), owed.take('b', 3)]).toEqual([
    'first',
    'second',
    undefined,
    'other',
  ]);
  expect(owed.size()).toBe(0);
});

test('not for longer than its time', () => {
  const owed = createAnswersOwed<string>(LIMITS);
  owed.add('a', 'kept', 0);
  expect(owed.take('a', 99)).toBe('kept');
  owed.add('a', 'gone', 0);
  expect(owed.take('a', 100)).toBeUndefined();
  owed.add('a', 'gone', 0);
  owed.add('b', 'new', 100);
  expect(owed.size()).toBe(1);
});

test('the oldest go where there are too many', () => {
  const owed = createAnswersOwed<number>(LIMITS);
  for (let i = 0; i < 6; i++) owed.add(String(i), i, i);
  expect(owed.size()).toBe(4);
  expect([0, 1, 2, 5].map((i) => owed.take(String(i), 6))).toEqual([undefined, undefined, 2, 5]);
});

test('whatever comes and goes: bounded, and what is owed is what was added and neither taken, too old nor too much', () => {
  const step = fc.record({ key: fc.constantFrom('a', 'b', 'c'), take: fc.boolean(), afterMs: fc.nat(60) });
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const owed = createAnswersOwed<number>(LIMITS);
      const sinceMs: number[] = [];
      const taken = new Set<number>();
      let nowMs = 0;
      for (const { key, take, afterMs } of steps) {
        nowMs += afterMs;
        if (!take) owed.add(key, sinceMs.push(nowMs) - 1, nowMs);
        const answer = take ? owed.take(key, nowMs) : undefined;
        if (answer !== undefined) {
          expect(taken.has(answer)).toBe(false);
          expect(nowMs - (sinceMs[answer] as number)).toBeLessThan(LIMITS.answersOwedMs);
          taken.add(answer);
        }
        expect(owed.size()).toBeLessThanOrEqual(LIMITS.answersOwedMax);
      }
    }),
  );
});
