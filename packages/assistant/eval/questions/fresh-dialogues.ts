import {
  BAD_SPAN,
  ERROR,
  LOG_ROUTE,
  LOG_STATUS,
  OWN_STATUS,
  ROUTE,
  S,
  SERVER,
  SVC,
  since,
  THIS_WEEK,
  TODAY,
  TWO_DAYS,
} from './blind-terms.ts';
import { periods, statisticOf } from './final-terms.ts';
import {
  fleetFailed,
  HTTP_ROUTE,
  hourly,
  LATENCY,
  PATH,
  POD,
  REGION,
  SPAN_REGION,
  shopFailed,
  spanFailed,
  spans,
  TOOK,
  which,
} from './fresh-terms.ts';
import { CRITICAL, clock, errors, FLEET_DB, MESSAGE, SHOP_STATUS, USER } from './later-terms.ts';
import { after, asks, type EvalQuestion } from './question.ts';

const own = asks('own');
const shop = asks('shop');
const fleet = asks('fleet');
const BEFORE_YESTERDAY = "between @'now' / 1d - 2d and @'now' / 1d - 1d";
const MEAN = statisticOf(LATENCY, (field) => `avg(${field})`);
const SPAN_MEAN = statisticOf('$m.duration', (field) => `avg(${field})`);
const SLOW_SEARCH = `${TOOK} > 500 && ${S} != 'payments'`;

const OWN_DIALOGUES: readonly EvalQuestion[] = [
  after(
    ['warnings of the last hour'],
    own(
      'easy',
      '',
      'how many per service?',
      `source logs last 1h | filter $m.severity == WARNING | groupby ${S} aggregate count() as n`,
    ),
  ),
  after(
    ['p95 duration of api-gateway today'],
    own(
      'easy',
      '',
      'and query-service?',
      ...spans(
        (kind) =>
          `source spans ${TODAY} | filter ${SVC} == 'query-service' && ${kind} | aggregate percentile(0.95, $m.duration) as p`,
      ),
    ),
  ),
  after(
    ['how many 503s on /api/query yesterday?'],
    own(
      'easy',
      '',
      'and so far today?',
      `source logs ${TODAY} | filter ${LOG_ROUTE} == '/api/query' && ${LOG_STATUS} == 503 | count`,
      ...spans(
        (kind) => `source spans ${TODAY} | filter ${ROUTE} == '/api/query' && ${OWN_STATUS} == 503 && ${kind} | count`,
      ),
    ),
  ),
  after(
    ['failed spans today by service', 'server spans only'],
    own(
      'hard',
      '',
      'I would rather have the failure rate',
      `source spans ${TODAY} | filter ${SERVER} | groupby ${SVC} aggregate count_if(${BAD_SPAN}) / count() as rate`,
    ),
  ),
  after(
    ['errors per hour today'],
    own(
      'medium',
      '',
      'only queue-worker and queue-service please',
      `source logs ${TODAY} | filter ${ERROR} && ${S}.in('queue-worker', 'queue-service') | ${hourly} aggregate count() as n`,
      `source logs ${TODAY} | filter ${ERROR} && ${S}.in('queue-worker', 'queue-service') | groupby roundTime($m.timestamp, 1h) as t, ${S} aggregate count() as n`,
    ),
  ),
  after(
    ['latest 20 errors', 'from query-service'],
    own(
      'easy',
      '',
      '5 are enough',
      `source logs | filter ${ERROR} && ${S} == 'query-service' | orderby $m.timestamp desc | limit 5`,
    ),
  ),
  after(
    ['telemetry-store spans over 1 second in the last 6 hours'],
    own(
      'medium',
      '',
      'which operations are those, and how often each?',
      `source spans last 6h | filter ${SVC} == 'telemetry-store' && $m.duration > 1000000 | groupby $l.operationName aggregate count() as n`,
    ),
  ),
  after(
    ['which service has the most errors this week?'],
    own(
      'medium',
      '',
      'and which one the fewest?',
      `source logs ${THIS_WEEK} | filter ${ERROR} | groupby ${S} aggregate count() as n | orderby n asc | limit 1`,
      `source logs ${THIS_WEEK} | filter ${ERROR} | groupby ${S} aggregate count() as n | orderby n asc`,
    ),
  ),
];

