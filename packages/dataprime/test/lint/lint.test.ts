import { CODES, check, lint, parse } from '@clearspan/dataprime';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/lint/rules.ts';
import { runnableQuery } from '../harness/arbitrary-text.ts';
import { findingsIn } from './harness.ts';

describe('rules', () => {
  it('have one code each, and every code of lint has a rule', () => {
    const codes = RULES.map(({ code }) => code);
    expect(codes).toEqual(Object.keys(CODES).filter((code) => code.startsWith('DP5')));
  });

  it('say nothing of a query that has errors, and of one that is fine', () => {
    const parsed = parse('source logs | filter status = | limit 5 | orderby x');
    expect(lint(check(parsed), parsed)).toEqual([]);
    expect(findingsIn('source logs last 1h | filter status > 1 | countby path desc | limit 5')).toEqual([]);
  });

  it('report in the order of the text', () => {
    expect(
      findingsIn("source logs | limit 5 | filter msg.contains('card') | orderby path").map((finding) =>
        finding.slice(0, 6),
      ),
    ).toEqual(['DP5001', 'DP5005', 'DP5008', 'DP5004']);
  });

  it('know that the caller gives a window', () => {
    expect(findingsIn('source logs | count', { windowGiven: true })).toEqual([]);
  });

  it('take any query, and what they mend can be read', () => {
    fc.assert(
      fc.property(runnableQuery, (text) => {
        const parsed = parse(text);
        for (const { fix, span, message } of lint(check(parsed), parsed)) {
          expect(span.end).toBeLessThanOrEqual(text.length);
          expect(message).not.toMatch(/you|!/);
          if (fix === undefined) continue;
          const after = check(parse(text.slice(0, fix.span.start) + fix.text + text.slice(fix.span.end)));
          expect(after.diagnostics.filter(({ code }) => code.startsWith('DP1'))).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });
});
