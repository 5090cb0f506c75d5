import { type BatchSource, stringLiteral } from '@clearspan/dataprime';
import { ANY, VARYING_RE2 } from '../rows/mask-text.ts';
import { DATABASE } from '../tables/table.ts';
import { sinceTime } from '../tables/time-bucket.ts';
import { DISTINCT_HASHES } from './distinct-hashes.ts';
import { SERVICE_COLUMN, SERVICES_MAX } from './field-services.ts';
import { type CatalogSource, type Dataset, SOURCES } from './sources.ts';
import { SPREAD_LEVELS } from './spread.ts';

export interface CatalogLimits {
  /** Records that the catalog tells of: the newest that were found, or so many and as many again of those that came. */
  readonly sampleRows: number;
  /** Fields told of one source. */
  readonly fieldsMax: number;
  /** Values told of one field. */
  readonly valuesMax: number;
  readonly tokensMax: number;
  /** Templates told of one field of prose. */
  readonly templatesMax: number;
  readonly valueCharsMax: number;
  /** Records whose JSON is looked at for arrays and objects. */
  readonly shapesRows: number;
  /** Metrics, by name. */
  readonly metricsMax: number;
  readonly ms: number;
  readonly memoryBytes: number;
}

const WORDS_CHARS_MAX = 500;
/** Text of fewer words is a name, not prose. */
export const PROSE_WORDS_MIN = 3;
const TOKEN_CHARS_MIN = 2;

const iso = (expr: string): string => `concat(replaceOne(toString(${expr}), ' ', 'T'), 'Z')`;

/** Records, oldest, newest, newest in nanoseconds. Answered from indexes. */
export const extentSql = (dataset: Dataset): string =>
  `SELECT count(), ${iso('min(ts)')}, ${iso('max(ts)')}, toUnixTimestamp64Nano(max(ts)) FROM ${DATABASE}.${dataset}`;

const since = (nanos: bigint): string => sinceTime(`fromUnixTimestamp64Nano(toInt64(${nanos}), 'UTC')`);

export const countSinceSql = (dataset: Dataset, nanos: bigint): string =>
  `SELECT count() FROM ${DATABASE}.${dataset} WHERE ${since(nanos)}`;

/** Time of the oldest of the newest `rows` records, and how many there are. */
export const sampleSql = (dataset: Dataset, nanos: bigint, rows: number): string =>
  `SELECT toUnixTimestamp64Nano(min(ts)), count() FROM (SELECT ts FROM ${DATABASE}.${dataset} WHERE ${since(nanos)} ORDER BY ts DESC LIMIT ${rows})`;

/** Records that a sample is made of. */
export interface SampleRows {
  /** What they are read from. */
  readonly from: string;
  readonly records: number;
  /** Some of them to be read: the newest, or the first that came, and not those of one subsystem. */
  readonly some: (max: number) => string;
}

/** Records of the table since a time. */
export const rowsSince = (dataset: Dataset, nanos: bigint, records: number): SampleRows => {
  const from = `(SELECT * FROM ${DATABASE}.${dataset} WHERE ${since(nanos)} LIMIT ${records})`;
  return { from, records, some: (max) => `${from} ORDER BY ts DESC LIMIT ${max}` };
};

const fromSource = (source: BatchSource): string =>
  source.kind === 'table'
    ? source.name
    : `file(${[source.path, 'RowBinary', source.structure, 'none'].map(stringLiteral).join(', ')})`;

/** Records that are not stored, or not read from where they are. */
export const rowsBeside = (source: BatchSource, records: number): SampleRows => {
  const from = fromSource(source);
  return { from, records, some: (max) => `${from} LIMIT ${max}` };
};

const arrayOf = ({ pairs, values }: CatalogSource): string =>
  `CAST(${pairs}, 'Array(Tuple(String, ${values === 'text' ? 'String' : 'Float64'}))')`;

