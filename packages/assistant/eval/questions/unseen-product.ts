import { BODY, DAY, most, THIS_WEEK, TODAY, TWO_DAYS, YESTERDAY } from './blind-terms.ts';
import { asTold, FLEET_REQUESTS, INTENT, OWN_REQUESTS } from './fifth-blind-terms.ts';
import { periods, SPAN_USER, shareOf } from './final-terms.ts';
import { daily, LATENCY, PATH, REGION, SPAN_REGION, spanFailed, spans, TOOK, USER_ID } from './fresh-terms.ts';
import { MESSAGE, MSG, SHOP_STATUS, sinceClock, USER } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import { daysBack, fleetLogErrors, SINCE_WEDNESDAY, tied } from './unseen-terms.ts';

const own = asks('own');
const shop = asks('shop');
const fleet = asks('fleet');
const TUESDAY = "between @'2026-11-17' and @'2026-11-18'";
const WEEKEND = "between @'2026-11-14' and @'2026-11-16'";
const LAST_CALENDAR_WEEK = "between @'2026-11-09' and @'2026-11-16'";
const OWN_ROUTE = "$d.tags['http.route']";
const TYPICAL = ['median', 'avg'];
const VERSION = '$d.version';

const visits = (path: string): string => `count_if(${PATH} == '${path}')`;
const latest = (path: string): string => `max(if(${PATH} == '${path}', $m.timestamp))`;
const earliest = (path: string): string => `min(if(${PATH} == '${path}', $m.timestamp))`;
const version = (name: string, holds: string): string => `${VERSION} == '${name}'${holds === '' ? '' : ` && ${holds}`}`;

