import { S, SERVER, SVC, THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { daily, hourly } from './fresh-terms.ts';
import { errors } from './later-terms.ts';
import { after, asks, type EvalQuestion } from './question.ts';
import {
  CANCELLED,
  CONFIRMED,
  calls,
  either,
  failures,
  foremost,
  GUEST,
  leading,
  PROPERTY,
  says,
  WEDNESDAY,
  withValue,
} from './unseen-resort-terms.ts';

const resort = asks('resort');

/** Dialogues of the same four people. */
export const UNSEEN_RESORT_DIALOGUES: readonly EvalQuestion[] = [
  after(
    ['payments errors last 6h'],
    resort(
      'easy',
      '',
      'and booking?',
      ...failures((told, bad) => `${told.source} last 6h | filter ${told.service} == 'booking' && ${bad}`),
    ),
  ),
  after(
    ['how many errors today', 'per property'],
    resort(
      'medium',
      '',
      'only room-keys',
      ...failures(
        (told, bad) =>
          `${told.source} ${TODAY} | filter ${bad} && ${told.service} == 'room-keys' | groupby ${told.property} as property aggregate count() as n`,
      ),
    ),
  ),
  after(
    ['ACQUIRER_TIMEOUT yesterday'],
    resort(
      'medium',
      '',
      'per hour pls',
      ...either(
        (told) =>
          `${told.source} ${YESTERDAY} | filter ${told.code} == 'ACQUIRER_TIMEOUT' | ${hourly} aggregate count() as n`,
      ),
      `source spans ${YESTERDAY} | filter $d.tags['error.type'] == 'ACQUIRER_TIMEOUT' && ${SERVER} | ${hourly} aggregate count() as n`,
    ),
  ),
  after(
    ['spans of payments yesterday slower than 10 s'],
    resort(
      'easy',
      '',
      'how many are that?',
      `source spans ${YESTERDAY} | filter ${SVC} == 'payments' && $m.duration > 10000000 | count`,
    ),
  ),
  after(
    ['slowest 10 spans of availability yesterday'],
    resort(
      'medium',
      '',
      'same for rates, only 3',
      `source spans ${YESTERDAY} | filter ${SVC} == 'rates' | orderby $m.duration desc | limit 3`,
    ),
  ),
  after(
    ['How many bookings were confirmed today?'],
    resort('easy', '', 'And yesterday?', `source logs ${YESTERDAY} | filter ${CONFIRMED} | count`),
  ),
  after(
    ['How many bookings were confirmed this week?', 'And by channel?'],
    resort(
      'medium',
      '',
      'Now the cancelled ones, please.',
      `source logs ${THIS_WEEK} | filter ${CANCELLED} | groupby $d.channel aggregate count() as n`,
    ),
  ),
  after(
    ['Please show me all logs of guest g-2008 today.'],
    resort(
      'easy',
      '',
      'Only the ones of room-keys, please.',
      `source logs ${TODAY} | filter ${GUEST} == 'g-2008' && ${S} == 'room-keys'`,
    ),
  ),
  after(
    ['Please show me all logs of guest g-2008 today.', 'Only those of room-keys, please.'],
    resort(
      'medium',
      '',
      'And the same for g-2003?',
      `source logs ${TODAY} | filter ${GUEST} == 'g-2003' && ${S} == 'room-keys'`,
    ),
  ),
  after(
    ['Refunds issued this week'],
    resort(
      'medium',
      '',
      'What was their total in euros?',
      `source logs ${THIS_WEEK} | filter ${says('refund issued')} | aggregate sum($d.amount_eur) as sum`,
    ),
  ),
  after(
    ['Refunds issued this week', 'Total amount per property'],
    resort(
      'hard',
      '',
      'just the top two',
      ...leading(`source logs ${THIS_WEEK} | filter ${says('refund issued')}`, PROPERTY, 'sum($d.amount_eur)', 2),
    ),
  ),
  after(
    ['avg duration of booking requests today'],
    resort(
      'medium',
      '',
      'p99 instead, and by path',
      ...calls(
        (told, also) =>
          `${told.source} ${TODAY} | filter ${told.service} == 'booking'${also} | groupby ${told.path} aggregate percentile(0.99, ${told.took}) as p`,
      ),
    ),
  ),
  after(
    ['error logs of rates on wednesday', 'group by version'],
    resort(
      'medium',
      '',
      'no, by error code',
      ...errors(
        (bad) =>
          `source logs ${WEDNESDAY} | filter ${S} == 'rates' && ${bad} | groupby $d.error_code aggregate count() as n`,
      ),
    ),
  ),
  after(
    ['cards declined today'],
    resort('easy', '', 'which guests?', ...withValue(`source logs ${TODAY} | filter ${says('card declined')}`, GUEST)),
  ),
  after(
    ['average nights of confirmed bookings per day'],
    resort(
      'hard',
      '',
      'for suites only, and leave out the channel phone',
      `source logs | filter ${CONFIRMED} && $d.room_type == 'suite' && $d.channel != 'phone' | ${daily} aggregate avg($d.nights) as mean`,
    ),
  ),
  after(
    ['which service had most errors yesterday'],
    resort(
      'hard',
      '',
      'and of its errors, which code is the most frequent?',
      ...either((told) =>
        foremost(
          `${told.source} ${YESTERDAY} | filter ${told.service} == 'payments' && ${told.code} != null`,
          told.code,
          'count()',
        ),
      ).flat(),
      ...['==', '>='].flatMap((least) =>
        foremost(
          `source logs ${YESTERDAY} | filter ${S} == 'payments' && $m.severity ${least} ERROR`,
          '$d.error_code',
          'count()',
        ),
      ),
    ),
  ),
];
