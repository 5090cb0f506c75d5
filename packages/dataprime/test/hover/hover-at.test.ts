import { COMMANDS, FUNCTIONS, hoverAt, parse } from '@clearspan/dataprime';
import { describe, expect, it } from 'vitest';
import { COMMAND_DOCS } from '../../src/reference/command-docs.ts';
import { OPTIONS } from '../complete/harness.ts';

/** What is told of the first place of `piece` in the text. */
const told = (text: string, piece: string): string => {
  const hover = hoverAt(text, text.indexOf(piece) + (piece.length > 1 ? 1 : 0), OPTIONS);
  if (hover === null) return 'nothing';
  return `${text.slice(hover.span.start, hover.span.end)} => ${hover.title} | ${hover.body.split('\n').join(' / ')}`;
};

describe('hover', () => {
  it('tells of commands', () => {
    expect(told('source logs | count', 'count')).toBe(
      'count => count [into key] | One row with the number of rows. / Always one row: 0 of no rows. / Example: `count into n`',
    );
    expect(told('source logs | groupby path', 'groupby')).toContain('Without aggregations it is `distinct`.');
    expect(told('source logs | order by path', 'by')).toContain('Also written `sortby`, `order by`, `sort by`.');
  });

  it('tells of functions, with signature and example', () => {
    expect(told('filter path.contains("x")', 'contains')).toContain(
      'contains => contains(string: string, substring: string): bool',
    );
    expect(told('aggregate max(status)', 'max')).toContain('max(expression: ');
    expect(told('create x from max(status, 5)', 'max')).toContain('max(value: number');
    expect(told('aggregate percentile(0.5, status)', 'percentile')).toMatch(/Example: `percentile\(0\.5, n\)` → `2`$/);
    expect(told('aggregate percentile(0.5, status)', 'percentile')).toContain('it is exact');
    expect(told('extract msg into x using kv()', 'kv')).toContain("pair_delimiter=' '");
    expect(told('extract msg into x using kv()', 'kv')).toContain('Without a pair the result is null.');
  });

  it('tells of keys: their type and where they come from', () => {
    expect(told('filter $m.severity == ERROR', 'severity')).toBe(
      '$m.severity => $m.severity: severity | DEBUG to CRITICAL. A field of every row of logs.',
    );
    expect(told('filter user.name == "x"', 'name')).toBe(
      'user.name => user.name: string | A field of logs, seen as string.',
    );
    expect(told('filter took > 5', 'took')).toBe('took => took: number | A field of logs, seen as number, in ms.');
    expect(told('filter user.name == "x"', 'user')).toBe('user => user: object | Keys below it are known in logs.');
    expect(told('countby path into n | filter n > 5', 'n >')).toBe('n => n: number | Computed by an earlier stage.');
    expect(told('filter nope == 1', 'nope')).toBe('nope => nope | Not seen in logs.');
    expect(told("source spans | filter tags['http.method'] == 'x'", 'http')).toContain("tags['http.method']: string");
    expect(told('filter $p.timeRange.startTime > now()', 'startTime')).toContain(': timestamp');
    expect(told('filter $d ~~ "x"', '$d')).toBe('$d => $d | The record itself.');
  });

  it('tells of operators, clauses and types', () => {
    expect(told('filter path ~ "x"', '~')).toContain('holds the words');
    expect(told('filter !cached', '!')).toBe('! => ! | The condition is not true.');
    expect(told('source logs last 1h', 'last')).toContain('up to now');
    expect(told('choose status:num', 'num')).toBe('num => number | A type.');
  });

  it('tells of literals as the engine reads them', () => {
    expect(told('source logs last 90m', '90m')).toBe('90m => 1h30m: interval | 5400000000000 ns');
    expect(told("filter $m.timestamp > @'2024-05-01'", "@'2024")).toContain('2024-05-01T00:00:00');
    expect(told('filter $m.timestamp > @1700000000', '@17')).toContain('2023-11-14T22:13:20');
    expect(told('filter $m.severity == ERROR', 'ERROR')).toBe('ERROR => ERROR: severity | Severity 5 of 6.');
    expect(told("filter path == 'é\\n'", "'é")).toContain('2 characters');
    expect(told('filter status > 1e3', '1e3')).toContain('1000: number');
  });

  it('tells nothing of punctuation, comments and what cannot be read', () => {
    expect(hoverAt('filter a, b', 8)?.title).toBe('a');
    expect(hoverAt('// comment', 4)).toBeNull();
    expect(hoverAt('', 0)).toBeNull();
  });
});

describe('the table of commands', () => {
  it.each(Object.keys(COMMANDS) as (keyof typeof COMMANDS)[])('has an example of %s that can be read', (command) => {
    const { example, summary } = COMMAND_DOCS[command];
    const { query, diagnostics } = parse(example);
    expect(diagnostics).toEqual([]);
    expect(query.stages.map(({ kind }) => kind)).toEqual([command]);
    expect(summary).toMatch(/^[A-Z].*\.$/);
  });
});

describe('every function', () => {
  it('has a hover', () => {
    for (const { name } of FUNCTIONS) expect(told(`aggregate ${name}(a)`, ` ${name}(`), name).toContain(`${name}(`);
  });
});
