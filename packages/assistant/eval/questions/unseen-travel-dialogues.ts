import { BAD_SPAN, S, SVC, THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { daily, hourly, spans } from './fresh-terms.ts';
import { CRITICAL, OR_WORSE } from './later-terms.ts';
import { after, asks, type EvalQuestion } from './question.ts';
import {
  AIRLINE,
  AMOUNT,
  CHANNEL,
  DATABASE,
  failures,
  failuresBy,
  OPERATION,
  PROVIDER,
  ranked,
  records,
  SUPPLIER,
  says,
  TOOK,
  USER,
} from './unseen-travel-terms.ts';

const travel = asks('travel');
const follow = (
  before: readonly string[],
  difficulty: 'easy' | 'medium' | 'hard',
  question: string,
  ...accept: readonly string[]
): EvalQuestion => after(before, travel(difficulty, '', question, ...accept));
const GATEWAY = `source logs ${THIS_WEEK} | filter ${S} == 'supplier-gateway' && $m.severity == WARNING`;
const NOVEMBER_17 = "between @'2026-11-17' and @'2026-11-18'";

/** The last of several questions of one dialogue, by the same five people. */
export const UNSEEN_TRAVEL_DIALOGUES: readonly EvalQuestion[] = [
  follow(
    ['errors in the last hour'],
    'easy',
    'only payments',
    ...failures((told, bad) => `${told.source} last 1h | filter ${told.service} == 'payments' && ${bad}`),
  ),
  follow(['errors per service today'], 'easy', 'and yesterday?', ...failuresBy(YESTERDAY, ({ service }) => service)),
  follow(
    ['How many refunds were requested this week?'],
    'easy',
    'By airline, please.',
    ...records(
      (count) =>
        `source logs ${THIS_WEEK} | filter ${says('refund requested')} | groupby ${AIRLINE} aggregate ${count} as n`,
      '$d.booking_id',
    ),
  ),
  follow(
    ['p95 duration of hotel-search today'],
    'easy',
    'same for flight-search',
    ...spans(
      (kind) =>
        `source spans ${TODAY} | filter ${SVC} == 'flight-search' && ${kind} | aggregate percentile(0.95, $m.duration) as p95`,
    ),
    `source logs ${TODAY} | filter ${S} == 'flight-search' | aggregate percentile(0.95, ${TOOK}) as p95`,
  ),
  follow(
    ['failed spans of booking-api yesterday'],
    'easy',
    'how many are there?',
    ...spans((kind) => `source spans ${YESTERDAY} | filter ${SVC} == 'booking-api' && ${BAD_SPAN} && ${kind} | count`),
  ),
  follow(
    ['top 5 hosts by errors, last 24h'],
    'easy',
    'make it 10',
    ...failures(
      (told, bad) => `${told.source} last 24h | filter ${bad} | groupby ${told.host} as host aggregate count() as n`,
    ).flatMap((query) => ranked(query, 'host', 10)),
  ),
  follow(
    ['Average payment amount per provider yesterday?'],
    'medium',
    'just paynova',
    ...['', `groupby ${PROVIDER} `].map(
      (by) =>
        `source logs ${YESTERDAY} | filter ${S} == 'payments' && ${PROVIDER} == 'paynova' | ${by}aggregate avg(${AMOUNT}) as m`,
    ),
    `source logs ${YESTERDAY} | filter ${says('payment captured')} && ${PROVIDER} == 'paynova' | aggregate avg(${AMOUNT}) as m`,
  ),
  follow(
    ['bookings created per day this week'],
    'medium',
    'per channel as well',
    ...records(
      (count) =>
        `source logs ${THIS_WEEK} | filter ${says('booking created')} | ${daily}, ${CHANNEL} as channel aggregate ${count} as n`,
      '$d.booking_id',
    ),
  ),
  follow(
    ['logs of user u-5017 since midnight'],
    'easy',
    'only warnings and worse',
    `source logs ${TODAY} | filter ${USER} == 'u-5017' && $m.severity >= WARNING`,
  ),
  follow(
    ['wrong passwords per client ip today'],
    'medium',
    'now by user',
    `source logs ${TODAY} | filter ${says('wrong password')} | groupby ${USER} aggregate count() as n`,
  ),
  follow(
    ['errors by region, last 24h'],
    'hard',
    'as a share of all logs of the region',
    ...['$m.severity == ERROR', OR_WORSE].map(
      (bad) => `source logs last 24h | groupby $d.region aggregate count_if(${bad}) / count() as share`,
    ),
  ),
  follow(
    ['spans slower than 300 ms in the last hour'],
    'easy',
    'over 1 second instead',
    ...spans((kind) => `source spans last 1h | filter $m.duration > 1000000 && ${kind}`),
  ),
  follow(
    ['supplier-gateway warnings this week', 'only roomhub'],
    'medium',
    'the newest 5 of them',
    `${GATEWAY} && ${SUPPLIER} == 'roomhub' | orderby $m.timestamp desc | limit 5`,
  ),
  follow(
    ['how many criticals yesterday?'],
    'easy',
    'in which services?',
    `source logs ${YESTERDAY} | filter ${CRITICAL} | groupby ${S} aggregate count() as n`,
    `source logs ${YESTERDAY} | filter ${CRITICAL} | distinct ${S}`,
  ),
  follow(
    ['Average duration per service this week'],
    'medium',
    'add the maximum too',
    ...spans(
      (kind) =>
        `source spans ${THIS_WEEK} | filter ${kind} | groupby ${SVC} aggregate avg($m.duration) as m, max($m.duration) as most`,
    ),
    `source logs ${THIS_WEEK} | groupby ${S} aggregate avg(${TOOK}) as m, max(${TOOK}) as most`,
  ),
  follow(
    ['bookings confirmed yesterday', 'How many by product?'],
    'medium',
    'without cars',
    ...records(
      (count) =>
        `source logs ${YESTERDAY} | filter ${says('booking confirmed')} && $d.product != 'car' | groupby $d.product aggregate ${count} as n`,
      '$d.booking_id',
    ),
  ),
  follow(
    ['SELECT spans today'],
    'medium',
    'Could you count them by database?',
    `source spans ${TODAY} | filter ${OPERATION} == 'SELECT' | groupby ${DATABASE} as db aggregate count() as n`,
  ),
  follow(
    ['errors in production, last 6h'],
    'easy',
    'and in staging?',
    ...failures((told, bad) => `${told.source} last 6h | filter ${bad} && ${told.environment} == 'staging'`),
  ),
  follow(
    ['ticketing errors by airline this week'],
    'medium',
    'over the last 24 hours instead',
    ...failures(
      (told, bad) =>
        `${told.source} last 24h | filter ${told.service} == 'ticketing' && ${bad} | groupby ${told.airline} as airline aggregate count() as n`,
    ),
  ),
  follow(
    ['booking-api errors per hour on November 17'],
    'medium',
    'split by version',
    ...failures(
      (told, bad) =>
        `${told.source} ${NOVEMBER_17} | filter ${told.service} == 'booking-api' && ${bad} | ${hourly}, ${told.version} as version aggregate count() as n`,
    ),
  ),
];
