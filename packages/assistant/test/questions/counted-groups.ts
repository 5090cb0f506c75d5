import { answered, type QuestionItem } from './item.ts';

/** Combinations, who did something most often, groups that are bounded and counted, numbers in words, and hours of a day. */
export const COUNTED_GROUPS: readonly QuestionItem[] = [
  answered(
    'do GETs fail more often than POSTs?',
    "source logs | filter in($d.method, 'GET', 'POST') | groupby $d.method aggregate count_if($d.status >= 400) / count() as rate, count_if($d.status >= 400) as count | orderby rate desc",
  ),
  answered(
    'the five rarest combinations of service and severity',
    'source logs | groupby $l.subsystemname, $m.severity aggregate count() as count | orderby count asc | limit 5',
  ),
  answered(
    'top 5 combinations of service and status',
    'source logs | filter $d.status != null | groupby $l.subsystemname, $d.status aggregate count() as count | orderby count desc | limit 5',
  ),
  answered(
    'which service/severity combinations are the rarest?',
    'source logs | groupby $l.subsystemname, $m.severity aggregate count() as count | orderby count asc',
  ),
  answered(
    'errors by every combination of service and region',
    'source logs | filter $m.severity == ERROR | groupby $l.subsystemname, $d.region aggregate count() as errors | orderby errors desc',
  ),
  answered(
    'most common combination of region and error code',
    'source logs | filter $d.error_code != null | groupby $d.region, $d.error_code aggregate count() as count | orderby count desc | limit 1',
  ),
  answered(
    'the three users who hit the rate limit most often',
    "source logs | filter $d.msg ~ 'rate limit' && $d.user_id != null | groupby $d.user_id aggregate count() as requests | orderby requests desc | limit 3",
  ),
  answered(
    'the two paths that fail most often today',
    "source logs between @'now' / 1d and @'now' | filter $d.status >= 400 && $d.path != null | groupby $d.path aggregate count() as count | orderby count desc | limit 2",
  ),
  answered(
    'which two users get a 429 most often?',
    'source logs | filter $d.status == 429 && $d.user_id != null | groupby $d.user_id aggregate count() as count | orderby count desc | limit 2',
  ),
  answered(
    'which path broke for the most different users today?',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $d.path != null | groupby $d.path aggregate distinct_count($d.user_id) as users | orderby users desc | limit 1",
  ),
  answered(
    'which region has the fewest distinct users?',
    'source logs | groupby $d.region aggregate distinct_count($d.user_id) as users | orderby users asc | limit 1',
  ),
  answered(
    'which service has the most users?',
    'source logs | groupby $l.subsystemname aggregate distinct_count($d.user_id) as users | orderby users desc | limit 1',
  ),
  answered(
    'how many users had at least two failed requests today?',
    "source logs between @'now' / 1d and @'now' | filter $d.user_id != null && $d.status >= 400 | groupby $d.user_id aggregate count() as requests | filter requests >= 2 | aggregate count() as users",
  ),
  answered(
    'how many services had fewer than 10 warnings yesterday?',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $m.severity == WARNING | groupby $l.subsystemname aggregate count() as warnings | filter warnings < 10 | aggregate count() as services",
  ),
  answered(
    'how many paths had an error rate above ten percent today?',
    "source logs between @'now' / 1d and @'now' | filter $d.path != null | groupby $d.path aggregate count_if($m.severity == ERROR) / count() as error_rate | filter error_rate > 0.1 | aggregate count() as paths",
  ),
  answered(
    'how many users had errors in more than 2 regions?',
    'source logs | filter $m.severity == ERROR && $d.user_id != null | groupby $d.user_id aggregate distinct_count($d.region) as regions | filter regions > 2 | aggregate count() as users',
  ),
  answered(
    'which paths had an error rate of more than twenty-five percent today, and how high was it for each of them?',
    "source logs between @'now' / 1d and @'now' | filter $d.path != null | groupby $d.path aggregate count_if($m.severity == ERROR) / count() as error_rate | filter error_rate > 0.25 | orderby error_rate desc",
  ),
  answered(
    'which region had the highest share of failed requests this morning, and what was that share?',
    "source logs between @'2026-11-20T06:00:00Z' and @'2026-11-20T12:00:00Z' | groupby $d.region aggregate count_if($d.status >= 400) / count() as rate | orderby rate desc | limit 1",
  ),
  answered(
    'users with more than a dozen errors today',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $d.user_id != null | groupby $d.user_id aggregate count() as errors | filter errors > 12 | orderby errors desc",
  ),
  answered(
    'failure rate per user, restricted to users with 5 requests or more',
    'source logs | filter $d.user_id != null | groupby $d.user_id aggregate count_if($d.status >= 400) / count() as failure_rate, count() as requests | filter requests >= 5 | orderby failure_rate desc',
  ),
  answered(
    'error rate by path, ignoring paths with fewer than 50 requests',
    'source logs | filter $d.path != null | groupby $d.path aggregate count_if($m.severity == ERROR) / count() as error_rate, count() as requests | filter requests >= 50 | orderby error_rate desc',
  ),
  answered(
    'average latency per path for paths with at least 20 requests',
    'source logs | filter $d.path != null | groupby $d.path aggregate avg($d.duration_ms) as avg_duration_ms, count() as requests | filter requests >= 20 | orderby avg_duration_ms desc',
  ),
  answered(
    'errors per 10 min between 12 and 2 today',
    "source logs between @'2026-11-20T12:00:00Z' and @'2026-11-20T14:00:00Z' | filter $m.severity == ERROR | groupby roundTime($m.timestamp, 10m) as bucket aggregate count() as errors | orderby bucket asc",
  ),
  answered(
    'errors yesterday between 10 and 4',
    "source logs between @'2026-11-19T10:00:00Z' and @'2026-11-19T16:00:00Z' | filter $m.severity == ERROR",
  ),
  answered(
    'errors today between 8 and 12',
    "source logs between @'2026-11-20T08:00:00Z' and @'2026-11-20T12:00:00Z' | filter $m.severity == ERROR",
  ),
  answered(
    'which service breaks most often?',
    'source logs | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | orderby errors desc | limit 1',
  ),
];

