import { BAD_SPAN, DAY, ERROR, S, SVC, TODAY, YESTERDAY } from './blind-terms.ts';
import { errors, OR_WORSE } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import {
  calls,
  HOST,
  LOGS,
  mean,
  rates,
  SPANS,
  STATUS,
  sidesOf,
  TOOK,
  WEDNESDAY,
  withValue,
} from './unseen-resort-terms.ts';

const resort = asks('resort');
const CAPTURE = '/payments/capture';
const percentiles = (field: string): string =>
  [0.5, 0.9, 0.99].map((part, index) => `percentile(${part}, ${field}) as p${index}`).join(', ');

/** By a developer of the booking flow. */
export const UNSEEN_RESORT_DEVELOPER: readonly EvalQuestion[] = [
  resort(
    'easy',
    'list',
    'spans of booking with status code 500 since yesterday',
    `source spans between ${DAY} - 1d and @'now' | filter ${SVC} == 'booking' && ${SPANS.status} == 500`,
    `source spans last 24h | filter ${SVC} == 'booking' && ${SPANS.status} == 500`,
  ),
  resort('easy', 'count-by', 'number of spans per kind', 'source spans | groupby $m.kind aggregate count() as n'),
  resort(
    'medium',
    'series',
    'requests per minute on booking in the last 30 minutes',
    ...calls(
      (told, also) =>
        `${told.source} last 30m | filter ${told.service} == 'booking'${also} | groupby roundTime($m.timestamp, 1m) as t aggregate count() as n`,
    ),
    `source logs last 30m | filter ${S} == 'booking' && ${STATUS} != null | groupby roundTime($m.timestamp, 1m) as t aggregate count() as n`,
  ),
  resort(
    'medium',
    'histogram',
    'histogram of duration_ms of rates, 100 ms buckets',
    `source logs | filter ${S} == 'rates' | groupby floor(${TOOK} / 100) * 100 as bucket aggregate count() as n`,
    `source logs | filter ${S} == 'rates' && ${TOOK} != null | groupby floor(${TOOK} / 100) as bucket aggregate count() as n`,
  ),
  resort(
    'medium',
    'percentile',
    `p50, p90 and p99 of ${CAPTURE}`,
    ...calls(
      (told, also) =>
        `${told.source} | filter ${told.path} == '${CAPTURE}'${also} | aggregate ${percentiles(told.took)}`,
    ),
  ),
  resort(
    'hard',
    'two-columns',
    'errors and total requests per service side by side, today',
    ...rates(
      (told, also, bad) =>
        `${told.source} ${TODAY} | filter ${also} | groupby ${told.service} aggregate count_if(${bad}) as bad, count() as n`,
    ),
    ...[ERROR, OR_WORSE].map(
      (bad) =>
        `source logs ${TODAY} | filter ${STATUS} != null | groupby ${S} aggregate count_if(${bad}) as bad, count() as n`,
    ),
    ...[ERROR, OR_WORSE].map(
      (bad) =>
        `source logs ${TODAY} | groupby ${S} aggregate count_if(${bad}) as bad, count_if(${STATUS} != null) as n`,
    ),
  ),
  resort(
    'hard',
    'ratio',
    'error ratio per version of rates on Wednesday',
    ...rates(
      (told, also, bad) =>
        `${told.source} ${WEDNESDAY} | filter ${told.service} == 'rates' && ${also} | groupby ${told.version} aggregate count_if(${bad}) / count() as ratio`,
    ),
  ),
  resort(
    'hard',
    'times-compared',
    'avg duration of availability yesterday before vs after 9:00',
    ...calls((told, also) =>
      sidesOf(
        `${told.source} ${YESTERDAY} | filter ${told.service} == 'availability'${also}`,
        "$m.timestamp < @'2026-11-19T09:00:00Z'",
        mean(told.took),
      ),
    ).flat(),
  ),
  resort(
    'medium',
    'span-structure',
    'root spans longer than 2s yesterday',
    `source spans ${YESTERDAY} | filter $d.parentId == '' && $m.duration > 2000000`,
  ),
  resort(
    'hard',
    'nested',
    'how many spans does a trace have on average?',
    'source spans | groupby $d.traceID as trace aggregate count() as n | aggregate avg(n) as mean',
    'source spans | aggregate count() / distinct_count($d.traceID) as mean',
  ),
  resort(
    'hard',
    'span-structure',
    'traces that go through both booking and payments today',
    `source spans ${TODAY} | groupby $d.traceID as trace aggregate count_if(${SVC} == 'booking') as one, count_if(${SVC} == 'payments') as other | filter one > 0 && other > 0`,
    `source spans ${TODAY} | groupby $d.traceID as trace aggregate count_if(${SVC} == 'booking') as one, count_if(${SVC} == 'payments') as other | filter one > 0 && other > 0 | choose trace`,
    `source spans ${TODAY} | filter ${SVC} == 'payments' && $d.traceID.inArray((| source spans ${TODAY} | filter ${SVC} == 'booking' | distinct $d.traceID |))`,
    `source spans ${TODAY} | filter ${SVC} == 'booking' && $d.traceID.inArray((| source spans ${TODAY} | filter ${SVC} == 'payments' | distinct $d.traceID |))`,
    `source spans ${TODAY} | filter $d.traceID.inArray((| source spans ${TODAY} | groupby $d.traceID as trace aggregate count_if(${SVC} == 'booking') as one, count_if(${SVC} == 'payments') as other | filter one > 0 && other > 0 | choose trace |))`,
  ),
  resort(
    'medium',
    'span-structure',
    'client spans by server.address with their avg duration',
    ...["$m.kind == 'CLIENT'", `$m.kind == 'CLIENT' && ${HOST} != null`].map(
      (only) => `source spans | filter ${only} | groupby ${HOST} aggregate avg($m.duration) as mean`,
    ),
  ),
  resort(
    'hard',
    'logs-and-spans',
    'logs at warning or above from traces that have a failed span, last hour',
    ...['last 1h', ''].map(
      (time) =>
        `source logs last 1h | filter $m.severity >= WARNING && $d.trace_id.inArray((| source spans ${time} | filter ${BAD_SPAN} | distinct $d.traceID |))`,
    ),
  ),
  resort('easy', 'distinct', 'distinct error.type values on spans', ...withValue('source spans', SPANS.code)),
  resort(
    'medium',
    'top-records',
    'timestamp, path, status, duration_ms of the 10 slowest booking logs',
    ...['', ', $m.timestamp', ', $m.timestamp desc'].flatMap((then) =>
      ['', ` | choose $m.timestamp, $d.path, ${STATUS}, ${TOOK}`].map(
        (columns) => `source logs | filter ${S} == 'booking' | orderby ${TOOK} desc${then} | limit 10${columns}`,
      ),
    ),
  ),
  resort(
    'medium',
    'sample',
    'one sample span per error.type, the latest',
    `source spans | filter ${SPANS.code} != null | dedupeby ${SPANS.code} keep 1 orderby $m.timestamp desc`,
  ),
  resort('easy', 'threshold', 'logs with duration_ms over 3000', `source logs | filter ${TOOK} > 3000`),
  resort(
    'medium',
    'threshold',
    'pms-sync logs where lag_s is over 5 minutes, today',
    `source logs ${TODAY} | filter ${S} == 'pms-sync' && $d.lag_s > 300`,
    `source logs ${TODAY} | filter $d.lag_s > 300`,
  ),
  resort(
    'medium',
    'count',
    'how many different traces had an error today?',
    `source spans ${TODAY} | filter ${BAD_SPAN} | aggregate distinct_count($d.traceID) as n`,
    ...errors((bad) => `source logs ${TODAY} | filter ${bad} | aggregate distinct_count(${LOGS.trace}) as n`),
  ),
  resort(
    'easy',
    'first-of-each',
    'first log line of each version of rates',
    `source logs | filter ${S} == 'rates' | dedupeby $d.version keep 1 orderby $m.timestamp`,
    `source logs | filter ${S} == 'rates' | groupby $d.version aggregate min_by($m.timestamp, $d.message) as first`,
  ),
];
