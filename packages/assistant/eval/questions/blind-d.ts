import {
  BAD_SPAN,
  BODY,
  DAY,
  ERROR,
  FLEET_STATUS,
  LOG_CODE,
  LOG_METHOD,
  LOG_ROUTE,
  most,
  OWN_METHOD,
  overTime,
  ROUTE,
  S,
  SERVER,
  SVC,
  since,
  TODAY,
  TWO_DAYS,
  YESTERDAY,
} from './blind-terms.ts';
import { asks, type EvalQuestion } from './question.ts';

const own = asks('own');
const shop = asks('shop');
const fleet = asks('fleet');
const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const PER_MINUTE = 'groupby roundTime($m.timestamp, 1m) as t aggregate count() as n';
const PAYMENTS = `source logs ${TWO_DAYS} | filter ${S} == 'payments'`;
const isToday = `$m.timestamp >= ${DAY}`;

/** By a developer in the first months. */
export const BLIND_D: readonly EvalQuestion[] = [
  own('easy', 'list', 'show me logs from storage-service', `source logs | filter ${S} == 'storage-service'`),
  own('easy', 'list', 'how do I see all spans with errors from today', `source spans ${TODAY} | filter ${BAD_SPAN}`),
  own(
    'easy',
    'list',
    'show POST requests on /api/query from the last hour',
    `source logs last 1h | filter ${LOG_METHOD} == 'POST' && ${LOG_ROUTE} == '/api/query'`,
    `source spans last 1h | filter ${OWN_METHOD} == 'POST' && ${ROUTE} == '/api/query'`,
    `source spans last 1h | filter ${SERVER} && ${OWN_METHOD} == 'POST' && ${ROUTE} == '/api/query'`,
  ),
  own(
    'medium',
    'threshold',
    'can you show me the database spans that took longer than 1 second',
    "source spans | filter $d.tags['db.system.name'] != null && $m.duration > 1000000",
  ),
  own(
    'medium',
    'statistic',
    "what's the 95th percentile latency for each service in the last 6 hours",
    `source spans last 6h | groupby ${SVC} aggregate percentile(0.95, $m.duration) as p95`,
  ),
  own(
    'medium',
    'series',
    'how many requests per minute did query-service get in the last 30 minutes',
    `source logs last 30m | filter ${S} == 'query-service' | ${PER_MINUTE}`,
    `source spans last 30m | filter ${SVC} == 'query-service' | ${PER_MINUTE}`,
    `source spans last 30m | filter ${SVC} == 'query-service' && ${SERVER} | ${PER_MINUTE}`,
  ),
  own(
    'medium',
    'count by',
    'what error codes come with the task failed messages and how often',
    `source logs | filter ${BODY} ~ 'task failed' | groupby ${LOG_CODE} aggregate count() as n`,
  ),
  own(
    'medium',
    'span',
    'how many of the gateway spans have no parent',
    `source spans | filter ${SVC} == 'api-gateway' && $d.parentId == '' | count`,
  ),
  own(
    'hard',
    'having',
    'which operations have an error rate above 6%',
    `source spans | groupby $l.operationName aggregate count_if(${BAD_SPAN}) / count() as rate | filter rate > 0.06`,
  ),
  own(
    'hard',
    'trace',
    `what services are part of trace ${TRACE} and how much time did each spend`,
    `source spans | filter $d.traceID == '${TRACE}' | groupby ${SVC} aggregate sum($m.duration) as spent`,
  ),
  own(
    'hard',
    'extract',
    'pull the port number out of the "listening on port" messages and count them per service',
    `source logs | filter ${BODY} ~ 'listening on port' | extract ${BODY} into found using regexp(/port (?<port>\\d+)/) | groupby ${S}, found.port aggregate count() as n`,
  ),
  shop(
    'easy',
    'distinct',
    'what paths do we have',
    'source logs | distinct $d.path',
    'source logs | groupby $d.path aggregate count() as n',
  ),
  shop('easy', 'list', 'show all requests from user u-0012', "source logs | filter $d.user == 'u-0012'"),
  shop('easy', 'threshold', 'logs where duration_ms is over 1000', 'source logs | filter $d.duration_ms > 1000'),
  shop(
    'easy',
    'text',
    'what does the NullPointerException log look like',
    "source logs | filter $d.msg ~ 'NullPointerException'",
    "source logs | filter $d.msg ~ 'NullPointerException' | orderby $m.timestamp desc | limit 1",
  ),
  shop(
    'medium',
    'count',
    'how many requests had a status between 400 and 499 yesterday',
    `source logs ${YESTERDAY} | filter $d.status >= 400 && $d.status <= 499 | count`,
  ),
  shop(
    'medium',
    'top',
    'which path throws the NullPointerException the most',
    ...most("source logs | filter $d.msg ~ 'NullPointerException' | groupby $d.path aggregate count() as n", 'n'),
  ),
  shop(
    'medium',
    'series',
    'requests per hour for storefront since yesterday',
    `source logs ${TWO_DAYS} | filter ${S} == 'storefront' | groupby roundTime($m.timestamp, 1h) as t aggregate count() as n`,
  ),
  shop(
    'medium',
    'top rows',
    "the 10 slowest requests on /search today that didn't fail",
    `source logs ${TODAY} | filter $d.path == '/search' && $d.status < 400 | orderby $d.duration_ms desc | limit 10`,
    `source logs ${TODAY} | filter $d.path == '/search' && $m.severity < ERROR | orderby $d.duration_ms desc | limit 10`,
  ),
  shop(
    'easy',
    'list',
    'debug logs with cache miss in the last 15 minutes',
    "source logs last 15m | filter $m.severity == DEBUG && $d.msg ~ 'cache miss'",
  ),
  shop(
    'hard',
    'count by',
    'all error messages with how often they happen and when they were last seen',
    `source logs | filter ${ERROR} | groupby $d.msg aggregate count() as n, max($m.timestamp) as last`,
  ),
  shop(
    'hard',
    'compare times',
    'is the payments service slower today than yesterday',
    `${PAYMENTS} | groupby if(${isToday}, 'a', 'b') as day aggregate avg($d.duration_ms) as a`,
    `${PAYMENTS} | aggregate avg(if(${isToday}, $d.duration_ms, null)) as today, avg(if(${isToday}, null, $d.duration_ms)) as yesterday`,
    `${PAYMENTS} | groupby if(${isToday}, 'a', 'b') as day aggregate median($d.duration_ms) as a`,
    `${PAYMENTS} | groupby if(${isToday}, 'a', 'b') as day aggregate percentile(0.95, $d.duration_ms) as a`,
  ),
  shop(
    'hard',
    'anomaly',
    'anything weird with the 503s in the last 6 hours?',
    ...overTime(
      (bucket) =>
        `source logs last 6h | filter $d.status == 503 | groupby roundTime($m.timestamp, ${bucket}) as t aggregate count() as n`,
    ),
  ),
  fleet(
    'easy',
    'list',
    'logs from version 1.8.0 with status 500',
    "source logs | filter $d.version == '1.8.0' && $d.http.status_code == 500",
  ),
  fleet(
    'easy',
    'text',
    "find logs with 'connection reset by peer'",
    "source logs | filter $d.message ~ 'connection reset by peer'",
  ),
  fleet(
    'easy',
    'statistic',
    "what's the max response_bytes per route",
    'source logs | groupby $d.http.route aggregate max($d.response_bytes) as m',
  ),
  fleet(
    'medium',
    'top',
    'which pods of web-frontend log the most errors',
    ...most(`source logs | filter ${ERROR} && ${S} == 'web-frontend' | groupby $d.pod aggregate count() as n`, 'n'),
  ),
  fleet(
    'medium',
    'threshold',
    'spans that call postgres and took more than 300ms',
    "source spans | filter $d.tags['db.system'] == 'postgresql' && $m.duration > 300000",
  ),
  fleet(
    'medium',
    'list',
    'find the logs of user-142 across all services since yesterday noon',
    `source logs ${since('2026-11-19T12:00:00Z')} | filter $d.user_id == 'user-142'`,
  ),
  fleet(
    'medium',
    'compare values',
    'count of GET vs POST vs DELETE by service',
    `source logs | groupby ${S}, $d.http.method aggregate count() as n`,
    `source logs | groupby ${S} aggregate count_if($d.http.method == 'GET') as get, count_if($d.http.method == 'POST') as post, count_if($d.http.method == 'DELETE') as del`,
  ),
  fleet(
    'easy',
    'list',
    'requests to /v2/orders/{id} that returned 404',
    "source logs | filter $d.http.route == '/v2/orders/{id}' && $d.http.status_code == 404",
    `source spans | filter ${ROUTE} == '/v2/orders/{id}' && ${FLEET_STATUS} == 404`,
    `source spans | filter ${ROUTE} == '/v2/orders/{id}' && ${FLEET_STATUS} == 404 && ${SERVER}`,
  ),
  fleet(
    'medium',
    'anomaly',
    'did payments errors spike today?',
    ...overTime(
      (bucket) =>
        `source logs ${TODAY} | filter ${ERROR} && ${S} == 'payments' | groupby roundTime($m.timestamp, ${bucket}) as t aggregate count() as n`,
    ),
  ),
  fleet(
    'hard',
    'dedupe',
    'show one example log for each error message',
    `source logs | filter ${ERROR} | dedupeby $d.message keep 1 | choose $d.message`,
  ),
  fleet(
    'hard',
    'conditional',
    'how many errors and how many warnings does each service have today',
    `source logs ${TODAY} | groupby ${S} aggregate count_if(${ERROR}) as errors, count_if($m.severity == WARNING) as warnings`,
  ),
];
