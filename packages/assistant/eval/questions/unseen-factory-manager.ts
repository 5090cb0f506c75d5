import { THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { daily } from './fresh-terms.ts';
import { anyOf } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import {
  COMPLETED,
  CYCLE,
  heldIn,
  MACHINE,
  orders,
  PIECES,
  PLANT,
  SCRAP_REASON,
  STOPPED,
  STOPPED_MINUTES,
  says,
  THURSDAY,
} from './unseen-factory-terms.ts';
import { busiest, moment } from './unseen-insurer-terms.ts';
import { foremost, leading, withValue } from './unseen-resort-terms.ts';

const factory = asks('factory');
const RELEASED = says('work order released');
const LATE = '$d.Order.DaysLate > 0';
const STOPS_THIS_WEEK = `source logs ${THIS_WEEK} | filter ${STOPPED}`;
const SHIFTS = "($d.Shift == 'night' || $d.Shift == 'early')";

/** By the manager of production, in whole sentences. */
export const UNSEEN_FACTORY_MANAGER: readonly EvalQuestion[] = [
  factory(
    'easy',
    'count',
    'Could you please tell me how many work orders were released today?',
    ...orders((count) => `source logs ${TODAY} | filter ${RELEASED} | aggregate ${count} as n`),
  ),
  factory(
    'easy',
    'list',
    'Would you show me all the entries about machine MILL-04 from yesterday, please?',
    `source logs ${YESTERDAY} | filter ${MACHINE} == 'MILL-04'`,
    `source logs ${YESTERDAY} | filter $d ~~ 'MILL-04'`,
  ),
  factory(
    'easy',
    'any',
    'Has machine HOB-02 stopped at all today?',
    ...anyOf(`source logs ${TODAY} | filter ${STOPPED} && ${MACHINE} == 'HOB-02'`),
  ),
  factory(
    'easy',
    'which',
    'Which customers did we release work orders for today?',
    ...withValue(`source logs ${TODAY} | filter ${RELEASED}`, '$d.Order.Customer'),
  ),
  factory(
    'easy',
    'count-by',
    'How many times did each machine stop this week, please?',
    ...heldIn(`source logs ${THIS_WEEK}`, STOPPED, MACHINE),
  ),
  factory(
    'easy',
    'top-records',
    'Please show me the ten longest stoppages of this week.',
    `${STOPS_THIS_WEEK} | orderby ${STOPPED_MINUTES} desc | limit 10`,
    `source logs ${THIS_WEEK} | orderby ${STOPPED_MINUTES} desc | limit 10`,
  ),
  factory(
    'easy',
    'statistic',
    'What was the total number of scrapped pieces yesterday?',
    `source logs ${YESTERDAY} | aggregate sum(${PIECES}) as pieces`,
  ),
  factory(
    'medium',
    'statistic-by',
    'How many pieces were scrapped on each machine this week, and for what reason?',
    `source logs ${THIS_WEEK} | filter ${PIECES} != null | groupby ${MACHINE}, ${SCRAP_REASON} aggregate sum(${PIECES}) as pieces`,
  ),
  factory(
    'medium',
    'top',
    'Which five machines have the longest average cycle time this week?',
    ...leading(`source logs ${THIS_WEEK}`, MACHINE, `avg(${CYCLE})`, 5),
  ),
  factory(
    'medium',
    'series',
    'How many work orders were completed on each day of this week?',
    ...orders((count) => `source logs ${THIS_WEEK} | filter ${COMPLETED} | ${daily} aggregate ${count} as n`),
  ),
  factory(
    'medium',
    'hour',
    'At what hour of the day do our machines stop most often?',
    ...busiest(`source logs | filter ${STOPPED}`, 'hour'),
  ),
  factory(
    'medium',
    'count-by',
    'Could you tell me how many stoppages each shift had yesterday?',
    ...heldIn(`source logs ${YESTERDAY}`, STOPPED, '$d.Shift'),
  ),
  factory(
    'medium',
    'having',
    'Which machines have stopped more than ten times since Monday?',
    `${STOPS_THIS_WEEK} | groupby ${MACHINE} as machine aggregate count() as n | filter n > 10 | choose machine`,
  ),
  factory(
    'medium',
    'top',
    'Which supplier has had the most late deliveries?',
    ...foremost(`source logs | filter ${says('delivery late')}`, '$d.Supplier.Name', 'count()'),
  ),
  factory(
    'medium',
    'last',
    'When was the last work order for Tarn Pumps completed?',
    ...moment(`source logs | filter ${COMPLETED} && $d.Order.Customer == 'Tarn Pumps'`, 'last'),
  ),
  factory(
    'medium',
    'statistic-by',
    'What is the median length of a stoppage for each reason?',
    `source logs | filter ${STOPPED_MINUTES} != null | groupby $d.Downtime.Reason aggregate percentile(0.5, ${STOPPED_MINUTES}) as m`,
    `source logs | filter ${STOPPED_MINUTES} != null | groupby $d.Downtime.Reason aggregate median(${STOPPED_MINUTES}) as m`,
  ),
  factory(
    'hard',
    'share',
    'What share of the work orders completed this week was late?',
    `source logs ${THIS_WEEK} | filter ${COMPLETED} | aggregate count_if(${LATE}) / count() as share`,
    `source logs ${THIS_WEEK} | filter ${COMPLETED} | aggregate distinct_count_if(${LATE}, $d.Order.Number) / distinct_count($d.Order.Number) as share`,
  ),
  factory(
    'hard',
    'columns',
    'For each plant, how many stoppages lasted longer than 15 minutes and how many were shorter?',
    ...['<=', '<'].map(
      (below) =>
        `source logs | filter ${STOPPED} | groupby ${PLANT} aggregate count_if(${STOPPED_MINUTES} > 15) as longer, count_if(${STOPPED_MINUTES} ${below} 15) as shorter`,
    ),
    `source logs | filter ${STOPPED} | groupby ${PLANT}, if(${STOPPED_MINUTES} > 15, 'a', 'b') as side aggregate count() as n`,
  ),
  factory(
    'hard',
    'compare-values',
    'Did the night shift scrap more pieces than the early shift on Thursday?',
    `source logs ${THURSDAY} | filter ${SHIFTS} && ${PIECES} != null | groupby $d.Shift aggregate sum(${PIECES}) as pieces`,
    `source logs ${THURSDAY} | aggregate sum(if($d.Shift == 'night', ${PIECES})) as night, sum(if($d.Shift == 'early', ${PIECES})) as early`,
    `source logs ${THURSDAY} | filter ${PIECES} != null | groupby $d.Shift aggregate sum(${PIECES}) as pieces`,
  ),
  factory(
    'hard',
    'average-of-counts',
    'How many work orders does the plant in Graz complete per day on average this week?',
    ...orders(
      (count) =>
        `source logs ${THIS_WEEK} | filter ${COMPLETED} && ${PLANT} == 'Graz' | ${daily} aggregate ${count} as n | aggregate avg(n) as mean`,
    ),
  ),
];
