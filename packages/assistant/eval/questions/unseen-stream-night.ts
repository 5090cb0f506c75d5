import { BAD_SPAN, S, SVC, THIS_WEEK, TODAY, TWO_DAYS, YESTERDAY } from './blind-terms.ts';
import { periods, statisticOf } from './final-terms.ts';
import { hourly } from './fresh-terms.ts';
import { CRITICAL, clock } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import { leading } from './unseen-parcel-terms.ts';
import { either, failures, failuresBy, SECONDS, served, shares } from './unseen-stream-terms.ts';
import { lastDays } from './unseen-travel-terms.ts';

const stream = asks('stream');
const TRACE = 'e93d10ab52c74d6f9f08b7641a2c5d3e';
const THE_FINAL = "between @'2026-11-19T18:00:00Z' and @'2026-11-19T21:00:00Z'";
const AROUND_IT = "between @'2026-11-19T17:30:00Z' and @'2026-11-19T21:00:00Z'";
const WEDNESDAY_TEN = "@'2026-11-18T22:00:00Z'";
const BAD_PLAYER = "'7.4.0'";
const all = (): string => '';
const average = (field: string): string => `avg(${field})`;
const longSpans = (time: string): string =>
  `source spans ${time} | filter $m.duration > 5000000 | groupby ${SVC} as service aggregate count() as n`;

/** The rate of each version, or of the bad one and of the others, as rows or as columns. */
const ratesOfVersions = ([source, player, bad]: readonly string[]): readonly string[] => {
  const isBad = `${player} == ${BAD_PLAYER}`;
  const isOther = `${player} != ${BAD_PLAYER}`;
  return [
    `${source} | groupby ${player} as version aggregate count_if(${bad}) / count() as rate`,
    `${source} | groupby if(${isBad}, 'a', 'b') as side aggregate count_if(${bad}) / count() as rate`,
    `${source} | aggregate count_if(${bad} && ${isBad}) / count_if(${isBad}) as one, count_if(${bad} && ${isOther}) / count_if(${isOther}) as other`,
  ];
};

/** By the engineer on call for the video platform. */
export const UNSEEN_STREAM_NIGHT: readonly EvalQuestion[] = [
  stream('easy', 'list', 'errors last 15 min', ...failures((told, bad) => `${told.source} last 15m | filter ${bad}`)),
  stream(
    'easy',
    'list',
    'drm-license errors 9-10 today',
    ...failures(
      (told, bad) => `${told.source} ${clock('09:00', '10:00')} | filter ${told.service} == 'drm-license' && ${bad}`,
    ),
  ),
  stream(
    'easy',
    'statistic',
    'recommendations last log?',
    `source logs | filter ${S} == 'recommendations' | orderby $m.timestamp desc | limit 1`,
    `source logs | filter ${S} == 'recommendations' | aggregate max($m.timestamp) as at`,
  ),
  stream(
    'easy',
    'count',
    '504s edge-gateway yesterday, count',
    ...served(
      ({ source, service, code }) =>
        `${source} ${YESTERDAY} | filter ${service} == 'edge-gateway' && ${code} == 504 | count`,
    ),
  ),
  stream(
    'easy',
    'trace',
    `trace ${TRACE}`,
    `source spans | filter $d.traceID == '${TRACE}'`,
    `source logs | filter $d.ctx.traceId == '${TRACE}'`,
  ),
  stream(
    'easy',
    'count',
    'KEY_SERVER_TIMEOUT today how many',
    ...either((told) => `${told.source} ${TODAY} | filter ${told.fault} == 'KEY_SERVER_TIMEOUT' | count`),
  ),
  stream('easy', 'list', 'critical logs since midnight', `source logs ${TODAY} | filter ${CRITICAL}`),
  stream(
    'easy',
    'list',
    'failed spans playback-api last hour',
    `source spans last 1h | filter ${SVC} == 'playback-api' && ${BAD_SPAN}`,
  ),
  stream(
    'medium',
    'count by',
    'errors per service last 6h',
    ...failuresBy('last 6h', all, (told) => `${told.service} as service`),
  ),
  stream(
    'medium',
    'count by',
    'errors by cdn yesterday 18:00-21:00',
    ...failuresBy(THE_FINAL, all, (told) => `${told.cdn} as cdn`),
  ),
  stream(
    'medium',
    'series',
    'p95 duration drm-license per hour today',
    ...served(
      ({ source, service, took }) =>
        `${source} ${TODAY} | filter ${service} == 'drm-license' | ${hourly} aggregate percentile(0.95, ${took}) as p95`,
    ),
  ),
  stream(
    'medium',
    'top groups',
    'top 5 nodes by errors last 24h',
    ...failures((told, bad) => `${told.source} last 24h | filter ${bad}`).flatMap((source) =>
      leading(source, source.startsWith('source logs') ? '$d.node' : "$d.process.tags['host.name']", 'count()', 5),
    ),
  ),
  stream(
    'medium',
    'count by',
    'northcast errors yesterday by country',
    ...failuresBy(
      YESTERDAY,
      (told) => ` && ${told.cdn} == 'northcast'`,
      (told) => `${told.country} as country`,
    ),
  ),
  stream(
    'medium',
    'statistic',
    'encoder-worker p50 and p95 since wed 22:00',
    ...either(
      ({ source, service, took }) =>
        `${source} between ${WEDNESDAY_TEN} and @'now' | filter ${service} == 'encoder-worker' | aggregate percentile(0.5, ${took}) as p50, percentile(0.95, ${took}) as p95`,
    ),
  ),
  stream('medium', 'count by', 'spans > 5s last 2 days by service', ...lastDays(2, longSpans)),
  stream(
    'medium',
    'series',
    'edge-gateway 5xx per 10 min yesterday 17:30 to 21:00',
    ...served(
      ({ source, service, code }) =>
        `${source} ${AROUND_IT} | filter ${service} == 'edge-gateway' && ${code} >= 500 | groupby roundTime($m.timestamp, 10m) as t aggregate count() as n`,
    ),
  ),
  stream(
    'hard',
    'share',
    'error rate per service last 24h',
    ...shares(
      ({ service }, source, bad) =>
        `${source} last 24h | groupby ${service} as service aggregate count_if(${bad}) / count() as rate`,
    ),
  ),
  stream(
    'hard',
    'share',
    'player 7.4.0 error rate vs other versions, this week',
    ...['', " && SERVICE == 'playback-api'"].flatMap((only) =>
      failures(({ source, service, player }, bad) =>
        [`${source} ${THIS_WEEK} | filter ${player} != null${only.replace('SERVICE', service)}`, player, bad].join(
          '\n',
        ),
      ).flatMap((parts) => ratesOfVersions(parts.split('\n'))),
    ),
  ),
  stream(
    'hard',
    'compare times',
    'encoder-worker avg duration before vs after wed 22:00',
    ...periods(`source logs | filter ${S} == 'encoder-worker'`, WEDNESDAY_TEN, statisticOf(SECONDS, average)),
    ...periods(`source spans | filter ${SVC} == 'encoder-worker'`, WEDNESDAY_TEN, statisticOf('$m.duration', average)),
  ),
  stream(
    'hard',
    'having',
    'regions with more than 150 errors since yesterday',
    ...failures(
      ({ source, region }, bad) =>
        `${source} ${TWO_DAYS} | filter ${bad} | groupby ${region} as region aggregate count() as n | filter n > 150 | choose region`,
    ),
  ),
];
