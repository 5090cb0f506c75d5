import { stripVTControlCharacters } from 'node:util';
import type { QueryResult } from '@clearspan/contracts';
import { expect, test } from 'vitest';
import { excerpt } from '../../src/output/excerpt.ts';
import { paintQuery } from '../../src/output/paint-query.ts';
import { printDeclined, printReading } from '../../src/output/print-answer.ts';
import { printResult } from '../../src/output/print-result.ts';
import { fit, textWidth } from '../../src/output/text-width.ts';
import { bytesText, durationText } from '../../src/output/units.ts';

const result = (rows: QueryResult['rows']): QueryResult => ({
  columns: [
    { name: 'path', path: ['$d', 'path'], type: 'string' },
    { name: 'n', path: ['$d', 'n'], type: 'number' },
  ],
  rows,
  row_count: rows.length,
  truncated: false,
  scanned_rows: 0,
  scanned_bytes: 0,
  execution_time_ms: 0,
  warnings: [],
});

const plain = { colour: false };

test('numbers stand right, and wide characters take their two columns', () => {
  expect(printResult(result([{ $d: { path: '数据', n: 5 } }, { $d: { path: 'ab', n: 1234 } }]), 'table', plain)).toBe(
    'path     n\n────  ────\n数据     5\nab    1234\n',
  );
});

test('what would steer the terminal is shown instead', () => {
  const text = printResult(result([{ $d: { path: '\u001b[31mred\u202e\n', n: null } }]), 'table', plain);
  expect(text).toContain('\\u001b[31mred\\u202e\\n');
  expect(text).not.toContain('\u001b');
});

test('a table fits its terminal by cutting its widest columns', () => {
  const text = printResult(result([{ $d: { path: 'x'.repeat(100), n: 1 } }]), 'table', { colour: false, columns: 30 });
  for (const line of text.trimEnd().split('\n')) expect(textWidth(line)).toBeLessThanOrEqual(30);
  expect(text).toContain('…');
});

test('CSV quotes what needs it', () => {
  expect(printResult(result([{ $d: { path: 'a,"b"\nc', n: 1 } }, { $d: { path: ' edge', n: 2 } }]), 'csv', plain)).toBe(
    'path,n\r\n"a,""b""\nc",1\r\n" edge",2\r\n',
  );
});

test('objects open into their leaves in the place of their column', () => {
  const rows = [{ $d: { path: { a: 1, 'b.c': [1] }, n: 1 } }, { $d: { path: null, n: 2 } }];
  expect(printResult(result(rows), 'csv', plain)).toBe("path.a,path['b.c'],n\r\n1,[1],1\r\n,,2\r\n");
});

test('no rows are no rows in every format', () => {
  expect(printResult(result([]), 'json', plain)).toBe('[]\n');
  expect(printResult(result([]), 'ndjson', plain)).toBe('');
  expect(printResult(result([]), 'csv', plain)).toBe('path,n\r\n');
});

test('an excerpt points at its place, also on a later line and behind wide characters', () => {
  const text = "filter a\n| filter '数' = 1";
  const diagnostic = {
    code: 'DP1008',
    severity: 'error' as const,
    message: 'expected `==`, found `=`',
    start: 22,
    end: 23,
  };
  expect(excerpt(text, 'q.dp', diagnostic, false)).toBe(
    "error DP1008: expected `==`, found `=`\n  --> q.dp:2:14\n  | | filter '数' = 1\n  |               ^\n",
  );
});

test('a query is coloured without losing any of it, and only where colour is wanted', () => {
  const query = "source logs | filter $d.a == 'x' // why";
  expect(paintQuery(query, false)).toBe(query);
  const painted = paintQuery(query, true);
  expect(painted).toContain('\u001b[1;36msource\u001b[0m');
  expect(stripVTControlCharacters(painted)).toBe(query);
});

test('widths and units', () => {
  expect(fit('abcdef', 4)).toBe('abc…');
  expect(fit('数据数据', 4)).toBe('数… ');
  expect([bytesText(999), bytesText(1_234_567), bytesText(250_000_000)]).toEqual(['999 B', '1.2 MB', '250 MB']);
  expect([durationText(5), durationText(3_900), durationText(100_000)]).toEqual(['5 s', '1 h 05 min', '1 d 3 h']);
});

test('what a model had to do with an answer is one sentence, without control characters', () => {
  const model = {
    used: false,
    name: 'small\u001b[31m',
    reason: 'It did not answer in time.',
    calls: 1,
    input_tokens: null,
    output_tokens: null,
    cost_usd: null,
    cached: false,
  };
  const declined = printDeclined({ kind: 'clarify', message: 'which field?', options: ['errors by service'], model });
  expect(declined).toBe('which field?\n  - errors by service\nmodel small\\u001b[31m: It did not answer in time.\n');
  const answer = {
    kind: 'answer' as const,
    query: 'source logs',
    interpretation: 'Shows logs.',
    confidence: 0.7,
    assumptions: [],
    ignored: [],
    alternatives: [],
    result: null,
    failure: null,
    traceId: null,
  };
  expect(printReading({ ...answer, model }, false)).toContain(
    '\n// model small\\u001b[31m: It did not answer in time.\n',
  );
  expect(printReading(answer, false)).not.toContain('model');
});
