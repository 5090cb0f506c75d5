import { S, THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { asFailed, asTold, FLEET_REQUESTS, INTENT, OWN_REQUESTS } from './fifth-blind-terms.ts';
import { daily, hourly, PATH, REGION, shopFailed } from './fresh-terms.ts';
import { SHOP_STATUS, THURSDAY, USER } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';

const own = asks('own');
const shop = asks('shop');
const fleet = asks('fleet');
const CHECKOUT = `${PATH} == '/checkout'`;
const CARTS_AND_CHECKOUTS = `count_if(${PATH} == '/cart') as carts, count_if(${CHECKOUT}) as checkouts`;

/** By an analyst of fraud and of payments. */
export const FIFTH_BLIND_FRAUD: readonly EvalQuestion[] = [
  shop(
    'easy',
    'count by',
    'Number of checkouts per user in the current week',
    `source logs ${THIS_WEEK} | filter ${CHECKOUT} | groupby ${USER} aggregate count() as n`,
    `source logs ${THIS_WEEK} | filter ${CHECKOUT} && ${SHOP_STATUS} < 400 | groupby ${USER} aggregate count() as n`,
  ),
  shop(
    'easy',
    'list',
    'All failed checkouts of user u-0013',
    ...shopFailed((bad) => `source logs | filter ${CHECKOUT} && ${USER} == 'u-0013' && ${bad}`),
  ),
  shop(
    'easy',
    'count',
    'Checkouts with status 200 today: how many?',
    `source logs ${TODAY} | filter ${CHECKOUT} && ${SHOP_STATUS} == 200 | count`,
  ),
  shop(
    'medium',
    'top groups',
    'The three users who hit the rate limit most often over the last 7 days',
    `source logs last 7d | filter ${SHOP_STATUS} == 429 && ${USER} != null | groupby ${USER} aggregate count() as n | orderby n desc | limit 3`,
  ),
  shop(
    'medium',
    'series',
    'Checkout volume by hour for Thursday, 19 November',
    `source logs ${THURSDAY} | filter ${CHECKOUT} | ${hourly} aggregate count() as n`,
  ),
  shop(
    'medium',
    'having',
    'Which users attempted more than 12 checkouts since Monday?',
    `source logs ${THIS_WEEK} | filter ${CHECKOUT} && ${USER} != null | groupby ${USER} aggregate count() as n | filter n > 12`,
    `source logs ${THIS_WEEK} | filter ${CHECKOUT} | groupby ${USER} aggregate count() as n | filter n > 12`,
  ),
  shop(
    'hard',
    'ratio',
    'Conversion in the last half hour: what percentage of the users who opened /cart also got to /checkout?',
    `source logs last 30m | filter ${USER} != null | groupby ${USER} aggregate ${CARTS_AND_CHECKOUTS} | filter carts > 0 | aggregate count_if(checkouts > 0) / count() as share`,
  ),
  shop(
    'hard',
    'top groups',
    'Ratio of checkouts to cart requests per user this week, ten highest',
    `source logs ${THIS_WEEK} | filter ${USER} != null | groupby ${USER} aggregate count_if(${CHECKOUT}) / count_if(${PATH} == '/cart') as ratio | orderby ratio desc | limit 10`,
  ),
  fleet(
    'easy',
    'count',
    'How many refund calls were made in the last 24 hours?',
    ...asTold(FLEET_REQUESTS, (told) => `${told.from('last 24h')} | filter ${told.route} == '/v2/refund' | count`),
  ),
  fleet(
    'easy',
    'count by',
    'Calls to /v2/charge by status code',
    ...asTold(
      FLEET_REQUESTS,
      (told) =>
        `${told.from('')} | filter ${told.route} == '/v2/charge' | groupby ${told.status} as status aggregate count() as n`,
    ),
  ),
  fleet(
    'easy',
    'statistic',
    'Total response bytes by region, yesterday',
    `source logs ${YESTERDAY} | groupby ${REGION} aggregate sum($d.response_bytes) as total`,
  ),
  fleet(
    'medium',
    'having',
    'Users with at least 5 refund calls since Monday',
    ...asTold(
      FLEET_REQUESTS,
      (told) =>
        `${told.from(THIS_WEEK)} | filter ${told.route} == '/v2/refund' && ${told.user} != null | groupby ${told.user} as user aggregate count() as n | filter n >= 5`,
    ),
    `source logs ${THIS_WEEK} | filter $d.http.route == '/v2/refund' | groupby $d.user_id aggregate count() as n | filter n >= 5`,
  ),
  fleet(
    'hard',
    'having',
    'Failure rate of charges per user, restricted to users with 5 charges or more this week',
    ...asFailed(
      FLEET_REQUESTS,
      (told, failed) =>
        `${told.from(THIS_WEEK)} | filter ${told.route} == '/v2/charge' && ${told.user} != null | groupby ${told.user} as user aggregate count_if(${failed}) / count() as rate, count() as n | filter n >= 5 | choose user, rate`,
    ),
  ),
  fleet(
    'hard',
    'having',
    'Which users show up in all three regions within the last 15 minutes?',
    ...asTold(
      FLEET_REQUESTS,
      (told) =>
        `${told.from('last 15m')} | filter ${told.user} != null | groupby ${told.user} as user aggregate distinct_count(${told.region}) as n | filter n == 3 | choose user`,
    ),
  ),
  fleet(
    'medium',
    'when',
    'First and last refund attempt of user-131',
    ...asTold(
      FLEET_REQUESTS,
      (told) =>
        `${told.from('')} | filter ${told.route} == '/v2/refund' && ${told.user} == 'user-131' | aggregate min($m.timestamp) as one, max($m.timestamp) as other`,
    ),
  ),
  own(
    'easy',
    'count by',
    'Breakdown of intents over the last two days',
    ...['last 2d', "between @'now' / 1d - 1d and @'now'"].map(
      (time) => `source spans ${time} | filter ${INTENT} != null | groupby ${INTENT} as intent aggregate count() as n`,
    ),
  ),
  own(
    'easy',
    'count',
    'How many calls did /api/feedback receive on 19 November?',
    ...asTold(OWN_REQUESTS, (told) => `${told.from(THURSDAY)} | filter ${told.route} == '/api/feedback' | count`),
  ),
  own(
    'medium',
    'ratio',
    'Success quota of /api/generate-query (status 200) by day',
    ...asTold(
      OWN_REQUESTS,
      (told) =>
        `${told.from('')} | filter ${told.route} == '/api/generate-query' | ${daily} aggregate count_if(${told.status} == 200) / count() as share`,
    ),
  ),
  own(
    'medium',
    'statistic',
    'Median and 95th percentile of the duration for each intent',
    `source spans | filter ${INTENT} != null | groupby ${INTENT} as intent aggregate percentile(0.5, $m.duration) as p50, percentile(0.95, $m.duration) as p95`,
  ),
  own(
    'medium',
    'top groups',
    'The five rarest combinations of service and severity in the logs',
    `source logs | groupby ${S}, $m.severity aggregate count() as n | orderby n | limit 5`,
  ),
];
