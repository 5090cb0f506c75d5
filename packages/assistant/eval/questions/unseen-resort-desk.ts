import { S, THIS_WEEK, TODAY, TWO_DAYS, YESTERDAY } from './blind-terms.ts';
import { anyOf, clock } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import {
  againstYesterday,
  CANCELLED,
  CODE,
  either,
  failures,
  GUEST,
  leading,
  number,
  OTHER_TRACE,
  PROPERTY,
  says,
  withValue,
} from './unseen-resort-terms.ts';
import { daysBack } from './unseen-terms.ts';

const resort = asks('resort');
const REFUND = says('refund issued');
const DECLINED = says('card declined');
const BIG = '$d.amount_eur > 1500';

/** By a woman of the support of the hotels, who writes whole and polite sentences. */
export const UNSEEN_RESORT_DESK: readonly EvalQuestion[] = [
  resort(
    'easy',
    'list',
    'Could you please show me all logs of guest g-2017?',
    `source logs | filter ${GUEST} == 'g-2017'`,
  ),
  resort(
    'medium',
    'list',
    'Guest g-2008 could not open the door this morning. What did room-keys log for this guest between 6 and 8 am today?',
    `source logs ${clock('06:00', '08:00')} | filter ${S} == 'room-keys' && ${GUEST} == 'g-2008'`,
  ),
  resort(
    'easy',
    'text',
    'Please find the messages that say "key revoked" today.',
    `source logs ${TODAY} | filter ${says('key revoked')}`,
  ),
  resort(
    'easy',
    'count',
    'How many refunds were issued this week?',
    `source logs ${THIS_WEEK} | filter ${REFUND} | count`,
  ),
  resort(
    'medium',
    'count-by',
    'How many refunds did we issue per property in the last 7 days?',
    ...daysBack(7, (time) => `source logs ${time} | filter ${REFUND} | groupby ${PROPERTY} aggregate count() as n`),
  ),
  resort(
    'easy',
    'distinct',
    'Which room types are there in the logs of booking?',
    ...withValue(`source logs | filter ${S} == 'booking'`, '$d.room_type'),
  ),
  resort(
    'medium',
    'distinct',
    'Which guests had their card declined today?',
    ...withValue(`source logs ${TODAY} | filter ${DECLINED}`, GUEST),
  ),
  resort(
    'medium',
    'when',
    'At what time did the first LOCK_OFFLINE come from bali-lagoon today?',
    ...either(
      (told) =>
        `${told.source} ${TODAY} | filter ${told.code} == 'LOCK_OFFLINE' && ${told.property} == 'bali-lagoon' | aggregate min($m.timestamp) as first`,
    ),
    ...either(
      (told) =>
        `${told.source} ${TODAY} | filter ${told.code} == 'LOCK_OFFLINE' && ${told.property} == 'bali-lagoon' | orderby $m.timestamp | limit 1`,
    ),
  ),
  resort(
    'medium',
    'list',
    'Have there been any overbookings at lisbon-bay since Monday?',
    ...anyOf(`source logs ${THIS_WEEK} | filter ${says('overbooking detected')} && ${PROPERTY} == 'lisbon-bay'`),
  ),
  resort(
    'medium',
    'top-groups',
    'Which five guests ran into the most errors this week?',
    ...failures((told, bad) => leading(`${told.source} ${THIS_WEEK} | filter ${bad}`, told.guest, 'count()', 5)).flat(),
  ),
  resort(
    'easy',
    'list',
    'Were any late checkouts refused yesterday?',
    ...anyOf(`source logs ${YESTERDAY} | filter ${says('late checkout refused')}`),
  ),
  resort(
    'easy',
    'statistics',
    'What is the average amount of the refunds we issued, in euros?',
    `source logs | filter ${REFUND} | aggregate avg($d.amount_eur) as mean`,
  ),
  resort(
    'medium',
    'threshold',
    'Please list the captured payments of more than 1,500 euros from yesterday.',
    `source logs ${YESTERDAY} | filter ${says('payment captured')} && ${BIG}`,
  ),
  resort(
    'easy',
    'trace',
    `Could you pull up everything that belongs to trace ${OTHER_TRACE}, please?`,
    `source spans | filter $d.traceID == '${OTHER_TRACE}'`,
    `source logs | filter $d.trace_id == '${OTHER_TRACE}'`,
  ),
  resort(
    'medium',
    'sample',
    'Could I have one example for each error code of checkin?',
    ...['', ' orderby $m.timestamp', ' orderby $m.timestamp desc'].flatMap((order) =>
      either(
        (told) =>
          `${told.source} | filter ${told.service} == 'checkin' && ${told.code} != null | dedupeby ${told.code} keep 1${order}`,
      ),
    ),
    `source logs | filter ${S} == 'checkin' && ${CODE} != null | groupby ${CODE} aggregate any_value($d.message) as example`,
  ),
  resort(
    'hard',
    'having',
    'Which guests had a declined card more than once in the last two days?',
    ...['last 48h', TWO_DAYS].map(
      (time) =>
        `source logs ${time} | filter ${DECLINED} && ${GUEST} != null | groupby ${GUEST} as guest aggregate count() as n | filter n > 1`,
    ),
    ...daysBack(
      2,
      (time) =>
        `source logs ${time} | filter ${DECLINED} && ${GUEST} != null | groupby ${GUEST} as guest aggregate count() as n | filter n > 1`,
    ),
  ),
  resort(
    'hard',
    'nested',
    'Of the guests whose card was declined yesterday, which ones also had a payment captured yesterday?',
    ...withValue(
      `source logs ${YESTERDAY} | filter ${says('payment captured')} && ${GUEST}.inArray((| source logs ${YESTERDAY} | filter ${DECLINED} && ${GUEST} != null | distinct ${GUEST} |))`,
      GUEST,
    ),
    `source logs ${YESTERDAY} | filter ${GUEST} != null | groupby ${GUEST} as guest aggregate count_if(${DECLINED}) as declined, count_if(${says('payment captured')}) as paid | filter declined > 0 && paid > 0`,
    `source logs ${YESTERDAY} | filter ${GUEST} != null | groupby ${GUEST} as guest aggregate count_if(${DECLINED}) as declined, count_if(${says('payment captured')}) as paid | filter declined > 0 && paid > 0 | choose guest`,
  ),
  resort(
    'medium',
    'projection',
    'Time, guest and room type of the last ten bookings cancelled at dublin-quay, please.',
    `source logs | filter ${CANCELLED} && ${PROPERTY} == 'dublin-quay' | orderby $m.timestamp desc | limit 10`,
    `source logs | filter ${CANCELLED} && ${PROPERTY} == 'dublin-quay' | orderby $m.timestamp desc | limit 10 | choose $m.timestamp, ${GUEST}, $d.room_type`,
  ),
  resort(
    'medium',
    'times-compared',
    'Did we have more unreadable passports today than yesterday?',
    ...againstYesterday('source logs', says('passport unreadable'), number),
  ),
  resort(
    'hard',
    'first-of-each',
    'What is the last thing that each service logged about guest g-2003 today?',
    `source logs ${TODAY} | filter ${GUEST} == 'g-2003' | dedupeby ${S} keep 1 orderby $m.timestamp desc`,
    `source logs ${TODAY} | filter ${GUEST} == 'g-2003' | groupby ${S} aggregate max_by($m.timestamp, $d.message) as last`,
  ),
];
