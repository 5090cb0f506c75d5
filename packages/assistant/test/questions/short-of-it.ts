import { answered, type QuestionItem } from './item.ts';

/** Distributions, orders, moments just before, rates of enough records, averages of things for each. */
export const SHORT_OF_IT: readonly QuestionItem[] = [
  answered(
    'how many users were active in the last hour',
    'source logs last 1h | aggregate distinct_count($d.user_id) as users',
  ),
  answered(
    'users active today but not yesterday',
    "source logs between @'now' / 1d - 1d and @'now' | filter $d.user_id != null | groupby $d.user_id aggregate count_if($m.timestamp >= @'now' / 1d) as today, count_if($m.timestamp < @'now' / 1d) as yesterday | filter today > 0 | filter yesterday == 0 | orderby today desc",
  ),
  answered(
    'share of 500s among all requests by service',
    'source logs | groupby $l.subsystemname aggregate count_if($d.status == 500) / count() as rate | orderby rate desc',
  ),
  answered(
    'average number of spans in a trace',
    'source spans | groupby $d.traceID aggregate count() as spans | aggregate avg(spans) as avg_spans',
  ),
  answered(
    'errors right before 13:40 in checkout',
    "source logs between @'2026-11-20T13:30:00Z' and @'2026-11-20T13:40:00Z' | filter $m.severity == ERROR && $l.subsystemname == 'checkout'",
  ),
  answered(
    'the log lines of user u-1001 in order',
    "source logs | filter $d.user_id == 'u-1001' | orderby $m.timestamp asc",
  ),
  answered(
    'the errors of checkout in chronological order',
    "source logs | filter $m.severity == ERROR && $l.subsystemname == 'checkout' | orderby $m.timestamp asc",
  ),
  answered(
    'latency distribution of checkout',
    "source spans | filter $l.serviceName == 'checkout' | aggregate percentile(0.5, $m.duration) as p50_duration, percentile(0.95, $m.duration) as p95_duration, percentile(0.99, $m.duration) as p99_duration",
  ),
  answered(
    'latency histogram in 100ms steps',
    'source spans | groupby floor($m.duration / 100000) * 100000 as duration_from aggregate count() as count | orderby duration_from asc',
  ),
  answered(
    'compare error counts of the last 3 days',
    'source logs last 3d | filter $m.severity == ERROR | groupby roundTime($m.timestamp, 1d) as bucket aggregate count() as errors | orderby bucket asc',
  ),
  answered(
    'worst service by error rate with at least 100 requests',
    'source logs | groupby $l.subsystemname aggregate count_if($m.severity == ERROR) / count() as error_rate, count() as requests | filter requests >= 100 | orderby error_rate desc',
  ),
  answered(
    'second half of yesterday: errors by service',
    "source logs between @'2026-11-19T12:00:00Z' and @'2026-11-20T00:00:00Z' | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | orderby errors desc",
  ),
  answered(
    'users with 5+ errors today',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $d.user_id != null | groupby $d.user_id aggregate count() as errors | filter errors >= 5 | orderby errors desc",
  ),
];
