import {
  BAD_SPAN,
  BODY,
  DAY,
  ERROR,
  LOG_CODE,
  LOG_METHOD,
  LOG_ROUTE,
  LOG_STATUS,
  S,
  SVC,
  since,
  THIS_WEEK,
  TODAY,
  TWO_DAYS,
  YESTERDAY,
} from './blind-terms.ts';
import { asFailed, asTold, FLEET_REQUESTS, INTENT, OWN_REQUESTS } from './fifth-blind-terms.ts';
import { every, first, OP, partOfAll, periods, statisticOf } from './final-terms.ts';
import {
  FLEET_TRACE,
  fleetFailed,
  hourly,
  OWN_TRACE,
  PATH,
  POD,
  REGION,
  shopFailed,
  spanFailed,
  TOOK,
  USER_ID,
  which,
} from './fresh-terms.ts';
import {
  anyOf,
  CRITICAL,
  errors,
  FLEET_DB,
  LOG_TRACE,
  MESSAGE,
  MSG,
  SHOP_STATUS,
  sinceClock,
  USER,
} from './later-terms.ts';
import { after, asks, type EvalQuestion } from './question.ts';

const own = asks('own');
const shop = asks('shop');
const fleet = asks('fleet');

const NO_DEBUG = 'source logs last 24h | filter $m.severity != DEBUG';
const GATEWAY = `source spans ${TODAY} | filter ${SVC} == 'api-gateway'`;
const CHECKOUT = `source logs ${TODAY} | filter ${PATH} == '/checkout'`;
const VERSIONS = ['1.7.3', '1.8.0'] as const;

const OWN_DIALOGUES: readonly EvalQuestion[] = [
  after(
    ['errors last 30 min'],
    own(
      'easy',
      '',
      'just validation-service',
      `source logs last 30m | filter ${ERROR} && ${S} == 'validation-service'`,
      ...spanFailed((bad) => `source spans last 30m | filter ${bad} && ${SVC} == 'validation-service'`),
    ),
  ),
  after(
    ['how many upstream timeouts today', 'and yesterday?'],
    own('medium', '', 'show me those', `source logs ${YESTERDAY} | filter ${BODY} ~ 'upstream timeout'`),
  ),
  after(
    ['errors per service last 2h', 'top 3 only'],
    own(
      'medium',
      '',
      'hm no, show all of them again',
      `source logs last 2h | filter ${ERROR} | groupby ${S} aggregate count() as n`,
      ...spanFailed((bad) => `source spans last 2h | filter ${bad} | groupby ${SVC} aggregate count() as n`),
    ),
  ),
  after(
    ['p90 duration of telemetry-store spans since yesterday'],
    own(
      'easy',
      '',
      'by operation name',
      `source spans ${TWO_DAYS} | filter ${SVC} == 'telemetry-store' | groupby ${OP} aggregate percentile(0.9, $m.duration) as p90`,
    ),
  ),
  after(
    ['Count of log records by severity, last 24 h', 'exclude debug'],
    own(
      'hard',
      '',
      'as a percentage of the total',
      partOfAll(NO_DEBUG, '$m.severity', 'severity'),
      `${NO_DEBUG} | groupby $m.severity aggregate count() as n | join cross (source logs last 24h | count into total) into t | choose severity, n / t.total as share`,
    ),
  ),
  after(
    ['How many distinct traces went through api-gateway today?'],
    own(
      'hard',
      '',
      'and how many spans per trace is that on average?',
      `${GATEWAY} | aggregate count() / distinct_count($d.traceID) as mean`,
      `source spans ${TODAY} | filter $d.traceID.inArray((| ${GATEWAY} | distinct $d.traceID |)) | aggregate count() / distinct_count($d.traceID) as mean`,
    ),
  ),
  after(
    ['How many requests did /api/generate-query get yesterday?'],
    own(
      'easy',
      '',
      'And what about /api/feedback in the same period?',
      ...asTold(OWN_REQUESTS, (told) => `${told.from(YESTERDAY)} | filter ${told.route} == '/api/feedback' | count`),
    ),
  ),
  after(
    ['What share of the requests to /api/generate-query has failed this week?'],
    own(
      'hard',
      '',
      'How did that develop day by day?',
      ...asFailed(
        OWN_REQUESTS,
        (told, failed) =>
          `${told.from(THIS_WEEK)} | filter ${told.route} == '/api/generate-query' | groupby roundTime($m.timestamp, 1d) as t aggregate count_if(${failed}) / count() as share`,
      ),
    ),
  ),
  after(
    ['Which intents does the query service see?'],
    own(
      'medium',
      '',
      'Please show me the trend of the last three days as a chart.',
      ...['last 3d', `between ${DAY} - 2d and @'now'`, `between ${DAY} - 3d and ${DAY}`].flatMap((time) =>
        every(
          ['1h', '1d', '5m', '10m', '15m', '30m', '2h', '3h', '4h', '6h', '12h'],
          (length) =>
            `source spans ${time} | filter ${INTENT} != null | groupby roundTime($m.timestamp, ${length}) as t, ${INTENT} as intent aggregate count() as n`,
        ),
      ),
    ),
  ),
  after(
    [`all logs of trace ${OWN_TRACE}`],
    own(
      'easy',
      '',
      'and its spans',
      `source spans | filter $d.traceID == '${OWN_TRACE}'`,
      `source logs | filter ${LOG_TRACE} == '${OWN_TRACE}' | union (source spans | filter $d.traceID == '${OWN_TRACE}')`,
    ),
  ),
  after(
    ['429 responses on api-gateway since midnight', 'which routes were those?'],
    own(
      'medium',
      '',
      'POST only',
      ...which(
        `source logs ${TODAY} | filter ${S} == 'api-gateway' && ${LOG_STATUS} == 429 && ${LOG_METHOD} == 'POST'`,
        LOG_ROUTE,
      ),
    ),
  ),
  after(
    ['hey can u show me errors from the api-gateway today'],
    own(
      'easy',
      '',
      'ok but newest first and only like 10',
      `source logs ${TODAY} | filter ${ERROR} && ${S} == 'api-gateway' | orderby $m.timestamp desc | limit 10`,
      ...spanFailed(
        (bad) =>
          `source spans ${TODAY} | filter ${bad} && ${SVC} == 'api-gateway' | orderby $m.timestamp desc | limit 10`,
      ),
    ),
  ),
  after(
    ['what error codes are there', 'how often did each one happen today'],
    own(
      'medium',
      '',
      'wait i meant yesterday sry',
      `source logs ${YESTERDAY} | filter ${LOG_CODE} != null | groupby ${LOG_CODE} as code aggregate count() as n`,
    ),
  ),
];

