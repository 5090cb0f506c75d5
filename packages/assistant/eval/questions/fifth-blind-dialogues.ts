import { BAD_SPAN, BODY, ERROR, LOG_CODE, S, SVC, THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import {
  asFailed,
  asTold,
  FLEET_REQUESTS,
  INTENT,
  OWN_REQUESTS,
  SINCE_TUESDAY,
  WEDNESDAY,
} from './fifth-blind-terms.ts';
import { daily, hourly, LATENCY, PATH, POD, REGION, shopFailed, spans, TOOK, USER_ID, which } from './fresh-terms.ts';
import { anyOf, CRITICAL, clock, errors, FLEET_DB, MESSAGE, MSG, OWN_DB, SHOP_STATUS, USER } from './later-terms.ts';
import { after, asks, type EvalQuestion } from './question.ts';

const own = asks('own');
const shop = asks('shop');
const fleet = asks('fleet');
const WARNING = '$m.severity == WARNING';
const BEFORE_YESTERDAY = "between @'now' / 1d - 2d and @'now' / 1d - 1d";

const OWN_DIALOGUES: readonly EvalQuestion[] = [
  after(
    ['How many errors did we have in the last hour?'],
    own(
      'easy',
      '',
      'Could you break that down by service, please?',
      `source logs last 1h | filter ${ERROR} | groupby ${S} aggregate count() as n`,
    ),
  ),
  after(
    ['spans of api-gateway over 200 ms today'],
    own(
      'medium',
      '',
      'make that 290 ms',
      ...spans((kind) => `source spans ${TODAY} | filter ${SVC} == 'api-gateway' && $m.duration > 290000 && ${kind}`),
    ),
  ),
  after(
    ['p95 duration per service today'],
    own(
      'medium',
      '',
      'the median as well',
      ...spans(
        (kind) =>
          `source spans ${TODAY} | filter ${kind} | groupby ${SVC} aggregate percentile(0.95, $m.duration) as p95, percentile(0.5, $m.duration) as p50`,
      ),
    ),
  ),
  after(
    ['latest 5 warnings'],
    own(
      'easy',
      '',
      'only the ones that say circuit opened',
      `source logs | filter ${WARNING} && ${BODY} ~ 'circuit opened' | orderby $m.timestamp desc | limit 5`,
    ),
  ),
  after(
    ['how many 422s on /api/query yesterday?'],
    own(
      'easy',
      '',
      'same for Wednesday',
      ...asTold(
        OWN_REQUESTS,
        (told) => `${told.from(WEDNESDAY)} | filter ${told.route} == '/api/query' && ${told.status} == 422 | count`,
      ),
    ),
  ),
  after(
    ['errors by service since midnight', 'without validation-service'],
    own(
      'medium',
      '',
      'by error code now instead of service',
      `source logs ${TODAY} | filter ${ERROR} && ${S} != 'validation-service' | groupby ${LOG_CODE} as code aggregate count() as n`,
    ),
  ),
  after(
    ['failed spans per hour today'],
    own(
      'medium',
      '',
      '15 minute steps, only since 10:00',
      ...spans(
        (kind) =>
          `source spans ${clock('10:00', '14:30')} | filter ${BAD_SPAN} && ${kind} | groupby roundTime($m.timestamp, 15m) as t aggregate count() as n`,
      ),
    ),
  ),
  after(
    ['errors of queue-service in the last 2 hours', 'how many are there?'],
    own(
      'medium',
      '',
      'ok, let me see the actual lines',
      `source logs last 2h | filter ${ERROR} && ${S} == 'queue-service'`,
    ),
  ),
  after(
    ['average duration of clickhouse spans today'],
    own(
      'hard',
      '',
      'How does that compare with sqlite?',
      `source spans ${TODAY} | filter ${OWN_DB}.in('clickhouse', 'sqlite') | groupby ${OWN_DB} as db aggregate avg($m.duration) as mean`,
      `source spans ${TODAY} | aggregate avg(if(${OWN_DB} == 'clickhouse', $m.duration)) as one, avg(if(${OWN_DB} == 'sqlite', $m.duration)) as other`,
      `source spans ${TODAY} | filter ${OWN_DB} == 'sqlite' | aggregate avg($m.duration) as mean`,
    ),
  ),
  after(
    ['which service logged the most errors today?'],
    own(
      'hard',
      '',
      'show me the last three errors of that one',
      `source logs ${TODAY} | filter ${ERROR} && ${S} == 'validation-service' | orderby $m.timestamp desc | limit 3`,
    ),
  ),
  after(
    ['how many spans per kind in the last 6 hours', 'only query-service'],
    own(
      'medium',
      '',
      'split the server ones by intent',
      `source spans last 6h | filter ${SVC} == 'query-service' && $m.kind == 'SERVER' | groupby ${INTENT} as intent aggregate count() as n`,
    ),
  ),
  after(
    ['share of error logs per service yesterday'],
    own(
      'easy',
      '',
      'and today?',
      `source logs ${TODAY} | groupby ${S} aggregate count_if(${ERROR}) / count() as share`,
    ),
  ),
];

const SHOP_DIALOGUES: readonly EvalQuestion[] = [
  after(
    ['failed checkouts of today'],
    shop(
      'medium',
      '',
      'just those that took over 400 ms',
      ...shopFailed((bad) => `source logs ${TODAY} | filter ${PATH} == '/checkout' && ${TOOK} > 400 && ${bad}`),
    ),
  ),
  after(
    ['how many requests did u-0012 make yesterday?'],
    shop('easy', '', 'u-0020?', `source logs ${YESTERDAY} | filter ${USER} == 'u-0020' | count`),
  ),
  after(
    ['top 3 users by errors this week'],
    shop(
      'easy',
      '',
      'make it seven',
      `source logs ${THIS_WEEK} | filter ${ERROR} && ${USER} != null | groupby ${USER} aggregate count() as n | orderby n desc | limit 7`,
    ),
  ),
  after(
    ['average duration per path today'],
    shop(
      'medium',
      '',
      'plus the maximum',
      `source logs ${TODAY} | groupby ${PATH} aggregate avg(${TOOK}) as mean, max(${TOOK}) as longest`,
    ),
  ),
  after(
    ['errors in storefront between 8 and 12 today'],
    shop(
      'medium',
      '',
      'which messages were those?',
      ...which(`source logs ${clock('08:00', '12:00')} | filter ${ERROR} && ${S} == 'storefront'`, MSG),
    ),
  ),
  after(
    ['number of 500s this week'],
    shop(
      'medium',
      '',
      'include 503 as well',
      `source logs ${THIS_WEEK} | filter ${SHOP_STATUS}.in(500, 503) | count`,
      `source logs ${THIS_WEEK} | filter ${SHOP_STATUS}.in(500, 503) | groupby ${SHOP_STATUS} aggregate count() as n`,
    ),
  ),
  after(
    ['requests per hour yesterday', 'only /search'],
    shop(
      'hard',
      '',
      'put the average duration next to it',
      `source logs ${YESTERDAY} | filter ${PATH} == '/search' | ${hourly} aggregate count() as n, avg(${TOOK}) as mean`,
    ),
  ),
  after(
    ['How many different users did we have yesterday?'],
    shop(
      'easy',
      '',
      'And the day before yesterday?',
      `source logs ${BEFORE_YESTERDAY} | aggregate distinct_count(${USER}) as n`,
    ),
  ),
  after(
    ['warnings by path since Monday'],
    shop(
      'easy',
      '',
      'by user rather than by path',
      `source logs ${THIS_WEEK} | filter ${WARNING} | groupby ${USER} aggregate count() as n`,
    ),
  ),
  after(
    ['number of 429s in the last 24 hours'],
    shop(
      'hard',
      '',
      'and in the 24 hours before that?',
      `source logs between @'now' - 48h and @'now' - 24h | filter ${SHOP_STATUS} == 429 | count`,
    ),
  ),
  after(
    ['slowest request today'],
    shop(
      'medium',
      '',
      'Which customer was that?',
      `source logs ${TODAY} | orderby ${TOOK} desc | limit 1`,
      `source logs ${TODAY} | orderby ${TOOK} desc | limit 1 | choose ${USER}`,
    ),
  ),
  after(
    ['error rate of payments today', 'and of storefront?'],
    shop(
      'hard',
      '',
      'all three services side by side please',
      ...[ERROR, `${SHOP_STATUS} >= 400`].map(
        (bad) => `source logs ${TODAY} | groupby ${S} aggregate count_if(${bad}) / count() as rate`,
      ),
    ),
  ),
];

const FLEET_DIALOGUES: readonly EvalQuestion[] = [
  after(
    ['errors in payments in the last 3 hours'],
    fleet(
      'easy',
      '',
      'us-east-1 only',
      ...errors((bad) => `source logs last 3h | filter ${bad} && ${S} == 'payments' && ${REGION} == 'us-east-1'`),
    ),
  ),
  after(
    ['which pods logged an OutOfMemoryError today?'],
    fleet(
      'easy',
      '',
      'how often did each of them?',
      `source logs ${TODAY} | filter ${MESSAGE} ~ 'OutOfMemoryError' | groupby ${POD} aggregate count() as n`,
    ),
  ),
  after(
    ['avg latency of /v2/quotes by region, last 24h'],
    fleet(
      'medium',
      '',
      'p99 instead of avg',
      ...asTold(
        FLEET_REQUESTS,
        (told) =>
          `${told.from('last 24h')} | filter ${told.route} == '/v2/quotes' | groupby ${told.region} as region aggregate percentile(0.99, ${told.took}) as p99`,
      ),
    ),
  ),
  after(
    ['failed requests of user-120 since Tuesday'],
    fleet(
      'easy',
      '',
      'Did user-121 have any in the same time?',
      ...asFailed(
        FLEET_REQUESTS,
        (told, failed) => `${told.from(SINCE_TUESDAY)} | filter ${told.user} == 'user-121' && ${failed}`,
      ).flatMap(anyOf),
    ),
  ),
  after(
    ['log lines per version in the last 12 hours'],
    fleet(
      'easy',
      '',
      'split by service as well',
      `source logs last 12h | groupby $d.version, ${S} aggregate count() as n`,
    ),
  ),
  after(
    ['critical logs of accounts this week'],
    fleet(
      'medium',
      '',
      'when was the last one?',
      `source logs ${THIS_WEEK} | filter ${CRITICAL} && ${S} == 'accounts' | orderby $m.timestamp desc | limit 1`,
      `source logs ${THIS_WEEK} | filter ${CRITICAL} && ${S} == 'accounts' | aggregate max($m.timestamp) as t`,
    ),
  ),
  after(
    ['mean latency of orders on version 1.7.3'],
    fleet(
      'easy',
      '',
      'and on 1.8.0, please',
      `source logs | filter ${S} == 'orders' && $d.version == '1.8.0' | aggregate avg(${LATENCY}) as mean`,
    ),
  ),
  after(
    ['errors per day for mailer'],
    fleet(
      'medium',
      '',
      'with shipping too',
      ...errors(
        (bad) => `source logs | filter ${bad} && ${S}.in('mailer', 'shipping') | ${daily} aggregate count() as n`,
      ),
      ...errors(
        (bad) => `source logs | filter ${bad} && ${S}.in('mailer', 'shipping') | ${daily}, ${S} aggregate count() as n`,
      ),
    ),
  ),
  after(
    ['top 3 services by errors today'],
    fleet(
      'medium',
      '',
      'now the bottom three',
      ...errors(
        (bad) => `source logs ${TODAY} | filter ${bad} | groupby ${S} aggregate count() as n | orderby n | limit 3`,
      ),
    ),
  ),
  after(
    ['postgresql spans with errors today', 'how many per service?'],
    fleet(
      'hard',
      '',
      'as a percentage of all postgresql spans of the service',
      `source spans ${TODAY} | filter ${FLEET_DB} == 'postgresql' | groupby ${SVC} aggregate count_if(${BAD_SPAN}) / count() as rate`,
    ),
  ),
  after(
    ['429s by user in the last 7 days'],
    fleet(
      'hard',
      '',
      'only those with more than two',
      `source logs last 7d | filter $d.http.status_code == 429 && ${USER_ID} != null | groupby ${USER_ID} aggregate count() as n | filter n > 2`,
      `source logs last 7d | filter $d.http.status_code == 429 | groupby ${USER_ID} aggregate count() as n | filter n > 2`,
    ),
  ),
  after(
    ['"deadlock detected" yesterday by hour'],
    fleet(
      'medium',
      '',
      'forget the hours, the total is enough',
      `source logs ${YESTERDAY} | filter ${MESSAGE} ~ 'deadlock detected' | count`,
    ),
  ),
];

/** Dialogues of the same five people, of two or three turns. */
export const FIFTH_BLIND_DIALOGUES: readonly EvalQuestion[] = [...OWN_DIALOGUES, ...SHOP_DIALOGUES, ...FLEET_DIALOGUES];
