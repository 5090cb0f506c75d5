import { expect, test } from 'vitest';
import { createBudget } from '../src/core/budget.ts';
import { costOf } from '../src/core/prices.ts';

const NONE = { tokensPerDay: null, usdPerDay: null, tokensPerDayOfCaller: null, usdPerDayOfCaller: null };
const DAY_MS = 86_400_000;
const tokens = (n: number) => ({ tokens: n, usd: 0 });

test('what is set aside counts until it is known what was spent', () => {
  const budget = createBudget({ ...NONE, tokensPerDay: 100 });
  const first = budget.reserve('a', tokens(80), 0);
  expect(budget.reserve('b', tokens(30), 0)).toMatchObject({
    ok: false,
    message: expect.stringContaining('100 tokens'),
  });
  if (first.ok) first.reservation.settle(tokens(20));
  expect(budget.today(0)).toEqual(tokens(20));
  expect(budget.reserve('b', tokens(80), 0).ok).toBe(true);
});

test('each caller has a budget of its own', () => {
  const budget = createBudget({ ...NONE, tokensPerDayOfCaller: 100 });
  expect(budget.reserve('a', tokens(100), 0).ok).toBe(true);
  expect(budget.reserve('a', tokens(1), 0)).toMatchObject({ ok: false, message: expect.stringContaining('caller') });
  expect(budget.reserve('b', tokens(100), 0).ok).toBe(true);
});

test('money is limited as tokens are', () => {
  const budget = createBudget({ ...NONE, usdPerDay: 1, usdPerDayOfCaller: 0.5 });
  expect(budget.reserve('a', { tokens: 1, usd: 0.4 }, 0).ok).toBe(true);
  expect(budget.reserve('a', { tokens: 1, usd: 0.2 }, 0).ok).toBe(false);
  expect(budget.reserve('b', { tokens: 1, usd: 0.5 }, 0).ok).toBe(true);
  expect(budget.reserve('c', { tokens: 1, usd: 0.2 }, 0).ok).toBe(false);
});

test('a new day begins with nothing spent, also by what was under way', () => {
  const budget = createBudget({ ...NONE, tokensPerDay: 100 });
  const late = budget.reserve('a', tokens(100), DAY_MS - 1);
  expect(budget.reserve('a', tokens(100), DAY_MS).ok).toBe(true);
  if (late.ok) late.reservation.settle(tokens(100));
  expect(budget.today(DAY_MS)).toEqual(tokens(100));
});

test('more callers than are told apart share what is left', () => {
  const budget = createBudget({ ...NONE, tokensPerDayOfCaller: 10 });
  for (let i = 0; i < 10_000; i++) budget.reserve(`caller ${i}`, tokens(1), 0);
  expect(budget.reserve('one more', tokens(10), 0).ok).toBe(true);
  expect(budget.reserve('and another', tokens(10), 0).ok).toBe(false);
});

test('a call costs what its tokens cost, those that were kept less', () => {
  const prices = { inputUsd: 2, cachedInputUsd: 0.5, outputUsd: 8 };
  expect(costOf({ input_tokens: 1_000_000, output_tokens: 500_000 }, prices)).toBe(6);
  expect(costOf({ input_tokens: 1_000_000, output_tokens: 0, cached_input_tokens: 400_000 }, prices)).toBeCloseTo(1.4);
  expect(costOf({ input_tokens: 1, output_tokens: 1 }, null)).toBeNull();
});
