import { DAY, LOG_CODE, most, ROUTE, S, SVC, TODAY, TWO_DAYS } from './blind-terms.ts';
import { asFailed, asTold, FLEET_REQUESTS, mornings, OWN_REQUESTS } from './fifth-blind-terms.ts';
import { COUNTED, periods, statisticOf, WARNING } from './final-terms.ts';
import { HTTP_ROUTE, LATENCY, PATH, POD, spans, TOOK } from './fresh-terms.ts';
import { errors, MSG, SHOP_STATUS, STATUS, USER } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import { daysBack, fleetErrors, heldIn, SINCE_THURSDAY, slowest } from './unseen-terms.ts';

const own = asks('own');
const shop = asks('shop');
const fleet = asks('fleet');
const DEPLOYED = "@'2026-11-19T18:30:00Z'";
const AROUND_DEPLOY = "between @'2026-11-18T22:30:00Z' and @'now'";
const WEB = "'web-frontend'";
const FLEET_ROUTE = "$d.tags['http.route']";

/** A few of a list, whose number and order are left open. */
const some = (query: string): readonly string[] => [
  query,
  ...[3, 5, 10, 20].flatMap((few) => [
    `${query} | orderby $m.timestamp desc | limit ${few}`,
    `${query} | limit ${few}`,
  ]),
];

