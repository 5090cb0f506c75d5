import { most, S, THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { daily, which } from './fresh-terms.ts';
import { errors } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import { CARRIER, DEPOT, JAMS, NUMBER, numberIn, parcels, says, TRACKING_NO } from './unseen-parcel-terms.ts';
import { lastDays, records } from './unseen-travel-terms.ts';

const parcel = asks('parcel');
const DELIVERED = says('parcel delivered');
const SCANNED = "$d.scanType == 'delivered'";
const GPS = numberIn('lost for (?<n>\\d+) min');
const CLOSED = numberIn('closed with (?<n>\\d+) parcels');

/** By the manager of the depots and the tours. */
export const UNSEEN_PARCEL_DEPOTS: readonly EvalQuestion[] = [
  parcel(
    'easy',
    'count',
    'How many parcels were delivered today?',
    ...[DELIVERED, SCANNED].flatMap((holds) => parcels(`source logs ${TODAY} | filter ${holds}`)),
  ),
  parcel('easy', 'list', 'Show me all belt jams this week.', `source logs ${THIS_WEEK} | filter ${JAMS}`),
  parcel(
    'easy',
    'count',
    'How many barcodes were not readable yesterday?',
    ...parcels(`source logs ${YESTERDAY} | filter ${says('barcode not readable')}`),
  ),
  parcel(
    'easy',
    'count by',
    'Number of scans by scan type for today',
    `source logs ${TODAY} | groupby $d.scanType as type aggregate count() as n`,
    ...['scan', 'scan event stored'].map(
      (words) => `source logs ${TODAY} | filter ${says(words)} | groupby $d.scanType as type aggregate count() as n`,
    ),
  ),
  parcel(
    'easy',
    'values',
    'Which depots do we have?',
    ...which('source logs', DEPOT),
    ...which('source spans', '$d.tags.depot'),
  ),
  parcel(
    'easy',
    'count',
    'How many pickups were booked since Monday?',
    `source logs ${THIS_WEEK} | filter ${says('pickup booked')} | count`,
  ),
  parcel(
    'easy',
    'list',
    'Please list every time the recipient was not at home in the last 24 hours',
    `source logs last 24h | filter ${says('recipient not at home')}`,
  ),
  parcel(
    'easy',
    'list',
    'Tours planned in Rotterdam today',
    `source logs ${TODAY} | filter ${says('tour planned')} && ${DEPOT} == 'Rotterdam'`,
    `source logs ${TODAY} | filter ${says('tour planned')} && ${DEPOT} == 'Rotterdam' | count`,
  ),
  parcel(
    'medium',
    'statistic',
    'What is the average number of stops per depot this week?',
    `source logs ${THIS_WEEK} | groupby ${DEPOT} as depot aggregate avg($d.stops) as stops`,
  ),
  parcel(
    'medium',
    'top groups',
    'Which driver delivered the most parcels in the past 7 days?',
    ...lastDays(7, (time) => `source logs ${time}`).flatMap((source) =>
      most(`${source} | filter ${DELIVERED} | groupby $d.driver as driver aggregate count() as n`, 'n'),
    ),
  ),
  parcel(
    'medium',
    'series',
    'Parcels delivered per day since Monday',
    ...[DELIVERED, SCANNED].flatMap((holds) =>
      records((count) => `source logs ${THIS_WEEK} | filter ${holds} | ${daily} aggregate ${count} as n`, TRACKING_NO),
    ),
  ),
  parcel(
    'medium',
    'statistic',
    'How heavy are our parcels on average?',
    'source logs | aggregate avg($d.weightKg:number) as kg',
  ),
  parcel(
    'medium',
    'statistic',
    'Average and longest distance per vehicle since Monday',
    `source logs ${THIS_WEEK} | groupby $d.vehicle as vehicle aggregate avg($d.distanceKm) as mean, max($d.distanceKm) as longest`,
  ),
  parcel(
    'medium',
    'top groups',
    'Which two lockers were full most often?',
    `source logs | filter ${says('locker is full')} | groupby $d.lockerId as locker aggregate count() as n | orderby n desc | limit 2`,
  ),
  parcel(
    'medium',
    'count by',
    'How many belt jams did each belt have this week?',
    `source logs ${THIS_WEEK} | filter ${JAMS} | groupby $d.belt as belt aggregate count() as n`,
    `source logs ${THIS_WEEK} | groupby $d.belt as belt aggregate count_if(${JAMS}) as n`,
    `source logs ${THIS_WEEK} | filter ${JAMS} | extract $d.msg into parts using regexp(/belt (?<n>\\d+)/) | groupby parts.n as belt aggregate count() as n`,
  ),
  parcel(
    'medium',
    'count by',
    'Booked pickups by window and depot, this week',
    `source logs ${THIS_WEEK} | filter ${says('pickup booked')} | groupby $d.window as slot, ${DEPOT} as depot aggregate count() as n`,
  ),
  parcel(
    'hard',
    'share',
    'What percentage of customs logs are errors for each carrier?',
    ...errors(
      (bad) =>
        `source logs | filter ${S} == 'customs' | groupby ${CARRIER} as carrier aggregate count_if(${bad}) / count() as share`,
    ),
  ),
  parcel(
    'hard',
    'extract',
    'For how many minutes was the GPS signal lost on average, per depot?',
    `source logs | filter ${says('gps signal lost')} | ${GPS} | groupby ${DEPOT} as depot aggregate avg(${NUMBER}) as minutes`,
  ),
  parcel(
    'hard',
    'extract',
    'How many containers were closed with more than 100 parcels this week?',
    `source logs ${THIS_WEEK} | filter ${says('container closed')} | ${CLOSED} | filter ${NUMBER} > 100 | count`,
  ),
  parcel(
    'hard',
    'series',
    'Delivered versus returned scans per day this week',
    `source logs ${THIS_WEEK} | ${daily} aggregate count_if(${SCANNED}) as delivered, count_if($d.scanType == 'returned') as returned`,
    `source logs ${THIS_WEEK} | filter $d.scanType == 'delivered' || $d.scanType == 'returned' | ${daily}, $d.scanType as type aggregate count() as n`,
    `source logs ${THIS_WEEK} | filter $d.scanType == 'delivered' || $d.scanType == 'returned' | ${daily} aggregate count_if(${SCANNED}) as delivered, count_if($d.scanType == 'returned') as returned`,
  ),
];
