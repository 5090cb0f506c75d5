import type { FunctionNote, FunctionNotes } from '../function-note.ts';

const LEFT_OUT = 'Null values are left out; of no values at all the result is null.';
const COUNTED = 'Null values are not counted; of no rows at all the result is 0.';
const CONDITION = 'counts a row where it is true; null is false';

const spread = (what: string, formula: string, see: readonly string[]): FunctionNote => ({
  parameters: { expression: 'the number of each row; a value that is no number is null' },
  nulls: LEFT_OUT,
  notes: [`${what} ${formula}`],
  queries: [`aggregate ${see[0]}(duration_ms).round(1) as spread`],
  see: see.slice(1),
});

const extreme = (which: string, other: string): FunctionNote => ({
  parameters: { expression: 'a number, text, truth value, time, interval or severity' },
  nulls: LEFT_OUT,
  notes: [
    'Text is compared by its characters, severities by their codes. A key whose values have several types is ordered numbers first, then text, then truth values. Arrays and objects have no order and count as null.',
    `With several arguments, or outside aggregations, \`${which}\` is [the function of one row](../number/${which}.md).`,
  ],
  queries: [`groupby path aggregate ${which}(duration_ms) as ${which}_ms | orderby path`],
  see: [`${which}_by`, other],
});

const extremeBy = (which: string, size: string, other: string): FunctionNote => ({
  parameters: {
    sortKey: `what is compared; the row with the ${size} one is taken`,
    expression: 'what is told of that row; `$d` is the whole record',
  },
  nulls: 'Rows where the sort key or the expression is null are left out; of no rows the result is null.',
  notes: ['The key comes first, the value second. Of several rows with the same key any one is taken.'],
  queries: [`aggregate ${which}_by(duration_ms, msg) as message, ${which}(duration_ms) as duration`],
  see: [which, other],
});

export const AGGREGATION_NOTES: FunctionNotes = {
  count: {
    parameters: { expression: 'counts the rows where it is not null; without it every row counts' },
    nulls: COUNTED,
    queries: ['aggregate count() as rows, count(status) as answered, count(ip) as with_ip'],
    see: ['count_if', 'distinct_count'],
  },
  count_if: {
    parameters: { condition: CONDITION, expression: 'if given, must not be null either' },
    nulls: COUNTED,
    queries: ['groupby path aggregate count_if(status >= 500) as failed, count() as n | orderby path'],
    see: ['count', 'distinct_count_if'],
  },
  distinct_count: {
    parameters: { expression: 'the value; objects and arrays are compared as a whole' },
    nulls: COUNTED,
    notes: [
      'Exact, and therefore costly where there are millions of values: [approx_count_distinct](approx_count_distinct.md) estimates in little memory (`DP5012`).',
    ],
    queries: ['aggregate distinct_count(user.id) as users, count() as n'],
    see: ['approx_count_distinct', 'distinct_count_if', 'collect'],
  },
  distinct_count_if: {
    parameters: { condition: CONDITION, expression: 'the value' },
    nulls: COUNTED,
    queries: ['aggregate distinct_count_if(status == 200, user.id) as served'],
    see: ['distinct_count', 'count_if'],
  },
  approx_count_distinct: {
    parameters: { value: 'the value', values: 'further parts: distinct tuples are counted then' },
    nulls: 'A row where any part is null is not counted; of no rows at all the result is 0.',
    notes: ['A HyperLogLog sketch of a fixed size: the error of large counts is around 2 %, whatever their size.'],
    queries: ['aggregate approx_count_distinct(user.id) as users, approx_count_distinct(user.id, path) as pairs'],
    see: ['distinct_count'],
  },
  sum: {
    parameters: { expression: 'the number of each row; a value that is no number is null' },
    nulls: LEFT_OUT,
    notes: [
      'A condition goes inside: `sum(if(status >= 500, duration_ms))` adds failed rows only.',
      'Numbers only: of an interval sum `i.toTimeUnit(…)`. With several arguments, or outside aggregations, `sum` is [the function of one row](../number/sum.md).',
    ],
    queries: ['aggregate sum(duration_ms) as total, sum(if(status >= 500, duration_ms)) as failed'],
    see: ['avg', 'count'],
  },
  avg: {
    parameters: { expression: 'the number of each row; a value that is no number is null' },
    nulls: LEFT_OUT,
    notes: ['Rows without the key do not pull the mean down: they are in neither the sum nor the count.'],
    queries: ['groupby path aggregate avg(duration_ms) as mean | orderby mean desc'],
    see: ['median', 'percentile', 'sum'],
  },
  min: extreme('min', 'max'),
  max: extreme('max', 'min'),
  min_by: extremeBy('min', 'smallest', 'max_by'),
  max_by: extremeBy('max', 'largest', 'min_by'),
  any_value: {
    parameters: { expression: 'the value; the whole `$d` where it is left out' },
    nulls: LEFT_OUT,
    notes: ['Which value is not promised, and may differ from one run to the next.'],
    queries: ['aggregate any_value(ip) != null as found'],
    see: ['collect', 'min_by', 'max_by'],
  },
  collect: {
    parameters: {
      expression: 'the value of each row',
      distinct: 'whether each value is taken once; `false` where left out',
      limit: 'how many values at most: a whole number above 0; without it all',
      ignoreNulls: 'whether nulls are left out; `false` where left out',
    },
    nulls: 'Null is an element like any other unless `ignoreNulls` is true. Of no rows at all the result is null.',
    notes: ['The order is not promised: sort the array with [arraySort](../array/arraySort.md) where it matters.'],
    queries: [
      'groupby path aggregate collect(status, distinct=true, ignoreNulls=true).arraySort() as statuses | orderby path',
    ],
    see: ['distinct_count', 'arraySort', 'arrayJoin'],
  },
  percentile: {
    parameters: {
      percentile: 'from 0 to 1: 0.95 is the 95th',
      expression: 'the number of each row; a value that is no number is null',
      error_threshold: 'read for compatibility; it changes nothing here',
    },
    nulls: LEFT_OUT,
    notes: [
      'Between two neighbouring values the result is interpolated. Up to some thousands of values it is exact; of more a random sample of them is taken.',
      'A percentile outside 0 to 1 is an error; for `95` the fix is `0.95` (`DP2003`).',
    ],
    queries: ['aggregate percentile(0.5, duration_ms) as p50, percentile(0.9, duration_ms) as p90'],
    see: ['median', 'avg', 'max'],
  },
  median: {
    parameters: { expression: 'the number of each row; a value that is no number is null' },
    nulls: LEFT_OUT,
    notes: ['The same as `percentile(0.5, …)`.'],
    queries: ['aggregate median(duration_ms) as median, avg(duration_ms) as mean'],
    see: ['percentile', 'avg'],
  },
  stddev: spread('The square root of the variance:', 'divides by the number of values. Of one value it is 0.', [
    'stddev',
    'variance',
    'sample_stddev',
  ]),
  variance: spread(
    'The mean of the squared distances from the mean:',
    'divides by the number of values. Of one value it is 0.',
    ['variance', 'stddev', 'sample_variance'],
  ),
  sample_stddev: spread(
    'The square root of the sample variance:',
    'divides by the number of values less one. Of one value it is null.',
    ['sample_stddev', 'sample_variance', 'stddev'],
  ),
  sample_variance: spread(
    'Estimates the variance of what the rows are a sample of:',
    'divides by the number of values less one. Of one value it is null.',
    ['sample_variance', 'sample_stddev', 'variance'],
  ),
};
