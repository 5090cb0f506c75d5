import { BAD_SPAN, S, SERVER, SVC, TODAY } from './blind-terms.ts';
import { errors } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import {
  CODE,
  calls,
  DATABASE,
  ofTraces,
  QUEUE,
  rates,
  STATUS,
  says,
  TABLE,
  TOOK,
  TRACE,
} from './unseen-harbour-terms.ts';
import { withValue } from './unseen-resort-terms.ts';

const harbour = asks('harbour');
const GATE = `${SVC} == 'gate-control'`;
const TO_CUSTOMS = `source spans | filter ${SVC} == 'customs-link' && $d.parentId != '' | distinct $d.parentId`;
const LONG = 'source spans | filter $m.duration > 5000000 | distinct $d.traceID';
const NUMBER = 'extract $d.msg into parts using regexp(/retrying in (?<n>\\d+) s/)';

/** By a developer of the landside who is new to it. */
export const UNSEEN_HARBOUR_LANDSIDE: readonly EvalQuestion[] = [
  harbour(
    'easy',
    'list',
    'spans of crane-control with an error',
    `source spans | filter ${SVC} == 'crane-control' && ${BAD_SPAN}`,
  ),
  harbour(
    'easy',
    'distinct',
    'distinct error.code in yard-manager',
    ...withValue(`source logs | filter ${S} == 'yard-manager'`, CODE),
  ),
  harbour(
    'easy',
    'group',
    'count logs by application and severity',
    'source logs | groupby $l.applicationname as app, $m.severity as severity aggregate count() as n',
  ),
  harbour(
    'easy',
    'statistic',
    'avg elapsed_ms by http.route for gate-control',
    `source logs | filter ${S} == 'gate-control' | groupby $d.http.route as key aggregate avg(${TOOK}) as n`,
  ),
  harbour(
    'easy',
    'columns only',
    'POST requests to /appointments with http.status 409, only timestamp, haulier and msg',
    `source logs | filter $d.http.method == 'POST' && $d.http.route == '/appointments' && ${STATUS} == 409`,
  ),
  harbour(
    'easy',
    'group',
    'number of spans per span kind',
    'source spans | groupby $m.kind as key aggregate count() as n',
  ),
  harbour(
    'medium',
    'top',
    '10 slowest database calls of gate-control',
    `source spans | filter ${GATE} && ${DATABASE} != null | orderby $m.duration desc | limit 10`,
  ),
  harbour(
    'medium',
    'distinct',
    'which tables does truck-booking read from?',
    ...[` && $d.tags['db.operation.name'] == 'SELECT'`, ''].flatMap((reads) =>
      withValue(`source spans | filter ${SVC} == 'truck-booking'${reads}`, TABLE),
    ),
  ),
  harbour(
    'medium',
    'statistic',
    'median and p99 elapsed_ms per service',
    `source logs | groupby ${S} as key aggregate median(${TOOK}) as m, percentile(0.99, ${TOOK}) as p`,
  ),
  harbour(
    'medium',
    'threshold',
    'root spans that took longer than 2 seconds',
    "source spans | filter $d.parentId == '' && $m.duration > 2000000",
  ),
  harbour(
    'hard',
    'callers',
    'which services call customs-link?',
    ...[` && ${SVC} != 'customs-link'`, ''].flatMap((others) =>
      withValue(`source spans | filter ${ofTraces('$d.spanID', TO_CUSTOMS)}${others}`, SVC),
    ),
  ),
  harbour(
    'medium',
    'trace',
    `how many spans does each service have in trace ${TRACE}`,
    `source spans | filter $d.traceID == '${TRACE}' | groupby ${SVC} as key aggregate count() as n`,
  ),
  harbour(
    'medium',
    'sample',
    'one sample log of each error.code',
    `source logs | filter ${CODE} != null | dedupeby ${CODE} keep 1`,
    `source logs | filter ${CODE} != null | dedupeby ${CODE} keep 1 orderby $m.timestamp desc`,
    `source logs | filter ${CODE} != null | dedupeby ${CODE} keep 1 orderby $m.timestamp asc`,
    `source logs | dedupeby ${CODE} keep 1`,
  ),
  harbour(
    'medium',
    'buckets',
    'histogram of elapsed_ms of berth-planner in steps of 100 ms',
    ...[`floor(${TOOK} / 100) * 100`, `floor(${TOOK} / 100)`].map(
      (bucket) => `source logs | filter ${S} == 'berth-planner' | groupby ${bucket} as bucket aggregate count() as n`,
    ),
  ),
  harbour(
    'hard',
    'number in text',
    'average number of seconds in the "retrying in N s" messages of customs-link',
    `source logs | filter ${S} == 'customs-link' && ${says('retrying in')} | ${NUMBER} | aggregate avg(parts.n:number) as n`,
  ),
  harbour(
    'hard',
    'across',
    'error logs whose trace has a span longer than 5 seconds',
    ...errors((bad) => `source logs | filter ${bad} && ${ofTraces('$d.trace_id', LONG)}`),
  ),
  harbour(
    'hard',
    'compare',
    'release 6.3.0 vs 6.2.4 of yard-manager: error rate and p95 elapsed_ms',
    ...rates(
      (told, also, bad) =>
        `${told.source} | filter ${told.service} == 'yard-manager' && ${also} && (${told.version} == '6.3.0' || ${told.version} == '6.2.4') | groupby ${told.version} as key aggregate count_if(${bad}) / count() as rate, percentile(0.95, ${told.took}) as p`,
    ),
  ),
  harbour(
    'hard',
    'nested',
    'average number of database spans per trace in gate-control',
    `source spans | filter ${GATE} && ${DATABASE} != null | groupby $d.traceID as trace aggregate count() as n | aggregate avg(n) as m`,
    `source spans | filter ${GATE} | groupby $d.traceID as trace aggregate count_if(${DATABASE} != null) as n | aggregate avg(n) as m`,
  ),
  harbour(
    'hard',
    'columns',
    'for each service the number of 2xx, 4xx and 5xx responses today',
    ...calls((told, also) => {
      const { status } = told;
      const between = (low: number): string => `${status} >= ${low} && ${status} < ${low + 100}`;
      const query = `${told.source} ${TODAY} | filter ${also}`;
      return [
        `${query} | groupby ${told.service} as key aggregate count_if(${between(200)}) as ok, count_if(${between(400)}) as bad, count_if(${between(500)}) as broken`,
        `${query} && (${between(200)} || ${between(400)} || ${between(500)}) | groupby ${told.service} as key, floor(${status} / 100) as class aggregate count() as n`,
      ];
    }),
    `source spans ${TODAY} | filter $d.tags['http.response.status_code'] != null && ${SERVER} | groupby ${SVC} as key, floor($d.tags['http.response.status_code']:number / 100) as class aggregate count() as n`,
  ),
  harbour(
    'medium',
    'series',
    'messages sent per queue each hour today',
    `source spans ${TODAY} | filter $m.kind == 'PRODUCER' | groupby roundTime($m.timestamp, 1h) as t, ${QUEUE} as queue aggregate count() as n`,
    `source spans ${TODAY} | filter $d.tags['messaging.operation.type'] == 'send' | groupby roundTime($m.timestamp, 1h) as t, ${QUEUE} as queue aggregate count() as n`,
  ),
];
