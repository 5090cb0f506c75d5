import { answered, type QuestionItem } from './item.ts';

/** The highest of each, what ranks beside what is told, several things counted, and paths as they are written. */
export const EXTREMES_AND_PATHS: readonly QuestionItem[] = [
  answered(
    'highest latency per region',
    'source logs | groupby $d.region aggregate max($d.duration_ms) as max_duration_ms | orderby max_duration_ms desc',
  ),
  answered(
    'longest duration by operation',
    'source spans | groupby $l.operationName aggregate max($m.duration) as max_duration | orderby max_duration desc',
  ),
  answered(
    'the 3 busiest paths and their error rates',
    'source logs | filter $d.path != null | groupby $d.path aggregate count() as requests, count_if($m.severity == ERROR) / count() as error_rate | orderby requests desc | limit 3',
  ),
  answered(
    'top 5 paths by request count and their average duration',
    'source logs | filter $d.path != null | groupby $d.path aggregate count() as requests, avg($d.duration_ms) as avg_duration_ms | orderby requests desc | limit 5',
  ),
  answered(
    'median requests per user',
    'source logs | filter $d.user_id != null | groupby $d.user_id aggregate count() as requests | aggregate percentile(0.5, requests) as p50_requests',
  ),
  answered(
    'number of services, hosts and users seen today',
    "source logs between @'now' / 1d and @'now' | aggregate distinct_count($l.subsystemname) as services, distinct_count($d.host) as hosts, distinct_count($d.user_id) as users",
  ),
  answered(
    'errors on /login today',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $d.path == '/api/v1/login'",
  ),
  answered(
    'requests to /cart slower than 300ms',
    "source logs | filter $d.path == '/api/v1/cart' && $d.duration_ms > 300",
  ),
  answered(
    'error codes of checkout since wednesday, counted',
    "source logs between @'2026-11-18T00:00:00Z' and @'now' | filter $l.subsystemname == 'checkout' && $d.error_code != null | groupby $d.error_code aggregate count() as count | orderby count desc",
  ),
  answered(
    'paths whose p90 is above 600 ms, only counting paths with at least 50 requests',
    'source logs | filter $d.path != null | groupby $d.path aggregate percentile(0.9, $d.duration_ms) as p90_duration_ms, count() as requests | filter p90_duration_ms > 600 | filter requests >= 50 | orderby p90_duration_ms desc',
  ),
  answered(
    'how are the durations of checkout distributed, in steps of 100 ms',
    "source spans | filter $l.serviceName == 'checkout' | groupby floor($m.duration / 100000) * 100000 as duration_from aggregate count() as count | orderby duration_from asc",
  ),
];
