import { BAD_SPAN, BODY, ERROR, LOG_CODE, S, SVC, since, THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { daily, hourly, PATH, SPAN_REGION } from './fresh-terms.ts';
import { FLEET_DB, MESSAGE, MSG, OWN_DB, sinceClock } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';

const own = asks('own');
const shop = asks('shop');
const fleet = asks('fleet');
const LOCKED = `${LOG_CODE} == 'DB_LOCKED'`;
const POSTGRES = `${FLEET_DB} == 'postgresql'`;
const POOL = `${MSG} ~ 'no connection left in pool'`;

/** By the administrator of the databases. */
export const FRESH_DBA: readonly EvalQuestion[] = [
  own(
    'easy',
    'count',
    'How many clickhouse SELECTs ran in the last hour?',
    `source spans last 1h | filter ${OWN_DB} == 'clickhouse' | count`,
  ),
  own(
    'easy',
    'list',
    'show me the sqlite queries slower than 250 ms today',
    `source spans ${TODAY} | filter ${OWN_DB} == 'sqlite' && $m.duration > 250000`,
  ),
  own(
    'easy',
    'count by',
    "count 'database is locked' messages by service",
    `source logs | filter ${BODY} ~ 'database is locked' | groupby ${S} aggregate count() as n`,
  ),
  own(
    'medium',
    'statistic',
    'average, p95 and max duration of the database calls per database system',
    `source spans | filter ${OWN_DB} != null | groupby ${OWN_DB} aggregate avg($m.duration) as mean, percentile(0.95, $m.duration) as p, max($m.duration) as longest`,
  ),
  own(
    'medium',
    'series',
    'number of clickhouse queries per 30 minutes since 8 am',
    `source spans ${sinceClock('08:00')} | filter ${OWN_DB} == 'clickhouse' | groupby roundTime($m.timestamp, 30m) as t aggregate count() as n`,
  ),
  own(
    'medium',
    'count by',
    'Which database calls failed in the last 12 hours? Break it down by service and operation',
    `source spans last 12h | filter ${OWN_DB} != null && ${BAD_SPAN} | groupby ${SVC}, $l.operationName aggregate count() as n`,
  ),
  own(
    'hard',
    'ratio',
    'What share of the total time spent in telemetry-store spans goes to clickhouse?',
    `source spans | filter ${SVC} == 'telemetry-store' | aggregate sum(if(${OWN_DB} == 'clickhouse', $m.duration)) / sum($m.duration) as share`,
  ),
  own(
    'easy',
    'list',
    'latest DB_LOCKED entry of storage-service',
    `source logs | filter ${LOCKED} && ${S} == 'storage-service' | orderby $m.timestamp desc | limit 1`,
  ),
  own(
    'medium',
    'when',
    "When did 'database is locked' first and last show up today?",
    `source logs ${TODAY} | filter ${BODY} ~ 'database is locked' | aggregate min($m.timestamp) as first, max($m.timestamp) as last`,
  ),
  own(
    'hard',
    'having',
    'In which hours of today did we see more than 3 DB_LOCKED errors?',
    `source logs ${TODAY} | filter ${LOCKED} | ${hourly} aggregate count() as n | filter n > 3 | choose t`,
    `source logs ${TODAY} | filter ${LOCKED} | groupby extractTime($m.timestamp, 'hour') as t aggregate count() as n | filter n > 3 | choose t`,
  ),
  fleet(
    'easy',
    'count by',
    'how many slow query warnings did each service log yesterday',
    `source logs ${YESTERDAY} | filter ${MESSAGE} ~ 'slow query' | groupby ${S} aggregate count() as n`,
  ),
  fleet(
    'easy',
    'top rows',
    '10 slowest postgresql queries this week',
    `source spans ${THIS_WEEK} | filter ${POSTGRES} | orderby $m.duration desc | limit 10`,
  ),
  fleet(
    'medium',
    'compare values',
    'p99 of redis versus postgresql over the last 24 hours',
    `source spans last 24h | filter ${FLEET_DB}.in('redis', 'postgresql') | groupby ${FLEET_DB} aggregate percentile(0.99, $m.duration) as p`,
    `source spans last 24h | aggregate percentile(0.99, if(${FLEET_DB} == 'redis', $m.duration)) as one, percentile(0.99, if(${POSTGRES}, $m.duration)) as other`,
  ),
  fleet(
    'easy',
    'distinct',
    'Which services talk to redis?',
    `source spans | filter ${FLEET_DB} == 'redis' | distinct ${SVC}`,
  ),
  fleet(
    'medium',
    'series',
    'deadlocks per day over the last 7 days',
    `source logs last 7d | filter ${MESSAGE} ~ 'deadlock' | ${daily} aggregate count() as n`,
  ),
  fleet(
    'medium',
    'count by',
    'failed postgresql queries by service and region since Wednesday',
    `source spans ${since('2026-11-18')} | filter ${POSTGRES} && ${BAD_SPAN} | groupby ${SVC}, ${SPAN_REGION} aggregate count() as n`,
  ),
  fleet(
    'hard',
    'having',
    'Services that ran more than 30 postgresql queries in the last 24 hours and needed over 190 ms for one on average',
    `source spans last 24h | filter ${POSTGRES} | groupby ${SVC} aggregate count() as n, avg($m.duration) as mean | filter n > 30 && mean > 190000 | choose serviceName`,
  ),
  fleet(
    'medium',
    'ratio',
    'what percentage of redis calls failed, per service',
    `source spans | filter ${FLEET_DB} == 'redis' | groupby ${SVC} aggregate count_if(${BAD_SPAN}) / count() as share`,
  ),
  shop(
    'easy',
    'when',
    "When did 'no connection left in pool' show up for the first time today?",
    `source logs ${TODAY} | filter ${POOL} | orderby $m.timestamp | limit 1`,
    `source logs ${TODAY} | filter ${POOL} | aggregate min($m.timestamp) as first`,
  ),
  shop(
    'hard',
    'ratio',
    "How much of the errors on each path is 'no connection left in pool', in percent?",
    `source logs | filter ${ERROR} | groupby ${PATH} aggregate count_if(${POOL}) / count() as share`,
  ),
];
