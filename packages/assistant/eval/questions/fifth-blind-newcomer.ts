import { ERROR, LOG_CODE, S, SERVER, SVC, THIS_WEEK, TODAY, TWO_DAYS, YESTERDAY } from './blind-terms.ts';
import { asFailed, FLEET_REQUESTS } from './fifth-blind-terms.ts';
import { periods, shareOf } from './final-terms.ts';
import { PATH, POD, REGION, TOOK, which } from './fresh-terms.ts';
import { anyOf, CRITICAL, clock, errors, MSG, SHOP_STATUS, sinceClock, USER } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';

const own = asks('own');
const shop = asks('shop');
const fleet = asks('fleet');
const TEN_MINUTES_AGO = "$m.timestamp >= @'now' - 10m";
const LOUD = `${S} == 'mailer' && ${REGION} == 'ap-south-1'`;

/** By someone in the first week on call, in full and polite sentences. */
export const FIFTH_BLIND_NEWCOMER: readonly EvalQuestion[] = [
  own(
    'easy',
    'list',
    'Could you please show me the ten most recent errors from the queue-worker?',
    `source logs | filter ${ERROR} && ${S} == 'queue-worker' | orderby $m.timestamp desc | limit 10`,
  ),
  own(
    'easy',
    'count',
    'How many log entries did the storage-service write yesterday between 2 and 4 pm?',
    `source logs between @'2026-11-19T14:00:00Z' and @'2026-11-19T16:00:00Z' | filter ${S} == 'storage-service' | count`,
  ),
  own(
    'easy',
    'distinct',
    'I am still finding my way around: which services are sending us logs at all?',
    ...which('source logs', S),
  ),
  own(
    'medium',
    'series',
    'I was told that the validation-service misbehaved earlier. Could you count its errors for every half hour since noon?',
    `source logs ${sinceClock('12:00')} | filter ${ERROR} && ${S} == 'validation-service' | groupby roundTime($m.timestamp, 30m) as t aggregate count() as n`,
  ),
  own(
    'medium',
    'statistic',
    'What is the median duration of a server span in the api-gateway, please?',
    `source spans | filter ${SERVER} && ${SVC} == 'api-gateway' | aggregate percentile(0.5, $m.duration) as p50`,
  ),
  own(
    'hard',
    'absence',
    'Which services have not written a single error in the last ten minutes?',
    `source logs last 10m | groupby ${S} aggregate count_if(${ERROR}) as n | filter n == 0 | choose subsystemname`,
    `source logs | groupby ${S} aggregate count_if(${ERROR} && ${TEN_MINUTES_AGO}) as n | filter n == 0 | choose subsystemname`,
  ),
  own(
    'hard',
    'top per group',
    'Which error code did each of the services report most often this week?',
    `source logs ${THIS_WEEK} | filter ${LOG_CODE} != null | groupby ${S}, ${LOG_CODE} as code aggregate count() as n | dedupeby subsystemname keep 1 orderby n desc`,
    `source logs ${THIS_WEEK} | filter ${LOG_CODE} != null | groupby ${S}, ${LOG_CODE} as code aggregate count() as n | dedupeby subsystemname keep 1 orderby n desc | choose subsystemname, code`,
  ),
  shop(
    'easy',
    'list',
    'Would you mind listing all requests that ended with status 503 in the last half hour?',
    `source logs last 30m | filter ${SHOP_STATUS} == 503`,
  ),
  shop(
    'easy',
    'distinct',
    'How many different users have visited us so far today?',
    `source logs ${TODAY} | aggregate distinct_count(${USER}) as n`,
  ),
  shop(
    'easy',
    'statistic',
    'What was the average duration of a request to /cart yesterday?',
    `source logs ${YESTERDAY} | filter ${PATH} == '/cart' | aggregate avg(${TOOK}) as mean`,
  ),
  shop(
    'medium',
    'list',
    'Could you show me the requests between 9:00 and 11:30 this morning that took more than half a second?',
    `source logs ${clock('09:00', '11:30')} | filter ${TOOK} > 500`,
  ),
  shop(
    'medium',
    'count by',
    'Please give me the number of warnings per path for Wednesday and Thursday together.',
    `source logs between @'2026-11-18' and @'2026-11-20' | filter $m.severity == WARNING | groupby ${PATH} aggregate count() as n`,
  ),
  shop(
    'medium',
    'when',
    'When did we see "NullPointerException in PriceService" for the very first time?',
    `source logs | filter ${MSG} ~ 'NullPointerException in PriceService' | orderby $m.timestamp | limit 1`,
    `source logs | filter ${MSG} ~ 'NullPointerException in PriceService' | aggregate min($m.timestamp) as t`,
  ),
  shop(
    'hard',
    'compare times',
    'Has the share of failed requests gone up since midnight compared with the whole of yesterday?',
    ...[`${SHOP_STATUS} >= 400`, `${SHOP_STATUS} >= 500`].flatMap((failed) =>
      periods(`source logs ${TWO_DAYS}`, "@'now' / 1d", shareOf(failed)),
    ),
  ),
  fleet(
    'easy',
    'count',
    'Could you tell me how many critical entries there are in the logs of the payments service?',
    `source logs | filter ${CRITICAL} && ${S} == 'payments' | count`,
  ),
  fleet(
    'easy',
    'distinct',
    'Please list all the pods that the orders service runs on.',
    ...which(`source logs | filter ${S} == 'orders'`, POD),
  ),
  fleet(
    'easy',
    'top rows',
    'I would like to see the five slowest spans of the shipping service from today, please.',
    `source spans ${TODAY} | filter ${SVC} == 'shipping' | orderby $m.duration desc | limit 5`,
  ),
  fleet(
    'medium',
    'count by',
    'How many errors has each pod of payments had within the last three hours?',
    ...errors(
      (bad) => `source logs last 3h | filter ${bad} && ${S} == 'payments' | groupby ${POD} aggregate count() as n`,
    ),
  ),
  fleet(
    'medium',
    'existence',
    'Are there any log lines of the mailer in ap-south-1 from today that are neither info nor debug?',
    ...anyOf(`source logs ${TODAY} | filter ${LOUD} && $m.severity != INFO && $m.severity != DEBUG`),
  ),
  fleet(
    'hard',
    'having',
    'Which routes had an error rate of more than twelve percent today, and how high was it for each of them?',
    ...asFailed(
      FLEET_REQUESTS,
      (told, failed) =>
        `${told.from(TODAY)} | filter ${told.route} != null | groupby ${told.route} as route aggregate count_if(${failed}) / count() as rate | filter rate > 0.12`,
    ),
  ),
];
