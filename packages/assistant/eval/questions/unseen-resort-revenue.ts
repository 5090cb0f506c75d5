import { S, THIS_WEEK, YESTERDAY } from './blind-terms.ts';
import { daily } from './fresh-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import {
  againstYesterday,
  CANCELLED,
  CONFIRMED,
  foremost,
  hourOf,
  lastWeek,
  leading,
  mean,
  PROPERTY,
  says,
  sidesOf,
  total,
  weekdayOf,
  withValue,
} from './unseen-resort-terms.ts';
import { daysBack } from './unseen-terms.ts';

const resort = asks('resort');
const COMPLETED = says('check-in completed');
const CAPTURED = says('payment captured');

/** By the manager of the revenue, who thinks in bookings, nights and euros. */
export const UNSEEN_RESORT_REVENUE: readonly EvalQuestion[] = [
  resort(
    'easy',
    'count',
    'How many bookings were confirmed yesterday?',
    `source logs ${YESTERDAY} | filter ${CONFIRMED} | count`,
  ),
  resort(
    'easy',
    'count-by',
    'Bookings confirmed by channel this week',
    `source logs ${THIS_WEEK} | filter ${CONFIRMED} | groupby $d.channel aggregate count() as n`,
  ),
  resort(
    'medium',
    'weekday',
    'Confirmed bookings by day of the week',
    ...[weekdayOf, "formatTimestamp($m.timestamp, '%A')", "formatTimestamp($m.timestamp, '%a')"].map(
      (day) => `source logs | filter ${CONFIRMED} | groupby ${day} as day aggregate count() as n`,
    ),
  ),
  resort(
    'medium',
    'hour-of-day',
    'At which hours of the day are check-ins completed, over the two weeks?',
    ...['', 'last 14d'].map(
      (time) => `source logs ${time} | filter ${COMPLETED} | groupby ${hourOf} as hour aggregate count() as n`,
    ),
  ),
  resort(
    'medium',
    'statistics',
    'Total of captured payments per property in the last 7 days',
    ...daysBack(
      7,
      (time) => `source logs ${time} | filter ${CAPTURED} | groupby ${PROPERTY} aggregate sum($d.amount_eur) as sum`,
    ),
  ),
  resort(
    'medium',
    'top-groups',
    'Top 3 room types by nights of confirmed bookings',
    ...leading(`source logs | filter ${CONFIRMED}`, '$d.room_type', 'sum($d.nights)', 3),
  ),
  resort(
    'hard',
    'ratio',
    'What share of the confirmed bookings came through each channel?',
    `source logs | filter ${CONFIRMED} | groupby $d.channel as channel aggregate count() as n | join cross (source logs | filter ${CONFIRMED} | count into total) into t | choose channel, n / t.total as share`,
  ),
  resort(
    'hard',
    'ratio',
    'Cancelled bookings compared to confirmed ones as a ratio, last week',
    ...lastWeek((time) => `source logs ${time} | aggregate count_if(${CANCELLED}) / count_if(${CONFIRMED}) as ratio`),
    ...lastWeek(
      (time) =>
        `source logs ${time} | aggregate count_if(${CANCELLED}) as cancelled, count_if(${CONFIRMED}) as confirmed`,
    ),
  ),
  resort(
    'medium',
    'values-compared',
    'Average captured amount: visa versus mastercard',
    `source logs | filter ${CAPTURED} && ($d.card_brand == 'visa' || $d.card_brand == 'mastercard') | groupby $d.card_brand aggregate avg($d.amount_eur) as mean`,
    sidesOf(
      `source logs | filter ${CAPTURED} && ($d.card_brand == 'visa' || $d.card_brand == 'mastercard')`,
      "$d.card_brand == 'visa'",
      mean('$d.amount_eur'),
    )[1] as string,
  ),
  resort(
    'hard',
    'times-compared',
    'Restaurant turnover (total_eur of bills charged to the room) today against yesterday',
    ...againstYesterday('source logs', says('bill charged to room'), total('$d.total_eur')),
  ),
  resort(
    'easy',
    'statistics',
    'average total_eur per outlet',
    'source logs | groupby $d.outlet aggregate avg($d.total_eur) as mean',
  ),
  resort(
    'medium',
    'series',
    'Points earned per day over the last 10 days',
    ...daysBack(
      10,
      (time) => `source logs ${time} | filter ${says('points earned')} | ${daily} aggregate sum($d.points) as sum`,
    ),
    ...daysBack(
      10,
      (time) => `source logs ${time} | filter ${says('points earned')} | ${daily} aggregate count() as n`,
    ),
  ),
  resort('easy', 'distinct', 'Which loyalty tiers exist?', ...withValue('source logs', '$d.tier')),
  resort(
    'medium',
    'having',
    'Properties with more than 25 cancelled bookings in the last two weeks',
    ...daysBack(
      14,
      (time) =>
        `source logs ${time} | filter ${CANCELLED} | groupby ${PROPERTY} as property aggregate count() as n | filter n > 25`,
    ),
  ),
  resort(
    'easy',
    'histogram',
    'How are the nights of confirmed bookings distributed?',
    `source logs | filter ${CONFIRMED} | groupby $d.nights aggregate count() as n`,
    ...[2, 5].map(
      (width) =>
        `source logs | filter ${CONFIRMED} | groupby floor($d.nights / ${width}) * ${width} as bin aggregate count() as n`,
    ),
    `source logs | filter ${CONFIRMED} | aggregate min($d.nights) as least, avg($d.nights) as mean, max($d.nights) as most`,
  ),
  resort(
    'hard',
    'two-columns',
    'For every property the confirmed and the cancelled bookings of this week next to each other, and the difference',
    `source logs ${THIS_WEEK} | filter ${CONFIRMED} || ${CANCELLED} | groupby ${PROPERTY} aggregate count_if(${CONFIRMED}) as confirmed, count_if(${CANCELLED}) as cancelled, count_if(${CONFIRMED}) - count_if(${CANCELLED}) as difference`,
  ),
  resort(
    'medium',
    'statistics',
    'Minimum, median and maximum nights per room type',
    ...[`${S} == 'booking'`, CONFIRMED].map(
      (only) =>
        `source logs | filter ${only} | groupby $d.room_type aggregate min($d.nights) as least, median($d.nights) as middle, max($d.nights) as most`,
    ),
    'source logs | groupby $d.room_type aggregate min($d.nights) as least, median($d.nights) as middle, max($d.nights) as most',
  ),
  resort(
    'medium',
    'bottom-groups',
    'Which outlet had the lowest total_eur in sum yesterday?',
    ...['', ', outlet'].map(
      (then) =>
        `source logs ${YESTERDAY} | filter $d.outlet != null | groupby $d.outlet as outlet aggregate sum($d.total_eur) as n | orderby n${then} | limit 1`,
    ),
    `source logs ${YESTERDAY} | filter $d.outlet != null | groupby $d.outlet as outlet aggregate sum($d.total_eur) as n`,
  ),
  resort(
    'hard',
    'values-compared',
    'Average nights of suites against all other room types, per channel, for confirmed bookings',
    `source logs | filter ${CONFIRMED} | groupby $d.channel aggregate avg(if($d.room_type == 'suite', $d.nights)) as suites, avg(if($d.room_type != 'suite', $d.nights)) as others`,
    `source logs | filter ${CONFIRMED} | groupby $d.channel, if($d.room_type == 'suite', 'a', 'b') as side aggregate avg($d.nights) as mean`,
  ),
  resort(
    'hard',
    'nested',
    'Which day brought the highest sum of captured payments, and how much was it?',
    ...foremost(`source logs | filter ${CAPTURED}`, 'roundTime($m.timestamp, 1d)', 'sum($d.amount_eur)'),
  ),
];