/** Fields that are called by the end of their name. */
export const NAME_ENDS: readonly QuestionItem[] = [
  answered(
    'breakdown of intents over the last two days',
    "source spans last 2d | filter $d.tags['nlq.intent'] != null | groupby $d.tags['nlq.intent'] aggregate count() as count | orderby count desc",
  ),
  answered(
    'median and 95th percentile of the duration for each intent',
    "source spans | filter $d.tags['nlq.intent'] != null | groupby $d.tags['nlq.intent'] aggregate percentile(0.5, $m.duration) as p50_duration, percentile(0.95, $m.duration) as p95_duration | orderby p50_duration desc",
  ),
  answered(
    'how many different intents were there today?',
    "source spans between @'now' / 1d and @'now' | aggregate distinct_count($d.tags['nlq.intent']) as distinct_nlq_intent",
  ),
  answered(
    'most common intent',
    "source spans | filter $d.tags['nlq.intent'] != null | groupby $d.tags['nlq.intent'] aggregate count() as count | orderby count desc | limit 1",
  ),
  answered(
    'which error code did each of the services report most often?',
    "source logs | filter $d.logRecord.attributes['error.code'] != null | groupby $l.subsystemname, $d.logRecord.attributes['error.code'] aggregate count() as count | dedupeby subsystemname keep 1 orderby count desc",
  ),
  answered('count of spans with intent count', "source spans | filter $d.tags['nlq.intent'] == 'count' | count"),
  answered(
    'how many list intents were there today',
    "source spans between @'now' / 1d and @'now' | filter $d.tags['nlq.intent'] == 'list' | count",
  ),
  answered('spans whose intent is list', "source spans | filter $d.tags['nlq.intent'] == 'list'"),
];
