import { THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { COUNTED, periods } from './final-terms.ts';
import { hourly } from './fresh-terms.ts';
import { anyOf, clock } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import { counted, leading } from './unseen-bank-terms.ts';
import {
  COURIER,
  DELIVERED,
  LAST_WEEK,
  MONDAY,
  NO_COURIER,
  ORDER,
  PROMISED,
  RESTAURANT,
  ranked,
  says,
  TOOK,
  TWO_WEEKS,
  told,
  VEHICLE,
  WEDNESDAY,
  ZONE,
} from './unseen-kitchen-terms.ts';

const kitchen = asks('kitchen');
const REJECTED = 'order rejected by restaurant';
const ONLINE = told('courier went online', clock('11:00', '13:00'));

/** By the operations manager of a city. */
export const UNSEEN_KITCHEN_OPERATIONS: readonly EvalQuestion[] = [
  kitchen(
    'easy',
    'count',
    'How many orders were placed yesterday?',
    ...counted(told('order placed', YESTERDAY), ORDER),
  ),
  kitchen(
    'medium',
    'top',
    'Which zones had the most orders this week?',
    ...['count()', `distinct_count(${ORDER})`].flatMap((metric) =>
      ranked(`${told('order placed', THIS_WEEK)} | groupby ${ZONE} as zone aggregate ${metric} as n`),
    ),
  ),
  kitchen(
    'easy',
    'aggregate',
    'What is the average delivery time in Riverside?',
    `${told(DELIVERED)} && ${ZONE} == 'riverside' | aggregate avg(${TOOK}) as m`,
  ),
  kitchen(
    'medium',
    'list',
    'Show me the orders that restaurants rejected because they were out of stock.',
    `${told(REJECTED)} && $d.rejectReason == 'out_of_stock'`,
  ),
  kitchen(
    'medium',
    'count',
    'How many times today did we find no courier for an order in the airport zone?',
    `${told(NO_COURIER, TODAY)} && ${ZONE} == 'airport' | count`,
  ),
  kitchen(
    'easy',
    'group',
    'Give me the average tip per vehicle.',
    `source logs | filter $d.tip != null | groupby ${VEHICLE} as v aggregate avg($d.tip) as m`,
    `source logs | filter $d.tip > 0 | groupby ${VEHICLE} as v aggregate avg($d.tip) as m`,
  ),
  kitchen(
    'hard',
    'share',
    'What share of deliveries took longer than 45 minutes?',
    `${told(DELIVERED)} | aggregate count_if(${TOOK} > 45) / count() as share`,
  ),
  kitchen(
    'hard',
    'compare',
    'Compare the number of cancelled orders this week with last week.',
    ...periods(told('order cancelled', TWO_WEEKS), MONDAY, COUNTED),
  ),
  kitchen(
    'medium',
    'top',
    'Which five restaurants rejected the most orders?',
    ...leading(told(REJECTED), RESTAURANT, 'count()', 5),
    ...leading(told(REJECTED), RESTAURANT, `distinct_count(${ORDER})`, 5),
  ),
  kitchen(
    'medium',
    'count',
    'How many different couriers completed a delivery yesterday?',
    `${told(DELIVERED, YESTERDAY)} | aggregate distinct_count(${COURIER}) as n`,
  ),
  kitchen(
    'hard',
    'having',
    'Which couriers turned down more than 10 offers this week?',
    `${told('offer declined by courier', THIS_WEEK)} | groupby ${COURIER} as courier aggregate count() as n | filter n > 10 | choose courier`,
  ),
  kitchen(
    'medium',
    'series',
    'Number of deliveries per hour yesterday in Oldtown, please.',
    `${told(DELIVERED, YESTERDAY)} && ${ZONE} == 'oldtown' | ${hourly} aggregate count() as n`,
  ),
  kitchen(
    'hard',
    'list',
    'Deliveries that took over twice as long as we had promised',
    ...anyOf(`${told(DELIVERED)} && ${TOOK} > 2 * ${PROMISED}`),
  ),
  kitchen(
    'hard',
    'group',
    'On average, how many minutes later than promised did we deliver, by zone?',
    `${told(DELIVERED)} | groupby ${ZONE} as zone aggregate avg(${TOOK} - ${PROMISED}) as late`,
    `${told(DELIVERED)} && ${TOOK} > ${PROMISED} | groupby ${ZONE} as zone aggregate avg(${TOOK} - ${PROMISED}) as late`,
  ),
  kitchen(
    'medium',
    'aggregate',
    'What were total sales on Wednesday?',
    `${told('order placed', WEDNESDAY)} | aggregate sum($d.total) as n`,
    `${told('payment captured', WEDNESDAY)} | aggregate sum($d.amount) as n`,
  ),
  kitchen(
    'medium',
    'top',
    'Which promo code cost us the most?',
    ...ranked(
      'source logs | filter $d.discount != null | groupby $d.promoCode as code aggregate sum($d.discount) as n',
    ),
  ),
  kitchen(
    'hard',
    'share',
    'For each zone, what percentage of placed orders got cancelled?',
    `source logs | filter ${ZONE} != null | groupby ${ZONE} as zone aggregate count_if(${says('order cancelled')}) / count_if(${says('order placed')}) as share`,
    `source logs | filter ${ZONE} != null | groupby ${ZONE} as zone aggregate distinct_count(if(${says('order cancelled')}, ${ORDER}, null)) / distinct_count(if(${says('order placed')}, ${ORDER}, null)) as share`,
  ),
  kitchen(
    'hard',
    'having',
    'Which zones have an average courier wait of more than 2 minutes?',
    `source logs | filter $d.waitSeconds != null && ${ZONE} != null | groupby ${ZONE} as zone aggregate avg($d.waitSeconds) as wait | filter wait > 120 | choose zone`,
  ),
  kitchen(
    'medium',
    'group',
    'How many couriers came online between 11 and 13 today, by vehicle?',
    `${ONLINE} | groupby ${VEHICLE} as v aggregate count() as n`,
    `${ONLINE} | groupby ${VEHICLE} as v aggregate distinct_count(${COURIER}) as n`,
  ),
  kitchen(
    'hard',
    'top',
    'What was the longest delivery last week and who was the courier?',
    `${told(DELIVERED, LAST_WEEK)} | orderby ${TOOK} desc | limit 1`,
    `${told(DELIVERED, LAST_WEEK)} | orderby ${TOOK} desc | limit 1 | choose ${TOOK} as took, ${COURIER} as courier`,
    `${told(DELIVERED, LAST_WEEK)} | groupby ${COURIER} as courier aggregate max(${TOOK}) as took | orderby took desc | limit 1`,
  ),
];
