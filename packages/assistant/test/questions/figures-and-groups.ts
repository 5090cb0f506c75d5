import { answered, type QuestionItem } from './item.ts';

/** Figures in the unit that is asked for, and what is said of each group. */
export const FIGURES_AND_GROUPS: readonly QuestionItem[] = [
  answered(
    'errors per host, only hosts with more than 5',
    'source logs | filter $m.severity == ERROR | groupby $d.host aggregate count() as errors | filter errors > 5 | orderby errors desc',
  ),
  answered(
    'errors per host, only those above 20',
    'source logs | filter $m.severity == ERROR | groupby $d.host aggregate count() as errors | filter errors > 20 | orderby errors desc',
  ),
  answered(
    'messages logged by billing, with counts',
    "source logs | filter $l.subsystemname == 'billing' | groupby $d.msg aggregate count() as count | orderby count desc",
  ),
  answered(
    'paths and their counts today',
    "source logs between @'now' / 1d and @'now' | groupby $d.path aggregate count() as count | orderby count desc",
  ),
  answered(
    'which hosts had a 503, including counts',
    'source logs | filter $d.status == 503 | groupby $d.host aggregate count() as count | orderby count desc',
  ),
  answered(
    'what is the most frequent warning in billing',
    "source logs | filter $m.severity == WARNING && $l.subsystemname == 'billing' | groupby $d.msg aggregate count() as warnings | orderby warnings desc | limit 1",
  ),
  answered(
    'the most common error',
    'source logs | filter $m.severity == ERROR | groupby $d.msg aggregate count() as errors | orderby errors desc | limit 1',
  ),
  answered(
    'hosts per region',
    'source logs | groupby $d.region aggregate distinct_count($d.host) as hosts | orderby hosts desc',
  ),
  answered(
    'users per hour today',
    "source logs between @'now' / 1d and @'now' | groupby roundTime($m.timestamp, 1h) as bucket aggregate distinct_count($d.user_id) as users | orderby bucket asc",
  ),
  answered(
    'users by version with errors',
    'source logs | filter $m.severity == ERROR | groupby $d.version aggregate distinct_count($d.user_id) as users | orderby users desc',
  ),
  answered(
    'trace ids of failed checkouts',
    "source logs | filter $d.status >= 400 && $l.subsystemname == 'checkout' | distinct $d.trace_id",
  ),
  answered(
    'distinct trace ids with criticals in the last hour',
    'source logs last 1h | filter $m.severity == CRITICAL | distinct $d.trace_id',
  ),
  answered('list the user ids of 429s', 'source logs | filter $d.status == 429 | distinct $d.user_id'),
  answered(
    'latency of the search page',
    "source spans | filter $l.serviceName == 'search' | aggregate avg($m.duration) as avg_duration",
  ),
  answered(
    'max duration per service, in seconds',
    'source spans | groupby $l.serviceName aggregate max($m.duration) / 1000000 as max_duration_s | orderby max_duration_s desc',
  ),
  answered(
    'p95 in milliseconds by operation',
    'source spans | groupby $l.operationName aggregate percentile(0.95, $m.duration) / 1000 as p95_duration_ms | orderby p95_duration_ms desc',
  ),
  answered(
    'average cart latency in ms',
    "source spans | filter $l.serviceName == 'cart' | aggregate avg($m.duration) / 1000 as avg_duration_ms",
  ),
  answered(
    'total duration of checkout today in seconds',
    "source spans between @'now' / 1d and @'now' | filter $l.serviceName == 'checkout' | aggregate sum($m.duration) / 1000000 as sum_duration_s",
  ),
  answered(
    'services with an average latency above 2 seconds, in ms',
    'source spans | groupby $l.serviceName aggregate avg($m.duration) / 1000 as avg_duration_ms | filter avg_duration_ms > 2000 | orderby avg_duration_ms desc',
  ),
  answered(
    'when was the slowest request yesterday',
    "source spans between @'now' / 1d - 1d and @'now' / 1d | orderby $m.duration desc | limit 1",
  ),
  answered(
    'how long ago was the last 500',
    'source logs | filter $d.status == 500 | aggregate max($m.timestamp) as last_seen',
  ),
  answered('users starting with u-1', "source logs | filter startsWith($d.user_id, 'u-1') | distinct $d.user_id"),
  answered(
    'how many users start with u-1',
    "source logs | filter startsWith($d.user_id, 'u-1') | aggregate distinct_count($d.user_id) as users",
  ),
  answered(
    'list unique log messages of billing',
    "source logs | filter $l.subsystemname == 'billing' | distinct $d.msg",
  ),
  answered(
    'how many distinct log messages today',
    "source logs between @'now' / 1d and @'now' | aggregate distinct_count($d.msg) as messages",
  ),
  answered(
    'which spans failed most recently',
    "source spans | filter $d.tags.error == 'true' | orderby $m.timestamp desc",
  ),
];