/** By a product owner, who writes whole sentences in the words of the business. */
export const UNSEEN_PRODUCT: readonly EvalQuestion[] = [
  own(
    'easy',
    'count',
    'How many feedback requests did we get this week?',
    ...asTold(OWN_REQUESTS, (told) => `${told.from(THIS_WEEK)} | filter ${told.route} == '/api/feedback' | count`),
  ),
  own(
    'easy',
    'count',
    'How many generate-query requests came in yesterday?',
    ...asTold(
      OWN_REQUESTS,
      (told) => `${told.from(YESTERDAY)} | filter ${told.route} == '/api/generate-query' | count`,
    ),
  ),
  own(
    'easy',
    'count',
    'How many queries were rejected because of an unknown field since Wednesday?',
    `source logs ${SINCE_WEDNESDAY} | filter ${BODY} ~ 'query rejected: unknown field' | count`,
  ),
  own(
    'easy',
    'list',
    'Can I see the queries that were rejected this afternoon?',
    `source logs ${sinceClock('12:00')} | filter ${BODY} ~ 'query rejected'`,
    `source logs ${sinceClock('13:00')} | filter ${BODY} ~ 'query rejected'`,
  ),
  own(
    'medium',
    'top groups',
    'Which intent do people use most often?',
    ...most(`source spans | filter ${INTENT} != null | groupby ${INTENT} aggregate count() as n`, 'n'),
  ),
  own(
    'medium',
    'series',
    "I'd like to see the number of generate-query requests per day.",
    ...asTold(
      OWN_REQUESTS,
      (told) => `${told.from('')} | filter ${told.route} == '/api/generate-query' | ${daily} aggregate count() as n`,
    ),
  ),
  own(
    'medium',
    'statistic',
    'What is the typical response time of /api/query today, and what do the slowest 5% see?',
    ...TYPICAL.flatMap((typical) =>
      spans(
        (kind) =>
          `source spans ${TODAY} | filter ${OWN_ROUTE} == '/api/query' && ${kind} | aggregate ${typical}($m.duration) as usual, percentile(0.95, $m.duration) as p95`,
      ),
    ),
  ),
  own(
    'hard',
    'compare times',
    'What percentage of generate-query requests ended in an error today, compared to yesterday?',
    ...OWN_REQUESTS.flatMap((told) =>
      told.failed.flatMap((failed) =>
        periods(`${told.from(TWO_DAYS)} | filter ${told.route} == '/api/generate-query'`, DAY, shareOf(failed)),
      ),
    ),
  ),
  shop(
    'easy',
    'count',
    'How many checkouts did we have last weekend?',
    `source logs ${WEEKEND} | filter ${PATH} == '/checkout' | count`,
    `source logs ${WEEKEND} | filter ${PATH} == '/checkout' && ${SHOP_STATUS} == 200 | count`,
  ),
  shop(
    'easy',
    'statistic',
    'How long does a checkout take on average?',
    `source logs | filter ${PATH} == '/checkout' | aggregate avg(${TOOK}) as mean`,
  ),
  shop(
    'easy',
    'distinct',
    'How many customers were rate limited in the last two days?',
    ...daysBack(
      2,
      (time) => `source logs ${time} | filter ${SHOP_STATUS} == 429 | aggregate distinct_count(${USER}) as n`,
    ),
  ),
  shop(
    'medium',
    'series',
    'Number of different users per day',
    `source logs | ${daily} aggregate distinct_count(${USER}) as n`,
  ),
  shop(
    'medium',
    'top groups',
    'What were our five busiest hours this week?',
    ...['roundTime($m.timestamp, 1h)', "extractTime($m.timestamp, 'hour')"].flatMap((hour) =>
      tied(`source logs ${THIS_WEEK} | groupby ${hour} as hour aggregate count() as n`, 'n', 'hour', 5),
    ),
  ),
  shop(
    'medium',
    'count by',
    'On which pages do people run into "no such page", and how often?',
    `source logs | filter ${MSG} ~ 'no such page' | groupby ${PATH} aggregate count() as n`,
  ),
  shop(
    'hard',
    'per user',
    'In the last 15 minutes, how many customers opened the cart and how many of those also reached the checkout?',
    `source logs last 15m | filter ${USER} != null | groupby ${USER} aggregate ${visits('/cart')} as carts, ${visits('/checkout')} as checkouts | aggregate count_if(carts > 0) as opened, count_if(carts > 0 && checkouts > 0) as reached`,
    `source logs last 15m | filter ${USER} != null | groupby ${USER} aggregate ${earliest('/cart')} as cart, ${latest('/checkout')} as checkout | aggregate count_if(cart != null) as opened, count_if(checkout > cart) as reached`,
  ),
  shop(
    'hard',
    'ratio',
    'What share of the searches takes longer than 200 ms?',
    `source logs | filter ${PATH} == '/search' | aggregate count_if(${TOOK} > 200) / count() as share`,
  ),
  fleet(
    'easy',
    'count',
    'How many orders were created today?',
    `source logs ${TODAY} | filter ${MESSAGE} ~ 'order created' | count`,
    `source logs ${TODAY} | filter ${MESSAGE} ~ 'order created' && $l.subsystemname == 'orders' | count`,
  ),
  fleet(
    'easy',
    'count',
    'How many emails were sent on Tuesday?',
    `source logs ${TUESDAY} | filter ${MESSAGE} ~ 'email sent' | count`,
    `source logs ${TUESDAY} | filter ${MESSAGE} ~ 'email sent' && $l.subsystemname == 'mailer' | count`,
  ),
  fleet(
    'medium',
    'series',
    'Payments captured per day over the last week, please.',
    ...[
      ...daysBack(7, (time) => `source logs ${time} | filter ${MESSAGE} ~ 'payment captured'`),
      `source logs ${LAST_CALENDAR_WEEK} | filter ${MESSAGE} ~ 'payment captured'`,
    ].flatMap((query) =>
      ['', " && $l.subsystemname == 'payments'"].map(
        (service) => `${query}${service} | ${daily} aggregate count() as n`,
      ),
    ),
  ),
  fleet(
    'medium',
    'compare values',
    'Refunds versus charges this week: how many of each?',
    ...asTold(
      FLEET_REQUESTS,
      (told) =>
        `${told.from(THIS_WEEK)} | filter ${told.route}.in('/v2/refund', '/v2/charge') | groupby ${told.route} as route aggregate count() as n`,
    ),
    ...asTold(
      FLEET_REQUESTS,
      (told) =>
        `${told.from(THIS_WEEK)} | aggregate count_if(${told.route} == '/v2/refund') as refunds, count_if(${told.route} == '/v2/charge') as charges`,
    ),
  ),
  fleet(
    'medium',
    'statistic',
    'How do the regions compare in average response time this week?',
    `source logs ${THIS_WEEK} | groupby ${REGION} aggregate avg(${LATENCY}) as mean`,
    ...spans(
      (kind) =>
        `source spans ${THIS_WEEK} | filter ${kind} | groupby ${SPAN_REGION} aggregate avg($m.duration) as mean`,
    ),
  ),
  fleet(
    'medium',
    'top groups',
    'Who are our ten most active users of the last 7 days?',
    ...daysBack(7, (time) => time).flatMap((time) =>
      [
        `source logs ${time} | filter ${USER_ID} != null | groupby ${USER_ID} as user`,
        ...spans(
          (kind) => `source spans ${time} | filter ${SPAN_USER} != null && ${kind} | groupby ${SPAN_USER} as user`,
        ),
      ].flatMap((query) => tied(`${query} aggregate count() as n`, 'n', 'user', 10)),
    ),
  ),
  fleet(
    'hard',
    'compare values',
    'Is release 1.8.0 slower than 1.7.3, and does it have a higher share of errors?',
    ...['avg', 'median', 'percentile'].flatMap((call) => {
      const took = (value: string): string =>
        call === 'percentile' ? `percentile(0.95, ${value})` : `${call}(${value})`;
      return fleetLogErrors((bad) => bad).flatMap((bad) => [
        `source logs | filter ${VERSION}.in('1.8.0', '1.7.3') | groupby ${VERSION} aggregate ${took(LATENCY)} as took, count_if(${bad}) / count() as share`,
        `source logs | aggregate ${['1.8.0', '1.7.3']
          .map(
            (name, index) =>
              `${took(`if(${version(name, '')}, ${LATENCY})`)} as took_${index}, count_if(${version(name, bad)}) / count_if(${version(name, '')}) as share_${index}`,
          )
          .join(', ')}`,
      ]);
    }),
  ),
  fleet(
    'hard',
    'having',
    'How many customers ran into more than five errors since Monday?',
    ...fleetLogErrors(
      (bad) =>
        `source logs ${THIS_WEEK} | filter ${bad} && ${USER_ID} != null | groupby ${USER_ID} aggregate count() as n | filter n > 5 | count`,
    ),
    ...spanFailed(
      (bad) =>
        `source spans ${THIS_WEEK} | filter ${bad} && ${SPAN_USER} != null | groupby ${SPAN_USER} aggregate count() as n | filter n > 5 | count`,
    ),
  ),
];
