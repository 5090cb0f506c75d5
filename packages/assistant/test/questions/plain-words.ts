import { answered, type QuestionItem } from './item.ts';

/** What one sentence asks of rows, messages and durations, in everyday words. */
export const PLAIN_WORDS: readonly QuestionItem[] = [
  answered(
    'lines containing timeout or cache miss',
    "source logs | filter $d.msg ~ 'timeout' || $d.msg ~ 'cache miss'",
  ),
  answered(
    'messages that mention a timeout, connection refused or heap space',
    "source logs | filter $d.msg ~ 'timeout' || $d.msg ~ 'connection refused' || $d.msg ~ 'heap space'",
  ),
  answered(
    'how many lines say "card declined" or "login failed" today',
    "source logs between @'now' / 1d and @'now' | filter $d.msg ~ 'card declined' || $d.msg ~ 'login failed' | count",
  ),
  answered(
    'logs not mentioning timeouts or cache misses in checkout',
    "source logs | filter !($d.msg ~ 'timeout') && !($d.msg ~ 'cache miss') && $l.subsystemname == 'checkout'",
  ),
  answered(
    'errors without timeouts or refused connections',
    "source logs | filter $m.severity == ERROR && !($d.msg ~ 'timeout') && !($d.msg ~ 'connection refused')",
  ),
  answered(
    'messages starting with "order" or "email"',
    "source logs | filter startsWith($d.msg, 'order') || startsWith($d.msg, 'email')",
  ),
  answered(
    'logs whose path contains "che" or "car"',
    "source logs | filter contains($d.path, 'che') || contains($d.path, 'car')",
  ),
  answered(
    'how slow is redis',
    "source spans | filter $d.tags['db.system'] == 'redis' | aggregate avg($m.duration) as avg_duration",
  ),
  answered(
    'how fast is checkout today',
    "source spans between @'now' / 1d and @'now' | filter $l.serviceName == 'checkout' | aggregate avg($m.duration) as avg_duration",
  ),
  answered(
    'how slow were the postgresql calls yesterday, p95',
    "source spans between @'now' / 1d - 1d and @'now' / 1d | filter $l.serviceName == 'postgresql' | aggregate percentile(0.95, $m.duration) as p95_duration",
  ),
  answered(
    'errors in all regions but us-east-1',
    "source logs | filter $m.severity == ERROR && $d.region != 'us-east-1'",
  ),
  answered(
    'every service but billing: warnings today',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == WARNING && $l.subsystemname != 'billing' | groupby $l.subsystemname aggregate count() as warnings | orderby warnings desc",
  ),
  answered(
    'all methods but GET, requests per method',
    "source logs | filter $d.method != 'GET' | groupby $d.method aggregate count() as requests | orderby requests desc",
  ),
  answered('anything but 200s in the last hour', 'source logs last 1h | filter $d.status != 200'),
  answered(
    'requests that took 1 to 2 seconds',
    'source spans | filter $m.duration >= 1000000 && $m.duration <= 2000000',
  ),
  answered(
    'cart requests taking 200-400 ms',
    "source spans | filter $l.serviceName == 'cart' && $m.duration >= 200000 && $m.duration <= 400000",
  ),
  answered(
    'calls that lasted from 100 to 250 ms',
    'source spans | filter $m.duration >= 100000 && $m.duration <= 250000',
  ),
  answered(
    'how many requests took 500ms to 1s yesterday',
    "source spans between @'now' / 1d - 1d and @'now' / 1d | filter $m.duration >= 500000 && $m.duration <= 1000000 | count",
  ),
  answered(
    'very first error of today',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | orderby $m.timestamp asc | limit 1",
  ),
  answered(
    'the newest "order placed" entries',
    "source logs | filter $d.msg ~ 'order placed' | orderby $m.timestamp desc",
  ),
  answered(
    'the newest "order placed" entry',
    "source logs | filter $d.msg ~ 'order placed' | orderby $m.timestamp desc | limit 1",
  ),
  answered(
    'the slowest checkout in the past 3 hours',
    "source spans last 3h | filter $l.serviceName == 'checkout' | orderby $m.duration desc | limit 1",
  ),
  answered('the last 503 responses', 'source logs | filter $d.status == 503 | orderby $m.timestamp desc'),
  answered(
    'first 404 in cart today',
    "source logs between @'now' / 1d and @'now' | filter $d.status == 404 && $l.subsystemname == 'cart' | orderby $m.timestamp asc | limit 1",
  ),
  answered(
    'latest 502 in billing',
    "source logs | filter $d.status == 502 && $l.subsystemname == 'billing' | orderby $m.timestamp desc | limit 1",
  ),
  answered('the last 500 error', 'source logs | filter $d.status == 500 | orderby $m.timestamp desc | limit 1'),
  answered('last 500 errors', 'source logs | filter $m.severity == ERROR | orderby $m.timestamp desc | limit 500'),
  answered('last 404s', 'source logs | filter $d.status == 404 | orderby $m.timestamp desc'),
  answered(
    'who had the slowest request today',
    "source logs between @'now' / 1d and @'now' | filter $d.user_id != null | groupby $d.user_id aggregate max($d.duration_ms) as max_duration_ms | orderby max_duration_ms desc | limit 1",
  ),
  answered(
    'whose requests are slowest',
    'source logs | filter $d.user_id != null | groupby $d.user_id aggregate avg($d.duration_ms) as avg_duration_ms | orderby avg_duration_ms desc | limit 1',
  ),
  answered('which messages does billing log', "source logs | filter $l.subsystemname == 'billing' | distinct $d.msg"),
  answered(
    'what error messages are there today',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | distinct $d.msg",
  ),
  answered(
    'how many distinct error messages were there this week',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter $m.severity == ERROR | aggregate distinct_count($d.msg) as messages",
  ),
  answered(
    'which warning message is most common',
    'source logs | filter $m.severity == WARNING | groupby $d.msg aggregate count() as warnings | orderby warnings desc | limit 1',
  ),
  answered(
    'failing services today',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | distinct $l.subsystemname",
  ),
  answered(
    'rate limited users in the last 15 min',
    'source logs last 15m | filter $d.status == 429 | distinct $d.user_id',
  ),
  answered(
    'how many 2xx did we serve this morning',
    "source logs between @'2026-11-20T06:00:00Z' and @'2026-11-20T12:00:00Z' | filter $d.status >= 200 && $d.status < 300 | count",
  ),
  answered(
    'the slowest search today',
    "source spans between @'now' / 1d and @'now' | filter $l.serviceName == 'search' | orderby $m.duration desc | limit 1",
  ),
  answered(
    'how long does a search take on average',
    "source spans | filter $l.serviceName == 'search' | aggregate avg($m.duration) as avg_duration",
  ),
  answered(
    'errors by request path',
    'source logs | filter $m.severity == ERROR | groupby $d.path aggregate count() as errors | orderby errors desc',
  ),
  answered(
    'lowest duration in cart this week',
    "source spans between @'2026-11-16T00:00:00Z' and @'now' | filter $l.serviceName == 'cart' | orderby $m.duration asc | limit 1",
  ),
];
