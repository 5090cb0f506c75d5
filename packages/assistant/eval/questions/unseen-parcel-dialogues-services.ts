import { BAD_SPAN, S, SVC, since, THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { daily, hourly, spans } from './fresh-terms.ts';
import { CRITICAL, errors } from './later-terms.ts';
import { after, asks, type EvalQuestion } from './question.ts';
import {
  ACCOUNT,
  DATABASE,
  failures,
  failuresBy,
  KIND,
  leading,
  SPAN_TYPE,
  shares,
  TOOK,
} from './unseen-parcel-terms.ts';

const parcel = asks('parcel');
const SINCE_TUESDAY = since('2026-11-17');

/** Dialogues of the engineer on call and of the developer. */
export const UNSEEN_PARCEL_DIALOGUES_SERVICES: readonly EvalQuestion[] = [
  after(['errors since midnight'], parcel('easy', '', 'by service', ...failuresBy(TODAY, (told) => told.service))),
  after(
    ['p95 of spans per service, last 6 hours'],
    parcel(
      'easy',
      '',
      'just prod please',
      ...spans(
        (kind) =>
          `source spans last 6h | filter $d.process.tags['deployment.environment.name'] == 'prod' && ${kind} | groupby ${SVC} aggregate percentile(0.95, $m.duration) as p95`,
      ),
    ),
  ),
  after(
    ['top 3 accounts by errors this week'],
    parcel(
      'medium',
      '',
      'only in eu-north',
      ...errors((bad) => `source logs ${THIS_WEEK} | filter ${bad} && $d.zone == 'eu-north'`).flatMap((source) =>
        leading(source, ACCOUNT, 'count()', 3),
      ),
      ...leading(
        `source spans ${THIS_WEEK} | filter ${BAD_SPAN} && $d.process.tags['cloud.region'] == 'eu-north'`,
        "$d.tags['account.id']",
        'count()',
        3,
      ),
    ),
  ),
  after(
    ['errors of label-api yesterday', 'by error kind'],
    parcel(
      'hard',
      '',
      'and that for each hour',
      ...errors(
        (bad) =>
          `source logs ${YESTERDAY} | filter ${S} == 'label-api' && ${bad} | ${hourly}, ${KIND} as kind aggregate count() as n`,
      ),
      `source spans ${YESTERDAY} | filter ${SVC} == 'label-api' && ${BAD_SPAN} | ${hourly}, ${SPAN_TYPE} as kind aggregate count() as n`,
    ),
  ),
  after(
    ['spans slower than 500 ms today'],
    parcel(
      'easy',
      '',
      'how many of them are from route-optimizer?',
      `source spans ${TODAY} | filter $m.duration > 500000 && ${SVC} == 'route-optimizer' | count`,
    ),
  ),
  after(
    ['db spans by system today'],
    parcel(
      'medium',
      '',
      'and their average duration?',
      `source spans ${TODAY} | filter ${DATABASE} != null | groupby ${DATABASE} as db aggregate avg($m.duration) as mean`,
      `source spans ${TODAY} | filter ${DATABASE} != null | groupby ${DATABASE} as db aggregate count() as n, avg($m.duration) as mean`,
    ),
  ),
  after(
    ['errors of tracking since Tuesday'],
    parcel(
      'medium',
      '',
      'split by build',
      ...failures(
        (told, bad) =>
          `${told.source} ${SINCE_TUESDAY} | filter ${told.service} == 'tracking' && ${bad} | groupby ${told.build} as build aggregate count() as n`,
      ),
    ),
  ),
  after(
    ['critical logs this week', 'how many?'],
    parcel('easy', '', 'per day', `source logs ${THIS_WEEK} | filter ${CRITICAL} | ${daily} aggregate count() as n`),
  ),
  after(
    ['p95 of tookMs of customer-portal in the last 24h'],
    parcel(
      'easy',
      '',
      'by route',
      `source logs last 24h | filter ${S} == 'customer-portal' | groupby $d.route as route aggregate percentile(0.95, ${TOOK}) as p95`,
    ),
  ),
  after(
    ['error rate per zone today'],
    parcel(
      'hard',
      '',
      'and for customs alone?',
      ...shares(
        (told, source, bad) =>
          `${source} ${TODAY} | filter ${told.service} == 'customs' | groupby ${told.zone} as zone aggregate count_if(${bad}) / count() as rate`,
      ),
    ),
  ),
];
