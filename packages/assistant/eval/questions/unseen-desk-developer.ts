import { BAD_SPAN, S, SVC, THIS_WEEK, TODAY } from './blind-terms.ts';
import { sides, which } from './fresh-terms.ts';
import { errors } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import {
  ATTEMPT,
  CODE,
  DATABASE,
  DESTINATION,
  either,
  HOST,
  LOGS,
  leading,
  NUMBER,
  numberIn,
  OPERATION,
  SPANS,
  says,
  TOOK,
  USER,
} from './unseen-desk-terms.ts';
import { lastDays } from './unseen-travel-terms.ts';

const desk = asks('desk');
const SINCE_WEDNESDAY = "between @'2026-11-18' and @'now'";
const AFTERNOON = "between @'2026-11-18T12:00:00Z' and @'2026-11-18T18:00:00Z'";
const PROCESSED = ["$d.tags['messaging.operation.type'] == 'process'", "$m.kind == 'CONSUMER'"];
const GET_TICKETS = [
  "$d.tags['http.request.method'] == 'GET' && $d.tags['http.route'] == '/api/tickets'",
  "$l.operationName == 'GET /api/tickets'",
];
const mean = (field: string): string => `avg(${field})`;

/** By a developer of the backend who is new. */
export const UNSEEN_DESK_DEVELOPER: readonly EvalQuestion[] = [
  desk('easy', 'list', 'logs containing "reading assignee"', `source logs | filter ${says('reading assignee')}`),
  desk(
    'easy',
    'count',
    'how many DB_TIMEOUT errors this week',
    ...either((told) => `${told.source} ${THIS_WEEK} | filter ${told.code} == 'DB_TIMEOUT' | count`),
    `source logs ${THIS_WEEK} | filter ${CODE} == 'DB_TIMEOUT' && $m.severity == ERROR | count`,
  ),
  desk(
    'easy',
    'top records',
    'slowest 10 db spans of api today',
    `source spans ${TODAY} | filter ${SVC} == 'api' && ${DATABASE} != null | orderby $m.duration desc | limit 10`,
  ),
  desk(
    'easy',
    'values',
    'which queues do we have?',
    ...which('source logs', '$d.queue'),
    ...which('source spans', DESTINATION),
  ),
  desk(
    'easy',
    'statistic',
    'avg attempt for webhooks',
    `source logs | filter ${S} == 'webhooks' | aggregate avg(${ATTEMPT}) as mean`,
  ),
  desk(
    'easy',
    'list',
    'spans of GET /api/tickets with status 500 this week',
    ...GET_TICKETS.map((holds) => `source spans ${THIS_WEEK} | filter ${holds} && ${SPANS.status} == 500`),
  ),
  desk(
    'easy',
    'values',
    'what error codes does auth log?',
    ...which(`source logs | filter ${S} == 'auth'`, CODE),
    ...errors((bad) => `source logs | filter ${S} == 'auth' && ${bad}`).flatMap((source) => which(source, CODE)),
  ),
  desk(
    'easy',
    'list',
    'search-indexer logs with attempt > 3',
    `source logs | filter ${S} == 'search-indexer' && ${ATTEMPT} > 3`,
  ),
  desk(
    'medium',
    'statistic',
    'p95 span duration per db operation for the api this week',
    `source spans ${THIS_WEEK} | filter ${SVC} == 'api' | groupby ${OPERATION} as operation aggregate percentile(0.95, $m.duration) as p95`,
  ),
  desk(
    'medium',
    'count by',
    'how many messages were processed per queue today',
    ...PROCESSED.map(
      (holds) => `source spans ${TODAY} | filter ${holds} | groupby ${DESTINATION} as name aggregate count() as n`,
    ),
    `source logs ${TODAY} | groupby $d.queue as name aggregate count() as n`,
  ),
  desk(
    'medium',
    'count by',
    'ERR_CONFLICT by client and region this week',
    `source logs ${THIS_WEEK} | filter ${CODE} == 'ERR_CONFLICT' | groupby $d.client as client, $d.region as region aggregate count() as n`,
  ),
  desk(
    'medium',
    'top groups',
    'top 3 paths by 5xx in the last 2 days',
    ...[LOGS, SPANS].flatMap((told) =>
      lastDays(2, (time) => `${told.source} ${time} | filter ${told.status} >= 500`).flatMap((source) =>
        leading(source, told.path, 'count()', 3),
      ),
    ),
  ),
  desk(
    'medium',
    'statistic',
    'web-app: avg responseTime with cacheHit true vs false',
    ...sides(`source logs | filter ${S} == 'web-app'`, '$d.cacheHit == true', mean, TOOK),
    `source logs | filter ${S} == 'web-app' | groupby $d.cacheHit as hit aggregate avg(${TOOK}) as m`,
  ),
  desk(
    'medium',
    'count by',
    'BULK_REJECTED per index since wednesday',
    `source logs ${SINCE_WEDNESDAY} | filter ${CODE} == 'BULK_REJECTED' | groupby $d.index as name aggregate count() as n`,
  ),
  desk(
    'medium',
    'top groups',
    'who sent the most DELETE requests to api today, top 10 userIds',
    ...leading(`source logs ${TODAY} | filter ${S} == 'api' && $d.method == 'DELETE'`, USER, 'count()', 10),
  ),
  desk(
    'medium',
    'statistic',
    'avg duration of calls to objects.blobhaus.example by status code this week',
    `source spans ${THIS_WEEK} | filter ${HOST} == 'objects.blobhaus.example' | groupby $d.tags['http.response.status_code'] as code aggregate avg($m.duration) as mean`,
  ),
  desk(
    'hard',
    'extract',
    'average index lag in seconds today, from the "index lag is 42 s" messages',
    `source logs ${TODAY} | filter ${says('index lag is')} | ${numberIn('index lag is (?<n>\\d+) s')} | aggregate avg(${NUMBER}) as mean`,
  ),
  desk(
    'hard',
    'absent',
    'how many logs have no userId, per service, today',
    `source logs ${TODAY} | filter ${USER} == null | groupby ${S} as service aggregate count() as n`,
  ),
  desk(
    'hard',
    'share',
    'percentage of ERR_SERIALIZE among all api errors, per hour, wed 12-18',
    ...errors(
      (bad) =>
        `source logs ${AFTERNOON} | filter ${S} == 'api' && ${bad} | groupby roundTime($m.timestamp, 1h) as t aggregate count_if(${CODE} == 'ERR_SERIALIZE') / count() as share`,
    ),
    `source spans ${AFTERNOON} | filter ${SVC} == 'api' && ${BAD_SPAN} | groupby roundTime($m.timestamp, 1h) as t aggregate count_if(${SPANS.code} == 'ERR_SERIALIZE') / count() as share`,
  ),
  desk(
    'hard',
    'having',
    'traces with spans from more than 3 services',
    `source spans | groupby $d.traceID as trace aggregate distinct_count(${SVC}) as n | filter n > 3 | choose trace`,
  ),
];
