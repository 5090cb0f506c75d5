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

/** Asked once, and nothing was changed for it. */
export const SIXTH: readonly EvalQuestion[] = [
  own(
    'easy',
    'list',
    'debug logs from telemetry-store last 20 minutes',
    `source logs last 20m | filter $m.severity == DEBUG && ${S} == 'telemetry-store'`,
  ),
  own(
    'easy',
    'count',
    'count errors in queue-service this week',
    `source logs between @'2026-11-16' and @'now' | filter ${ERROR} && ${S} == 'queue-service' | count`,
  ),
  own(
    'easy',
    'statistic',
    'avg duration by operation',
    'source spans | groupby $l.operationName aggregate avg($m.duration) as a',
  ),
  own(
    'medium',
    'list',
    'any circuit opened in api-gatway today?',
    `source logs ${TODAY} | filter $d.logRecord.body ~ 'circuit opened' && ${S} == 'api-gateway' | count`,
    `source logs ${TODAY} | filter $d.logRecord.body ~ 'circuit opened' && ${S} == 'api-gateway'`,
  ),
  own(
    'medium',
    'top',
    'top error codes in validation-service',
    `source logs | filter ${S} == 'validation-service' && ${CODE} != null | groupby ${CODE} aggregate count() as n`,
    `source logs | filter ${S} == 'validation-service' | groupby ${CODE} aggregate count() as n`,
  ),
  own(
    'medium',
    'count by',
    'how many spans per db system',
    "source spans | filter $d.tags['db.system.name'] != null | groupby $d.tags['db.system.name'] aggregate count() as n",
    "source spans | groupby $d.tags['db.system.name'] aggregate count() as n",
  ),
  own(
    'medium',
    'span',
    'internal spans of queue-worker over 250ms yesterday',
    `source spans ${YESTERDAY} | filter $m.kind == 'INTERNAL' && $l.serviceName == 'queue-worker' && $m.duration > 250000`,
  ),
  own(
    'medium',
    'list',
    'task failed after 3 attempts, storage-service, between 8 and 10am',
    `source logs between @'2026-11-20T08:00:00Z' and @'2026-11-20T10:00:00Z' | filter $d.logRecord.body ~ 'task failed after 3 attempts' && ${S} == 'storage-service'`,
  ),
  own(
    'medium',
    'statistic',
    'which route has the worst p95',
    `source spans | filter ${ROUTE} != null | groupby ${ROUTE} aggregate percentile(0.95, $m.duration) as p | orderby p desc | limit 1`,
    `source spans | groupby ${ROUTE} aggregate percentile(0.95, $m.duration) as p | orderby p desc | limit 1`,
    `source spans | groupby ${ROUTE} aggregate percentile(0.95, $m.duration) as p | orderby p desc`,
  ),
  own(
    'hard',
    'having',
    'services with more than 15% failed spans',
    "source spans | groupby $l.serviceName aggregate count_if($m.statusCode == 'ERROR') / count() as r | filter r > 0.15",
  ),
  own(
    'hard',
    'compare',
    'warnings per service: last hour vs the hour before',
    `source logs last 2h | filter $m.severity == WARNING | groupby ${S} aggregate count_if($m.timestamp >= @'now' - 1h) as a, count_if($m.timestamp < @'now' - 1h) as b`,
  ),
  after(
    ['warnings today by service'],
    own(
      'medium',
      '',
      'drop debug and show errors instead',
      `source logs ${TODAY} | filter ${ERROR} | groupby ${S} aggregate count() as n`,
    ),
  ),
  declines('own')('clarify', 'errors by tenant'),
  shop(
    'easy',
    'list',
    'errors of payments yesterday',
    `source logs ${YESTERDAY} | filter ${ERROR} && ${S} == 'payments'`,
  ),
  shop(
    'easy',
    'count by',
    'requests by path and status',
    'source logs | groupby $d.path, $d.status aggregate count() as n',
  ),
  shop('easy', 'top', 'slowest 5 requests', 'source logs | orderby $d.duration_ms desc | limit 5'),
  shop(
    'medium',
    'count',
    'how many different users had 503 in the last 6 hours',
    'source logs last 6h | filter $d.status == 503 | aggregate distinct_count($d.user) as n',
  ),
  shop(
    'medium',
    'list',
    'storefront requests with status >= 400 and duration above 200ms',
    `source logs | filter ${S} == 'storefront' && $d.status >= 400 && $d.duration_ms > 200`,
  ),
  shop(
    'medium',
    'series',
    'cache miss per hour today',
    `source logs ${TODAY} | filter $d.msg ~ 'cache miss' | groupby roundTime($m.timestamp, 1h) as b aggregate count() as n`,
  ),
  shop(
    'medium',
    'ratio',
    'percentage of 404 per path',
    'source logs | groupby $d.path aggregate count_if($d.status == 404) / count() as r',
  ),
  shop(
    'medium',
    'list',
    'last 5 timeouts on search',
    "source logs | filter $d.msg ~ 'timeout' && $d.path == '/search' | orderby $m.timestamp desc | limit 5",
  ),
  shop(
    'medium',
    'statistic',
    'duration p95 of successful requests by service',
    `source logs | filter $d.status < 400 | groupby ${S} aggregate percentile(0.95, $d.duration_ms) as p`,
  ),
  shop(
    'hard',
    'having',
    'users who only got 200s today',
    `source logs ${TODAY} | groupby $d.user aggregate count() as n, count_if($d.status != 200) as b | filter b == 0`,
  ),
  after(
    ['errors today'],
    shop(
      'medium',
      '',
      'group by user and show top 3',
      `source logs ${TODAY} | filter ${ERROR} | groupby $d.user aggregate count() as n | orderby n desc | limit 3`,
    ),
  ),
  declines('shop')('refuse', 'rename service storefront to shopfront'),
  fleet(
    'easy',
    'list',
    'warnings in us-east-1 last 2 hours',
    "source logs last 2h | filter $m.severity == WARNING && $d.region == 'us-east-1'",
  ),
  fleet(
    'easy',
    'count by',
    'critical logs per service',
    `source logs | filter $m.severity == CRITICAL | groupby ${S} aggregate count() as n`,
  ),
  fleet(
    'medium',
    'list',
    'connection reset by peer in shipping or mailer since midnight',
    `source logs ${TODAY} | filter $d.message ~ 'connection reset by peer' && in(${S}, 'shipping', 'mailer')`,
  ),
  fleet(
    'medium',
    'compare',
    'error count eu-central-1 vs ap-south-1 today',
    `source logs ${TODAY} | filter ${ERROR} && in($d.region, 'eu-central-1', 'ap-south-1') | groupby $d.region aggregate count() as n`,
    `source logs ${TODAY} | filter ${BAD} && in($d.region, 'eu-central-1', 'ap-south-1') | groupby $d.region aggregate count() as n`,
  ),
  fleet(
    'medium',
    'top',
    'busiest users in webshop yesterday',
    `source logs ${YESTERDAY} | filter $l.applicationname == 'webshop' | groupby $d.user_id aggregate count() as n`,
  ),
  fleet(
    'medium',
    'distinct',
    'which regions had oom errors',
    "source logs | filter $d.message ~ 'OutOfMemoryError' | distinct $d.region",
    `source logs | filter $d.message ~ 'OutOfMemoryError' && ${ERROR} | distinct $d.region`,
  ),
  fleet(
    'medium',
    'ratio',
    'failure rate of payments by region',
    `source logs | filter ${S} == 'payments' | groupby $d.region aggregate count_if($d.http.status_code >= 400) / count() as r`,
    "source spans | filter $l.serviceName == 'payments' | groupby $d.tags.region aggregate count_if($m.statusCode == 'ERROR') / count() as r",
    `source logs | filter ${S} == 'payments' | groupby $d.region aggregate count_if($d.http.status_code >= 500) / count() as r`,
  ),
  fleet(
    'medium',
    'count',
    'how many orders created in 1.8.0',
    "source logs | filter $d.message ~ 'order created' && $d.version == '1.8.0' | count",
  ),
  fleet(
    'medium',
    'trace',
    'total time per service in trace 7d3f9a2c11e84b6fa0c5d2e9b8f41367',
    "source spans | filter $d.traceID == '7d3f9a2c11e84b6fa0c5d2e9b8f41367' | groupby $l.serviceName aggregate sum($m.duration) as s",
  ),
  fleet(
    'medium',
    'list',
    'product-catalog 401 or 404 responses',
    `source logs | filter ${S} == 'product-catalog' && in($d.http.status_code, 401, 404)`,
  ),
  fleet(
    'hard',
    'count by',
    'errors, warnings and total logs for each region',
    `source logs | groupby $d.region aggregate count_if(${ERROR}) as e, count_if($m.severity == WARNING) as w, count() as n`,
  ),
  fleet(
    'hard',
    'histogram',
    'response_bytes of orders in buckets of 10 kb',
    `source logs | filter ${S} == 'orders' | groupby floor($d.response_bytes / 10240) * 10240 as s aggregate count() as n`,
    `source logs | filter ${S} == 'orders' | groupby floor($d.response_bytes / 10000) * 10000 as s aggregate count() as n`,
  ),
  fleet(
    'hard',
    'top',
    'most common status code per method',
    'source logs | groupby $d.http.method as m, $d.http.status_code as s aggregate count() as n | dedupeby m keep 1 orderby n desc',
  ),
  after(
    ['p99 latency of accounts by hour today'],
    fleet(
      'medium',
      '',
      'orders instead',
      `source spans ${TODAY} | filter $l.serviceName == 'orders' | groupby roundTime($m.timestamp, 1h) as b aggregate percentile(0.99, $m.duration) as p`,
      `source logs ${TODAY} | filter ${S} == 'orders' | groupby roundTime($m.timestamp, 1h) as b aggregate percentile(0.99, $d.latency_ms) as p`,
    ),
  ),
  declines('fleet')('refuse', 'scale up the orders service'),
];
