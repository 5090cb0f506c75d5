import { check, parse, printQuery } from '@clearspan/dataprime';
import { describe, expect, test } from 'vitest';
import { catalogIndex } from '../../src/catalog/catalog-index.ts';
import { classifyQuestion, linkQuestion } from '../../src/index.ts';
import { createBm25 } from '../../src/model/examples/bm25.ts';
import { questionWords, storedWords } from '../../src/model/examples/delexicalise.ts';
import { fillPair } from '../../src/model/examples/fill-pair.ts';
import { retrieveExamples } from '../../src/model/examples/retrieve.ts';
import { SEED_PAIRS } from '../../src/model/examples/seed-pairs.ts';
import { trigramCosine, trigramsOf } from '../../src/model/examples/trigrams.ts';
import { policyProblem } from '../../src/model/guard/policy.ts';
import { LANGUAGE_CARD } from '../../src/model/prompt/language-card.ts';
import { emptyWorld, ownSystem } from '../worlds/own-system.ts';
import { NOW_NANOS, shop } from '../worlds/shop.ts';

const index = catalogIndex(shop);
const link = (question: string, world = shop) => linkQuestion(classifyQuestion(question), world, NOW_NANOS);

describe('the store of pairs', () => {
  test.each(SEED_PAIRS.map((pair) => [pair.question, pair] as const))('%s', (_, pair) => {
    const filled = fillPair(pair, index);
    expect(filled).not.toBeNull();
    const parsed = parse(filled?.query ?? '');
    expect([...parsed.diagnostics, ...check(parsed).diagnostics]).toEqual([]);
    expect(policyProblem(parsed.query, NOW_NANOS)).toBeNull();
    expect(parse(printQuery(parsed.query)).diagnostics).toEqual([]);
    expect(filled?.question).not.toMatch(/[{}]/);
  });

  test('has no question twice', () => {
    const keys = SEED_PAIRS.map(({ dataset, question }) => `${dataset} ${question}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('gives nothing about fields that the data does not have', () => {
    const pair = { dataset: 'spans', question: 'q', query: 'source spans | filter {region} == null' } as const;
    expect(fillPair(pair, index)).toBeNull();
    const wrong = { dataset: 'logs', question: 'q', query: 'source logs | filter {status} ==' } as const;
    expect(fillPair(wrong, index)).toBeNull();
  });
});

test('each query of the language card parses and checks', () => {
  const queries = [...LANGUAGE_CARD.matchAll(/^ {2}(source .*?)(?: {3,}.*)?$/gm)].map(([, query]) => query as string);
  expect(queries.length).toBeGreaterThan(5);
  for (const query of queries) expect(check(parse(query)).diagnostics, query).toEqual([]);
});

describe('retrieval', () => {
  test('finds questions that ask the same of other names', () => {
    const found = retrieveExamples(link('p95 latency of cart over the last 3 hours'));
    expect(found.map(({ query }) => query).join('\n')).toMatch(/percentile\(0\.9[59], \$m\.duration\)/);
    expect(found.length).toBe(5);
  });

  test('speaks of the data at hand', () => {
    for (const { query } of retrieveExamples(link('http status codes by route', ownSystem))) {
      expect(query).not.toContain('$d.status ');
      expect(check(parse(query)).diagnostics).toEqual([]);
    }
  });

  test('is the same each time, and does without data', () => {
    const once = retrieveExamples(link('slow things'));
    expect(retrieveExamples(link('slow things'))).toEqual(once);
    expect(() => retrieveExamples(link('slow things', emptyWorld))).not.toThrow();
  });

  test('takes names, times and numbers for one another', () => {
    expect(questionWords(link('errors in checkout in the last 20 minutes'))).toEqual(
      storedWords('errors in {=service} in the last hour'),
    );
  });
});

describe('the measures', () => {
  test('a rare word counts for more than one that is everywhere', () => {
    const bm25 = createBm25([
      ['errors', 'by', 'service'],
      ['errors', 'by', 'region'],
      ['latency', 'by', 'service'],
    ]);
    const [first = 0, second = 0, third = 0] = bm25.score(['errors', 'region']);
    expect(second).toBeGreaterThan(first);
    expect(first).toBeGreaterThan(third);
    expect(bm25.score(['nothing'])).toEqual([0, 0, 0]);
  });

  test('a slip of the keys leaves texts alike', () => {
    const alike = trigramCosine(trigramsOf('latency'), trigramsOf('latensy'));
    expect(alike).toBeGreaterThan(0.4);
    expect(trigramCosine(trigramsOf('latency'), trigramsOf('latency'))).toBeCloseTo(1);
    expect(trigramCosine(trigramsOf('latency'), trigramsOf('xyz'))).toBe(0);
  });
});
