import { TODAY, YESTERDAY } from './blind-terms.ts';
import { periods, statisticOf } from './final-terms.ts';
import { anyOf, CRITICAL, sinceClock } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import {
  calls,
  either,
  failures,
  failuresBy,
  GATEWAY,
  KIND,
  leading,
  rates,
  TEXT,
  TOOK,
  TRACE,
} from './unseen-newsroom-terms.ts';

const news = asks('newsroom');
const NINE = "@'2026-11-20T09:00:00Z'";
const IMAGES = "'image-processor'";

/** By the engineer on call at night. */
export const UNSEEN_NEWSROOM_NIGHT: readonly EvalQuestion[] = [
  news(
    'easy',
    'list',
    'errors in paywall last hour',
    ...failures((told, bad) => `${told.source} last 1h | filter ${told.service} == 'paywall' && ${bad}`),
  ),
  news(
    'easy',
    'list',
    'logs of video-encoder since 13:00',
    ...either((told) => `${told.source} ${sinceClock('13:00')} | filter ${told.service} == 'video-encoder'`),
  ),
  news('easy', 'any', 'anything critical today?', ...anyOf(`source logs ${TODAY} | filter ${CRITICAL}`)),
  news(
    'easy',
    'group',
    'error count by service, last 2h',
    ...failuresBy(
      () => 'last 2h',
      (told) => told.service,
    ),
  ),
  news(
    'medium',
    'series',
    'card gateway timeouts per minute since 13:30',
    ...either(
      (told) =>
        `${told.source} ${sinceClock('13:30')} | filter ${told.kind} == '${GATEWAY}' | groupby roundTime($m.timestamp, 1m) as t aggregate count() as n`,
    ),
  ),
  news(
    'medium',
    'when',
    'is push-sender still alive, when did it last log',
    ...either((told) => `${told.source} | filter ${told.service} == 'push-sender'`).flatMap((query) => [
      `${query} | orderby $m.timestamp desc | limit 1`,
      `${query} | aggregate max($m.timestamp) as last`,
    ]),
  ),
  news(
    'hard',
    'quiet',
    'which services went quiet in the last hour',
    ...either(
      (told) =>
        `${told.source} | groupby ${told.service} as service aggregate max($m.timestamp) as last | filter last < @'now' - 1h | choose service`,
    ),
  ),
  news(
    'easy',
    'trace',
    'trace 5e0d4c7b8a196f23d1e0b7a4c9852f61',
    ...either((told) => `${told.source} | filter ${told.trace} == '${TRACE}'`),
  ),
  news(
    'medium',
    'trace',
    'slowest span in trace 5e0d4c7b8a196f23d1e0b7a4c9852f61',
    `source spans | filter $d.traceID == '${TRACE}' | orderby $m.duration desc | limit 1`,
  ),
  news(
    'easy',
    'statistic',
    'p95 took_ms per service today',
    `source logs ${TODAY} | groupby $l.subsystemname aggregate percentile(0.95, ${TOOK}) as p`,
  ),
  news(
    'hard',
    'compare',
    'image-processor avg took_ms before and after 9:00 today',
    ...[TODAY, ''].flatMap((time) =>
      periods(
        `source logs ${time} | filter $l.subsystemname == ${IMAGES}`,
        NINE,
        statisticOf(TOOK, (field) => `avg(${field})`),
      ),
    ),
  ),
  news('easy', 'top', 'top 5 problem.kind today', ...leading(`source logs ${TODAY}`, KIND, 'count()', 5)),
  news(
    'medium',
    'top',
    'requests slower than 3 s on article-api, slowest first',
    ...calls(
      (told, also) =>
        `${told.source} | filter ${told.service} == 'article-api' && ${told.took} > 3000${told.unit}${also} | orderby ${told.took} desc`,
    ),
  ),
  news(
    'medium',
    'group',
    '5xx by path yesterday',
    ...calls(
      (told, also) =>
        `${told.source} ${YESTERDAY} | filter ${told.code} >= 500${also} | groupby ${told.path} aggregate count() as n`,
    ),
  ),
  news('easy', 'text', 'logs with "connection refused"', `source logs | filter ${TEXT} ~ 'connection refused'`),
  news(
    'medium',
    'share',
    'error rate per service in the last 6 hours',
    ...rates(
      (told, also, bad) =>
        `${told.source} last 6h | filter ${also} | groupby ${told.service} aggregate count_if(${bad}) / count() as share`,
    ),
  ),
  news('medium', 'list', 'encode queue above 40', 'source logs | filter $d.video.queue > 40'),
  news(
    'hard',
    'spike',
    'spike of errors in subscriptions today? 5 min steps',
    ...failuresBy(
      (told) => `${TODAY} | filter ${told.service} == 'subscriptions'`,
      () => 'roundTime($m.timestamp, 5m) as t',
    ),
  ),
  news(
    'hard',
    'top',
    'latest error of each service',
    ...failures(
      (told, bad) => `${told.source} | filter ${bad} | dedupeby ${told.service} keep 1 orderby $m.timestamp desc`,
    ),
    ...failures(
      (told, bad) => `${told.source} | filter ${bad} | groupby ${told.service} aggregate max($m.timestamp) as last`,
    ),
  ),
  news(
    'medium',
    'conditional',
    'releases of image-processor and how many errors each',
    ...failuresBy(
      (told) => `| filter ${told.service} == ${IMAGES}`,
      (told) => told.release,
    ),
  ),
];
