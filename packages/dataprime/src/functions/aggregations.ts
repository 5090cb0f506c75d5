import { aggregateCall, all, call, infix, isNotNull, lambda, num, plain } from '../compile/sql-build.ts';
import type { SqlExpr } from '../compile/sql-tree.ts';
import { value } from '../compile/value.ts';
import { BOOL, NUMBER } from '../types/type.ts';
import { ANY, ARRAY_T, define, literal, optional, param, T, U, variadic } from './define.ts';
import type { FunctionDef, LowerCall } from './function-def.ts';

const aggregation = define('aggregation');
const number = (sql: SqlExpr): SqlExpr => call('toFloat64', sql);
const over =
  (name: string) =>
  (c: LowerCall): SqlExpr =>
    aggregateCall(name, [], ...c.args);
/** NaN, which an engine function yields for too few values, is null in DataPrime. */
const finite = (sql: SqlExpr): SqlExpr => call('if', call('isFinite', sql), sql, { kind: 'null' });
const rowTrue = (c: SqlExpr): SqlExpr => call('ifNull', c, { kind: 'bool', value: false });

const collect = (c: LowerCall): SqlExpr => {
  const [item] = c.args;
  if (item === undefined) return { kind: 'null' };
  const limit = c.literal('limit');
  const name = c.literal('distinct') === true ? 'groupUniqArray' : 'groupArray';
  const params = typeof limit === 'number' ? [plain(Math.trunc(limit))] : [];
  if (c.literal('ignoreNulls') === true) return aggregateCall(name, params, item);
  // groupArray skips nulls; inside a tuple they stay.
  return call(
    'arrayMap',
    lambda(['t'], call('tupleElement', { kind: 'column', name: 't' }, plain(1))),
    aggregateCall(name, params, call('tuple', item)),
  );
};

const percentile = (c: LowerCall): SqlExpr => {
  const p = c.literal('percentile');
  return finite(aggregateCall('quantileOrNull', [num(typeof p === 'number' ? p : 0.5)], c.args[1] ?? { kind: 'null' }));
};

/** Aggregations of §6.1: legal where rows are gathered, and nowhere else. */
export const AGGREGATIONS: readonly FunctionDef[] = [
  aggregation(
    'count',
    [optional(param('expression', ANY))],
    NUMBER,
    'Number of rows, or of rows where the expression is not null.',
    ['count()', 3],
    (c) => number(aggregateCall('count', [], ...c.args)),
  ),
  aggregation(
    'count_if',
    [param('condition', BOOL), optional(param('expression', ANY))],
    NUMBER,
    'Number of rows where the condition is true and the expression, if given, is not null.',
    ['count_if(n > 1)', 2],
    (c) => {
      const [condition, item] = c.args;
      return number(
        aggregateCall(
          'countIf',
          [],
          all([rowTrue(condition as SqlExpr), ...(item === undefined ? [] : [isNotNull(item)])]),
        ),
      );
    },
  ),
  aggregation(
    'distinct_count',
    [param('expression', ANY)],
    NUMBER,
    'Exact number of distinct values that are not null.',
    ['distinct_count(n)', 3],
    (c) => number(aggregateCall('uniqExact', [], ...c.args)),
  ),
  aggregation(
    'distinct_count_if',
    [param('condition', BOOL), param('expression', ANY)],
    NUMBER,
    'Exact number of distinct values among the rows where the condition is true.',
    ['distinct_count_if(n > 1, n)', 2],
    (c) => number(aggregateCall('uniqExactIf', [], c.args[1] as SqlExpr, rowTrue(c.args[0] as SqlExpr))),
  ),
  aggregation(
    'approx_count_distinct',
    [param('value', ANY), variadic(param('values', ANY))],
    NUMBER,
    'Estimated number of distinct values, or of distinct tuples when several are given.',
    ['approx_count_distinct(n)', 3],
    (c) =>
      number(
        c.args.length === 1
          ? aggregateCall('uniqHLL12', [], ...c.args)
          : aggregateCall('uniqHLL12If', [], call('tuple', ...c.args), all(c.args.map(isNotNull))),
      ),
  ),
  aggregation(
    'sum',
    [param('expression', NUMBER)],
    NUMBER,
    'Sum of the values; null when there are none.',
    ['sum(n)', 6],
    over('sumOrNull'),
  ),
  aggregation(
    'avg',
    [param('expression', NUMBER)],
    NUMBER,
    'Mean of the values; null when there are none.',
    ['avg(n)', 2],
    over('avgOrNull'),
  ),
  aggregation('min', [param('expression', T)], T, 'Smallest value.', ['min(n)', 1], over('minOrNull')),
  aggregation('max', [param('expression', T)], T, 'Largest value.', ['max(n)', 3], over('maxOrNull')),
  aggregation(
    'min_by',
    [param('sortKey', T), param('expression', U)],
    U,
    'Value of the expression on the row with the smallest sort key.',
    ['min_by(n, k)', 'a'],
    (c) => aggregateCall('argMinOrNull', [], c.args[1] as SqlExpr, c.args[0] as SqlExpr),
  ),
  aggregation(
    'max_by',
    [param('sortKey', T), param('expression', U)],
    U,
    'Value of the expression on the row with the largest sort key.',
    ['max_by(n, k)', 'b'],
    (c) => aggregateCall('argMaxOrNull', [], c.args[1] as SqlExpr, c.args[0] as SqlExpr),
  ),
  aggregation(
    'any_value',
    [optional(param('expression', T))],
    T,
    'Any value that is not null; of the whole `$d` when no expression is given.',
    ['any_value(one)', 1],
    over('anyOrNull'),
  ),
  aggregation(
    'collect',
    [
      param('expression', T),
      literal(optional(param('distinct', BOOL))),
      literal(optional(param('limit', NUMBER))),
      literal(optional(param('ignoreNulls', BOOL))),
    ],
    ARRAY_T,
    'All values as an array, in no promised order.',
    ['collect(one, distinct=true)', [1]],
    (c) => value(c.type, collect(c), infix('=', call('count'), plain(0))),
    { nulls: 'handled' },
  ),
  aggregation(
    'percentile',
    [
      literal(param('percentile', NUMBER)),
      param('expression', NUMBER),
      literal(optional(param('error_threshold', NUMBER))),
    ],
    NUMBER,
    'Approximate percentile; the first argument is between 0 and 1.',
    ['percentile(0.5, n)', 2],
    percentile,
  ),
  aggregation('median', [param('expression', NUMBER)], NUMBER, 'Approximate median.', ['median(n)', 2], (c) =>
    finite(aggregateCall('quantileOrNull', [num(0.5)], ...c.args)),
  ),
  aggregation(
    'stddev',
    [param('expression', NUMBER)],
    NUMBER,
    'Standard deviation of the population.',
    ['stddev(one)', 0],
    (c) => finite(over('stddevPopStableOrNull')(c)),
  ),
  aggregation(
    'variance',
    [param('expression', NUMBER)],
    NUMBER,
    'Variance of the population.',
    ['variance(one)', 0],
    (c) => finite(over('varPopStableOrNull')(c)),
  ),
  aggregation(
    'sample_stddev',
    [param('expression', NUMBER)],
    NUMBER,
    'Standard deviation of a sample (n − 1).',
    ['sample_stddev(n)', 1],
    (c) => finite(over('stddevSampStableOrNull')(c)),
  ),
  aggregation(
    'sample_variance',
    [param('expression', NUMBER)],
    NUMBER,
    'Variance of a sample (n − 1).',
    ['sample_variance(n)', 1],
    (c) => finite(over('varSampStableOrNull')(c)),
  ),
];
