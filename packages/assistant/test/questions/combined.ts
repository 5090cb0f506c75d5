import { answered, declined, followed, type QuestionItem } from './item.ts';

const ERRORS_PER = 'aggregate count_if($m.severity == ERROR) as errors';

/** Two things said of one group, parts of a whole, classes of numbers, words that are paths, zones. */
export const COMBINED: readonly QuestionItem[] = [
  answered(
    'services with errors but no warnings',
    `source logs | groupby $l.subsystemname ${ERRORS_PER}, count_if($m.severity == WARNING) as warnings | filter errors > 0 | filter warnings == 0 | orderby errors desc`,
  ),
  answered(
    'users with errors in both checkout and cart',
    "source logs | filter $m.severity == ERROR | groupby $d.user_id aggregate count_if($l.subsystemname == 'checkout') as checkout, count_if($l.subsystemname == 'cart') as cart | filter checkout > 0 | filter cart > 0 | orderby checkout desc",
  ),
  answered(
    'errors in both checkout and cart',
    "source logs | filter $m.severity == ERROR && in($l.subsystemname, 'checkout', 'cart')",
  ),
  answered(
    'services with more errors than warnings',
    `source logs | groupby $l.subsystemname ${ERRORS_PER}, count_if($m.severity == WARNING) as warnings | filter errors > warnings | orderby errors desc`,
  ),
  answered(
    'which services have more errors than yesterday',
    "source logs between @'now' / 1d - 1d and @'now' | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count_if($m.timestamp >= @'now' / 1d) as today, count_if($m.timestamp < @'now' / 1d) as yesterday | filter today > yesterday | orderby today desc",
  ),
  answered(
    'first and last error of each service',
    'source logs | filter $m.severity == ERROR | groupby $l.subsystemname aggregate min($m.timestamp) as first_seen, max($m.timestamp) as last_seen | orderby first_seen desc',
  ),
  answered(
    'percentage of errors that are from checkout',
    "source logs | filter $m.severity == ERROR | aggregate count_if($l.subsystemname == 'checkout') / count() as share",
  ),
  answered(
    'what share of errors comes from each service',
    'source logs | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as count | join cross (source logs | filter $m.severity == ERROR | count into total) into all | choose subsystemname, count, count / all.total as share | orderby count desc',
  ),
  answered(
    'requests per status class',
    "source logs | filter $d.status != null | groupby case { $d.status >= 100 && $d.status < 200 -> '1xx', $d.status >= 200 && $d.status < 300 -> '2xx', $d.status >= 300 && $d.status < 400 -> '3xx', $d.status >= 400 && $d.status < 500 -> '4xx', $d.status >= 500 && $d.status < 600 -> '5xx' } as status_class aggregate count() as requests | orderby requests desc",
  ),
  answered(
    'duration_ms buckets: under 100 ms, 100-500 and over 500 ms',
    "source logs | groupby case { $d.duration_ms < 100 -> 'up to 100ms', $d.duration_ms >= 100 && $d.duration_ms <= 500 -> '100 to 500ms', $d.duration_ms > 500 -> 'over 500ms' } as class aggregate count() as count | orderby count desc",
  ),
  answered(
    'histogram of duration_ms in steps of 100 ms',
    'source logs | groupby floor($d.duration_ms / 100) * 100 as duration_ms_from aggregate count() as count | orderby duration_ms_from asc',
  ),
  answered(
    'errors in orders last hour',
    "source logs last 1h | filter $m.severity == ERROR && $d.path == '/api/v1/orders'",
  ),
  answered(
    'errors yesterday between 10:00 and 11:00 CET',
    "source logs between @'2026-11-19T09:00:00Z' and @'2026-11-19T10:00:00Z' | filter $m.severity == ERROR",
  ),
  answered(
    'errors today UTC+2',
    "source logs between @'2026-11-19T22:00:00Z' and @'now' | filter $m.severity == ERROR",
  ),
  answered('how many 422 today', "source logs between @'now' / 1d and @'now' | filter $d.status == 422 | count"),
  answered('spans slower than half a second', 'source spans | filter $m.duration > 500000'),
  answered('status 500 or higher in cart', "source logs | filter $d.status >= 500 && $l.subsystemname == 'cart'"),
  followed(
    ['errors in checkout today'],
    'without the timeouts',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $l.subsystemname == 'checkout' && !($d.msg ~ 'timeout')",
  ),
  followed(
    ['how many errors per region'],
    'over time, hourly',
    'source logs | filter $m.severity == ERROR | groupby roundTime($m.timestamp, 1h) as bucket, $d.region aggregate count() as errors | orderby bucket asc',
  ),
  declined('restart the queue-worker', 'refuse'),
];
