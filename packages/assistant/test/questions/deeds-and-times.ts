import { answered, type QuestionItem } from './item.ts';

/** Deeds by the words of messages, counts beside each other, and times as they are said in passing. */
export const DEEDS_AND_TIMES: readonly QuestionItem[] = [
  answered(
    'how many 404s and how many 500s today',
    "source logs between @'now' / 1d and @'now' | aggregate count_if($d.status == 404) as s_404s, count_if($d.status == 500) as s_500s",
  ),
  answered(
    'how many GETs and how many POSTs in the last hour',
    "source logs last 1h | aggregate count_if($d.method == 'GET') as gets, count_if($d.method == 'POST') as posts",
  ),
  answered(
    'number of checkout logs and number of cart logs today',
    "source logs between @'now' / 1d and @'now' | aggregate count_if($l.subsystemname == 'checkout') as checkout, count_if($l.subsystemname == 'cart') as cart",
  ),
  answered(
    'how many timeouts and how many cache misses per hour today',
    "source logs between @'now' / 1d and @'now' | groupby roundTime($m.timestamp, 1h) as bucket aggregate count_if($d.msg ~ 'timeout') as timeout, count_if($d.msg ~ 'cache miss') as cache_miss | orderby bucket asc",
  ),
  answered(
    'how many users and how many errors today',
    "source logs between @'now' / 1d and @'now' | aggregate distinct_count($d.user_id) as users, count_if($m.severity == ERROR) as errors",
  ),
  answered(
    'how many errors and how many users were affected',
    'source logs | filter $m.severity == ERROR | aggregate count() as errors, distinct_count($d.user_id) as users',
  ),
  answered(
    'failed vs successful requests today',
    "source logs between @'now' / 1d and @'now' | aggregate count_if($d.status >= 400) as failed, count_if($d.status < 400) as successful_requests",
  ),
  answered(
    'how many requests failed and how many succeeded in cart',
    "source logs | filter $l.subsystemname == 'cart' | aggregate count_if($d.status >= 400) as failed, count_if($d.status < 400) as succeeded",
  ),
  answered(
    'successful and failed checkouts per hour',
    "source logs | filter $l.subsystemname == 'checkout' | groupby roundTime($m.timestamp, 1h) as bucket aggregate count_if($d.status < 400) as successful, count_if($d.status >= 400) as failed | orderby bucket asc",
  ),
  answered(
    'which error codes does billing have',
    "source logs | filter $l.subsystemname == 'billing' && $d.error_code != null | distinct $d.error_code",
  ),
  answered(
    'what operations does checkout perform',
    "source spans | filter $l.serviceName == 'checkout' | distinct $l.operationName",
  ),
  answered(
    'which services talk to redis',
    "source spans | filter $d.tags['db.system'] == 'redis' | distinct $l.serviceName",
  ),
  answered('errors at the moment', 'source logs last 5m | filter $m.severity == ERROR'),
  answered('is anyone rate limited as we speak', 'source logs last 5m | filter $d.status == 429 | count'),
  answered('errors in the last quarter of an hour', 'source logs last 15m | filter $m.severity == ERROR'),
  answered('errors in the last three quarters of an hour', 'source logs last 45m | filter $m.severity == ERROR'),
  answered(
    '404s per quarter hour since noon',
    "source logs between @'2026-11-20T12:00:00Z' and @'now' | filter $d.status == 404 | groupby roundTime($m.timestamp, 15m) as bucket aggregate count() as count | orderby bucket asc",
  ),
  answered('requests up to 10:00 today', "source logs between @'2026-11-20T00:00:00Z' and @'2026-11-20T10:00:00Z'"),
  answered(
    'how many errors do we see an hour',
    'source logs | filter $m.severity == ERROR | groupby roundTime($m.timestamp, 1h) as bucket aggregate count() as errors | orderby bucket asc',
  ),
  answered(
    'number of 503s a minute in the last half hour',
    'source logs last 30m | filter $d.status == 503 | groupby roundTime($m.timestamp, 1m) as bucket aggregate count() as count | orderby bucket asc',
  ),
  answered(
    'p95 checkout 24h hourly',
    "source spans last 24h | filter $l.serviceName == 'checkout' | groupby roundTime($m.timestamp, 1h) as bucket aggregate percentile(0.95, $m.duration) as p95_duration | orderby bucket asc",
  ),
  answered(
    'err rate cart 1h',
    "source logs last 1h | filter $l.subsystemname == 'cart' | aggregate count_if($m.severity == ERROR) / count() as rate",
  ),
  answered('503s 30m', 'source logs last 30m | filter $d.status == 503'),
  answered(
    'top 5 hosts 7d',
    'source logs last 7d | groupby $d.host aggregate count() as count | orderby count desc | limit 5',
  ),
  answered('give me 20 random log lines', 'source logs | limit 20'),
  answered(
    'who logged in yesterday',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $d.path == '/api/v1/login' | distinct $d.user_id",
  ),
  answered(
    'how many users logged in this morning',
    "source logs between @'2026-11-20T06:00:00Z' and @'2026-11-20T12:00:00Z' | filter $d.path == '/api/v1/login' | aggregate distinct_count($d.user_id) as users",
  ),
  answered(
    'did u-7 log in today',
    "source logs between @'now' / 1d and @'now' | filter $d.user_id == 'u-7' && $d.path == '/api/v1/login' | count",
  ),
  answered(
    'how often did people log in per hour today',
    "source logs between @'now' / 1d and @'now' | filter $d.path == '/api/v1/login' | groupby roundTime($m.timestamp, 1h) as bucket aggregate count() as count | orderby bucket asc",
  ),
  answered(
    'how many orders were created today',
    "source logs between @'now' / 1d and @'now' | filter $d.msg ~ 'order placed' | count",
  ),
  answered(
    'who submitted an order yesterday',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $d.msg ~ 'order placed' | distinct $d.user_id",
  ),
  answered(
    'purchases made per hour',
    "source logs | filter $d.msg ~ 'order placed' | groupby roundTime($m.timestamp, 1h) as bucket aggregate count() as count | orderby bucket asc",
  ),
  answered(
    'how many mails were delivered yesterday',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $d.msg ~ 'email sent' | count",
  ),
  answered(
    'did a login fail today',
    "source logs between @'now' / 1d and @'now' | filter $d.msg ~ 'login failed' | count",
  ),
  answered('errors so far today', "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR"),
  answered('requests during the last full hour', "source logs between @'now' / 1h - 1h and @'now' / 1h"),
  answered(
    'errors in the previous whole day',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $m.severity == ERROR",
  ),
  answered(
    'name the hosts with the most 404s',
    'source logs | filter $d.status == 404 | groupby $d.host aggregate count() as count | orderby count desc',
  ),
  answered(
    'how many users had at least one 503 today',
    "source logs between @'now' / 1d and @'now' | filter $d.user_id != null && $d.status == 503 | groupby $d.user_id aggregate count() as count | filter count >= 1 | aggregate count() as users",
  ),
  answered(
    'hosts with at least three 500s today',
    "source logs between @'now' / 1d and @'now' | filter $d.status == 500 | groupby $d.host aggregate count() as count | filter count >= 3 | orderby count desc",
  ),
  answered(
    'error messages that appear only once',
    'source logs | filter $m.severity == ERROR | groupby $d.msg aggregate count() as errors | filter errors == 1 | orderby errors desc',
  ),
  answered(
    'users who failed just once today',
    "source logs between @'now' / 1d and @'now' | filter $d.user_id != null && $d.status >= 400 | groupby $d.user_id aggregate count() as count | filter count == 1 | orderby count desc",
  ),
  answered(
    '429s: who and how often',
    'source logs | filter $d.status == 429 && $d.user_id != null | groupby $d.user_id aggregate count() as count | orderby count desc',
  ),
  answered(
    'everything between 14:00 and 14:10',
    "source logs between @'2026-11-20T14:00:00Z' and @'2026-11-20T14:10:00Z'",
  ),
  answered('show me everything from today', "source logs between @'now' / 1d and @'now'"),
  answered(
    'errors on the 19th',
    "source logs between @'2026-11-19T00:00:00Z' and @'2026-11-20T00:00:00Z' | filter $m.severity == ERROR",
  ),
  answered('503s since the 17th', "source logs between @'2026-11-17T00:00:00Z' and @'now' | filter $d.status == 503"),
  answered(
    'errors from the 16th to the 18th',
    "source logs between @'2026-11-16T00:00:00Z' and @'2026-11-19T00:00:00Z' | filter $m.severity == ERROR",
  ),
  answered(
    'errors on the 19th between 10:00 and 11:00',
    "source logs between @'2026-11-19T10:00:00Z' and @'2026-11-19T11:00:00Z' | filter $m.severity == ERROR",
  ),
  answered(
    'how high was the cache miss rate today',
    "source logs between @'now' / 1d and @'now' | aggregate count_if($d.msg ~ 'cache miss') / count() as rate",
  ),
  answered('list 404 users', 'source logs | filter $d.status == 404 | distinct $d.user_id'),
  answered(
    '429 users today',
    "source logs between @'now' / 1d and @'now' | filter $d.status == 429 | distinct $d.user_id",
  ),
];
