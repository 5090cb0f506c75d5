import { followed, type QuestionItem } from './item.ts';

/** What follows on counts, lists and figures: who has the most of it, the last of it, another bound, both side by side. */
export const FOLLOW_UPS_FURTHER: readonly QuestionItem[] = [
  followed(
    ['how many 404s today', 'from how many users'],
    'which user had the most?',
    "source logs between @'now' / 1d and @'now' | filter $d.status == 404 && $d.user_id != null | groupby $d.user_id aggregate count() as count | orderby count desc | limit 1",
  ),
  followed(
    ['errors in checkout today'],
    'which host got the fewest?',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $l.subsystemname == 'checkout' && $d.host != null | groupby $d.host aggregate count() as count | orderby count asc | limit 1",
  ),
  followed(
    ['errors in checkout by user'],
    'and the last one?',
    "source logs | filter $m.severity == ERROR && $l.subsystemname == 'checkout' | orderby $m.timestamp desc | limit 1",
  ),
  followed(
    ['when did the first critical log happen'],
    'and the last?',
    'source logs | filter $m.severity == CRITICAL | aggregate max($m.timestamp) as last_seen',
  ),
  followed(
    ['when did the first critical log happen', 'and the last?'],
    'the earliest?',
    'source logs | filter $m.severity == CRITICAL | aggregate min($m.timestamp) as first_seen',
  ),
  followed(
    ['timeouts per service'],
    'show the latest one',
    "source logs | filter $d.msg ~ 'timeout' | orderby $m.timestamp desc | limit 1",
  ),
  followed(
    ['spans per trace on average'],
    'max?',
    'source spans | groupby $d.traceID aggregate count() as spans | aggregate max(spans) as max_spans',
  ),
  followed(
    ['spans per trace on average'],
    'and the p95',
    'source spans | groupby $d.traceID aggregate count() as spans | aggregate percentile(0.95, spans) as p95_spans',
  ),
  followed(
    ['requests per hour today'],
    'average?',
    "source logs between @'now' / 1d and @'now' | groupby roundTime($m.timestamp, 1h) as bucket aggregate count() as requests | aggregate avg(requests) as avg_requests",
  ),
  followed(
    ['requests in checkout per minute'],
    'max per minute',
    "source logs | filter $l.subsystemname == 'checkout' | groupby roundTime($m.timestamp, 1m) as bucket aggregate count() as requests | aggregate max(requests) as max_requests",
  ),
  followed(
    ['error rate per service', 'which are above 10%?'],
    'and which are below?',
    'source logs | groupby $l.subsystemname aggregate count_if($m.severity == ERROR) / count() as error_rate | filter error_rate <= 0.1 | orderby error_rate desc',
  ),
  followed(
    ['users with more than 5 errors'],
    'more than 10',
    'source logs | filter $m.severity == ERROR && $d.user_id != null | groupby $d.user_id aggregate count() as errors | filter errors > 10 | orderby errors desc',
  ),
  followed(
    ['users with more than 5 errors'],
    'fewer than 20',
    'source logs | filter $m.severity == ERROR && $d.user_id != null | groupby $d.user_id aggregate count() as errors | filter errors > 5 | filter errors < 20 | orderby errors desc',
  ),
  followed(
    ['users with errors'],
    'sort by number of errors',
    'source logs | filter $m.severity == ERROR | groupby $d.user_id aggregate count() as count | orderby count desc',
  ),
  followed(
    ['errors by path'],
    'order by count ascending',
    'source logs | filter $m.severity == ERROR | groupby $d.path aggregate count() as errors | orderby errors asc',
  ),
  followed(
    ['errors in the last hour'],
    'extend it to the whole day',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR",
  ),
  followed(['errors in the last 3 hours'], 'hmm, 6 actually', 'source logs last 6h | filter $m.severity == ERROR'),
  followed(['errors in the last 3 hours'], 'no, 12', 'source logs last 12h | filter $m.severity == ERROR'),
  followed(
    ['latest 5 errors'],
    'show their users',
    'source logs | filter $m.severity == ERROR | orderby $m.timestamp desc | limit 5 | choose $d.user_id',
  ),
  followed(
    ['requests by path'],
    'with average duration',
    'source logs | groupby $d.path aggregate count() as requests, avg($d.duration_ms) as avg_duration_ms | orderby requests desc',
  ),
  followed(
    ['requests by path', 'with average duration'],
    'slowest first',
    'source logs | groupby $d.path aggregate count() as requests, avg($d.duration_ms) as avg_duration_ms | orderby avg_duration_ms desc',
  ),
  followed(
    ['top 5 paths'],
    'with their error rate',
    'source logs | filter $d.path != null | groupby $d.path aggregate count() as count, count_if($m.severity == ERROR) / count() as error_rate | orderby count desc | limit 5',
  ),
  followed(
    ['requests by region'],
    'error rate of each',
    'source logs | groupby $d.region aggregate count_if($m.severity == ERROR) / count() as error_rate | orderby error_rate desc',
  ),
  followed(
    ['errors by region'],
    'as a rate',
    'source logs | groupby $d.region aggregate count_if($m.severity == ERROR) / count() as rate | orderby rate desc',
  ),
  followed(
    ['errors in checkout'],
    'as a rate',
    "source logs | filter $l.subsystemname == 'checkout' | aggregate count_if($m.severity == ERROR) / count() as rate",
  ),
  followed(
    ['errors by path'],
    'split the checkout ones by host',
    "source logs | filter $m.severity == ERROR && $l.subsystemname == 'checkout' | groupby $d.host aggregate count() as errors | orderby errors desc",
  ),
  followed(
    ['errors by path'],
    'checkout by region',
    "source logs | filter $m.severity == ERROR && $l.subsystemname == 'checkout' | groupby $d.region aggregate count() as errors | orderby errors desc",
  ),
  followed(
    ['database calls by service', 'how long do they take?'],
    'p95',
    "source spans | filter $d.tags['db.system'] != null | groupby $l.serviceName aggregate percentile(0.95, $m.duration) as p95_duration | orderby p95_duration desc",
  ),
  followed(
    ['503s today', 'and yesterday?'],
    'put them side by side',
    "source logs between @'now' / 1d - 1d and @'now' | filter $d.status == 503 | aggregate count_if($m.timestamp >= @'now' / 1d) as today, count_if($m.timestamp < @'now' / 1d) as yesterday",
  ),
  followed(
    ['errors by path today', 'and yesterday?'],
    'compare them',
    "source logs between @'now' / 1d - 1d and @'now' | filter $m.severity == ERROR | groupby $d.path aggregate count_if($m.timestamp >= @'now' / 1d) as today, count_if($m.timestamp < @'now' / 1d) as yesterday | orderby today desc",
  ),
  followed(
    ['errors in checkout', 'and in cart'],
    'which one has more?',
    "source logs | filter $m.severity == ERROR && in($l.subsystemname, 'checkout', 'cart') | groupby $l.subsystemname aggregate count() as count | orderby count desc",
  ),
  followed(
    ['average latency of checkout', 'and cart'],
    'which is slower?',
    "source spans | filter in($l.serviceName, 'checkout', 'cart') | groupby $l.serviceName aggregate avg($m.duration) as avg_duration | orderby avg_duration desc",
  ),
  followed(
    ['errors in checkout', 'and cart?'],
    'compare them',
    "source logs | filter $m.severity == ERROR && in($l.subsystemname, 'checkout', 'cart') | groupby $l.subsystemname aggregate count() as count | orderby count desc",
  ),
  followed(
    ['failed requests per path'],
    'and the successful ones next to it',
    'source logs | groupby $d.path aggregate count_if($d.status >= 400) as failed_requests, count_if($d.status < 400) as successful | orderby failed_requests desc',
  ),
  followed(
    ['what percentage of requests are 404?'],
    'and 503?',
    'source logs | aggregate count_if($d.status == 503) / count() as rate',
  ),
  followed(
    ['error rate by region'],
    'and warnings',
    'source logs | groupby $d.region aggregate count_if($m.severity == WARNING) / count() as rate | orderby rate desc',
  ),
  followed(
    ['error rate per service'],
    'and number of requests',
    'source logs | groupby $l.subsystemname aggregate count_if($m.severity == ERROR) / count() as error_rate, count() as count | orderby error_rate desc',
  ),
  followed(
    ['error rate per service', 'and number of requests'],
    'only those with more than 500',
    'source logs | groupby $l.subsystemname aggregate count_if($m.severity == ERROR) / count() as error_rate, count() as count | filter count > 500 | orderby error_rate desc',
  ),
  followed(
    ['users with errors'],
    'how many of them are in eu-west-1?',
    "source logs | filter $d.region == 'eu-west-1' | join inner (source logs | filter $m.severity == ERROR && $d.user_id != null | distinct $d.user_id) on left=>user_id == right=>user_id into related | aggregate distinct_count($d.user_id) as how_many",
  ),
  followed(
    ['errors by user'],
    'as a share of their requests',
    'source logs | groupby $d.user_id aggregate count_if($m.severity == ERROR) / count() as rate | orderby rate desc',
  ),
];
