import { S, THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { periods, statisticOf, WARNING } from './final-terms.ts';
import { daily } from './fresh-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import {
  AMOUNT,
  ARRIVED,
  above,
  DISCHARGED,
  either,
  HAULIER,
  parts,
  says,
  TERMINAL,
  TURNED_AWAY,
} from './unseen-harbour-terms.ts';
import { againstYesterday, foremost, hourOf, leading, mean, weekdayOf, withValue } from './unseen-resort-terms.ts';
import { daysBack } from './unseen-terms.ts';

const harbour = asks('harbour');
const CHANNEL = '$d.customs.channel';
const WEIGHT = '$d.container.weight_kg';
const [IN, OUT] = [says('container gated in'), says('container gated out')];
const [BERTHED, DEPARTED] = [says('vessel berthed'), says('vessel departed')];
const WAITS = `source logs ${TODAY} | filter $d.wait_min != null`;
const ISSUED = `$d.fee == 'demurrage' && ${says('invoice issued')}`;

/** By the manager of the terminals, who is polite. */
export const UNSEEN_HARBOUR_TERMINAL: readonly EvalQuestion[] = [
  harbour(
    'easy',
    'count',
    'Could you show me how many containers were discharged today?',
    `source logs ${TODAY} | filter ${DISCHARGED} | count`,
    `source logs ${TODAY} | filter ${DISCHARGED} | aggregate distinct_count($d.container.id) as n`,
  ),
  harbour(
    'easy',
    'count',
    'How many trucks were turned away this week, please?',
    `source logs ${THIS_WEEK} | filter ${TURNED_AWAY} | count`,
    `source logs ${THIS_WEEK} | filter ${TURNED_AWAY} | aggregate distinct_count($d.truck.plate) as n`,
  ),
  harbour(
    'easy',
    'list',
    'Please show me the warnings from gate-control at north-quay yesterday.',
    `source logs ${YESTERDAY} | filter ${S} == 'gate-control' && ${TERMINAL} == 'north-quay' && ${WARNING}`,
  ),
  harbour(
    'easy',
    'distinct',
    'Which vessels have berthed this week?',
    ...withValue(`source logs ${THIS_WEEK} | filter ${BERTHED}`, '$d.vessel'),
  ),
  harbour(
    'easy',
    'statistic',
    'What is the average crane cycle time per crane?',
    'source logs | filter $d.crane_id != null | groupby $d.crane_id as key aggregate avg($d.cycle_s) as n',
  ),
  harbour(
    'easy',
    'distinct',
    'How many different hauliers came through our gates today?',
    ...['', ` && ${ARRIVED}`].map(
      (also) =>
        `source logs ${TODAY} | filter ${S} == 'gate-control'${also} | aggregate distinct_count(${HAULIER}) as n`,
    ),
    ...either((told) => `${told.source} ${TODAY} | aggregate distinct_count(${told.haulier}) as n`),
  ),
  harbour(
    'medium',
    'top',
    'Which five cranes discharged the most containers yesterday?',
    ...leading(`source logs ${YESTERDAY} | filter ${DISCHARGED}`, '$d.crane_id', 'count()', 5),
  ),
  harbour(
    'medium',
    'periods',
    'How does the average truck turnaround today compare with yesterday?',
    ...againstYesterday('source logs', '$d.turnaround_min != null', mean('$d.turnaround_min')),
  ),
  harbour(
    'medium',
    'share',
    'What share of customs declarations went to the red channel this week?',
    ...['', ` && ${says('declaration accepted')}`].flatMap((also) => {
      const query = `source logs ${THIS_WEEK} | filter ${CHANNEL} != null${also}`;
      return [
        `${query} | aggregate count_if(${CHANNEL} == 'red') / count() as share`,
        `${query} | aggregate distinct_count(if(${CHANNEL} == 'red', $d.customs.declaration)) / distinct_count($d.customs.declaration) as share`,
        parts(query, CHANNEL),
      ];
    }),
  ),
  harbour(
    'medium',
    'hour',
    'At what hour of the day do most trucks arrive?',
    ...foremost(`source logs | filter ${ARRIVED}`, hourOf, 'count()'),
  ),
  harbour(
    'medium',
    'columns',
    'Could I have the number of containers gated in and gated out per day over the last seven days?',
    ...daysBack(
      7,
      (time) => `source logs ${time} | ${daily} aggregate count_if(${IN}) as one, count_if(${OUT}) as two`,
    ),
    ...daysBack(
      7,
      (time) =>
        `source logs ${time} | filter ${IN} || ${OUT} | groupby roundTime($m.timestamp, 1d) as t, if(${IN}, 'a', 'b') as way aggregate count() as n`,
    ),
  ),
  harbour(
    'hard',
    'having',
    'Which terminals had more than 15 crane stops in the last seven days?',
    ...daysBack(7, (time) => above(`source logs ${time} | filter ${says('crane stopped')}`, TERMINAL, 'count()', 15)),
  ),
  harbour(
    'medium',
    'top',
    'What was the heaviest container the cranes handled this week?',
    `source logs ${THIS_WEEK} | filter ${S} == 'crane-control' | orderby ${WEIGHT} desc | limit 1`,
    `source logs ${THIS_WEEK} | filter ${S} == 'crane-control' | groupby $d.container.id as key aggregate max(${WEIGHT}) as n | orderby n desc | limit 1`,
    `source logs ${THIS_WEEK} | filter ${S} == 'crane-control' | aggregate max(${WEIGHT}) as n`,
  ),
  harbour(
    'medium',
    'group',
    'How many trucks waited longer than 45 minutes yesterday, by terminal?',
    `source logs ${YESTERDAY} | filter $d.wait_min > 45 | groupby ${TERMINAL} aggregate count() as n`,
    `source logs ${YESTERDAY} | filter $d.wait_min > 45 | groupby ${TERMINAL} aggregate distinct_count($d.truck.plate) as n`,
  ),
  harbour(
    'hard',
    'fields',
    'How many reefer readings today were more than 5 degrees above the set point?',
    ...['', ` && ${says('temperature reading')}`].map(
      (also) => `source logs ${TODAY} | filter $d.temperature_c > $d.set_point_c + 5${also} | count`,
    ),
  ),
  harbour(
    'hard',
    'ratio',
    'For each terminal, what percentage of the trucks that arrived this week waited more than half an hour?',
    `source logs ${THIS_WEEK} | filter ${ARRIVED} | groupby ${TERMINAL} aggregate count_if($d.wait_min > 30) / count() as share`,
  ),
  harbour(
    'hard',
    'first',
    'For every vessel, when did it first berth and when did it last depart?',
    `source logs | filter $d.vessel != null | groupby $d.vessel as key aggregate min(if(${BERTHED}, $m.timestamp)) as first, max(if(${DEPARTED}, $m.timestamp)) as last`,
    `source logs | filter ${BERTHED} || ${DEPARTED} | groupby $d.vessel as key, if(${BERTHED}, 'a', 'b') as what aggregate min($m.timestamp) as first, max($m.timestamp) as last`,
  ),
  harbour(
    'medium',
    'weekday',
    'Which weekday is the busiest for discharging containers?',
    ...foremost(`source logs | filter ${DISCHARGED}`, weekdayOf, 'count()'),
  ),
  harbour(
    'hard',
    'top of each',
    'Please give me the truck with the longest wait at each terminal today.',
    `${WAITS} | dedupeby ${TERMINAL} keep 1 orderby $d.wait_min desc`,
    `${WAITS} | dedupeby ${TERMINAL} keep 1 orderby $d.wait_min desc | choose ${TERMINAL}, $d.truck.plate as plate`,
    `${WAITS} | groupby ${TERMINAL} as key aggregate max_by($d.wait_min, $d.truck.plate) as plate`,
  ),
  harbour(
    'hard',
    'periods',
    'How much demurrage did we invoice this week compared with the week before?',
    ...periods(
      `source logs between @'2026-11-09' and @'now' | filter ${ISSUED}`,
      "@'2026-11-16'",
      statisticOf(AMOUNT, (field) => `sum(${field})`),
    ),
    ...periods(
      `source logs last 14d | filter ${ISSUED}`,
      "@'now' - 7d",
      statisticOf(AMOUNT, (field) => `sum(${field})`),
    ),
  ),
];
