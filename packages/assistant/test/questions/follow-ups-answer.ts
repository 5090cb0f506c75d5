import { followed, type QuestionItem } from './item.ts';

/** Follow-ups that change the answer: its groups, its figures, its kind and its order. */
export const FOLLOW_UPS_ANSWER: readonly QuestionItem[] = [
  followed(
    ['errors by service this week'],
    'per day instead',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter $m.severity == ERROR | groupby roundTime($m.timestamp, 1d) as bucket aggregate count() as errors | orderby bucket asc",
  ),
  followed(
    ['errors by service today'],
    'by host this time',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby $d.host aggregate count() as errors | orderby errors desc",
  ),
  followed(
    ['errors by service today'],
    'split that by region too',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby $l.subsystemname, $d.region aggregate count() as errors | orderby errors desc",
  ),
  followed(
    ['errors per hour today'],
    'stacked by service',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby roundTime($m.timestamp, 1h) as bucket, $l.subsystemname aggregate count() as errors | orderby bucket asc",
  ),
  followed(
    ['requests per hour by service today'],
    'drop the split',
    "source logs between @'now' / 1d and @'now' | groupby roundTime($m.timestamp, 1h) as bucket aggregate count() as requests | orderby bucket asc",
  ),
  followed(
    ['errors by region since monday', 'only eu-west-1 and us-east-1'],
    'all regions again, but by host this time',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter $m.severity == ERROR | groupby $d.host aggregate count() as errors | orderby errors desc",
  ),
  followed(
    ['errors today by service'],
    'break it down by error code instead',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby $d.error_code aggregate count() as errors | orderby errors desc",
  ),
  followed(
    ['requests slower than 500 ms today in search'],
    'what percentage of all requests is that?',
    "source spans between @'now' / 1d and @'now' | filter $l.serviceName == 'search' | aggregate count_if($m.duration > 500000) / count() as share",
  ),
  followed(
    ['failed requests today in search'],
    'as a percentage of all requests',
    "source logs between @'now' / 1d and @'now' | filter $l.subsystemname == 'search' | aggregate count_if($d.status >= 400) / count() as share",
  ),
  followed(
    ['error rate by service today'],
    'as plain numbers',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as count | orderby count desc",
  ),
  followed(
    ['median response time of checkout today by path'],
    'and the p99?',
    "source logs between @'now' / 1d and @'now' | filter $l.subsystemname == 'checkout' | groupby $d.path aggregate percentile(0.99, $d.duration_ms) as p99_duration_ms | orderby p99_duration_ms desc",
  ),
  followed(
    ['p95 latency by service'],
    'add the average',
    'source spans | groupby $l.serviceName aggregate percentile(0.95, $m.duration) as p95_duration, avg($m.duration) as avg_duration | orderby p95_duration desc',
  ),
  followed(
    ['p95 latency by service'],
    'with the number of calls next to it',
    'source spans | groupby $l.serviceName aggregate percentile(0.95, $m.duration) as p95_duration, count() as count | orderby p95_duration desc',
  ),
  followed(
    ['requests per version today'],
    'and the failure rate of each?',
    "source logs between @'now' / 1d and @'now' | groupby $d.version aggregate count_if($d.status >= 400) / count() as failure_rate | orderby failure_rate desc",
  ),
  followed(
    ['how many users had errors in the last hour?'],
    'who are they?',
    'source logs last 1h | filter $m.severity == ERROR | distinct $d.user_id',
  ),
  followed(
    ['how many hosts logged warnings today?'],
    'which ones?',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == WARNING | distinct $d.host",
  ),
  followed(['errors by host'], 'who is affected?', 'source logs | filter $m.severity == ERROR | distinct $d.user_id'),
  followed(
    ['number of timeouts today by service', 'show me the lines'],
    'back to the count',
    "source logs between @'now' / 1d and @'now' | filter $d.msg ~ 'timeout' | groupby $l.subsystemname aggregate count() as count | orderby count desc",
  ),
  followed(
    ['errors in cart today'],
    'give me a graph',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $l.subsystemname == 'cart' | groupby roundTime($m.timestamp, 10m) as bucket aggregate count() as errors | orderby bucket asc",
  ),
  followed(
    ['requests in eu-west-1 today', 'only checkout'],
    'how many of those failed?',
    "source logs between @'now' / 1d and @'now' | filter $d.region == 'eu-west-1' && $l.subsystemname == 'checkout' && $d.status >= 400 | count",
  ),
  followed(
    ['requests to /api/v1/search today'],
    'of these, which took longer than a second?',
    "source logs between @'now' / 1d and @'now' | filter $d.path == '/api/v1/search' && $d.duration_ms > 1000",
  ),
  followed(
    ['failed requests today by path'],
    'which of those were 503?',
    "source logs between @'now' / 1d and @'now' | filter $d.status == 503 | groupby $d.path aggregate count() as requests | orderby requests desc",
  ),
  followed(
    ['errors in auth in the last 3 hours'],
    'are they all from one host?',
    "source logs last 3h | filter $m.severity == ERROR && $l.subsystemname == 'auth' | groupby $d.host aggregate count() as count | orderby count desc",
  ),
  followed(
    ['failed requests in billing'],
    'since when?',
    "source logs | filter $d.status >= 400 && $l.subsystemname == 'billing' | aggregate min($m.timestamp) as first_seen",
  ),
  followed(
    ['errors in checkout today'],
    'put yesterday next to it',
    "source logs between @'now' / 1d - 1d and @'now' | filter $m.severity == ERROR && $l.subsystemname == 'checkout' | aggregate count_if($m.timestamp >= @'now' / 1d) as today, count_if($m.timestamp < @'now' / 1d) as yesterday",
  ),
  followed(
    ['how many 5xx did we have this week?'],
    'is that more than last week?',
    "source logs between @'2026-11-09T00:00:00Z' and @'now' | filter $d.status >= 500 && $d.status < 600 | aggregate count_if($m.timestamp >= @'2026-11-16T00:00:00Z') as this_week, count_if($m.timestamp < @'2026-11-16T00:00:00Z') as last_week",
  ),
  followed(
    ['average latency by service today'],
    'is that slower than yesterday?',
    "source spans between @'now' / 1d - 1d and @'now' | groupby if($m.timestamp >= @'now' / 1d, 'today', 'yesterday') as period, $l.serviceName aggregate avg($m.duration) as avg_duration | orderby period asc",
  ),
  followed(
    ['average latency by service today'],
    'the other way round',
    "source spans between @'now' / 1d and @'now' | groupby $l.serviceName aggregate avg($m.duration) as avg_duration | orderby avg_duration asc",
  ),
  followed(
    ['requests today by status'],
    'sort by status',
    "source logs between @'now' / 1d and @'now' | groupby $d.status aggregate count() as requests | orderby status asc",
  ),
  followed(
    ['errors in cart today', 'how many users is that?'],
    'give me their ids',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $l.subsystemname == 'cart' | distinct $d.user_id",
  ),
  followed(
    ['errors by host yesterday'],
    'which has the most?',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $m.severity == ERROR | groupby $d.host aggregate count() as errors | orderby errors desc | limit 1",
  ),
  followed(
    ['errors per hour yesterday'],
    'which hour was worst?',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $m.severity == ERROR | groupby roundTime($m.timestamp, 1h) as bucket aggregate count() as errors | orderby errors desc | limit 1",
  ),
  followed(
    ['status 404 today', 'which paths?', 'how many each?'],
    'top 3 only',
    "source logs between @'now' / 1d and @'now' | filter $d.status == 404 | groupby $d.path aggregate count() as count | orderby count desc | limit 3",
  ),
  followed(
    ['errors today', 'break that down by path', 'leave out /api/v1/search'],
    "what's left in total?",
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $d.path != '/api/v1/search' | count",
  ),
  followed(
    ['errors today', 'by user id', 'more than 3 only'],
    'how many users is that?',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | join inner (source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby $d.user_id aggregate count() as errors | filter errors > 3 | orderby errors desc) on left=>user_id == right=>user_id into related | aggregate distinct_count($d.user_id) as users",
  ),
  followed(
    ['average cart value by region'],
    'the maximum instead',
    'source logs | groupby $d.region aggregate max($d.cart_value) as max_cart_value | orderby max_cart_value desc',
  ),
  followed(
    ['errors in cart in the last hour'],
    'any in billing?',
    "source logs last 1h | filter $m.severity == ERROR && $l.subsystemname == 'billing'",
  ),
  followed(
    ['errors in eu-west-1 today'],
    'compare with us-east-1',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && in($d.region, 'eu-west-1', 'us-east-1') | groupby $d.region aggregate count() as count | orderby count desc",
  ),
  followed(
    ['p95 latency of cart today per hour'],
    'put billing next to it',
    "source spans between @'now' / 1d and @'now' | filter in($l.serviceName, 'cart', 'billing') | groupby roundTime($m.timestamp, 1h) as bucket, $l.serviceName aggregate percentile(0.95, $m.duration) as p95_duration | orderby bucket asc",
  ),
  followed(
    ['requests to /api/v1/cart today', 'success rate?'],
    'per region',
    "source logs between @'now' / 1d and @'now' | filter $d.path == '/api/v1/cart' | groupby $d.region aggregate count_if($d.status < 400) / count() as success_rate | orderby success_rate desc",
  ),
  followed(
    ['errors in cart since noon', 'the first 5'],
    'now the last 5',
    "source logs between @'2026-11-20T12:00:00Z' and @'now' | filter $m.severity == ERROR && $l.subsystemname == 'cart' | orderby $m.timestamp desc | limit 5",
  ),
  followed(
    ['errors in cart yesterday'],
    'did it go up?',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $m.severity == ERROR && $l.subsystemname == 'cart' | groupby roundTime($m.timestamp, 30m) as bucket aggregate count() as errors | orderby bucket asc",
  ),
  followed(
    ['errors by service yesterday'],
    'difference to today?',
    "source logs between @'now' / 1d - 1d and @'now' | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count_if($m.timestamp >= @'now' / 1d) - count_if($m.timestamp < @'now' / 1d) as change, count_if($m.timestamp >= @'now' / 1d) as today, count_if($m.timestamp < @'now' / 1d) as yesterday | orderby change desc",
  ),
  followed(
    ['errors for 2.4.0 today', 'what about 2.5.0?'],
    'both, by version',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && in($d.version, '2.4.0', '2.5.0') | groupby $d.version aggregate count() as count | orderby count desc",
  ),
  followed(
    ['p99 latency per operation today', 'and the average?'],
    'both please',
    "source spans between @'now' / 1d and @'now' | groupby $l.operationName aggregate percentile(0.99, $m.duration) as p99_duration, avg($m.duration) as avg_duration | orderby p99_duration desc",
  ),
  followed(
    ['status 404 today', 'which users got them?'],
    'how many are they?',
    "source logs between @'now' / 1d and @'now' | filter $d.status == 404 | aggregate distinct_count($d.user_id) as how_many",
  ),
  followed(
    ['users with more than 5 errors today'],
    'how many?',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $d.user_id != null | join inner (source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $d.user_id != null | groupby $d.user_id aggregate count() as errors | filter errors > 5 | orderby errors desc) on left=>user_id == right=>user_id into related | aggregate distinct_count($d.user_id) as how_many",
  ),
  followed(
    ['errors today by region'],
    'no, by host',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby $d.host aggregate count() as errors | orderby errors desc",
  ),
  followed(
    ['average response time of cart by hour today'],
    'swap the average for p90',
    "source spans between @'now' / 1d and @'now' | filter $l.serviceName == 'cart' | groupby roundTime($m.timestamp, 1h) as bucket aggregate percentile(0.9, $m.duration) as p90_duration | orderby bucket asc",
  ),
  followed(
    ['requests per service today'],
    'replace requests with errors',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | orderby errors desc",
  ),
  followed(
    ['requests slower than 1s in cart yesterday'],
    '2 seconds',
    "source spans between @'now' / 1d - 1d and @'now' / 1d | filter $m.duration > 2000000 && $l.serviceName == 'cart'",
  ),
  followed(
    ['errors by service today'],
    'which one logs the least?',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | orderby errors asc | limit 1",
  ),
];
