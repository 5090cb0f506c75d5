import { S, THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { anyOf, clock } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import { either, eitherOf, failures, PASSENGER, PRICE, REFUND, says, which } from './unseen-rail-terms.ts';

const rail = asks('rail');
const PAID = says('Refund paid out');
const [REJECTED, APPROVED] = [says('Refund claim rejected'), says('Refund claim approved')];
const BOOKED = says('Train is fully booked');

/** By someone who answers passengers' letters. */
export const UNSEEN_RAIL_CARE: readonly EvalQuestion[] = [
  rail(
    'easy',
    'list',
    'what happened to passenger P-20004 today',
    ...either((told) => `${told.source} ${TODAY} | filter ${told.passenger} == 'P-20004'`),
  ),
  rail(
    'easy',
    'count',
    'number of refund claims received yesterday',
    `source logs ${YESTERDAY} | filter ${says('Refund claim received')} | count`,
  ),
  rail(
    'easy',
    'statistic',
    'how much money did we refund this week in total?',
    `source logs ${THIS_WEEK} | filter ${PAID} | aggregate sum(${REFUND}) as total`,
    `source logs ${THIS_WEEK} | aggregate sum(${REFUND}) as total`,
  ),
  rail(
    'easy',
    'any',
    'did any bank refuse a payout today?',
    ...anyOf(`source logs ${TODAY} | filter ${says('Bank refused the payout')}`),
    ...eitherOf((told) => anyOf(`${told.source} ${TODAY} | filter ${told.type} == 'PayoutException'`)),
  ),
  rail(
    'easy',
    'breakdown',
    'refund claims rejected by reason',
    `source logs | filter ${REJECTED} | groupby $d.Reason aggregate count() as n`,
  ),
  rail(
    'medium',
    'list',
    'claims of P-20001 that were approved or paid out',
    `source logs | filter ${PASSENGER} == 'P-20001' && (${APPROVED} || ${PAID})`,
  ),
  rail(
    'medium',
    'list',
    'refunds above 80 euros because of a strike this week',
    `source logs ${THIS_WEEK} | filter ${REFUND} > 80 && $d.Reason == 'strike'`,
    `source logs ${THIS_WEEK} | filter ${REFUND} > 80 && $d.Reason == 'strike' && ${PAID}`,
  ),
  rail(
    'medium',
    'distinct',
    'which passengers had their seat assigned twice since monday',
    ...which(`source logs ${THIS_WEEK} | filter ${says('Seat assigned twice')}`, PASSENGER),
    ...eitherOf((told) =>
      which(`${told.source} ${THIS_WEEK} | filter ${told.type} == 'OverbookingException'`, told.passenger),
    ),
  ),
  rail(
    'medium',
    'count',
    'how many people were told the train is fully booked yesterday',
    `source logs ${YESTERDAY} | filter ${BOOKED} | aggregate distinct_count(${PASSENGER}) as n`,
    `source logs ${YESTERDAY} | filter ${BOOKED} | count`,
  ),
  rail(
    'medium',
    'top',
    'biggest 3 refunds paid today',
    `source logs ${TODAY} | filter ${PAID} | orderby ${REFUND} desc | limit 3`,
    `source logs ${TODAY} | orderby ${REFUND} desc | limit 3`,
  ),
  rail(
    'medium',
    'columns',
    'claim id, reason and amount of the refunds paid out in the last 3 hours',
    `source logs last 3h | filter ${PAID} | choose $d.ClaimId, $d.Reason, ${REFUND}`,
    `source logs last 3h | filter ${PAID}`,
  ),
  rail(
    'medium',
    'number',
    'which claims have been waiting for more than 30 days?',
    'source logs | extract $d.Message into parts using regexp(/Refund claim waiting for (?<n>\\d+) days/) | filter parts.n:number > 30',
    ...which(
      'source logs | extract $d.Message into parts using regexp(/Refund claim waiting for (?<n>\\d+) days/) | filter parts.n:number > 30',
      '$d.ClaimId',
    ),
  ),
  rail(
    'hard',
    'ratio',
    'what percentage of decided claims did we reject this week (rejected vs approved)',
    `source logs ${THIS_WEEK} | filter ${REJECTED} || ${APPROVED} | aggregate count_if(${REJECTED}) / count() as share`,
  ),
  rail(
    'hard',
    'having',
    'passengers who got more than 2 errors this morning between 6 and 12, who are they',
    ...failures(
      (told, bad) =>
        `${told.source} ${clock('06:00', '12:00')} | filter ${bad} && ${told.passenger} != null | groupby ${told.passenger} as who aggregate count() as n | filter n > 2`,
    ),
  ),
  rail(
    'hard',
    'compare',
    'average ticket price at the kiosk compared to the app',
    ...['', ` && ${says('Ticket sold')}`].flatMap((only) => [
      `source logs | filter ($d.Channel == 'kiosk' || $d.Channel == 'app')${only} | groupby $d.Channel aggregate avg(${PRICE}) as mean`,
      `source logs | filter ${S} == 'ticket-sales'${only} | aggregate avg(if($d.Channel == 'kiosk', ${PRICE}, null)) as kiosk, avg(if($d.Channel == 'app', ${PRICE}, null)) as app`,
    ]),
  ),
];
