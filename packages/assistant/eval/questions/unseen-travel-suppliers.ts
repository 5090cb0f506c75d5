import { BAD_SPAN, S, SVC, THIS_WEEK, TODAY, TWO_DAYS } from './blind-terms.ts';
import { daily, spans, which } from './fresh-terms.ts';
import { errors } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import {
  DATABASE,
  DESTINATION,
  LAST_MONDAY,
  lastDays,
  OPERATION,
  PATH,
  SINCE_THURSDAY,
  SPAN_CODE,
  SUPPLIER,
  TOOK,
} from './unseen-travel-terms.ts';

const travel = asks('travel');
const GATEWAY = `${S} == 'supplier-gateway'`;
const BYTES = '$d.response_bytes';
const TIMEOUT = 'SupplierTimeout';
const ADDRESS = "$d.tags['server.address']";
const SECONDS =
  'source logs | extract $d.message into $d.x using regexp(/supplier answered after (?<seconds>[0-9]+) s/) datatypes seconds:number';

/** By the engineer of the suppliers and of the stores of data. */
export const UNSEEN_TRAVEL_SUPPLIERS: readonly EvalQuestion[] = [
  travel(
    'easy',
    'statistic',
    'average duration of redis spans today',
    `source spans ${TODAY} | filter ${DATABASE} == 'redis' | aggregate avg($m.duration) as m`,
  ),
  travel(
    'easy',
    'distinct',
    'list all suppliers the supplier-gateway calls',
    ...which(`source logs | filter ${GATEWAY}`, SUPPLIER),
    ...which(`source spans | filter ${SVC} == 'supplier-gateway'`, ADDRESS),
  ),
  travel(
    'easy',
    'count',
    'number of messages processed from tickets.issue in the last 12 hours',
    `source spans last 12h | filter ${DESTINATION} == 'tickets.issue' && $m.kind == 'CONSUMER' | count`,
  ),
  travel(
    'easy',
    'list',
    'SupplierTimeout errors, yesterday and today',
    `source logs ${TWO_DAYS} | filter $d.error.type == '${TIMEOUT}'`,
    `source logs ${TWO_DAYS} | filter $d.error.type == '${TIMEOUT}' && $m.severity == ERROR`,
    `source spans ${TWO_DAYS} | filter $d.tags['error.type'] == '${TIMEOUT}'`,
  ),
  travel(
    'easy',
    'list',
    'SELECT spans slower than 380 ms since Thursday',
    `source spans ${SINCE_THURSDAY} | filter ${OPERATION} == 'SELECT' && $m.duration > 380000`,
  ),
  travel(
    'easy',
    'count',
    'how many errors with roomhub this week',
    ...errors((bad) => `source logs ${THIS_WEEK} | filter ${SUPPLIER} == 'roomhub' && ${bad} | count`),
    `source spans ${THIS_WEEK} | filter ${ADDRESS} == 'api.roomhub.example' && ${BAD_SPAN} | count`,
    ...errors((bad) => `source logs ${THIS_WEEK} | filter $d ~~ 'roomhub' && ${bad} | count`),
  ),
  travel(
    'easy',
    'statistic',
    'p99 latency of GET /api/rates',
    `source spans | filter $l.operationName == 'GET /api/rates' | aggregate percentile(0.99, $m.duration) as p99`,
    `source logs | filter ${PATH} == '/api/rates' && $d.http.method == 'GET' | aggregate percentile(0.99, ${TOOK}) as p99`,
  ),
  travel(
    'easy',
    'statistic',
    'largest supplier response in bytes',
    `source logs | aggregate max(${BYTES}) as m`,
    `source logs | orderby ${BYTES} desc | limit 1`,
  ),
  travel(
    'medium',
    'count by',
    'number of database spans per system and operation, last 24h',
    `source spans last 24h | filter ${DATABASE} != null | groupby ${DATABASE} as db, ${OPERATION} as operation aggregate count() as n`,
  ),
  travel(
    'medium',
    'statistic by',
    'average response size by supplier since Monday',
    `source logs ${LAST_MONDAY} | filter ${SUPPLIER} != null | groupby ${SUPPLIER} aggregate avg(${BYTES}) as m`,
  ),
  travel(
    'medium',
    'count by',
    '429s per server.address',
    `source spans | filter ${SPAN_CODE} == 429 | groupby ${ADDRESS} as address aggregate count() as n`,
  ),
  travel(
    'medium',
    'statistic by',
    'median duration per span kind today',
    `source spans ${TODAY} | groupby $m.kind aggregate percentile(0.5, $m.duration) as p50`,
  ),
  travel(
    'medium',
    'count by',
    'messages sent and processed per destination in the last 2 days',
    ...lastDays(2, (time) => `source spans ${time} | filter ${DESTINATION} != null`).flatMap((source) => [
      `${source} | groupby ${DESTINATION} as queue, $m.kind as kind aggregate count() as n`,
      `${source} | groupby ${DESTINATION} as queue, $d.tags['messaging.operation.type'] as kind aggregate count() as n`,
      `${source} | groupby ${DESTINATION} as queue aggregate count_if($m.kind == 'PRODUCER') as sent, count_if($m.kind == 'CONSUMER') as processed`,
    ]),
  ),
  travel(
    'medium',
    'count by',
    'supplier-gateway logs with attempt 3 or higher per supplier, today',
    `source logs ${TODAY} | filter ${GATEWAY} && $d.attempt >= 3 | groupby ${SUPPLIER} aggregate count() as n`,
  ),
  travel(
    'medium',
    'count',
    'How many offers with fewer than 3 seats left did flight-search see today?',
    `source logs ${TODAY} | filter ${S} == 'flight-search' && $d.seats_left:number < 3 | count`,
  ),
  travel(
    'hard',
    'share',
    'failure rate per supplier over the last 7 days',
    ...lastDays(7, (time) => `source logs ${time} | filter ${SUPPLIER} != null`).flatMap((source) =>
      errors((bad) => `${source} | groupby ${SUPPLIER} aggregate count_if(${bad}) / count() as share`),
    ),
  ),
  travel(
    'hard',
    'extract',
    'average seconds in "supplier answered after N s" per day',
    `${SECONDS} | ${daily} aggregate avg($d.x.seconds) as m`,
    `${SECONDS} | filter $d.x.seconds != null | ${daily} aggregate avg($d.x.seconds) as m`,
  ),
  travel(
    'hard',
    'having',
    'services where more than 8 percent of the spans failed',
    ...spans(
      (kind) =>
        `source spans | filter ${kind} | groupby ${SVC} as service aggregate count_if(${BAD_SPAN}) / count() as share | filter share > 0.08 | choose service`,
    ),
  ),
];
