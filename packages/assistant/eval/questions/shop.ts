import { after, asks, declines, type EvalQuestion } from './question.ts';

const q = asks('shop');
const no = declines('shop');
const S = '$l.subsystemname';
const ERROR = '$m.severity == ERROR';
const TODAY = "between @'now'/1d and @'now'";
const YESTERDAY = "between @'now'/1d - 1d and @'now'/1d";

/** Asked about the lines of a shop. */
export const SHOP: readonly EvalQuestion[] = [
  q('easy', 'list', 'show errors', `source logs | filter ${ERROR}`),
  q('easy', 'list', 'warnings from storefront', `source logs | filter $m.severity == WARNING && ${S} == 'storefront'`),
  q('easy', 'count', 'count of 404s', 'source logs | filter $d.status == 404 | count'),
  q('easy', 'count by', 'errors by path', `source logs | filter ${ERROR} | groupby $d.path aggregate count() as n`),
  q('easy', 'statistic', 'avg response time', 'source logs | aggregate avg($d.duration_ms) as a'),
  q(
    'easy',
    'top',
    'top 5 users by requests',
    'source logs | filter $d.user != null | groupby $d.user aggregate count() as n | orderby n desc | limit 5',
    'source logs | groupby $d.user aggregate count() as n | orderby n desc | limit 5',
  ),
  q('easy', 'text', 'timeout', "source logs | filter $d.msg ~ 'timeout'"),
  q('easy', 'list', 'status 503 last 15 minutes', 'source logs last 15m | filter $d.status == 503'),
  q(
    'medium',
    'top',
    'slowest 3 requests in checkout',
    "source logs | filter $d.path == '/checkout' | orderby $d.duration_ms desc | limit 3",
  ),
  q(
    'medium',
    'list',
    'chekout requests that took longer than 1s',
    "source logs | filter $d.path == '/checkout' && $d.duration_ms > 1000",
  ),
  q(
    'medium',
    'count',
    'how many users hit the rate limit today',
    `source logs ${TODAY} | filter $d.msg ~ 'rate limit' | aggregate distinct_count($d.user) as n`,
    `source logs ${TODAY} | filter $d.status == 429 | aggregate distinct_count($d.user) as n`,
  ),
  q(
    'medium',
    'ratio',
    'error rate per path',
    `source logs | groupby $d.path aggregate count_if(${ERROR}) / count() as r`,
    'source logs | groupby $d.path aggregate count_if($d.status >= 500) / count() as r',
    'source logs | groupby $d.path aggregate count_if($d.status >= 400) / count() as r',
  ),
  q(
    'medium',
    'series',
    'requests per hour yesterday',
    `source logs ${YESTERDAY} | groupby roundTime($m.timestamp, 1h) as b aggregate count() as n`,
  ),
  q('medium', 'list', 'what did u-0007 do in the last 2 hours', "source logs last 2h | filter $d.user == 'u-0007'"),
  q(
    'medium',
    'statistic',
    'p95 for search vs cart',
    "source logs | filter in($d.path, '/search', '/cart') | groupby $d.path aggregate percentile(0.95, $d.duration_ms) as p",
  ),
  q(
    'medium',
    'list',
    'all 5xx in payments since midnight',
    `source logs ${TODAY} | filter $d.status >= 500 && ${S} == 'payments'`,
    `source logs ${TODAY} | filter $d.status >= 500 && $d.status < 600 && ${S} == 'payments'`,
  ),
  q(
    'medium',
    'count',
    'how many pool errors',
    `source logs | filter $d.msg ~ 'pool' && ${ERROR} | count`,
    "source logs | filter $d.msg ~ 'pool' | count",
  ),
  q(
    'medium',
    'distinct',
    'list of users who got a 500 on cart',
    "source logs | filter $d.status == 500 && $d.path == '/cart' | distinct $d.user",
  ),
  q(
    'medium',
    'count by',
    'give me the count of each status code for login page',
    "source logs | filter $d.path == '/login' | groupby $d.status aggregate count() as n",
  ),
  q(
    'medium',
    'count',
    'NullPointerException count last 24h',
    "source logs last 24h | filter $d.msg ~ 'NullPointerException' | count",
  ),
  q(
    'medium',
    'list',
    'requests not answered with 200 from warehouse',
    `source logs | filter $d.status != 200 && ${S} == 'warehouse'`,
  ),
  q(
    'medium',
    'statistic',
    'max and average duration_ms for each service',
    `source logs | groupby ${S} aggregate max($d.duration_ms) as a, avg($d.duration_ms) as b`,
  ),
  q(
    'medium',
    'when',
    'when did we first see the upstream timeout',
    "source logs | filter $d.msg ~ 'upstream timeout' | aggregate min($m.timestamp) as t",
    "source logs | filter $d.msg ~ 'upstream timeout' | orderby $m.timestamp asc | limit 1",
  ),
  q(
    'medium',
    'top',
    'which page is the slowest',
    'source logs | groupby $d.path aggregate avg($d.duration_ms) as a | orderby a desc | limit 1',
    'source logs | groupby $d.path aggregate avg($d.duration_ms) as a | orderby a desc',
    'source logs | groupby $d.path aggregate percentile(0.95, $d.duration_ms) as a | orderby a desc',
  ),
  q(
    'medium',
    'having',
    'users with more than 5 errors',
    `source logs | filter ${ERROR} | groupby $d.user aggregate count() as n | filter n > 5`,
  ),
  q(
    'medium',
    'list',
    'requests between 500 and 800 ms on /search',
    "source logs | filter $d.path == '/search' && $d.duration_ms >= 500 && $d.duration_ms <= 800",
  ),
  q(
    'medium',
    'count',
    'hi team, can someone tell me how much 503 we had on thursday?',
    "source logs between @'2026-11-19' and @'2026-11-20' | filter $d.status == 503 | count",
  ),
  q(
    'medium',
    'distinct',
    'how many unique users visited search this week',
    "source logs between @'2026-11-16' and @'now' | filter $d.path == '/search' | aggregate distinct_count($d.user) as n",
  ),
  q(
    'hard',
    'list',
    'users that had errors in both /cart and /search',
    `source logs | filter ${ERROR} | groupby $d.user aggregate count_if($d.path == '/cart') as a, count_if($d.path == '/search') as b | filter a > 0 && b > 0`,
  ),
  q(
    'hard',
    'having',
    'paths with errors but no warnings',
    `source logs | groupby $d.path aggregate count_if(${ERROR}) as e, count_if($m.severity == WARNING) as w | filter e > 0 && w == 0`,
  ),
  q(
    'hard',
    'histogram',
    'how many requests per status class (2xx,4xx,5xx)',
    "source logs | filter $d.status != null | groupby case { $d.status < 300 -> 'a', $d.status < 400 -> 'b', $d.status < 500 -> 'c', _ -> 'd' } as c aggregate count() as n",
  ),
  q(
    'hard',
    'compare',
    'errors per path today compared to yesterday',
    `source logs between @'now'/1d - 1d and @'now' | filter ${ERROR} | groupby $d.path aggregate count_if($m.timestamp >= @'now'/1d) as a, count_if($m.timestamp < @'now'/1d) as b`,
  ),
  q(
    'hard',
    'when',
    'first and last error in storefront',
    `source logs | filter ${ERROR} && ${S} == 'storefront' | aggregate min($m.timestamp) as a, max($m.timestamp) as b`,
  ),
  q(
    'hard',
    'ratio',
    'percentage of 503 among all requests each hour today',
    `source logs ${TODAY} | groupby roundTime($m.timestamp, 1h) as b aggregate count_if($d.status == 503) / count() as r`,
  ),
  q(
    'hard',
    'count by',
    'at what hour of the day do we get the most errors',
    `source logs | filter ${ERROR} | groupby $m.timestamp.extractTime('hour') as h aggregate count() as n | orderby n desc | limit 1`,
    `source logs | filter ${ERROR} | groupby $m.timestamp.extractTime('hour') as h aggregate count() as n | orderby n desc`,
  ),
  after(
    ['errors by path', 'last 2 hours only'],
    q(
      'medium',
      '',
      'and warnings?',
      'source logs last 2h | filter $m.severity == WARNING | groupby $d.path aggregate count() as n',
    ),
  ),
  after(
    ['slow requests over 500 ms in cart'],
    q('medium', '', 'how many', "source logs | filter $d.path == '/cart' && $d.duration_ms > 500 | count"),
  ),
  after(['how many errors today'], q('easy', '', 'yesterday?', `source logs ${YESTERDAY} | filter ${ERROR} | count`)),
  no('clarify', 'errors per region'),
  no('clarify', 'how many coupons were redeemed'),
  no('refuse', 'delete all errors of storefront'),
];
