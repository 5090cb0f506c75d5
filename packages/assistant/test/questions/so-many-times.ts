import { answered, declined, type QuestionItem } from './item.ts';

/** So many times as much as before, the figure of the slowest, regions that begin so, and the time as a column. */
export const SO_MANY_TIMES: readonly QuestionItem[] = [
  answered(
    'which services have more than twice as many errors today as yesterday',
    "source logs between @'now' / 1d - 1d and @'now' | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count_if($m.timestamp >= @'now' / 1d) as today, count_if($m.timestamp < @'now' / 1d) as yesterday | filter today > 2 * yesterday | orderby today desc",
  ),
  answered(
    'users with at least 3 times as many errors this week as last week',
    "source logs between @'2026-11-09T00:00:00Z' and @'now' | filter $m.severity == ERROR | groupby $d.user_id aggregate count_if($m.timestamp >= @'2026-11-16T00:00:00Z') as this_week, count_if($m.timestamp < @'2026-11-16T00:00:00Z') as last_week | filter this_week >= 3 * last_week | orderby this_week desc",
  ),
  answered(
    'how long did the slowest request of checkout take yesterday',
    "source spans between @'now' / 1d - 1d and @'now' / 1d | filter $l.serviceName == 'checkout' | aggregate max($m.duration) as max_duration",
  ),
  answered('how long do the slowest 5 requests take', 'source spans | orderby $m.duration desc | limit 5'),
  answered(
    'just show time, user and message of errors',
    'source logs | filter $m.severity == ERROR | choose $m.timestamp, $d.user_id, $d.msg',
  ),
  answered(
    'spans with status error and duration over 1s',
    "source spans | filter $d.tags.error == 'true' && $m.duration > 1000000",
  ),
  declined('longest gap between errors', 'clarify'),
  answered(
    'services where p99 is more than twice the median',
    'source spans | groupby $l.serviceName aggregate percentile(0.99, $m.duration) as p99_duration, percentile(0.5, $m.duration) as p50_duration | filter p99_duration > 2 * p50_duration | orderby p99_duration desc',
  ),
  answered(
    'number of requests by method and status class today',
    "source logs between @'now' / 1d and @'now' | filter $d.status != null | groupby case { $d.status >= 100 && $d.status < 200 -> '1xx', $d.status >= 200 && $d.status < 300 -> '2xx', $d.status >= 300 && $d.status < 400 -> '3xx', $d.status >= 400 && $d.status < 500 -> '4xx', $d.status >= 500 && $d.status < 600 -> '5xx' } as status_class, $d.method aggregate count() as requests | orderby requests desc",
  ),
];
