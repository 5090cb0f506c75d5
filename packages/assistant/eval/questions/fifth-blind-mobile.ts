import { LOG_CODE, S, SERVER, TODAY } from './blind-terms.ts';
import { asFailed, asTold, FLEET_REQUESTS, mornings, OWN_REQUESTS, OWN_SPANS } from './fifth-blind-terms.ts';
import { first, OWN_ROUTE } from './final-terms.ts';
import { OWN_TRACE, PATH, REGION, TOOK, which } from './fresh-terms.ts';
import { anyOf, clock, MSG, SHOP_STATUS, STATUS, sinceClock, USER } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';

const own = asks('own');
const shop = asks('shop');
const fleet = asks('fleet');

/** By a developer of the app, in small letters. */
export const FIFTH_BLIND_MOBILE: readonly EvalQuestion[] = [
  own(
    'medium',
    'list',
    "hey, what's been failing on /api/generate-query in the last hour?",
    ...asFailed(
      OWN_REQUESTS,
      (told, failed) => `${told.from('last 1h')} | filter ${told.route} == '/api/generate-query' && ${failed}`,
    ),
    `source logs last 1h | filter $m.severity == ERROR && $d.logRecord.attributes['http.route'] == '/api/generate-query' | groupby $d.logRecord.body aggregate count() as n`,
  ),
  own(
    'easy',
    'count',
    'how many 422s did we get today',
    ...asTold(OWN_REQUESTS, (told) => `${told.from(TODAY)} | filter ${told.status} == 422 | count`),
  ),
  own(
    'easy',
    'list',
    'show me POSTs to /api/feedback that took longer than 280ms today',
    ...asTold(
      OWN_SPANS,
      (told) =>
        `${told.from(TODAY)} | filter ${told.method} == 'POST' && ${told.route} == '/api/feedback' && $m.duration > 280000`,
    ),
  ),
  own(
    'medium',
    'statistic',
    'avg duration per route, server spans only, slowest first',
    `source spans | filter ${SERVER} && ${OWN_ROUTE} != null | groupby ${OWN_ROUTE} as route aggregate avg($m.duration) as mean | orderby mean desc`,
    `source spans | filter ${SERVER} | groupby ${OWN_ROUTE} as route aggregate avg($m.duration) as mean | orderby mean desc`,
  ),
  own(
    'medium',
    'count by',
    'what error codes do i get from query-service and how often',
    `source logs | filter ${S} == 'query-service' && ${LOG_CODE} != null | groupby ${LOG_CODE} as code aggregate count() as n`,
    `source logs | filter ${S} == 'query-service' | groupby ${LOG_CODE} as code aggregate count() as n`,
  ),
  own(
    'hard',
    'compare values',
    'do GETs fail more often than POSTs on the api-gateway?',
    ...asFailed(
      OWN_REQUESTS,
      (told, failed) =>
        `${told.from('')} | filter ${told.service} == 'api-gateway' && ${told.method} != null | groupby ${told.method} as method aggregate count_if(${failed}) / count() as rate`,
    ),
    ...asFailed(
      OWN_REQUESTS,
      (told, failed) =>
        `${told.from('')} | filter ${told.service} == 'api-gateway' && ${told.method} != null && ${failed} | groupby ${told.method} as method aggregate count() as n`,
    ),
  ),
  own(
    'easy',
    'trace',
    `spans of trace ${OWN_TRACE}, only the client ones`,
    `source spans | filter $d.traceID == '${OWN_TRACE}' && $m.kind == 'CLIENT'`,
  ),
  shop(
    'easy',
    'existence',
    'anything with a NullPointerException since 6 this morning?',
    ...anyOf(`source logs ${sinceClock('06:00')} | filter ${MSG} ~ 'NullPointerException'`),
  ),
  shop(
    'easy',
    'statistic',
    'whats the biggest duration_ms on /search today',
    `source logs ${TODAY} | filter ${PATH} == '/search' | aggregate max(${TOOK}) as longest`,
    `source logs ${TODAY} | filter ${PATH} == '/search' | orderby ${TOOK} desc | limit 1`,
  ),
  shop(
    'medium',
    'series',
    '/login requests per 10 min between 12 and 2 today',
    `source logs ${clock('12:00', '14:00')} | filter ${PATH} == '/login' | groupby roundTime($m.timestamp, 10m) as t aggregate count() as n`,
  ),
  shop(
    'medium',
    'distinct',
    "404s this morning that aren't on /cart, which users were those?",
    ...mornings((time) => `source logs ${time} | filter ${SHOP_STATUS} == 404 && ${PATH} != '/cart'`).flatMap((query) =>
      which(query, USER),
    ),
  ),
  shop(
    'medium',
    'conditional columns',
    'requests with a user vs without one, per path',
    `source logs | groupby ${PATH} aggregate count_if(${USER} != null) as one, count_if(${USER} == null) as other`,
    `source logs | groupby ${PATH}, if(${USER} == null, 'a', 'b') as user aggregate count() as n`,
  ),
  shop(
    'hard',
    'absence',
    'which users never got anything but a 200 in the last half hour?',
    `source logs last 30m | filter ${USER} != null | groupby ${USER} aggregate count_if(${SHOP_STATUS} != 200) as n | filter n == 0 | choose user`,
  ),
  fleet(
    'easy',
    'list',
    'last 10 DELETE calls',
    `source logs | filter $d.http.method == 'DELETE' | orderby $m.timestamp desc | limit 10`,
  ),
  fleet(
    'easy',
    'count by',
    'log count by version and region pls',
    `source logs | groupby $d.version, ${REGION} aggregate count() as n`,
  ),
  fleet(
    'medium',
    'list',
    'web-frontend responses over 80000 bytes with status 200, last 30 mins',
    `source logs last 30m | filter ${S} == 'web-frontend' && $d.response_bytes > 80000 && ${STATUS} == 200`,
  ),
  fleet(
    'medium',
    'statistic',
    "what's the p90 latency of /v2/login on 1.8.0",
    "source logs | filter $d.http.route == '/v2/login' && $d.version == '1.8.0' | aggregate percentile(0.9, $d.latency_ms) as p90",
  ),
  fleet(
    'medium',
    'compare values',
    'compare avg latency of eu-central-1 and us-east-1 for /v2/profile',
    ...asTold(
      FLEET_REQUESTS,
      (told) =>
        `${told.from('')} | filter ${told.route} == '/v2/profile' && ${told.region}.in('eu-central-1', 'us-east-1') | groupby ${told.region} as region aggregate avg(${told.took}) as mean`,
    ),
    ...asTold(
      FLEET_REQUESTS,
      (told) =>
        `${told.from('')} | filter ${told.route} == '/v2/profile' | aggregate avg(if(${told.region} == 'eu-central-1', ${told.took})) as one, avg(if(${told.region} == 'us-east-1', ${told.took})) as other`,
    ),
  ),
  fleet(
    'hard',
    'when',
    'first log line from 1.8.0 for every service, when was that?',
    `source logs | filter $d.version == '1.8.0' | groupby ${S} aggregate min($m.timestamp) as t`,
    `source logs | filter $d.version == '1.8.0' | dedupeby ${S} keep 1 orderby $m.timestamp asc`,
  ),
  fleet(
    'hard',
    'top',
    'which route broke for the most different users today?',
    ...asFailed(
      FLEET_REQUESTS,
      (told, failed) =>
        `${told.from(TODAY)} | filter ${failed} && ${told.route} != null | groupby ${told.route} as route aggregate distinct_count(${told.user}) as n | orderby n desc`,
    ).flatMap(first),
  ),
];
