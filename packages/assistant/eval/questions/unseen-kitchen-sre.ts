import { BAD_SPAN, DAY, S, SERVER, SVC, TODAY, TWO_DAYS } from './blind-terms.ts';
import { periods, statisticOf } from './final-terms.ts';
import { anyOf, clock, sinceClock } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import { DATABASE, DESTINATION, either, failures, HOST, logsOf, ranked, spansOf } from './unseen-kitchen-terms.ts';

const kitchen = asks('kitchen');
const AROUND_ONE = [
  ['12:55', '13:05'],
  ['13:00', '14:00'],
  ['12:50', '13:10'],
  ['12:45', '13:15'],
  ['12:30', '13:30'],
  ['13:00', '13:15'],
  ['13:00', '13:30'],
  ['13:00', '13:10'],
  ['13:00', '13:05'],
  ['13:00', '13:01'],
].map(([from, to]) => clock(from as string, to as string));
const p99 = (argument: string): string => `percentile(0.99, ${argument})`;
const CONSUMED = `source spans | filter ${DESTINATION} == 'orders.placed' && $m.kind == 'CONSUMER'`;
const WARNINGS = `source logs last 2h | filter $m.severity == WARNING && ${S} != 'notify-worker'`;

/** By an engineer of few words who keeps the services up. */
export const UNSEEN_KITCHEN_SRE: readonly EvalQuestion[] = [
  kitchen(
    'easy',
    'list',
    'errors last 30m',
    ...failures(({ source }, bad) => `${source} last 30m | filter ${bad}`).flatMap(anyOf),
  ),
  kitchen(
    'easy',
    'group',
    'errors by service today',
    ...failures(
      ({ source, service }, bad) =>
        `${source} ${TODAY} | filter ${bad} | groupby ${service} as service aggregate count() as n`,
    ),
  ),
  kitchen(
    'medium',
    'share',
    'payment-api 5xx rate',
    ...either(
      ({ source, service, status }) =>
        `${source} | filter ${service} == 'payment-api' | aggregate count_if(${status} >= 500) / count() as rate`,
    ),
    ...either(
      ({ source, service, status }) =>
        `${source} | filter ${service} == 'payment-api' && ${status} != null | aggregate count_if(${status} >= 500) / count() as rate`,
    ),
    `${spansOf('payment-api')} && ${SERVER} | aggregate count_if($d.tags['http.response.status_code']:number >= 500) / count() as rate`,
  ),
  kitchen(
    'easy',
    'top',
    'slowest spans now',
    ...['last 1h', 'last 15m', 'last 5m', 'last 10m', 'last 30m', ''].flatMap((time) =>
      [10, 5, 20, 50, 100].map(
        (limit) => `${`source spans ${time}`.trim()} | orderby $m.duration desc | limit ${limit}`,
      ),
    ),
  ),
  kitchen(
    'hard',
    'list',
    'what broke at 13:00',
    ...AROUND_ONE.flatMap((time) =>
      failures(({ source }, bad) => `${source} ${time} | filter ${bad}`).flatMap((query, index) => [
        query,
        ...(index < 3 ? [S, '$d.errorCode', '$d.message'] : [SVC, "$d.tags['error.type']", '$l.operationName']).map(
          (key) => `${query} | groupby ${key} as key aggregate count() as n`,
        ),
      ]),
    ),
  ),
  kitchen(
    'hard',
    'compare',
    'order-api p99 last hour vs hour before',
    ...[
      `${spansOf('order-api', 'last 2h')}`,
      `${spansOf('order-api', 'last 2h')} && ${SERVER}`,
      logsOf('order-api', 'last 2h'),
    ].flatMap((source, index) =>
      periods(source, "@'now' - 1h", statisticOf(index < 2 ? '$m.duration' : '$d.latencyMs', p99)),
    ),
  ),
  kitchen(
    'hard',
    'silent',
    'services silent in last hour',
    ...either(
      ({ source, service }) =>
        `${source} | groupby ${service} as service aggregate max($m.timestamp) as t | filter t < @'now' - 1h | choose service`,
    ),
  ),
  kitchen(
    'medium',
    'series',
    'log volume by app per day',
    'source logs | groupby $l.applicationname as app, roundTime($m.timestamp, 1d) as t aggregate count() as n',
  ),
  kitchen(
    'medium',
    'list',
    'warnings excl. notify-worker, last 2h',
    ...anyOf(WARNINGS),
    `${WARNINGS} | groupby ${S} as service aggregate count() as n`,
  ),
  kitchen(
    'easy',
    'group',
    'failed spans by service',
    `source spans | filter ${BAD_SPAN} | groupby ${SVC} as service aggregate count() as n`,
  ),
  kitchen(
    'medium',
    'series',
    'provider timeouts per 10m since noon',
    ...either(({ source, code }) => `${source} ${sinceClock('12:00')} | filter ${code} == 'PROVIDER_TIMEOUT'`)
      .concat(
        either(({ source, code }) => `${source} ${sinceClock('12:00')} | filter ${code} ~ 'TIMEOUT'`),
        `source logs ${sinceClock('12:00')} | filter $d.errorCode == 'PROVIDER_TIMEOUT' || $d.errorCode == 'MAPS_TIMEOUT'`,
        `source spans ${sinceClock('12:00')} | filter ${SVC} == 'payment-api' && ${BAD_SPAN}`,
      )
      .map((query) => `${query} | groupby roundTime($m.timestamp, 10m) as t aggregate count() as n`),
  ),
  kitchen(
    'medium',
    'group',
    'db time avg by system',
    `source spans | filter ${DATABASE} != null | groupby ${DATABASE} as system aggregate avg($m.duration) as m`,
  ),
  kitchen(
    'medium',
    'share',
    'menu-api cache hit ratio',
    ...['$d.cacheHit != null', 'true'].map(
      (told) => `${logsOf('menu-api')} | aggregate count_if($d.cacheHit == true) / count_if(${told}) as ratio`,
    ),
  ),
  kitchen(
    'medium',
    'percentile',
    'consumers of orders.placed, p95',
    `${CONSUMED} | groupby ${SVC} as service aggregate percentile(0.95, $m.duration) as p`,
    `${CONSUMED} | aggregate percentile(0.95, $m.duration) as p`,
  ),
  kitchen(
    'easy',
    'list',
    'any stack traces mention ConnectionPool?',
    ...anyOf("source logs | filter $d.stack ~ 'ConnectionPool'"),
  ),
  kitchen(
    'hard',
    'new',
    'new errorCodes today, not seen yesterday',
    `source logs ${TWO_DAYS} | filter $d.errorCode != null | groupby $d.errorCode as code aggregate count_if($m.timestamp >= ${DAY}) as late, count_if($m.timestamp < ${DAY}) as early | filter late > 0 && early == 0 | choose code`,
    `source logs | filter $d.errorCode != null | groupby $d.errorCode as code aggregate min($m.timestamp) as since | filter since >= ${DAY} | choose code`,
  ),
  kitchen(
    'hard',
    'having',
    'pods with >20 errors',
    ...failures(
      ({ source, pod }, bad) =>
        `${source} | filter ${bad} | groupby ${pod} as pod aggregate count() as n | filter n > 20 | choose pod`,
    ),
  ),
  kitchen(
    'easy',
    'group',
    '429s by route',
    ...either(
      ({ source, status, route }) =>
        `${source} | filter ${status} == 429 | groupby ${route} as route aggregate count() as n`,
    ),
  ),
  kitchen(
    'hard',
    'join',
    'traces > 3s through payment-api',
    `${spansOf('payment-api')} && $m.duration > 3000000 | distinct $d.traceID`,
    `${spansOf('payment-api')} && $m.duration > 3000000`,
    `source spans | groupby $d.traceID as trace aggregate max($m.duration) as took, count_if(${SVC} == 'payment-api') as n | filter took > 3000000 && n > 0 | choose trace`,
    `source spans | groupby $d.traceID as trace aggregate sum($m.duration) as took, count_if(${SVC} == 'payment-api') as n | filter took > 3000000 && n > 0 | choose trace`,
    `source spans | groupby $d.traceID as trace aggregate min($m.timestamp) as a, max($m.timestamp) as b, count_if(${SVC} == 'payment-api') as n | filter b - a > 3s && n > 0 | choose trace`,
  ),
  kitchen(
    'medium',
    'top',
    'slow maps host?',
    ...[
      'avg($m.duration)',
      'percentile(0.95, $m.duration)',
      'max($m.duration)',
      'percentile(0.99, $m.duration)',
    ].flatMap((metric) =>
      ranked(`${spansOf('routing')} && ${HOST} != null | groupby ${HOST} as host aggregate ${metric} as n`),
    ),
  ),
];
