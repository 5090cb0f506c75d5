import {
  BODY,
  ERROR,
  LOG_METHOD,
  LOG_ROUTE,
  LOG_STATUS,
  OWN_METHOD,
  ROUTE,
  S,
  SERVER,
  SVC,
  since,
  TODAY,
} from './blind-terms.ts';
import { CRITICAL, clock, DEPLOY, errors, MSG, SHOP_STATUS, STATUS, sinceClock } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';

const own = asks('own');
const shop = asks('shop');
const fleet = asks('fleet');
const SINCE_DEPLOY = since(DEPLOY);
const WARNING = '$m.severity == WARNING';
const GENERATE = "$l.operationName == 'POST /api/generate-query'";
const WENT_WELL = "count_if(!($d.tags.error == 'true')) / count()";

/** By someone who watches version 1.8.0 go out, from 18:30 the day before. */
export const LATER_RELEASE: readonly EvalQuestion[] = [
  fleet(
    'easy',
    'list',
    'anything critical overnight?',
    ...[clock('00:00', '06:00'), "between @'2026-11-19T22:00:00Z' and @'2026-11-20T06:00:00Z'"].flatMap((time) => [
      `source logs ${time} | filter ${CRITICAL}`,
      `source logs ${time} | filter ${CRITICAL} | count`,
    ]),
  ),
  fleet(
    'easy',
    'ratio',
    'error rate by version',
    ...errors((bad) => `source logs | groupby $d.version aggregate count_if(${bad}) / count() as rate`),
  ),
  fleet(
    'medium',
    'compare values',
    'p95 latency of version 1.7.3 vs 1.8.0 in orders',
    `source logs | filter $d.version.in('1.7.3', '1.8.0') && ${S} == 'orders' | groupby $d.version aggregate percentile(0.95, $d.latency_ms) as p`,
    `source logs | filter ${S} == 'orders' | aggregate percentile(0.95, if($d.version == '1.7.3', $d.latency_ms)) as a, percentile(0.95, if($d.version == '1.8.0', $d.latency_ms)) as b`,
  ),
  fleet(
    'hard',
    'compare time',
    'average latency per service before and after yesterday 18:30',
    ...[
      ['logs', S, '$d.latency_ms'],
      ['spans', SVC, '$m.duration'],
    ].flatMap(([set, service, field]) => [
      `source ${set} | groupby ${service} aggregate avg(if($m.timestamp < @'${DEPLOY}', ${field})) as a, avg(if($m.timestamp >= @'${DEPLOY}', ${field})) as b`,
      `source ${set} | groupby ${service}, if($m.timestamp < @'${DEPLOY}', 'a', 'b') as period aggregate avg(${field}) as mean`,
    ]),
  ),
  fleet(
    'medium',
    'count by',
    'On 1.8.0, how many 5xx per route, only routes starting with /v2/p',
    `source logs | filter $d.version == '1.8.0' && ${STATUS} >= 500 && ${STATUS} < 600 && $d.http.route.startsWith('/v2/p') | groupby $d.http.route aggregate count() as n`,
  ),
  fleet(
    'medium',
    'distinct',
    'Which pods of orders logged an error on 1.8.0 in the last 2 hours?',
    ...errors(
      (bad) =>
        `source logs last 2h | filter ${bad} && $d.version == '1.8.0' && ${S} == 'orders' | groupby $d.pod aggregate count() as n`,
    ),
    ...errors(
      (bad) => `source logs last 2h | filter ${bad} && $d.version == '1.8.0' && ${S} == 'orders' | distinct $d.pod`,
    ),
  ),
  fleet(
    'easy',
    'when',
    'When did we see the first log of version 1.8.0?',
    `source logs | filter $d.version == '1.8.0' | aggregate min($m.timestamp) as first`,
    `source logs | filter $d.version == '1.8.0' | orderby $m.timestamp | limit 1`,
  ),
  fleet(
    'hard',
    'having',
    'Ten-minute windows since 18:30 yesterday with more than 2 critical logs',
    `source logs ${SINCE_DEPLOY} | filter ${CRITICAL} | groupby roundTime($m.timestamp, 10m) as t aggregate count() as n | filter n > 2`,
  ),
  fleet(
    'medium',
    'series',
    'errors per hour since the deploy at 18:30 yesterday, split by service',
    ...errors(
      (bad) =>
        `source logs ${SINCE_DEPLOY} | filter ${bad} | groupby roundTime($m.timestamp, 1h) as t, ${S} aggregate count() as n`,
    ),
  ),
  own(
    'hard',
    'compare time',
    'Errors in validation-service: the last 2 hours against the 2 hours before that',
    `source logs last 4h | filter ${ERROR} && ${S} == 'validation-service' | aggregate count_if($m.timestamp >= @'now' - 2h) as a, count_if($m.timestamp < @'now' - 2h) as b`,
    `source logs last 4h | filter ${ERROR} && ${S} == 'validation-service' | groupby if($m.timestamp >= @'now' - 2h, 'a', 'b') as period aggregate count() as n`,
  ),
  own(
    'easy',
    'count by',
    'warnings per service in the last 30 minutes',
    `source logs last 30m | filter ${WARNING} | groupby ${S} aggregate count() as n`,
  ),
  own(
    'medium',
    'count by',
    '"circuit opened" since 12:30, how often in each service',
    `source logs ${sinceClock('12:30')} | filter ${BODY} ~ 'circuit opened' | groupby ${S} aggregate count() as n`,
  ),
  own(
    'medium',
    'ratio',
    'success rate of POST /api/generate-query over the past 3 hours',
    `source spans last 3h | filter ${GENERATE} | aggregate ${WENT_WELL} as rate`,
    `source spans last 3h | filter ${GENERATE} && ${SERVER} | aggregate ${WENT_WELL} as rate`,
    `source spans last 3h | filter ${OWN_METHOD} == 'POST' && ${ROUTE} == '/api/generate-query' | aggregate 1 - count_if($d.tags['http.response.status_code']:number >= 400) / count() as rate`,
    `source logs last 3h | filter ${LOG_METHOD} == 'POST' && ${LOG_ROUTE} == '/api/generate-query' | aggregate count_if(${LOG_STATUS} < 400) / count() as rate`,
  ),
  own(
    'easy',
    'distinct',
    'which services said "circuit opened" in the last 15 minutes',
    `source logs last 15m | filter ${BODY} ~ 'circuit opened' | distinct ${S}`,
    `source logs last 15m | filter ${BODY} ~ 'circuit opened' | groupby ${S} aggregate count() as n`,
  ),
  own(
    'medium',
    'series',
    'requests per minute on api-gateway for the last 20 minutes',
    `source spans last 20m | filter ${SVC} == 'api-gateway' && ${SERVER} | groupby roundTime($m.timestamp, 1m) as t aggregate count() as n`,
    `source spans last 20m | filter ${SVC} == 'api-gateway' | groupby roundTime($m.timestamp, 1m) as t aggregate count() as n`,
    `source logs last 20m | filter ${S} == 'api-gateway' | groupby roundTime($m.timestamp, 1m) as t aggregate count() as n`,
    `source logs last 20m | filter ${S} == 'api-gateway' && ${BODY} ~ 'request completed' | groupby roundTime($m.timestamp, 1m) as t aggregate count() as n`,
  ),
  own(
    'easy',
    'statistic',
    'p99 of query-service',
    `source spans | filter ${SVC} == 'query-service' | aggregate percentile(0.99, $m.duration) as p`,
    `source spans | filter ${SVC} == 'query-service' && ${SERVER} | aggregate percentile(0.99, $m.duration) as p`,
  ),
  shop(
    'medium',
    'ratio',
    'error rate on /checkout today',
    `source logs ${TODAY} | filter $d.path == '/checkout' | aggregate count_if(${ERROR}) / count() as rate`,
    `source logs ${TODAY} | filter $d.path == '/checkout' | aggregate count_if(${SHOP_STATUS} >= 400) / count() as rate`,
  ),
  shop(
    'medium',
    'count by',
    'the 500s on /search today by message',
    `source logs ${TODAY} | filter ${SHOP_STATUS} == 500 && $d.path == '/search' | groupby ${MSG} aggregate count() as n`,
  ),
  shop(
    'medium',
    'conditional columns',
    'number of errors and number of warnings per service today',
    `source logs ${TODAY} | groupby ${S} aggregate count_if(${ERROR}) as errors, count_if(${WARNING}) as warnings`,
    `source logs ${TODAY} | filter $m.severity.in(ERROR, WARNING) | groupby ${S} aggregate count_if(${ERROR}) as errors, count_if(${WARNING}) as warnings`,
    `source logs ${TODAY} | filter $m.severity.in(ERROR, WARNING) | groupby ${S}, $m.severity aggregate count() as n`,
  ),
  shop(
    'hard',
    'histogram',
    'requests since noon by status class (2xx, 4xx, 5xx)',
    `source logs ${sinceClock('12:00')} | groupby case { ${SHOP_STATUS} < 300 -> 'a', ${SHOP_STATUS} < 400 -> 'b', ${SHOP_STATUS} < 500 -> 'c', _ -> 'd' } as class aggregate count() as n`,
    `source logs ${sinceClock('12:00')} | aggregate count_if(${SHOP_STATUS} < 300) as a, count_if(${SHOP_STATUS} >= 400 && ${SHOP_STATUS} < 500) as b, count_if(${SHOP_STATUS} >= 500) as c`,
  ),
];
