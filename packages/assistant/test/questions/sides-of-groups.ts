import { answered, type QuestionItem } from './item.ts';

/** Groups where one side has more than another, shares of those who did one thing, rates that say what counts, and what was done just once. */
export const SIDES_OF_GROUPS: readonly QuestionItem[] = [
  answered(
    'services where eu-west-1 has more errors than us-east-1',
    "source logs | groupby $l.subsystemname aggregate count_if($m.severity == ERROR && $d.region == 'eu-west-1') as eu_west_1, count_if($m.severity == ERROR && $d.region == 'us-east-1') as us_east_1 | filter eu_west_1 > us_east_1 | orderby eu_west_1 desc",
  ),
  answered(
    'which endpoints are slower in eu-west-1 than in us-east-1?',
    "source logs | filter $d.path != null | groupby $d.path aggregate avg(if($d.region == 'eu-west-1', $d.duration_ms, null)) as eu_west_1, avg(if($d.region == 'us-east-1', $d.duration_ms, null)) as us_east_1 | filter eu_west_1 > us_east_1 | orderby eu_west_1 desc",
  ),
  answered(
    'endpoints that got more requests in eu-west-1 than in us-east-1',
    "source logs | filter $d.path != null | groupby $d.path aggregate count_if($d.region == 'eu-west-1') as eu_west_1, count_if($d.region == 'us-east-1') as us_east_1 | filter eu_west_1 > us_east_1 | orderby eu_west_1 desc",
  ),
  answered(
    'endpoints with more than 100 requests where over 10% failed',
    'source logs | filter $d.path != null | groupby $d.path aggregate count() as requests, count_if($d.status >= 400) / count() as share | filter requests > 100 | filter share > 0.1 | orderby requests desc',
  ),
  answered(
    'which service has the worst success rate?',
    'source logs | groupby $l.subsystemname aggregate count_if($d.status < 400) / count() as success_rate | orderby success_rate asc | limit 1',
  ),
  answered(
    'success rate by region, worst first',
    'source logs | groupby $d.region aggregate count_if($d.status < 400) / count() as success_rate | orderby success_rate asc',
  ),
  answered(
    'success quota (status 200) per path',
    'source logs | groupby $d.path aggregate count_if($d.status == 200) / count() as success_rate | orderby success_rate desc',
  ),
  answered(
    'failure rate (5xx only) by region',
    'source logs | groupby $d.region aggregate count_if($d.status >= 500 && $d.status < 600) / count() as failure_rate | orderby failure_rate desc',
  ),
  answered(
    'what percentage of the users who visited cart also got to checkout?',
    "source logs | filter $d.user_id != null | groupby $d.user_id aggregate count_if($l.subsystemname == 'checkout') as checkout, count_if($l.subsystemname == 'cart') as cart | filter cart > 0 | aggregate count_if(checkout > 0) / count() as share",
  ),
  answered(
    'share of users who visited cart but never checkout',
    "source logs | filter $d.user_id != null | groupby $d.user_id aggregate count_if($l.subsystemname == 'checkout') as checkout, count_if($l.subsystemname == 'cart') as cart | filter cart > 0 | aggregate count_if(checkout == 0) / count() as share",
  ),
  answered(
    'checkouts per cart visit',
    "source logs | aggregate count_if($l.subsystemname == 'checkout') / count_if($l.subsystemname == 'cart') as ratio",
  ),
  answered(
    'messages containing "timeout" but not "payment"',
    "source logs | filter $d.msg ~ 'timeout' && !($d.msg ~ 'payment')",
  ),
  answered(
    'successful logins vs failed ones per hour',
    "source logs | filter $d.path == '/api/v1/login' | groupby roundTime($m.timestamp, 1h) as bucket aggregate count_if($d.status < 400) as successful, count_if($d.status >= 400) as failed | orderby bucket asc",
  ),
  answered(
    'users seen only once today',
    "source logs between @'now' / 1d and @'now' | filter $d.user_id != null | groupby $d.user_id aggregate count() as count | filter count == 1 | orderby count desc",
  ),
  answered(
    'users with errors exactly twice',
    'source logs | filter $m.severity == ERROR && $d.user_id != null | groupby $d.user_id aggregate count() as errors | filter errors == 2 | orderby errors desc',
  ),
  answered(
    'which users hit checkout just once?',
    "source logs | filter $d.user_id != null && $l.subsystemname == 'checkout' | groupby $d.user_id aggregate count() as requests | filter requests == 1 | orderby requests desc",
  ),
];