const SHOP_DIALOGUES: readonly EvalQuestion[] = [
  after(
    ['503s last 2h', 'by service'],
    shop(
      'medium',
      '',
      'storefront only, in 5 min buckets',
      `source logs last 2h | filter ${SHOP_STATUS} == 503 && ${S} == 'storefront' | groupby roundTime($m.timestamp, 5m) as t aggregate count() as n`,
    ),
  ),
  after(
    ['slowest 10 requests today'],
    shop(
      'easy',
      '',
      'leave out checkout',
      `source logs ${TODAY} | filter ${PATH} != '/checkout' | orderby ${TOOK} desc | limit 10`,
    ),
  ),
  after(
    ['avg and p99 duration_ms per service, last 7 days'],
    shop(
      'easy',
      '',
      'add the number of records',
      `source logs last 7d | groupby ${S} aggregate avg(${TOOK}) as mean, percentile(0.99, ${TOOK}) as p99, count() as n`,
    ),
  ),
  after(
    ['Distinct users per day since Monday', 'drop today, it is incomplete'],
    shop(
      'hard',
      '',
      'now the mean of those',
      `source logs between @'2026-11-16' and ${DAY} | groupby roundTime($m.timestamp, 1d) as t aggregate distinct_count(${USER}) as n | aggregate avg(n) as mean`,
    ),
  ),
  after(
    ['How many people went to checkout today?'],
    shop(
      'hard',
      '',
      'How many of them ran into an error?',
      ...shopFailed((bad) => `${CHECKOUT} && ${bad} | aggregate distinct_count(${USER}) as n`),
      ...shopFailed(
        (bad) =>
          `source logs ${TODAY} | filter ${bad} && ${USER}.inArray((| ${CHECKOUT} | distinct ${USER} |)) | aggregate distinct_count(${USER}) as n`,
      ),
    ),
  ),
  after(
    ['What was the average response time of the search yesterday?'],
    shop(
      'medium',
      '',
      'Is it any better today?',
      `source logs ${TODAY} | filter ${PATH} == '/search' | aggregate avg(${TOOK}) as mean`,
      ...periods(
        `source logs ${TWO_DAYS} | filter ${PATH} == '/search'`,
        DAY,
        statisticOf(TOOK, (of) => `avg(${of})`),
      ),
    ),
  ),
  after(
    ['Which pages are visited the most?', 'In the last 24 hours only, please.'],
    shop(
      'medium',
      '',
      'And which one is visited the least?',
      ...first(`source logs last 24h | groupby ${PATH} aggregate count() as n | orderby n`),
    ),
  ),
  after(
    ['requests of u-0007 in the last 24h'],
    shop(
      'easy',
      '',
      'only the 4xx ones',
      `source logs last 24h | filter ${USER} == 'u-0007' && ${SHOP_STATUS} >= 400 && ${SHOP_STATUS} < 500`,
    ),
  ),
  after(
    ['users with "rate limit exceeded" since Wednesday'],
    shop(
      'medium',
      '',
      'sort by number of hits, highest first',
      `source logs ${since('2026-11-18')} | filter ${MSG} ~ 'rate limit exceeded' | groupby ${USER} aggregate count() as n | orderby n desc`,
    ),
  ),
  after(
    ['Who had more than 5 not-found pages this week?', 'no, more than 3 is enough'],
    shop(
      'hard',
      '',
      'and leave out /search',
      `source logs ${THIS_WEEK} | filter ${SHOP_STATUS} == 404 && ${PATH} != '/search' | groupby ${USER} aggregate count() as n | filter n > 3`,
    ),
  ),
  after(
    ['average duration for /cart today'],
    shop(
      'easy',
      '',
      'hm what about the max',
      `source logs ${TODAY} | filter ${PATH} == '/cart' | aggregate max(${TOOK}) as longest`,
    ),
  ),
  after(
    ['NullPointerException today'],
    shop(
      'medium',
      '',
      'which paths was that on and how many times each?',
      `source logs ${TODAY} | filter ${MSG} ~ 'NullPointerException' | groupby ${PATH} aggregate count() as n`,
    ),
  ),
  after(
    ['cache misses per hour today', 'only for /search'],
    shop(
      'hard',
      '',
      'now as percentage of all search requests',
      `source logs ${TODAY} | filter ${PATH} == '/search' | ${hourly} aggregate count_if(${MSG} ~ 'cache miss') / count() as share`,
    ),
  ),
];

