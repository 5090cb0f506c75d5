import { answered, type QuestionItem } from './item.ts';

/** Ratios of two things, groups that have nothing else, sides of a comparison, courses, and conditions on several counts. */
export const PROPORTIONS: readonly QuestionItem[] = [
  answered(
    'ratio of 404s to successful requests per user',
    'source logs | groupby $d.user_id aggregate count_if($d.status == 404) / count_if($d.status < 400) as ratio | orderby ratio desc',
  ),
  answered(
    'errors to warnings ratio by service today',
    "source logs between @'now' / 1d and @'now' | groupby $l.subsystemname aggregate count_if($m.severity == ERROR) / count_if($m.severity == WARNING) as ratio | orderby ratio desc",
  ),
  answered(
    'what is the error to warning ratio?',
    'source logs | aggregate count_if($m.severity == ERROR) / count_if($m.severity == WARNING) as ratio',
  ),
  answered(
    'ratio between POST and GET per region',
    "source logs | groupby $d.region aggregate count_if($d.method == 'POST') / count_if($d.method == 'GET') as ratio | orderby ratio desc",
  ),
  answered(
    'how many errors are there for every warning, per region?',
    'source logs | groupby $d.region aggregate count_if($m.severity == ERROR) / count_if($m.severity == WARNING) as ratio | orderby ratio desc',
  ),
  answered(
    'errors per warning in checkout',
    "source logs | filter $l.subsystemname == 'checkout' | aggregate count_if($m.severity == ERROR) / count_if($m.severity == WARNING) as ratio",
  ),
  answered(
    'ratio of errors to the total per region',
    'source logs | groupby $d.region aggregate count_if($m.severity == ERROR) / count() as error_rate | orderby error_rate desc',
  ),
  answered(
    'p95 with a user vs without one',
    "source logs | groupby case { $d.user_id != null -> 'with_user_id', $d.user_id == null -> 'without_user_id' } as side aggregate percentile(0.95, $d.duration_ms) as p95_duration_ms | orderby p95_duration_ms desc",
  ),
  answered(
    'average duration of requests with and without a user',
    "source logs | groupby case { $d.user_id != null -> 'with_user_id', $d.user_id == null -> 'without_user_id' } as side aggregate avg($d.duration_ms) as avg_duration_ms | orderby avg_duration_ms desc",
  ),
  answered(
    "how many requests have a user and how many don't?",
    'source logs | aggregate count_if($d.user_id != null) as with_user_id, count_if($d.user_id == null) as without_user_id',
  ),
  answered(
    'number of logs with and without user by region',
    'source logs | groupby $d.region aggregate count_if($d.user_id != null) as with_user_id, count_if($d.user_id == null) as without_user_id | orderby with_user_id desc',
  ),
  answered(
    'users that never got anything but a 200',
    'source logs | filter $d.user_id != null | groupby $d.user_id aggregate count_if($d.status != 200) as others | filter others == 0 | orderby others desc',
  ),
  answered(
    'which users have only ever seen 200s?',
    'source logs | filter $d.user_id != null | groupby $d.user_id aggregate count_if($d.status != 200) as others | filter others == 0 | orderby others desc',
  ),
  answered(
    'who always got a 200 today?',
    "source logs between @'now' / 1d and @'now' | filter $d.user_id != null | groupby $d.user_id aggregate count_if($d.status != 200) as others | filter others == 0 | orderby others desc",
  ),
  answered(
    'services that log nothing but errors',
    'source logs | groupby $l.subsystemname aggregate count_if($m.severity != ERROR) as others | filter others == 0 | orderby others desc',
  ),
  answered(
    'services which only log errors',
    'source logs | groupby $l.subsystemname aggregate count_if($m.severity != ERROR) as others | filter others == 0 | orderby others desc',
  ),
  answered(
    'endpoints that always return 2xx',
    'source logs | filter $d.path != null | groupby $d.path aggregate count_if($d.status < 200 || $d.status >= 300) as others | filter others == 0 | orderby others desc',
  ),
  answered(
    'which users only used checkout and cart?',
    "source logs | filter $d.user_id != null | groupby $d.user_id aggregate count_if(!($l.subsystemname == 'checkout' || $l.subsystemname == 'cart')) as others | filter others == 0 | orderby others desc",
  ),
  answered(
    'did any user get only errors today?',
    "source logs between @'now' / 1d and @'now' | filter $d.user_id != null | groupby $d.user_id aggregate count_if($m.severity != ERROR) as others | filter others == 0 | orderby others desc",
  ),
  answered(
    'operations that always fail',
    "source spans | groupby $l.operationName aggregate count_if(!($d.tags.error == 'true')) as others | filter others == 0 | orderby others desc",
  ),
  answered(
    'which paths always respond in under a second?',
    'source logs | filter $d.path != null | groupby $d.path aggregate count_if($d.duration_ms >= 1000) as others | filter others == 0 | orderby others desc',
  ),
  answered(
    'operations that never took longer than 2 s',
    'source spans | groupby $l.operationName aggregate count_if($m.duration > 2000000) as beyond | filter beyond == 0 | orderby beyond desc',
  ),
  answered(
    'failed and successful requests per path',
    'source logs | groupby $d.path aggregate count_if($d.status >= 400) as failed, count_if($d.status < 400) as successful_requests | orderby failed desc',
  ),
  answered(
    'how many requests failed and how many succeeded per region today?',
    "source logs between @'now' / 1d and @'now' | groupby $d.region aggregate count_if($d.status >= 400) as failed, count_if($d.status < 400) as succeeded | orderby failed desc",
  ),
  answered(
    'successful vs failed requests',
    'source logs | aggregate count_if($d.status < 400) as successful, count_if($d.status >= 400) as failed_requests',
  ),
  answered(
    'p95 of failed and successful requests by service',
    "source spans | groupby case { $d.tags.error == 'true' -> 'failed', !($d.tags.error == 'true') -> 'successful_requests' } as side, $l.serviceName aggregate percentile(0.95, $m.duration) as p95_duration | orderby p95_duration desc",
  ),
  answered(
    'failures vs successes per hour',
    'source logs | groupby roundTime($m.timestamp, 1h) as bucket aggregate count_if($d.status >= 400) as failures, count_if($d.status < 400) as successes | orderby bucket asc',
  ),
  answered(
    'how did errors change over the last 24 hours?',
    'source logs last 24h | filter $m.severity == ERROR | groupby roundTime($m.timestamp, 30m) as bucket aggregate count() as errors | orderby bucket asc',
  ),
  answered(
    'how has latency evolved over the past 3 days?',
    'source spans last 3d | groupby roundTime($m.timestamp, 1h) as bucket aggregate avg($m.duration) as avg_duration | orderby bucket asc',
  ),
  answered(
    'how has the error rate developed this week?',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | groupby roundTime($m.timestamp, 3h) as bucket aggregate count_if($m.severity == ERROR) / count() as error_rate | orderby bucket asc",
  ),
  answered(
    'how did the p95 of checkout move today?',
    "source spans between @'now' / 1d and @'now' | filter $l.serviceName == 'checkout' | groupby roundTime($m.timestamp, 10m) as bucket aggregate percentile(0.95, $m.duration) as p95_duration | orderby bucket asc",
  ),
  answered(
    'how many requests does a user make on average?',
    'source logs | filter $d.user_id != null | groupby $d.user_id aggregate count() as requests | aggregate avg(requests) as avg_requests',
  ),
  answered(
    'how many spans does a trace have on average?',
    'source spans | groupby $d.traceID aggregate count() as spans | aggregate avg(spans) as avg_spans',
  ),
  answered(
    'how many errors does the average user see?',
    'source logs | filter $m.severity == ERROR && $d.user_id != null | groupby $d.user_id aggregate count() as errors | aggregate avg(errors) as avg_errors',
  ),
  answered(
    'average number of requests a user makes',
    'source logs | filter $d.user_id != null | groupby $d.user_id aggregate count() as requests | aggregate avg(requests) as avg_requests',
  ),
  answered(
    'users with at least 10 requests and no errors',
    'source logs | filter $d.user_id != null | groupby $d.user_id aggregate count() as requests, count_if($m.severity == ERROR) as errors | filter requests >= 10 | filter errors == 0 | orderby requests desc',
  ),
  answered(
    'users with over 20 requests but fewer than 2 errors',
    'source logs | filter $d.user_id != null | groupby $d.user_id aggregate count() as requests, count_if($m.severity == ERROR) as errors | filter requests > 20 | filter errors < 2 | orderby requests desc',
  ),
  answered(
    'services which logged more than 200 lines and over 30 errors',
    'source logs | groupby $l.subsystemname aggregate count() as count, count_if($m.severity == ERROR) as errors | filter count > 200 | filter errors > 30 | orderby count desc',
  ),
  answered(
    'services with more than 10 errors and more than 20 warnings today',
    "source logs between @'now' / 1d and @'now' | groupby $l.subsystemname aggregate count_if($m.severity == ERROR) as errors, count_if($m.severity == WARNING) as warnings | filter errors > 10 | filter warnings > 20 | orderby errors desc",
  ),
  answered(
    'endpoints with at least 5 404s and fewer than 10 503s',
    'source logs | filter $d.path != null | groupby $d.path aggregate count_if($d.status == 404) as s_404s, count_if($d.status == 503) as s_503s | filter s_404s >= 5 | filter s_503s < 10 | orderby s_404s desc',
  ),
  answered(
    'regions where more than 5% of the requests failed',
    'source logs | groupby $d.region aggregate count_if($d.status >= 400) / count() as share | filter share > 0.05 | orderby share desc',
  ),
  answered(
    'percentage of requests below 500 ms and not failing',
    'source logs | aggregate count_if($m.severity != ERROR && $d.duration_ms < 500) / count() as rate',
  ),
  answered(
    'share of requests under 200ms without errors by service',
    'source logs | groupby $l.subsystemname aggregate count_if($m.severity != ERROR && $d.duration_ms < 200) / count() as rate | orderby rate desc',
  ),
];
