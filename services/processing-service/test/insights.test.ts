import { describe, expect, test } from 'vitest';
import { insightsOf } from '../src/core/insights/insights.ts';
import { execution, facts } from './facts.ts';

type Changed = Parameters<typeof facts>[0];
const messages = (more: Changed = {}): readonly string[] => insightsOf(facts(more)).map(({ message }) => message);
const LISTING = 'source logs last 1h | filter $m.severity == ERROR';

describe('insights name what was measured', () => {
  test('an ordinary answer: what the run took, and the group that outweighs the others', () => {
    expect(messages()).toEqual([
      '3 rows from 400 scanned (80.0 kB), in 12 ms',
      '`checkout` holds 80 % of the errors of all 3 groups',
    ]);
  });

  test('other figures, other words', () => {
    const [run] = messages({
      query: LISTING,
      execution: execution({ row_count: 1, scanned_rows: 8_000, scanned_bytes: 2_500_000, execution_time_ms: 3.21 }),
    });
    expect(run).toBe('1 row from 8,000 scanned (2.5 MB), 0.01 % of them, in 3.2 ms');
  });

  test('skew is said of the groups that were seen', () => {
    expect(messages({ execution: execution({ row_count: 90 }) })).toContain(
      '`checkout` holds 80 % of the errors of the first 3 groups',
    );
  });

  test('even groups are not skewed, nor are amounts below nought shared out', () => {
    const rows = (amounts: readonly number[]): ReturnType<typeof execution> =>
      execution({ sample: amounts.map((errors, i) => ({ $l: { subsystemname: `s${i}` }, $d: { errors } })) });
    expect(messages({ execution: rows([4, 4, 4]) })).toHaveLength(1);
    expect(messages({ execution: rows([90, -4, 4]) })).toHaveLength(1);
  });

  test('a query that was not run', () => {
    expect(messages({ execution: null })).toEqual(['the query was not run, so nothing was measured']);
  });

  test('an empty answer tells no data from no match', () => {
    const empty = { row_count: 0, sample: [] };
    expect(messages({ execution: execution({ ...empty, scanned_rows: 0 }) })[1]).toContain('nothing to scan');
    expect(messages({ execution: execution(empty) })[1]).toBe('none of the 400 scanned rows is in the answer');
  });

  test('a cut answer', () => {
    expect(messages({ execution: execution({ row_count: 2_000, truncated: true }) })).toContain(
      'the answer was cut at 2,000 rows by a limit that the query does not name',
    );
  });

  test('a filter that keeps most of what it sees', () => {
    const weak = { query: LISTING, execution: execution({ row_count: 1_500, scanned_rows: 2_000 }) };
    expect(messages(weak)).toContain('the filters keep 75 % of the 2,000 scanned rows');
    expect(messages({ ...weak, query: 'source logs last 1h' })).toHaveLength(1);
  });

  test('groups of one', () => {
    const ones = Array.from({ length: 25 }, (_, i) => ({ $l: { subsystemname: `id-${i}` }, $d: { errors: 1 } }));
    expect(messages({ execution: execution({ row_count: 300, sample: ones }) })).toContain(
      '300 groups from 400 scanned rows: nearly every record is a group of its own',
    );
    expect(messages({ execution: execution({ row_count: 300, scanned_rows: 90_000, sample: ones }) })).toContain(
      '100 % of the first 25 groups have errors = 1',
    );
  });

  test('a slow run', () => {
    expect(messages({ execution: execution({ execution_time_ms: 2_000, scanned_rows: 5_000_000 }) })).toContain(
      'the run took 2,000 ms, at 2,500,000 rows scanned a second',
    );
  });

  test('a query without a window, unless a filter names the time', () => {
    const open =
      'the query names no time window, so whoever runs it decides how much is scanned; this run scanned 400 rows';
    expect(messages({ query: 'source logs | countby $l.subsystemname' })).toContain(open);
    expect(
      messages({ query: "source logs | filter $m.timestamp > @'2026-01-01' | countby $l.subsystemname" }),
    ).not.toContain(open);
  });

  test('values that are missing', () => {
    const sample = Array.from({ length: 10 }, (_, i) => ({ $d: i < 3 ? { errors: 1 } : {} }));
    expect(messages({ execution: execution({ sample }) })).toContain(
      'service has no value in 100 % of the 10 rows looked at',
    );
  });

  test('a question or query in doubt', () => {
    const said = messages({
      intent_confidence: 0.31,
      validation: { is_valid: true, syntax_score: 0.8, complexity_score: 9 },
    });
    expect(said).toContain('what the question is after was recognised with a confidence of 31 % only');
    expect(said).toContain('validation passed the query with a score of 80 %');
    expect(messages({ validation: { is_valid: false, syntax_score: 0, complexity_score: 0 } })).toContain(
      'the query did not pass validation',
    );
  });
});
