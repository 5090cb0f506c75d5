import { BAD_SPAN, DAY, ERROR, S, SERVER, SVC, THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { periods, shareOf, statisticOf } from './final-terms.ts';
import { hourly, spans } from './fresh-terms.ts';
import { anyOf, CRITICAL, OR_WORSE, sinceClock } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import {
  ENVIRONMENT,
  failedShares,
  failures,
  HOST,
  LAG,
  lastDays,
  logsOf,
  msg,
  spansOf,
} from './unseen-arena-terms.ts';

const arena = asks('arena');
const TRACE = 'c41d7a90b6e84f0d9a25f3718e60bb52';
const EVENING = "between @'2026-11-19T19:00:00Z' and @'2026-11-19T21:00:00Z'";
const LATE = "between @'2026-11-19T18:00:00Z' and @'2026-11-19T22:00:00Z'";
const NEW_VERSION = "@'2026-11-18T10:00:00Z'";
const TWO_DAYS = `between ${DAY} - 1d and @'now'`;

/** By the engineer who is on call for the whole platform and types little. */
export const UNSEEN_ARENA_ONCALL: readonly EvalQuestion[] = [
  arena(
    'easy',
    'list',
    'errors in the last 30 min',
    ...failures((told, bad) => `${told.source} last 30m | filter ${bad}`),
  ),
  arena(
    'easy',
    'list',
    'wallet errors yesterday between 19:00 and 21:00',
    ...failures((told, bad) => `${told.source} ${EVENING} | filter ${told.service} == 'wallet' && ${bad}`),
  ),
  arena(
    'easy',
    'any',
    'any criticals from game-server in the last 2 days?',
    ...lastDays(2).flatMap((time) => anyOf(`${logsOf('game-server', time)} && ${CRITICAL}`)),
  ),
  arena(
    'easy',
    'count by',
    'log count per service, last 24h',
    `source logs last 24h | groupby ${S} as service aggregate count() as n`,
  ),
  arena(
    'easy',
    'count by',
    'error count per region since 6am',
    ...failures(
      (told, bad) =>
        `${told.source} ${sinceClock('06:00')} | filter ${bad} | groupby ${told.region} as region aggregate count() as n`,
    ),
  ),
  arena(
    'easy',
    'search',
    'patch-delivery: no space left on edge',
    `${logsOf('patch-delivery')} && ${msg('no space left on edge')}`,
  ),
  arena(
    'easy',
    'count',
    'how many ProviderTimeout this week',
    `source logs ${THIS_WEEK} | filter $d['error.type'] == 'ProviderTimeout' | count`,
    ...spans(
      (kind) => `source spans ${THIS_WEEK} | filter $d.tags['error.type'] == 'ProviderTimeout' && ${kind} | count`,
    ),
  ),
  arena(
    'easy',
    'trace',
    `everything for trace ${TRACE}`,
    `source spans | filter $d.traceID == '${TRACE}'`,
    `source logs | filter $d.trace_id == '${TRACE}' || $d.traceId == '${TRACE}'`,
  ),
  arena(
    'medium',
    'share',
    'error rate by service last 6h',
    ...failedShares(
      (from, bad, told) => `${from} | groupby ${told.service} as service aggregate count_if(${bad}) / count() as rate`,
      'last 6h',
    ),
  ),
  arena(
    'medium',
    'statistic',
    'p95 span duration by service today',
    ...spans(
      (kind) =>
        `source spans ${TODAY} | filter ${kind} | groupby ${SVC} as service aggregate percentile(0.95, $m.duration) as p95`,
    ),
  ),
  arena(
    'medium',
    'series',
    'wallet errors per 10 min yesterday 18:00 to 22:00',
    ...failures(
      (told, bad) =>
        `${told.source} ${LATE} | filter ${told.service} == 'wallet' && ${bad} | groupby roundTime($m.timestamp, 10m) as t aggregate count() as n`,
    ),
  ),
  arena(
    'medium',
    'series',
    'max lag of telemetry-ingest per hour today',
    `${logsOf('telemetry-ingest', TODAY)} | ${hourly} aggregate max(${LAG}) as lag`,
  ),
  arena(
    'medium',
    'top groups',
    'top 5 hosts by failed spans in prod, last 24h',
    `source spans last 24h | filter ${BAD_SPAN} && ${ENVIRONMENT} == 'prod' | groupby ${HOST} as host aggregate count() as n | orderby n desc | limit 5`,
  ),
  arena(
    'medium',
    'statistic',
    'when did push-sender last log something',
    `${logsOf('push-sender')} | aggregate max($m.timestamp) as at`,
    `${logsOf('push-sender')} | orderby $m.timestamp desc | limit 1`,
  ),
  arena(
    'medium',
    'statistic',
    'avg elapsed_ms of matchmaker by version',
    `${logsOf('matchmaker')} | groupby $d.version as version aggregate avg($d.elapsed_ms) as ms`,
  ),
  arena(
    'hard',
    'compare times',
    'matchmaker server spans: median duration before vs after Nov 18 10:00',
    ...[(field: string) => `percentile(0.5, ${field})`, (field: string) => `median(${field})`].flatMap((call) =>
      periods(`${spansOf('matchmaker')} && ${SERVER}`, NEW_VERSION, statisticOf('$m.duration', call)),
    ),
  ),
  arena(
    'hard',
    'having',
    'services with more than 10 errors yesterday',
    ...failures(
      (told, bad) =>
        `${told.source} ${YESTERDAY} | filter ${bad} | groupby ${told.service} as service aggregate count() as n | filter n > 10 | choose service`,
    ),
  ),
  arena(
    'hard',
    'compare times',
    'wallet error rate yesterday vs today',
    ...[ERROR, OR_WORSE].flatMap((bad) => periods(logsOf('wallet', TWO_DAYS), DAY, shareOf(bad))),
    ...spans((kind) => `${spansOf('wallet', TWO_DAYS)} && ${kind}`).flatMap((source) =>
      periods(source, DAY, shareOf(BAD_SPAN)),
    ),
  ),
];
