import { answered, declined, type QuestionItem } from './item.ts';

/** What stands beside the question: what one wonders about, what is taken back, what suffices, and what is not to be among it. */
export const SAID_ASIDE: readonly QuestionItem[] = [
  answered(
    'why is checkout so slow?? give me its 5 slowest requests of the last hour',
    "source spans last 1h | filter $l.serviceName == 'checkout' | orderby $m.duration desc | limit 5",
  ),
  answered(
    'Why is checkout failing? Show me its errors since noon.',
    "source logs between @'2026-11-20T12:00:00Z' and @'now' | filter $m.severity == ERROR && $l.subsystemname == 'checkout'",
  ),
  answered(
    "What's wrong with checkout? list its last 20 errors",
    "source logs | filter $m.severity == ERROR && $l.subsystemname == 'checkout' | orderby $m.timestamp desc | limit 20",
  ),
  answered(
    'Should we roll back? Error rate per region today, please.',
    "source logs between @'now' / 1d and @'now' | groupby $d.region aggregate count_if($m.severity == ERROR) / count() as error_rate | orderby error_rate desc",
  ),
  declined('should we restart checkout?', 'refuse'),
  answered(
    'errors by path today. Leave out checkout.',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $l.subsystemname != 'checkout' | groupby $d.path aggregate count() as errors | orderby errors desc",
  ),
  answered(
    '404s by user yesterday. Ignore anonymous requests.',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $d.status == 404 && $d.user_id != null | groupby $d.user_id aggregate count() as requests | orderby requests desc",
  ),
  answered(
    'how many anonymous requests today',
    "source logs between @'now' / 1d and @'now' | filter $d.user_id == null | count",
  ),
  answered(
    'share of anonymous requests per path',
    'source logs | groupby $d.path aggregate count_if($d.user_id == null) / count() as rate | orderby rate desc',
  ),
  answered(
    'requests by user without anonymous ones',
    'source logs | filter $d.user_id != null | groupby $d.user_id aggregate count() as requests | orderby requests desc',
  ),
  answered(
    'is checkout slower today than yesterday? average is fine',
    "source spans between @'now' / 1d - 1d and @'now' | filter $l.serviceName == 'checkout' | groupby if($m.timestamp >= @'now' / 1d, 'today', 'yesterday') as period aggregate avg($m.duration) as avg_duration | orderby period asc",
  ),
  answered(
    'is checkout slower today than yesterday? the p95 will do',
    "source spans between @'now' / 1d - 1d and @'now' | filter $l.serviceName == 'checkout' | groupby if($m.timestamp >= @'now' / 1d, 'today', 'yesterday') as period aggregate percentile(0.95, $m.duration) as p95_duration | orderby period asc",
  ),
  answered(
    'how long do requests in checkout take? The median is enough.',
    "source spans | filter $l.serviceName == 'checkout' | aggregate percentile(0.5, $m.duration) as p50_duration",
  ),
  answered(
    'cancel that, I only need the number of failed requests since noon',
    "source logs between @'2026-11-20T12:00:00Z' and @'now' | filter $d.status >= 400 | count",
  ),
  answered(
    'scratch that, errors by path today',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby $d.path aggregate count() as errors | orderby errors desc",
  ),
  answered(
    'Ignore everything but checkout: how many errors does it have today?',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $l.subsystemname == 'checkout' | count",
  ),
  answered(
    'hide everything except checkout: errors by path',
    "source logs | filter $m.severity == ERROR && $l.subsystemname == 'checkout' | groupby $d.path aggregate count() as errors | orderby errors desc",
  ),
  answered(
    'exclude all services other than checkout, p95 per path',
    "source logs | filter $l.subsystemname == 'checkout' | groupby $d.path aggregate percentile(0.95, $d.duration_ms) as p95_duration_ms | orderby p95_duration_ms desc",
  ),
  answered(
    'stop showing me debug logs, count by service',
    'source logs | filter $m.severity != DEBUG | groupby $l.subsystemname aggregate count() as count | orderby count desc',
  ),
  answered(
    'errors of today without checkout, and how many of the other services',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $l.subsystemname != 'checkout' | count",
  ),
  answered('DELETE requests today', "source logs between @'now' / 1d and @'now' | filter $d.method == 'DELETE'"),
  answered(
    'Is checkout healthy? Show its error rate since noon.',
    "source logs between @'2026-11-20T12:00:00Z' and @'now' | filter $l.subsystemname == 'checkout' | aggregate count_if($m.severity == ERROR) / count() as error_rate",
  ),
  answered(
    'Something is wrong with checkout. How many 5xx today?',
    "source logs between @'now' / 1d and @'now' | filter $l.subsystemname == 'checkout' && ($d.status >= 500 && $d.status < 600) | count",
  ),
  answered(
    'Should we worry? errors per hour today',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby roundTime($m.timestamp, 1h) as bucket aggregate count() as errors | orderby bucket asc",
  ),
  answered(
    'hey, quick one: which user had the most errors?',
    'source logs | filter $m.severity == ERROR && $d.user_id != null | groupby $d.user_id aggregate count() as errors | orderby errors desc | limit 1',
  ),
  answered(
    'never mind the 404s, how many 500s today?',
    "source logs between @'now' / 1d and @'now' | filter $d.status != 404 && $d.status == 500 | count",
  ),
  answered('all errors but the 503s', 'source logs | filter $m.severity == ERROR && $d.status != 503'),
  answered(
    'every path but /api/v1/cart by errors',
    "source logs | filter $m.severity == ERROR && $d.path != '/api/v1/cart' | groupby $d.path aggregate count() as errors | orderby errors desc",
  ),
  answered(
    'errors of the other services than checkout',
    "source logs | filter $m.severity == ERROR && $l.subsystemname != 'checkout'",
  ),
  answered(
    'leave the 404s out, other 4xx by path',
    'source logs | filter $d.status != 404 && ($d.status >= 400 && $d.status < 500) | groupby $d.path aggregate count() as count | orderby count desc',
  ),
  declined('which user is this?', 'clarify'),
  declined('is checkout down?', 'clarify'),
  answered(
    'average duration of failed requests vs ok ones',
    "source spans | groupby case { $d.tags.error == 'true' -> 'failed_requests', !($d.tags.error == 'true') -> 'successful' } as side aggregate avg($m.duration) as avg_duration | orderby avg_duration desc",
  ),
];
