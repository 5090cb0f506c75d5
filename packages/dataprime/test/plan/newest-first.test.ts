import { expect, test } from 'vitest';
import { check, parse, plan } from '../../src/index.ts';
import { isNewestFirst } from '../../src/plan/newest-first.ts';

const newestFirst = (text: string): boolean => {
  const { query, diagnostics } = check(parse(text), { schema: null });
  if (!query) throw new Error(JSON.stringify(diagnostics));
  return isNewestFirst(plan(query));
};

test.each([
  'source logs | orderby $m.timestamp desc',
  "source logs | filter msg ~ 'x' | orderby $m.timestamp desc | limit 100 | choose $m.timestamp, msg",
  'source spans last 1d | orderby $m.timestamp desc, $m.duration | limit 20',
  'source logs | orderby $m.timestamp desc | filter a == 1 | limit 5',
  'source logs | create b from a + 1 | filter b > 2 | orderby $m.timestamp desc | limit 5 | remove b',
  'source logs | top 5 msg by $m.timestamp',
])('the newest rows are asked for: %s', (text) => {
  expect(newestFirst(text)).toBe(true);
});

test.each([
  'source logs | limit 5',
  'source logs | orderby $m.timestamp',
  'source logs | orderby $m.severity desc, $m.timestamp desc',
  'source logs | limit 10 | orderby $m.timestamp desc',
  'source logs | orderby $m.timestamp desc | limit 10 | filter a == 1',
  'source logs | orderby $m.timestamp desc | orderby a',
  'source logs | countby $m.timestamp as time | orderby time desc',
  'source logs | replace $m.timestamp with now() | orderby $m.timestamp desc',
  'source logs | dedupeby a keep 1 | orderby $m.timestamp desc | limit 10',
  'source logs | explode tags into tag original preserve | orderby $m.timestamp desc | limit 10',
  'source logs | join (source spans | choose $m.traceId as t) on left=>trace == right=>t into s | orderby $m.timestamp desc',
])('others are not: %s', (text) => {
  expect(newestFirst(text)).toBe(false);
});
