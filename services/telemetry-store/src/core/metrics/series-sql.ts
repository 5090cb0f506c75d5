import { stringLiteral } from '@clearspan/dataprime';
import { DATABASE } from '@clearspan/telemetry-store';
import { DEFINITION_COLUMNS, type Definition } from './definition.ts';
import { labelSql } from './label-key.ts';
import type { MetricQuestion } from './metric-question.ts';

const day = (ms: number): string => `toDate(toDateTime(${Math.trunc(ms / 1000)}, 'UTC'))`;

/** Series that have points near the window and are such as asked for. */
const matches = ({ service, where, fromMs, toMs, lookbackMs }: MetricQuestion): string =>
  [
    `day >= ${day(Math.max(0, fromMs - lookbackMs))}`,
    `day <= ${day(toMs)}`,
    service === null ? null : `service = ${stringLiteral(service)}`,
    ...[...where].map(([key, values]) => `${labelSql(key)} IN (${values.map(stringLiteral).join(', ')})`),
  ]
    .filter((condition) => condition !== null)
    .join(' AND ');

/** Each way in which the metric is sent, and how many series such as asked for are; the newest first. */
export const definitionsSql = (question: MetricQuestion): string =>
  `SELECT ${DEFINITION_COLUMNS}, uniqExactIf(series, ${matches(question)})
FROM ${DATABASE}.metric_series WHERE metric = ${stringLiteral(question.metric)}
GROUP BY ${DEFINITION_COLUMNS} ORDER BY max(day) DESC, ${DEFINITION_COLUMNS}`;

/** Series of some keys, and of a part of the range of their hashes. */
export interface SeriesPart {
  readonly keys: readonly (readonly string[])[];
  readonly first: bigint;
  readonly last: bigint;
}

const texts = (values: readonly string[]): string => `[${values.map(stringLiteral).join(', ')}]`;

/**
 * Begins a statement with the series it is about, as `chosen`: `series`, `k` with its values of the keys asked for,
 * `all_labels`, and whether its points are `deltas`.
 */
export const chosenSql = (
  question: MetricQuestion,
  { type, unit, monotonic }: Definition,
  part?: SeriesPart,
): string => {
  const within = part === undefined ? '' : ` AND series >= ${part.first} AND series <= ${part.last}`;
  const having =
    part === undefined ? '' : ` HAVING has(CAST([${part.keys.map(texts).join(', ')}], 'Array(Array(String))'), k)`;
  return `WITH chosen AS (
  SELECT series, any(CAST([${question.by.map(labelSql).join(', ')}], 'Array(String)')) AS k,
    any(labels) AS all_labels, any(temporality) = 1 AS deltas
  FROM ${DATABASE}.metric_series
  WHERE metric = ${stringLiteral(question.metric)} AND type = ${stringLiteral(type)} AND unit = ${stringLiteral(unit)}
    AND monotonic = ${monotonic} AND ${matches(question)}${within}
  GROUP BY series${having})`;
};
