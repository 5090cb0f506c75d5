import { BAD_SPAN, BODY, ERROR, LOG_CODE, most, S, SVC, THIS_WEEK, TODAY } from './blind-terms.ts';
import { clock, FLEET_DB, MESSAGE, MSG, OWN_DB, sinceClock } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';

const own = asks('own');
const shop = asks('shop');
const fleet = asks('fleet');
const LOCKED = `${BODY} ~ 'database is locked'`;
const DRY = `${MSG} ~ 'no connection left in pool'`;

/** By someone who looks after the databases, and sees the services only through them. */
export const LATER_DATABASE: readonly EvalQuestion[] = [
  own('easy', 'list', 'list all clickhouse spans', `source spans | filter ${OWN_DB} == 'clickhouse'`),
  own(
    'easy',
    'count',
    'How many "database is locked" messages today?',
    `source logs ${TODAY} | filter ${LOCKED} | count`,
  ),
  own(
    'medium',
    'statistic',
    'Average and maximum duration of the sqlite calls since midnight',
    `source spans ${TODAY} | filter ${OWN_DB} == 'sqlite' | aggregate avg($m.duration) as mean, max($m.duration) as longest`,
  ),
  own(
    'medium',
    'series',
    'p95 of clickhouse SELECT for every hour of the last 12 hours',
    `source spans last 12h | filter $l.operationName == 'clickhouse SELECT' | groupby roundTime($m.timestamp, 1h) as t aggregate percentile(0.95, $m.duration) as p`,
  ),
  own(
    'medium',
    'threshold',
    'clickhouse statements that took between 1 and 1.5 seconds',
    `source spans | filter ${OWN_DB} == 'clickhouse' && $m.duration >= 1000000 && $m.duration <= 1500000`,
  ),
  own(
    'hard',
    'ratio',
    'Share of database calls in storage-service that failed, day by day',
    `source spans | filter ${SVC} == 'storage-service' && ${OWN_DB} != null | groupby roundTime($m.timestamp, 1d) as t aggregate count_if(${BAD_SPAN}) / count() as share`,
    `source spans | filter ${SVC} == 'storage-service' && ${OWN_DB} == 'sqlite' | groupby roundTime($m.timestamp, 1d) as t aggregate count_if(${BAD_SPAN}) / count() as share`,
  ),
  own(
    'easy',
    'count by',
    'DB_LOCKED errors per service',
    `source logs | filter ${LOG_CODE} == 'DB_LOCKED' | groupby ${S} aggregate count() as n`,
  ),
  own(
    'hard',
    'cyclic',
    'At which hour of the day do we log "database is locked" the most?',
    ...most(
      `source logs | filter ${LOCKED} | groupby $m.timestamp.extractTime('hour') as h aggregate count() as n`,
      'n',
    ),
  ),
  own(
    'medium',
    'top rows',
    'ten slowest database queries of telemetry-store in the half hour before 2pm',
    `source spans ${clock('13:30', '14:00')} | filter ${SVC} == 'telemetry-store' && ${OWN_DB} != null | orderby $m.duration desc | limit 10`,
  ),
  fleet(
    'easy',
    'count by',
    'deadlock detected: how many per service?',
    `source logs | filter ${MESSAGE} ~ 'deadlock detected' | groupby ${S} aggregate count() as n`,
  ),
  fleet(
    'medium',
    'text',
    'slow query warnings from orders since 8 this morning',
    `source logs ${sinceClock('08:00')} | filter ${MESSAGE} ~ 'slow query' && ${S} == 'orders'`,
  ),
  fleet(
    'medium',
    'statistic',
    'Median duration of postgresql calls by service for the last 24 hours',
    `source spans last 24h | filter ${FLEET_DB} == 'postgresql' | groupby ${SVC} aggregate percentile(0.5, $m.duration) as p`,
    `source spans last 24h | filter ${FLEET_DB} == 'postgresql' | groupby ${SVC} aggregate median($m.duration) as p`,
  ),
  fleet(
    'hard',
    'top groups',
    'Which service spends the most time in redis altogether?',
    ...most(
      `source spans | filter ${FLEET_DB} == 'redis' | groupby ${SVC} aggregate sum($m.duration) as total`,
      'total',
    ),
  ),
  fleet('easy', 'list', 'redis calls with an error', `source spans | filter ${FLEET_DB} == 'redis' && ${BAD_SPAN}`),
  fleet(
    'medium',
    'ratio',
    'Failure rate of database calls by database system, last 24h',
    `source spans last 24h | filter ${FLEET_DB} != null | groupby ${FLEET_DB} aggregate count_if(${BAD_SPAN}) / count() as rate`,
  ),
  fleet(
    'hard',
    'cross dataset',
    'Error logs that belong to a trace in which a span failed',
    `source logs | filter $m.severity >= ERROR && $d.trace_id.inArray((| source spans | filter ${BAD_SPAN} | distinct $d.traceID |))`,
    `source logs | filter ${ERROR} && $d.trace_id.inArray((| source spans | filter ${BAD_SPAN} | distinct $d.traceID |))`,
  ),
  fleet(
    'medium',
    'series',
    '"connection reset by peer" per 15 minutes during the last 3 hours',
    `source logs last 3h | filter ${MESSAGE} ~ 'connection reset by peer' | groupby roundTime($m.timestamp, 15m) as t aggregate count() as n`,
  ),
  shop(
    'easy',
    'count',
    'no connection left in pool, how many since yesterday?',
    `source logs between @'now' / 1d - 1d and @'now' | filter ${DRY} | count`,
  ),
  shop(
    'medium',
    'top groups',
    'Which service logged "no connection left in pool" the most this week?',
    ...most(`source logs ${THIS_WEEK} | filter ${DRY} | groupby ${S} aggregate count() as n`, 'n'),
    ...most(`source logs ${THIS_WEEK} | filter ${DRY} | groupby $d.service aggregate count() as n`, 'n'),
  ),
  shop(
    'medium',
    'when',
    'When did the pool message "no connection left in pool" first show up today on /checkout?',
    `source logs ${TODAY} | filter ${DRY} && $d.path == '/checkout' | aggregate min($m.timestamp) as first`,
    `source logs ${TODAY} | filter ${DRY} && $d.path == '/checkout' | orderby $m.timestamp | limit 1`,
  ),
];
