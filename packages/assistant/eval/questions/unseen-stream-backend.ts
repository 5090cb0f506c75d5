import { BAD_SPAN, S, SVC, THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { APP, OP } from './final-terms.ts';
import { which } from './fresh-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import {
  CODE,
  DATABASE,
  either,
  FAULT,
  FLAG,
  failedJobs,
  HIT,
  JOB,
  NUMBER,
  numberIn,
  PATH,
  SECONDS,
  SPAN_TYPE,
  TOPIC,
  VARIANT,
  VIEWER,
} from './unseen-stream-terms.ts';
import { lastDays } from './unseen-travel-terms.ts';

const stream = asks('stream');
const OPERATION = "$d.tags['db.operation.name']";
const TABLE = "$d.tags['db.collection.name']";
const MESSAGES = "$d.tags['messaging.batch.message_count']:number";
const SENT = "$m.kind == 'PRODUCER'";
const QUEUED = 'after (?<n>\\d+) s in the queue';

/** By a developer who is new to the services behind. */
export const UNSEEN_STREAM_BACKEND: readonly EvalQuestion[] = [
  stream(
    'easy',
    'list',
    'show me the 20 most recent logs from catalog-search',
    `source logs | filter ${S} == 'catalog-search' | orderby $m.timestamp desc | limit 20`,
  ),
  stream(
    'easy',
    'values',
    'which events does subscriptions log?',
    ...which(`source logs | filter ${S} == 'subscriptions'`, '$d.event'),
  ),
  stream(
    'easy',
    'list',
    'GET /v1/license spans that took longer than 300ms today',
    `source spans ${TODAY} | filter ${OP} == 'GET /v1/license' && $m.duration > 300000`,
  ),
  stream(
    'easy',
    'count by',
    'how many spans per service in the last 24 hours?',
    `source spans last 24h | groupby ${SVC} as service aggregate count() as n`,
  ),
  stream('easy', 'values', 'which kafka topics are there?', ...which('source spans', TOPIC)),
  stream(
    'easy',
    'list',
    'encoder-worker logs with attempt greater than 2, last 12 hours',
    `source logs last 12h | filter ${S} == 'encoder-worker' && $d.attempt > 2`,
  ),
  stream('easy', 'list', 'requests that got a 429 yesterday', `source logs ${YESTERDAY} | filter ${CODE} == 429`),
  stream(
    'easy',
    'values',
    'Which variants of the feature flag new-home show up in the spans?',
    ...which(`source spans | filter ${FLAG} == 'new-home'`, VARIANT),
  ),
  stream(
    'medium',
    'statistic by',
    'avg duration of database spans per database system today',
    `source spans ${TODAY} | filter ${DATABASE} != null | groupby ${DATABASE} as db aggregate avg($m.duration) as mean`,
  ),
  stream(
    'medium',
    'top groups',
    'What are the slowest routes of subscriptions? p95 please',
    ...['', ' | limit 10', ' | limit 5', ' | limit 3'].flatMap((end) =>
      either(
        ({ source, service, path, took }) =>
          `${source} | filter ${service} == 'subscriptions' && ${path} != null | groupby ${path} as route aggregate percentile(0.95, ${took}) as p95 | orderby p95 desc${end}`,
      ),
    ),
  ),
  stream(
    'medium',
    'count by',
    'number of published messages per topic this week',
    ...[`sum(${MESSAGES})`, 'count()'].map(
      (call) => `source spans ${THIS_WEEK} | filter ${SENT} | groupby ${TOPIC} as topic aggregate ${call} as n`,
    ),
  ),
  stream(
    'medium',
    'statistic by',
    'p99 latency by variant for the flag low-latency-live',
    `source spans | filter ${FLAG} == 'low-latency-live' | groupby ${VARIANT} as variant aggregate percentile(0.99, $m.duration) as p99`,
  ),
  stream(
    'medium',
    'top groups',
    'slowest 5 database operations by average duration, with their tables',
    ...[`${OPERATION} as operation, ${TABLE} as of`, `${OP} as operation`].map(
      (keys) =>
        `source spans | filter ${OPERATION} != null | groupby ${keys} aggregate avg($m.duration) as mean | orderby mean desc | limit 5`,
    ),
  ),
  stream(
    'medium',
    'count by',
    'count of error types per service, last 3 days',
    ...lastDays(
      3,
      (time) =>
        `source spans ${time} | filter ${BAD_SPAN} | groupby ${SVC} as service, ${SPAN_TYPE} as type aggregate count() as n`,
    ),
    ...lastDays(
      3,
      (time) =>
        `source logs ${time} | filter ${FAULT} != null | groupby ${S} as service, ${FAULT} as type aggregate count() as n`,
    ),
    ...lastDays(
      3,
      (time) => `source spans ${time} | groupby ${SVC} as service aggregate distinct_count(${SPAN_TYPE}) as n`,
    ),
    ...lastDays(3, (time) => `source logs ${time} | groupby ${S} as service aggregate distinct_count(${FAULT}) as n`),
  ),
  stream(
    'medium',
    'distinct',
    'how many different jobs failed since Thursday?',
    ...failedJobs(
      (holds) =>
        `source logs between @'2026-11-19' and @'now' | filter ${holds} | aggregate distinct_count(${JOB}) as n`,
    ),
  ),
  stream(
    'medium',
    'statistic by',
    'p90 of durationSeconds per path for playback-api, yesterday',
    `source logs ${YESTERDAY} | filter ${S} == 'playback-api' | groupby ${PATH} as path aggregate percentile(0.9, ${SECONDS}) as p90`,
  ),
  stream(
    'hard',
    'share',
    'What percentage of catalog-search requests hit the cache, per language?',
    `source logs | filter ${S} == 'catalog-search' | groupby $d.language as language aggregate count_if(${HIT}) / count() as share`,
  ),
  stream(
    'hard',
    'extract',
    'how many seconds do encoding jobs wait in the queue on average?',
    `source logs | ${numberIn(QUEUED)} | aggregate avg(${NUMBER}) as seconds`,
  ),
  stream(
    'hard',
    'having',
    'which jobs failed more than once in the last two weeks?',
    ...failedJobs((holds) => `TIME | filter ${holds}`).flatMap((query) =>
      lastDays(
        14,
        (time) =>
          `${query.replace('TIME', `source logs ${time}`)} | groupby ${JOB} as job aggregate count() as n | filter n > 1 | choose job`,
      ),
    ),
  ),
  stream(
    'hard',
    'share',
    'per service of the watch app, what share of logs has no viewerId?',
    `source logs | filter ${APP} == 'watch' | groupby ${S} as service aggregate count_if(${VIEWER} == null) / count() as share`,
  ),
];
