import type { MetricExemplar } from '@clearspan/contracts';
import { stringLiteral } from '@clearspan/dataprime';
import { DATABASE } from '@clearspan/telemetry-store';
import { at, stepSql } from './counted-sql.ts';
import type { MetricQuestion } from './metric-question.ts';
import type { Read } from './read-series.ts';

const id = (column: string, bytes: number): string =>
  `if(${column} = toFixedString('', ${bytes}), NULL, lower(hex(${column})))`;

const exemplarsSql = (chosen: string, question: MetricQuestion, max: number): string => {
  const { metric, fromMs, toMs, stepMs } = question;
  const ofStep = Math.max(1, Math.floor(max / Math.ceil((toMs - fromMs) / stepMs)));
  return `${chosen}
SELECT t, v, trace, span, all_of FROM (
  SELECT t, v, trace, span, mapUpdate(all_labels, attrs) AS all_of FROM (
    SELECT DISTINCT series, toUnixTimestamp64Milli(ts) AS t, v, ${id('trace_id', 16)} AS trace, ${id('span_id', 8)} AS span, attrs
    FROM ${DATABASE}.exemplars WHERE metric = ${stringLiteral(metric)} AND series IN (SELECT series FROM chosen)
      AND ts >= ${at(fromMs)} AND ts < ${at(toMs)} AND isFinite(v)) AS points
  INNER JOIN chosen USING (series)
  ORDER BY v DESC, t, trace, span LIMIT ${ofStep} BY ${stepSql(question)})
ORDER BY t DESC, v DESC, trace, span LIMIT ${max}`;
};

/** Exemplars of the window, the newest first: the highest of each step, as many as come to `max` together. */
export const readExemplars = async (
  chosen: string,
  question: MetricQuestion,
  max: number,
  read: Read,
): Promise<MetricExemplar[]> =>
  (await read(exemplarsSql(chosen, question, max), max)).map(([time, value, trace, span, labels]) => ({
    time: new Date(Number(time)).toISOString(),
    value: Number(value),
    trace_id: trace as string | null,
    span_id: span as string | null,
    labels: labels as Record<string, string>,
  }));
