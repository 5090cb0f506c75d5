import { BAD_SPAN, S, SVC, TODAY, YESTERDAY } from './blind-terms.ts';
import { periods, statisticOf } from './final-terms.ts';
import { hourly, spans, which } from './fresh-terms.ts';
import { anyOf, CRITICAL, clock } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import {
  ERR,
  either,
  FIRMWARE,
  failures,
  GATEWAY,
  HOST,
  LOGS,
  leading,
  SPANS,
  shares,
  TOOK,
  WEDNESDAY,
} from './unseen-power-terms.ts';
import { lastDays } from './unseen-travel-terms.ts';

const power = asks('power');
const TRACE = 'c41d7e0ab95f4e3282b6d0f3a7719ce5';
const OUTAGE = "between @'2026-11-19T16:00:00Z' and @'2026-11-19T17:30:00Z'";
const NOON = "@'2026-11-19T12:00:00Z'";
const mean = (field: string): string => `avg(${field})`;

/** By the engineer on call at night. */
export const UNSEEN_POWER_NIGHT: readonly EvalQuestion[] = [
  power('easy', 'list', 'errors last 15 min', ...failures((told, bad) => `${told.source} last 15m | filter ${bad}`)),
  power('easy', 'list', 'fatal logs today', ...anyOf(`source logs ${TODAY} | filter ${CRITICAL}`)),
  power(
    'easy',
    'list',
    'roaming-hub errors thu 16:00-17:30',
    ...failures((told, bad) => `${told.source} ${OUTAGE} | filter ${told.service} == 'roaming-hub' && ${bad}`),
  ),
  power(
    'easy',
    'trace',
    `trace ${TRACE}`,
    `source spans | filter $d.traceID == '${TRACE}'`,
    `source logs | filter $d.trace == '${TRACE}'`,
  ),
  power(
    'easy',
    'count',
    'how many 5xx in the last hour',
    ...either((told) => `${told.source} last 1h | filter ${told.status} >= 500 && ${told.status} < 600 | count`),
  ),
  power(
    'easy',
    'list',
    'last 10 connector_lock errors',
    ...either(
      (told) => `${told.source} | filter ${told.code} == 'connector_lock' | orderby $m.timestamp desc | limit 10`,
    ),
    ...failures(
      (told, bad) =>
        `${told.source} | filter ${told.code} == 'connector_lock' && ${bad} | orderby $m.timestamp desc | limit 10`,
    ),
  ),
  power(
    'easy',
    'statistic',
    'when did station-gateway last hear from Graz',
    ...[`${GATEWAY} && $d.city == 'Graz'`, `${SVC} == 'station-gateway' && $d.tags.city == 'Graz'`].flatMap(
      (of, index) => {
        const query = `source ${index === 0 ? 'logs' : 'spans'} | filter ${of}`;
        return [
          `${query} | aggregate max($m.timestamp) as at`,
          `${query} | orderby $m.timestamp desc | limit 1`,
          `${query} | orderby $m.timestamp desc | limit 1 | choose $m.timestamp`,
        ];
      },
    ),
  ),
  power(
    'easy',
    'list',
    'warnings grid-balancer past 2h',
    ...anyOf(`source logs last 2h | filter ${S} == 'grid-balancer' && $m.severity == WARNING`),
  ),
  power(
    'medium',
    'top groups',
    'error count by service last 6h, worst first',
    ...failures(
      (told, bad) =>
        `${told.source} last 6h | filter ${bad} | groupby ${told.service} as service aggregate count() as n | orderby n desc`,
    ),
  ),
  power(
    'medium',
    'statistic',
    'p95 of calls to ocpi.plugeurope.example yesterday',
    `source spans ${YESTERDAY} | filter ${HOST} == 'ocpi.plugeurope.example' | aggregate percentile(0.95, $m.duration) as p95`,
  ),
  power(
    'medium',
    'series',
    'failed spans per hour since yesterday noon',
    ...spans(
      (kind) =>
        `source spans between ${NOON} and @'now' | filter ${BAD_SPAN} && ${kind} | ${hourly} aggregate count() as n`,
    ),
  ),
  power(
    'medium',
    'top groups',
    'top 3 err codes last 24h',
    ...[LOGS, SPANS].flatMap((told) => leading(`${told.source} last 24h`, told.code, 'count()', 3)),
  ),
  power(
    'medium',
    'values',
    'which hosts logged partner_timeout yesterday',
    ...which(`source logs ${YESTERDAY} | filter ${ERR} == 'partner_timeout'`, '$d.host'),
    ...which(`source spans ${YESTERDAY} | filter ${SPANS.code} == 'partner_timeout'`, SPANS.host),
  ),
  power(
    'medium',
    'top records',
    'slowest 10 spans last hour',
    'source spans last 1h | orderby $m.duration desc | limit 10',
  ),
  power(
    'medium',
    'series',
    'payment-bridge warnings per 10 min today 10:30 to 12:00',
    `source logs ${clock('10:30', '12:00')} | filter ${S} == 'payment-bridge' && $m.severity == WARNING | groupby roundTime($m.timestamp, 10m) as t aggregate count() as n`,
  ),
  power(
    'medium',
    'count by',
    'meter-ingest lag over 5 min today, count by city',
    `source logs ${TODAY} | filter ${S} == 'meter-ingest' && $d.lag_s > 300 | groupby $d.city as city aggregate count() as n`,
  ),
  power(
    'hard',
    'share',
    'error rate station-gateway by firmware, last 3 days',
    ...lastDays(3, (time) => time).flatMap((time) =>
      ['$m.severity >= ERROR', '$m.severity == ERROR'].map(
        (bad) =>
          `source logs ${time} | filter ${GATEWAY} | groupby ${FIRMWARE} as firmware aggregate count_if(${bad}) / count() as rate`,
      ),
    ),
  ),
  power(
    'hard',
    'compare times',
    'invoicing avg took_ms before vs after thu noon',
    ...periods(`source logs | filter ${S} == 'invoicing'`, NOON, statisticOf(TOOK, mean)),
  ),
  power(
    'hard',
    'having',
    'services with more than 10 errors in the last 2h',
    ...failures(
      (told, bad) =>
        `${told.source} last 2h | filter ${bad} | groupby ${told.service} as service aggregate count() as n | filter n > 10 | choose service`,
    ),
  ),
  power(
    'hard',
    'share',
    'tariff-engine error rate 8.1.0 vs 8.0.6 on wednesday',
    ...shares(
      (told, source, bad) =>
        `${source} ${WEDNESDAY} | filter ${told.service} == 'tariff-engine' | groupby ${told.build} as build aggregate count_if(${bad}) / count() as rate`,
    ),
  ),
];
