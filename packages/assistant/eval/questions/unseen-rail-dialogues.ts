import { S, THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { daily, hourly } from './fresh-terms.ts';
import { clock } from './later-terms.ts';
import { after, asks, type EvalQuestion } from './question.ts';
import {
  DELAY,
  either,
  failures,
  HOST,
  LINE,
  PASSENGER,
  REFUND,
  rates,
  SPANS,
  says,
  TABLE,
  TRAIN,
  WEDNESDAY,
  which,
} from './unseen-rail-terms.ts';

const rail = asks('rail');
const HELD = `source logs ${clock('09:00', '11:00')} | filter ${says('Train held at signal')}`;

/** Dialogues of the same four people. */
export const UNSEEN_RAIL_DIALOGUES: readonly EvalQuestion[] = [
  after(
    ['errors gate-control last 2h'],
    rail(
      'easy',
      '',
      'same for ticket-sales',
      ...failures((told, bad) => `${told.source} last 2h | filter ${told.service} == 'ticket-sales' && ${bad}`),
    ),
  ),
  after(
    ['how many errors today', 'per service'],
    rail(
      'medium',
      '',
      'only the ticketing app',
      ...failures(
        (told, bad) =>
          `${told.source} ${TODAY} | filter ${bad} && ${told.app} == 'ticketing' | groupby ${told.service} aggregate count() as n`,
      ),
    ),
  ),
  after(
    ['AcquirerTimeoutException yesterday'],
    rail(
      'medium',
      '',
      'per hour',
      ...either(
        (told) =>
          `${told.source} ${YESTERDAY} | filter ${told.type} == 'AcquirerTimeoutException' | ${hourly} aggregate count() as n`,
      ),
    ),
  ),
  after(
    ['Please show me all cancelled trains of yesterday.'],
    rail(
      'easy',
      '',
      'And how many were there today?',
      `source logs ${TODAY} | filter ${says('Train cancelled')} | count`,
    ),
  ),
  after(
    ['What was the average delay by line today?'],
    rail(
      'medium',
      '',
      'And the maximum?',
      ...['', ` && ${S} == 'delay-monitor'`].map(
        (only) =>
          `source logs ${TODAY} | filter ${DELAY} != null${only} | groupby ${LINE} aggregate max(${DELAY}) as m`,
      ),
    ),
  ),
  after(
    ['Delays by cause this week, please.', 'Only line R4.'],
    rail(
      'medium',
      '',
      'Now per day, please.',
      `source logs ${THIS_WEEK} | filter $d.Cause != null && ${LINE} == 'R4' | ${daily}, $d.Cause as cause aggregate count() as n`,
      `source logs ${THIS_WEEK} | filter $d.Cause != null && ${LINE} == 'R4' | ${daily} aggregate count() as n`,
    ),
  ),
  after(
    ['number of refund claims received yesterday'],
    rail(
      'easy',
      '',
      'by reason',
      `source logs ${YESTERDAY} | filter ${says('Refund claim received')} | groupby $d.Reason aggregate count() as n`,
    ),
  ),
  after(
    ['refunds paid out this week'],
    rail(
      'medium',
      '',
      'what is the average amount?',
      `source logs ${THIS_WEEK} | filter ${says('Refund paid out')} | aggregate avg(${REFUND}) as mean`,
    ),
  ),
  after(
    ['refunds paid out this week', 'only over 50 euros'],
    rail(
      'medium',
      '',
      'which passengers got them?',
      ...which(`source logs ${THIS_WEEK} | filter ${says('Refund paid out')} && ${REFUND} > 50`, PASSENGER),
    ),
  ),
  after(
    ['what happened to passenger P-20004 today'],
    rail(
      'easy',
      '',
      'just the errors',
      ...failures((told, bad) => `${told.source} ${TODAY} | filter ${told.passenger} == 'P-20004' && ${bad}`),
    ),
  ),
  after(
    ['db spans on SeatInventory yesterday'],
    rail(
      'medium',
      '',
      'the 5 slowest of them',
      `source spans ${YESTERDAY} | filter ${TABLE} == 'SeatInventory' | orderby $m.duration desc | limit 5`,
    ),
  ),
  after(
    ['db spans on SeatInventory yesterday', 'longer than 1s'],
    rail(
      'medium',
      '',
      'how many were that between 7 and 10?',
      `source spans between @'2026-11-19T07:00:00Z' and @'2026-11-19T10:00:00Z' | filter ${TABLE} == 'SeatInventory' && $m.duration > 1000000 | count`,
    ),
  ),
  after(
    ['calls to external hosts today by host'],
    rail(
      'hard',
      '',
      'what share of them failed, each?',
      `source spans ${TODAY} | filter ${HOST} != null | groupby ${HOST} aggregate count_if($d.tags.error == 'true') / count() as share`,
      `source spans ${TODAY} | filter ${HOST} != null | groupby ${HOST} aggregate count_if(${SPANS.status} >= 500) / count() as share`,
    ),
  ),
  after(
    ['error rate of ticket-sales yesterday'],
    rail(
      'hard',
      '',
      'and on wednesday, by release',
      ...rates(
        (told, also, bad) =>
          `${told.source} ${WEDNESDAY} | filter ${told.service} == 'ticket-sales' && ${also} | groupby ${told.release} aggregate count_if(${bad}) / count() as rate`,
      ),
    ),
  ),
  after(
    ['GateOfflineException today'],
    rail(
      'medium',
      '',
      'how many per station?',
      ...either(
        (told) =>
          `${told.source} ${TODAY} | filter ${told.type} == 'GateOfflineException' | groupby ${told.station} aggregate count() as n`,
      ),
    ),
  ),
  after(
    ['trains more than an hour late today'],
    rail('hard', '', 'forget that, which trains were held at a signal between 9 and 11?', ...which(HELD, TRAIN), HELD),
  ),
];
