import { DAY, S, SVC, THIS_WEEK, TODAY, TWO_DAYS, YESTERDAY } from './blind-terms.ts';
import { COUNTED, periods } from './final-terms.ts';
import { daily, which } from './fresh-terms.ts';
import { CRITICAL, OR_WORSE } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import {
  AMOUNT,
  calls,
  either,
  failures,
  foremost,
  leading,
  OUTAGE,
  of,
  rates,
  says,
  timed,
  USER,
} from './unseen-market-terms.ts';
import { lastDays } from './unseen-travel-terms.ts';

const market = asks('market');
const PLACED = says('order placed');
const DECLINED = says('payment declined');
const FROM_LAST_WEEK = "source logs between @'2026-11-09' and @'now'";
const EARLIER = "$m.timestamp < @'2026-11-13T14:30:00Z'";
const LATER = "$m.timestamp >= @'2026-11-16'";
const PHONES = [
  "$d.client != 'desktop'",
  "$d.client.in('mobile_web', 'ios_app', 'android_app')",
  "$d.client.in('ios_app', 'android_app')",
];
const NOT_OUTAGE = "!($m.timestamp >= @'2026-11-20T09:40:00Z' && $m.timestamp <= @'2026-11-20T10:05:00Z')";
/** Failed payments, by what the gateway or the checkout says of them. */
const LOST = [
  `${of('payment-gateway')} && $m.severity == ERROR`,
  `${of('payment-gateway')} && ${OR_WORSE}`,
  "$d.error_type == 'AcquirerTimeout'",
  "$d.error_type == 'PaymentRefused'",
  DECLINED,
  `${of('payment-gateway')} && (${OR_WORSE} || ${DECLINED})`,
  `${of('payment-gateway')} && $d.status >= 500`,
];
const LAST_TWO_HOURS = 'last 2h';

