import { check, parse } from '@clearspan/dataprime';
import { describe, expect, test } from 'vitest';
import { enhancements, suggestions } from '../src/core/enhancements.ts';
import { syntaxScore } from '../src/core/syntax-score.ts';

const findings = (query: string) => check(parse(query), { schema: null }).diagnostics;

describe('the score', () => {
  test('is 1 without findings', () => expect(syntaxScore(findings('source logs last 1h | count'))).toBe(1));
  test('falls with each error and never below 0', () => {
    const one = syntaxScore(findings('source logs last 1h | fitler true'));
    const many = syntaxScore(findings('source logs | fitler true | cuont | lmit 1'));
    expect(one).toBeLessThan(1);
    expect(many).toBeLessThan(one);
    expect(many).toBeGreaterThanOrEqual(0);
  });
});

describe('enhancements', () => {
  test('a mistake with a known fix yields the mended query', () => {
    const query = 'source logs last 1h | filter $d.status = 500';
    expect(enhancements(query, findings(query))[0]?.query).toBe('source logs last 1h | filter $d.status == 500');
  });
  test('a query that is as good as it gets yields none', () => {
    const query = 'source logs last 1h | count';
    expect(enhancements(query, findings(query))).toEqual([]);
    expect(suggestions(query, findings(query))).toEqual([]);
  });
  test('a query without a time frame is told so', () => {
    expect(suggestions('source logs | count', []).join()).toMatch(/time frame/);
  });
});
