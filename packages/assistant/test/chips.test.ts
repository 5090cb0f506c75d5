import { describe, expect, test } from 'vitest';
import { SETS } from '../eval/questions/sets.ts';
import { interpret } from '../src/index.ts';
import { NOW_NANOS, shop } from './worlds/shop.ts';

const chips = (question: string): readonly (readonly [words: string, kind: string, means: string])[] => {
  const got = interpret(question, { catalog: shop, nowNanos: NOW_NANOS });
  if (got.kind !== 'answer') throw new Error(`expected an answer, found ${got.kind}: ${got.message}`);
  return got.chips.map(({ start, end, kind, means }) => [question.slice(start, end), kind, means]);
};

describe('what the words of a question became', () => {
  test('filters, a time, groups', () => {
    expect(chips('errors in checkout today by path')).toEqual([
      ['errors', 'filter', 'severity ($m.severity) is ERROR'],
      ['checkout', 'filter', 'service ($l.subsystemname) is "checkout"'],
      ['today', 'time', '2026-11-20T00:00:00Z to 2026-11-20T14:30:00Z'],
      ['path', 'group', 'by path ($d.path)'],
    ]);
  });

  test('an order with its number, and figures each by its own name', () => {
    expect(chips('average and max duration by path, top 3')).toEqual([
      ['average', 'figure', 'the average of duration ($d.duration_ms) in ms'],
      ['max', 'figure', 'the largest of duration ($d.duration_ms) in ms'],
      ['duration', 'figure', 'the average of duration ($d.duration_ms) in ms'],
      ['path', 'group', 'by path ($d.path)'],
      ['top 3', 'order', 'highest avg_duration_ms first, at most 3'],
    ]);
  });

  test('both times of a comparison, parts of the time, and what is not used', () => {
    expect(chips('errors today vs yesterday').filter(([, kind]) => kind === 'time')).toEqual([
      ['today', 'time', '2026-11-20T00:00:00Z to 2026-11-20T14:30:00Z'],
      ['yesterday', 'time', '2026-11-19T00:00:00Z to 2026-11-20T00:00:00Z'],
    ]);
    expect(chips('errors per hour')).toContainEqual(['per hour', 'group', 'by every 1h']);
    expect(chips('errors in checkout in canary')).toContainEqual(['canary', 'unused', 'not used']);
  });

  test('each of several values is part of one condition', () => {
    expect(chips('errors in checkout, payments and cart')).toEqual([
      ['errors', 'filter', 'severity ($m.severity) is ERROR'],
      ...['checkout', 'payments', 'cart'].map((value) => [
        value,
        'filter',
        'service ($l.subsystemname) is one of "checkout", "payment-gateway", "cart"',
      ]),
    ]);
  });

  test('stand in the question, in its order, without overlap, whatever is asked', () => {
    let found = 0;
    for (const { question } of Object.values(SETS).flat()) {
      const got = interpret(question, { catalog: shop, nowNanos: NOW_NANOS });
      if (got.kind !== 'answer') continue;
      let from = 0;
      for (const { start, end, means } of got.chips) {
        expect(start, question).toBeGreaterThanOrEqual(from);
        expect(end, question).toBeGreaterThan(start);
        expect(means).not.toBe('');
        from = end;
        found += 1;
      }
      expect(from, question).toBeLessThanOrEqual(question.length);
    }
    expect(found).toBeGreaterThan(500);
  });
});
