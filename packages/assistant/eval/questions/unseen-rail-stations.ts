import { DAY, S, THIS_WEEK, TODAY, TWO_DAYS, YESTERDAY } from './blind-terms.ts';
import { COUNTED, periods } from './final-terms.ts';
import { daily, hourly } from './fresh-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import { DELAY, LINE, says, TRAIN, top, which } from './unseen-rail-terms.ts';

const rail = asks('rail');
const MONITORED = `${S} == 'delay-monitor'`;
const SICK = says('called in sick');
const STAFF = "($d.Role == 'driver' || $d.Role == 'conductor')";
const BY_ROLE = "aggregate count_if($d.Role == 'driver') as drivers, count_if($d.Role == 'conductor') as conductors";

/** Of every record that tells how late a train is, or of one of the two services that do. */
const late = (time: string, more = ''): readonly string[] =>
  ['', ` && ${MONITORED}`, ` && ${S} == 'train-tracker'`].map(
    (only) => `source logs ${time} | filter ${DELAY} != null${more}${only}`,
  );

/** By the manager of operations, in whole sentences. */
export const UNSEEN_RAIL_STATIONS: readonly EvalQuestion[] = [
  rail(
    'easy',
    'count',
    'How many trains departed today?',
    `source logs ${TODAY} | filter ${says('Train departed')} | count`,
    `source logs ${TODAY} | filter ${says('Train departed')} | aggregate distinct_count(${TRAIN}) as n`,
  ),
  rail(
    'easy',
    'list',
    'Please show me all cancelled trains of yesterday.',
    `source logs ${YESTERDAY} | filter ${says('Train cancelled')}`,
    ...which(`source logs ${YESTERDAY} | filter ${says('Train cancelled')}`, TRAIN),
  ),
  rail(
    'easy',
    'statistic',
    'What was the average delay in minutes on line R4 today?',
    ...late(TODAY, ` && ${LINE} == 'R4'`).map((query) => `${query} | aggregate avg(${DELAY}) as mean`),
  ),
  rail(
    'easy',
    'breakdown',
    'Delays by cause this week, please.',
    `source logs ${THIS_WEEK} | filter $d.Cause != null | groupby $d.Cause aggregate count() as n`,
    `source logs ${THIS_WEEK} | filter ${says('Delay recorded')} | groupby $d.Cause aggregate count() as n`,
    `source logs ${THIS_WEEK} | filter ${MONITORED} && ${DELAY} > 0 | groupby $d.Cause aggregate count() as n`,
  ),
  rail(
    'easy',
    'distinct',
    'Which depots do we have in the crew-roster logs?',
    ...which(`source logs | filter ${S} == 'crew-roster'`, '$d.Depot'),
  ),
  rail(
    'easy',
    'distinct',
    'How many different trains were on the road yesterday?',
    `source logs ${YESTERDAY} | aggregate distinct_count(${TRAIN}) as n`,
    `source logs ${YESTERDAY} | filter ${S} == 'train-tracker' | aggregate distinct_count(${TRAIN}) as n`,
  ),
  rail(
    'medium',
    'top',
    'Could you list the ten trains with the largest delay today?',
    ...late(TODAY).flatMap((query) => top(query, TRAIN, `max(${DELAY})`, 10)),
    ...late(TODAY).map((query) => `${query} | orderby ${DELAY} desc | limit 10`),
  ),
  rail(
    'medium',
    'count',
    'How often was a train more than 60 minutes late this week?',
    ...late(THIS_WEEK, ` && ${DELAY} > 60`).map((query) => `${query} | count`),
  ),
  rail(
    'medium',
    'breakdown',
    'How many shifts went unfilled per depot this week?',
    `source logs ${THIS_WEEK} | filter ${says('Shift unfilled')} | groupby $d.Depot aggregate count() as n`,
  ),
  rail(
    'medium',
    'buckets',
    'Can I have the delays of today in buckets: under 5 minutes, 5 to 30, and over 30?',
    ...late(TODAY).map(
      (query) =>
        `${query} | groupby if(${DELAY} < 5, 'a', if(${DELAY} <= 30, 'b', 'c')) as size aggregate count() as n`,
    ),
    ...late(TODAY).map(
      (query) =>
        `${query} | aggregate count_if(${DELAY} < 5) as few, count_if(${DELAY} >= 5 && ${DELAY} <= 30) as some, count_if(${DELAY} > 30) as many`,
    ),
  ),
  rail(
    'medium',
    'series',
    'How has the average delay developed per hour today?',
    ...late(TODAY).map((query) => `${query} | ${hourly} aggregate avg(${DELAY}) as mean`),
  ),
  rail(
    'hard',
    'ratio',
    'What share of the delay records of this week was more than 15 minutes, per line?',
    ...late(THIS_WEEK).map(
      (query) => `${query} | groupby ${LINE} aggregate count_if(${DELAY} > 15) / count() as share`,
    ),
  ),
  rail(
    'hard',
    'compare',
    'Did we have more tickets rejected at the gates (not valid here) today than yesterday?',
    ...periods(`source logs ${TWO_DAYS} | filter ${says('Ticket not valid here')}`, DAY, COUNTED),
  ),
  rail(
    'hard',
    'top',
    'For each line, which cause of delay is the most frequent this week?',
    `source logs ${THIS_WEEK} | filter $d.Cause != null | groupby ${LINE} as line, $d.Cause as cause aggregate count() as n | dedupeby line keep 1 orderby n desc`,
  ),
  rail(
    'hard',
    'conditional',
    'Per day, the number of drivers and the number of conductors who called in sick.',
    `source logs | filter ${SICK} | ${daily} ${BY_ROLE}`,
    `source logs | filter ${SICK} && ${STAFF} | ${daily} ${BY_ROLE}`,
    `source logs | filter ${SICK} && ${STAFF} | ${daily}, $d.Role as role aggregate count() as n`,
  ),
];
