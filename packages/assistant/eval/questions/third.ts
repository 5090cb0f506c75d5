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
const LOG_ROUTE = "$d.logRecord.attributes['http.route']";

/** Written after the second set had been worked on. */
export const THIRD: readonly EvalQuestion[] = [
  own(
    'easy',
    'list',
    'pls show all error logs of queue-worker in last 24hrs',
    `source logs last 24h | filter ${ERROR} && ${S} == 'queue-worker'`,
  ),
  own(
    'easy',
    'count by',
    'how many logs each service writes per hour',
    `source logs | groupby roundTime($m.timestamp, 1h) as b, ${S} aggregate count() as n`,
  ),
  own(
    'medium',
    'list',
    '[FIRING] HighErrorRate validation-service: upstream timeout',
    `source logs | filter ${S} == 'validation-service' && $d.logRecord.body ~ 'upstream timeout'`,
  ),
  own(
    'medium',
    'count by',
    'what error codes did storage-service produce and how many of each',
    `source logs | filter ${S} == 'storage-service' && ${CODE} != null | groupby ${CODE} aggregate count() as n`,
    `source logs | filter ${S} == 'storage-service' | groupby ${CODE} aggregate count() as n`,
  ),
  own(
    'medium',
    'top',
    'five slowest server spans on /api/feedback yesterday',
    `source spans ${YESTERDAY} | filter $m.kind == 'SERVER' && ${ROUTE} == '/api/feedback' | orderby $m.duration desc | limit 5`,
  ),
  own(
    'medium',
    'list',
    'health check requests that did not return 200',
    `source logs | filter ${LOG_ROUTE} == '/health' && ${LOG_STATUS} != 200`,
    `source spans | filter $m.kind == 'SERVER' && ${ROUTE} == '/health' && $d.tags['http.response.status_code']:number != 200`,
  ),
  own(
    'medium',
    'count',
    'count breaker closed messages by service today',
    `source logs ${TODAY} | filter $d.logRecord.body ~ 'breaker closed' | groupby ${S} aggregate count() as n`,
  ),
  own(
    'medium',
    'statistic',
    'max latency of each operation in query-service',
    "source spans | filter $l.serviceName == 'query-service' | groupby $l.operationName aggregate max($m.duration) as m",
  ),
  own(
    'medium',
    'ratio',
    'failure rate of clickhouse calls',
    "source spans | filter $d.tags['db.system.name'] == 'clickhouse' | aggregate count_if($m.statusCode == 'ERROR') / count() as r",
  ),
  own(
    'medium',
    'when',
    'since when are we seeing DB_LOCKED',
    `source logs | filter ${CODE} == 'DB_LOCKED' | aggregate min($m.timestamp) as t`,
    `source logs | filter ${CODE} == 'DB_LOCKED' | orderby $m.timestamp asc | limit 1`,
  ),
  own(
    'hard',
    'compare',
    'is p95 of query-service higher today than yesterday',
    "source spans between @'now'/1d - 1d and @'now' | filter $l.serviceName == 'query-service' | groupby if($m.timestamp >= @'now'/1d, 'a', 'b') as k aggregate percentile(0.95, $m.duration) as p",
  ),
  own(
    'hard',
    'having',
    'services whose average span is over 200 ms',
    'source spans | groupby $l.serviceName aggregate avg($m.duration) as a | filter a > 200000',
  ),
  own(
    'hard',
    'top',
    'which error code is most frequent in each service',
    `source logs | filter ${CODE} != null | groupby ${S} as s, ${CODE} as c aggregate count() as n | dedupeby s keep 1 orderby n desc`,
    `source logs | groupby ${S} as s, ${CODE} as c aggregate count() as n | filter c != null | dedupeby s keep 1 orderby n desc`,
  ),
  after(
    ['slowest operations'],
    own(
      'medium',
      '',
      'by p99 instead',
      'source spans | groupby $l.operationName aggregate percentile(0.99, $m.duration) as p',
    ),
  ),
  declines('own')('refuse', 'send me an email when telemetry-store is down'),
  shop('easy', 'list', 'errors on /cart in last 30m', `source logs last 30m | filter ${ERROR} && $d.path == '/cart'`),
  shop('easy', 'count by', 'request count per user', 'source logs | groupby $d.user aggregate count() as n'),
  shop(
    'medium',
    'list',
    'anything from u-0003 or u-0004 with status 429',
    "source logs | filter in($d.user, 'u-0003', 'u-0004') && $d.status == 429",
  ),
  shop(
    'medium',
    'count',
    'how many searches took more than 2 seconds today',
    `source logs ${TODAY} | filter $d.path == '/search' && $d.duration_ms > 2000 | count`,
  ),
  shop(
    'medium',
    'series',
    'graph avg duration of checkout per 6 hours',
    "source logs | filter $d.path == '/checkout' | groupby roundTime($m.timestamp, 6h) as b aggregate avg($d.duration_ms) as a",
  ),
  shop(
    'medium',
    'statistic',
    '99 percentile of duration for payments last 3 days',
    `source logs last 3d | filter ${S} == 'payments' | aggregate percentile(0.99, $d.duration_ms) as p`,
  ),
  shop(
    'medium',
    'ratio',
    'availability of the search page this week',
    "source logs between @'2026-11-16' and @'now' | filter $d.path == '/search' | aggregate count_if($d.status < 400) / count() as r",
    "source logs between @'2026-11-16' and @'now' | filter $d.path == '/search' | aggregate count_if($d.status < 500) / count() as r",
  ),
  shop(
    'medium',
    'distinct',
    'which pages returned 404 on wednesday',
    "source logs between @'2026-11-18' and @'2026-11-19' | filter $d.status == 404 | distinct $d.path",
  ),
  shop(
    'medium',
    'list',
    'non 200 responses for login excluding 404',
    "source logs | filter $d.status != 200 && $d.status != 404 && $d.path == '/login'",
  ),
  shop(
    'medium',
    'having',
    'which users made at least 100 requests',
    'source logs | groupby $d.user aggregate count() as n | filter n >= 100',
    'source logs | filter $d.user != null | groupby $d.user aggregate count() as n | filter n >= 100',
  ),
  shop(
    'medium',
    'text',
    'messages containing "no connection" but not in /search',
    "source logs | filter $d.msg ~ 'no connection' && $d.path != '/search'",
  ),
  shop(
    'hard',
    'compare',
    'errors in the hour before 12:00 vs the hour after today',
    `source logs between @'2026-11-20T11:00:00Z' and @'2026-11-20T13:00:00Z' | filter ${ERROR} | aggregate count_if($m.timestamp >= @'2026-11-20T12:00:00Z') as a, count_if($m.timestamp < @'2026-11-20T12:00:00Z') as b`,
  ),
  shop(
    'hard',
    'ratio',
    'error rate per user, only users with more than 50 requests',
    `source logs | groupby $d.user aggregate count_if(${ERROR}) / count() as r, count() as n | filter n > 50`,
  ),
  after(
    ['how many 503 today', 'and 500?'],
    shop(
      'medium',
      '',
      'by path',
      `source logs ${TODAY} | filter $d.status == 500 | groupby $d.path aggregate count() as n`,
    ),
  ),
  declines('shop')('clarify', 'cpu usage of storefront'),
  fleet('easy', 'list', 'critical in payments', `source logs | filter $m.severity == CRITICAL && ${S} == 'payments'`),
  fleet(
    'medium',
    'count by',
    'errors by version and region since yesterday',
    `source logs between @'now'/1d - 1d and @'now' | filter ${ERROR} | groupby $d.version, $d.region aggregate count() as n`,
    `source logs between @'now'/1d - 1d and @'now' | filter ${BAD} | groupby $d.version, $d.region aggregate count() as n`,
  ),
  fleet(
    'medium',
    'list',
    'java.lang.OutOfMemoryError on pod orders-1',
    "source logs | filter $d.message ~ 'java.lang.OutOfMemoryError' && $d.pod == 'orders-1'",
  ),
  fleet(
    'medium',
    'list',
    'logs from trace 7d3f9a2c11e84b6fa0c5d2e9b8f41367 with warnings or errors',
    "source logs | filter $d.trace_id == '7d3f9a2c11e84b6fa0c5d2e9b8f41367' && ($m.severity == WARNING || $m.severity == ERROR)",
  ),
  fleet(
    'medium',
    'top',
    'top 3 regions by average latency for orders',
    `source logs | filter ${S} == 'orders' | groupby $d.region aggregate avg($d.latency_ms) as a | orderby a desc | limit 3`,
    "source spans | filter $l.serviceName == 'orders' | groupby $d.tags.region aggregate avg($m.duration) as a | orderby a desc | limit 3",
  ),
  fleet(
    'medium',
    'statistic',
    'response size percentiles of web-frontend',
    `source logs | filter ${S} == 'web-frontend' | aggregate percentile(0.5, $d.response_bytes) as a, percentile(0.95, $d.response_bytes) as b, percentile(0.99, $d.response_bytes) as c`,
  ),
  fleet(
    'medium',
    'span',
    'postgres spans longer than 300ms in accounts',
    "source spans | filter $d.tags['db.system'] == 'postgresql' && $m.duration > 300000 && $l.serviceName == 'accounts'",
  ),
  fleet(
    'medium',
    'list',
    'responses bigger than 80 kb from product catalog',
    `source logs | filter $d.response_bytes > 81920 && ${S} == 'product-catalog'`,
    `source logs | filter $d.response_bytes > 80000 && ${S} == 'product-catalog'`,
  ),
  fleet(
    'hard',
    'top',
    'last error message of each service',
    `source logs | filter ${ERROR} | dedupeby ${S} keep 1 orderby $m.timestamp desc`,
    `source logs | filter ${BAD} | dedupeby ${S} keep 1 orderby $m.timestamp desc`,
  ),
  fleet(
    'hard',
    'having',
    'regions where payments had more errors than warnings',
    `source logs | filter ${S} == 'payments' | groupby $d.region aggregate count_if(${ERROR}) as e, count_if($m.severity == WARNING) as w | filter e > w`,
    `source logs | filter ${S} == 'payments' | groupby $d.region aggregate count_if(${BAD}) as e, count_if($m.severity == WARNING) as w | filter e > w`,
  ),
];
