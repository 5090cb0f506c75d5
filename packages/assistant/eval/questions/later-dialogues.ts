import {
  BAD_SPAN,
  ERROR,
  LOG_CODE,
  ROUTE,
  S,
  SERVER,
  SVC,
  THIS_WEEK,
  TODAY,
  TWO_DAYS,
  YESTERDAY,
} from './blind-terms.ts';
import { CRITICAL, errors, MSG, OR_WORSE, OWN_DB, SHOP_STATUS, STATUS, sinceClock, USER } from './later-terms.ts';
import { after, asks, type EvalQuestion } from './question.ts';

const own = asks('own');
const shop = asks('shop');
const fleet = asks('fleet');
const STOREFRONT = `${S} == 'storefront'`;

const OWN_DIALOGUES: readonly EvalQuestion[] = [
  after(
    ['errors in the last 2 hours'],
    own(
      'easy',
      '',
      'only the ones from validation-service',
      `source logs last 2h | filter ${ERROR} && ${S} == 'validation-service'`,
    ),
  ),
  after(
    ['errors by service today'],
    own(
      'medium',
      '',
      'now break it down by error code instead',
      `source logs ${TODAY} | filter ${ERROR} | groupby ${LOG_CODE} aggregate count() as n`,
    ),
  ),
  after(
    ['average span duration by service', 'just the server spans'],
    own(
      'medium',
      '',
      'and for the last hour?',
      `source spans last 1h | filter ${SERVER} | groupby ${SVC} aggregate avg($m.duration) as mean`,
    ),
  ),
  after(
    ['average latency of telemetry-store since noon'],
    own(
      'easy',
      '',
      'sorry, I meant the p95',
      `source spans ${sinceClock('12:00')} | filter ${SVC} == 'telemetry-store' | aggregate percentile(0.95, $m.duration) as p`,
    ),
  ),
  after(
    ['spans slower than 1.5 seconds today', 'only the clickhouse ones'],
    own(
      'medium',
      '',
      'how many is that?',
      `source spans ${TODAY} | filter $m.duration > 1500000 && ${OWN_DB} == 'clickhouse' | count`,
    ),
  ),
  after(
    ['top 3 services by errors in the last 6 hours'],
    own(
      'hard',
      '',
      'show me the errors of the second one',
      `source logs last 6h | filter ${ERROR} && ${S} == 'telemetry-store'`,
    ),
  ),
  after(
    ['errors in validation-service over the last 3 hours per 10 minutes'],
    own(
      'easy',
      '',
      'every half hour is enough',
      `source logs last 3h | filter ${ERROR} && ${S} == 'validation-service' | groupby roundTime($m.timestamp, 30m) as t aggregate count() as n`,
    ),
  ),
  after(
    ['count logs per service yesterday', 'warnings only', 'lowest first'],
    own(
      'hard',
      '',
      'just the first 3',
      `source logs ${YESTERDAY} | filter $m.severity == WARNING | groupby ${S} aggregate count() as n | orderby n asc | limit 3`,
    ),
  ),
];

const SHOP_DIALOGUES: readonly EvalQuestion[] = [
  after(
    ['503s today', 'only on /search'],
    shop(
      'medium',
      '',
      'which users?',
      `source logs ${TODAY} | filter ${SHOP_STATUS} == 503 && $d.path == '/search' | distinct ${USER}`,
      `source logs ${TODAY} | filter ${SHOP_STATUS} == 503 && $d.path == '/search' | groupby ${USER} aggregate count() as n`,
    ),
  ),
  after(
    ['how many requests to /cart yesterday?'],
    shop('easy', '', 'and /search?', `source logs ${YESTERDAY} | filter $d.path == '/search' | count`),
  ),
  after(
    ['errors by path today'],
    shop(
      'easy',
      '',
      'and yesterday?',
      `source logs ${YESTERDAY} | filter ${ERROR} | groupby $d.path aggregate count() as n`,
    ),
  ),
  after(
    ['failed requests by path this week'],
    shop(
      'hard',
      '',
      'as a percentage of all requests to that path',
      `source logs ${THIS_WEEK} | groupby $d.path aggregate count_if(${SHOP_STATUS} >= 400) / count() as share`,
    ),
  ),
  after(
    ['500s this week', 'only storefront'],
    shop(
      'medium',
      '',
      'plot that per day',
      `source logs ${THIS_WEEK} | filter ${SHOP_STATUS} == 500 && ${STOREFRONT} | groupby roundTime($m.timestamp, 1d) as t aggregate count() as n`,
    ),
  ),
  after(
    ['errors since Monday', 'only storefront', 'by message'],
    shop(
      'hard',
      '',
      'take the storefront filter off again',
      `source logs ${THIS_WEEK} | filter ${ERROR} | groupby ${MSG} aggregate count() as n`,
    ),
  ),
  after(
    ['which service had the most errors this week?'],
    shop(
      'hard',
      '',
      'p95 response time of that service over the same period',
      `source logs ${THIS_WEEK} | filter ${STOREFRONT} | aggregate percentile(0.95, $d.duration_ms) as p`,
      `source logs ${THIS_WEEK} | filter ${STOREFRONT} && ${ERROR} | aggregate percentile(0.95, $d.duration_ms) as p`,
    ),
  ),
  after(
    ['median response time by path', 'last 24 hours'],
    shop(
      'medium',
      '',
      'and the p99 next to it',
      'source logs last 24h | groupby $d.path aggregate percentile(0.5, $d.duration_ms) as a, percentile(0.99, $d.duration_ms) as b',
    ),
  ),
];