const FLEET_DIALOGUES: readonly EvalQuestion[] = [
  after(
    ['payments errors last 3h', 'only eu-central-1', 'by message'],
    fleet(
      'medium',
      '',
      'all regions again',
      ...errors(
        (bad) =>
          `source logs last 3h | filter ${bad} && ${S} == 'payments' | groupby ${MESSAGE} aggregate count() as n`,
      ),
    ),
  ),
  after(
    ['anything critical in the last hour'],
    fleet('easy', '', 'since 6 this morning then', ...anyOf(`source logs ${sinceClock('06:00')} | filter ${CRITICAL}`)),
  ),
  after(
    ['p95 latency orders last 6h', 'only /v2/orders/{id}'],
    fleet(
      'medium',
      '',
      'every 30 min',
      ...asTold(
        FLEET_REQUESTS,
        (told) =>
          `${told.from('last 6h')} | filter ${told.service} == 'orders' && ${told.route} == '/v2/orders/{id}' | groupby roundTime($m.timestamp, 30m) as t aggregate percentile(0.95, ${told.took}) as p95`,
      ),
    ),
  ),
  after(
    ['which pods of payments log the most errors today', 'and for orders?'],
    fleet(
      'medium',
      '',
      'ok back to payments, last hour',
      ...errors(
        (bad) =>
          `source logs last 1h | filter ${bad} && ${S} == 'payments' | groupby ${POD} aggregate count() as n | orderby n desc`,
      ).flatMap((query) => [query, `${query} | limit 1`]),
    ),
  ),
  after(
    ['response_bytes: min, median and max per service, last 24h'],
    fleet(
      'medium',
      '',
      'in kilobytes please',
      ...['1000', '1024'].map(
        (kilo) =>
          `source logs last 24h | groupby ${S} aggregate min($d.response_bytes) / ${kilo} as least, percentile(0.5, $d.response_bytes) / ${kilo} as middle, max($d.response_bytes) / ${kilo} as most`,
      ),
    ),
  ),
  after(
    ['Number of logs without a user_id per service today'],
    fleet(
      'hard',
      '',
      'as a share of all logs of the service, descending',
      `source logs ${TODAY} | groupby ${S} aggregate count_if(${USER_ID} == null) / count() as share | orderby share desc`,
    ),
  ),
  after(
    ['count spans by db.system, last 12h'],
    fleet(
      'medium',
      '',
      'also split by whether they failed',
      `source spans last 12h | groupby ${FLEET_DB} as db, if(${BAD_SPAN}, 'a', 'b') as side aggregate count() as n`,
      `source spans last 12h | groupby ${FLEET_DB} as db, $d.tags.error as failed aggregate count() as n`,
      `source spans last 12h | groupby ${FLEET_DB} as db aggregate count_if(${BAD_SPAN}) as failed, count_if(!(${BAD_SPAN})) as fine`,
      `source spans last 12h | groupby ${FLEET_DB} as db aggregate count() as n, count_if(${BAD_SPAN}) as failed`,
    ),
  ),
  after(
    ['How many orders were created yesterday?'],
    fleet(
      'easy',
      '',
      'And how many e-mails were sent?',
      `source logs ${YESTERDAY} | filter ${MESSAGE} ~ 'email sent' | count`,
    ),
  ),
  after(
    ['Compare the failure rate of version 1.7.3 and 1.8.0.'],
    fleet(
      'hard',
      '',
      'Please do that for every service.',
      ...fleetFailed((bad) => `source logs | groupby ${S}, $d.version aggregate count_if(${bad}) / count() as rate`),
      ...fleetFailed((bad) => {
        const rates = VERSIONS.map((version, index) => {
          const isIt = `$d.version == '${version}'`;
          return `count_if(${isIt} && ${bad}) / count_if(${isIt}) as rate${index}`;
        });
        return `source logs | groupby ${S} aggregate ${rates.join(', ')}`;
      }),
    ),
  ),
  after(
    ['How many different users logged in yesterday?', 'And today?'],
    fleet(
      'medium',
      '',
      'Can I see that per region?',
      `source logs ${TODAY} | filter ${MESSAGE} ~ 'user logged in' | groupby ${REGION} aggregate distinct_count(${USER_ID}) as n`,
      ...asTold(
        FLEET_REQUESTS,
        (told) =>
          `${told.from(TODAY)} | filter ${told.route} == '/v2/login' | groupby ${told.region} as region aggregate distinct_count(${told.user}) as n`,
      ),
    ),
  ),
  after(
    ['401s by user, last 7 days', 'top 5'],
    fleet('hard', '', 'show me all requests of the first one', `source logs last 7d | filter ${USER_ID} == 'user-125'`),
  ),
  after(
    [`logs of trace ${FLEET_TRACE} from the last hour`],
    fleet(
      'medium',
      '',
      'which services did it touch?',
      ...which(`source logs last 1h | filter $d.trace_id == '${FLEET_TRACE}'`, S),
      ...which(`source spans last 1h | filter $d.traceID == '${FLEET_TRACE}'`, SVC),
    ),
  ),
  after(
    ['DELETE requests today', 'per user'],
    fleet(
      'medium',
      '',
      'more than 10 only',
      `source logs ${TODAY} | filter $d.http.method == 'DELETE' | groupby ${USER_ID} aggregate count() as n | filter n > 10`,
    ),
  ),
  after(
    ['errors on web-frontend today', 'only GET'],
    fleet(
      'easy',
      '',
      'ok forget that. how many slow queries did product-catalog have today?',
      `source logs ${TODAY} | filter ${MESSAGE} ~ 'slow query' && ${S} == 'product-catalog' | count`,
    ),
  ),
];

/**
 * Dialogues of two to four turns, by someone on call at night, a data engineer, a product owner, a security engineer and
 * a junior frontend developer.
 */
export const UNSEEN_DIALOGUES: readonly EvalQuestion[] = [...OWN_DIALOGUES, ...SHOP_DIALOGUES, ...FLEET_DIALOGUES];
