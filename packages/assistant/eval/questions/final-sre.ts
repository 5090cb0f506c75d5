import {
  APP,
  BAD_SPAN,
  CODE,
  ERROR,
  LOG_ROUTE,
  LOG_STATUS,
  OP,
  OWN_ROUTE,
  OWN_STATUS,
  S,
  SVC,
  THIS_WEEK,
  TODAY,
  WARNING,
} from './final-terms.ts';
import { clock, DEPLOY, FLEET_DB, MESSAGE, OR_WORSE, OWN_DB, SHOP_STATUS, STATUS, sinceClock } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';

const own = asks('own');
const shop = asks('shop');
const fleet = asks('fleet');
const GATEWAY_SPANS = `source spans ${TODAY} | filter ${SVC} == 'api-gateway' && ${OWN_ROUTE} != null`;
const TWO_ROUTES = `source spans ${clock('12:00', '14:00')} | filter in(${OWN_ROUTE}, '/api/query', '/api/feedback')`;
const AFTER_ONE = "$m.timestamp >= @'2026-11-20T13:00:00Z'";
const BEFORE_ONE = "$m.timestamp < @'2026-11-20T13:00:00Z'";
const meanIf = (holds: string): string => `avg(if(${holds}, $m.duration, null))`;
const failedIf = (holds: string): string => `count_if(${BAD_SPAN} && ${holds}) / count_if(${holds})`;

