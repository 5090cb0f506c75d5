import { BAD_SPAN, ERROR, S, TODAY } from './blind-terms.ts';
import { anyOf, CRITICAL, clock, OR_WORSE } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import {
  calls,
  either,
  failures,
  failuresBy,
  IS_DATABASE,
  LOGS,
  REJECTED,
  rates,
  SPANS,
  sameHours,
  says,
  TRACE,
  WEDNESDAY,
} from './unseen-factory-terms.ts';
import { moment } from './unseen-insurer-terms.ts';
import { leading, withValue } from './unseen-resort-terms.ts';

const factory = asks('factory');
const SLOW_QUERIES = ['source spans last 24h', 'source spans'].map(
  (source) => `(| ${source} | filter ${IS_DATABASE} && $m.duration > 800000 | distinct $d.traceID |)`,
);

/** By who is on call at night for the machines of the shop floor. */
export const UNSEEN_FACTORY_NIGHT: readonly EvalQuestion[] = [
  factory(
    'easy',
    'list',
    'errors machine-gateway last 2h',
    ...failures((told, bad) => `${told.source} last 2h | filter ${told.service} == 'machine-gateway' && ${bad}`),
  ),
  factory('easy', 'count', 'how many critical since midnight', `source logs ${TODAY} | filter ${CRITICAL} | count`),
  factory(
    'easy',
    'list',
    'last 20 shipping-labels logs',
    `source logs | filter ${S} == 'shipping-labels' | orderby $m.timestamp desc | limit 20`,
  ),
  factory(
    'easy',
    'text',
    'spindle overload anywhere last 48h?',
    ...anyOf(`source logs last 48h | filter ${says('spindle overload')}`),
    ...either((told) => anyOf(`${told.source} last 48h | filter ${told.type} == 'SpindleOverload'`)).flat(),
  ),
  factory('easy', 'trace', `spans of trace ${TRACE}`, `source spans | filter $d.traceID == '${TRACE}'`),
  factory('easy', 'count-by', 'errors by plant last 6h', ...failuresBy('last 6h', (told) => told.plant)),
  factory(
    'easy',
    'any',
    'any 503 on inspection-api past 24h',
    ...calls((told, also) =>
      anyOf(`${told.source} last 24h | filter ${told.service} == 'inspection-api' && ${told.status} == 503${also}`),
    ).flat(),
  ),
  factory(
    'easy',
    'list',
    'scheduler warnings today',
    `source logs ${TODAY} | filter ${S} == 'scheduler' && $m.severity == WARNING`,
  ),
  factory(
    'medium',
    'top',
    'top 5 services by errors last 24h',
    ...failures((told, bad) => leading(`${told.source} last 24h | filter ${bad}`, told.service, 'count()', 5)).flat(),
  ),
  factory(
    'medium',
    'which',
    'machines that lost connection since 22:00 yesterday',
    ...either((told) =>
      withValue(
        `${told.source} between @'2026-11-19T22:00:00Z' and @'now' | filter ${told.type} == 'ConnectionLost'`,
        told.machine,
      ),
    ).flat(),
  ),
  factory(
    'medium',
    'series',
    'erp timeouts per 10 min, 1am to 3am today',
    ...either(
      (told) =>
        `${told.source} ${clock('01:00', '03:00')} | filter ${told.type} == 'ErpTimeout' | groupby roundTime($m.timestamp, 10m) as t aggregate count() as n`,
    ),
  ),
  factory(
    'medium',
    'threshold',
    'warehouse-api calls over 5s on wednesday',
    ...calls(
      (told, also) =>
        `${told.source} ${WEDNESDAY} | filter ${told.service} == 'warehouse-api' && ${told.took} > ${5 * told.second}${also}`,
    ),
  ),
  factory(
    'medium',
    'last',
    'when did shipping-labels last log',
    ...moment(`source logs | filter ${S} == 'shipping-labels'`, 'last'),
  ),
  factory(
    'medium',
    'trace',
    `slowest span in trace ${TRACE}`,
    `source spans | filter $d.traceID == '${TRACE}' | orderby $m.duration desc | limit 1`,
  ),
  factory(
    'medium',
    'top-of-each',
    'latest error of each service',
    ...failures(
      (told, bad) => `${told.source} | filter ${bad} | dedupeby ${told.service} keep 1 orderby $m.timestamp desc`,
    ),
  ),
  factory(
    'medium',
    'first',
    'first rejected badge of B-1077 today, time?',
    ...moment(`source logs ${TODAY} | filter ${REJECTED} && ${LOGS.badge} == 'B-1077'`, 'first'),
    ...moment(`source logs ${TODAY} | filter ${LOGS.status} == 401 && ${LOGS.badge} == 'B-1077'`, 'first'),
    ...moment(`source spans ${TODAY} | filter ${SPANS.status} == 401 && ${SPANS.badge} == 'B-1077'`, 'first'),
  ),
  factory(
    'hard',
    'compare-times',
    'erp-sync errors today vs yesterday same hours',
    ...failures((told, bad) => sameHours(told.source, `${told.service} == 'erp-sync' && ${bad}`)).flat(),
  ),
  factory(
    'hard',
    'rate',
    'error % per service last hour, only > 10',
    ...rates(
      (told, also, bad) =>
        `${told.source} last 1h | filter ${also} | groupby ${told.service} as service aggregate count_if(${bad}) / count() as share | filter share > 0.1`,
    ),
  ),
  factory(
    'hard',
    'quiet',
    'who went quiet, no logs for 3h',
    `source logs | groupby ${S} as service aggregate max($m.timestamp) as last | filter last < @'now' - 3h | choose service`,
  ),
  factory(
    'hard',
    'across',
    'logs of traces with a db call > 800ms, last 24h, errors only',
    ...SLOW_QUERIES.flatMap((slow) =>
      [OR_WORSE, ERROR].map((bad) => `source logs last 24h | filter ${bad} && $d.TraceId.inArray(${slow})`),
    ),
    ...SLOW_QUERIES.map((slow) => `source spans last 24h | filter ${BAD_SPAN} && $d.traceID.inArray(${slow})`),
  ),
];