/** By a junior developer of the pages that people see, chatty and a bit unsure. */
export const UNSEEN_FRONTEND: readonly EvalQuestion[] = [
  own(
    'easy',
    'list',
    'show me the errors on /api/feedback',
    ...asFailed(
      OWN_REQUESTS,
      (told, failed) => `${told.from('')} | filter ${failed} && ${told.route} == '/api/feedback'`,
    ),
  ),
  own(
    'easy',
    'statistic',
    "is /api/query slow? what's the average duration",
    ...spans(
      (kind) => `source spans | filter ${ROUTE} == '/api/query' && ${kind} | aggregate avg($m.duration) as mean`,
    ),
  ),
  own(
    'easy',
    'search',
    'give me a few examples of UPSTREAM_ERROR',
    ...some(`source logs | filter ${LOG_CODE} == 'UPSTREAM_ERROR'`),
  ),
  own(
    'easy',
    'top rows',
    'last 10 warnings from query-service please',
    `source logs | filter ${WARNING} && ${S} == 'query-service' | orderby $m.timestamp desc | limit 10`,
  ),
  own(
    'medium',
    'top groups',
    'which endpoint is the slowest on the api-gateway',
    ...spans(
      (kind) =>
        `source spans | filter ${SVC} == 'api-gateway' && ${ROUTE} != null && ${kind} | groupby ${ROUTE} as route`,
    ).flatMap((query) =>
      slowest('$m.duration', (took) => `${query} aggregate ${took} as took`).flatMap((ranked) => most(ranked, 'took')),
    ),
  ),
  own(
    'medium',
    'count by',
    'how many requests did each endpoint get this morning?',
    ...OWN_REQUESTS.flatMap((told) =>
      mornings(
        (time) =>
          `${told.from(time)} | filter ${told.route} != null | groupby ${told.route} as route aggregate count() as n`,
      ),
    ),
  ),
  own(
    'medium',
    'series',
    'i sometimes get a 503 from /api/generate-query, how many of those were there each day',
    ...OWN_REQUESTS.flatMap((told) =>
      heldIn(
        `${told.from('')} | filter ${told.route} == '/api/generate-query'`,
        `${told.status} == 503`,
        'roundTime($m.timestamp, 1d) as t',
      ),
    ),
  ),
  own(
    'hard',
    'ratio',
    'what percentage of the GET requests fail, and what percentage of the POSTs?',
    ...asFailed(
      OWN_REQUESTS,
      (told, failed) =>
        `${told.from('')} | filter ${told.method}.in('GET', 'POST') | groupby ${told.method} as method aggregate count_if(${failed}) / count() as share`,
    ),
    ...asFailed(
      OWN_REQUESTS,
      (told, failed) =>
        `${told.from('')} | aggregate ${['GET', 'POST']
          .map(
            (method) =>
              `count_if(${told.method} == '${method}' && ${failed}) / count_if(${told.method} == '${method}') as ${method}`,
          )
          .join(', ')}`,
    ),
  ),
  shop(
    'easy',
    'count',
    'how many requests did /cart get in the last hour?',
    `source logs last 1h | filter ${PATH} == '/cart' | count`,
  ),
  shop(
    'easy',
    'which',
    'what kinds of messages do we log at all',
    `source logs | groupby ${MSG} aggregate count() as n`,
    `source logs | distinct ${MSG}`,
  ),
  shop(
    'easy',
    'search',
    'show me the ones with NullPointerException',
    `source logs | filter ${MSG} ~ 'NullPointerException'`,
  ),
  shop(
    'medium',
    'compare times',
    'is search slower today than yesterday? average is fine',
    ...periods(
      `source logs ${TWO_DAYS} | filter ${PATH} == '/search'`,
      DAY,
      statisticOf(TOOK, (took) => `avg(${took})`),
    ),
  ),
  shop(
    'medium',
    'top groups',
    'which page has the most 404s',
    ...most(`source logs | filter ${SHOP_STATUS} == 404 | groupby ${PATH} aggregate count() as n`, 'n'),
  ),
  shop(
    'medium',
    'series',
    'cache misses per hour today',
    ...heldIn(`source logs ${TODAY}`, `${MSG} ~ 'cache miss'`, 'roundTime($m.timestamp, 1h) as t'),
  ),
  shop(
    'medium',
    'list',
    'cart requests that took longer than half a second but still came back with 200',
    `source logs | filter ${PATH} == '/cart' && ${TOOK} > 500 && ${SHOP_STATUS} == 200`,
  ),
  shop(
    'hard',
    'per user',
    'how many requests does a user make on average, last 7 days?',
    ...daysBack(
      7,
      (time) =>
        `source logs ${time} | filter ${USER} != null | groupby ${USER} aggregate count() as n | aggregate avg(n) as mean`,
    ),
    ...daysBack(7, (time) => `source logs ${time} | aggregate count() / distinct_count(${USER}) as mean`),
  ),
  fleet(
    'easy',
    'list',
    'logs of web-frontend from the last 10 minutes',
    `source logs last 10m | filter ${S} == ${WEB}`,
  ),
  fleet(
    'easy',
    'count',
    'how many errors does web-frontend have on version 1.8.0?',
    ...errors((bad) => `source logs | filter ${bad} && ${S} == ${WEB} && $d.version == '1.8.0' | count`),
  ),
  fleet(
    'easy',
    'which',
    'what pods are there for web-frontend?',
    `source logs | filter ${S} == ${WEB} | groupby ${POD} aggregate count() as n`,
    `source logs | filter ${S} == ${WEB} | distinct ${POD}`,
  ),
  fleet(
    'medium',
    'top groups',
    'which route of web-frontend is slowest? p95 please',
    ...[
      `source logs | filter ${S} == ${WEB} | groupby ${HTTP_ROUTE} as route aggregate percentile(0.95, ${LATENCY}) as p95`,
      ...spans(
        (kind) =>
          `source spans | filter ${SVC} == ${WEB} && ${FLEET_ROUTE} != null && ${kind} | groupby ${FLEET_ROUTE} as route aggregate percentile(0.95, $m.duration) as p95`,
      ),
    ].flatMap((query) => most(query, 'p95')),
  ),
  fleet(
    'medium',
    'compare values',
    'compare the latency of / and /basket',
    ...FLEET_REQUESTS.flatMap((told) =>
      slowest(
        told.took,
        (took) =>
          `${told.from('')} | filter ${told.route}.in('/', '/basket') | groupby ${told.route} as route aggregate ${took} as took`,
      ),
    ),
  ),
  fleet(
    'medium',
    'count by',
    'count the web-frontend warnings by status code since Thursday',
    `source logs ${SINCE_THURSDAY} | filter ${WARNING} && ${S} == ${WEB} | groupby ${STATUS} aggregate count() as n`,
  ),
  fleet(
    'hard',
    'compare times',
    'error count of web-frontend, 20 hours before and 20 hours after the deploy at 18:30 yesterday',
    ...fleetErrors(
      (from, bad, service) => `source ${from} ${AROUND_DEPLOY} | filter ${bad} && ${service} == ${WEB}`,
    ).flatMap((query) => periods(query, DEPLOYED, COUNTED)),
  ),
  fleet(
    'hard',
    'ratio',
    'of the basket requests, what percentage comes back as 4xx in each region?',
    ...asTold(
      FLEET_REQUESTS,
      (told) =>
        `${told.from('')} | filter ${told.route} == '/basket' | groupby ${told.region} as region aggregate count_if(${told.status} >= 400 && ${told.status} < 500) / count() as share`,
    ),
  ),
];
