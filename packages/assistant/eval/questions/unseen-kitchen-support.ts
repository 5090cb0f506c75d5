import { DAY, THIS_WEEK, TODAY, TWO_DAYS, YESTERDAY } from './blind-terms.ts';
import { periods, statisticOf } from './final-terms.ts';
import { which } from './fresh-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import { leading } from './unseen-bank-terms.ts';
import {
  both,
  CUSTOMER,
  LAST_WEEK,
  logsOf,
  ORDER,
  REFUNDED,
  REPLY,
  RESTAURANT,
  ranked,
  refunds,
  says,
  told,
} from './unseen-kitchen-terms.ts';

const kitchen = asks('kitchen');
const CODE = '$d.errorCode';
const FAILED = told('refund failed', TODAY);

/** By the lead of those who help customers and restaurants. */
export const UNSEEN_KITCHEN_SUPPORT: readonly EvalQuestion[] = [
  kitchen('easy', 'count', 'how many chats were opened today', `${told('chat opened', TODAY)} | count`),
  kitchen(
    'medium',
    'top',
    'What do people complain about most in chat?',
    ...['chat opened', 'chat'].flatMap((words) =>
      ranked(`${told(words)} && $d.topic != null | groupby $d.topic as topic aggregate count() as n`),
    ),
  ),
  kitchen(
    'easy',
    'list',
    'can you pull up everything about customer cus-2207 from yesterday',
    `source logs ${YESTERDAY} | filter ${CUSTOMER} == 'cus-2207'`,
  ),
  kitchen(
    'medium',
    'list',
    'refunds over 50 euros this week',
    ...refunds((source) => `${source} && ${REFUNDED} > 50`, THIS_WEEK),
    ...refunds((source) => `${source} && ${REFUNDED} > 50 | count`, THIS_WEEK),
  ),
  kitchen(
    'easy',
    'group',
    'Why were refunds given? a count for each reason would be great',
    ...refunds((source) => `${source} | groupby $d.refundReason as reason aggregate count() as n`),
  ),
  kitchen(
    'hard',
    'having',
    'which customers got more than 3 refunds in the last two weeks',
    ...['last 14d', ''].flatMap((time) =>
      refunds(
        (source) =>
          `${source} | groupby ${CUSTOMER} as customer aggregate count() as n | filter n > 3 | choose customer`,
        time,
      ),
    ),
  ),
  kitchen(
    'medium',
    'list',
    'one star ratings for restaurant rst-118',
    `source logs | filter $d.stars == 1 && ${RESTAURANT} == 'rst-118'`,
    `source logs | filter $d.stars == 1 && ${RESTAURANT} == 'rst-118' | count`,
  ),
  kitchen(
    'medium',
    'group',
    'average rating per restaurant, lowest first',
    `source logs | filter $d.stars != null | groupby ${RESTAURANT} as restaurant aggregate avg($d.stars) as stars | orderby stars asc`,
  ),
  kitchen(
    'medium',
    'group',
    'how long do customers wait for a first reply, per topic?',
    ...[`avg(${REPLY})`, `percentile(0.5, ${REPLY})`].map(
      (metric) => `source logs | filter ${REPLY} != null | groupby $d.topic as topic aggregate ${metric} as wait`,
    ),
  ),
  kitchen(
    'medium',
    'top',
    'Which agents closed the most chats last week?',
    ...ranked(`${told('chat closed', LAST_WEEK)} | groupby $d.agentId as agent aggregate count() as n`),
    ...[1, 3, 5, 10].flatMap((limit) => leading(told('chat closed', LAST_WEEK), '$d.agentId', 'count()', limit)),
  ),
  kitchen('easy', 'list', 'ratings whose comment says "cold"', "source logs | filter $d.comment ~ 'cold'"),
  kitchen(
    'easy',
    'aggregate',
    'How much money did we refund in total yesterday?',
    ...refunds((source) => `${source} | aggregate sum(${REFUNDED}) as n`, YESTERDAY),
  ),
  kitchen(
    'medium',
    'group',
    'did refunds fail today, and with what error?',
    ...which(FAILED, CODE),
    `${FAILED}`,
    ...which(FAILED, '$d.message'),
    `${logsOf('refund-worker', TODAY)} && $m.severity == ERROR`,
    ...which(`${logsOf('refund-worker', TODAY)} && $m.severity == ERROR`, CODE),
  ),
  kitchen(
    'medium',
    'list',
    'chats about a late order that were not resolved',
    "source logs | filter $d.topic == 'late_order' && $d.resolved == false",
    "source logs | filter $d.topic == 'late_order' && $d.resolved == false | count",
  ),
  kitchen(
    'medium',
    'distinct',
    'customers who were declined with insufficient funds since Monday',
    ...which(`source logs ${THIS_WEEK} | filter $d.declineCode == 'insufficient_funds'`, CUSTOMER),
    `source logs ${THIS_WEEK} | filter $d.declineCode == 'insufficient_funds'`,
  ),
  kitchen(
    'hard',
    'group',
    'people who tried the code LUNCH5 and were turned away - what reasons did they get?',
    `${told('promo rejected')} && $d.promoCode == 'LUNCH5' | groupby $d.promoReason as reason aggregate count() as n`,
    ...which(`${told('promo rejected')} && $d.promoCode == 'LUNCH5'`, '$d.promoReason'),
    `${told('promo rejected')} && $d.promoCode == 'LUNCH5' | groupby $d.promoReason as reason aggregate distinct_count(${CUSTOMER}) as n`,
  ),
  kitchen(
    'hard',
    'share',
    'what percentage of chats got solved, by agent',
    `${told('chat closed')} | groupby $d.agentId as agent aggregate count_if($d.resolved == true) / count() as share`,
  ),
  kitchen(
    'hard',
    'join',
    'are there orders with a refund and a five star rating?',
    both('source logs', ORDER, says('refund issued'), '$d.stars == 5'),
    both('source logs', ORDER, `${REFUNDED} != null`, '$d.stars == 5'),
    `${both('source logs', ORDER, says('refund issued'), '$d.stars == 5')} | count`,
    `${both('source logs', ORDER, `${REFUNDED} != null`, '$d.stars == 5')} | count`,
  ),
  kitchen(
    'hard',
    'compare',
    'Was the average first reply slower today than yesterday?',
    ...periods(
      `source logs ${TWO_DAYS} | filter ${REPLY} != null`,
      DAY,
      statisticOf(REPLY, (argument) => `avg(${argument})`),
    ),
  ),
  kitchen(
    'medium',
    'group',
    'sms that did not go out, by template',
    `${told('notification failed')} && $d.channel == 'sms' | groupby $d.template as template aggregate count() as n`,
    "source logs | filter $d.errorCode == 'SMS_GATEWAY' | groupby $d.template as template aggregate count() as n",
  ),
];
