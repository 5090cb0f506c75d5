import {
  BAD_SPAN,
  BODY,
  ERROR,
  FLEET_STATUS,
  LOG_CODE,
  LOG_STATUS,
  OWN_STATUS,
  S,
  SVC,
  TODAY,
  YESTERDAY,
} from './blind-terms.ts';
import { COUNTED, periods } from './final-terms.ts';
import { FLEET_TRACE, PATH, POD, REGION, SPAN_REGION, spans, TOOK } from './fresh-terms.ts';
import { anyOf, clock, errors, MESSAGE, MSG, SHOP_STATUS, STATUS, sinceClock, USER } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';

const own = asks('own');
const shop = asks('shop');
const fleet = asks('fleet');
const TWO = "'validation-service', 'queue-worker'";

/** By someone who was woken at three, in as few words as will do. */
export const FRESH_ONCALL: readonly EvalQuestion[] = [
  own('easy', 'list', 'errs last 30 min', `source logs last 30m | filter ${ERROR}`),
  own(
    'easy',
    'list',
    'validation-service newest 10 errors',
    `source logs | filter ${ERROR} && ${S} == 'validation-service' | orderby $m.timestamp desc | limit 10`,
  ),
  own(
    'easy',
    'count',
    'how many 503 since 13:00',
    `source logs ${sinceClock('13:00')} | filter ${LOG_STATUS} == 503 | count`,
    ...spans((kind) => `source spans ${sinceClock('13:00')} | filter ${OWN_STATUS} == 503 && ${kind} | count`),
  ),
  own(
    'medium',
    'compare values',
    'errors validation-service vs queue-worker, last 2h',
    `source logs last 2h | filter ${ERROR} && ${S}.in(${TWO}) | groupby ${S} aggregate count() as n`,
    `source logs last 2h | filter ${ERROR} | aggregate count_if(${S} == 'validation-service') as one, count_if(${S} == 'queue-worker') as other`,
  ),
  own(
    'medium',
    'series',
    'p99 telemetry-store in 15 min buckets, last 3h',
    ...spans(
      (kind) =>
        `source spans last 3h | filter ${SVC} == 'telemetry-store' && ${kind} | groupby roundTime($m.timestamp, 15m) as t aggregate percentile(0.99, $m.duration) as p`,
    ),
  ),
  own(
    'medium',
    'when',
    'first DB_LOCKED today?',
    `source logs ${TODAY} | filter ${LOG_CODE} == 'DB_LOCKED' | orderby $m.timestamp | limit 1`,
    `source logs ${TODAY} | filter ${LOG_CODE} == 'DB_LOCKED' | aggregate min($m.timestamp) as first`,
  ),
  own(
    'hard',
    'having',
    'services with error rate over 10% last hour',
    `source logs last 1h | groupby ${S} aggregate count_if(${ERROR}) / count() as rate | filter rate > 0.1`,
    ...spans(
      (kind) =>
        `source spans last 1h | filter ${kind} | groupby ${SVC} aggregate count_if(${BAD_SPAN}) / count() as rate | filter rate > 0.1`,
    ),
  ),
  own(
    'easy',
    'text',
    "anything with 'circuit opened' in the last 10 min?",
    ...anyOf(`source logs last 10m | filter ${BODY} ~ 'circuit opened'`),
  ),
  fleet(
    'easy',
    'trace',
    `trace ${FLEET_TRACE} - which services`,
    `source spans | filter $d.traceID == '${FLEET_TRACE}' | distinct ${SVC}`,
  ),
  fleet(
    'easy',
    'distinct',
    'which pods hit OutOfMemoryError today',
    `source logs ${TODAY} | filter ${MESSAGE} ~ 'OutOfMemoryError' | distinct ${POD}`,
  ),
  fleet(
    'medium',
    'count by',
    '5xx per region last 45 min',
    `source logs last 45m | filter ${STATUS} >= 500 | groupby ${REGION} aggregate count() as n`,
    ...spans(
      (kind) =>
        `source spans last 45m | filter ${FLEET_STATUS} >= 500 && ${kind} | groupby ${SPAN_REGION} aggregate count() as n`,
    ),
  ),
  fleet(
    'medium',
    'list',
    'what errors did payments have between 1 and 2 pm',
    ...errors((bad) => `source logs ${clock('13:00', '14:00')} | filter ${bad} && ${S} == 'payments'`),
    ...errors(
      (bad) =>
        `source logs ${clock('13:00', '14:00')} | filter ${bad} && ${S} == 'payments' | groupby ${MESSAGE} aggregate count() as n`,
    ),
  ),
  fleet(
    'hard',
    'compare times',
    'payments error count last hour vs the hour before',
    ...errors((bad) => `source logs last 2h | filter ${bad} && ${S} == 'payments'`).flatMap((source) =>
      periods(source, "@'now' - 1h", COUNTED),
    ),
  ),
  fleet(
    'medium',
    'count by',
    'errors by service last hour but not payments',
    ...errors(
      (bad) => `source logs last 1h | filter ${bad} && ${S} != 'payments' | groupby ${S} aggregate count() as n`,
    ),
  ),
  shop(
    'easy',
    'list',
    'checkout 500s today',
    `source logs ${TODAY} | filter ${PATH} == '/checkout' && ${SHOP_STATUS} == 500`,
    `source logs ${TODAY} | filter ${PATH} == '/checkout' && ${SHOP_STATUS} >= 500`,
  ),
  shop(
    'easy',
    'count',
    'how many "no connection left in pool" in the last hour',
    `source logs last 1h | filter ${MSG} ~ 'no connection left in pool' | count`,
  ),
  shop(
    'medium',
    'count by',
    'warnings + errors by path since noon',
    `source logs ${sinceClock('12:00')} | filter $m.severity >= WARNING | groupby ${PATH} aggregate count() as n`,
    `source logs ${sinceClock('12:00')} | filter $m.severity >= WARNING | groupby ${PATH}, $m.severity aggregate count() as n`,
    `source logs ${sinceClock('12:00')} | groupby ${PATH} aggregate count_if($m.severity == WARNING) as warnings, count_if(${ERROR}) as errors`,
  ),
  shop(
    'hard',
    'having',
    'users with 3 or more errors in last 2h',
    `source logs last 2h | filter ${ERROR} | groupby ${USER} aggregate count() as n | filter n >= 3`,
  ),
  shop(
    'medium',
    'top rows',
    '5 slowest requests last hour, not /checkout',
    `source logs last 1h | filter ${PATH} != '/checkout' | orderby ${TOOK} desc | limit 5`,
  ),
  shop(
    'hard',
    'existence',
    'any path without a single warning yesterday?',
    `source logs ${YESTERDAY} | groupby ${PATH} aggregate count_if($m.severity == WARNING) as n | filter n == 0 | choose path`,
  ),
];
