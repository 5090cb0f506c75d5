import { stringLiteral } from '@clearspan/dataprime';
import { DATABASE } from '@clearspan/telemetry-store';
import { explicitSql, exponentialSql } from './buckets-sql.ts';
import { at } from './counted-sql.ts';
import { COUNT_SOURCE, increaseSql } from './increase-sql.ts';
import { explicitSteps, exponentialSteps } from './read-buckets.ts';
import type { Computation, Read, SeriesOutcome, SteppedSeries } from './read-series.ts';
import { chosenSql, type SeriesPart } from './series-sql.ts';

type Row = readonly unknown[];
type Key = readonly string[];

/** The keys of the answer's series, those that measured most first, one more than are shown. */
const readKeys = async ({ chosen, question }: Computation, read: Read): Promise<readonly Key[]> => {
  const max = question.groupsMax + 1;
  const sql = `${chosen}
SELECT k FROM (${increaseSql(question, 'increase', COUNT_SOURCE)}) GROUP BY k ORDER BY sum(value) DESC, k LIMIT ${max}`;
  return (await read(sql, max)).map(([key]) => key as Key);
};

const countPoints = async ({ chosen, question }: Computation, read: Read): Promise<number> => {
  const { metric, fromMs, toMs } = question;
  const sql = `${chosen}
SELECT count() FROM ${DATABASE}.metric_hists WHERE metric = ${stringLiteral(metric)}
  AND series IN (SELECT series FROM chosen) AND ts >= ${at(fromMs)} AND ts < ${at(toMs)}`;
  const [[points] = []] = await read(sql, 1);
  return Number(points);
};

const SERIES_END = 2n ** 64n;

/** Series are named by hashes: equal parts of their range have as many each. */
const partsOf = (keys: readonly Key[], parts: number): readonly SeriesPart[] =>
  Array.from({ length: parts }, (_, part) => ({
    keys,
    first: (SERIES_END * BigInt(part)) / BigInt(parts),
    last: (SERIES_END * BigInt(part + 1)) / BigInt(parts) - 1n,
  }));

/**
 * Quantiles of histograms. The engine sorts points with all of their buckets, so many are read in parts: counts are added
 * up here. Rejects with a `StoreError`.
 */
export const readQuantiles = async (
  computation: Computation,
  quantile: number,
  bucketPointsMax: number,
  read: Read,
): Promise<SeriesOutcome> => {
  const { question, definition } = computation;
  const isExplicit = definition.type === 'histogram';
  const keys = await readKeys(computation, read);
  const found = new Map(keys.map((key) => [JSON.stringify(key), [] as Row[]]));
  const points = keys.length === 0 ? 0 : await countPoints(computation, read);
  for (const part of partsOf(keys, Math.ceil(points / bucketPointsMax))) {
    const chosen = chosenSql(question, definition, part);
    const sql = isExplicit ? explicitSql(chosen, question) : exponentialSql(chosen, question);
    for (const [key, measured] of await read(sql, keys.length)) {
      found.get(JSON.stringify(key))?.push(...(measured as readonly Row[]));
    }
  }
  const series: SteppedSeries[] = [];
  for (const key of keys) {
    const measured = found.get(JSON.stringify(key)) ?? [];
    const values = isExplicit ? explicitSteps(measured, quantile) : exponentialSteps(measured, quantile);
    if (values === null) {
      const message =
        'expected histograms that share a bound, found some of one series and step that share none; `by` or `where` sets them apart';
      return { ok: false, fault: { path: 'by', message } };
    }
    series.push({ key, values });
  }
  return { ok: true, series };
};
