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

/** Written after the first set had been worked on. */
export const SECOND: readonly EvalQuestion[] = [
  own(
    'easy',
    'list',
    'gimme the last 10 errors of queue-service',
    `source logs | filter ${ERROR} && ${S} == 'queue-service' | orderby $m.timestamp desc | limit 10`,
  ),
  own('easy', 'count', 'number of spans in the last 15 mins', 'source spans last 15m | count'),
  own(
    'medium',
    'count by',
    'whats logging the most warnings',
    `source logs | filter $m.severity == WARNING | groupby ${S} aggregate count() as n | orderby n desc | limit 1`,
    `source logs | filter $m.severity == WARNING | groupby ${S} aggregate count() as n | orderby n desc`,
    'source logs | filter $m.severity == WARNING | groupby $d.logRecord.body aggregate count() as n | orderby n desc',
    'source logs | filter $m.severity == WARNING | groupby $d.logRecord.body aggregate count() as n | orderby n desc | limit 1',
  ),
  own(
    'medium',
    'list',
    'database locked errors since 10am',
    `source logs between @'2026-11-20T10:00:00Z' and @'now' | filter $d.logRecord.attributes['error.code'] == 'DB_LOCKED'`,
    `source logs between @'2026-11-20T10:00:00Z' and @'now' | filter $d.logRecord.body ~ 'database is locked' && ${ERROR}`,
  ),
  own(
    'medium',
    'list',
    'DB_LOCKED in storage service last 6h',
    `source logs last 6h | filter $d.logRecord.attributes['error.code'] == 'DB_LOCKED' && ${S} == 'storage-service'`,
  ),
  own(
    'medium',
    'statistic',
    'how slow is POST /api/generate-query on average',
    "source spans | filter $l.operationName == 'POST /api/generate-query' | aggregate avg($m.duration) as a",
    `source spans | filter $d.tags['http.request.method'] == 'POST' && ${ROUTE} == '/api/generate-query' | aggregate avg($m.duration) as a`,
  ),
  own(
    'medium',
    'statistic',
    'p50 p90 p99 of sqlite spans',
    "source spans | filter $d.tags['db.system.name'] == 'sqlite' | aggregate percentile(0.5, $m.duration) as a, percentile(0.9, $m.duration) as b, percentile(0.99, $m.duration) as c",
  ),
  own(
    'medium',
    'span',
    'server spans of api-gateway with 503 today',
    `source spans ${TODAY} | filter $m.kind == 'SERVER' && $l.serviceName == 'api-gateway' && $d.tags['http.response.status_code']:number == 503`,
  ),
  own(
    'medium',
    'series',
    'trend of 5xx per hour today',
    `source logs ${TODAY} | filter $d.logRecord.attributes['http.response.status_code'] >= 500 | groupby roundTime($m.timestamp, 1h) as b aggregate count() as n`,
    `source spans ${TODAY} | filter $d.tags['http.response.status_code']:number >= 500 | groupby roundTime($m.timestamp, 1h) as b aggregate count() as n`,
  ),
  own(
    'medium',
    'trace',
    'longest span in trace 4bf92f3577b34da6a3ce929d0e0e4736',
    "source spans | filter $d.traceID == '4bf92f3577b34da6a3ce929d0e0e4736' | orderby $m.duration desc | limit 1",
    "source spans | filter $d.traceID == '4bf92f3577b34da6a3ce929d0e0e4736' | aggregate max($m.duration) as m",
  ),
  own(
    'hard',
    'compare',
    'did validation-service log more errors in the last hour than in the hour before',
    `source logs last 2h | filter ${ERROR} && ${S} == 'validation-service' | aggregate count_if($m.timestamp >= @'now' - 1h) as a, count_if($m.timestamp < @'now' - 1h) as b`,
  ),
  own(
    'hard',
    'having',
    'minutes in the last hour with more than 1 error',
    `source logs last 1h | filter ${ERROR} | groupby roundTime($m.timestamp, 1m) as b aggregate count() as n | filter n > 1`,
  ),
  own(
    'hard',
    'histogram',
    'histogram of span durations in 100ms steps for query-service',
    "source spans | filter $l.serviceName == 'query-service' | groupby floor($m.duration / 100000) * 100000 as s aggregate count() as n",
  ),
  declines('own')('refuse', 'shut down telemetry-store now'),
  shop('easy', 'count', 'how many 500 yesterday', `source logs ${YESTERDAY} | filter $d.status == 500 | count`),
  shop('easy', 'text', 'cache miss', "source logs | filter $d.msg ~ 'cache miss'"),
  shop(
    'medium',
    'list',
    'failed logins of u-0012',
    "source logs | filter $d.path == '/login' && $d.status >= 400 && $d.user == 'u-0012'",
    "source logs | filter $d.path == '/login' && $d.status >= 500 && $d.user == 'u-0012'",
    `source logs | filter $d.path == '/login' && ${ERROR} && $d.user == 'u-0012'`,
  ),
  shop(
    'medium',
    'top',
    'which 3 users see most 503',
    'source logs | filter $d.status == 503 | groupby $d.user aggregate count() as n | orderby n desc | limit 3',
    'source logs | filter $d.status == 503 && $d.user != null | groupby $d.user aggregate count() as n | orderby n desc | limit 3',
  ),
  shop(
    'medium',
    'statistic',
    'is cart slower than search? (p95)',
    "source logs | filter in($d.path, '/cart', '/search') | groupby $d.path aggregate percentile(0.95, $d.duration_ms) as p",
  ),
  shop(
    'medium',
    'ratio',
    'how many percent of checkout requests fail',
    "source logs | filter $d.path == '/checkout' | aggregate count_if($d.status >= 400) / count() as r",
    "source logs | filter $d.path == '/checkout' | aggregate count_if($d.status >= 500) / count() as r",
  ),
  shop(
    'medium',
    'count by',
    'logs by level, payments only',
    `source logs | filter ${S} == 'payments' | groupby $m.severity aggregate count() as n`,
    "source logs | filter $d.service == 'payments' | groupby $d.level aggregate count() as n",
  ),
  shop(
    'medium',
    'list',
    'requests without user id on checkout page',
    "source logs | filter $d.user == null && $d.path == '/checkout'",
  ),
  shop(
    'medium',
    'when',
    'last time we saw a NullPointerException?',
    "source logs | filter $d.msg ~ 'NullPointerException' | aggregate max($m.timestamp) as t",
    "source logs | filter $d.msg ~ 'NullPointerException' | orderby $m.timestamp desc | limit 1",
  ),
  shop(
    'medium',
    'list',
    'slow search requests (>1s) last 12 hours',
    "source logs last 12h | filter $d.path == '/search' && $d.duration_ms > 1000",
  ),
  shop(
    'hard',
    'count by',
    'warnings and errors per path in two columns',
    `source logs | groupby $d.path aggregate count_if($m.severity == WARNING) as a, count_if(${ERROR}) as b`,
  ),
  shop(
    'hard',
    'ratio',
    'what fraction of 500s comes from cart',
    "source logs | filter $d.status == 500 | aggregate count_if($d.path == '/cart') / count() as r",
  ),
  after(
    ['top 5 users by errors'],
    shop(
      'medium',
      '',
      'same for warnings',
      'source logs | filter $m.severity == WARNING | groupby $d.user aggregate count() as n | orderby n desc | limit 5',
    ),
  ),
  after(
    ['errors in the last 2 hours', 'by path'],
    shop(
      'medium',
      '',
      'only storefront',
      `source logs last 2h | filter ${ERROR} && ${S} == 'storefront' | groupby $d.path aggregate count() as n`,
    ),
  ),
  declines('shop')('clarify', 'average basket size per customer'),
  fleet(
    'easy',
    'top',
    'top services by error count',
    `source logs | filter ${ERROR} | groupby ${S} aggregate count() as n | orderby n desc | limit 10`,
    `source logs | filter ${BAD} | groupby ${S} aggregate count() as n | orderby n desc`,
  ),
  fleet(
    'easy',
    'list',
    'debug logs of accounts last 10 minutes',
    `source logs last 10m | filter $m.severity == DEBUG && ${S} == 'accounts'`,
  ),
  fleet(
    'medium',
    'list',
    'payments: card processor unavailable, last 3h, frankfurt',
    `source logs last 3h | filter ${S} == 'payments' && $d.message ~ 'card processor unavailable' && $d.region == 'eu-central-1'`,
  ),
  fleet(
    'medium',
    'compare',
    'avg latency 1.8.0 vs 1.7.3',
    "source logs | filter in($d.version, '1.8.0', '1.7.3') | groupby $d.version aggregate avg($d.latency_ms) as a",
  ),
  fleet(
    'medium',
    'distinct',
    'how many users were affected by errors in payments today',
    `source logs ${TODAY} | filter ${ERROR} && ${S} == 'payments' | aggregate distinct_count($d.user_id) as n`,
    `source logs ${TODAY} | filter ${BAD} && ${S} == 'payments' | aggregate distinct_count($d.user_id) as n`,
  ),
  fleet(
    'medium',
    'count',
    'orders created yesterday',
    `source logs ${YESTERDAY} | filter $d.message ~ 'order created' | count`,
    `source logs ${YESTERDAY} | filter $d.message ~ 'order created'`,
  ),
  fleet(
    'medium',
    'series',
    'redis query duration p95 every 30 minutes since 8am',
    "source spans between @'2026-11-20T08:00:00Z' and @'now' | filter $d.tags['db.system'] == 'redis' | groupby roundTime($m.timestamp, 30m) as b aggregate percentile(0.95, $m.duration) as p",
    "source spans between @'2026-11-20T08:00:00Z' and @'now' | filter $l.operationName == 'redis query' | groupby roundTime($m.timestamp, 30m) as b aggregate percentile(0.95, $m.duration) as p",
  ),
  fleet(
    'medium',
    'having',
    'pods with over 30 errors',
    `source logs | filter ${ERROR} | groupby $d.pod aggregate count() as n | filter n > 30`,
    `source logs | filter ${BAD} | groupby $d.pod aggregate count() as n | filter n > 30`,
  ),
  fleet(
    'hard',
    'compare',
    'errors per region this week versus last week',
    `source logs between @'2026-11-09' and @'now' | filter ${ERROR} | groupby $d.region aggregate count_if($m.timestamp >= @'2026-11-16') as a, count_if($m.timestamp < @'2026-11-16') as b`,
  ),
  fleet(
    'hard',
    'having',
    'which users have 5xx but no 4xx in the last 3 hours',
    'source logs last 3h | groupby $d.user_id aggregate count_if($d.http.status_code >= 500) as a, count_if($d.http.status_code >= 400 && $d.http.status_code < 500) as b | filter a > 0 && b == 0',
  ),
  fleet(
    'hard',
    'top',
    'top 2 slowest routes in each region',
    `source spans | filter ${ROUTE} != null | groupby $d.tags.region as region, ${ROUTE} as route aggregate avg($m.duration) as a | dedupeby region keep 2 orderby a desc`,
    `source logs | groupby $d.region as region, $d.http.route as route aggregate avg($d.latency_ms) as a | dedupeby region keep 2 orderby a desc`,
  ),
];
