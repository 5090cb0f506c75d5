import { BAD_SPAN, S, SERVER, SVC, since, THIS_WEEK, TODAY, TWO_DAYS } from './blind-terms.ts';
import { periods, statisticOf } from './final-terms.ts';
import { daily, spans } from './fresh-terms.ts';
import { anyOf, CRITICAL, errors, sinceClock } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import { either, failureRates, failures, failuresBy, ranked, SPAN_CODE, TOOK } from './unseen-travel-terms.ts';

const travel = asks('travel');
const TRACE = '5f2c9e18a7d04b36912ec4d07ab8f351';
const TWO_HOURS = "between @'2026-11-19T16:00:00Z' and @'2026-11-19T18:00:00Z'";
const SLOW = "@'2026-11-19T06:00:00Z'";

/** By the engineer on call at night, who leaves out what can be left out. */
export const UNSEEN_TRAVEL_NIGHT: readonly EvalQuestion[] = [
  travel(
    'easy',
    'list',
    'errors in the last 30 minutes',
    ...failures((told, bad) => `${told.source} last 30m | filter ${bad}`),
  ),
  travel('easy', 'count', 'how many criticals today', `source logs ${TODAY} | filter ${CRITICAL} | count`),
  travel(
    'easy',
    'list',
    'newest 15 logs of payments',
    `source logs | filter ${S} == 'payments' | orderby $m.timestamp desc | limit 15`,
  ),
  travel(
    'easy',
    'any',
    'anything from loyalty since 8?',
    ...either((told) => `${told.source} ${sinceClock('08:00')} | filter ${told.service} == 'loyalty'`).flatMap(anyOf),
  ),
  travel(
    'easy',
    'list',
    'hotel-search warnings last 2h',
    `source logs last 2h | filter ${S} == 'hotel-search' && $m.severity == WARNING`,
  ),
  travel(
    'easy',
    'count',
    'count of 504s since midnight',
    ...either((told) => `${told.source} ${TODAY} | filter ${told.code} == 504 | count`),
    `source spans ${TODAY} | filter ${SPAN_CODE} == 504 && ${SERVER} | count`,
  ),
  travel(
    'easy',
    'trace',
    `trace ${TRACE}`,
    `source spans | filter $d.traceID == '${TRACE}'`,
    `source logs | filter $d.trace_id == '${TRACE}'`,
  ),
  travel(
    'easy',
    'list',
    'failed spans of supplier-gateway last hour',
    ...spans((kind) => `source spans last 1h | filter ${SVC} == 'supplier-gateway' && ${BAD_SPAN} && ${kind}`),
  ),
  travel(
    'medium',
    'top groups',
    'errors per service last 6h, worst first',
    ...failuresBy('last 6h', ({ service }) => service).map((query) => `${query} | orderby n desc`),
  ),
  travel(
    'medium',
    'series',
    'payments errors every 10 min yesterday between 16:00 and 18:00',
    ...failures(
      (told, bad) =>
        `${told.source} ${TWO_HOURS} | filter ${told.service} == 'payments' && ${bad} | groupby roundTime($m.timestamp, 10m) as t aggregate count() as n`,
    ),
  ),
  travel(
    'medium',
    'series',
    'p95 of hotel-search per day this week',
    ...spans(
      (kind) =>
        `source spans ${THIS_WEEK} | filter ${SVC} == 'hotel-search' && ${kind} | ${daily} aggregate percentile(0.95, $m.duration) as p95`,
    ),
    `source logs ${THIS_WEEK} | filter ${S} == 'hotel-search' | ${daily} aggregate percentile(0.95, ${TOOK}) as p95`,
  ),
  travel(
    'medium',
    'top groups',
    'top 5 hosts by errors since yesterday, production only',
    ...failures(
      (told, bad) =>
        `${told.source} ${TWO_DAYS} | filter ${bad} && ${told.environment} == 'production' | groupby ${told.host} as host aggregate count() as n`,
    ).flatMap((query) => ranked(query, 'host', 5)),
  ),
  travel(
    'medium',
    'count by',
    'error count by region last 24h',
    ...failures(
      (told, bad) =>
        `${told.source} last 24h | filter ${bad} | groupby ${told.region} as region aggregate count() as n`,
    ),
  ),
  travel(
    'medium',
    'top records',
    'slowest 10 spans of hotel-search today',
    ...spans(
      (kind) =>
        `source spans ${TODAY} | filter ${SVC} == 'hotel-search' && ${kind} | orderby $m.duration desc | limit 10`,
    ),
  ),
  travel(
    'medium',
    'statistic',
    'when did each service last write a log',
    `source logs | groupby ${S} aggregate max($m.timestamp) as at`,
    `source logs | dedupeby ${S} keep 1 orderby $m.timestamp desc`,
  ),
  travel(
    'hard',
    'share',
    'booking-api error rate per version since tuesday',
    ...failureRates(
      (source, told, bad) =>
        `${source} ${since('2026-11-17')} | filter ${told.service} == 'booking-api' | groupby ${told.version} as version aggregate count_if(${bad}) / count() as share`,
    ),
  ),
  travel(
    'hard',
    'share',
    'error rate by region today',
    ...failureRates(
      (source, told, bad) =>
        `${source} ${TODAY} | groupby ${told.region} as region aggregate count_if(${bad}) / count() as share`,
    ),
  ),
  travel(
    'hard',
    'compare times',
    'hotel-search avg duration before and after nov 19 06:00',
    ...spans((kind) => `source spans | filter ${SVC} == 'hotel-search' && ${kind}`).flatMap((source) =>
      periods(
        source,
        SLOW,
        statisticOf('$m.duration', (field) => `avg(${field})`),
      ),
    ),
    ...periods(
      `source logs | filter ${S} == 'hotel-search'`,
      SLOW,
      statisticOf(TOOK, (field) => `avg(${field})`),
    ),
  ),
  travel(
    'hard',
    'having',
    'services without a single error this week',
    ...errors(
      (bad) =>
        `source logs ${THIS_WEEK} | groupby ${S} as service aggregate count_if(${bad}) as n | filter n == 0 | choose service`,
    ),
    `source spans ${THIS_WEEK} | groupby ${SVC} as service aggregate count_if(${BAD_SPAN}) as n | filter n == 0 | choose service`,
  ),
  travel(
    'hard',
    'having',
    'which services have more than 20 errors since midnight',
    ...failures(
      (told, bad) =>
        `${told.source} ${TODAY} | filter ${bad} | groupby ${told.service} as service aggregate count() as n | filter n > 20 | choose service`,
    ),
  ),
];
