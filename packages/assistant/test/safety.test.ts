import { check, parse, printQuery } from '@clearspan/dataprime';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Interpretation, interpret } from '../src/index.ts';
import { COUNTS } from './questions/counts.ts';
import { LISTS } from './questions/lists.ts';
import { emptyWorld, ownSystem } from './worlds/own-system.ts';
import { NOW_NANOS, shop } from './worlds/shop.ts';

const WORLDS = [shop, ownSystem, emptyWorld] as const;
const ask = (question: string, world: (typeof WORLDS)[number] = shop): Interpretation =>
  interpret(question, { catalog: world, nowNanos: NOW_NANOS });

/** Parses and checks without error, and is its own canonical form. */
const expectSound = (query: string): void => {
  const parsed = parse(query);
  const errors = [...parsed.diagnostics, ...check(parsed).diagnostics].filter(
    (diagnostic) => diagnostic.severity === 'error',
  );
  expect(errors).toEqual([]);
  expect(printQuery(parsed.query)).toBe(query);
};

/** The stages of a query, by what they are; quoted text cannot add one. */
const commands = (query: string): readonly string[] => parse(query).query.stages.map((stage) => stage.kind);

describe('quoted text is never syntax', () => {
  test.each([
    ['logs containing "u-1\' || true || \'"', ['source', 'filter']],
    ['logs containing "x\') | limit 1 //"', ['source', 'filter']],
    ['user_id = "\' | delete"', ['source', 'filter']],
    ['errors in "checkout\' | limit 0 | filter \'"', ['source', 'filter']],
    ['message:"a\' || 1 == 1 || \'"', ['source', 'filter']],
    ["user_id:u-1'||true||'", ['source', 'filter']],
    ['logs containing "\\\\" and "\\\'"', ['source', 'filter']],
    ['count logs containing "`{now()}`"', ['source', 'filter', 'count']],
    ["path:/api/v1/cart'||true", ['source', 'filter']],
  ])('%s', (question, stages) => {
    const got = ask(question);
    if (got.kind !== 'answer') return expect(got.kind).toBe('clarify');
    expectSound(got.query);
    expect(commands(got.query)).toEqual(stages);
  });

  test('any quoted text stays one literal', () => {
    fc.assert(
      fc.property(
        fc
          .string({ unit: 'grapheme', maxLength: 40 })
          .filter((text) => text.trim() !== '' && !/["“”\p{Cc}\p{Cf}]/u.test(text)),
        (text) => {
          const got = ask(`count logs containing "${text}"`);
          if (got.kind !== 'answer') return;
          expectSound(got.query);
          expect(commands(got.query).at(-1)).toBe('count');
          expect(commands(got.query)).toHaveLength(3);
        },
      ),
      { numRuns: 300, seed: 7 },
    );
  });
});

const WORDS = [...LISTS, ...COUNTS].flatMap((item) => item.question.split(' '));

describe('whatever is asked', () => {
  const oneOfThree = (question: string): void => {
    for (const world of WORLDS) {
      const got = ask(question, world);
      expect(['answer', 'clarify', 'refuse']).toContain(got.kind);
      if (got.kind !== 'answer') continue;
      if (got.intent.type !== 'dataprime') expectSound(got.query);
      expect(printQuery(got.ast)).toBe(got.query);
      expect(got.confidence).toBeGreaterThanOrEqual(0);
      expect(got.confidence).toBeLessThanOrEqual(1);
      for (const { query } of got.alternatives) expectSound(query);
    }
  };

  test('any text is answered, asked back or declined, and an answer is sound', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), oneOfThree), { numRuns: 200, seed: 11 });
  });

  test('so is any row of words that questions are made of', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 14 }), (words) =>
        oneOfThree(words.join(' ')),
      ),
      { numRuns: 400, seed: 13 },
    );
  });

  test('the same question gives the same answer', () => {
    for (const item of [...LISTS, ...COUNTS].slice(0, 60)) {
      const again = { ...shop, logs: { ...shop.logs } };
      expect(JSON.stringify(ask(item.question, again), big)).toBe(JSON.stringify(ask(item.question), big));
    }
  });
});
const big = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? value.toString() : value);
