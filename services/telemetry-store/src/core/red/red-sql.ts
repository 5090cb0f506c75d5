import type { RedKind } from '@clearspan/contracts';
import { stringLiteral } from '@clearspan/dataprime';
import { DATABASE, QUANTILES } from '@clearspan/telemetry-store';

const KINDS: Readonly<Record<RedKind, string | null>> = {
  entry: 'kind IN (2, 5)',
  all: null,
  internal: 'kind IN (0, 1)',
  server: 'kind = 2',
  client: 'kind = 3',
  producer: 'kind = 4',
  consumer: 'kind = 5',
};

export interface RedQuestion {
  /** Seconds since 1970 at the beginning of minutes; `to` is not part of it. */
  readonly from: number;
  readonly to: number;
  readonly stepS: number;
  readonly by: 'service' | 'operation';
  readonly service: string | null;
  readonly operation: string | null;
  readonly kind: RedKind;
}

const at = (seconds: number): string => `toDateTime(${Math.trunc(seconds)}, 'UTC')`;

const where = ({ from, to, service, operation, kind }: RedQuestion): string =>
  [
    `minute >= ${at(from)}`,
    `minute < ${at(to)}`,
    KINDS[kind],
    service === null ? null : `service = ${stringLiteral(service)}`,
    operation === null ? null : `name = ${stringLiteral(operation)}`,
  ]
    .filter((condition) => condition !== null)
    .join(' AND ');

const keysOf = ({ by }: RedQuestion): readonly string[] => (by === 'service' ? ['service'] : ['service', 'name']);

const shownKeys = ({ by }: RedQuestion): string => `toString(service), ${by === 'service' ? 'NULL' : 'toString(name)'}`;

/** The series of the most calls. Their quantiles are not read: they are most of the table. */
const seriesSql = (question: RedQuestion, seriesMax: number): string => {
  const keys = keysOf(question).join(', ');
  return `SELECT ${keys} FROM ${DATABASE}.red_1m WHERE ${where(question)} GROUP BY ${keys} ORDER BY sum(calls) DESC, ${keys} LIMIT ${seriesMax}`;
};

/**
 * Figures of each of the `seriesMax` series of the most calls: service, operation or null, the number of the step from 0,
 * or null for the whole window. The states of quantiles are merged by step, and what that gives once more for the window.
 */
export const figuresSql = (question: RedQuestion, seriesMax: number): string => {
  const keys = keysOf(question).join(', ');
  const step = `intDiv(toUnixTimestamp(minute) - ${Math.trunc(question.from)}, ${Math.trunc(question.stepS)})`;
  return `SELECT ${shownKeys(question)}, if(grouping(step) = 1, NULL, step), sum(calls), sum(errors), sum(duration_sum), max(duration_max),
  ${QUANTILES.replace('quantilesDD', 'quantilesDDMerge')}(durations)
FROM (SELECT ${keys}, ${step} AS step, sum(calls) AS calls, sum(errors) AS errors, sum(duration_sum) AS duration_sum,
  max(duration_max) AS duration_max, ${QUANTILES.replace('quantilesDD', 'quantilesDDMergeState')}(durations) AS durations
FROM ${DATABASE}.red_1m WHERE ${where(question)} AND (${keys}) IN (${seriesSql(question, seriesMax)}) GROUP BY ${keys}, step)
GROUP BY GROUPING SETS ((${keys}), (${keys}, step))`;
};