const FLEET_DIALOGUES: readonly EvalQuestion[] = [
  after(
    ['errors in payments in the last hour'],
    fleet(
      'easy',
      '',
      'include the critical ones too',
      `source logs last 1h | filter ${OR_WORSE} && ${S} == 'payments'`,
    ),
  ),
  after(
    ['errors by service today'],
    fleet(
      'medium',
      '',
      'leave payments out',
      ...errors(
        (bad) => `source logs ${TODAY} | filter ${bad} && ${S} != 'payments' | groupby ${S} aggregate count() as n`,
      ),
    ),
  ),
  after(
    ['how many errors in orders today?'],
    fleet(
      'medium',
      '',
      'compared to yesterday',
      ...errors(
        (bad) =>
          `source logs ${TWO_DAYS} | filter ${bad} && ${S} == 'orders' | aggregate count_if($m.timestamp >= @'now' / 1d) as a, count_if($m.timestamp < @'now' / 1d) as b`,
      ),
      ...errors(
        (bad) =>
          `source logs ${TWO_DAYS} | filter ${bad} && ${S} == 'orders' | groupby if($m.timestamp >= @'now' / 1d, 'a', 'b') as t aggregate count() as n`,
      ),
    ),
  ),
  after(
    ['requests per region yesterday'],
    fleet(
      'easy',
      '',
      'split it by version as well',
      `source logs ${YESTERDAY} | groupby $d.region, $d.version aggregate count() as n`,
    ),
  ),
  after(
    ['slowest spans in orders', 'only today'],
    fleet(
      'medium',
      '',
      'forget that. How many logs does the mailer write per hour today?',
      `source logs ${TODAY} | filter ${S} == 'mailer' | groupby roundTime($m.timestamp, 1h) as t aggregate count() as n`,
    ),
  ),
  after(
    ['count critical logs per service this week', 'only the webshop application'],
    fleet(
      'hard',
      '',
      'show me the records behind that',
      `source logs ${THIS_WEEK} | filter ${CRITICAL} && $l.applicationname == 'webshop'`,
    ),
  ),
  after(
    ['top 5 routes by failed requests today', 'only us-east-1'],
    fleet(
      'medium',
      '',
      'make it the top 2',
      `source logs ${TODAY} | filter ${STATUS} >= 400 && $d.region == 'us-east-1' | groupby $d.http.route aggregate count() as n | orderby n desc | limit 2`,
      `source spans ${TODAY} | filter ${BAD_SPAN} && $d.tags.region == 'us-east-1' && ${SERVER} | groupby ${ROUTE} aggregate count() as n | orderby n desc | limit 2`,
    ),
  ),
  after(
    ['p95 latency by route', 'for accounts only', 'since 10:00'],
    fleet(
      'hard',
      '',
      'max instead of p95',
      `source logs ${sinceClock('10:00')} | filter ${S} == 'accounts' | groupby $d.http.route aggregate max($d.latency_ms) as longest`,
      `source spans ${sinceClock('10:00')} | filter ${SVC} == 'accounts' | groupby ${ROUTE} aggregate max($m.duration) as longest`,
      `source spans ${sinceClock('10:00')} | filter ${SVC} == 'accounts' && ${SERVER} | groupby ${ROUTE} aggregate max($m.duration) as longest`,
    ),
  ),
];

/** Dialogues of the same people, of two to four turns. */
export const LATER_DIALOGUES: readonly EvalQuestion[] = [...OWN_DIALOGUES, ...SHOP_DIALOGUES, ...FLEET_DIALOGUES];
