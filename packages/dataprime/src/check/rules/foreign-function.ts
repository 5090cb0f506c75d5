/** What is written in other query languages, with the DataPrime way. `cast`: `f(x)` becomes `x:type`. */
type Replacement =
  | { readonly kind: 'rename'; readonly to: string }
  | { readonly kind: 'cast'; readonly type: string }
  | { readonly kind: 'say'; readonly text: string };

const rename = (to: string): Replacement => ({ kind: 'rename', to });
const castTo = (type: string): Replacement => ({ kind: 'cast', type });

const NO_WINDOWS: Replacement = { kind: 'say', text: 'functions over neighbouring rows do not exist' };

const FOREIGN: ReadonlyMap<string, Replacement> = new Map<string, Replacement>([
  ['coalesce', rename('firstNonNull')],
  ['ifnull', rename('firstNonNull')],
  ['nvl', rename('firstNonNull')],
  ['bin', rename('roundTime')],
  ['bucket', rename('roundTime')],
  ['timebucket', rename('roundTime')],
  ['time_bucket', rename('roundTime')],
  ['date_trunc', { kind: 'say', text: 'write `roundTime(time, 1h)`' }],
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
  ['std', rename('stddev')],
  ['quantile', rename('percentile')],
  ...['percentiles', 'p50', 'p75', 'p90', 'p95', 'p99'].map(
    (name) => [name, { kind: 'say', text: 'write `percentile(0.95, x)`' }] as const,
  ),
  ['array_agg', rename('collect')],
  ['values', rename('collect')],
  ['list', rename('collect')],
  ['first', { kind: 'say', text: 'write `min_by($m.timestamp, x)`' }],
  ['last', { kind: 'say', text: 'write `max_by($m.timestamp, x)`' }],
  ['take_any', rename('any_value')],
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
  ['lag', NO_WINDOWS],
  ['lead', NO_WINDOWS],
  ['row_number', NO_WINDOWS],
  ['rank', NO_WINDOWS],
  ['window', NO_WINDOWS],
  ['over', NO_WINDOWS],
  ['exists', { kind: 'say', text: 'write `field != null`' }],
  ['isnull', { kind: 'say', text: 'write `field == null`' }],
  ['isnotnull', { kind: 'say', text: 'write `field != null`' }],
]);

/** The DataPrime way to say what a function of another language does; null when it is not known. */
export const foreignFunction = (name: string): Replacement | null => FOREIGN.get(name.toLowerCase()) ?? null;
