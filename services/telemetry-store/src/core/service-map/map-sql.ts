import { DATABASE, QUANTILES } from '@clearspan/telemetry-store';
import type { Minutes } from './plan-minutes.ts';

const within = ({ from, to }: Minutes): string =>
  `minute >= toDateTime(${Math.trunc(from)}, 'UTC') AND minute < toDateTime(${Math.trunc(to)}, 'UTC')`;

/** Kinds of the spans that say what a service was asked: server and consumer. */
const ENTRY_KINDS = 'kind IN (2, 5)';

/** Every service with spans: calls, errors, sum and maximum of durations, and their quantiles. */
export const servicesSql = (minutes: Minutes, nodesMax: number): string =>
  `SELECT toString(service), sumIf(calls, ${ENTRY_KINDS}) AS entries, sumIf(errors, ${ENTRY_KINDS}),
  sumIf(duration_sum, ${ENTRY_KINDS}), maxIf(duration_max, ${ENTRY_KINDS}),
  ${QUANTILES.replace('quantilesDD', 'quantilesDDMergeIf')}(durations, ${ENTRY_KINDS})
FROM ${DATABASE}.red_1m WHERE ${within(minutes)} GROUP BY service ORDER BY entries DESC, service LIMIT ${nodesMax}`;

export const edgesSql = (minutes: Minutes, edgesMax: number): string =>
  `SELECT source, toString(source_type), target, toString(target_type), max(toString(system)),
  sum(calls) AS total, sum(errors), sum(duration_sum), max(duration_max)
FROM ${DATABASE}.edges_1m FINAL WHERE ${within(minutes)}
GROUP BY source, source_type, target, target_type HAVING total > 0
ORDER BY total DESC, source, target LIMIT ${edgesMax + 1}`;