/** By the manager of the platform. */
export const UNSEEN_MARKET_MANAGER: readonly EvalQuestion[] = [
  market(
    'easy',
    'count',
    'How many orders were placed yesterday?',
    `source logs ${YESTERDAY} | filter ${PLACED} | count`,
    `source logs ${YESTERDAY} | filter ${PLACED} | aggregate distinct_count($d.order_id) as n`,
  ),
  market(
    'easy',
    'count-by',
    'How many errors did each application have this week?',
    ...failures(
      (told, bad) => `${told.source} ${THIS_WEEK} | filter ${bad} | groupby ${told.app} as a aggregate count() as n`,
    ),
  ),
  market(
    'easy',
    'statistic',
    'What is the average amount_eur in the checkout service?',
    `source logs | filter ${of('checkout')} | aggregate avg(${AMOUNT}) as m`,
  ),
  market(
    'easy',
    'count-by',
    'Number of log records per region yesterday, please',
    `source logs ${YESTERDAY} | groupby $d.region as r aggregate count() as n`,
  ),
  market(
    'easy',
    'top',
    'Top 5 services by number of errors this week',
    ...failures((told, bad) => leading(`${told.source} ${THIS_WEEK} | filter ${bad}`, told.service, 'count()', 5)),
  ),
  market(
    'easy',
    'series',
    'How many errors per day over the last seven days?',
    ...failures((told, bad) =>
      lastDays(7, (time) => `${told.source} ${time} | filter ${bad} | ${daily} aggregate count() as n`),
    ),
  ),
  market(
    'easy',
    'distinct',
    'Which versions of the catalog service are there?',
    ...either((told) => which(`${told.source} | filter ${told.service} == 'catalog'`, told.version)),
  ),
  market(
    'easy',
    'distinct-count',
    'How many unique users did we have yesterday?',
    ...either((told) => `${told.source} ${YESTERDAY} | aggregate distinct_count(${told.user}) as n`),
  ),
  market(
    'easy',
    'list',
    'Could you list the critical events of this week?',
    `source logs ${THIS_WEEK} | filter ${CRITICAL}`,
  ),
  market(
    'easy',
    'statistic',
    'What was the total amount_eur of "payment captured" today?',
    `source logs ${TODAY} | filter ${says('payment captured')} | aggregate sum(${AMOUNT}) as m`,
  ),
  market(
    'medium',
    'ratio',
    'What was our error rate per day over the last week?',
    ...rates((told, also, bad) =>
      [...lastDays(7, String), "between @'2026-11-09' and @'2026-11-16'"].map(
        (time) => `${told.source} ${time} | filter ${also} | ${daily} aggregate count_if(${bad}) / count() as rate`,
      ),
    ),
  ),
  market(
    'medium',
    'cyclic',
    'Orders placed by day of the week over the past two weeks',
    ...['', ' last 14d', " between @'now' / 1d - 14d and @'now'", " between @'2026-11-02' and @'2026-11-16'"].map(
      (time) =>
        `source logs${time} | filter ${PLACED} | groupby extractTime($m.timestamp, 'day_of_week') as d aggregate count() as n`,
    ),
  ),
  market(
    'medium',
    'cyclic',
    'At what hour of the day do most errors occur?',
    ...failures((told, bad) =>
      foremost(`${told.source} | filter ${bad}`, "extractTime($m.timestamp, 'hour')", 'count()'),
    ),
  ),
  market(
    'medium',
    'ratio',
    'What share of requests is answered within half a second?',
    ...calls((told, also) =>
      ['<', '<='].map(
        (than) =>
          `${told.source} | filter ${also} | aggregate count_if(${told.took} ${than} ${500 * told.milli}) / count() as share`,
      ),
    ),
  ),
  market(
    'medium',
    'count-by',
    'Revenue by payment method this week',
    ...[
      says('payment captured'),
      says('checkout completed'),
      '$d.payment_method != null',
      of('payment-gateway'),
      of('checkout'),
    ].map(
      (only) =>
        `source logs ${THIS_WEEK} | filter ${only} | groupby $d.payment_method as m aggregate sum(${AMOUNT}) as n`,
    ),
  ),
  market(
    'medium',
    'compare-time',
    "How does today's number of errors compare with yesterday's?",
    ...failures((told, bad) => [
      ...periods(`${told.source} ${TWO_DAYS} | filter ${bad}`, DAY, COUNTED),
      `${told.source} ${TWO_DAYS} | filter ${bad} | ${daily} aggregate count() as n`,
      `${told.source} ${TWO_DAYS} | filter ${bad} | aggregate count_if($m.timestamp >= ${DAY}) as late, count_if($m.timestamp < @'now' - 1d) as early`,
      `${told.source} ${TWO_DAYS} | filter ${bad} && ($m.timestamp >= ${DAY} || $m.timestamp < @'now' - 1d) | ${daily} aggregate count() as n`,
    ]),
  ),
  market(
    'medium',
    'ratio',
    'What was the availability of checkout this week?',
    ...rates(
      (told, also, bad) =>
        `${told.source} ${THIS_WEEK} | filter ${told.service} == 'checkout' && ${also} | aggregate 1 - count_if(${bad}) / count() as rate`,
    ),
  ),
  market(
    'medium',
    'top',
    'Which region has the slowest checkout on average?',
    ...timed((told, took, also) =>
      foremost(`${told.source} | filter ${told.service} == 'checkout' && ${also}`, told.region, `avg(${took})`),
    ),
    ...foremost("source logs | filter $d.path ~ 'checkout'", '$d.region', 'avg($d.duration_ms)'),
  ),
  market(
    'medium',
    'count',
    'How many payments failed between Monday and Wednesday?',
    ...["between @'2026-11-16' and @'2026-11-19'", "between @'2026-11-16' and @'2026-11-18'"].flatMap((time) => [
      ...LOST.map((lost) => `source logs ${time} | filter ${lost} | count`),
      `source spans ${time} | filter ${SVC} == 'payment-gateway' && $d.tags.error == 'true' | count`,
      `source spans ${time} | filter ${SVC} == 'payment-gateway' && $d.tags.error == 'true' && $m.kind == 'SERVER' | count`,
    ]),
  ),
  market(
    'medium',
    'compare-values',
    'Successful versus failed logins per day this week',
    ...['', ` | filter ${says('login')}`, ` | filter ${of('accounts')}`].map(
      (only) =>
        `source logs ${THIS_WEEK}${only} | ${daily} aggregate count_if(${says('login succeeded')}) as won, count_if(${says('login failed')}) as lost`,
    ),
    `source logs ${THIS_WEEK} | filter ${says('login succeeded')} || ${says('login failed')} | ${daily}, $d.message as m aggregate count() as n`,
    `source logs ${THIS_WEEK} | filter ${says('login succeeded')} || ${says('login failed')} | ${daily}, if(${says('login failed')}, 'a', 'b') as m aggregate count() as n`,
  ),
  market(
    'medium',
    'having',
    'Which services had more than 100 errors this week?',
    ...failures((told, bad) => {
      const rows = `${told.source} ${THIS_WEEK} | filter ${bad} | groupby ${told.service} as s aggregate count() as n | filter n > 100`;
      return [rows, `${rows} | choose s`];
    }),
  ),
  market(
    'medium',
    'statistic',
    'Average basket size per region',
    ...['true', of('cart'), of('checkout'), of('order-service'), '$d.items != null', PLACED].map(
      (only) => `source logs | filter ${only} | groupby $d.region as r aggregate avg($d.items) as m`,
    ),
  ),
  market(
    'medium',
    'top',
    'What were the three busiest hours of yesterday?',
    ...calls((told, also) =>
      ['roundTime($m.timestamp, 1h)', "extractTime($m.timestamp, 'hour')"].map(
        (hour) =>
          `${told.source} ${YESTERDAY} | filter ${also} | groupby ${hour} as t aggregate count() as n | orderby n desc | limit 3`,
      ),
    ),
  ),
  market(
    'medium',
    'ratio',
    'How many refunds per 1000 orders this week?',
    ...[
      `count_if(${says('refund issued')}) * 1000 / count_if(${PLACED})`,
      `count_if(${says('refund issued')}) / count_if(${PLACED})`,
      `count_if(${says('refund issued')}) * 1000 / distinct_count($d.order_id)`,
    ].map((rate) => `source logs ${THIS_WEEK} | aggregate ${rate} as rate`),
  ),
  market(
    'medium',
    'top',
    'What were the slowest three services this week?',
    ...timed((told, took, also) =>
      [
        `avg(${took})`,
        `percentile(0.95, ${took})`,
        `max(${took})`,
        `percentile(0.5, ${took})`,
        `percentile(0.99, ${took})`,
      ].map(
        (metric) =>
          `${told.source} ${THIS_WEEK} | filter ${also} | groupby ${told.service} as s aggregate ${metric} as m | orderby m desc | limit 3`,
      ),
    ),
  ),
  market(
    'hard',
    'compare-time',
    "How do this week's orders so far compare with the same period last week?",
    ...[PLACED, `${of('order-service')} && ${PLACED}`].flatMap((only) => [
      `${FROM_LAST_WEEK} | filter ${only} | aggregate count_if(${LATER}) as late, count_if(${EARLIER}) as early`,
      `${FROM_LAST_WEEK} | filter ${only} && (${LATER} || ${EARLIER}) | groupby if(${LATER}, 'a', 'b') as period aggregate count() as n`,
    ]),
  ),
  market(
    'hard',
    'ratio',
    'Decline rate per payment method this week, worst first',
    ...[
      of('payment-gateway'),
      '$d.payment_method != null',
      says('payment'),
      `${of('payment-gateway')} && ${says('payment')}`,
    ].flatMap((only) =>
      ['$d.payment_method != null && ', ''].map(
        (known) =>
          `source logs ${THIS_WEEK} | filter ${known}${only} | groupby $d.payment_method as m aggregate count_if(${DECLINED}) / count() as rate | orderby rate desc`,
      ),
    ),
  ),
  market(
    'hard',
    'ratio',
    'What portion of our visitors uses a phone?',
    ...PHONES.flatMap((phone) => [
      `source logs | filter $d.client != null | aggregate count_if(${phone}) / count() as share`,
      `source logs | filter $d.client != null && ${USER} != null | aggregate distinct_count_if(${phone}, ${USER}) / distinct_count(${USER}) as share`,
      `source logs | aggregate distinct_count_if($d.client != null && ${phone}, ${USER}) / distinct_count(${USER}) as share`,
    ]),
  ),
  market(
    'hard',
    'statistic',
    'How much money was at stake in the payments that failed this morning?',
    ...[
      OUTAGE,
      `between ${DAY} and @'2026-11-20T12:00:00Z'`,
      "between @'2026-11-20T06:00:00Z' and @'2026-11-20T12:00:00Z'",
    ].flatMap((time) =>
      LOST.filter((lost) => time !== OUTAGE || lost !== DECLINED).map(
        (lost) => `source logs ${time} | filter ${lost} | aggregate sum(${AMOUNT}) as m`,
      ),
    ),
  ),
  market(
    'hard',
    'ratio',
    'Which day this week had the worst error rate, and what was it?',
    ...rates((told, also, bad) => {
      const rows = `${told.source} ${THIS_WEEK} | filter ${also} | ${daily} aggregate count_if(${bad}) / count() as rate`;
      return [`${rows} | orderby rate desc | limit 1`, rows];
    }),
  ),
  market(
    'hard',
    'anomaly',
    'Did anything change noticeably in the last hour compared with the hour before, service by service?',
    ...either((told) => periods(`${told.source} ${LAST_TWO_HOURS}`, "@'now' - 1h", COUNTED, told.service)),
    ...failures((told, bad) =>
      periods(`${told.source} ${LAST_TWO_HOURS} | filter ${bad}`, "@'now' - 1h", COUNTED, told.service),
    ),
    `source logs ${LAST_TWO_HOURS} | groupby ${S} as s aggregate count_if(${OR_WORSE} && $m.timestamp >= @'now' - 1h) as late, count_if(${OR_WORSE} && $m.timestamp < @'now' - 1h) as early`,
    `source logs ${LAST_TWO_HOURS} | groupby ${S} as s aggregate count_if($m.severity == ERROR && $m.timestamp >= @'now' - 1h) as late, count_if($m.severity == ERROR && $m.timestamp < @'now' - 1h) as early`,
  ),
  market(
    'hard',
    'count',
    'Leaving out the outage from 9:40 to 10:05, how many errors did payment-gateway have today?',
    ...failures(
      (told, bad) =>
        `${told.source} ${TODAY} | filter ${told.service} == 'payment-gateway' && ${bad} && ${NOT_OUTAGE} | count`,
    ),
  ),
];
