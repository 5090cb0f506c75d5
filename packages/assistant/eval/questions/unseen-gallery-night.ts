import { DAY, S, SVC, TODAY, YESTERDAY } from './blind-terms.ts';
import { anyOf, CRITICAL, sinceClock } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import {
  calls,
  DATABASE,
  EVENING,
  either,
  failedUploads,
  failures,
  greatest,
  rates,
  SINCE_WEDNESDAY,
  says,
  UPLOAD_TRACE,
} from './unseen-gallery-terms.ts';

const gallery = asks('gallery');
const WRONG = says('wrong password');
const SLOW_SEARCH = `${SVC} == 'photo-search' && $m.duration > 2000000`;

/** By the engineer on call at night. */
export const UNSEEN_GALLERY_NIGHT: readonly EvalQuestion[] = [
  gallery(
    'easy',
    'list',
    'errors in the last hour',
    ...failures((told, bad) => `${told.source} last 1h | filter ${bad}`),
  ),
  gallery('easy', 'list', 'push-sender logs last 3h', `source logs last 3h | filter ${S} == 'push-sender'`),
  gallery(
    'easy',
    'count',
    '504s on media-cdn yesterday, count',
    ...calls(
      (told, also) =>
        `${told.source} ${YESTERDAY} | filter ${told.service} == 'media-cdn' && ${told.status} == 504${also} | count`,
    ),
  ),
  gallery(
    'easy',
    'trace',
    `trace ${UPLOAD_TRACE}`,
    `source spans | filter $d.traceID == '${UPLOAD_TRACE}'`,
    `source logs | filter $d.trace_id == '${UPLOAD_TRACE}'`,
  ),
  gallery('easy', 'top', '10 slowest spans today', `source spans ${TODAY} | orderby $m.duration desc | limit 10`),
  gallery('easy', 'list', 'critical logs today', `source logs ${TODAY} | filter ${CRITICAL}`),
  gallery(
    'easy',
    'any',
    'any "origin timed out" since midnight?',
    ...anyOf(`source logs ${TODAY} | filter ${says('origin timed out')}`),
  ),
  gallery(
    'medium',
    'group',
    'errors per service last 6 hours, worst first',
    ...failures(
      (told, bad) =>
        `${told.source} last 6h | filter ${bad} | groupby ${told.service} as service aggregate count() as n | orderby n desc`,
    ),
  ),
  gallery(
    'medium',
    'last',
    'when did push-sender last log anything',
    `source logs | filter ${S} == 'push-sender' | aggregate max($m.timestamp) as at`,
    `source logs | filter ${S} == 'push-sender' | orderby $m.timestamp desc | limit 1`,
  ),
  gallery(
    'medium',
    'top',
    'ip with the most wrong passwords today',
    ...greatest(`source logs ${TODAY} | filter ${WRONG}`, '$d.client_ip', 'count()'),
  ),
  gallery(
    'medium',
    'series',
    'p95 latency photo-search per 30 min yesterday',
    ...calls(
      (told, also) =>
        `${told.source} ${YESTERDAY} | filter ${told.service} == 'photo-search'${also} | groupby roundTime($m.timestamp, 30m) as t aggregate percentile(0.95, ${told.took}) as p`,
    ),
  ),
  gallery(
    'medium',
    'series',
    'failed uploads per 10 minutes since noon',
    ...failedUploads(
      (told, bad) =>
        `${told.source} ${sinceClock('12:00')} | filter ${bad} | groupby roundTime($m.timestamp, 10m) as t aggregate count() as n`,
    ),
  ),
  gallery(
    'medium',
    'list',
    'db calls of photo-search over 300 ms thu 9 to 12',
    `source spans between @'2026-11-19T09:00:00Z' and @'2026-11-19T12:00:00Z' | filter ${SVC} == 'photo-search' && ${DATABASE} != null && $m.duration > 300000`,
  ),
  gallery(
    'medium',
    'group',
    'error codes of upload-api since wednesday, counted',
    ...either(
      (told) =>
        `${told.source} ${SINCE_WEDNESDAY} | filter ${told.service} == 'upload-api' && ${told.code} != null | groupby ${told.code} as code aggregate count() as n`,
    ),
  ),
  gallery(
    'medium',
    'group',
    'media-cdn errors by datacenter thursday 20:00-21:00',
    ...failures(
      (told, bad) =>
        `${told.source} ${EVENING} | filter ${told.service} == 'media-cdn' && ${bad} | groupby ${told.region} as place aggregate count() as n`,
    ),
  ),
  gallery(
    'hard',
    'rate',
    'error rate per service last 24h, only above 8%',
    ...rates(
      (told, also, bad) =>
        `${told.source} last 1d | filter ${also} | groupby ${told.service} as service aggregate count_if(${bad}) / count() as r | filter r > 0.08`,
    ),
  ),
  gallery(
    'hard',
    'quiet',
    'which services logged yesterday but nothing in the last 2 hours',
    `source logs ${YESTERDAY} | filter !(${S}.inArray((| source logs last 2h | distinct ${S} |))) | distinct ${S}`,
  ),
  gallery(
    'hard',
    'compare',
    'upload-api errors today vs yesterday up to the same time',
    ...failures((told, bad) => {
      const from = `${told.source} between ${DAY} - 1d and @'now' | filter ${told.service} == 'upload-api' && ${bad}`;
      return `${from} | aggregate count_if($m.timestamp >= ${DAY}) as today, count_if($m.timestamp < @'now' - 1d) as yesterday`;
    }),
    ...failures((told, bad) => {
      const from = `${told.source} between ${DAY} - 1d and @'now' | filter ${told.service} == 'upload-api' && ${bad}`;
      return `${from} | filter $m.timestamp >= ${DAY} || $m.timestamp < @'now' - 1d | groupby if($m.timestamp >= ${DAY}, 'a', 'b') as period aggregate count() as n`;
    }),
  ),
  gallery(
    'hard',
    'cross',
    'logs of traces where a photo-search span took longer than 2s',
    `source logs | filter $d.trace_id.inArray((| source spans | filter ${SLOW_SEARCH} | distinct $d.traceID |))`,
    `source logs | filter $d.trace_id.inArray((| source spans | filter ${SLOW_SEARCH} && $m.kind == 'SERVER' | distinct $d.traceID |))`,
  ),
  gallery(
    'hard',
    'having',
    'minutes since midnight with more than 3 wrong passwords',
    `source logs ${TODAY} | filter ${WRONG} | groupby roundTime($m.timestamp, 1m) as t aggregate count() as n | filter n > 3`,
  ),
];
