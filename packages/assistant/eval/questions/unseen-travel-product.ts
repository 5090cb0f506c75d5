import { S, THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { COUNTED, periods, statisticOf } from './final-terms.ts';
import { daily, sides, which } from './fresh-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import {
  AIRLINE,
  AMOUNT,
  CHANNEL,
  either,
  lastDays,
  PATH,
  PROVIDER,
  ranked,
  records,
  SINCE_WEDNESDAY,
  says,
  TOOK,
  USER,
} from './unseen-travel-terms.ts';

const travel = asks('travel');
const BOOKING = '$d.booking_id';
const CREATED = says('booking created');
const CANCELLED = says('booking cancelled');
const STARTED = says('checkout started');
const SEARCHES = ['$d.destination != null', `${PATH} == '/api/flights/search'`];
/** The whole of what is cancelled: bookings that were made, bookings with any news, or all that is logged of them. */
const WHOLES = [
  `count_if(${CREATED})`,
  'count()',
  `count_if(${CREATED} || ${CANCELLED} || ${says('booking confirmed')})`,
  `count_if(${says('booking confirmed')})`,
];

/** By the product owner of search and booking, in whole sentences. */
export const UNSEEN_TRAVEL_PRODUCT: readonly EvalQuestion[] = [
  travel(
    'easy',
    'count',
    'How many bookings were created today?',
    ...records((count) => `source logs ${TODAY} | filter ${CREATED} | aggregate ${count} as n`, BOOKING),
  ),
  travel(
    'easy',
    'count',
    'How many flight searches found no offers yesterday?',
    `source logs ${YESTERDAY} | filter ${says('no offers found')} | count`,
    `source logs ${YESTERDAY} | filter ${S} == 'flight-search' && $d.offers == 0 | count`,
  ),
  travel(
    'easy',
    'distinct',
    'Which airlines appear in the ticketing logs?',
    ...which(`source logs | filter ${S} == 'ticketing'`, AIRLINE),
  ),
  travel(
    'easy',
    'statistic',
    'What is the average total of a booking in euros?',
    'source logs | aggregate avg($d.total_eur) as m',
    `source logs | filter ${CREATED} | aggregate avg($d.total_eur) as m`,
    `source logs | filter ${says('booking confirmed')} | aggregate avg($d.total_eur) as m`,
  ),
  travel(
    'easy',
    'list',
    'Show me the bookings that were cancelled since Wednesday',
    `source logs ${SINCE_WEDNESDAY} | filter ${CANCELLED}`,
    `source logs ${SINCE_WEDNESDAY} | filter ${CANCELLED} | distinct ${BOOKING}`,
  ),
  travel(
    'easy',
    'statistic',
    'What is the largest number of passengers in a package booking?',
    `source logs | filter $d.product == 'package' | aggregate max($d.passengers) as n`,
    `source logs | filter $d.product == 'package' | orderby $d.passengers desc | limit 1`,
  ),
  travel(
    'easy',
    'distinct count',
    'How many users were active yesterday?',
    ...either((told) => `${told.source} ${YESTERDAY} | aggregate distinct_count(${told.user}) as n`),
  ),
  travel(
    'medium',
    'count by',
    'How many checkouts were started per channel this week?',
    `source logs ${THIS_WEEK} | filter ${STARTED} | groupby ${CHANNEL} aggregate count() as n`,
  ),
  travel(
    'medium',
    'count by',
    'Confirmed bookings by product, last 7 days',
    ...lastDays(7, (time) => `source logs ${time} | filter ${says('booking confirmed')}`).flatMap((source) =>
      records((count) => `${source} | groupby $d.product aggregate ${count} as n`, BOOKING),
    ),
  ),
  travel(
    'medium',
    'top groups',
    'Which five destinations were searched for most in the last 3 days?',
    ...SEARCHES.flatMap((of) => lastDays(3, (time) => `source logs ${time} | filter ${of}`)).flatMap((source) =>
      ranked(`${source} | groupby $d.destination as destination aggregate count() as n`, 'destination', 5),
    ),
  ),
  travel(
    'medium',
    'statistic by',
    'What was the average payment amount per provider yesterday?',
    `source logs ${YESTERDAY} | filter ${S} == 'payments' | groupby ${PROVIDER} aggregate avg(${AMOUNT}) as m`,
    `source logs ${YESTERDAY} | filter ${says('payment captured')} | groupby ${PROVIDER} aggregate avg(${AMOUNT}) as m`,
  ),
  travel(
    'medium',
    'series',
    'Bookings created per day since November 10, split by channel',
    ...records(
      (count) =>
        `source logs between @'2026-11-10' and @'now' | filter ${CREATED} | ${daily}, ${CHANNEL} as channel aggregate ${count} as n`,
      BOOKING,
    ),
  ),
  travel(
    'medium',
    'distinct count',
    'How many different users started a checkout on ios this week?',
    `source logs ${THIS_WEEK} | filter ${STARTED} && ${CHANNEL} == 'ios' | aggregate distinct_count(${USER}) as n`,
    `source logs ${THIS_WEEK} | filter ${PATH} == '/checkout' && ${CHANNEL} == 'ios' | aggregate distinct_count(${USER}) as n`,
  ),
  travel(
    'medium',
    'statistic by',
    'Sum of captured payments by card country this week, highest first',
    `source logs ${THIS_WEEK} | filter ${says('payment captured')} | groupby $d.card_country as country aggregate sum(${AMOUNT}) as total | orderby total desc`,
  ),
  travel(
    'medium',
    'statistic by',
    'How long does a hotel search take on average with a cache hit and without one?',
    ...sides(`source logs | filter ${S} == 'hotel-search'`, '$d.cache_hit == true', (field) => `avg(${field})`, TOOK),
    `source logs | filter ${S} == 'hotel-search' | groupby $d.cache_hit aggregate avg(${TOOK}) as m`,
    `source logs | filter ${PATH} == '/api/hotels/search' | groupby $d.cache_hit aggregate avg(${TOOK}) as m`,
    `source logs | filter ${says('search returned')} && ${S} == 'hotel-search' | groupby $d.cache_hit aggregate avg(${TOOK}) as m`,
  ),
  travel(
    'hard',
    'share',
    'What share of flight searches was a cache hit, per cabin?',
    `source logs | filter ${S} == 'flight-search' | groupby $d.cabin aggregate count_if($d.cache_hit == true) / count() as share`,
    `source logs | filter ${PATH} == '/api/flights/search' | groupby $d.cabin aggregate count_if($d.cache_hit == true) / count() as share`,
  ),
  travel(
    'hard',
    'share',
    'What percentage of bookings gets cancelled, by channel?',
    ...WHOLES.map(
      (whole) =>
        `source logs | filter ${S} == 'booking-api' | groupby ${CHANNEL} aggregate count_if(${CANCELLED}) / ${whole} as share`,
    ),
  ),
  travel(
    'hard',
    'having',
    'Which customers have created more than 3 bookings this week?',
    ...records(
      (count) =>
        `source logs ${THIS_WEEK} | filter ${CREATED} && ${USER} != null | groupby ${USER} as user aggregate ${count} as n | filter n > 3 | choose user`,
      BOOKING,
    ),
  ),
  travel(
    'hard',
    'compare times',
    'Compare the number of bookings created yesterday with the day before.',
    ...[COUNTED, statisticOf(BOOKING, (field) => `distinct_count(${field})`)].flatMap((metric) =>
      periods(`source logs between @'now' / 1d - 2d and @'now' / 1d | filter ${CREATED}`, "@'now' / 1d - 1d", metric),
    ),
  ),
];
