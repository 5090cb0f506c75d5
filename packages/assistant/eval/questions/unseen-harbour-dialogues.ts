import { SVC, THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { after, asks, type EvalQuestion } from './question.ts';
import {
  AMOUNT,
  ARRIVED,
  CANCELLED,
  CUSTOMER,
  DATABASE,
  DECLINED,
  DISCHARGED,
  either,
  failures,
  HAULIER,
  heldIn,
  ofTraces,
  TERMINAL,
  TURNED_AWAY,
} from './unseen-harbour-terms.ts';
import { lastWeek, leading, withValue } from './unseen-resort-terms.ts';

const harbour = asks('harbour');
const LEADER = `source logs ${THIS_WEEK} | filter ${TURNED_AWAY} | groupby ${HAULIER} as key aggregate count() as n | orderby n desc | limit 1 | choose key`;

/** Dialogues of the same four people. */
export const UNSEEN_HARBOUR_DIALOGUES: readonly EvalQuestion[] = [
  after(
    ['errors of crane-control today'],
    harbour(
      'easy',
      '',
      'and reefer-watch?',
      ...failures((told, bad) => `${told.source} ${TODAY} | filter ${told.service} == 'reefer-watch' && ${bad}`),
    ),
  ),
  after(
    ['how many errors today', 'by service'],
    harbour(
      'medium',
      '',
      'only at delta-pier',
      ...failures((told, bad) =>
        heldIn(`${told.source} ${TODAY} | filter ${told.terminal} == 'delta-pier'`, bad, told.service),
      ),
    ),
  ),
  after(
    ['ACQUIRER_TIMEOUT yesterday'],
    harbour(
      'easy',
      '',
      'per 10 minutes',
      ...either(
        (told) =>
          `${told.source} ${YESTERDAY} | filter ${told.code} == 'ACQUIRER_TIMEOUT' | groupby roundTime($m.timestamp, 10m) as t aggregate count() as n`,
      ),
    ),
  ),
  after(
    ['slowest spans of gate-control yesterday'],
    harbour(
      'medium',
      '',
      'only the database calls, over 2 s',
      `source spans ${YESTERDAY} | filter ${SVC} == 'gate-control' && ${DATABASE} != null && $m.duration > 2000000`,
      `source spans ${YESTERDAY} | filter ${SVC} == 'gate-control' && ${DATABASE} != null && $m.duration > 2000000 | orderby $m.duration desc | limit 10`,
    ),
  ),
  after(
    ['How many trucks arrived today?'],
    harbour('easy', '', 'And yesterday?', `source logs ${YESTERDAY} | filter ${ARRIVED} | count`),
  ),
  after(
    ['Which haulier had the most trucks turned away this week?'],
    harbour(
      'hard',
      '',
      'And at which terminals did that happen to them?',
      ...withValue(
        `source logs ${THIS_WEEK} | filter ${TURNED_AWAY} && ${ofTraces(HAULIER, LEADER)}`,
        TERMINAL,
      ).toReversed(),
    ),
  ),
  after(
    ['How long do trucks wait on average?', 'Per terminal, please.'],
    harbour(
      'medium',
      '',
      'Only those of last week.',
      ...lastWeek(
        (time) =>
          `source logs ${time} | filter $d.wait_min != null | groupby ${TERMINAL} as key aggregate avg($d.wait_min) as n`,
      ),
    ),
  ),
  after(
    ['Could you count the containers discharged per crane today?'],
    harbour(
      'medium',
      '',
      'Leave out crane QC-03, please.',
      `source logs ${TODAY} | filter ${DISCHARGED} && $d.crane_id != 'QC-03' | groupby $d.crane_id as key aggregate count() as n`,
    ),
  ),
  after(
    ['show me bookings cancelled today'],
    harbour(
      'easy',
      '',
      'just the ones over 300 euros',
      `source logs ${TODAY} | filter ${CANCELLED} && ${AMOUNT} > 300`,
    ),
  ),
  after(
    ['payments declined this week', 'by customer'],
    harbour(
      'medium',
      '',
      'top 3 only',
      ...leading(`source logs ${THIS_WEEK} | filter ${DECLINED}`, CUSTOMER, 'count()', 3),
    ),
  ),
];
