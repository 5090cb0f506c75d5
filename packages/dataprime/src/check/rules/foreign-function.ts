/**
 * What is written in other query languages, with the DataPrime way. `cast`: `f(x)` becomes `x:type`. `template`: `$1` is
 * the first argument; it takes as many arguments as it names. `round`: by a timestamp and an interval, in any order.
 */
type Replacement =
  | { readonly kind: 'rename'; readonly to: string }
  | { readonly kind: 'cast'; readonly type: string }
  | { readonly kind: 'round' }
  | { readonly kind: 'template'; readonly text: string }
  | { readonly kind: 'say'; readonly text: string };

const rename = (to: string): Replacement => ({ kind: 'rename', to });
const template = (text: string): Replacement => ({ kind: 'template', text });
const castTo = (type: string): Replacement => ({ kind: 'cast', type });

const NO_WINDOWS: Replacement = { kind: 'say', text: 'functions over neighbouring rows do not exist' };

const FOREIGN: ReadonlyMap<string, Replacement> = new Map<string, Replacement>([
  ['coalesce', rename('firstNonNull')],
  ['ifnull', rename('firstNonNull')],
  ['nvl', rename('firstNonNull')],
  ['bin', { kind: 'round' }],
  ['bucket', { kind: 'round' }],
  ['timebucket', { kind: 'round' }],
  ['time_bucket', { kind: 'round' }],
  ['date_trunc', { kind: 'round' }],
  ['datetrunc', { kind: 'round' }],
  ['date_bin', { kind: 'round' }],
  ['tumble', { kind: 'round' }],
  ['count_distinct', rename('distinct_count')],
  ['countdistinct', rename('distinct_count')],
  ['dcount', rename('distinct_count')],
  ['uniq', rename('distinct_count')],
  ['countif', rename('count_if')],
  ['listagg', rename('collect')],
  ['list', rename('collect')],
  ['regex', rename('matches')],
  ['regexp', rename('matches')],
  ['regexp_like', rename('matches')],
  ['regexp_match', rename('matches')],
  ['rlike', rename('matches')],
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
  ['exists', template('($1 != null)')],
  ['isnull', template('($1 == null)')],
  ['is_null', template('($1 == null)')],
  ['isnotnull', template('($1 != null)')],
  ['is_not_null', template('($1 != null)')],
  ['ago', template('(now() - $1)')],
  ['first', template('min_by($m.timestamp, $1)')],
  ['last', template('max_by($m.timestamp, $1)')],
  ['values', template('collect($1, distinct=true)')],
  ['p50', template('percentile(0.5, $1)')],
  ['p75', template('percentile(0.75, $1)')],
  ['p90', template('percentile(0.9, $1)')],
  ['p95', template('percentile(0.95, $1)')],
  ['p99', template('percentile(0.99, $1)')],
  ['replace', { kind: 'say', text: 'the command `redact` replaces parts of texts' }],
  ['regexp_extract', { kind: 'say', text: 'the command `extract` reads parts out of texts' }],
  ['regex_extract', { kind: 'say', text: 'the command `extract` reads parts out of texts' }],
  ['json_extract', { kind: 'say', text: 'keys of objects are written `object.key`' }],
  ['lag', NO_WINDOWS],
  ['lead', NO_WINDOWS],
  ['row_number', NO_WINDOWS],
  ['rank', NO_WINDOWS],
  ['window', NO_WINDOWS],
  ['over', NO_WINDOWS],
]);

/** The DataPrime way to say what a function of another language does; null when it is not known. */
export const foreignFunction = (name: string): Replacement | null => FOREIGN.get(name.toLowerCase()) ?? null;
