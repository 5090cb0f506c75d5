import { stringLiteral } from '@clearspan/dataprime';
import { DATABASE } from '@clearspan/telemetry-store';
import { DEFINITION_COLUMNS } from './definition.ts';

export interface ListQuestion {
  readonly service: string | null;
  /** A part of the name. */
  readonly name: string | null;
}

export interface ListLimits {
  readonly metricServicesMax: number;
  readonly labelKeysMax: number;
  readonly labelValuesMax: number;
}

/** What an entry of the list is one of; values of it begin each row. */
const ENTRY = `metric, ${DEFINITION_COLUMNS}`;

const where = (conditions: readonly (string | null)[]): string => {
  const given = conditions.filter((condition) => condition !== null);
  return given.length === 0 ? '1' : given.join(' AND ');
};
const ofService = ({ service }: ListQuestion): string | null =>
  service === null ? null : `service = ${stringLiteral(service)}`;

/** Entries by name: description, number of series, services, and the last day that has points. */
export const entriesSql = (question: ListQuestion, { metricServicesMax }: ListLimits, max: number): string => {
  const { name } = question;
  const named = name === null ? null : `positionCaseInsensitiveUTF8(metric, ${stringLiteral(name)}) > 0`;
  return `SELECT ${ENTRY}, argMax(description, day), uniqExact(series),
  arraySlice(arraySort(groupUniqArray(service)), 1, ${metricServicesMax}), toString(max(day))
FROM ${DATABASE}.metric_series WHERE ${where([ofService(question), named])}
GROUP BY ${ENTRY} ORDER BY ${ENTRY} LIMIT ${max}`;
};

const among = (names: readonly string[]): string => `metric IN (${names.map(stringLiteral).join(', ')})`;

/** Labels of these metrics, as `(key, values, distinct)` by key. */
export const labelsSql = (
  question: ListQuestion,
  names: readonly string[],
  { labelKeysMax, labelValuesMax }: ListLimits,
): string =>
  `SELECT ${ENTRY}, arraySlice(arraySort(groupArray((key, some, distinct))), 1, ${labelKeysMax})
FROM (
  SELECT ${ENTRY}, key, arraySlice(arraySort(groupUniqArray(value)), 1, ${labelValuesMax}) AS some,
    uniqExact(value) AS distinct
  FROM ${DATABASE}.metric_series ARRAY JOIN mapKeys(labels) AS key, mapValues(labels) AS value
  WHERE ${where([ofService(question), among(names)])} GROUP BY ${ENTRY}, key)
GROUP BY ${ENTRY}`;

/** Milliseconds of the newest point, read from the last day of each metric. */
export const newestSql = (
  question: ListQuestion,
  lastDays: readonly (readonly [metric: string, day: string])[],
): string => {
  const days = lastDays.map(([metric, day]) => `(${stringLiteral(metric)}, toDate(${stringLiteral(day)}))`);
  const newest = (table: string): string =>
    `SELECT series, toUnixTimestamp64Milli(max(ts)) AS newest FROM ${DATABASE}.${table}
  WHERE (metric, toDate(ts)) IN (${days.join(', ')}) GROUP BY series`;
  return `SELECT ${ENTRY}, max(newest)
FROM (${newest('metric_points')} UNION ALL ${newest('metric_hists')}) AS points
INNER JOIN (
  SELECT DISTINCT series, ${ENTRY} FROM ${DATABASE}.metric_series
  WHERE ${where([ofService(question), among(lastDays.map(([metric]) => metric))])}) AS held USING (series)
GROUP BY ${ENTRY}`;
};
