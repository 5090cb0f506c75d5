import { BAD_SPAN, S, SVC, THIS_WEEK, TODAY, TWO_DAYS, YESTERDAY } from './blind-terms.ts';
import { periods, statisticOf } from './final-terms.ts';
import { hourly, spans, which } from './fresh-terms.ts';
import { anyOf, CRITICAL } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import { either, failures, failuresBy, JAMS, KIND, leading, SPAN_TYPE, shares, TOOK } from './unseen-parcel-terms.ts';

const parcel = asks('parcel');
const TRACE = 'c41f7a09d2e84d5f8a6b13e9705fd2b8';
const TEN_TO_TWELVE = "between @'2026-11-19T10:00:00Z' and @'2026-11-19T12:00:00Z'";
const NINE_TO_TWELVE = "between @'2026-11-19T09:00:00Z' and @'2026-11-19T12:00:00Z'";
const THURSDAY_FIVE = "@'2026-11-19T05:00:00Z'";
const p95 = (field: string): string => `percentile(0.95, ${field})`;

/** By the engineer on call at night. */
export const UNSEEN_PARCEL_NIGHT: readonly EvalQuestion[] = [
  parcel(
    'easy',
    'list',
    'errors in the last 30 minutes',
    ...failures((told, bad) => `${told.source} last 30m | filter ${bad}`),
  ),
  parcel('easy', 'count', 'how many critical logs today', `source logs ${TODAY} | filter ${CRITICAL} | count`),
  parcel(
    'easy',
    'list',
    'last 10 logs of label-api',
    `source logs | filter ${S} == 'label-api' | orderby $m.timestamp desc | limit 10`,
  ),
  parcel(
    'easy',
    'count',
    'LabelRenderTimeout count yesterday',
    `source logs ${YESTERDAY} | filter ${KIND} == 'LabelRenderTimeout' | count`,
    `source spans ${YESTERDAY} | filter ${SPAN_TYPE} == 'LabelRenderTimeout' | count`,
  ),
  parcel(
    'easy',
    'trace',
    `show me trace ${TRACE}`,
    `source spans | filter $d.traceID == '${TRACE}'`,
    `source logs | filter $d.traceId == '${TRACE}'`,
  ),
  parcel(
    'easy',
    'list',
    'list 5xx responses of tracking, last 24h',
    ...either((told) => `${told.source} last 24h | filter ${told.service} == 'tracking' && ${told.status} >= 500`),
  ),
  parcel('easy', 'any', 'belt jams today?', ...anyOf(`source logs ${TODAY} | filter ${JAMS}`)),
  parcel('easy', 'count by', 'errors by zone since midnight', ...failuresBy(TODAY, (told) => `${told.zone} as zone`)),
  parcel(
    'easy',
    'values',
    'which pods of sorting had critical logs this week',
    ...which(`source logs ${THIS_WEEK} | filter ${S} == 'sorting' && ${CRITICAL}`, '$d.pod'),
  ),
  parcel(
    'medium',
    'series',
    'errors per hour, past 12 hours',
    ...failures((told, bad) => `${told.source} last 12h | filter ${bad} | ${hourly} aggregate count() as n`),
  ),
  parcel(
    'medium',
    'top groups',
    'top 3 services by number of errors yesterday between 10 and 12',
    ...failures((told, bad) => `${told.source} ${TEN_TO_TWELVE} | filter ${bad}`).flatMap((source) =>
      leading(source, source.startsWith('source logs') ? S : SVC, 'count()', 3),
    ),
  ),
  parcel(
    'medium',
    'statistic',
    'p95 span duration of route-optimizer since Thursday 5am',
    `source spans between ${THURSDAY_FIVE} and @'now' | filter ${SVC} == 'route-optimizer' | aggregate percentile(0.95, $m.duration) as p95`,
  ),
  parcel(
    'medium',
    'statistic',
    'when did locker-hub last log something?',
    `source logs | filter ${S} == 'locker-hub' | aggregate max($m.timestamp) as at`,
    `source logs | filter ${S} == 'locker-hub' | orderby $m.timestamp desc | limit 1`,
  ),
  parcel(
    'medium',
    'series',
    'label-api errors thu 9-12 in 10 min buckets',
    ...failures(
      (told, bad) =>
        `${told.source} ${NINE_TO_TWELVE} | filter ${told.service} == 'label-api' && ${bad} | groupby roundTime($m.timestamp, 10m) as t aggregate count() as n`,
    ),
  ),
  parcel(
    'medium',
    'top groups',
    'failing spans by error.type last 6h, most frequent first',
    `source spans last 6h | filter ${BAD_SPAN} | groupby ${SPAN_TYPE} as type aggregate count() as n | orderby n desc`,
  ),
  parcel(
    'medium',
    'count by',
    'spans slower than 500ms in prod today, by service',
    `source spans ${TODAY} | filter $m.duration > 500000 && $d.process.tags['deployment.environment.name'] == 'prod' | groupby ${SVC} aggregate count() as n`,
  ),
  parcel(
    'medium',
    'count by',
    'prod errors per service and zone, last 3h',
    ...failures(
      (told, bad) =>
        `${told.source} last 3h | filter ${bad} && ${told.env} == 'prod' | groupby ${told.service} as service, ${told.zone} as zone aggregate count() as n`,
    ),
  ),
  parcel(
    'hard',
    'share',
    'error rate by zone this week',
    ...shares(
      (told, source, bad) =>
        `${source} ${THIS_WEEK} | groupby ${told.zone} as zone aggregate count_if(${bad}) / count() as rate`,
    ),
  ),
  parcel(
    'hard',
    'having',
    'which services had more than 40 errors since yesterday',
    ...failures(
      (told, bad) =>
        `${told.source} ${TWO_DAYS} | filter ${bad} | groupby ${told.service} as service aggregate count() as n | filter n > 40 | choose service`,
    ),
  ),
  parcel(
    'hard',
    'compare times',
    'route-optimizer p95 before vs after thursday 05:00',
    ...spans((kind) => `source spans | filter ${SVC} == 'route-optimizer' && ${kind}`).flatMap((source) =>
      periods(source, THURSDAY_FIVE, statisticOf('$m.duration', p95)),
    ),
    ...periods(`source logs | filter ${S} == 'route-optimizer'`, THURSDAY_FIVE, statisticOf(TOOK, p95)),
  ),
];
