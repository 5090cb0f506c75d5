import {
  BAD_SPAN,
  BODY,
  ERROR,
  LOG_ROUTE,
  LOG_STATUS,
  OWN_STATUS,
  ROUTE,
  S,
  THIS_WEEK,
  TODAY,
  TWO_DAYS,
  YESTERDAY,
} from './blind-terms.ts';
import { COUNTED, periods } from './final-terms.ts';
import { OWN_TRACE, PATH, REGION, shopFailed, spans, TOOK, USER_ID, which } from './fresh-terms.ts';
import { anyOf, clock, errors, LOG_TRACE, MESSAGE, MSG, SHOP_STATUS, sinceClock, USER } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';

const own = asks('own');
const shop = asks('shop');
const fleet = asks('fleet');

/** By the lead of a support team, with tickets to sort. */
export const FRESH_SUPPORT: readonly EvalQuestion[] = [
  shop(
    'easy',
    'existence',
    'Did u-0021 have any errors today?',
    ...anyOf(`source logs ${TODAY} | filter ${ERROR} && ${USER} == 'u-0021'`),
  ),
  shop(
    'easy',
    'distinct count',
    'How many users got a 404 this week?',
    `source logs ${THIS_WEEK} | filter ${SHOP_STATUS} == 404 | aggregate distinct_count(${USER}) as n`,
  ),
  shop(
    'easy',
    'list',
    'u-0003 is on the phone, what were the last 5 things they did?',
    `source logs | filter ${USER} == 'u-0003' | orderby $m.timestamp desc | limit 5`,
  ),
  shop(
    'easy',
    'distinct',
    'Which pages did customer u-0011 visit yesterday?',
    `source logs ${YESTERDAY} | filter ${USER} == 'u-0011' | distinct ${PATH}`,
  ),
  shop(
    'medium',
    'top groups',
    'Who are the three customers with the most failed requests since Monday?',
    ...shopFailed(
      (bad) =>
        `source logs ${THIS_WEEK} | filter ${bad} && ${USER} != null | groupby ${USER} aggregate count() as n | orderby n desc | limit 3`,
    ),
  ),
  shop(
    'medium',
    'count',
    'How many requests without a user on them failed today?',
    ...shopFailed((bad) => `source logs ${TODAY} | filter ${USER} == null && ${bad} | count`),
  ),
  shop(
    'medium',
    'statistic',
    'u-0008 says the shop was slow between 9 and 11 this morning: average and worst response time for them please',
    `source logs ${clock('09:00', '11:00')} | filter ${USER} == 'u-0008' | aggregate avg(${TOOK}) as mean, max(${TOOK}) as worst`,
  ),
  shop(
    'medium',
    'compare times',
    'Did we get more 429s yesterday than the day before?',
    ...periods(
      `source logs between @'now' / 1d - 2d and @'now' / 1d | filter ${SHOP_STATUS} == 429`,
      "@'now' / 1d - 1d",
      COUNTED,
    ),
  ),
  shop(
    'hard',
    'compare times',
    'Which customers had errors today but none yesterday?',
    `source logs ${TWO_DAYS} | filter ${ERROR} && ${USER} != null | groupby ${USER} aggregate count_if($m.timestamp >= @'now' / 1d) as late, count_if($m.timestamp < @'now' / 1d) as early | filter late > 0 && early == 0 | choose user`,
  ),
  shop(
    'easy',
    'text',
    'rate limit messages for u-0015',
    `source logs | filter ${MSG} ~ 'rate limit' && ${USER} == 'u-0015'`,
  ),
  shop(
    'hard',
    'having',
    'For every customer with at least 3 failed checkouts this week: how many were there, and when was the last one?',
    ...shopFailed(
      (bad) =>
        `source logs ${THIS_WEEK} | filter ${PATH} == '/checkout' && ${bad} | groupby ${USER} aggregate count() as n, max($m.timestamp) as last | filter n >= 3`,
    ),
  ),
  fleet(
    'easy',
    'list',
    'What did user-133 do in the last 24 hours?',
    `source logs last 24h | filter ${USER_ID} == 'user-133'`,
    ...spans((kind) => `source spans last 24h | filter $d.tags['user.id'] == 'user-133' && ${kind}`),
  ),
  fleet(
    'medium',
    'distinct',
    "Which users were affected by 'card processor unavailable' in eu-central-1 since 8 this morning?",
    ...which(
      `source logs ${sinceClock('08:00')} | filter ${MESSAGE} ~ 'card processor unavailable' && ${REGION} == 'eu-central-1'`,
      USER_ID,
    ),
  ),
  fleet(
    'medium',
    'count by',
    'How many log entries are there without a user id, by region?',
    `source logs | filter ${USER_ID} == null | groupby ${REGION} aggregate count() as n`,
  ),
  fleet(
    'hard',
    'having',
    'Which users got errors in all three regions this week?',
    ...errors(
      (bad) =>
        `source logs ${THIS_WEEK} | filter ${bad} && ${USER_ID} != null | groupby ${USER_ID} aggregate distinct_count(${REGION}) as n | filter n == 3 | choose user_id`,
    ),
  ),
  own(
    'easy',
    'trace',
    `everything that was logged under trace id ${OWN_TRACE} today`,
    `source logs ${TODAY} | filter ${LOG_TRACE} == '${OWN_TRACE}'`,
  ),
  own(
    'easy',
    'count',
    "How many times did someone get 'query rejected' today?",
    `source logs ${TODAY} | filter ${BODY} ~ 'query rejected' | count`,
  ),
  own(
    'medium',
    'dedupe',
    'Show me the latest warning of every service',
    `source logs | filter $m.severity == WARNING | dedupeby ${S} orderby $m.timestamp desc`,
    `source logs | filter $m.severity == WARNING | groupby ${S} aggregate max($m.timestamp) as last`,
  ),
  own(
    'medium',
    'count by',
    'Which routes answered with 422 or 429 in the last 3 hours, and how often?',
    `source logs last 3h | filter ${LOG_STATUS}.in(422, 429) | groupby ${LOG_ROUTE} aggregate count() as n`,
    `source logs last 3h | filter ${LOG_STATUS}.in(422, 429) | groupby ${LOG_ROUTE}, ${LOG_STATUS} aggregate count() as n`,
    ...spans(
      (kind) =>
        `source spans last 3h | filter ${OWN_STATUS}.in(422, 429) && ${kind} | groupby ${ROUTE} aggregate count() as n`,
    ),
  ),
  own(
    'hard',
    'cross data set',
    'Find the error logs that belong to a trace with a failed span',
    `source logs | filter ${ERROR} && ${LOG_TRACE}.inArray((| source spans | filter ${BAD_SPAN} | distinct $d.traceID |))`,
  ),
];
