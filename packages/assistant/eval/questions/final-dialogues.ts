import {
  BAD_SPAN,
  COUNTED,
  ERROR,
  every,
  first,
  LOG_METHOD,
  LOG_STATUS,
  OWN_TRACE,
  partOfAll,
  periods,
  S,
  SVC,
  THIS_WEEK,
  TODAY,
  WARNING,
  YESTERDAY,
} from './final-terms.ts';
import { CRITICAL, errors, MESSAGE, OWN_DB, SHOP_STATUS, STATUS, sinceClock, USER } from './later-terms.ts';
import { after, asks, type EvalQuestion } from './question.ts';

const own = asks('own');
const shop = asks('shop');
const fleet = asks('fleet');
const LENGTHS = ['10s', '30s', '1m', '2m', '5m', '10m', '15m', '30m', '1h'] as const;
const SINCE_NOON = sinceClock('12:00');
const SECOND_SERVICE = `(| source logs ${SINCE_NOON} | filter ${ERROR} | groupby ${S} aggregate count() as n | orderby n desc | limit 2 | orderby n asc | limit 1 | choose subsystemname |)`;
const FAILED_YESTERDAY = `source logs ${YESTERDAY} | filter ${SHOP_STATUS} >= 400`;

const OWN_DIALOGUES: readonly EvalQuestion[] = [
  after(
    ['errors in validation-service today'],
    own(
      'easy',
      '',
      'how many is that?',
      `source logs ${TODAY} | filter ${ERROR} && ${S} == 'validation-service' | count`,
    ),
  ),
  after(
    ['average span duration by service in the last 3 hours'],
    own(
      'medium',
      '',
      'and the p99?',
      `source spans last 3h | groupby ${SVC} aggregate avg($m.duration) as mean, percentile(0.99, $m.duration) as p99`,
      `source spans last 3h | groupby ${SVC} aggregate percentile(0.99, $m.duration) as p99`,
    ),
  ),
  after(
    ['api-gateway warnings by route since yesterday', 'only POST'],
    own(
      'medium',
      '',
      'by status code instead',
      `source logs between @'now' / 1d - 1d and @'now' | filter ${WARNING} && ${S} == 'api-gateway' && ${LOG_METHOD} == 'POST' | groupby ${LOG_STATUS} aggregate count() as n`,
    ),
  ),
  after(
    ['p95 duration of clickhouse spans every 10 minutes in the last 2 hours', 'every 30 minutes please'],
    own(
      'medium',
      '',
      'same for sqlite',
      `source spans last 2h | filter ${OWN_DB} == 'sqlite' | groupby roundTime($m.timestamp, 30m) as t aggregate percentile(0.95, $m.duration) as p95`,
    ),
  ),
  after(
    ['queue-worker logs of the last hour', 'errors only'],
    own('medium', '', 'remove the queue-worker filter', `source logs last 1h | filter ${ERROR}`),
  ),
  after(
    [`spans of trace ${OWN_TRACE}`, 'only the failed ones'],
    own(
      'medium',
      '',
      'which services are those?',
      `source spans | filter $d.traceID == '${OWN_TRACE}' && ${BAD_SPAN} | distinct ${SVC}`,
    ),
  ),
  after(
    ['errors by service since 12:00'],
    own(
      'hard',
      '',
      'show me the logs behind the second one',
      `source logs ${SINCE_NOON} | filter ${ERROR} && ${S}.inArray(${SECOND_SERVICE})`,
    ),
  ),
  after(
    ['warnings in storage-service yesterday', 'by message', 'in telemetry-store too'],
    own(
      'hard',
      '',
      'and what about today?',
      `source logs ${TODAY} | filter ${WARNING} && in(${S}, 'storage-service', 'telemetry-store') | groupby $d.logRecord.body aggregate count() as n`,
      `source logs ${TODAY} | filter ${WARNING} && in(${S}, 'storage-service', 'telemetry-store') | groupby $d.logRecord.body, ${S} aggregate count() as n`,
    ),
  ),
];

