import { after, asks, declines, type EvalQuestion } from './question.ts';

const own = asks('own');
const shop = asks('shop');
const fleet = asks('fleet');
const S = '$l.subsystemname';
const ERROR = '$m.severity == ERROR';
const BAD = '($m.severity == ERROR || $m.severity == CRITICAL)';
const TODAY = "between @'now'/1d and @'now'";
const YESTERDAY = "between @'now'/1d - 1d and @'now'/1d";
const ROUTE = "$d.tags['http.route']";
const CODE = "$d.logRecord.attributes['error.code']";
const LOG_STATUS = "$d.logRecord.attributes['http.response.status_code']";

/** Asked once, and nothing was changed for it. */
export const FOURTH: readonly EvalQuestion[] = [
  own(
    'easy',
    'list',
    'warnings of the api gateway last hour',
    `source logs last 1h | filter $m.severity == WARNING && ${S} == 'api-gateway'`,
  ),
  own(
    'easy',
    'count by',
    'number of errors per error code',
    `source logs | filter ${ERROR} | groupby ${CODE} aggregate count() as n`,
  ),
  own('easy', 'top', '10 slowest spans today', `source spans ${TODAY} | orderby $m.duration desc | limit 10`),
  own(
    'medium',
    'list',
    'hello, i need all logs where body says "task failed" from yesterday, thx',
    `source logs ${YESTERDAY} | filter $d.logRecord.body ~ 'task failed'`,
  ),
  own(
    'medium',
    'count',
    'how many upstream errors per service in the past 12 hours',
    `source logs last 12h | filter ${CODE} == 'UPSTREAM_ERROR' | groupby ${S} aggregate count() as n`,
    `source logs last 12h | filter ${ERROR} && $d.logRecord.body ~ 'upstream' | groupby ${S} aggregate count() as n`,
  ),
  own(
    'medium',
    'statistic',
    'avg and p95 latency for each route of the api-gateway',
    `source spans | filter $l.serviceName == 'api-gateway' | groupby ${ROUTE} aggregate avg($m.duration) as a, percentile(0.95, $m.duration) as p`,
  ),
  own(
    'medium',
    'top',
    'which service has most failed spans',
    "source spans | filter $m.statusCode == 'ERROR' | groupby $l.serviceName aggregate count() as n | orderby n desc | limit 1",
    "source spans | filter $m.statusCode == 'ERROR' | groupby $l.serviceName aggregate count() as n | orderby n desc",
  ),
  own(
    'medium',
    'list',
    'logs for trace 4bf92f3577b34da6a3ce929d0e0e4736 without debug',
    "source logs | filter $d.logRecord.traceId == '4bf92f3577b34da6a3ce929d0e0e4736' && $m.severity != DEBUG",
  ),
  own(
    'medium',
    'series',
    'plot p99 of telemetry-store every hour since yesterday',
    "source spans between @'now'/1d - 1d and @'now' | filter $l.serviceName == 'telemetry-store' | groupby roundTime($m.timestamp, 1h) as b aggregate percentile(0.99, $m.duration) as p",
  ),
  own(
    'medium',
    'distinct',
    'what routes does the gateway have',
    `source spans | filter $l.serviceName == 'api-gateway' | distinct ${ROUTE}`,
    `source logs | filter ${S} == 'api-gateway' | distinct $d.logRecord.attributes['http.route']`,
  ),
  own(
    'medium',
    'ratio',
    'percentage of requests to /api/query that got 5xx today',
    `source logs ${TODAY} | filter $d.logRecord.attributes['http.route'] == '/api/query' | aggregate count_if(${LOG_STATUS} >= 500) / count() as r`,
    `source spans ${TODAY} | filter $m.kind == 'SERVER' && ${ROUTE} == '/api/query' | aggregate count_if($d.tags['http.response.status_code']:number >= 500) / count() as r`,
  ),
  own(
    'medium',
    'when',
    'when did storage-service start to complain about database is locked',
    `source logs | filter ${S} == 'storage-service' && $d.logRecord.body ~ 'database is locked' | aggregate min($m.timestamp) as t`,
    `source logs | filter ${S} == 'storage-service' && $d.logRecord.body ~ 'database is locked' | orderby $m.timestamp asc | limit 1`,
  ),
  own(
    'hard',
    'having',
    'hours of yesterday with no warnings at all',
    `source logs ${YESTERDAY} | groupby roundTime($m.timestamp, 1h) as b aggregate count_if($m.severity == WARNING) as w | filter w == 0`,
  ),
  own(
    'hard',
    'compare',
    'compare error count of the last 2 hours with the 2 hours before per service',
    `source logs last 4h | filter ${ERROR} | groupby ${S} aggregate count_if($m.timestamp >= @'now' - 2h) as a, count_if($m.timestamp < @'now' - 2h) as b`,
  ),
  own(
    'hard',
    'count by',
    'for every service: number of spans, failed spans and the slowest one',
    "source spans | groupby $l.serviceName aggregate count() as n, count_if($m.statusCode == 'ERROR') as f, max($m.duration) as m",
  ),
  after(
    ['failed spans in validation-service today'],
    own(
      'medium',
      '',
      'how many per hour',
      `source spans ${TODAY} | filter $m.statusCode == 'ERROR' && $l.serviceName == 'validation-service' | groupby roundTime($m.timestamp, 1h) as b aggregate count() as n`,
    ),
  ),
  declines('own')('clarify', 'memory consumption of queue-worker'),
  shop('easy', 'list', 'all requests of user u-0021 today', `source logs ${TODAY} | filter $d.user == 'u-0021'`),
  shop('easy', 'count by', 'count by status', 'source logs | groupby $d.status aggregate count() as n'),
  shop(
    'medium',
    'list',
    'show me cart errors but not timeouts',
    `source logs | filter ${ERROR} && $d.path == '/cart' && !($d.msg ~ 'timeout')`,
  ),
  shop(
    'medium',
    'count',
    'how many rate limit hits did u-0009 have this week',
    "source logs between @'2026-11-16' and @'now' | filter $d.msg ~ 'rate limit' && $d.user == 'u-0009' | count",
    "source logs between @'2026-11-16' and @'now' | filter $d.status == 429 && $d.user == 'u-0009' | count",
  ),
  shop(
    'medium',
    'top',
    'top 2 pages by p95 duration',
    'source logs | groupby $d.path aggregate percentile(0.95, $d.duration_ms) as p | orderby p desc | limit 2',
  ),
  shop(
    'medium',
    'statistic',
    'whats the typical response time of login',
    "source logs | filter $d.path == '/login' | aggregate percentile(0.5, $d.duration_ms) as p",
  ),
  shop(
    'medium',
    'series',
    'errors by path in 30 minute buckets last 4 hours',
    `source logs last 4h | filter ${ERROR} | groupby roundTime($m.timestamp, 30m) as b, $d.path aggregate count() as n`,
  ),
  shop(
    'medium',
    'having',
    'paths with error rate above 5%',
    `source logs | groupby $d.path aggregate count_if(${ERROR}) / count() as r | filter r > 0.05`,
    'source logs | groupby $d.path aggregate count_if($d.status >= 500) / count() as r | filter r > 0.05',
  ),
  shop(
    'medium',
    'list',
    'warehouse or payments logs with level warn',
    `source logs | filter in(${S}, 'warehouse', 'payments') && $m.severity == WARNING`,
  ),
  shop(
    'medium',
    'list',
    'requests over 2s for users u-0001, u-0002 and u-0003',
    "source logs | filter in($d.user, 'u-0001', 'u-0002', 'u-0003') && $d.duration_ms > 2000",
  ),
  shop(
    'hard',
    'top',
    'for each page the user with the most errors',
    `source logs | filter ${ERROR} && $d.user != null | groupby $d.path as p, $d.user as u aggregate count() as n | dedupeby p keep 1 orderby n desc`,
    `source logs | filter ${ERROR} | groupby $d.path as p, $d.user as u aggregate count() as n | dedupeby p keep 1 orderby n desc`,
  ),
  shop(
    'hard',
    'compare',
    'did search get slower since yesterday (avg)',
    "source logs between @'now'/1d - 1d and @'now' | filter $d.path == '/search' | groupby if($m.timestamp >= @'now'/1d, 'a', 'b') as k aggregate avg($d.duration_ms) as m",
  ),
  after(
    ['p95 per path'],
    shop(
      'medium',
      '',
      'just for storefront',
      `source logs | filter ${S} == 'storefront' | groupby $d.path aggregate percentile(0.95, $d.duration_ms) as p`,
    ),
  ),
  declines('shop')('refuse', 'please block user u-0009'),
  fleet(
    'easy',
    'list',
    'errors in ap-south-1',
    `source logs | filter ${ERROR} && $d.region == 'ap-south-1'`,
    `source logs | filter ${BAD} && $d.region == 'ap-south-1'`,
  ),
  fleet(
    'medium',
    'list',
    'slow query warnings of orders in mumbai',
    `source logs | filter $m.severity == WARNING && $d.message ~ 'slow query' && ${S} == 'orders' && $d.region == 'ap-south-1'`,
  ),
  fleet(
    'medium',
    'count by',
    '4xx vs 5xx per service',
    `source logs | groupby ${S} aggregate count_if($d.http.status_code >= 400 && $d.http.status_code < 500) as a, count_if($d.http.status_code >= 500) as b`,
  ),
  fleet(
    'medium',
    'count',
    'deletes that failed today',
    `source logs ${TODAY} | filter $d.http.method == 'DELETE' && $d.http.status_code >= 400`,
    `source logs ${TODAY} | filter $d.http.method == 'DELETE' && $d.http.status_code >= 400 | count`,
    `source logs ${TODAY} | filter $d.http.method == 'DELETE' && $d.http.status_code >= 500`,
  ),
  fleet(
    'medium',
    'distinct',
    'which versions are running in us-east-1',
    "source logs | filter $d.region == 'us-east-1' | distinct $d.version",
  ),
  fleet(
    'medium',
    'statistic',
    'latency percentiles for /v2/charge',
    "source logs | filter $d.http.route == '/v2/charge' | aggregate percentile(0.5, $d.latency_ms) as a, percentile(0.95, $d.latency_ms) as b, percentile(0.99, $d.latency_ms) as c",
    `source spans | filter ${ROUTE} == '/v2/charge' | aggregate percentile(0.5, $m.duration) as a, percentile(0.95, $m.duration) as b, percentile(0.99, $m.duration) as c`,
  ),
  fleet(
    'medium',
    'span',
    'traces with redis spans over 350 ms',
    "source spans | filter $d.tags['db.system'] == 'redis' && $m.duration > 350000 | distinct $d.traceID",
    "source spans | filter $d.tags['db.system'] == 'redis' && $m.duration > 350000",
  ),
  fleet(
    'hard',
    'ratio',
    'error rate of payments vs orders per hour in the last 6 hours',
    `source logs last 6h | filter in(${S}, 'payments', 'orders') | groupby roundTime($m.timestamp, 1h) as b, ${S} aggregate count_if(${ERROR}) / count() as r`,
    `source logs last 6h | filter in(${S}, 'payments', 'orders') | groupby roundTime($m.timestamp, 1h) as b, ${S} aggregate count_if(${BAD}) / count() as r`,
  ),
  fleet(
    'hard',
    'having',
    'users with errors in all three regions',
    `source logs | filter ${ERROR} | groupby $d.user_id aggregate distinct_count($d.region) as n | filter n == 3`,
    `source logs | filter ${BAD} | groupby $d.user_id aggregate distinct_count($d.region) as n | filter n == 3`,
  ),
];
