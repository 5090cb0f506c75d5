import { expect, test } from 'vitest';
import { transform } from '../src/core/transform.ts';
import { execution, facts } from './facts.ts';

test('names and a number are a ranking, largest first', () => {
  const sample = [
    { $l: { subsystemname: 'cart' }, $d: { errors: '15' } },
    { $l: { subsystemname: 'checkout' }, $d: { errors: 80 } },
    { $d: { errors: 2 } },
    { $l: { subsystemname: 'broken' }, $d: {} },
  ];
  expect(transform(facts({ execution: execution({ sample }) }))).toEqual({
    kind: 'ranking',
    label: 'service',
    value: 'errors',
    points: [
      { label: 'checkout', value: 80 },
      { label: 'cart', value: 15 },
      { label: '(none)', value: 2 },
    ],
  });
});

test('time and a number are a series, in order of time', () => {
  const columns = [
    { name: 'minute', path: ['$d', 'minute'], type: 'timestamp' },
    { name: 'n', path: ['$d', 'n'], type: 'number' },
  ];
  const sample = [
    { $d: { minute: '2026-01-01T00:01:00.000000000Z', n: 2 } },
    { $d: { minute: '2026-01-01T00:00:00.000000000Z', n: 1 } },
  ];
  expect(transform(facts({ execution: execution({ columns, sample }) }))).toEqual({
    kind: 'series',
    time: 'minute',
    value: 'n',
    points: [
      { time: '2026-01-01T00:00:00.000000000Z', value: 1 },
      { time: '2026-01-01T00:01:00.000000000Z', value: 2 },
    ],
  });
});

test('one number is a scalar', () => {
  const columns = [{ name: 'errors', path: ['$d', 'errors'], type: 'number' }];
  const one = execution({ columns, sample: [{ $d: { errors: 7 } }] });
  expect(transform(facts({ query: 'source logs | count into errors', execution: one }))).toEqual({
    kind: 'scalar',
    name: 'errors',
    value: 7,
  });
});

test('what cannot be drawn says why', () => {
  expect(transform(facts({ execution: null }))).toEqual({ kind: 'none', reason: 'the query was not run' });
  expect(transform(facts({ execution: execution({ sample: [] }) }))).toEqual({
    kind: 'none',
    reason: 'the answer has no rows',
  });
  expect(transform(facts({ query: 'source logs' }))).toEqual({
    kind: 'none',
    reason: 'the rows are single records, not groups or sums of them',
  });
});
