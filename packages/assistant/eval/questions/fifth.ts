import { after, asks, declines, type EvalQuestion } from './question.ts';

const own = asks('own');
const shop = asks('shop');
const fleet = asks('fleet');
const S = '$l.subsystemname';
const ERROR = '$m.severity == ERROR';
const BAD = '($m.severity == ERROR || $m.severity == CRITICAL)';
const TODAY = "between @'now'/1d and @'now'";
const YESTERDAY = "between @'now'/1d - 1d and @'now'/1d";
const CODE = "$d.logRecord.attributes['error.code']";
const LOG_STATUS = "$d.logRecord.attributes['http.response.status_code']";

/** Asked once, and nothing was changed for it. */
export const FIFTH: readonly EvalQuestion[] = [
  own(
    'easy',
    'list',
    'query-service errors past 2 hours',
    `source logs last 2h | filter ${ERROR} && ${S} == 'query-service'`,
  ),
  own(
    'easy',
    'count',
    'how many warnings were there yesterday',
    `source logs ${YESTERDAY} | filter $m.severity == WARNING | count`,
  ),
  own('easy', 'count by', 'spans per service', 'source spans | groupby $l.serviceName aggregate count() as n'),
  own('easy', 'distinct', 'list services', `source logs | distinct ${S}`, 'source spans | distinct $l.serviceName'),
  own(
    'easy',
    'statistic',
    'median latency of query-service',
    "source spans | filter $l.serviceName == 'query-service' | aggregate percentile(0.5, $m.duration) as p",
  ),
  own(
    'medium',
    'list',
    'task failed logs but only from queue-worker or queue-service, today',
    `source logs ${TODAY} | filter $d.logRecord.body ~ 'task failed' && in(${S}, 'queue-worker', 'queue-service')`,
  ),
  own(
    'medium',
    'count',
    'how often was a query rejected in the last 24h',
    "source logs last 24h | filter $d.logRecord.body ~ 'query rejected' | count",
  ),
  own(
    'medium',
    'top',
    'top 5 operations by number of failed spans',
    "source spans | filter $m.statusCode == 'ERROR' | groupby $l.operationName aggregate count() as n | orderby n desc | limit 5",
  ),
  own(
    'medium',
    'having',
    'which operations have p99 over 290ms',
    'source spans | groupby $l.operationName aggregate percentile(0.99, $m.duration) as p | filter p > 290000',
  ),
  own(
    'medium',
    'list',
    'GET requests to /health with 504',
    `source logs | filter $d.logRecord.attributes['http.request.method'] == 'GET' && $d.logRecord.attributes['http.route'] == '/health' && ${LOG_STATUS} == 504`,
  ),
  own(
    'medium',
    'series',
    'warnings over time by service last 12 hours, hourly',
    `source logs last 12h | filter $m.severity == WARNING | groupby roundTime($m.timestamp, 1h) as b, ${S} aggregate count() as n`,
  ),
  own(
    'hard',
    'count by',
    'requests and errors per service last hour',
    `source logs last 1h | groupby ${S} aggregate count() as n, count_if(${ERROR}) as e`,
    "source spans last 1h | filter $m.kind == 'SERVER' | groupby $l.serviceName aggregate count() as n, count_if($m.statusCode == 'ERROR') as e",
    `source logs last 1h | filter ${LOG_STATUS} != null | groupby ${S} aggregate count() as n, count_if(${ERROR}) as e`,
  ),
  own(
    'hard',
    'having',
    'error codes seen in both queue-service and queue-worker',
    `source logs | groupby ${CODE} aggregate count_if(${S} == 'queue-service') as a, count_if(${S} == 'queue-worker') as b | filter a > 0 && b > 0`,
  ),
  declines('own')('refuse', 'can you write me a poem about logs'),
  shop('easy', 'list', '404 in the last hour', 'source logs last 1h | filter $d.status == 404'),
  shop(
    'easy',
    'count by',
    'warnings per user',
    'source logs | filter $m.severity == WARNING | groupby $d.user aggregate count() as n',
  ),
  shop('easy', 'statistic', 'max duration today', `source logs ${TODAY} | aggregate max($d.duration_ms) as m`),
  shop('easy', 'text', 'logs containing NullPointerException', "source logs | filter $d.msg ~ 'NullPointerException'"),
  shop(
    'medium',
    'list',
    'search page errors of user u-0002',
    `source logs | filter ${ERROR} && $d.path == '/search' && $d.user == 'u-0002'`,
  ),
  shop(
    'medium',
    'count',
    'how many requests faster than 20ms in storefront today',
    `source logs ${TODAY} | filter $d.duration_ms < 20 && ${S} == 'storefront' | count`,
  ),
  shop(
    'medium',
    'ratio',
    'success rate by page yesterday',
    `source logs ${YESTERDAY} | groupby $d.path aggregate count_if($d.status < 400) / count() as r`,
    `source logs ${YESTERDAY} | groupby $d.path aggregate count_if($d.status < 500) / count() as r`,
  ),
  shop(
    'medium',
    'top',
    'who got the most 404s this week',
    "source logs between @'2026-11-16' and @'now' | filter $d.status == 404 | groupby $d.user aggregate count() as n | orderby n desc | limit 1",
    "source logs between @'2026-11-16' and @'now' | filter $d.status == 404 && $d.user != null | groupby $d.user aggregate count() as n | orderby n desc | limit 1",
  ),
  shop(
    'medium',
    'compare',
    'today vs yesterday: number of requests',
    "source logs between @'now'/1d - 1d and @'now' | aggregate count_if($m.timestamp >= @'now'/1d) as a, count_if($m.timestamp < @'now'/1d) as b",
  ),
  after(
    ['p95 of checkout last 24 hours'],
    shop(
      'medium',
      '',
      'and cart?',
      "source logs last 24h | filter $d.path == '/cart' | aggregate percentile(0.95, $d.duration_ms) as p",
    ),
  ),
  shop(
    'hard',
    'when',
    'first and last 429 per user',
    'source logs | filter $d.status == 429 | groupby $d.user aggregate min($m.timestamp) as a, max($m.timestamp) as b',
  ),
  declines('shop')('clarify', 'orders by payment provider'),
  fleet(
    'easy',
    'list',
    'orders warnings today',
    `source logs ${TODAY} | filter $m.severity == WARNING && ${S} == 'orders'`,
  ),
  fleet(
    'easy',
    'count',
    'number of critical logs last 24 hours',
    'source logs last 24h | filter $m.severity == CRITICAL | count',
  ),
  fleet(
    'easy',
    'top',
    'slowest 5 spans of payments',
    "source spans | filter $l.serviceName == 'payments' | orderby $m.duration desc | limit 5",
  ),
  fleet(
    'easy',
    'count by',
    'errors by pod',
    `source logs | filter ${ERROR} | groupby $d.pod aggregate count() as n`,
    `source logs | filter ${BAD} | groupby $d.pod aggregate count() as n`,
  ),
  fleet(
    'medium',
    'list',
    'deadlocks in orders since 6am',
    `source logs between @'2026-11-20T06:00:00Z' and @'now' | filter $d.message ~ 'deadlock' && ${S} == 'orders'`,
  ),
  fleet(
    'medium',
    'statistic',
    'average response bytes by route for web-frontend',
    `source logs | filter ${S} == 'web-frontend' | groupby $d.http.route aggregate avg($d.response_bytes) as a`,
  ),
  fleet(
    'medium',
    'having',
    'users with at least 5 errors in payments',
    `source logs | filter ${ERROR} && ${S} == 'payments' | groupby $d.user_id aggregate count() as n | filter n >= 5`,
    `source logs | filter ${BAD} && ${S} == 'payments' | groupby $d.user_id aggregate count() as n | filter n >= 5`,
  ),
  fleet(
    'medium',
    'span',
    'client spans of shipping that failed yesterday',
    `source spans ${YESTERDAY} | filter $m.kind == 'CLIENT' && $l.serviceName == 'shipping' && $m.statusCode == 'ERROR'`,
  ),
  fleet(
    'medium',
    'count by',
    'what are the most common error messages in payments',
    `source logs | filter ${ERROR} && ${S} == 'payments' | groupby $d.message aggregate count() as n`,
    `source logs | filter ${BAD} && ${S} == 'payments' | groupby $d.message aggregate count() as n`,
  ),
  fleet(
    'medium',
    'list',
    'everything for user-131 except debug in the last 3 days',
    "source logs last 3d | filter $d.user_id == 'user-131' && $m.severity != DEBUG",
  ),
  fleet(
    'medium',
    'ratio',
    'share of 5xx by region',
    'source logs | groupby $d.region aggregate count_if($d.http.status_code >= 500) / count() as r',
    `source spans | filter $m.kind == 'SERVER' | groupby $d.tags.region aggregate count_if($d.tags['http.status_code']:number >= 500) / count() as r`,
  ),
  after(
    ['errors by service last 6 hours'],
    fleet(
      'medium',
      '',
      'in us-east-1 only',
      `source logs last 6h | filter ${ERROR} && $d.region == 'us-east-1' | groupby ${S} aggregate count() as n`,
    ),
  ),
  fleet(
    'hard',
    'compare',
    'which pods got slower latency in 1.8.0 than 1.7.3',
    "source logs | filter in($d.version, '1.8.0', '1.7.3') | groupby $d.pod, $d.version aggregate avg($d.latency_ms) as a",
  ),
  fleet(
    'hard',
    'top',
    'top 3 error messages for each service',
    `source logs | filter ${ERROR} | groupby ${S} as s, $d.message as m aggregate count() as n | dedupeby s keep 3 orderby n desc`,
    `source logs | filter ${BAD} | groupby ${S} as s, $d.message as m aggregate count() as n | dedupeby s keep 3 orderby n desc`,
  ),
];
