import { S, SERVER, SVC, THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { hourly } from './fresh-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import {
  DESTINATION,
  either,
  failures,
  HOST,
  OPERATION,
  PATH,
  STATUS,
  TABLE,
  TOOK,
  TRACE,
  TYPE,
  WEDNESDAY,
  which,
} from './unseen-rail-terms.ts';

const rail = asks('rail');
const SEATS = `filter ${TABLE} == 'SeatInventory'`;

/** By a developer who is new to it. */
export const UNSEEN_RAIL_DEVELOPER: readonly EvalQuestion[] = [
  rail(
    'easy',
    'list',
    'show logs where StatusCode is 503 and RequestPath is /reservations',
    `source logs | filter ${STATUS} == 503 && ${PATH} == '/reservations'`,
  ),
  rail(
    'easy',
    'breakdown',
    'count of fare-engine logs by CacheHit',
    `source logs | filter ${S} == 'fare-engine' | groupby $d.CacheHit aggregate count() as n`,
  ),
  rail(
    'easy',
    'breakdown',
    'db spans grouped by db.collection.name',
    `source spans | filter ${TABLE} != null | groupby ${TABLE} aggregate count() as n`,
  ),
  rail(
    'easy',
    'list',
    'root spans of info-boards in the last hour',
    `source spans last 1h | filter ${SVC} == 'info-boards' && ($d.parentId == null || $d.parentId == '')`,
  ),
  rail(
    'easy',
    'top',
    '10 slowest requests in traveller-api today',
    `source logs ${TODAY} | filter ${S} == 'traveller-api' | orderby ${TOOK} desc | limit 10`,
    ...['', ` && ${SERVER}`].map(
      (also) => `source spans ${TODAY} | filter ${SVC} == 'traveller-api'${also} | orderby $m.duration desc | limit 10`,
    ),
  ),
  rail(
    'medium',
    'compare',
    'which release of ticket-sales throws more exceptions, 9.1.4 or 9.2.0?',
    ...failures(
      (told, bad) =>
        `${told.source} | filter ${told.service} == 'ticket-sales' && ${bad} && (${told.release} == '9.1.4' || ${told.release} == '9.2.0') | groupby ${told.release} aggregate count() as n`,
    ),
  ),
  rail(
    'medium',
    'percentile',
    'median and p95 duration of queries on the SeatInventory table yesterday',
    `source spans ${YESTERDAY} | ${SEATS} | aggregate percentile(0.5, $m.duration) as p50, percentile(0.95, $m.duration) as p95`,
  ),
  rail(
    'medium',
    'list',
    'SELECTs on SeatInventory that needed more than 1.5 seconds',
    `source spans | ${SEATS} && ${OPERATION} == 'SELECT' && $m.duration > 1500000`,
  ),
  rail(
    'medium',
    'breakdown',
    'what external hosts do we call, and from which service?',
    `source spans | filter ${HOST} != null | groupby ${SVC}, ${HOST} aggregate count() as n`,
    `source spans | filter ${HOST} != null | distinct ${SVC}, ${HOST}`,
  ),
  rail(
    'medium',
    'first',
    'when did release 9.2.0 first show up?',
    ...either((told) => `${told.source} | filter ${told.release} == '9.2.0' | aggregate min($m.timestamp) as t`),
    ...either((told) => `${told.source} | filter ${told.release} == '9.2.0' | orderby $m.timestamp | limit 1`),
  ),
  rail(
    'medium',
    'trace',
    `which services take part in trace ${TRACE}`,
    ...which(`source spans | filter $d.traceID == '${TRACE}'`, SVC),
    ...which(`source logs | filter $d.TraceId == '${TRACE}'`, S),
  ),
  rail(
    'medium',
    'sample',
    'give me one example log per exception type',
    ...['', ' orderby $m.timestamp desc', ' orderby $m.timestamp'].map(
      (order) => `source logs | filter ${TYPE} != null | dedupeby ${TYPE} keep 1${order}`,
    ),
  ),
  rail(
    'hard',
    'rate',
    'failed messages per thousand for each kafka topic this week',
    `source spans ${THIS_WEEK} | filter ${DESTINATION} != null | groupby ${DESTINATION} aggregate 1000 * count_if($d.tags.error == 'true') / count() as rate`,
  ),
  rail(
    'hard',
    'series',
    'hourly 5xx count of ticket-sales on wednesday, split by release',
    ...either(
      (told) =>
        `${told.source} ${WEDNESDAY} | filter ${told.service} == 'ticket-sales' && ${told.status} >= 500 | ${hourly}, ${told.release} as release aggregate count() as n`,
    ),
  ),
  rail(
    'hard',
    'top',
    'the slowest span of every service today',
    ...['', ` | filter ${SERVER}`].map(
      (only) => `source spans ${TODAY}${only} | dedupeby ${SVC} keep 1 orderby $m.duration desc`,
    ),
    `source spans ${TODAY} | groupby ${SVC} aggregate max($m.duration) as slowest`,
  ),
];
