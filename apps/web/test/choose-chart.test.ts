import type { QueryResult, ResultColumn } from '@clearspan/contracts';
import { expect, test } from 'vitest';
import { chooseChart } from '../src/result/choose-chart.ts';

const column = (name: string, type: ResultColumn['type']): ResultColumn => ({ name, path: ['$d', name], type });

const result = (columns: readonly ResultColumn[], rows: readonly Record<string, unknown>[]): QueryResult => ({
  columns: [...columns],
  rows: rows.map((row) => ({ $d: row })),
  row_count: rows.length,
  truncated: false,
  scanned_rows: 0,
  scanned_bytes: 0,
  execution_time_ms: 0,
  warnings: [],
});

const at = (minute: number): string => `2026-01-31T12:${String(minute).padStart(2, '0')}:00.000000000Z`;

test('one number is a number', () => {
  expect(chooseChart(result([column('n', 'number')], [{ n: 5 }]))).toEqual({ kind: 'scalar', name: 'n', value: 5 });
});

test('a name and a number are a ranking in the order of the answer', () => {
  const chart = chooseChart(
    result(
      [column('service', 'string'), column('errors', 'number')],
      [
        { service: 'b', errors: 3 },
        { service: null, errors: 9 },
      ],
    ),
  );
  expect(chart).toEqual({
    kind: 'ranking',
    label: 'service',
    value: 'errors',
    bars: [
      { label: 'b', value: 3 },
      { label: '(none)', value: 9 },
    ],
    more: 0,
  });
});

test('a time and a number are a series, ascending whatever the order of the rows', () => {
  const chart = chooseChart(
    result(
      [column('minute', 'timestamp'), column('n', 'number')],
      [
        { minute: at(2), n: 20 },
        { minute: at(1), n: 10 },
      ],
    ),
  );
  expect(chart.kind === 'series' && chart.times).toEqual([Date.parse(at(1)) / 1_000, Date.parse(at(2)) / 1_000]);
  expect(chart.kind === 'series' && chart.lines).toEqual([{ name: 'n', values: [10, 20] }]);
});

test('a time, a name and a number are one line for each name, with gaps where a name has no value', () => {
  const chart = chooseChart(
    result(
      [column('minute', 'timestamp'), column('service', 'string'), column('n', 'number')],
      [
        { minute: at(1), service: 'a', n: 1 },
        { minute: at(1), service: 'b', n: 5 },
        { minute: at(2), service: 'b', n: 6 },
      ],
    ),
  );
  expect(chart.kind === 'series' && chart.lines).toEqual([
    { name: 'b', values: [5, 6] },
    { name: 'a', values: [1, null] },
  ]);
});

test('at most eight lines, the largest', () => {
  const rows = Array.from({ length: 40 }, (_, i) => ({ minute: at(i % 2), service: `s${i >> 1}`, n: i }));
  const chart = chooseChart(
    result([column('minute', 'timestamp'), column('service', 'string'), column('n', 'number')], rows),
  );
  expect(chart.kind === 'series' && chart.lines.map((l) => l.name)).toEqual(
    [19, 18, 17, 16, 15, 14, 13, 12].map((i) => `s${i}`),
  );
});

test.each([
  ['no rows', result([column('n', 'number')], [])],
  ['whole records', result([{ name: '$d', path: ['$d'], type: 'object' }], [{ n: 1 }])],
  ['no number', result([column('a', 'string')], [{ a: 'x' }, { a: 'y' }])],
  [
    'two names',
    result(
      [column('a', 'string'), column('b', 'string'), column('n', 'number')],
      [
        { a: 'x', b: 'y', n: 1 },
        { a: 'x', b: 'z', n: 1 },
      ],
    ),
  ],
  [
    'negative bars',
    result(
      [column('a', 'string'), column('n', 'number')],
      [
        { a: 'x', n: -1 },
        { a: 'y', n: 1 },
      ],
    ),
  ],
  ['one point in time', result([column('t', 'timestamp'), column('n', 'number')], [{ t: at(1), n: 1 }])],
])('%s: nothing is drawn', (_, given) => {
  expect(chooseChart(given)).toEqual({ kind: 'none' });
});
