/** What is written in other query languages, with the DataPrime way. `cast`: `f(x)` becomes `x:type`. */
type Replacement =
  | { readonly kind: 'rename'; readonly to: string }
  | { readonly kind: 'cast'; readonly type: string }
  | { readonly kind: 'say'; readonly text: string };

const rename = (to: string): Replacement => ({ kind: 'rename', to });
const castTo = (type: string): Replacement => ({ kind: 'cast', type });

const FOREIGN: ReadonlyMap<string, Replacement> = new Map<string, Replacement>([
  ['coalesce', rename('firstNonNull')],
  ['ifnull', rename('firstNonNull')],
  ['nvl', rename('firstNonNull')],
  ['bin', rename('roundTime')],
  ['bucket', rename('roundTime')],
  ['timebucket', rename('roundTime')],
  ['time_bucket', rename('roundTime')],
  ['date_trunc', rename('roundTime')],
  ['count_distinct', rename('distinct_count')],
  ['countdistinct', rename('distinct_count')],
  ['dcount', rename('distinct_count')],
  ['uniq', rename('distinct_count')],
  ['countif', rename('count_if')],
  ['iff', rename('if')],
  ['iif', rename('if')],
  ['lower', rename('toLowerCase')],
  ['tolower', rename('toLowerCase')],
  ['upper', rename('toUpperCase')],
  ['toupper', rename('toUpperCase')],
  ['len', rename('length')],
  ['strlen', rename('length')],
  ['pow', rename('power')],
  ['average', rename('avg')],
  ['mean', rename('avg')],
  ['stdev', rename('stddev')],
  ['quantile', rename('percentile')],
  ['array_agg', rename('collect')],
  ['make_list', rename('collect')],
  ['arg_max', rename('max_by')],
  ['arg_min', rename('min_by')],
  ['any', rename('any_value')],
  ['split', rename('arraySplit')],
  ['tostring', castTo('string')],
  ['stringify', castTo('string')],
  ['tonumber', castTo('number')],
  ['toint', castTo('number')],
  ['tofloat', castTo('number')],
  ['todouble', castTo('number')],
  ['tobool', castTo('bool')],
  ['totimestamp', castTo('timestamp')],
  ['todatetime', castTo('timestamp')],
  ['exists', { kind: 'say', text: 'write `field != null`' }],
  ['isnull', { kind: 'say', text: 'write `field == null`' }],
  ['isnotnull', { kind: 'say', text: 'write `field != null`' }],
]);

/** The DataPrime way to say what a function of another language does; null when it is not known. */
export const foreignFunction = (name: string): Replacement | null => FOREIGN.get(name.toLowerCase()) ?? null;
