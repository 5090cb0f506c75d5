import { answered, declined, type QuestionItem } from './item.ts';

/** Questions that were once read wrongly, each with the query that is right. */
export const REPORTED: readonly QuestionItem[] = [
  answered(
    'how many 500 errors per endpoint today',
    "source logs between @'now' / 1d and @'now' | filter $d.status == 500 | groupby $d.path aggregate count() as count | orderby count desc",
  ),
  answered(
    'count 4xx and 5xx by service',
    'source logs | filter $d.status >= 400 && $d.status < 500 || $d.status >= 500 && $d.status < 600 | groupby $l.subsystemname aggregate count() as count | orderby count desc',
  ),
  answered(
    'request rate per minute',
    'source logs | groupby roundTime($m.timestamp, 1m) as bucket aggregate count() as requests | orderby bucket asc',
  ),
  answered('which users hit 429', 'source logs | filter $d.status == 429 | distinct $d.user_id'),
  answered(
    'users affected by E_TIMEOUT',
    "source logs | filter $d.error_code == 'E_TIMEOUT' && $d.user_id != null | distinct $d.user_id",
  ),
  answered('logs with error code E_DECLINED', "source logs | filter $d.error_code == 'E_DECLINED'"),
  answered(
    'severity breakdown for auth',
    "source logs | filter $l.subsystemname == 'auth' | groupby $m.severity aggregate count() as count | orderby count desc",
  ),
  answered('spans where db.system is postgresql', "source spans | filter $d.tags['db.system'] == 'postgresql'"),
  answered('when was the last 504', 'source logs | filter $d.status == 504 | aggregate max($m.timestamp) as last_seen'),
  answered(
    'what percentage of requests are slower than 1s',
    'source logs | aggregate count_if($d.duration_ms > 1000) / count() as rate',
    'source spans | aggregate count_if($m.duration > 1000000) / count() as rate',
  ),
  answered(
    'percentage of logs that are errors by region',
    'source logs | groupby $d.region aggregate count_if($m.severity == ERROR) / count() as rate | orderby rate desc',
  ),
  answered('errors with trace id', 'source logs | filter $m.severity == ERROR && $d.trace_id != null'),
  answered(
    'logs where status is 500 and method is POST',
    "source logs | filter $d.status == 500 && $d.method == 'POST'",
  ),
  answered(
    'status = 500 and region = eu-west-1',
    "source logs | filter $d.status == 500 && $d.region == 'eu-west-1'",
    "source logs | filter $d.region == 'eu-west-1' && $d.status == 500",
  ),
  answered(
    'sort services by error count',
    'source logs | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | orderby errors desc',
  ),
  answered(
    'number of spans per trace',
    'source spans | groupby $d.traceID aggregate count() as spans | orderby spans desc',
  ),
  answered(
    'slowest operation in payment-gateway',
    "source spans | filter $l.serviceName == 'payment-gateway' | groupby $l.operationName aggregate avg($m.duration) as avg_duration | orderby avg_duration desc | limit 1",
  ),
  answered(
    'is payment-gateway slower than checkout',
    "source spans | filter in($l.serviceName, 'payment-gateway', 'checkout') | groupby $l.serviceName aggregate avg($m.duration) as avg_duration | orderby avg_duration desc",
  ),
  answered('top 10 requests by duration_ms', 'source logs | orderby $d.duration_ms desc | limit 10'),
  answered('highest duration_ms', 'source logs | orderby $d.duration_ms desc | limit 1'),
  answered(
    'how many orders were placed today',
    "source logs between @'now' / 1d and @'now' | filter $d.msg ~ 'order placed' | count",
  ),
  answered(
    'average latency by service over 500ms',
    'source spans | groupby $l.serviceName aggregate avg($m.duration) as avg_duration | filter avg_duration > 500000 | orderby avg_duration desc',
  ),
  answered('severity above warning', 'source logs | filter $m.severity > WARNING'),
  answered(
    'services with no errors today',
    "source logs between @'now' / 1d and @'now' | groupby $l.subsystemname aggregate count_if($m.severity == ERROR) as errors | filter errors == 0 | orderby errors desc",
  ),
  answered(
    'errors during the weekend',
    "source logs between @'2026-11-14T00:00:00Z' and @'2026-11-16T00:00:00Z' | filter $m.severity == ERROR",
  ),
  answered('what happened at 13:40', "source logs around @'2026-11-20T13:40:00Z' interval 5m"),
  answered(
    'shwo me warnigns from paymnt-gateway',
    "source logs | filter $m.severity == WARNING && $l.subsystemname == 'payment-gateway'",
  ),
  answered(
    'errors with status 500 or in checkout',
    "source logs | filter $m.severity == ERROR && ($d.status == 500 || $l.subsystemname == 'checkout')",
  ),
  answered(
    'errors in checkout or cart with status 500 or 503',
    "source logs | filter $m.severity == ERROR && in($l.subsystemname, 'checkout', 'cart') && in($d.status, 500, 503)",
  ),
  answered(
    'checkout p99 yesterday vs today',
    "source spans between @'now' / 1d - 1d and @'now' | filter $l.serviceName == 'checkout' | groupby if($m.timestamp >= @'now' / 1d, 'today', 'yesterday') as period aggregate percentile(0.99, $m.duration) as p99_duration | orderby period asc",
  ),
  answered(
    'errors in the last hour vs the previous hour',
    "source logs between @'now' - 2h and @'now' | filter $m.severity == ERROR | aggregate count_if($m.timestamp >= @'now' - 1h) as last_hour, count_if($m.timestamp < @'now' - 1h) as the_previous_hour",
    "source logs between @'now' - 2h and @'now' | filter $m.severity == ERROR | aggregate count_if($m.timestamp >= @'now' - 1h) as in_the_last_hour, count_if($m.timestamp < @'now' - 1h) as the_previous_hour",
  ),
  answered(
    'slowest operation for each service',
    'source spans | groupby $l.serviceName, $l.operationName aggregate avg($m.duration) as avg_duration | dedupeby serviceName keep 1 orderby avg_duration desc',
  ),
  answered('slowest request per service', 'source spans | dedupeby $l.serviceName keep 1 orderby $m.duration desc'),
  answered(
    'top 3 errors per service',
    'source logs | filter $m.severity == ERROR | groupby $l.subsystemname, $d.msg aggregate count() as errors | dedupeby subsystemname keep 3 orderby errors desc',
  ),
  answered(
    'latest error per service',
    'source logs | filter $m.severity == ERROR | dedupeby $l.subsystemname keep 1 orderby $m.timestamp desc',
  ),
  answered('show me logs where user_id starts with u-1', "source logs | filter startsWith($d.user_id, 'u-1')"),
  answered('path contains checkout', "source logs | filter contains($d.path, 'checkout')"),
  answered(
    'how long did trace 4bf92f3577b34da6a3ce929d0e0e4736 take',
    "source spans | filter $d.traceID == '4bf92f3577b34da6a3ce929d0e0e4736' | aggregate max($m.duration) as max_duration",
  ),
  answered(
    'errors in checkout and warnings in cart',
    "source logs | filter $m.severity == ERROR && $l.subsystemname == 'checkout' || $m.severity == WARNING && $l.subsystemname == 'cart'",
  ),
  answered(
    'SELECT count(*) FROM logs WHERE status = 500 GROUP BY service',
    'source logs | filter $d.status == 500 | groupby $l.subsystemname aggregate count() as count | orderby count desc',
  ),
  answered(
    'which hour had the most errors yesterday',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $m.severity == ERROR | groupby roundTime($m.timestamp, 1h) as bucket aggregate count() as errors | orderby errors desc | limit 1",
  ),
  answered(
    'requests with duration_ms between 100 and 200',
    'source logs | filter $d.duration_ms >= 100 && $d.duration_ms <= 200',
  ),
  answered(
    'show error_code and msg for billing errors yesterday',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $m.severity == ERROR && $l.subsystemname == 'billing' | choose $d.error_code, $d.msg",
  ),
  answered(
    'services sorted by average duration descending',
    'source spans | groupby $l.serviceName aggregate avg($m.duration) as avg_duration | orderby avg_duration desc',
  ),
  answered(
    'did payment-gateway have errors yesterday between 14:00 and 15:00',
    "source logs between @'2026-11-19T14:00:00Z' and @'2026-11-19T15:00:00Z' | filter $m.severity == ERROR && $l.subsystemname == 'payment-gateway' | count",
  ),
  answered('how many logins failed', "source logs | filter $d.msg ~ 'login failed' | count"),
  answered(
    'which users have total cart value over 1000',
    'source logs | filter $d.user_id != null | groupby $d.user_id aggregate sum($d.cart_value) as sum_cart_value | filter sum_cart_value > 1000 | orderby sum_cart_value desc',
  ),
  declined("'; DROP TABLE logs; --", 'refuse'),
  declined('anything weird in checkout', 'clarify'),
  declined('is checkout healthy', 'clarify'),
];
