import { followed, type QuestionItem } from './item.ts';

const TODAY = "between @'now' / 1d and @'now'";

/** Follow-ups as people say them: with what they say before and after, several at once, of groups and of wholes. */
export const FOLLOW_UPS_SPOKEN: readonly QuestionItem[] = [
  followed(
    ['average duration for /cart today'],
    'hm, what about the max sry',
    `source logs ${TODAY} | filter $d.path == '/api/v1/cart' | aggregate max($d.duration_ms) as max_duration_ms`,
  ),
  followed(
    ['errors by service today'],
    'wait, i meant yesterday',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | orderby errors desc",
  ),
  followed(
    ['errors in cart today'],
    'newest first and only like 10',
    `source logs ${TODAY} | filter $m.severity == ERROR && $l.subsystemname == 'cart' | orderby $m.timestamp desc | limit 10`,
  ),
  followed(
    ['errors by service today', 'top 3 only'],
    'no, show all of them again',
    `source logs ${TODAY} | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | orderby errors desc`,
  ),
  followed(
    ['requests per day this week'],
    'drop today, it is incomplete',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' / 1d | groupby roundTime($m.timestamp, 1d) as bucket aggregate count() as requests | orderby bucket asc",
  ),
  followed(
    ['requests per day this week'],
    'without yesterday',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter $m.timestamp < @'now' / 1d - 1d || $m.timestamp >= @'now' / 1d | groupby roundTime($m.timestamp, 1d) as bucket aggregate count() as requests | orderby bucket asc",
  ),
  followed(
    ['requests per day this week'],
    'now the mean of those',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | groupby roundTime($m.timestamp, 1d) as bucket aggregate count() as requests | aggregate avg(requests) as avg_requests",
  ),
  followed(
    ['404s by path today', 'top 5'],
    'what is the median of those?',
    `source logs ${TODAY} | filter $d.status == 404 | groupby $d.path aggregate count() as count | orderby count desc | limit 5 | aggregate percentile(0.5, count) as p50_count`,
  ),
  followed(
    ['users with errors today'],
    'sort by number of errors, lowest first',
    `source logs ${TODAY} | filter $m.severity == ERROR | groupby $d.user_id aggregate count() as count | orderby count asc`,
  ),
  followed(
    ['which paths are there?'],
    'how often did each one come up today?',
    `source logs ${TODAY} | groupby $d.path aggregate count() as count | orderby count desc`,
  ),
  followed(
    ['how many different users went to checkout today?'],
    'how many of them had an error?',
    `source logs ${TODAY} | filter $l.subsystemname == 'checkout' && $m.severity == ERROR | aggregate distinct_count($d.user_id) as users`,
  ),
  followed(
    ['404s per hour today in cart'],
    'as a percentage of all cart requests',
    `source logs ${TODAY} | filter $l.subsystemname == 'cart' | groupby roundTime($m.timestamp, 1h) as bucket aggregate count_if($d.status == 404) / count() as share | orderby bucket asc`,
  ),
  followed(
    ['errors by service today'],
    'as a percentage, top 3',
    `source logs ${TODAY} | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | join cross (source logs ${TODAY} | filter $m.severity == ERROR | count into total) into all | choose subsystemname, errors, errors / all.total as share | orderby errors desc | limit 3`,
  ),
  followed(
    ['errors by host in cart today', 'and for checkout?'],
    'ok back to cart, last hour',
    "source logs last 1h | filter $m.severity == ERROR && $l.subsystemname == 'cart' | groupby $d.host aggregate count() as errors | orderby errors desc",
  ),
  followed(
    ['average duration of /search yesterday'],
    'is it any better today?',
    `source logs ${TODAY} | filter $d.path == '/api/v1/search' | aggregate avg($d.duration_ms) as avg_duration_ms`,
  ),
  followed(
    ['compare the error rate of cart and checkout today'],
    'do that for every host',
    `source logs ${TODAY} | filter in($l.subsystemname, 'cart', 'checkout') | groupby $d.host, $l.subsystemname aggregate count_if($m.severity == ERROR) / count() as error_rate | orderby error_rate desc`,
  ),
  {
    question: 'delete them',
    expected: { decision: 'refuse' },
    context: ['errors in cart today'],
  },
];
