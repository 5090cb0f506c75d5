import { BAD_SPAN, DAY, S, SERVER, SVC, since, TODAY, YESTERDAY } from './blind-terms.ts';
import { periods, statisticOf } from './final-terms.ts';
import { which } from './fresh-terms.ts';
import { CRITICAL, clock, OR_WORSE } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import {
  anyOf,
  calls,
  DATABASE,
  either,
  failures,
  foremost,
  leading,
  moment,
  OUTAGE,
  of,
  rates,
  TRACE,
  TYPE,
  timed,
  WEDNESDAY,
} from './unseen-market-terms.ts';

const market = asks('market');
const ACQUIRER = 'AcquirerTimeout';
const LAST_2H = "source logs last 25h | filter $m.timestamp >= @'now' - 1h || $m.timestamp < @'now' - 24h";

/** By the engineer on call. */
export const UNSEEN_MARKET_ONCALL: readonly EvalQuestion[] = [
  market('easy', 'list', 'errors last 30 min', ...failures((told, bad) => `${told.source} last 30m | filter ${bad}`)),
  market('easy', 'list', 'payment-gateway logs today', `source logs ${TODAY} | filter ${of('payment-gateway')}`),
  market(
    'easy',
    'count',
    'how many 504 today',
    ...calls((told, also) => `${told.source} ${TODAY} | filter ${told.status} == 504 && ${also} | count`),
  ),
  market(
    'easy',
    'count-by',
    'errors by service last hour',
    ...failures(
      (told, bad) => `${told.source} last 1h | filter ${bad} | groupby ${told.service} as s aggregate count() as n`,
    ),
  ),
  market(
    'easy',
    'trace',
    `trace ${TRACE}`,
    `source spans | filter $d.traceID == '${TRACE}'`,
    `source logs | filter $d.trace_id == '${TRACE}'`,
  ),
  market(
    'easy',
    'text',
    'AcquirerTimeout last 6h',
    ...either((told) => `${told.source} last 6h | filter ${told.type} == '${ACQUIRER}'`),
  ),
  market('easy', 'count', 'critical logs yesterday, count', `source logs ${YESTERDAY} | filter ${CRITICAL} | count`),
  market(
    'easy',
    'distinct',
    'services seen today',
    ...either((told) => which(`${told.source} ${TODAY}`, told.service)),
  ),
  market(
    'easy',
    'top-rows',
    'slowest 10 spans last hour',
    'source spans last 1h | orderby $m.duration desc | limit 10',
  ),
  market(
    'easy',
    'series',
    'error count per 5 min today payment-gateway',
    ...failures(
      (told, bad) =>
        `${told.source} ${TODAY} | filter ${told.service} == 'payment-gateway' && ${bad} | groupby roundTime($m.timestamp, 5m) as t aggregate count() as n`,
    ),
  ),
  market(
    'medium',
    'series',
    'p95 latency catalog last 2h per 10m',
    ...timed(
      (told, took, also) =>
        `${told.source} last 2h | filter ${told.service} == 'catalog' && ${also} | groupby roundTime($m.timestamp, 10m) as t aggregate percentile(0.95, ${took}) as p`,
    ),
  ),
  market(
    'medium',
    'top',
    'which svc has most errors since 9:30',
    ...failures((told, bad) =>
      foremost(`${told.source} ${since('2026-11-20T09:30:00Z')} | filter ${bad}`, told.service, 'count()'),
    ),
  ),
  market(
    'medium',
    'ratio',
    'payment-gateway error rate between 9:40 and 10:05',
    ...rates(
      (told, also, bad) =>
        `${told.source} ${OUTAGE} | filter ${told.service} == 'payment-gateway' && ${also} | aggregate count_if(${bad}) / count() as rate`,
    ),
  ),
  market(
    'medium',
    'exists',
    'anything from warehouse-sync in the last 2 hours?',
    ...either((told) => `${told.source} last 2h | filter ${told.service} == 'warehouse-sync'`).flatMap((query) => [
      `${query} | count`,
      query,
    ]),
  ),
  market(
    'medium',
    'when',
    'when did warehouse-sync log last',
    ...either((told) => `${told.source} | filter ${told.service} == 'warehouse-sync'`).flatMap((query) =>
      moment(query, 'max'),
    ),
  ),
  market(
    'medium',
    'threshold',
    'db calls over 500ms catalog today',
    ...anyOf(`source spans ${TODAY} | filter ${SVC} == 'catalog' && ${DATABASE} != null && $m.duration > 500000`),
    ...anyOf(`source spans ${TODAY} | filter ${SVC} == 'catalog' && ${DATABASE} != null && $m.duration >= 500000`),
  ),
  market(
    'medium',
    'count-by',
    '5xx by path checkout last 24h',
    ...calls(
      (told, also) =>
        `${told.source} last 24h | filter ${told.service} == 'checkout' && ${told.status} >= 500 && ${also} | groupby ${told.path} as p aggregate count() as n`,
    ),
  ),
  market(
    'medium',
    'list',
    'errs yesterday 14:00-16:00 shipping',
    ...failures(
      (told, bad) =>
        `${told.source} between @'2026-11-19T14:00:00Z' and @'2026-11-19T16:00:00Z' | filter ${told.service} == 'shipping' && ${bad}`,
    ).flatMap(anyOf),
  ),
  market(
    'medium',
    'top',
    'top 5 paths by avg duration today',
    ...timed((told, took, also) => leading(`${told.source} ${TODAY} | filter ${also}`, told.path, `avg(${took})`, 5)),
  ),
  market(
    'medium',
    'threshold',
    'spans slower than 8s since 9am',
    ...anyOf(`source spans ${since('2026-11-20T09:00:00Z')} | filter $m.duration > 8000000`),
  ),
  market(
    'medium',
    'compare-values',
    'catalog errors 5.9.0 vs 5.8.4 today',
    ...failures((told, bad) => {
      const query = `${told.source} ${TODAY} | filter ${told.service} == 'catalog' && ${bad}`;
      return [
        `${query} | groupby ${told.version} as v aggregate count() as n`,
        `${query} | aggregate count_if(${told.version} == '5.9.0') as one, count_if(${told.version} == '5.8.4') as other`,
      ];
    }),
    ...rates(
      (told, also, bad) =>
        `${told.source} ${TODAY} | filter ${told.service} == 'catalog' && ${also} | groupby ${told.version} as v aggregate count_if(${bad}) / count() as rate`,
    ),
  ),
  market(
    'medium',
    'distinct',
    'which hosts of catalog had errors today',
    ...failures((told, bad) =>
      which(`${told.source} ${TODAY} | filter ${told.service} == 'catalog' && ${bad}`, told.host),
    ),
  ),
  market(
    'medium',
    'count',
    '401s from 203.0.113.77 on wednesday, how many',
    `source logs ${WEDNESDAY} | filter $d.status == 401 && $d.ip == '203.0.113.77' | count`,
  ),
  market(
    'medium',
    'when',
    'first AcquirerTimeout today, when',
    ...either((told) => `${told.source} ${TODAY} | filter ${told.type} == '${ACQUIRER}'`).flatMap((query) =>
      moment(query, 'min'),
    ),
  ),
  market(
    'medium',
    'having',
    'minutes today with more than 8 errors',
    ...failures(
      (told, bad) =>
        `${told.source} ${TODAY} | filter ${bad} | groupby roundTime($m.timestamp, 1m) as t aggregate count() as n | filter n > 8`,
    ).flatMap((query) => [query, `${query} | count`]),
  ),
  market(
    'hard',
    'cross',
    'error logs today whose trace took longer than 5s',
    ...['$m.severity == ERROR', OR_WORSE].flatMap((bad) =>
      ['source spans', `source spans ${TODAY}`].flatMap((spans) => {
        const left = `source logs ${TODAY} | filter ${bad}`;
        const whole = `${spans} | groupby $d.traceID as id aggregate sum($m.duration) as took | filter took > 5000000 | choose id`;
        return [
          `${left} && $d.trace_id.inArray((| ${spans} | filter $m.duration > 5000000 | distinct $d.traceID |))`,
          `${left} && $d.trace_id.inArray((| ${spans} | filter $d.parentId == '' && $m.duration > 5000000 | distinct $d.traceID |))`,
          `${left} && $d.trace_id.inArray((| ${whole} |))`,
        ];
      }),
    ),
  ),
  market(
    'hard',
    'when',
    'who was logging this morning but silent since 13:00',
    ...['06:00', '08:00', '00:00'].flatMap((from) =>
      either(
        (told) =>
          `${told.source} ${clock(from, '14:30')} | groupby ${told.service} as s aggregate max($m.timestamp) as last | filter last < @'2026-11-20T13:00:00Z' | choose s`,
      ),
    ),
  ),
  market(
    'hard',
    'having',
    'error rate per service today, only above 10%',
    ...rates(
      (told, also, bad) =>
        `${told.source} ${TODAY} | filter ${also} | groupby ${told.service} as s aggregate count_if(${bad}) / count() as rate | filter rate > 0.1`,
    ),
  ),
  market(
    'hard',
    'compare-time',
    'p99 catalog before vs after 11:30 today',
    ...timed((told, took, also) =>
      periods(
        `${told.source} ${TODAY} | filter ${told.service} == 'catalog' && ${also}`,
        "@'2026-11-20T11:30:00Z'",
        statisticOf(took, (field) => `percentile(0.99, ${field})`),
      ),
    ),
  ),
  market(
    'hard',
    'trace',
    `which service ate most of the time in trace ${TRACE}`,
    ...foremost(`source spans | filter $d.traceID == '${TRACE}'`, SVC, 'sum($m.duration)'),
    ...foremost(`source spans | filter $d.traceID == '${TRACE}'`, SVC, 'max($m.duration)'),
  ),
  market(
    'hard',
    'top-per-group',
    'most frequent error type per service last 24h',
    ...either((told) =>
      [
        `${told.source} last 24h | filter ${told.type} != null`,
        `groupby ${told.service} as s, ${told.type} as e aggregate count() as n | dedupeby s keep 1 orderby n desc`,
      ].join(' | '),
    ),
    `source logs last 24h | filter $m.severity == ERROR && ${TYPE} != null | groupby ${S} as s, ${TYPE} as e aggregate count() as n | dedupeby s keep 1 orderby n desc`,
  ),
  market(
    'hard',
    'cross',
    'failed spans today with no error log in the same trace',
    ...[BAD_SPAN, `${BAD_SPAN} && ${SERVER}`].flatMap((bad) =>
      ['source logs', `source logs ${TODAY}`].flatMap((logs) =>
        ['$m.severity == ERROR', OR_WORSE].map(
          (worse) =>
            `source spans ${TODAY} | filter ${bad} && !$d.traceID.inArray((| ${logs} | filter ${worse} && $d.trace_id != null | distinct $d.trace_id |))`,
        ),
      ),
    ),
  ),
  market(
    'hard',
    'compare-time',
    'errors per svc last hour vs same hour yesterday',
    ...['$m.severity == ERROR', OR_WORSE].flatMap((bad) => [
      `${LAST_2H} | filter ${bad} | groupby ${S} as s aggregate count_if($m.timestamp >= @'now' - 1h) as one, count_if($m.timestamp < @'now' - 24h) as other`,
      `source logs last 25h | filter ${bad} | groupby ${S} as s aggregate count_if($m.timestamp >= @'now' - 1h) as one, count_if($m.timestamp < @'now' - 24h) as other`,
      `source logs between ${DAY} - 1d and @'now' | groupby ${S} as s aggregate count_if(${bad} && $m.timestamp >= @'now' - 1h) as one, count_if(${bad} && $m.timestamp >= @'now' - 25h && $m.timestamp < @'now' - 24h) as other`,
    ]),
    ...[BAD_SPAN, `${BAD_SPAN} && ${SERVER}`].map(
      (bad) =>
        `${LAST_2H.replace('logs', 'spans')} | filter ${bad} | groupby ${SVC} as s aggregate count_if($m.timestamp >= @'now' - 1h) as one, count_if($m.timestamp < @'now' - 24h) as other`,
    ),
  ),
];
