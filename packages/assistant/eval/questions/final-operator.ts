import { BODY, ERROR, periods, S, SVC, statisticOf, THIS_WEEK, TODAY, WARNING, YESTERDAY } from './final-terms.ts';
import { CRITICAL, clock, MESSAGE, MSG, OWN_DB, SHOP_STATUS, sinceClock, USER } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';

const own = asks('own');
const shop = asks('shop');
const fleet = asks('fleet');
const P95 = '0.95';

/** By someone on the night shift who types in fragments. */
export const FINAL_OPERATOR: readonly EvalQuestion[] = [
  own(
    'easy',
    'list',
    'errors storage-service past 3h',
    `source logs last 3h | filter ${ERROR} && ${S} == 'storage-service'`,
  ),
  own(
    'easy',
    'count',
    'count warnings queue-worker yesterday',
    `source logs ${YESTERDAY} | filter ${WARNING} && ${S} == 'queue-worker' | count`,
  ),
  shop('easy', 'list', '503s last 90 min', `source logs last 90m | filter ${SHOP_STATUS} == 503`),
  shop(
    'easy',
    'list',
    '/cart 404s overnight',
    `source logs ${clock('00:00', '06:00')} | filter $d.path == '/cart' && ${SHOP_STATUS} == 404`,
  ),
  fleet('easy', 'list', 'criticals payments today', `source logs ${TODAY} | filter ${CRITICAL} && ${S} == 'payments'`),
  fleet(
    'easy',
    'text',
    'OutOfMemoryError mailer',
    `source logs | filter ${MESSAGE} ~ 'OutOfMemoryError' && ${S} == 'mailer'`,
  ),
  own(
    'medium',
    'count by',
    '"circuit opened" per svc since midnight',
    `source logs ${TODAY} | filter ${BODY} ~ 'circuit opened' | groupby ${S} aggregate count() as n`,
  ),
  own(
    'medium',
    'series',
    'validation-service errs per min last 30m',
    `source logs last 30m | filter ${ERROR} && ${S} == 'validation-service' | groupby roundTime($m.timestamp, 1m) as t aggregate count() as n`,
  ),
  own(
    'medium',
    'top rows',
    'slowest 5 clickhouse calls last hr',
    `source spans last 1h | filter ${OWN_DB} == 'clickhouse' | orderby $m.duration desc | limit 5`,
  ),
  own(
    'medium',
    'list',
    'warn or worse, queue-service, around 13:40',
    `source logs around @'2026-11-20T13:40:00Z' interval 5m | filter $m.severity >= WARNING && ${S} == 'queue-service'`,
  ),
  shop(
    'medium',
    'when',
    'warehouse - last error when?',
    `source logs | filter ${ERROR} && ${S} == 'warehouse' | aggregate max($m.timestamp) as t`,
    `source logs | filter ${ERROR} && ${S} == 'warehouse' | orderby $m.timestamp desc | limit 1`,
  ),
  shop(
    'medium',
    'count by',
    'no connection left in pool, by path, past couple of hours',
    `source logs last 2h | filter ${MSG} ~ 'no connection left in pool' | groupby $d.path aggregate count() as n`,
  ),
  shop(
    'medium',
    'top groups',
    'failed reqs today, top 4 users',
    `source logs ${TODAY} | filter ${SHOP_STATUS} >= 400 && ${USER} != null | groupby ${USER} aggregate count() as n | orderby n desc | limit 4`,
  ),
  fleet(
    'medium',
    'compare values',
    'circuit breaker opened eu-central-1 vs us-east-1 last 4h',
    `source logs last 4h | filter ${MESSAGE} ~ 'circuit breaker opened' && ($d.region == 'eu-central-1' || $d.region == 'us-east-1') | groupby $d.region aggregate count() as n`,
    `source logs last 4h | filter ${MESSAGE} ~ 'circuit breaker opened' | aggregate count_if($d.region == 'eu-central-1') as x, count_if($d.region == 'us-east-1') as y`,
  ),
  fleet(
    'medium',
    'count by',
    'deadlocks by pod, orders only, since monday',
    `source logs ${THIS_WEEK} | filter ${MESSAGE} ~ 'deadlock' && ${S} == 'orders' | groupby $d.pod aggregate count() as n`,
  ),
  fleet(
    'medium',
    'having',
    'services w/o warnings today',
    `source logs ${TODAY} | groupby ${S} aggregate count_if(${WARNING}) as n | filter n == 0`,
  ),
  own(
    'hard',
    'having',
    'hours with more than 5 errors yesterday, queue-service excluded',
    `source logs ${YESTERDAY} | filter ${ERROR} && ${S} != 'queue-service' | groupby roundTime($m.timestamp, 1h) as t aggregate count() as n | filter n > 5`,
    `source logs ${YESTERDAY} | filter ${ERROR} && ${S} != 'queue-service' | groupby $m.timestamp.extractTime('hour') as h aggregate count() as n | filter n > 5`,
  ),
  shop(
    'hard',
    'ratio',
    '404 share per path, only paths > 400 hits',
    `source logs | groupby $d.path aggregate count_if(${SHOP_STATUS} == 404) / count() as share, count() as n | filter n > 400 | choose path, share`,
  ),
  shop(
    'hard',
    'having',
    'minutes with 2+ 5xx since 13:00',
    `source logs ${sinceClock('13:00')} | filter ${SHOP_STATUS} >= 500 | groupby roundTime($m.timestamp, 1m) as t aggregate count() as n | filter n >= 2`,
  ),
  fleet(
    'hard',
    'compare time',
    'p95 latency payments last 3h vs the 3h before',
    ...periods(
      `source logs last 6h | filter ${S} == 'payments'`,
      "@'now' - 3h",
      statisticOf('$d.latency_ms', (argument) => `percentile(${P95}, ${argument})`),
    ),
    ...periods(
      `source spans last 6h | filter ${SVC} == 'payments'`,
      "@'now' - 3h",
      statisticOf('$m.duration', (argument) => `percentile(${P95}, ${argument})`),
    ),
  ),
];
