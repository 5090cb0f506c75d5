import {
  BAD_SPAN,
  BODY,
  LOG_METHOD,
  LOG_ROUTE,
  LOG_STATUS,
  OWN_METHOD,
  OWN_STATUS,
  ROUTE,
  S,
  SERVER,
  SVC,
  since,
  THIS_WEEK,
  TODAY,
} from './blind-terms.ts';
import { periods, statisticOf } from './final-terms.ts';
import { HTTP_ROUTE, LATENCY, PATH, POD, REGION, spans, TOOK } from './fresh-terms.ts';
import { CRITICAL, DEPLOY, errors, MESSAGE, MSG, sinceClock, USER } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';

const own = asks('own');
const shop = asks('shop');
const fleet = asks('fleet');
const INTENT = "$d.tags['nlq.intent']";
const SINCE_YESTERDAY = "between @'now' / 1d - 1d and @'now'";
const P95 = statisticOf(LATENCY, (field) => `percentile(0.95, ${field})`);
const SPAN_P95 = statisticOf('$m.duration', (field) => `percentile(0.95, ${field})`);
const LOGIN = `source logs | filter ${PATH} == '/login'`;

/** By someone who has just shipped and looks at what it does. */
export const FRESH_DEVELOPER: readonly EvalQuestion[] = [
  own(
    'easy',
    'list',
    'list the POST requests to /api/generate-query that returned 503 today',
    `source logs ${TODAY} | filter ${LOG_METHOD} == 'POST' && ${LOG_ROUTE} == '/api/generate-query' && ${LOG_STATUS} == 503`,
    ...spans(
      (kind) =>
        `source spans ${TODAY} | filter ${OWN_METHOD} == 'POST' && ${ROUTE} == '/api/generate-query' && ${OWN_STATUS} == 503 && ${kind}`,
    ),
  ),
  own(
    'easy',
    'count',
    'How many outgoing calls did query-service make in the last 15 minutes?',
    `source spans last 15m | filter ${SVC} == 'query-service' && $m.kind == 'CLIENT' | count`,
  ),
  own(
    'medium',
    'statistic',
    'average and p95 duration per route for the server spans of query-service today',
    `source spans ${TODAY} | filter ${SERVER} && ${SVC} == 'query-service' | groupby ${ROUTE} aggregate avg($m.duration) as mean, percentile(0.95, $m.duration) as p`,
  ),
  own(
    'easy',
    'count by',
    'count api-gateway log lines per severity',
    `source logs | filter ${S} == 'api-gateway' | groupby $m.severity aggregate count() as n`,
  ),
  own(
    'medium',
    'series',
    'How many "query rejected: unknown field" messages per hour since yesterday?',
    `source logs ${SINCE_YESTERDAY} | filter ${BODY} ~ 'query rejected: unknown field' | groupby roundTime($m.timestamp, 1h) as t aggregate count() as n`,
    `source logs last 24h | filter ${BODY} ~ 'query rejected: unknown field' | groupby roundTime($m.timestamp, 1h) as t aggregate count() as n`,
  ),
  own(
    'medium',
    'ratio',
    'For each nlq.intent, how many spans are there and what fraction of them failed?',
    `source spans | filter ${INTENT} != null | groupby ${INTENT} aggregate count() as n, count_if(${BAD_SPAN}) / count() as share`,
  ),
  own(
    'medium',
    'list',
    'Requests to /api/feedback in the last 6 hours whose status was neither 200 nor 422',
    `source logs last 6h | filter ${LOG_ROUTE} == '/api/feedback' && ${LOG_STATUS} != 200 && ${LOG_STATUS} != 422`,
    ...spans(
      (kind) =>
        `source spans last 6h | filter ${ROUTE} == '/api/feedback' && ${OWN_STATUS} != 200 && ${OWN_STATUS} != 422 && ${kind}`,
    ),
  ),
  own(
    'hard',
    'extract',
    'Going by the "listening on port" lines, which port does each service listen on?',
    `source logs | filter ${BODY} ~ 'listening on port' | extract ${BODY} into found using regexp(/port (?<port>\\d+)/) | distinct ${S}, $d.found.port`,
  ),
  fleet(
    'easy',
    'list',
    'logs of version 1.8.0 with severity warning or above',
    `source logs | filter $d.version == '1.8.0' && $m.severity >= WARNING`,
  ),
  fleet(
    'medium',
    'compare values',
    'compare the error rate of 1.7.3 and 1.8.0',
    ...errors((bad) => `source logs | groupby $d.version aggregate count_if(${bad}) / count() as rate`),
    ...errors(
      (bad) =>
        `source logs | aggregate count_if(${bad} && $d.version == '1.7.3') / count_if($d.version == '1.7.3') as old, count_if(${bad} && $d.version == '1.8.0') / count_if($d.version == '1.8.0') as new`,
    ),
  ),
  fleet(
    'medium',
    'statistic',
    'median latency_ms by version, route and region',
    `source logs | groupby $d.version, ${HTTP_ROUTE}, ${REGION} aggregate percentile(0.5, ${LATENCY}) as m`,
  ),
  fleet(
    'easy',
    'distinct',
    'Which different messages does orders log at error level?',
    `source logs | filter $m.severity == ERROR && ${S} == 'orders' | distinct ${MESSAGE}`,
  ),
  fleet(
    'hard',
    'existence',
    'Which pods have not logged a single critical line since the deploy yesterday at 18:30?',
    `source logs ${since(DEPLOY)} | groupby ${POD} aggregate count_if(${CRITICAL}) as n | filter n == 0 | choose pod`,
  ),
  fleet(
    'easy',
    'list',
    'the last 20 requests to /v2/orders/{id}',
    `source logs | filter ${HTTP_ROUTE} == '/v2/orders/{id}' | orderby $m.timestamp desc | limit 20`,
    ...spans(
      (kind) => `source spans | filter ${ROUTE} == '/v2/orders/{id}' && ${kind} | orderby $m.timestamp desc | limit 20`,
    ),
  ),
  fleet(
    'medium',
    'top groups',
    'Top 3 routes by average response size since midnight',
    `source logs ${TODAY} | groupby ${HTTP_ROUTE} aggregate avg($d.response_bytes) as m | orderby m desc | limit 3`,
  ),
  fleet(
    'hard',
    'compare times',
    'Did the p95 latency of orders change after 2026-11-19 18:30 compared with before?',
    ...periods(`source logs | filter ${S} == 'orders'`, `@'${DEPLOY}'`, P95),
    ...periods(`source spans | filter ${SVC} == 'orders'`, `@'${DEPLOY}'`, SPAN_P95),
    ...periods(`source spans | filter ${SVC} == 'orders' && ${SERVER}`, `@'${DEPLOY}'`, SPAN_P95),
  ),
  shop(
    'easy',
    'text',
    'all NullPointerExceptions from this week',
    `source logs ${THIS_WEEK} | filter ${MSG} ~ 'NullPointerException'`,
  ),
  shop(
    'medium',
    'ratio',
    'What percentage of the /search requests today were cache misses?',
    `source logs ${TODAY} | filter ${PATH} == '/search' | aggregate count_if(${MSG} ~ 'cache miss') / count() as share`,
  ),
  shop(
    'hard',
    'histogram',
    'How many /login requests took under 100 ms, between 100 and 500 ms, and more than 500 ms?',
    `${LOGIN} | groupby case { ${TOOK} < 100 -> 'a', ${TOOK} <= 500 -> 'b', _ -> 'c' } as bin aggregate count() as n`,
    `${LOGIN} | aggregate count_if(${TOOK} < 100) as fast, count_if(${TOOK} >= 100 && ${TOOK} <= 500) as medium, count_if(${TOOK} > 500) as slow`,
  ),
  shop(
    'easy',
    'distinct',
    'How many distinct users hit /cart since 9 am?',
    `source logs ${sinceClock('09:00')} | filter ${PATH} == '/cart' | aggregate distinct_count(${USER}) as n`,
  ),
];
