import { answered, type QuestionItem } from './item.ts';

/** Numbers: counts, groups, tops, statistics, ratios, series. */
export const COUNTS: readonly QuestionItem[] = [
  answered(
    'Show me errors from the last hour grouped by service',
    'source logs last 1h | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | orderby errors desc',
  ),
  answered('how many errors in the last 24 hours', 'source logs last 24h | filter $m.severity == ERROR | count'),
  answered(
    'number of warnings in auth today',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == WARNING && $l.subsystemname == 'auth' | count",
  ),
  answered('count of requests to /api/v1/login', "source logs | filter $d.path == '/api/v1/login' | count"),
  answered(
    'any errors in checkout?',
    "source logs | filter $m.severity == ERROR && $l.subsystemname == 'checkout' | count",
  ),
  answered('are there any 504s in the last 5 minutes', 'source logs last 5m | filter $d.status == 504 | count'),
  answered(
    'did anyone get a 429 today',
    "source logs between @'now' / 1d and @'now' | filter $d.status == 429 | count",
  ),
  answered(
    'is there anything critical right now',
    'source logs | filter $m.severity == CRITICAL | count',
    'source logs last 5m | filter $m.severity == CRITICAL | count',
  ),
  answered('how many spans were there yesterday', "source spans between @'now' / 1d - 1d and @'now' / 1d | count"),
  answered('how many logs mention timeout', "source logs | filter $d.msg ~ 'timeout' | count"),
  answered(
    'error count by service',
    'source logs | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | orderby errors desc',
  ),
  answered(
    'service wise error count',
    'source logs | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | orderby errors desc',
  ),
  answered(
    'errors per service',
    'source logs | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | orderby errors desc',
  ),
  answered(
    'errors by region and service last 2h',
    'source logs last 2h | filter $m.severity == ERROR | groupby $d.region, $l.subsystemname aggregate count() as errors | orderby errors desc',
  ),
  answered(
    'errors by app then service',
    'source logs | filter $m.severity == ERROR | groupby $l.applicationname, $l.subsystemname aggregate count() as errors | orderby errors desc',
  ),
  answered(
    'breakdown of status codes',
    'source logs | groupby $d.status aggregate count() as count | orderby count desc',
  ),
  answered(
    'distribution of severities in cart',
    "source logs | filter $l.subsystemname == 'cart' | groupby $m.severity aggregate count() as count | orderby count desc",
  ),
  answered(
    'how many requests per endpoint',
    'source logs | groupby $d.path aggregate count() as requests | orderby requests desc',
  ),
  answered(
    'requests by method',
    'source logs | groupby $d.method aggregate count() as requests | orderby requests desc',
  ),
  answered(
    'how many errors did each region have',
    'source logs | filter $m.severity == ERROR | groupby $d.region aggregate count() as errors | orderby errors desc',
  ),
  answered(
    'log volume by service',
    'source logs | groupby $l.subsystemname aggregate count() as count | orderby count desc',
  ),
  answered(
    'spans by operation',
    'source spans | groupby $l.operationName aggregate count() as spans | orderby spans desc',
  ),
  answered(
    'top 5 services by errors',
    'source logs | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | orderby errors desc | limit 5',
  ),
  answered(
    'top 10 users with most errors today',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $d.user_id != null | groupby $d.user_id aggregate count() as errors | orderby errors desc | limit 10",
  ),
  answered(
    'which service has the most errors',
    'source logs | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | orderby errors desc | limit 1',
  ),
  answered(
    'which endpoint gets the most traffic',
    'source logs | filter $d.path != null | groupby $d.path aggregate count() as requests | orderby requests desc | limit 1',
    'source logs | filter $d.path != null | groupby $d.path aggregate count() as count | orderby count desc | limit 1',
  ),
  answered(
    'top 3 paths by request count',
    'source logs | filter $d.path != null | groupby $d.path aggregate count() as requests | orderby requests desc | limit 3',
  ),
  answered(
    'user most error make',
    'source logs | filter $m.severity == ERROR && $d.user_id != null | groupby $d.user_id aggregate count() as errors | orderby errors desc | limit 1',
    'source logs | filter $m.severity == ERROR | groupby $d.user_id aggregate count() as errors | orderby errors desc',
  ),
  answered(
    'most common error messages',
    'source logs | filter $m.severity == ERROR | groupby $d.msg aggregate count() as errors | orderby errors desc',
  ),
  answered(
    'bottom 3 services by request count',
    'source logs | groupby $l.subsystemname aggregate count() as requests | orderby requests asc | limit 3',
  ),
  answered(
    'the five noisiest services',
    'source logs | groupby $l.subsystemname aggregate count() as count | orderby count desc | limit 5',
  ),
  answered(
    'who made the most requests',
    'source logs | filter $d.user_id != null | groupby $d.user_id aggregate count() as requests | orderby requests desc | limit 1',
  ),
  answered(
    'slowest endpoints',
    'source logs | groupby $d.path aggregate avg($d.duration_ms) as avg_duration_ms | orderby avg_duration_ms desc',
  ),
  answered(
    'top 5 slowest endpoints in the last 3 hours',
    'source logs last 3h | filter $d.path != null | groupby $d.path aggregate avg($d.duration_ms) as avg_duration_ms | orderby avg_duration_ms desc | limit 5',
  ),
  answered(
    'slowest services',
    'source spans | groupby $l.serviceName aggregate avg($m.duration) as avg_duration | orderby avg_duration desc',
  ),
  answered(
    'which service is the slowest',
    'source spans | groupby $l.serviceName aggregate avg($m.duration) as avg_duration | orderby avg_duration desc | limit 1',
  ),
  answered(
    'top 5 operations by p95 latency',
    'source spans | groupby $l.operationName aggregate percentile(0.95, $m.duration) as p95_duration | orderby p95_duration desc | limit 5',
  ),
  answered(
    'average latency by service',
    'source spans | groupby $l.serviceName aggregate avg($m.duration) as avg_duration | orderby avg_duration desc',
  ),
  answered(
    'average latency of checkout',
    "source spans | filter $l.serviceName == 'checkout' | aggregate avg($m.duration) as avg_duration",
  ),
  answered(
    'p95 latency of payment-gateway last hour',
    "source spans last 1h | filter $l.serviceName == 'payment-gateway' | aggregate percentile(0.95, $m.duration) as p95_duration",
  ),
  answered(
    '95th percentile duration per service',
    'source spans | groupby $l.serviceName aggregate percentile(0.95, $m.duration) as p95_duration | orderby p95_duration desc',
  ),
  answered(
    'p50, p95 and p99 latency for checkout',
    "source spans | filter $l.serviceName == 'checkout' | aggregate percentile(0.5, $m.duration) as p50_duration, percentile(0.95, $m.duration) as p95_duration, percentile(0.99, $m.duration) as p99_duration",
  ),
  answered(
    'median response time of /api/v1/cart',
    "source logs | filter $d.path == '/api/v1/cart' | aggregate percentile(0.5, $d.duration_ms) as p50_duration_ms",
  ),
  answered(
    'max duration_ms by path',
    'source logs | groupby $d.path aggregate max($d.duration_ms) as max_duration_ms | orderby max_duration_ms desc',
  ),
  answered(
    'average cart value by region',
    'source logs | groupby $d.region aggregate avg($d.cart_value) as avg_cart_value | orderby avg_cart_value desc',
  ),
  answered(
    'total cart value today',
    "source logs between @'now' / 1d and @'now' | aggregate sum($d.cart_value) as sum_cart_value",
  ),
  answered(
    'min and max latency per operation',
    'source spans | groupby $l.operationName aggregate min($m.duration) as min_duration, max($m.duration) as max_duration | orderby min_duration desc',
    'source spans | groupby $l.operationName aggregate min($m.duration) as min_duration, max($m.duration) as max_duration',
  ),
  answered(
    'how long do requests to /api/v1/search take on average',
    "source logs | filter $d.path == '/api/v1/search' | aggregate avg($d.duration_ms) as avg_duration_ms",
  ),
  answered(
    'tail latency of cart',
    "source spans | filter $l.serviceName == 'cart' | aggregate percentile(0.99, $m.duration) as p99_duration",
  ),
  answered(
    'average latency of search',
    "source spans | filter $l.serviceName == 'search' | aggregate avg($m.duration) as avg_duration",
  ),
  answered(
    'errors over time',
    'source logs | filter $m.severity == ERROR | groupby roundTime($m.timestamp, 1m) as bucket aggregate count() as errors | orderby bucket asc',
  ),
  answered(
    'errors per minute in the last hour',
    'source logs last 1h | filter $m.severity == ERROR | groupby roundTime($m.timestamp, 1m) as bucket aggregate count() as errors | orderby bucket asc',
  ),
  answered(
    'error trend over the last 24 hours',
    'source logs last 24h | filter $m.severity == ERROR | groupby roundTime($m.timestamp, 30m) as bucket aggregate count() as errors | orderby bucket asc',
  ),
  answered(
    'hourly request count for cart yesterday',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $l.subsystemname == 'cart' | groupby roundTime($m.timestamp, 1h) as bucket aggregate count() as requests | orderby bucket asc",
  ),
  answered(
    'errors every 5 minutes by service over the last 2 hours',
    'source logs last 2h | filter $m.severity == ERROR | groupby roundTime($m.timestamp, 5m) as bucket, $l.subsystemname aggregate count() as errors | orderby bucket asc',
  ),
  answered(
    'plot p95 latency of checkout over the last 6h',
    "source spans last 6h | filter $l.serviceName == 'checkout' | groupby roundTime($m.timestamp, 5m) as bucket aggregate percentile(0.95, $m.duration) as p95_duration | orderby bucket asc",
  ),
  answered(
    'requests per hour today',
    "source logs between @'now' / 1d and @'now' | groupby roundTime($m.timestamp, 1h) as bucket aggregate count() as requests | orderby bucket asc",
  ),
  answered(
    'daily errors this week',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter $m.severity == ERROR | groupby roundTime($m.timestamp, 1d) as bucket aggregate count() as errors | orderby bucket asc",
  ),
  answered(
    'errors by hour of day',
    "source logs | filter $m.severity == ERROR | groupby extractTime($m.timestamp, 'hour') as hour aggregate count() as errors | orderby hour asc",
  ),
  answered(
    'error rate by service',
    'source logs | groupby $l.subsystemname aggregate count_if($m.severity == ERROR) / count() as error_rate | orderby error_rate desc',
  ),
  answered(
    'error rate of checkout in the last hour',
    "source logs last 1h | filter $l.subsystemname == 'checkout' | aggregate count_if($m.severity == ERROR) / count() as error_rate",
  ),
  answered(
    'error rate over time for cart last 3 hours',
    "source logs last 3h | filter $l.subsystemname == 'cart' | groupby roundTime($m.timestamp, 2m) as bucket aggregate count_if($m.severity == ERROR) / count() as error_rate | orderby bucket asc",
  ),
  answered(
    'percentage of 5xx responses per endpoint',
    'source logs | groupby $d.path aggregate count_if($d.status >= 500 && $d.status < 600) / count() as rate | orderby rate desc',
  ),
  answered(
    'success rate of payment-gateway',
    "source logs | filter $l.subsystemname == 'payment-gateway' | aggregate count_if($d.status < 400) / count() as success_rate",
  ),
  answered(
    'failure rate by operation',
    "source spans | groupby $l.operationName aggregate count_if($d.tags.error == 'true') / count() as failure_rate | orderby failure_rate desc",
  ),
  answered(
    'what share of logs are warnings',
    'source logs | aggregate count_if($m.severity == WARNING) / count() as rate',
  ),
  answered('list services', 'source logs | distinct $l.subsystemname'),
  answered(
    'which users had errors today',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | distinct $d.user_id",
  ),
  answered('what regions do we have', 'source logs | distinct $d.region'),
  answered(
    'unique error codes in billing',
    "source logs | filter $l.subsystemname == 'billing' && $d.error_code != null | distinct $d.error_code",
  ),
  answered(
    'which services called /api/v1/login',
    "source logs | filter $d.path == '/api/v1/login' | distinct $l.subsystemname",
  ),
  answered('how many distinct users', 'source logs | aggregate distinct_count($d.user_id) as users'),
  answered(
    'number of unique users per region',
    'source logs | groupby $d.region aggregate distinct_count($d.user_id) as users | orderby users desc',
  ),
  answered(
    'how many users were affected by errors in checkout',
    "source logs | filter $m.severity == ERROR && $l.subsystemname == 'checkout' | aggregate distinct_count($d.user_id) as users",
  ),
  answered(
    'how many different endpoints returned 500',
    'source logs | filter $d.status == 500 | aggregate distinct_count($d.path) as endpoints',
  ),
  answered('how many services are there', 'source logs | aggregate distinct_count($l.subsystemname) as services'),
  answered(
    'services with more than 50 errors',
    'source logs | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | filter errors > 50 | orderby errors desc',
  ),
  answered(
    'users with at least 3 failed requests in the last hour',
    'source logs last 1h | filter $d.user_id != null && $d.status >= 400 | groupby $d.user_id aggregate count() as requests | filter requests >= 3 | orderby requests desc',
  ),
  answered(
    'services with p95 latency above 300 ms',
    'source spans | groupby $l.serviceName aggregate percentile(0.95, $m.duration) as p95_duration | filter p95_duration > 300000 | orderby p95_duration desc',
  ),
  answered(
    'which endpoints have an average duration over 1 second',
    'source logs | filter $d.path != null | groupby $d.path aggregate avg($d.duration_ms) as avg_duration_ms | filter avg_duration_ms > 1000 | orderby avg_duration_ms desc',
  ),
  answered(
    'services with error rate above 5%',
    'source logs | groupby $l.subsystemname aggregate count_if($m.severity == ERROR) / count() as error_rate | filter error_rate > 0.05 | orderby error_rate desc',
  ),
  answered(
    'minutes with more than 20 errors in the last 2 hours',
    'source logs last 2h | filter $m.severity == ERROR | groupby roundTime($m.timestamp, 1m) as bucket aggregate count() as errors | filter errors > 20 | orderby bucket asc',
  ),
  answered(
    'how many errors and how many warnings per service',
    'source logs | groupby $l.subsystemname aggregate count_if($m.severity == ERROR) as errors, count_if($m.severity == WARNING) as warnings | orderby errors desc',
  ),
  answered(
    'checkout vs cart errors',
    "source logs | filter $m.severity == ERROR && in($l.subsystemname, 'checkout', 'cart') | groupby $l.subsystemname aggregate count() as errors | orderby errors desc",
  ),
  answered(
    'compare latency of checkout and cart',
    "source spans | filter in($l.serviceName, 'checkout', 'cart') | groupby $l.serviceName aggregate avg($m.duration) as avg_duration | orderby avg_duration desc",
  ),
  answered(
    'errors today vs yesterday',
    "source logs between @'now' / 1d - 1d and @'now' | filter $m.severity == ERROR | aggregate count_if($m.timestamp >= @'now' / 1d) as today, count_if($m.timestamp < @'now' / 1d) as yesterday",
  ),
  answered(
    'when was the last error in billing',
    "source logs | filter $m.severity == ERROR && $l.subsystemname == 'billing' | aggregate max($m.timestamp) as last_seen",
  ),
  answered(
    'when did the first timeout happen today',
    "source logs between @'now' / 1d and @'now' | filter $d.msg ~ 'timeout' | aggregate min($m.timestamp) as first_seen",
  ),
  answered(
    'which services are in trace 4bf92f3577b34da6a3ce929d0e0e4736',
    "source spans | filter $d.traceID == '4bf92f3577b34da6a3ce929d0e0e4736' | distinct $l.serviceName",
  ),
  answered(
    'count spans by service in trace 4bf92f3577b34da6a3ce929d0e0e4736',
    "source spans | filter $d.traceID == '4bf92f3577b34da6a3ce929d0e0e4736' | groupby $l.serviceName aggregate count() as spans | orderby spans desc",
  ),
  answered(
    'errors by version in canary... sorry by version',
    'source logs | filter $m.severity == ERROR | groupby $d.version aggregate count() as errors | orderby errors desc',
  ),
  answered(
    'count errors for each method on /api/v1/cart',
    "source logs | filter $m.severity == ERROR && $d.path == '/api/v1/cart' | groupby $d.method aggregate count() as errors | orderby errors desc",
  ),
  answered(
    '5xx count by path last 4 hours',
    'source logs last 4h | filter $d.status >= 500 && $d.status < 600 | groupby $d.path aggregate count() as count | orderby count desc',
  ),
  answered(
    'most common error code for each service',
    'source logs | filter $d.error_code != null | groupby $l.subsystemname, $d.error_code aggregate count() as count | dedupeby subsystemname keep 1 orderby count desc',
    'source logs | groupby $l.subsystemname, $d.error_code aggregate count() as count | dedupeby subsystemname keep 1 orderby count desc',
  ),
  answered(
    'how many timeouts per service',
    "source logs | filter $d.msg ~ 'timeout' | groupby $l.subsystemname aggregate count() as count | orderby count desc",
  ),
  answered(
    'sum of cart_value per user top 10',
    'source logs | filter $d.user_id != null | groupby $d.user_id aggregate sum($d.cart_value) as sum_cart_value | orderby sum_cart_value desc | limit 10',
  ),
];
