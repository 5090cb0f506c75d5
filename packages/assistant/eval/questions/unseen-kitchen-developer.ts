import { S, SVC, TODAY } from './blind-terms.ts';
import { every } from './final-terms.ts';
import { which } from './fresh-terms.ts';
import { anyOf, CRITICAL } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import { leading } from './unseen-bank-terms.ts';
import {
  ASSIGNED,
  both,
  DATABASE,
  either,
  failures,
  LOGS,
  logsOf,
  NO_COURIER,
  ORDER,
  PROMISED,
  ranked,
  SPANS,
  says,
  shares,
  spansOf,
  TOOK,
  told,
  VEHICLE,
  ZONE,
} from './unseen-kitchen-terms.ts';

const kitchen = asks('kitchen');
const TRACE = '6b1d0f3a9c2e4875a1f0d3c2b4e59677';
const ONE = "@'2026-11-20T13:00:00Z'";
const isOf = (service: string): string => ` == '${service}'`;
const COURIERS = `source logs | filter ${ORDER} != null | groupby ${ORDER} as key aggregate min(if(${says(NO_COURIER)}, $m.timestamp, null)) as a, max(if(${says(ASSIGNED)}, $m.timestamp, null)) as b | filter b > a | choose key`;

/** By a developer of the dispatch. */
export const UNSEEN_KITCHEN_DEVELOPER: readonly EvalQuestion[] = [
  kitchen(
    'easy',
    'count',
    'count of dispatch errors in the last hour',
    ...failures(
      ({ source, service }, bad) => `${source} last 1h | filter ${service}${isOf('dispatch')} && ${bad} | count`,
    ),
  ),
  kitchen('easy', 'list', 'all logs for order ord-40417', `source logs | filter ${ORDER} == 'ord-40417'`),
  kitchen(
    'medium',
    'percentile',
    'p95 of latencyMs for POST /v1/assignments',
    "source logs | filter $d.method == 'POST' && $d.route == '/v1/assignments' | aggregate percentile(0.95, $d.latencyMs) as p",
  ),
  kitchen(
    'medium',
    'distinct',
    'which routes of courier-api return 5xx',
    ...either(
      ({ source, service, status }) => `${source} | filter ${service}${isOf('courier-api')} && ${status} >= 500`,
    ).flatMap((query, index) => which(query, [LOGS, SPANS][index]?.route as string)),
  ),
  kitchen(
    'easy',
    'list',
    'spans of routing slower than 800ms',
    ...anyOf(`${spansOf('routing')} && $m.duration > 800000`),
  ),
  kitchen('easy', 'list', 'courier assigned logs with attempts > 3', `${told(ASSIGNED)} && $d.attempts > 3`),
  kitchen(
    'medium',
    'group',
    'average waitSeconds per zone for courier assigned, worst first',
    `${told(ASSIGNED)} | groupby ${ZONE} as zone aggregate avg($d.waitSeconds) as wait | orderby wait desc`,
  ),
  kitchen(
    'easy',
    'list',
    'did dispatch log anything at critical since midnight?',
    ...anyOf(`${logsOf('dispatch', TODAY)} && ${CRITICAL}`),
  ),
  kitchen(
    'easy',
    'trace',
    `show me what happened in trace ${TRACE}`,
    `source spans | filter $d.traceID == '${TRACE}'`,
    `source logs | filter $d.traceId == '${TRACE}'`,
  ),
  kitchen(
    'medium',
    'top',
    'top 10 error messages in logistics',
    ...failures((record, bad) => `${record.source} | filter ${record.app}${isOf('logistics')} && ${bad}`)
      .slice(0, 3)
      .flatMap((query) => leading(query, '$d.message', 'count()', 10)),
  ),
  kitchen(
    'medium',
    'distinct',
    'which services call redis',
    ...which(`source spans | filter ${DATABASE} == 'redis'`, SVC),
  ),
  kitchen(
    'medium',
    'group',
    'max span duration per operation in dispatch',
    `${spansOf('dispatch')} | groupby $l.operationName as op aggregate max($m.duration) as m`,
  ),
  kitchen(
    'hard',
    'join',
    'how many traces have both a maps timeout and a failed assignment?',
    ...either(
      ({ source, trace, code }) =>
        `${both(source, trace, `${code} == 'MAPS_TIMEOUT'`, `${code} == 'ASSIGNMENT_FAILED'`)} | count`,
    ),
  ),
  kitchen(
    'medium',
    'group',
    'dispatch errors by version, is it only 3.8.0?',
    ...failures(
      ({ source, service, version }, bad) =>
        `${source} | filter ${service}${isOf('dispatch')} && ${bad} | groupby ${version} as v aggregate count() as n`,
    ),
  ),
  kitchen(
    'medium',
    'series',
    'errors over time in routing, 15 minute buckets, last 6 hours',
    ...failures(
      ({ source, service }, bad) =>
        `${source} last 6h | filter ${service}${isOf('routing')} && ${bad} | groupby roundTime($m.timestamp, 15m) as t aggregate count() as n`,
    ),
  ),
  kitchen('medium', 'list', 'logs where zone is missing in dispatch', `${logsOf('dispatch')} && ${ZONE} == null`),
  kitchen(
    'hard',
    'percentile',
    "what's the p50 and p99 of route computation by maps provider",
    ...every(
      [says('route computed'), `${S}${isOf('routing')}`],
      (condition) =>
        `source logs | filter ${condition} | groupby $d.mapsProvider as provider aggregate percentile(0.5, $d.durationMs) as half, percentile(0.99, $d.durationMs) as most`,
    ),
  ),
  kitchen(
    'hard',
    'join',
    'orders for which no courier was found and that were later assigned anyway',
    COURIERS,
    both('source logs', ORDER, says(NO_COURIER), says(ASSIGNED)),
    `${COURIERS} | count`,
  ),
  kitchen(
    'hard',
    'compare',
    'error rate of dispatch before and after 13:00 today',
    ...shares(
      ({ source, service }, bad) =>
        `${source} ${TODAY} | filter ${service}${isOf('dispatch')} | groupby if($m.timestamp < ${ONE}, 'a', 'b') as side aggregate count_if(${bad}) / count() as rate`,
    ),
    ...shares(
      ({ source, service }, bad) =>
        `${source} ${TODAY} | filter ${service}${isOf('dispatch')} | aggregate count_if(${bad} && $m.timestamp < ${ONE}) / count_if($m.timestamp < ${ONE}) as early, count_if(${bad} && $m.timestamp >= ${ONE}) / count_if($m.timestamp >= ${ONE}) as late`,
    ),
  ),
  kitchen(
    'hard',
    'group',
    'longest gap between promised and actual minutes for scooters, grouped by zone',
    ...ranked(
      `source logs | filter ${VEHICLE} == 'scooter' && ${TOOK} != null | groupby ${ZONE} as zone aggregate max(${TOOK} - ${PROMISED}) as n`,
    ).slice(0, 1),
    `source logs | filter ${VEHICLE} == 'scooter' && ${TOOK} != null | groupby ${ZONE} as zone aggregate max(abs(${TOOK} - ${PROMISED})) as n`,
  ),
];