const SHOP_DIALOGUES: readonly EvalQuestion[] = [
  after(
    ['requests to /checkout today'],
    shop(
      'easy',
      '',
      'just the failed ones',
      ...shopFailed((bad) => `source logs ${TODAY} | filter ${PATH} == '/checkout' && ${bad}`),
    ),
  ),
  after(
    ['number of errors today', 'by path'],
    shop(
      'medium',
      '',
      'and by message too',
      `source logs ${TODAY} | filter ${ERROR} | groupby ${PATH}, $d.msg aggregate count() as n`,
    ),
  ),
  after(
    ['requests per path yesterday'],
    shop(
      'medium',
      '',
      'same for the day before',
      `source logs ${BEFORE_YESTERDAY} | groupby ${PATH} aggregate count() as n`,
    ),
  ),
  after(
    ['503s in the last 3 hours'],
    shop(
      'medium',
      '',
      'when was the first one?',
      `source logs last 3h | filter ${SHOP_STATUS} == 503 | orderby $m.timestamp | limit 1`,
      `source logs last 3h | filter ${SHOP_STATUS} == 503 | aggregate min($m.timestamp) as first`,
    ),
  ),
  after(
    ['average duration of /search this morning'],
    shop(
      'easy',
      '',
      'split that by service',
      ...['06:00', '00:00'].map(
        (from) =>
          `source logs ${clock(from, '12:00')} | filter ${PATH} == '/search' | groupby ${S} aggregate avg(${TOOK}) as m`,
      ),
    ),
  ),
  after(
    ['how many users had an error today?'],
    shop('medium', '', 'who are they?', ...which(`source logs ${TODAY} | filter ${ERROR}`, USER)),
  ),
  after(
    ['requests slower than 500 ms today', 'without payments'],
    shop(
      'hard',
      '',
      'what percentage of all requests is that?',
      `source logs ${TODAY} | filter ${S} != 'payments' | aggregate count_if(${TOOK} > 500) / count() as share`,
      `source logs ${TODAY} | aggregate count_if(${SLOW_SEARCH}) / count() as share`,
    ),
  ),
  after(
    ['top 5 users by number of requests this week'],
    shop(
      'medium',
      '',
      'ok, and the bottom 3?',
      `source logs ${THIS_WEEK} | filter ${USER} != null | groupby ${USER} aggregate count() as n | orderby n asc | limit 3`,
    ),
  ),
];

const FLEET_DIALOGUES: readonly EvalQuestion[] = [
  after(
    ['errors in shipping today'],
    fleet(
      'easy',
      '',
      'how often does each message come up?',
      ...errors(
        (bad) =>
          `source logs ${TODAY} | filter ${bad} && ${S} == 'shipping' | groupby ${MESSAGE} aggregate count() as n`,
      ),
    ),
  ),
  after(
    ['number of errors in mailer in the last hour', 'and in orders?'],
    fleet(
      'medium',
      '',
      'what about all services together?',
      ...errors((bad) => `source logs last 1h | filter ${bad} | count`),
    ),
  ),
  after(
    ['average latency of orders by region today'],
    fleet(
      'hard',
      '',
      'put yesterday next to it',
      ...periods(`source logs ${TWO_DAYS} | filter ${S} == 'orders'`, "@'now' / 1d", MEAN, REGION),
      ...periods(`source spans ${TWO_DAYS} | filter ${SVC} == 'orders'`, "@'now' / 1d", SPAN_MEAN, SPAN_REGION),
      ...periods(
        `source spans ${TWO_DAYS} | filter ${SVC} == 'orders' && ${SERVER}`,
        "@'now' / 1d",
        SPAN_MEAN,
        SPAN_REGION,
      ),
    ),
  ),
  after(
    ['slow query warnings this week by service'],
    fleet(
      'medium',
      '',
      'per day instead',
      `source logs ${THIS_WEEK} | filter ${MESSAGE} ~ 'slow query' | groupby roundTime($m.timestamp, 1d) as t aggregate count() as n`,
    ),
  ),
  after(
    ['critical logs in the last 24 hours'],
    fleet(
      'easy',
      '',
      'exclude payments and mailer',
      `source logs last 24h | filter ${CRITICAL} && ${S} != 'payments' && ${S} != 'mailer'`,
    ),
  ),
  after(
    ['postgresql queries longer than 300 ms today'],
    fleet('easy', '', 'redis instead', `source spans ${TODAY} | filter ${FLEET_DB} == 'redis' && $m.duration > 300000`),
  ),
  after(
    ['requests per version in the last 24 hours', 'only /v2/charge'],
    fleet(
      'hard',
      '',
      'how many of those failed?',
      ...fleetFailed(
        (bad) =>
          `source logs last 24h | filter ${HTTP_ROUTE} == '/v2/charge' && ${bad} | groupby $d.version aggregate count() as n`,
      ),
      ...fleetFailed((bad) => `source logs last 24h | filter ${HTTP_ROUTE} == '/v2/charge' && ${bad} | count`),
    ),
  ),
  after(
    ['errors by region since Wednesday', 'only us-east-1 and ap-south-1'],
    fleet(
      'hard',
      '',
      'all regions again, but by pod this time',
      ...errors((bad) => `source logs ${since('2026-11-18')} | filter ${bad} | groupby ${POD} aggregate count() as n`),
    ),
  ),
  after(
    ['how many failed requests to /v2/refund since Monday?'],
    fleet(
      'easy',
      '',
      'and /v2/charge?',
      ...fleetFailed((bad) => `source logs ${THIS_WEEK} | filter ${HTTP_ROUTE} == '/v2/charge' && ${bad} | count`),
      ...spanFailed((bad) => `source spans ${THIS_WEEK} | filter ${ROUTE} == '/v2/charge' && ${bad} | count`),
    ),
  ),
];

/** Dialogues of the same people, of two or three turns. */
export const FRESH_DIALOGUES: readonly EvalQuestion[] = [...OWN_DIALOGUES, ...SHOP_DIALOGUES, ...FLEET_DIALOGUES];
