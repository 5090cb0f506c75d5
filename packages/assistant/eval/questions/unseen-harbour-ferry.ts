import { BAD_SPAN, ERROR, S, SERVER, SVC, THIS_WEEK, TODAY, TWO_DAYS, YESTERDAY } from './blind-terms.ts';
import { anyOf, OR_WORSE } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import {
  AMOUNT,
  above,
  CANCELLED,
  CODE,
  CONFIRMED,
  CUSTOMER,
  calls,
  DECLINED,
  either,
  FERRY,
  firstOfEach,
  moment,
  ofTraces,
  STATUS,
  says,
} from './unseen-harbour-terms.ts';
import { foremost, sidesOf, withValue } from './unseen-resort-terms.ts';
import { slowest } from './unseen-terms.ts';

const harbour = asks('harbour');
const PAY = `${S} == 'ferry-pay'`;
const EVENING = "between @'2026-11-19T19:00:00Z' and @'2026-11-19T20:30:00Z'";
const FAILED = `source spans ${TODAY} | filter ${SVC} == 'ferry-booking' && ${BAD_SPAN}`;

/** By the support of the ferry line, who chats. */
export const UNSEEN_HARBOUR_FERRY: readonly EvalQuestion[] = [
  harbour('easy', 'list', 'show me everything for booking NF30412', "source logs | filter $d.booking.ref == 'NF30412'"),
  harbour(
    'easy',
    'list',
    'what did customer c-4011 do today',
    ...either((told) => `${told.source} ${TODAY} | filter ${told.customer} == 'c-4011'`),
  ),
  harbour(
    'easy',
    'count',
    'how many bookings were cancelled today?',
    `source logs ${TODAY} | filter ${CANCELLED} | count`,
    `source logs ${TODAY} | filter ${CANCELLED} | aggregate distinct_count($d.booking.ref) as n`,
  ),
  harbour(
    'easy',
    'text',
    'find messages that mention "payment declined" from the last 24 hours',
    `source logs last 24h | filter ${DECLINED}`,
  ),
  harbour(
    'medium',
    'any',
    'any check-ins on oslo-kiel in the last hour?',
    ...anyOf(`source logs last 1h | filter ${says('passenger checked in')} && ${FERRY} == 'oslo-kiel'`),
  ),
  harbour(
    'easy',
    'list',
    'latest 5 failed payments please',
    ...[ERROR, OR_WORSE, DECLINED, `(${OR_WORSE} || ${DECLINED})`, `(${ERROR} || ${DECLINED})`, `${STATUS} >= 400`].map(
      (bad) => `source logs | filter ${PAY} && ${bad} | orderby $m.timestamp desc | limit 5`,
    ),
    ...['', ` && ${SERVER}`].map(
      (also) =>
        `source spans | filter ${SVC} == 'ferry-pay' && ${BAD_SPAN}${also} | orderby $m.timestamp desc | limit 5`,
    ),
  ),
  harbour(
    'medium',
    'distinct',
    'which customers had an acquirer timeout yesterday between 7 and 8:30 pm?',
    ...either((told) =>
      withValue(`${told.source} ${EVENING} | filter ${told.code} == 'ACQUIRER_TIMEOUT'`, told.customer),
    ),
  ),
  harbour(
    'medium',
    'sum',
    'how many passengers were booked per route this week (confirmed bookings only)',
    `source logs ${THIS_WEEK} | filter ${CONFIRMED} | groupby ${FERRY} as key aggregate sum($d.booking.passengers) as n`,
  ),
  harbour(
    'medium',
    'list',
    'confirmed bookings over 500 euros on harwich-hook today',
    ...anyOf(`source logs ${TODAY} | filter ${CONFIRMED} && ${AMOUNT} > 500 && ${FERRY} == 'harwich-hook'`),
  ),
  harbour(
    'medium',
    'top',
    'which route gets the most cancellations?',
    ...foremost(`source logs | filter ${CANCELLED}`, FERRY, 'count()'),
  ),
  harbour(
    'medium',
    'top',
    'what error do customers on the app see most often?',
    ...[`${CODE} != null`, ERROR].flatMap((bad) =>
      [CODE, '$d.msg', '$d.error.detail'].flatMap((key) =>
        foremost(`source logs | filter $d.channel == 'app' && ${bad}`, key, 'count()'),
      ),
    ),
  ),
  harbour(
    'hard',
    'having',
    'customers with more than 3 declined payments this week',
    above(`source logs ${THIS_WEEK} | filter ${DECLINED}`, CUSTOMER, 'count()', 3),
  ),
  harbour(
    'medium',
    'any',
    'did customer c-4003 get a confirmation mail since yesterday?',
    ...anyOf(`source logs ${TWO_DAYS} | filter ${CUSTOMER} == 'c-4003' && ${says('confirmation mail sent')}`),
  ),
  harbour(
    'medium',
    'statistic',
    'average refund by route',
    `source logs | filter ${says('refund issued')} | groupby ${FERRY} as key aggregate avg(${AMOUNT}) as n`,
  ),
  harbour(
    'hard',
    'columns',
    'for each route how many confirmed bookings had a caravan and how many a motorbike',
    `source logs | filter ${CONFIRMED} | groupby ${FERRY} as key aggregate count_if($d.booking.vehicle == 'caravan') as one, count_if($d.booking.vehicle == 'motorbike') as two`,
    `source logs | filter ${CONFIRMED} && ($d.booking.vehicle == 'caravan' || $d.booking.vehicle == 'motorbike') | groupby ${FERRY} as key, $d.booking.vehicle as vehicle aggregate count() as n`,
  ),
  harbour(
    'hard',
    'across',
    'logs of the requests that failed in ferry-booking today, whatever service wrote them',
    ...['', ` ${TODAY}`].flatMap((time) =>
      ['', ` && ${SERVER}`].map(
        (also) => `source logs${time} | filter ${ofTraces('$d.trace_id', `${FAILED}${also} | distinct $d.traceID`)}`,
      ),
    ),
  ),
  harbour(
    'hard',
    'top of each',
    'which customer spent the most on each route this week?',
    ...[CONFIRMED, says('payment accepted')].map((paid) =>
      firstOfEach(`source logs ${THIS_WEEK} | filter ${paid}`, FERRY, CUSTOMER, `sum(${AMOUNT})`),
    ),
  ),
  harbour(
    'hard',
    'periods',
    'was paying slower yesterday after 7 pm than before?',
    ...calls((told, also) =>
      slowest(told.took, (statistic) => statistic).flatMap((statistic) =>
        sidesOf(
          `${told.source} ${YESTERDAY} | filter ${told.service} == 'ferry-pay' && ${also}`,
          "$m.timestamp >= @'2026-11-19T19:00:00Z'",
          (only) => (only === 'true' ? statistic : statistic.replace(told.took, `if(${only}, ${told.took})`)),
        ),
      ),
    ),
  ),
  harbour(
    'medium',
    'first',
    'when was the first unknown booking reference today',
    ...moment(`source logs ${TODAY} | filter ${says('unknown booking reference')}`, 'min'),
  ),
  harbour(
    'hard',
    'rate',
    'out of 1000 ferry-booking calls how many fail, per channel',
    ...[ERROR, OR_WORSE, `${STATUS} >= 500`, `${STATUS} >= 400`].map(
      (bad) =>
        `source logs | filter ${S} == 'ferry-booking' | groupby $d.channel as key aggregate 1000 * count_if(${bad}) / count() as n`,
    ),
  ),
];
