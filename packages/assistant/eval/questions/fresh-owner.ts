import {
  BAD_SPAN,
  LOG_ROUTE,
  LOG_STATUS,
  most,
  OWN_STATUS,
  ROUTE,
  S,
  THIS_WEEK,
  TODAY,
  YESTERDAY,
} from './blind-terms.ts';
import { partOfAll } from './final-terms.ts';
import {
  daily,
  fleetFailed,
  HTTP_ROUTE,
  hourly,
  LATENCY,
  PATH,
  REGION,
  SPAN_REGION,
  shopFailed,
  sides,
  spanFailed,
  spans,
  TOOK,
  USER_ID,
  which,
} from './fresh-terms.ts';
import { clock, MESSAGE, MSG, SHOP_STATUS, sinceClock, USER } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';

const own = asks('own');
const shop = asks('shop');
const fleet = asks('fleet');
const CHECKOUT = `${PATH} == '/checkout'`;
const CHARGE = `${HTTP_ROUTE} == '/v2/charge'`;
const SPAN_CHARGE = `${ROUTE} == '/v2/charge'`;
const IN_BOTH = (region: string): string => `${region}.in('ap-south-1', 'eu-central-1')`;
const FEEDBACK = sinceClock('08:00');

/** By the product owner of the payments, who knows the business and none of the words for its machines. */
export const FRESH_OWNER: readonly EvalQuestion[] = [
  shop(
    'easy',
    'distinct count',
    'How many people tried to check out today?',
    `source logs ${TODAY} | filter ${CHECKOUT} | aggregate distinct_count(${USER}) as n`,
    `source logs ${TODAY} | filter ${CHECKOUT} | count`,
  ),
  shop(
    'easy',
    'count',
    'How many checkouts went wrong yesterday?',
    ...shopFailed((bad) => `source logs ${YESTERDAY} | filter ${CHECKOUT} && ${bad} | count`),
  ),
  shop(
    'medium',
    'ratio',
    'What percentage of checkouts succeeded this week?',
    `source logs ${THIS_WEEK} | filter ${CHECKOUT} | aggregate count_if(${SHOP_STATUS} < 400) / count() as share`,
    `source logs ${THIS_WEEK} | filter ${CHECKOUT} | aggregate count_if(${SHOP_STATUS} < 500) / count() as share`,
  ),
  shop(
    'medium',
    'statistic',
    'How long does a checkout usually take?',
    `source logs | filter ${CHECKOUT} | aggregate percentile(0.5, ${TOOK}) as m`,
    `source logs | filter ${CHECKOUT} | aggregate avg(${TOOK}) as m`,
  ),
  shop(
    'easy',
    'list',
    'Can I see the ten latest payments that failed?',
    ...shopFailed((bad) => `source logs | filter ${S} == 'payments' && ${bad} | orderby $m.timestamp desc | limit 10`),
  ),
  shop(
    'medium',
    'top',
    'On which day since Monday did the most checkouts fail?',
    ...shopFailed(
      (bad) => `source logs ${THIS_WEEK} | filter ${CHECKOUT} && ${bad} | ${daily} aggregate count() as n`,
    ).flatMap((query) => most(query, 'n')),
  ),
  shop(
    'medium',
    'distinct',
    'Which customers could not pay because of a timeout?',
    ...which(`source logs | filter ${S} == 'payments' && ${MSG} ~ 'timeout'`, USER),
  ),
  shop(
    'hard',
    'conditional columns',
    'Per day, how many customers went to the checkout and how many of them ran into a problem there?',
    ...shopFailed(
      (bad) =>
        `source logs | filter ${CHECKOUT} | ${daily} aggregate distinct_count(${USER}) as all, distinct_count_if(${bad}, ${USER}) as hit`,
    ),
  ),
  shop(
    'easy',
    'series',
    'How many checkouts per hour did we have today?',
    `source logs ${TODAY} | filter ${CHECKOUT} | ${hourly} aggregate count() as n`,
  ),
  shop(
    'hard',
    'compare values',
    'Do failed checkouts take longer than successful ones?',
    ...shopFailed((bad) => bad).flatMap((bad) => [
      ...sides(`source logs | filter ${CHECKOUT}`, bad, (field) => `avg(${field})`, TOOK),
      ...sides(`source logs | filter ${CHECKOUT}`, bad, (field) => `percentile(0.5, ${field})`, TOOK),
    ]),
  ),
  fleet(
    'easy',
    'count',
    'How many refunds were requested yesterday?',
    `source logs ${YESTERDAY} | filter ${HTTP_ROUTE} == '/v2/refund' | count`,
    ...spans((kind) => `source spans ${YESTERDAY} | filter ${ROUTE} == '/v2/refund' && ${kind} | count`),
  ),
  fleet(
    'easy',
    'count',
    'how often was the card processor unavailable in the last 24 hours?',
    `source logs last 24h | filter ${MESSAGE} ~ 'card processor unavailable' | count`,
  ),
  fleet(
    'medium',
    'count by',
    'How often did a /v2/charge request fail in each region this week?',
    ...fleetFailed(
      (bad) => `source logs ${THIS_WEEK} | filter ${CHARGE} && ${bad} | groupby ${REGION} aggregate count() as n`,
    ),
    ...spanFailed(
      (bad) =>
        `source spans ${THIS_WEEK} | filter ${SPAN_CHARGE} && ${bad} | groupby ${SPAN_REGION} aggregate count() as n`,
    ),
  ),
  fleet(
    'medium',
    'distinct count',
    'For how many different users was a payment captured today?',
    `source logs ${TODAY} | filter ${MESSAGE} ~ 'payment captured' | aggregate distinct_count(${USER_ID}) as n`,
  ),
  fleet(
    'hard',
    'ratio',
    'How are the failed requests to /v2/charge spread over the regions, in percent of all of them?',
    ...fleetFailed((bad) => partOfAll(`source logs | filter ${CHARGE} && ${bad}`, REGION, 'region')),
    ...spanFailed((bad) => partOfAll(`source spans | filter ${SPAN_CHARGE} && ${bad}`, SPAN_REGION, 'tags.region')),
  ),
  fleet(
    'easy',
    'distinct',
    "Give me the list of users who got 'card processor unavailable' this morning",
    ...which(`source logs ${clock('06:00', '12:00')} | filter ${MESSAGE} ~ 'card processor unavailable'`, USER_ID),
    ...which(`source logs ${clock('00:00', '12:00')} | filter ${MESSAGE} ~ 'card processor unavailable'`, USER_ID),
  ),
  fleet(
    'medium',
    'compare values',
    'Is charging a card slower in ap-south-1 than in eu-central-1?',
    ...['avg', 'median'].flatMap((name) => [
      ...sides(
        `source logs | filter ${CHARGE} && ${IN_BOTH(REGION)}`,
        `${REGION} == 'ap-south-1'`,
        (field) => `${name}(${field})`,
        LATENCY,
      ),
      ...spans((kind) => `source spans | filter ${SPAN_CHARGE} && ${IN_BOTH(SPAN_REGION)} && ${kind}`).flatMap(
        (query) => sides(query, `${SPAN_REGION} == 'ap-south-1'`, (field) => `${name}(${field})`, '$m.duration'),
      ),
    ]),
  ),
  fleet(
    'medium',
    'when',
    'When did we last capture a payment in us-east-1?',
    `source logs | filter ${MESSAGE} ~ 'payment captured' && ${REGION} == 'us-east-1' | orderby $m.timestamp desc | limit 1`,
    `source logs | filter ${MESSAGE} ~ 'payment captured' && ${REGION} == 'us-east-1' | aggregate max($m.timestamp) as last`,
  ),
  own(
    'easy',
    'count',
    'How many calls did /api/generate-query get yesterday?',
    `source logs ${YESTERDAY} | filter ${LOG_ROUTE} == '/api/generate-query' | count`,
    ...spans((kind) => `source spans ${YESTERDAY} | filter ${ROUTE} == '/api/generate-query' && ${kind} | count`),
  ),
  own(
    'hard',
    'ratio',
    'Hour by hour since 8 this morning, what part of the calls to /api/feedback failed?',
    ...spans(
      (kind) =>
        `source spans ${FEEDBACK} | filter ${ROUTE} == '/api/feedback' && ${kind} | ${hourly} aggregate count_if(${BAD_SPAN}) / count() as share`,
    ),
    ...spans(
      (kind) =>
        `source spans ${FEEDBACK} | filter ${ROUTE} == '/api/feedback' && ${kind} | ${hourly} aggregate count_if(${OWN_STATUS} >= 400) / count() as share`,
    ),
    `source logs ${FEEDBACK} | filter ${LOG_ROUTE} == '/api/feedback' | ${hourly} aggregate count_if(${LOG_STATUS} >= 400) / count() as share`,
    `source logs ${FEEDBACK} | filter ${LOG_ROUTE} == '/api/feedback' | ${hourly} aggregate count_if(${LOG_STATUS} >= 500) / count() as share`,
  ),
];
