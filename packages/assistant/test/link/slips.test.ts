import { describe, expect, test } from 'vitest';
import { interpret } from '../../src/index.ts';
import { NOW_NANOS, shop } from '../worlds/shop.ts';

const queryOf = (question: string, context: readonly string[] = []): string => {
  const turns = context.map((earlier) => ({ question: earlier, query: '' }));
  const found = interpret(question, { catalog: shop, nowNanos: NOW_NANOS, context: turns });
  return found.kind === 'answer' ? found.query : found.kind;
};

describe('a slip that its neighbours tell', () => {
  test.each([
    ['How may errors are there today?', 'How many errors are there today?'],
    ['how man requests failed today', 'how many requests failed today'],
    ['errors in the las hour', 'errors in the last hour'],
    ['errors by service thus week', 'errors by service this week'],
    ['errors in cart ever 10 minutes since noon', 'errors in cart every 10 minutes since noon'],
    ['requests that took longe than 2 s', 'requests that took longer than 2 s'],
    ['errors per use', 'errors per user'],
    ['errors per ohur today', 'errors per hour today'],
    ['how may 503s since 13:00', 'how many 503s since 13:00'],
    ['the 5 lsowest requests today', 'the 5 slowest requests today'],
    ['how many peolpe had errors today', 'how many people had errors today'],
    ['users with 3 or mor errors today', 'users with 3 or more errors today'],
    ['errors toady', 'errors today'],
    ['at what tme was the last 504', 'at what time was the last 504'],
    ['gep "card declined"', 'grep "card declined"'],
    ['serve spans of checkout today', 'server spans of checkout today'],
    ['the last thtee errors', 'the last three errors'],
    ['top fiive services by errors', 'top five services by errors'],
    ['leaev checkout out of nothing', 'leave checkout out of nothing'],
  ])('%s', (slipped, meant) => {
    expect(queryOf(slipped)).toBe(queryOf(meant));
  });

  test.each([
    ['male it seven', 'make it seven'],
    ['not form checkout', 'not from checkout'],
    ['leaev checkout out', 'leave checkout out'],
    ['tale the checkout filter off', 'take the checkout filter off'],
  ])('%s, after a question', (slipped, meant) => {
    const before = ['top 5 services by errors today'];
    expect(queryOf(slipped, before)).toBe(queryOf(meant, before));
  });

  test.each(['how many coupons were redeemed', 'how many scans were made', 'which form failed'])(
    '%s: is another word',
    (question) => {
      const found = interpret(question, { catalog: shop, nowNanos: NOW_NANOS });
      const told = found.kind === 'answer' ? found.assumptions : [];
      expect(told.filter((note) => /was read as/.test(note))).toEqual([]);
    },
  );
});
