import { answered, type QuestionItem } from './item.ts';

/** What came after another thing, how long something went on, and times that are told by what was in them. */
export const ONE_THEN_OTHER: readonly QuestionItem[] = [
  answered(
    'users who had an error and then a success',
    'source logs | groupby $d.user_id aggregate min(if($m.severity == ERROR, $m.timestamp, null)) as first_error, max(if($d.status < 400, $m.timestamp, null)) as last_success | filter last_success > first_error | orderby first_error desc',
  ),
  answered(
    'users who first got a 503 and later a 200',
    'source logs | groupby $d.user_id aggregate min(if($d.status == 503, $m.timestamp, null)) as first_s_503, max(if($d.status == 200, $m.timestamp, null)) as last_s_200 | filter last_s_200 > first_s_503 | orderby first_s_503 desc',
  ),
  answered(
    'how many users had a timeout and then an error',
    "source logs | filter $d.user_id != null | groupby $d.user_id aggregate min(if($d.msg ~ 'timeout', $m.timestamp, null)) as first_timeout, max(if($m.severity == ERROR, $m.timestamp, null)) as last_error | filter last_error > first_timeout | aggregate count() as users",
  ),
  answered(
    'time from first to last error per service today',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby $l.subsystemname aggregate min($m.timestamp) as first_seen, max($m.timestamp) as last_seen, max($m.timestamp) - min($m.timestamp) as time_between | orderby first_seen desc",
  ),
  answered(
    'how long did the 503s last today',
    "source logs between @'now' / 1d and @'now' | filter $d.status == 503 | aggregate min($m.timestamp) as first_seen, max($m.timestamp) as last_seen, max($m.timestamp) - min($m.timestamp) as time_between",
  ),
  answered(
    'max errors in a single minute today',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby roundTime($m.timestamp, 1m) as bucket aggregate count() as errors | aggregate max(errors) as max_errors",
  ),
  answered(
    'hours where more than half the requests failed',
    'source logs | groupby roundTime($m.timestamp, 1h) as bucket aggregate count_if($d.status >= 400) / count() as failure_rate | filter failure_rate > 0.5 | orderby bucket asc',
  ),
  answered(
    'days on which payments had no errors',
    "source logs | filter $l.subsystemname == 'payment-gateway' | groupby roundTime($m.timestamp, 1d) as bucket aggregate count_if($m.severity == ERROR) as errors | filter errors == 0 | orderby bucket asc",
  ),
  answered(
    'error rate in the 30 minutes before and after 18:30 yesterday',
    "source logs between @'2026-11-19T18:00:00Z' and @'2026-11-19T19:00:00Z' | groupby if($m.timestamp >= @'2026-11-19T18:30:00Z', 'after', 'before') as period aggregate count_if($m.severity == ERROR) / count() as error_rate | orderby period asc",
  ),
  answered(
    'top 5 operations by increase of p95 since yesterday',
    "source spans between @'now' / 1d - 1d and @'now' | groupby $l.operationName aggregate percentile(0.95, if($m.timestamp >= @'now' / 1d, $m.duration, null)) - percentile(0.95, if($m.timestamp < @'now' / 1d, $m.duration, null)) as change, percentile(0.95, if($m.timestamp >= @'now' / 1d, $m.duration, null)) as after, percentile(0.95, if($m.timestamp < @'now' / 1d, $m.duration, null)) as before | orderby change desc | limit 5",
  ),
  answered(
    'which service improved the most in error rate since yesterday',
    "source logs between @'now' / 1d - 1d and @'now' | groupby $l.subsystemname aggregate count_if($m.timestamp >= @'now' / 1d && $m.severity == ERROR) / count_if($m.timestamp >= @'now' / 1d) - count_if($m.timestamp < @'now' / 1d && $m.severity == ERROR) / count_if($m.timestamp < @'now' / 1d) as change, count_if($m.timestamp >= @'now' / 1d && $m.severity == ERROR) / count_if($m.timestamp >= @'now' / 1d) as after, count_if($m.timestamp < @'now' / 1d && $m.severity == ERROR) / count_if($m.timestamp < @'now' / 1d) as before | orderby change asc | limit 1",
  ),
  answered(
    'error rate change by service between yesterday and today in percentage points',
    "source logs between @'now' / 1d - 1d and @'now' | groupby $l.subsystemname aggregate count_if($m.timestamp >= @'now' / 1d && $m.severity == ERROR) / count_if($m.timestamp >= @'now' / 1d) - count_if($m.timestamp < @'now' / 1d && $m.severity == ERROR) / count_if($m.timestamp < @'now' / 1d) as change, count_if($m.timestamp >= @'now' / 1d && $m.severity == ERROR) / count_if($m.timestamp >= @'now' / 1d) as today, count_if($m.timestamp < @'now' / 1d && $m.severity == ERROR) / count_if($m.timestamp < @'now' / 1d) as yesterday | orderby change desc",
  ),
];
