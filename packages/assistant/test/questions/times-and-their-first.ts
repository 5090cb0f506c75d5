import { answered, type QuestionItem } from './item.ts';

/** How long something is silent or takes altogether, the first of each time, and times that are counted. */
export const TIMES_AND_THEIR_FIRST: readonly QuestionItem[] = [
  answered(
    'any service silent for more than 1h?',
    "source logs last 7d | groupby $l.subsystemname aggregate max($m.timestamp) as last_seen, count_if($m.timestamp >= @'now' - 1h) as since_then | filter since_then == 0 | orderby last_seen asc",
  ),
  answered(
    "which regions haven't logged anything for more than 2 hours",
    "source logs last 7d | groupby $d.region aggregate max($m.timestamp) as last_seen, count_if($m.timestamp >= @'now' - 2h) as since_then | filter since_then == 0 | orderby last_seen asc",
  ),
  answered(
    'time spent in the database by service',
    "source spans | filter $d.tags['db.system'] != null | groupby $l.serviceName aggregate sum($m.duration) as sum_duration | orderby sum_duration desc",
  ),
  answered(
    'total database time per trace',
    "source spans | filter $d.tags['db.system'] != null | groupby $d.traceID aggregate sum($m.duration) as sum_duration | orderby sum_duration desc",
  ),
  answered(
    'how much time does checkout spend in the database',
    "source spans | filter $d.tags['db.system'] != null && $l.serviceName == 'checkout' | aggregate sum($m.duration) as sum_duration",
  ),
  answered(
    'where do we spend the most time',
    'source spans | groupby $l.operationName aggregate sum($m.duration) as sum_duration | orderby sum_duration desc',
  ),
  answered(
    'top 2 services by errors per hour today',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby roundTime($m.timestamp, 1h) as bucket, $l.subsystemname aggregate count() as errors | dedupeby bucket keep 2 orderby errors desc",
  ),
  answered(
    'busiest path of each hour today',
    "source logs between @'now' / 1d and @'now' | filter $d.path != null | groupby roundTime($m.timestamp, 1h) as bucket, $d.path aggregate count() as count | dedupeby bucket keep 1 orderby count desc",
  ),
  answered(
    'how many minutes today had more than 5 errors',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby roundTime($m.timestamp, 1m) as bucket aggregate count() as errors | filter errors > 5 | aggregate count() as minutes",
  ),
  answered(
    'how many hours yesterday had no errors',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | groupby roundTime($m.timestamp, 1h) as bucket aggregate count_if($m.severity == ERROR) as errors | filter errors == 0 | aggregate count() as hours",
  ),
  answered(
    'share of errors with status 500',
    'source logs | filter $m.severity == ERROR | aggregate count_if($d.status == 500) / count() as share',
  ),
  answered(
    'percentage of errors with status 503 by service',
    'source logs | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count_if($d.status == 503) / count() as share | orderby share desc',
  ),
  answered(
    'errors containing timeout or gobbledygook',
    "source logs | filter $m.severity == ERROR && ($d.msg ~ 'timeout' || $d.msg ~ 'gobbledygook')",
  ),
  answered(
    'how is the duration of checkout distributed',
    "source spans | filter $l.serviceName == 'checkout' | aggregate percentile(0.5, $m.duration) as p50_duration, percentile(0.95, $m.duration) as p95_duration, percentile(0.99, $m.duration) as p99_duration",
  ),
  answered(
    'average trace duration by root service',
    "source spans | filter $d.parentId == '' | groupby $l.serviceName aggregate avg($m.duration) as avg_duration | orderby avg_duration desc",
  ),
  answered(
    'p99 per service only for services with more than 100 requests',
    'source spans | groupby $l.serviceName aggregate percentile(0.99, $m.duration) as p99_duration, count() as requests | filter requests > 100 | orderby p99_duration desc',
  ),
  answered(
    'weekday with the most traffic',
    "source logs | groupby extractTime($m.timestamp, 'day_of_week') as weekday aggregate count() as count | orderby count desc",
  ),
  answered(
    'busiest weekday',
    "source logs | groupby extractTime($m.timestamp, 'day_of_week') as weekday aggregate count() as count | orderby count desc",
  ),
  answered(
    'average requests per hour this week vs last week',
    "source logs between @'2026-11-09T00:00:00Z' and @'now' | groupby if($m.timestamp >= @'2026-11-16T00:00:00Z', 'this_week', 'last_week') as period, roundTime($m.timestamp, 1h) as bucket aggregate count() as requests | groupby period aggregate avg(requests) as avg_requests | orderby avg_requests desc",
  ),
  answered(
    'peak errors per minute today vs yesterday',
    "source logs between @'now' / 1d - 1d and @'now' | filter $m.severity == ERROR | groupby if($m.timestamp >= @'now' / 1d, 'today', 'yesterday') as period, roundTime($m.timestamp, 1m) as bucket aggregate count() as errors | groupby period aggregate max(errors) as max_errors | orderby max_errors desc",
  ),
  answered(
    'logs from yesterday 13:00 to 14:00 with errors',
    "source logs between @'2026-11-19T13:00:00Z' and @'2026-11-19T14:00:00Z' | filter $m.severity == ERROR",
  ),
  answered(
    'number of errors for each of the last 7 days',
    'source logs last 7d | filter $m.severity == ERROR | groupby roundTime($m.timestamp, 1d) as bucket aggregate count() as errors | orderby bucket asc',
  ),
  answered(
    'p95 duration for the week so far',
    "source spans between @'2026-11-16T00:00:00Z' and @'now' | aggregate percentile(0.95, $m.duration) as p95_duration",
  ),
];
