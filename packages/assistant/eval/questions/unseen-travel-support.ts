import { S, THIS_WEEK, TODAY } from './blind-terms.ts';
import { hourly } from './fresh-terms.ts';
import { anyOf, errors, sinceClock } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import { AIRLINE, AMOUNT, either, failures, heldIn, lastDays, ranked, says, USER } from './unseen-travel-terms.ts';

const travel = asks('travel');
const DECLINED = says('card declined');
const PAYMENTS = `${S} == 'payments'`;
const REFUNDS = `${S} == 'refunds'`;
const THIS_MONTH = "between @'2026-11-01' and @'now'";
const PAYOUT =
  'source logs | extract $d.message into $d.x using regexp(/refund paid out after (?<days>[0-9]+) days/) datatypes days:number';

/** By the lead of customer support, who looks up customers and their bookings. */
export const UNSEEN_TRAVEL_SUPPORT: readonly EvalQuestion[] = [
  travel('easy', 'list', 'everything for booking BK-81234', `source logs | filter $d.booking_id == 'BK-81234'`),
  travel(
    'easy',
    'list',
    'What happened to user u-5003 today?',
    ...either((told) => `${told.source} ${TODAY} | filter ${told.user} == 'u-5003'`),
  ),
  travel(
    'easy',
    'list',
    'show me the refunds that wait for the airline',
    `source logs | filter ${says('refund waits for the airline')}`,
  ),
  travel(
    'easy',
    'count',
    'how many refunds were requested in the last 48 hours',
    `source logs last 48h | filter ${says('refund requested')} | count`,
    `source logs last 48h | filter ${says('refund requested')} | aggregate distinct_count($d.booking_id) as n`,
  ),
  travel(
    'easy',
    'any',
    'Did any emails bounce today?',
    ...anyOf(`source logs ${TODAY} | filter ${says('email bounced')}`),
  ),
  travel('easy', 'list', 'card declined messages since 8am', `source logs ${sinceClock('08:00')} | filter ${DECLINED}`),
  travel('easy', 'list', 'tickets still pending', `source logs | filter ${says('ticket still pending')}`),
  travel('easy', 'list', 'refunds over 1500 euros', `source logs | filter ${REFUNDS} && ${AMOUNT} > 1500`),
  travel(
    'medium',
    'count by',
    'How many refunds per reason this month?',
    `source logs ${THIS_MONTH} | filter ${REFUNDS} | groupby $d.reason aggregate count() as n`,
    `source logs ${THIS_MONTH} | filter ${says('refund requested')} | groupby $d.reason aggregate count() as n`,
    `source logs ${THIS_MONTH} | filter ${REFUNDS} | groupby $d.reason aggregate distinct_count($d.booking_id) as n`,
  ),
  travel(
    'medium',
    'top groups',
    'Which users had the most errors in the last 24 hours? Top 10 please',
    ...failures(
      (told, bad) =>
        `${told.source} last 24h | filter ${bad} && ${told.user} != null | groupby ${told.user} as user aggregate count() as n`,
    ).flatMap((query) => ranked(query, 'user', 10)),
  ),
  travel(
    'medium',
    'statistic by',
    'average refund amount per airline, last 14 days',
    ...lastDays(
      14,
      (time) => `source logs ${time} | filter ${REFUNDS} | groupby ${AIRLINE} aggregate avg(${AMOUNT}) as m`,
    ),
  ),
  travel(
    'medium',
    'series',
    'how many sms were delayed, by hour, today?',
    `source logs ${TODAY} | filter ${says('sms delayed')} | ${hourly} aggregate count() as n`,
  ),
  travel(
    'medium',
    'top groups',
    'ticketing errors by airline this week, most first',
    ...failures(
      (told, bad) =>
        `${told.source} ${THIS_WEEK} | filter ${told.service} == 'ticketing' && ${bad} | groupby ${told.airline} as airline aggregate count() as n | orderby n desc`,
    ),
  ),
  travel(
    'medium',
    'count by',
    'which notification templates failed today and how often',
    ...errors((bad) => bad).flatMap((bad) =>
      heldIn(`source logs ${TODAY} | filter ${S} == 'notifications'`, bad, '$d.template'),
    ),
  ),
  travel(
    'medium',
    'list',
    'the last 5 payments of user u-5001',
    `source logs | filter ${PAYMENTS} && ${USER} == 'u-5001' | orderby $m.timestamp desc | limit 5`,
    `source logs | filter ${says('payment captured')} && ${USER} == 'u-5001' | orderby $m.timestamp desc | limit 5`,
    `source spans | filter $l.serviceName == 'payments' && $d.tags['user.id'] == 'u-5001' | orderby $m.timestamp desc | limit 5`,
  ),
  travel(
    'hard',
    'having',
    'How many customers had a card declined more than once this week?',
    `source logs ${THIS_WEEK} | filter ${DECLINED} && ${USER} != null | groupby ${USER} as user aggregate count() as n | filter n > 1 | count`,
    `source logs ${THIS_WEEK} | filter ${DECLINED} && ${USER} != null | groupby ${USER} as user aggregate count() as n | filter n > 1 | choose user`,
  ),
  travel(
    'hard',
    'extract',
    'what is the longest that a refund took to be paid out, in days?',
    `${PAYOUT} | aggregate max($d.x.days) as days`,
    `${PAYOUT} | filter $d.x.days != null | orderby $d.x.days desc | limit 1 | choose $d.x.days as days`,
  ),
];
