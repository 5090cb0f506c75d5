import { DATABASE } from '../tables/table.ts';
import type { CatalogSource, Dataset } from './sources.ts';

export interface CatalogLimits {
  /** Newest records looked at. */
  readonly sampleRows: number;
  /** Fields told of one source. */
  readonly fieldsMax: number;
  /** Values told of one field. */
  readonly valuesMax: number;
  readonly tokensMax: number;
  readonly valueCharsMax: number;
  /** Records whose JSON is looked at for arrays and objects. */
  readonly shapesRows: number;
  readonly ms: number;
  readonly memoryBytes: number;
}

const WORDS_CHARS_MAX = 500;
/** Text of fewer words is a name, not prose. */
export const PROSE_WORDS_MIN = 4;
const TOKEN_CHARS_MIN = 2;

const iso = (expr: string): string => `concat(replaceOne(toString(${expr}), ' ', 'T'), 'Z')`;

/** Records, oldest, newest, newest in nanoseconds. Answered from indexes. */
export const extentSql = (dataset: Dataset): string =>
  `SELECT count(), ${iso('min(ts)')}, ${iso('max(ts)')}, toUnixTimestamp64Nano(max(ts)) FROM ${DATABASE}.${dataset}`;

const since = (nanos: bigint): string => `ts >= fromUnixTimestamp64Nano(toInt64(${nanos}), 'UTC')`;

export const countSinceSql = (dataset: Dataset, nanos: bigint): string =>
  `SELECT count() FROM ${DATABASE}.${dataset} WHERE ${since(nanos)}`;

/** Time of the oldest of the newest `rows` records, and how many there are. */
export const sampleSql = (dataset: Dataset, nanos: bigint, rows: number): string =>
  `SELECT toUnixTimestamp64Nano(min(ts)), count() FROM (SELECT ts FROM ${DATABASE}.${dataset} WHERE ${since(nanos)} ORDER BY ts DESC LIMIT ${rows})`;

const pairsOf = ({ pairs }: CatalogSource, dataset: Dataset, nanos: bigint, rows: number): string =>
  `SELECT arrayJoin(${pairs}) AS kv, kv.1 AS key, kv.2 AS value FROM (SELECT * FROM ${DATABASE}.${dataset} WHERE ${since(nanos)} LIMIT ${rows})`;

/** key · records · distinct · top [value, count] · words · numeric records · min · p50 · p95 · max */
export const fieldsSql = (source: CatalogSource, dataset: Dataset, nanos: bigint, limits: CatalogLimits): string => {
  const { valuesMax, valueCharsMax, fieldsMax, sampleRows } = limits;
  const isText = source.values === 'text';
  const shown = isText ? `substringUTF8(value, 1, ${valueCharsMax})` : 'toString(value)';
  const number = isText ? 'toFloat64OrNull(value)' : 'value';
  const words = source.words ? `avg(length(splitByNonAlpha(substringUTF8(value, 1, ${WORDS_CHARS_MAX}))))` : '0';
  // Text such as `nan` and `inf` reads as a number, but is none to calculate with.
  const finite = 'ifNull(isFinite(number), false)';
  const of = (aggregate: string, parameters = ''): string =>
    `${aggregate}If${parameters}(assumeNotNull(number), ${finite})`;
  return `SELECT key, count() AS n, uniq(value), arrayMap(t -> (t.1, t.2), approx_top_k(${valuesMax})(${shown})), ${words},
countIf(${finite}), ${of('min')}, ${of('quantile', '(0.5)')}, ${of('quantile', '(0.95)')}, ${of('max')}
FROM (SELECT key, value, ${number} AS number FROM (${pairsOf(source, dataset, nanos, sampleRows)}))
GROUP BY key ORDER BY n DESC, key LIMIT ${fieldsMax}`;
};

/** key · [token, count], for prose. */
export const tokensSql = (source: CatalogSource, dataset: Dataset, nanos: bigint, limits: CatalogLimits): string => {
  const { tokensMax, fieldsMax, sampleRows } = limits;
  const words = `splitByNonAlpha(lower(substringUTF8(value, 1, ${WORDS_CHARS_MAX})))`;
  return `SELECT key, arrayMap(t -> (t.1, t.2), approx_top_k(${tokensMax})(token))
FROM (SELECT key, arrayJoin(arrayDistinct(words)) AS token FROM (SELECT key, ${words} AS words FROM (${pairsOf(source, dataset, nanos, sampleRows)})) WHERE length(words) >= ${PROSE_WORDS_MIN})
WHERE length(token) >= ${TOKEN_CHARS_MIN} GROUP BY key ORDER BY count() DESC, key LIMIT ${fieldsMax}`;
};

export const shapesSql = (nanos: bigint, rows: number): string =>
  `SELECT d_json FROM ${DATABASE}.logs WHERE ${since(nanos)} ORDER BY ts DESC LIMIT ${rows}`;
