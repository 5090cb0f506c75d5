import { expect, test } from 'vitest';
import { complexityOf } from '../src/core/complexity.ts';

test('the parts add up to the score, and more work scores more', () => {
  const queries = [
    'source logs',
    'source logs | filter $m.severity == ERROR | limit 10',
    "source logs | filter $d.message ~ 'timeout' | groupby $l.subsystemname aggregate count() as n | orderby n desc",
  ];
  const scores = queries.map((query) => {
    const { score, parts } = complexityOf(query);
    expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(score);
    return score;
  });
  expect(scores).toEqual(scores.toSorted((a, b) => a - b));
  expect(new Set(scores).size).toBe(3);
});

test('a query that would not run costs nothing, and says so', () => {
  expect(complexityOf('source logs | filter (((')).toEqual({
    level: 'low',
    score: 0,
    parts: [{ what: 'the query is not valid, so none of it would be run', points: 0 }],
  });
});
