import { answered, type QuestionItem } from './item.ts';

/** Counts beside figures, how many are wanted said at the end, and figures of one that stands for each. */
export const MIXED_FIGURES: readonly QuestionItem[] = [
  answered(
    'for each path, give me the number of requests and the mean duration',
    'source logs | groupby $d.path aggregate count() as requests, avg($d.duration_ms) as avg_duration_ms | orderby requests desc',
  ),
  answered(
    'request count and median duration per user',
    'source logs | groupby $d.user_id aggregate count() as requests, percentile(0.5, $d.duration_ms) as p50_duration_ms | orderby requests desc',
  ),
  answered(
    'how many requests and what average response time per region today',
    "source logs between @'now' / 1d and @'now' | groupby $d.region aggregate count() as requests, avg($d.duration_ms) as avg_duration_ms | orderby requests desc",
  ),
  answered(
    'how many errors are there per service and how long do they take on average',
    'source logs | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors, avg($d.duration_ms) as avg_duration_ms | orderby errors desc',
  ),
  answered(
    'requests and p95 latency by path',
    'source logs | groupby $d.path aggregate count() as count, percentile(0.95, $d.duration_ms) as p95_duration_ms | orderby count desc',
  ),
  answered(
    'who got the most errors since yesterday, top 5 users',
    "source logs between @'now' / 1d - 1d and @'now' | filter $m.severity == ERROR && $d.user_id != null | groupby $d.user_id aggregate count() as errors | orderby errors desc | limit 5",
  ),
  answered(
    'which users have the most 404s, top 3',
    'source logs | filter $d.status == 404 && $d.user_id != null | groupby $d.user_id aggregate count() as count | orderby count desc | limit 3',
  ),
  answered(
    'busiest paths today, top 5 only',
    "source logs between @'now' / 1d and @'now' | filter $d.path != null | groupby $d.path aggregate count() as count | orderby count desc | limit 5",
  ),
  answered(
    'users by number of 429s, top 3, last 3 days',
    'source logs last 3d | filter $d.status == 429 && $d.user_id != null | groupby $d.user_id aggregate count() as count | orderby count desc | limit 3',
  ),
  answered(
    'services by errors, top 2',
    'source logs | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | orderby errors desc | limit 2',
  ),
  answered(
    'regions by average latency, top 2',
    'source logs | groupby $d.region aggregate avg($d.duration_ms) as avg_duration_ms | orderby avg_duration_ms desc | limit 2',
  ),
  answered(
    'paths by error count, the first 5',
    'source logs | filter $m.severity == ERROR && $d.path != null | groupby $d.path aggregate count() as errors | orderby errors desc | limit 5',
  ),
  answered(
    'users ranked by number of DELETE requests, top 5',
    "source logs | filter $d.method == 'DELETE' && $d.user_id != null | groupby $d.user_id aggregate count() as requests | orderby requests desc | limit 5",
  ),
  answered(
    'how many requests does a user make on average?',
    'source logs | filter $d.user_id != null | groupby $d.user_id aggregate count() as requests | aggregate avg(requests) as avg_requests',
  ),
  answered(
    'on average, how many requests does a customer make',
    'source logs | filter $d.user_id != null | groupby $d.user_id aggregate count() as requests | aggregate avg(requests) as avg_requests',
  ),
  answered(
    'how many requests did the median user make yesterday',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $d.user_id != null | groupby $d.user_id aggregate count() as requests | aggregate percentile(0.5, requests) as p50_requests",
  ),
  answered(
    'average number of errors a service logs today',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | aggregate avg(errors) as avg_errors",
  ),
  answered(
    'how many different paths does one user request on average',
    'source logs | filter $d.user_id != null | groupby $d.user_id aggregate distinct_count($d.path) as paths | aggregate avg(paths) as avg_paths',
  ),
  answered(
    'requests, error rate and p95 per path today',
    "source logs between @'now' / 1d and @'now' | groupby $d.path aggregate count() as count, percentile(0.95, $d.duration_ms) as p95_duration_ms, count_if($m.severity == ERROR) / count() as error_rate | orderby count desc",
  ),
  answered(
    'how many calls and how slow were they per path',
    'source logs | groupby $d.path aggregate count() as count, avg($d.duration_ms) as avg_duration_ms | orderby count desc',
  ),
  answered(
    'errors per minute, average and p95',
    'source logs | filter $m.severity == ERROR | groupby roundTime($m.timestamp, 1m) as bucket aggregate count() as errors | aggregate avg(errors) as avg_errors, percentile(0.95, errors) as p95_errors',
  ),
  answered(
    'average, median and max requests per user today',
    "source logs between @'now' / 1d and @'now' | filter $d.user_id != null | groupby $d.user_id aggregate count() as requests | aggregate avg(requests) as avg_requests, percentile(0.5, requests) as p50_requests, max(requests) as max_requests",
  ),
  answered(
    'how slow was search yesterday',
    "source spans between @'now' / 1d - 1d and @'now' / 1d | filter $l.serviceName == 'search' | aggregate avg($m.duration) as avg_duration",
  ),
  answered(
    'who got a 503 today, and how many times',
    "source logs between @'now' / 1d and @'now' | filter $d.status == 503 && $d.user_id != null | groupby $d.user_id aggregate count() as count | orderby count desc",
  ),
  answered(
    'how many GETs for every POST',
    "source logs | aggregate count_if($d.method == 'GET') / count_if($d.method == 'POST') as ratio",
  ),
  answered(
    'for each path give me count, p50 and p99 today',
    "source logs between @'now' / 1d and @'now' | groupby $d.path aggregate count() as count, percentile(0.5, $d.duration_ms) as p50_duration_ms, percentile(0.99, $d.duration_ms) as p99_duration_ms | orderby count desc",
  ),
  answered(
    'requests per minute, p95',
    'source logs | groupby roundTime($m.timestamp, 1m) as bucket aggregate count() as requests | aggregate percentile(0.95, requests) as p95_requests',
  ),
  answered(
    'how many users had only one request',
    'source logs | filter $d.user_id != null | groupby $d.user_id aggregate count() as requests | filter requests == 1 | aggregate count() as users',
  ),
  answered(
    'users who made just 2 requests yesterday',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $d.user_id != null | groupby $d.user_id aggregate count() as requests | filter requests == 2 | orderby requests desc",
  ),
  answered('how many 4xx were 401s?', 'source logs | filter $d.status == 401 | count'),
  answered(
    'share of 429s among all 4xx per region',
    'source logs | groupby $d.region aggregate count_if($d.status == 429) / count_if($d.status >= 400 && $d.status < 500) as ratio | orderby ratio desc',
  ),
  answered(
    'what percentage of the 5xx are 503s',
    'source logs | aggregate count_if($d.status == 503) / count_if($d.status >= 500 && $d.status < 600) as ratio',
  ),
  answered(
    'how many requests per path and what is the error share of each',
    'source logs | groupby $d.path aggregate count() as requests, count_if($m.severity == ERROR) / count() as rate | orderby requests desc',
  ),
  answered(
    'difference in p95 between eu-west-1 and us-east-1',
    "source logs | filter in($d.region, 'eu-west-1', 'us-east-1') | groupby $d.region aggregate percentile(0.95, $d.duration_ms) as p95_duration_ms | orderby p95_duration_ms desc",
  ),
  answered(
    'how many emails were sent and how many orders were placed today',
    "source logs between @'now' / 1d and @'now' | aggregate count_if($d.msg ~ 'email sent') as email_sent, count_if($d.msg ~ 'order placed') as order_placed",
  ),
];