/** source · key · value · service, of several sources at once: reading costs more than what is made of it. */
const valuesOf = (
  dataset: Dataset,
  arrays: readonly (readonly [source: number, array: string])[],
  { from }: SampleRows,
): string => {
  const parts = arrays.map(([source, array]) => `arrayMap(p -> (toUInt8(${source}), p.1, toString(p.2)), ${array})`);
  const pairs = `arrayJoin(arrayConcat(${parts.join(', ')}))`;
  return `SELECT kv.1 AS source, kv.2 AS key, kv.3 AS value, service FROM (SELECT ${pairs} AS kv, ${SERVICE_COLUMN[dataset]} AS service FROM ${from})`;
};

const wordsOf = (text: string): string => `splitByNonAlpha(substringUTF8(${text}, 1, ${WORDS_CHARS_MAX}))`;

/** source · key · records · smallest hashes of values · top [value, count] · words · numeric records · min · max · spread · [service, count] */
export const fieldsSql = (dataset: Dataset, rows: SampleRows, limits: CatalogLimits): string => {
  const { valuesMax, valueCharsMax, fieldsMax } = limits;
  // Text such as `nan` and `inf` reads as a number, but is none to calculate with.
  const finite = 'ifNull(isFinite(number), false)';
  const of = (aggregate: string, parameters = ''): string =>
    `${aggregate}If${parameters}(assumeNotNull(number), ${finite})`;
  const sources = SOURCES[dataset];
  const worded = sources.flatMap(({ words }, source) => (words ? [source] : []));
  const values = valuesOf(
    dataset,
    sources.map((source, index) => [index, arrayOf(source)] as const),
    rows,
  );
  return `SELECT source, key, count() AS n,
arraySlice(arraySort(groupUniqArray(toUInt32(cityHash64(value)))), 1, ${DISTINCT_HASHES}),
arrayMap(t -> (t.1, t.2), approx_top_k(${valuesMax})(substringUTF8(value, 1, ${valueCharsMax}))),
avg(if(source IN (${worded.join(', ')}), length(${wordsOf('value')}), 0)),
countIf(${finite}), ${of('min')}, ${of('max')}, ${of('quantiles', `(${SPREAD_LEVELS.join(', ')})`)},
arrayMap(t -> (t.1, t.2), approx_top_kIf(${SERVICES_MAX})(service, service != ''))
FROM (SELECT source, key, value, service, toFloat64OrNull(value) AS number FROM (${values}))
GROUP BY source, key ORDER BY n DESC, key LIMIT ${fieldsMax} BY source`;
};

/** source · key · [token, count] · [template, count], of fields of prose. */
export const proseSql = (
  dataset: Dataset,
  rows: SampleRows,
  prose: readonly (readonly [source: number, key: string])[],
  { tokensMax, templatesMax, valueCharsMax }: CatalogLimits,
): string => {
  const arrays = [...Map.groupBy(prose, ([source]) => source)].flatMap(([index, keys]) => {
    const source = SOURCES[dataset][index];
    const among = keys.map(([, key]) => stringLiteral(key)).join(', ');
    return source === undefined ? [] : [[index, `arrayFilter(p -> p.1 IN (${among}), ${arrayOf(source)})`] as const];
  });
  const masked = `replaceRegexpAll(substringUTF8(value, 1, ${valueCharsMax}), ${stringLiteral(VARYING_RE2)}, ${stringLiteral(ANY)})`;
  return `SELECT source, key,
arrayMap(t -> (t.1, t.2), approx_top_kArray(${tokensMax})(arrayFilter(w -> length(w) >= ${TOKEN_CHARS_MIN}, arrayDistinct(words)))),
arrayMap(t -> (t.1, t.2), approx_top_k(${templatesMax})(${masked}))
FROM (SELECT source, key, value, ${wordsOf('lower(value)')} AS words FROM (${valuesOf(dataset, arrays, rows)}))
WHERE length(words) >= ${PROSE_WORDS_MIN} GROUP BY source, key`;
};

export const shapesSql = ({ some }: SampleRows, { shapesRows }: CatalogLimits): string =>
  `SELECT d_json FROM ${some(shapesRows)}`;