/** By an engineer who writes whole sentences with all their conditions. */
export const FINAL_SRE: readonly EvalQuestion[] = [
  own(
    'easy',
    'list',
    'Show me the log entries of telemetry-store with severity warning or higher that were written during the last 45 minutes.',
    `source logs last 45m | filter $m.severity >= WARNING && ${S} == 'telemetry-store'`,
  ),
  own(
    'easy',
    'threshold',
    'Please list all spans of queue-worker that lasted longer than 250 milliseconds in the last hour and a half.',
    `source spans last 90m | filter ${SVC} == 'queue-worker' && $m.duration > 250000`,
  ),
  own(
    'easy',
    'count',
    'How many client spans did storage-service produce yesterday?',
    `source spans between @'now' / 1d - 1d and @'now' / 1d | filter $m.kind == 'CLIENT' && ${SVC} == 'storage-service' | count`,
  ),
  shop(
    'easy',
    'count',
    'Count the requests to /checkout that were answered with a status of 500 or above since 12:30 today.',
    `source logs ${sinceClock('12:30')} | filter $d.path == '/checkout' && ${SHOP_STATUS} >= 500 | count`,
  ),
  fleet(
    'easy',
    'text',
    'List the warnings that mention "slow query" and come from the orders service.',
    `source logs | filter ${WARNING} && ${MESSAGE} ~ 'slow query' && ${S} == 'orders'`,
  ),
  fleet(
    'easy',
    'statistic',
    'What was the maximum latency of the shipping service over the past six hours?',
    `source logs last 6h | filter ${S} == 'shipping' | aggregate max($d.latency_ms) as worst`,
    `source spans last 6h | filter ${SVC} == 'shipping' | aggregate max($m.duration) as worst`,
  ),
  own(
    'medium',
    'count by',
    'For every service except validation-service, give me the number of errors between 12:00 and 14:00 today, in descending order.',
    `source logs ${clock('12:00', '14:00')} | filter ${ERROR} && ${S} != 'validation-service' | groupby ${S} aggregate count() as n | orderby n desc`,
  ),
  own(
    'medium',
    'series',
    'Plot the p95 duration of the clickhouse spans of telemetry-store in ten-minute buckets over the last two hours.',
    `source spans last 2h | filter ${SVC} == 'telemetry-store' && ${OWN_DB} == 'clickhouse' | groupby roundTime($m.timestamp, 10m) as t aggregate percentile(0.95, $m.duration) as p95`,
  ),
  own(
    'medium',
    'ratio',
    'I would like the ratio of 422 responses among all api-gateway requests, for each route, since the start of today.',
    `source logs ${TODAY} | filter ${S} == 'api-gateway' | groupby ${LOG_ROUTE} aggregate count_if(${LOG_STATUS} == 422) / count() as share`,
    `${GATEWAY_SPANS} | groupby ${OWN_ROUTE} aggregate count_if(${OWN_STATUS} == 422) / count() as share`,
    `${GATEWAY_SPANS} && $m.kind == 'SERVER' | groupby ${OWN_ROUTE} aggregate count_if(${OWN_STATUS} == 422) / count() as share`,
  ),
  shop(
    'medium',
    'having',
    'Which paths had a 99th percentile duration of more than two seconds over the past 24 hours?',
    'source logs last 24h | groupby $d.path aggregate percentile(0.99, $d.duration_ms) as p99 | filter p99 > 2000',
  ),
  shop(
    'medium',
    'list',
    'Show the requests of yesterday afternoon that either failed with a 503 or took more than two seconds, but not those to /login.',
    `source logs between @'2026-11-19T12:00:00Z' and @'2026-11-19T18:00:00Z' | filter (${SHOP_STATUS} == 503 || $d.duration_ms > 2000) && $d.path != '/login'`,
  ),
  fleet(
    'medium',
    'count by',
    'How many logs of severity error or critical did payments and accounts emit from 11:00 until 13:30, grouped by pod?',
    `source logs ${clock('11:00', '13:30')} | filter ${OR_WORSE} && in(${S}, 'payments', 'accounts') | groupby $d.pod aggregate count() as n`,
  ),
  fleet(
    'medium',
    'top groups',
    'What are the five slowest operations by average duration among the server spans outside of the orders service this week?',
    `source spans ${THIS_WEEK} | filter $m.kind == 'SERVER' && ${SVC} != 'orders' | groupby ${OP} aggregate avg($m.duration) as mean | orderby mean desc | limit 5`,
  ),
  fleet(
    'medium',
    'count by',
    'Count the logs of the backoffice application that carry no user_id and report a status of 500 or more, per service, for the last three days.',
    `source logs last 3d | filter ${APP} == 'backoffice' && $d.user_id == null && ${STATUS} >= 500 | groupby ${S} aggregate count() as n`,
  ),
  fleet(
    'medium',
    'count by',
    'Give me the number of postgresql and redis spans that took at least 200 ms, separately for each database and region.',
    `source spans | filter in(${FLEET_DB}, 'postgresql', 'redis') && $m.duration >= 200000 | groupby ${FLEET_DB}, $d.tags.region aggregate count() as n`,
    `source spans | filter $m.duration >= 200000 && ${FLEET_DB} != null | groupby $d.tags.region aggregate count_if(${FLEET_DB} == 'postgresql') as x, count_if(${FLEET_DB} == 'redis') as y`,
  ),
  fleet(
    'medium',
    'series',
    'Show how the number of "card processor unavailable" messages developed every 15 minutes in the last three hours, split by region.',
    `source logs last 3h | filter ${MESSAGE} ~ 'card processor unavailable' | groupby roundTime($m.timestamp, 15m) as t, $d.region aggregate count() as n`,
  ),
  own(
    'hard',
    'having',
    'For each service that logged at least 45 errors this week, tell me the share of its log lines that were errors and how many of them carried the code DB_LOCKED.',
    `source logs ${THIS_WEEK} | groupby ${S} aggregate count_if(${ERROR}) / count() as share, count_if(${CODE} == 'DB_LOCKED') as locked, count_if(${ERROR}) as n | filter n >= 45 | choose subsystemname, share, locked`,
  ),
  own(
    'hard',
    'compare time',
    'Compare the average duration and the failure rate of the spans on /api/query and /api/feedback between 13:00 and 14:00 with those between 12:00 and 13:00.',
    `${TWO_ROUTES} | groupby ${OWN_ROUTE} aggregate ${meanIf(AFTER_ONE)} as d1, ${meanIf(BEFORE_ONE)} as d2, ${failedIf(AFTER_ONE)} as f1, ${failedIf(BEFORE_ONE)} as f2`,
    `${TWO_ROUTES} | groupby ${OWN_ROUTE}, if(${AFTER_ONE}, 'a', 'b') as period aggregate avg($m.duration) as mean, count_if(${BAD_SPAN}) / count() as failed`,
    `${TWO_ROUTES} | groupby ${OWN_ROUTE}, roundTime($m.timestamp, 1h) as t aggregate avg($m.duration) as mean, count_if(${BAD_SPAN}) / count() as failed`,
    `${TWO_ROUTES} | aggregate ${meanIf(AFTER_ONE)} as d1, ${meanIf(BEFORE_ONE)} as d2, ${failedIf(AFTER_ONE)} as f1, ${failedIf(BEFORE_ONE)} as f2`,
    `${TWO_ROUTES} | groupby if(${AFTER_ONE}, 'a', 'b') as period aggregate avg($m.duration) as mean, count_if(${BAD_SPAN}) / count() as failed`,
  ),
  shop(
    'hard',
    'having',
    'In the last 24 hours, in which half-hours did storefront answer more than 8 percent of at least 20 requests with a server error?',
    `source logs last 24h | filter ${S} == 'storefront' | groupby roundTime($m.timestamp, 30m) as t aggregate count_if(${SHOP_STATUS} >= 500) / count() as share, count() as n | filter share > 0.08 && n >= 20 | choose t, share`,
  ),
  fleet(
    'hard',
    'conditional columns',
    'Per region, for the webshop application only, how many spans failed and how many were slower than 250 ms since the release at 18:30 yesterday, leaving out the orders service?',
    ...[BAD_SPAN, "$m.statusCode == 'ERROR'"].map(
      (failed) =>
        `source spans between @'${DEPLOY}' and @'now' | filter $l.applicationName == 'webshop' && ${SVC} != 'orders' | groupby $d.tags.region aggregate count_if(${failed}) as failed, count_if($m.duration > 250000) as slow`,
    ),
  ),
];
