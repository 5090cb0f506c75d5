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

/** What tells a series from others. */
export interface SeriesKey {
  readonly service: string;
  readonly operation: string | null;
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
const FIGURES = `sum(calls) AS total, sum(errors), sum(duration_sum), max(duration_max),
  ${QUANTILES.replace('quantilesDD', 'quantilesDDMerge')}(durations)`;

/** Service, operation or null, and the figures of each series. */
export const seriesSql = (question: RedQuestion, seriesMax: number): string =>
  `SELECT toString(service), ${question.by === 'service' ? 'NULL' : 'toString(name)'}, ${FIGURES}
FROM ${DATABASE}.red_1m WHERE ${where(question)} GROUP BY ${keysOf(question).join(', ')}
ORDER BY total DESC, ${keysOf(question).join(', ')} LIMIT ${seriesMax}`;

const isSeries = ({ service, operation }: SeriesKey): string =>
  operation === null
    ? `service = ${stringLiteral(service)}`
    : `(service = ${stringLiteral(service)} AND name = ${stringLiteral(operation)})`;

/** The same by step: its number from 0 comes third. */
export const pointsSql = (question: RedQuestion, series: readonly SeriesKey[]): string =>
  `SELECT toString(service), ${question.by === 'service' ? 'NULL' : 'toString(name)'},
  intDiv(toUnixTimestamp(minute) - ${Math.trunc(question.from)}, ${Math.trunc(question.stepS)}) AS step, ${FIGURES}
FROM ${DATABASE}.red_1m WHERE ${where(question)} AND (${series.map(isSeries).join(' OR ')})
GROUP BY ${[...keysOf(question), 'step'].join(', ')}`;
