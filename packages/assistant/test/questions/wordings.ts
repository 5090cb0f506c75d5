import { answered, declined, type QuestionItem } from './item.ts';

/** The same things in the words of people who write no queries, and what the data has no word for. */
export const WORDINGS: readonly QuestionItem[] = [
  answered(
    'everything that was logged under trace id 4bf92f3577b34da6a3ce929d0e0e4736',
    "source logs | filter $d.trace_id == '4bf92f3577b34da6a3ce929d0e0e4736' | orderby $m.timestamp asc",
  ),
  answered(
    'all logs with trace id 4bf92f3577b34da6a3ce929d0e0e4736 today',
    "source logs between @'now' / 1d and @'now' | filter $d.trace_id == '4bf92f3577b34da6a3ce929d0e0e4736' | orderby $m.timestamp asc",
  ),
  answered(
    'how many times did someone get "login failed" today',
    "source logs between @'now' / 1d and @'now' | filter $d.msg ~ 'login failed' | count",
  ),
  answered('how often did users see "login failed"', "source logs | filter $d.msg ~ 'login failed' | count"),
  answered(
    'u-1 says the shop was slow between 9 and 11 this morning: average and worst response time for them please',
    "source logs between @'2026-11-20T09:00:00Z' and @'2026-11-20T11:00:00Z' | filter $d.user_id == 'u-1' | aggregate avg($d.duration_ms) as avg_duration_ms, max($d.duration_ms) as max_duration_ms",
  ),
  answered(
    'average and worst latency by service',
    'source spans | groupby $l.serviceName aggregate avg($m.duration) as avg_duration, max($m.duration) as max_duration | orderby avg_duration desc',
  ),
  answered(
    'best and worst response time per operation',
    'source spans | groupby $l.operationName aggregate min($m.duration) as min_duration, max($m.duration) as max_duration | orderby min_duration desc',
  ),
  answered(
    'mean, best and worst response time of cart',
    "source spans | filter $l.serviceName == 'cart' | aggregate avg($m.duration) as avg_duration, min($m.duration) as min_duration, max($m.duration) as max_duration",
  ),
  answered(
    'when did "login failed" show up for the first time today?',
    "source logs between @'now' / 1d and @'now' | filter $d.msg ~ 'login failed' | aggregate min($m.timestamp) as first_seen",
  ),
  answered(
    'when did "login failed" appear for the last time?',
    "source logs | filter $d.msg ~ 'login failed' | aggregate max($m.timestamp) as last_seen",
  ),
  answered(
    'when was "login failed" first logged',
    "source logs | filter $d.msg ~ 'login failed' | aggregate min($m.timestamp) as first_seen",
  ),
  answered(
    'when did we last place an order',
    "source logs | filter $d.msg ~ 'order placed' | aggregate max($m.timestamp) as last_seen",
  ),
  answered(
    'how many times did we place an order today',
    "source logs between @'now' / 1d and @'now' | filter $d.msg ~ 'order placed' | count",
  ),
  answered(
    'how many orders did checkout place today',
    "source logs between @'now' / 1d and @'now' | filter $d.msg ~ 'order placed' && $l.subsystemname == 'checkout' | count",
  ),
  answered(
    'which different messages does checkout log at error level',
    "source logs | filter $m.severity == ERROR && $l.subsystemname == 'checkout' | distinct $d.msg",
  ),
  answered(
    'distinct error messages of cart',
    "source logs | filter $m.severity == ERROR && $l.subsystemname == 'cart' | distinct $d.msg",
  ),
  answered('what are the unique warning messages', 'source logs | filter $m.severity == WARNING | distinct $d.msg'),
  answered(
    'number of active users per day',
    'source logs | groupby roundTime($m.timestamp, 1d) as bucket aggregate distinct_count($d.user_id) as users | orderby bucket asc',
  ),
  answered(
    'daily active users',
    'source logs | groupby roundTime($m.timestamp, 1d) as bucket aggregate distinct_count($d.user_id) as users | orderby bucket asc',
  ),
  answered('active users today', "source logs between @'now' / 1d and @'now' | distinct $d.user_id"),
  answered('most active users', 'source logs | groupby $d.user_id aggregate count() as count | orderby count desc'),
  answered(
    'how many requests did each app handle today',
    "source logs between @'now' / 1d and @'now' | groupby $l.applicationname aggregate count() as requests | orderby requests desc",
  ),
  answered(
    'how many requests did checkout serve yesterday',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $l.subsystemname == 'checkout' | count",
  ),
  answered(
    'how many requests does each region receive per hour',
    'source logs | groupby roundTime($m.timestamp, 1h) as bucket, $d.region aggregate count() as requests | orderby bucket asc',
  ),
  answered(
    'how much of the errors on each path is "login failed", in percent?',
    "source logs | filter $m.severity == ERROR | groupby $d.path aggregate count_if($d.msg ~ 'login failed') / count() as rate | orderby rate desc",
  ),
  answered(
    'how much of the errors is "login failed"?',
    "source logs | filter $m.severity == ERROR | aggregate count_if($d.msg ~ 'login failed') / count() as rate",
  ),
  answered(
    'how many of the requests failed, in percent?',
    'source logs | aggregate count_if($d.status >= 400) / count() as rate',
  ),
  answered(
    'which percentage of errors per path is "login failed"',
    "source logs | filter $m.severity == ERROR | groupby $d.path aggregate count_if($d.msg ~ 'login failed') / count() as share | orderby share desc",
  ),
  answered('how many lines did checkout write', "source logs | filter $l.subsystemname == 'checkout' | count"),
  answered(
    'how many things went wrong today',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | count",
  ),
  answered(
    'which different errors does checkout have',
    "source logs | filter $m.severity == ERROR && $l.subsystemname == 'checkout' | distinct $d.msg",
  ),
  answered(
    'how many different warnings per service',
    'source logs | filter $m.severity == WARNING | groupby $l.subsystemname aggregate distinct_count($d.msg) as messages | orderby messages desc',
  ),
  answered('which error codes are there', 'source logs | filter $d.error_code != null | distinct $d.error_code'),
  answered(
    'when did the first 503 occur today',
    "source logs between @'now' / 1d and @'now' | filter $d.status == 503 | aggregate min($m.timestamp) as first_seen",
  ),
  answered(
    'best response time per operation',
    'source spans | groupby $l.operationName aggregate min($m.duration) as min_duration | orderby min_duration desc',
  ),
  declined('how much memory did checkout use yesterday?', 'clarify'),
  declined('how many articles did cart send yesterday', 'clarify'),
  declined('which payment method fails most often?', 'clarify'),
  declined('errors of version 9.9.9', 'clarify'),
];
