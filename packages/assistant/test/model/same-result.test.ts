import { expect, test } from 'vitest';
import { type Row, sameResult } from '../../src/model/same-result.ts';

const rows = (...cells: readonly Record<string, unknown>[]): readonly Row[] => cells.map(($d) => ({ $d }));

test.each<[string, readonly Row[], readonly Row[], boolean]>([
  ['other names of columns', rows({ a: 'x', n: 1 }), rows({ b: 'x', m: 1 }), true],
  ['another order', rows({ a: 'x' }, { a: 'y' }), rows({ a: 'y' }, { a: 'x' }), true],
  ['one column more', rows({ a: 'x', n: 1 }), rows({ a: 'x', n: 1, p: 9 }), true],
  ['one column less', rows({ a: 'x', n: 1, p: 9 }), rows({ a: 'x', n: 1 }), true],
  ['rounding', rows({ n: 0.333_333_33 }), rows({ n: 0.333_333_34 }), true],
  ['percent', rows({ n: 0.25 }), rows({ n: 25 }), true],
  ['numbers as text', rows({ n: '500' }), rows({ n: 500 }), true],
  ['a group without a key', rows({ a: 'x', n: 1 }, { a: null, n: 7 }), rows({ a: 'x', n: 1 }), true],
  ['another number', rows({ n: 1 }), rows({ n: 2 }), false],
  ['a row more', rows({ a: 'x' }), rows({ a: 'x' }, { a: 'y' }), false],
  ['as many rows of others', rows({ a: 'x' }, { a: 'x' }), rows({ a: 'x' }, { a: 'y' }), false],
  ['the same records', [{ $m: { logid: '1' }, $d: { a: 1 } }], [{ $m: { logid: '1' } }], true],
  ['other records', [{ $m: { logid: '1' } }], [{ $m: { logid: '2' } }], false],
])('%s', (_, some, others, same) => {
  expect(sameResult(some, others)).toBe(same);
  expect(sameResult(others, some)).toBe(same);
});
