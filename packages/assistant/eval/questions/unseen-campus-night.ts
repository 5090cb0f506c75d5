import { BAD_SPAN, DAY, S, SERVER, SVC, since, TODAY, TWO_DAYS, YESTERDAY } from './blind-terms.ts';
import { COUNTED, periods } from './final-terms.ts';
import { hourly, which } from './fresh-terms.ts';
import { anyOf, CRITICAL, clock } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import {
  best,
  CODE,
  DATABASE,
  did,
  either,
  failures,
  IP,
  LOGS,
  NOT_PAID,
  PROVIDER,
  rates,
  SCHOOL,
  SPANS,
  STALL,
  TRACE,
  withEach,
} from './unseen-campus-terms.ts';

const campus = asks('campus');
const EVENING = "between @'2026-11-19T19:00:00Z' and @'2026-11-19T20:00:00Z'";
const SAME_TIME = "$m.timestamp <= @'now' - 1d";
const PRESS = `source logs | filter ${S} == 'certificate-press'`;

/** By the engineer on call at night. */
export const UNSEEN_CAMPUS_NIGHT: readonly EvalQuestion[] = [
  campus(
    'easy',
    'count by',
    'errors last hour by service',
    ...failures(
      (told, bad) =>
        `${told.source} last 1h | filter ${bad} | groupby ${told.service} as service aggregate count() as n`,
    ),
  ),
  campus(
    'easy',
    'list',
    'front-gate 5xx since 14:00',
    ...either(
      (told) =>
        `${told.source} ${since('2026-11-20T14:00:00Z')} | filter ${told.service} == 'front-gate' && ${told.status} >= 500`,
    ).flatMap(anyOf),
  ),
  campus('easy', 'list', 'certificate-press last line?', `${PRESS} | orderby $m.timestamp desc | limit 1`),
  campus(
    'medium',
    'statistic',
    'when did certificate-press last say anything',
    `${PRESS} | aggregate max($m.timestamp) as at`,
    `${PRESS} | orderby $m.timestamp desc | limit 1`,
    `source spans | filter ${SVC} == 'certificate-press' | aggregate max($m.timestamp) as at`,
  ),
  campus(
    'easy',
    'top groups',
    'top failure codes today',
    ...either(
      (told) =>
        `${told.source} ${TODAY} | filter ${told.code} != null | groupby ${told.code} as code aggregate count() as n`,
    ).flatMap((query) => [...best(query, 'n desc', 10), ...best(query, 'n desc', 5)]),
  ),
  campus(
    'medium',
    'statistic',
    'p95 lesson-player spans by region, last hour',
    ...['', ` && ${SERVER}`].map(
      (also) =>
        `source spans last 1h | filter ${SVC} == 'lesson-player'${also} | groupby ${SPANS.region} as region aggregate percentile(0.95, $m.duration) as p95`,
    ),
  ),
  campus(
    'medium',
    'series',
    'cardinal outage last night: payments failed per 5 min 19:00 to 20:00',
    ...withEach(
      NOT_PAID,
      (bad) =>
        `source logs ${EVENING} | filter ${bad} && ${PROVIDER} == 'cardinal' | groupby roundTime($m.timestamp, 5m) as t aggregate count() as n`,
    ),
  ),
  campus(
    'easy',
    'count by',
    'CAMERA_LOST today by release',
    ...either(
      (told) =>
        `${told.source} ${TODAY} | filter ${told.code} == 'CAMERA_LOST' | groupby ${told.release} as release aggregate count() as n`,
    ),
  ),
  campus('easy', 'list', 'anything critical since midnight', ...anyOf(`source logs ${TODAY} | filter ${CRITICAL}`)),
  campus('easy', 'list', 'slowest 10 spans last hour', 'source spans last 1h | orderby $m.duration desc | limit 10'),
  campus(
    'easy',
    'trace',
    'show me trace 7c1e5d0a9b3f42868ad1c0ffee200601',
    `source spans | filter $d.traceID == '${TRACE}'`,
    `source logs | filter $d.trace_id == '${TRACE}'`,
  ),
  campus(
    'hard',
    'trace',
    'which service broke first in trace 7c1e5d0a9b3f42868ad1c0ffee200601',
    ...['', ' | choose $l.serviceName', ' | choose $l.serviceName, $m.timestamp'].map(
      (end) =>
        `source spans | filter $d.traceID == '${TRACE}' && ${BAD_SPAN} | orderby $m.timestamp asc | limit 1${end}`,
    ),
    `source spans | filter $d.traceID == '${TRACE}' && ${BAD_SPAN} | groupby ${SVC} as service aggregate min($m.timestamp) as at | orderby at asc`,
    `source spans | filter $d.traceID == '${TRACE}' && ${BAD_SPAN} | groupby ${SVC} as service aggregate min($m.timestamp) as at | orderby at asc | limit 1`,
    `source spans | filter $d.traceID == '${TRACE}' && ${BAD_SPAN} | orderby $m.timestamp asc`,
  ),
  ...['TRANSCODE_OOM'].map((code) => {
    const found = `source logs | filter ${CODE} == '${code}'`;
    return campus(
      'hard',
      'list',
      'transcoder OOMs, on what video sizes',
      ...which(found, '$d.video.size_mb'),
      `${found} | choose $m.timestamp, $d.video.size_mb`,
      `${found} | choose $d.video.size_mb`,
      `${found} | choose $d.video.id, $d.video.size_mb`,
      found,
      `${found} | aggregate min($d.video.size_mb) as low, max($d.video.size_mb) as high`,
      `${found} | aggregate min($d.video.size_mb) as low, avg($d.video.size_mb) as mean, max($d.video.size_mb) as high`,
    );
  }),
  campus(
    'hard',
    'share',
    'error rate of payment-bridge per hour yesterday',
    ...rates(
      (told, also, bad) =>
        `${told.source} ${YESTERDAY} | filter ${told.service} == 'payment-bridge'${also} | ${hourly} aggregate count_if(${bad}) / count() as rate`,
    ),
  ),
  campus(
    'hard',
    'compare times',
    'UPSTREAM_TIMEOUT more than yesterday same time?',
    ...either(
      (told) =>
        `${told.source} ${TWO_DAYS} | filter ${told.code} == 'UPSTREAM_TIMEOUT' && ($m.timestamp >= ${DAY} || ${SAME_TIME})`,
    ).flatMap((source) => periods(source, DAY, COUNTED)),
    ...either((told) => `${told.source} ${TWO_DAYS} | filter ${told.code} == 'UPSTREAM_TIMEOUT'`).map(
      (source) => `${source} | aggregate count_if($m.timestamp >= ${DAY}) as late, count_if(${SAME_TIME}) as early`,
    ),
  ),
  campus(
    'medium',
    'top groups',
    'failed logins per ip top 5 last 48h',
    ...[did('login.failed'), `${did('login.failed')} && ${IP} != null`].flatMap((found) =>
      ['', ', ip', ', ip desc'].map(
        (then) =>
          `source logs last 48h | filter ${found} | groupby ${IP} as ip aggregate count() as n | orderby n desc${then} | limit 5`,
      ),
    ),
  ),
  campus(
    'medium',
    'distinct',
    'which schools see CAMERA_LOST',
    ...either((told) => `${told.source} | filter ${told.code} == 'CAMERA_LOST'`).flatMap((source) =>
      which(source, source.startsWith(LOGS.source) ? SCHOOL : SPANS.school),
    ),
  ),
  campus(
    'medium',
    'count by',
    'db calls over 2 s today per service',
    `source spans ${TODAY} | filter ${DATABASE} != null && $m.duration > 2000000 | groupby ${SVC} as service aggregate count() as n`,
  ),
  campus(
    'hard',
    'join',
    'traces where checkout and payment-bridge both failed',
    ...['', ' | choose trace'].flatMap((end) => [
      `source spans | groupby $d.traceID as trace aggregate count_if(${SVC} == 'checkout' && ${BAD_SPAN}) as a, count_if(${SVC} == 'payment-bridge' && ${BAD_SPAN}) as b | filter a > 0 && b > 0${end}`,
      `source spans | filter ${BAD_SPAN} && (${SVC} == 'checkout' || ${SVC} == 'payment-bridge') | groupby $d.traceID as trace aggregate distinct_count(${SVC}) as n | filter n >= 2${end}`,
    ]),
  ),
  campus(
    'hard',
    'count by',
    'is ap-south the only region that stalls? stalls over 3 s in the last hour by region',
    `source logs last 1h | filter ${STALL} > 3000 | groupby $d.region as region aggregate count() as n`,
    `source logs ${clock('13:30', '14:30')} | filter ${did('playback.stalled')} && ${STALL} > 3000 | groupby $d.region as region aggregate count() as n`,
  ),
];
