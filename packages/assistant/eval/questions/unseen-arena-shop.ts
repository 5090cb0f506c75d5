import { DAY, SVC, THIS_WEEK, TODAY, TWO_DAYS, YESTERDAY } from './blind-terms.ts';
import { first } from './final-terms.ts';
import { hourly, sides } from './fresh-terms.ts';
import { errors, OR_WORSE } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import { AMOUNT, CARD_DECLINED, lastDays, logsOf, msg, NEW_CHECKOUT, PRICE } from './unseen-arena-terms.ts';

const arena = asks('arena');
const SINCE_12TH = "between @'2026-11-12' and @'now'";
const CHECKOUT_FAILED = "$d.err.type == 'CheckoutError'";
const FAILED = ['$m.severity == ERROR', OR_WORSE, '$d.res.statusCode >= 400'];
const PAYMENT_FAILED = ['$m.severity == ERROR', OR_WORSE, "$d['http.response.status_code'] >= 400"];
const SERVED_CHECKOUT = `${SVC} == 'store-api' && $d.tags['http.route'] == '/store/checkout'`;

/** By the product owner of the store, in whole sentences. */
export const UNSEEN_ARENA_SHOP: readonly EvalQuestion[] = [
  arena(
    'easy',
    'count',
    'How many orders were placed today?',
    `source logs ${TODAY} | filter ${msg('order')} && ${msg('placed')} | count`,
    `source logs ${TODAY} | filter ${msg('order')} && ${msg('placed')} | aggregate distinct_count($d.orderId) as n`,
  ),
  arena(
    'easy',
    'statistic',
    'What is the total amount by currency this week?',
    `source logs ${THIS_WEEK} | groupby $d.currency as currency aggregate sum(${AMOUNT}) as cents`,
  ),
  arena(
    'easy',
    'list',
    'Please list all CheckoutErrors since yesterday.',
    `source logs ${TWO_DAYS} | filter ${CHECKOUT_FAILED}`,
    `source logs last 24h | filter ${CHECKOUT_FAILED}`,
    `source spans ${TWO_DAYS} | filter $d.tags['error.type'] == 'CheckoutError'`,
  ),
  arena(
    'easy',
    'count by',
    'How many store-api logs are there for each sku?',
    `${logsOf('store-api')} | groupby $d.sku as sku aggregate count() as n`,
  ),
  arena(
    'easy',
    'statistic',
    'What is the average price per platform in the last seven days?',
    ...lastDays(7).map(
      (time) =>
        `source logs ${time} | filter ${PRICE} != null | groupby $d.platform as platform aggregate avg(${PRICE}) as cents`,
    ),
    ...lastDays(7).map(
      (time) => `source logs ${time} | groupby $d.platform as platform aggregate avg(${PRICE}) as cents`,
    ),
  ),
  arena(
    'easy',
    'list',
    'Show me the refunds with an amount over 10000 cents.',
    `source logs | filter $d.refund == true && ${AMOUNT} > 10000`,
    `source logs | filter $d['url.path'] == '/refunds' && ${AMOUNT} > 10000`,
    `source logs | filter $d.message ~ 'refund' && ${AMOUNT} > 10000`,
  ),
  arena(
    'easy',
    'count',
    'How many wallet logs did we have with klarna yesterday?',
    `${logsOf('wallet', YESTERDAY)} && $d.provider == 'klarna' | count`,
  ),
  arena(
    'medium',
    'top groups',
    'Which three skus have the highest total price over the last 7 days?',
    ...lastDays(7).map(
      (time) =>
        `source logs ${time} | groupby $d.sku as sku aggregate sum(${PRICE}) as cents | orderby cents desc | limit 3`,
    ),
  ),
  arena(
    'medium',
    'count by',
    'How many cards were declined per provider and day?',
    ...[CARD_DECLINED, "$d.message ~ 'card declined'"].map(
      (declined) =>
        `source logs | filter ${declined} | groupby $d.provider as provider, roundTime($m.timestamp, 1d) as day aggregate count() as n`,
    ),
  ),
  arena(
    'medium',
    'count by',
    'How many store-api errors were there this week with the new checkout on and how many with it off?',
    ...errors(
      (bad) => `${logsOf('store-api', THIS_WEEK)} && ${bad} | groupby ${NEW_CHECKOUT} as on aggregate count() as n`,
    ),
    ...errors(
      (bad) =>
        `${logsOf('store-api', THIS_WEEK)} && ${bad} | aggregate count_if(${NEW_CHECKOUT} == true) as on, count_if(${NEW_CHECKOUT} == false) as off`,
    ),
  ),
  arena(
    'medium',
    'series',
    'What was the average response time of /store/checkout per hour today?',
    `source logs ${TODAY} | filter $d.req.url == '/store/checkout' | ${hourly} aggregate avg($d.responseTime) as ms`,
    `source spans ${TODAY} | filter ${SERVED_CHECKOUT} | ${hourly} aggregate avg($m.duration) as us`,
  ),
  arena(
    'medium',
    'distinct count',
    'How many different players from DE had gems-2000 since November 12?',
    `source logs ${SINCE_12TH} | filter $d.country == 'DE' && $d.sku == 'gems-2000' | aggregate distinct_count($d.playerId) as players`,
  ),
  arena(
    'medium',
    'top groups',
    'Which provider has the highest average attempt in the wallet?',
    ...first(
      `${logsOf('wallet')} | groupby $d.provider as provider aggregate avg($d.attempt) as mean | orderby mean desc`,
    ),
  ),
  arena(
    'medium',
    'list',
    'Show failed wallet requests in BRL or JPY with an amount above 5000 cents.',
    ...PAYMENT_FAILED.map(
      (bad) => `${logsOf('wallet')} && ${bad} && ($d.currency == 'BRL' || $d.currency == 'JPY') && ${AMOUNT} > 5000`,
    ),
  ),
  arena(
    'hard',
    'share',
    'What share of store-api requests fail with the new checkout and what share without it, this week?',
    ...FAILED.flatMap((bad) =>
      sides(logsOf('store-api', THIS_WEEK), `${NEW_CHECKOUT} == true`, (field) => `avg(${field})`, `if(${bad}, 1, 0)`),
    ),
    ...FAILED.map(
      (bad) =>
        `${logsOf('store-api', THIS_WEEK)} | groupby ${NEW_CHECKOUT} as on aggregate count_if(${bad}) / count() as share`,
    ),
  ),
  arena(
    'hard',
    'compare times',
    'How does the total amount per currency today compare to yesterday up to the same time?',
    `source logs ${TWO_DAYS} | filter $d.currency != null | groupby $d.currency as currency aggregate sum(if($m.timestamp >= ${DAY}, ${AMOUNT}, null)) as today, sum(if($m.timestamp < @'now' - 1d, ${AMOUNT}, null)) as before`,
    `source logs ${TWO_DAYS} | filter $d.currency != null && ($m.timestamp >= ${DAY} || $m.timestamp < @'now' - 1d) | groupby $d.currency as currency, if($m.timestamp >= ${DAY}, 'a', 'b') as period aggregate sum(${AMOUNT}) as cents`,
  ),
  arena(
    'hard',
    'having',
    'Which players have had at least three declined cards in the last two weeks?',
    ...lastDays(14).map(
      (time) =>
        `source logs ${time} | filter ${CARD_DECLINED} | groupby $d.player_id as player aggregate count() as n | filter n >= 3 | choose player`,
    ),
  ),
];
