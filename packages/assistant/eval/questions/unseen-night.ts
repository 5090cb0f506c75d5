import { BAD_SPAN, BODY, DAY, ERROR, LOG_STATUS, most, S, SVC, TODAY, TWO_DAYS } from './blind-terms.ts';
import { COUNTED, periods, shareOf } from './final-terms.ts';
import { hourly, OWN_TRACE, PATH, POD, REGION, SPAN_REGION, spans, TOOK } from './fresh-terms.ts';
import {
  anyOf,
  CRITICAL,
  clock,
  errors,
  FLEET_DB,
  LOG_TRACE,
  MESSAGE,
  MSG,
  OWN_DB,
  SHOP_STATUS,
  sinceClock,
  USER,
} from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import { fleetLogErrors, heldIn, ownErrors, shopErrors, tied } from './unseen-terms.ts';

const own = asks('own');
const shop = asks('shop');
const fleet = asks('fleet');
const FIVE_MINUTES = 'roundTime($m.timestamp, 5m) as t';
const DEADLOCK = `${MESSAGE} ~ 'deadlock detected'`;

/** By an engineer on call at night, who writes with one hand and leaves out what can be guessed. */
export const UNSEEN_NIGHT: readonly EvalQuestion[] = [
  own(
    'easy',
    'list',
    'any errors from queue-worker in the last 30 min',
    ...ownErrors(
      (from, bad, service) => `source ${from} last 30m | filter ${bad} && ${service} == 'queue-worker'`,
    ).flatMap(anyOf),
  ),
  own(
    'easy',
    'count',
    'how many "database is locked" since midnight',
    `source logs ${TODAY} | filter ${BODY} ~ 'database is locked' | count`,
  ),
  own('easy', 'trace', `show me all logs of trace ${OWN_TRACE}`, `source logs | filter ${LOG_TRACE} == '${OWN_TRACE}'`),
  own(
    'easy',
    'count',
    'how many 504s on api-gateway today',
    `source logs ${TODAY} | filter ${S} == 'api-gateway' && ${LOG_STATUS} == 504 | count`,
  ),
  own(
    'medium',
    'top groups',
    'which service is throwing the most errors, last 15m',
    ...ownErrors(
      (from, bad, service) => `source ${from} last 15m | filter ${bad} | groupby ${service} aggregate count() as n`,
    ).flatMap((query) => most(query, 'n')),
  ),
  own(
    'medium',
    'series',
    'validation-service errors per 5 min, past 2 hours',
    ...heldIn(`source logs last 2h | filter ${S} == 'validation-service'`, ERROR, FIVE_MINUTES),
    ...spans((kind) => `source spans last 2h | filter ${SVC} == 'validation-service' && ${kind}`).flatMap((query) =>
      heldIn(query, BAD_SPAN, FIVE_MINUTES),
    ),
  ),
  own(
    'medium',
    'top rows',
    'slowest 10 clickhouse calls since 6am',
    `source spans ${sinceClock('06:00')} | filter ${OWN_DB} == 'clickhouse' | orderby $m.duration desc | limit 10`,
  ),
  own(
    'hard',
    'compare times',
    'did validation-service get worse? error rate last 2h vs the 2h before',
    ...periods(`source logs last 4h | filter ${S} == 'validation-service'`, "@'now' - 2h", shareOf(ERROR)),
    ...spans((kind) => `source spans last 4h | filter ${SVC} == 'validation-service' && ${kind}`).flatMap((query) =>
      periods(query, "@'now' - 2h", shareOf(BAD_SPAN)),
    ),
  ),
  shop(
    'easy',
    'list',
    'checkout errors last hour',
    ...shopErrors((bad) => `source logs last 1h | filter ${PATH} == '/checkout' && ${bad}`).flatMap(anyOf),
  ),
  shop(
    'easy',
    'top rows',
    'when was the last 500',
    `source logs | filter ${SHOP_STATUS} == 500 | orderby $m.timestamp desc | limit 1`,
    `source logs | filter ${SHOP_STATUS} == 500 | aggregate max($m.timestamp) as t`,
  ),
  shop(
    'easy',
    'count',
    'no connection left in pool - how often in the past 3 hours',
    `source logs last 3h | filter ${MSG} ~ 'no connection left in pool' | count`,
  ),
  shop(
    'medium',
    'series',
    'p95 of checkout by hour, last 24h',
    `source logs last 24h | filter ${PATH} == '/checkout' | ${hourly} aggregate percentile(0.95, ${TOOK}) as p95`,
  ),
  shop(
    'medium',
    'count by',
    'status codes of payments since 13:00',
    `source logs ${sinceClock('13:00')} | filter ${S} == 'payments' | groupby ${SHOP_STATUS} aggregate count() as n`,
    `source logs ${sinceClock('13:00')} | filter ${S} == 'payments' | distinct ${SHOP_STATUS}`,
  ),
  shop(
    'medium',
    'top groups',
    'who got the most errors since 22:00 yesterday, top 5 users',
    ...shopErrors(
      (bad) =>
        `source logs between @'2026-11-19T22:00:00Z' and @'now' | filter ${bad} && ${USER} != null | groupby ${USER} as user aggregate count() as n`,
    ).flatMap((query) => tied(query, 'n', 'user', 5)),
  ),
  shop(
    'medium',
    'list',
    'requests over 1s between 2 and 4 this morning, ignore /search',
    `source logs ${clock('02:00', '04:00')} | filter ${TOOK} > 1000 && ${PATH} != '/search'`,
  ),
  shop(
    'hard',
    'having',
    '5 minute windows with 3 or more 503s, last 2h',
    `source logs last 2h | filter ${SHOP_STATUS} == 503 | groupby roundTime($m.timestamp, 5m) as t aggregate count() as n | filter n >= 3`,
  ),
  fleet(
    'easy',
    'list',
    'payments criticals last 3h',
    ...anyOf(`source logs last 3h | filter ${CRITICAL} && ${S} == 'payments'`),
  ),
  fleet(
    'easy',
    'list',
    'circuit breaker opened in ap-south-1, last 2 hours',
    ...anyOf(`source logs last 2h | filter ${MESSAGE} ~ 'circuit breaker opened' && ${REGION} == 'ap-south-1'`),
  ),
  fleet(
    'easy',
    'list',
    'redis spans slower than 300ms in the last hour',
    `source spans last 1h | filter ${FLEET_DB} == 'redis' && $m.duration > 300000`,
  ),
  fleet(
    'medium',
    'count by',
    'payments errors by message, last 3h',
    ...errors(
      (bad) => `source logs last 3h | filter ${bad} && ${S} == 'payments' | groupby ${MESSAGE} aggregate count() as n`,
    ),
  ),
  fleet(
    'medium',
    'count by',
    'which pods ran out of memory since noon and how often',
    `source logs ${sinceClock('12:00')} | filter ${MESSAGE} ~ 'OutOfMemoryError' | groupby ${POD} aggregate count() as n`,
  ),
  fleet(
    'hard',
    'ratio',
    'error % of payments per region, last 3 hours',
    ...fleetLogErrors(
      (bad) =>
        `source logs last 3h | filter ${S} == 'payments' | groupby ${REGION} aggregate count_if(${bad}) / count() as rate`,
    ),
    ...spans(
      (kind) =>
        `source spans last 3h | filter ${SVC} == 'payments' && ${kind} | groupby ${SPAN_REGION} aggregate count_if(${BAD_SPAN}) / count() as rate`,
    ),
  ),
  fleet(
    'hard',
    'compare times',
    'deadlocks per service, today vs yesterday',
    ...periods(`source logs ${TWO_DAYS} | filter ${DEADLOCK}`, DAY, COUNTED, S),
    ...periods(
      `source logs ${TWO_DAYS}`,
      DAY,
      { within: (when) => `count_if(${when} && ${DEADLOCK})`, all: `count_if(${DEADLOCK})` },
      S,
    ),
  ),
  fleet(
    'hard',
    'having',
    'pods with more than 5 errors in the last hour',
    ...errors((bad) => `source logs last 1h | filter ${bad} | groupby ${POD} aggregate count() as n | filter n > 5`),
  ),
];