const SHOP_DIALOGUES: readonly EvalQuestion[] = [
  after(
    ['5xx by path today'],
    shop(
      'easy',
      '',
      'and yesterday?',
      `source logs ${YESTERDAY} | filter ${SHOP_STATUS} >= 500 | groupby $d.path aggregate count() as n`,
    ),
  ),
  after(
    ['top 5 users by failed requests yesterday'],
    shop(
      'medium',
      '',
      'just the top 2',
      `${FAILED_YESTERDAY} && ${USER} != null | groupby ${USER} aggregate count() as n | orderby n desc | limit 2`,
    ),
  ),
  after(
    ['average duration by path today', 'without /checkout'],
    shop(
      'medium',
      '',
      'now the maximum instead of the average',
      `source logs ${TODAY} | filter $d.path != '/checkout' | groupby $d.path aggregate max($d.duration_ms) as worst`,
    ),
  ),
  after(
    ['404s in the last 24 hours', 'how many are there?'],
    shop(
      'medium',
      '',
      'plot that per hour',
      `source logs last 24h | filter ${SHOP_STATUS} == 404 | groupby roundTime($m.timestamp, 1h) as t aggregate count() as n`,
    ),
  ),
  after(
    ['errors per service this week'],
    shop(
      'hard',
      '',
      'as percentages',
      partOfAll(`source logs ${THIS_WEEK} | filter ${ERROR}`, S, 'subsystemname'),
      `source logs ${THIS_WEEK} | groupby ${S} aggregate count_if(${ERROR}) / count() as rate`,
    ),
  ),
  after(
    ['requests of u-0009 since yesterday', 'slower than 200 ms'],
    shop(
      'medium',
      '',
      'same for u-0021',
      `source logs between @'now' / 1d - 1d and @'now' | filter ${USER} == 'u-0021' && $d.duration_ms > 200`,
    ),
  ),
  after(
    ['503s today', 'which users were hit?'],
    shop(
      'medium',
      '',
      'back to the lines, but only /cart',
      `source logs ${TODAY} | filter ${SHOP_STATUS} == 503 && $d.path == '/cart'`,
    ),
  ),
  after(
    ['errors on /search today'],
    shop(
      'medium',
      '',
      'compare that with yesterday',
      ...periods(
        `source logs between @'now' / 1d - 1d and @'now' | filter ${ERROR} && $d.path == '/search'`,
        "@'now' / 1d",
        COUNTED,
      ),
      ...periods(
        `source logs between @'now' / 1d - 1d and @'now' | filter ${ERROR} && $d.path == '/search' && ($m.timestamp < @'now' - 1d || $m.timestamp >= @'now' / 1d)`,
        "@'now' / 1d",
        COUNTED,
      ),
    ),
  ),
];

const FLEET_DIALOGUES: readonly EvalQuestion[] = [
  after(
    ['error logs in payments in the last 3 hours', 'by region'],
    fleet(
      'medium',
      '',
      'and by pod too',
      ...errors(
        (holds) =>
          `source logs last 3h | filter ${holds} && ${S} == 'payments' | groupby $d.region, $d.pod aggregate count() as n`,
      ),
    ),
  ),
  after(
    ['failed spans by service today'],
    fleet(
      'easy',
      '',
      'forget that. how many warnings did accounts log yesterday?',
      `source logs ${YESTERDAY} | filter ${WARNING} && ${S} == 'accounts' | count`,
    ),
  ),
  after(
    ['errors in payments since yesterday', 'critical ones'],
    fleet(
      'medium',
      '',
      'not from us-east-1',
      `source logs between @'now' / 1d - 1d and @'now' | filter ${CRITICAL} && ${S} == 'payments' && $d.region != 'us-east-1'`,
    ),
  ),
  after(
    ['median latency_ms of shipping by region'],
    fleet(
      'easy',
      '',
      'max rather than median',
      `source logs | filter ${S} == 'shipping' | groupby $d.region aggregate max($d.latency_ms) as worst`,
    ),
  ),
  after(
    ['"circuit breaker opened" logs of the last 2 days by service', 'no wait, the last 6 hours'],
    fleet(
      'medium',
      '',
      'as a timeline',
      ...every(
        LENGTHS,
        (length) =>
          `source logs last 6h | filter ${MESSAGE} ~ 'circuit breaker opened' | groupby roundTime($m.timestamp, ${length}) as t, ${S} aggregate count() as n`,
      ),
      ...every(
        LENGTHS,
        (length) =>
          `source logs last 6h | filter ${MESSAGE} ~ 'circuit breaker opened' | groupby roundTime($m.timestamp, ${length}) as t aggregate count() as n`,
      ),
    ),
  ),
  after(
    ['number of logs per pod in mailer', 'just errors'],
    fleet(
      'medium',
      '',
      'which one had the most?',
      ...errors((holds) => holds).flatMap((holds) =>
        first(
          `source logs | filter ${holds} && ${S} == 'mailer' | groupby $d.pod aggregate count() as n | orderby n desc`,
        ),
      ),
    ),
  ),
  after(
    ['how many 429 responses in the last 2 days', 'by region', 'only POST requests'],
    fleet(
      'hard',
      '',
      'drop the region split and show me the lines',
      `source logs last 2d | filter ${STATUS} == 429 && $d.http.method == 'POST'`,
    ),
  ),
  after(
    ['slowest 10 spans of orders today', 'only server spans'],
    fleet(
      'medium',
      '',
      'the 3 fastest instead',
      `source spans ${TODAY} | filter ${SVC} == 'orders' && $m.kind == 'SERVER' | orderby $m.duration asc | limit 3`,
    ),
  ),
];

/** Each one is the last turn of a dialogue of two to four. */
export const FINAL_DIALOGUES: readonly EvalQuestion[] = [...OWN_DIALOGUES, ...SHOP_DIALOGUES, ...FLEET_DIALOGUES];
