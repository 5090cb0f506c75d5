import { BAD_SPAN, S, SERVER, SVC, TODAY } from './blind-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import { foremost, present } from './unseen-market-terms.ts';
import {
  CODE,
  DATABASE,
  either,
  OTHER_TRACE,
  of,
  QUEUE,
  rates,
  SPANS,
  says,
  TABLE,
  TOOK,
  TRACE,
} from './unseen-payroll-terms.ts';

const payroll = asks('payroll');
const PARENT = 'join inner (source spans) on left=>$d.parentId == right=>$d.spanID into parent';
const CALLER = 'parent.process.serviceName';
const ROWS = 'extract $d.message into parts using regexp(/export of (?<n>\\d+) rows/)';
const NOTIFIED = `source spans | filter ${QUEUE} == 'notify.send'`;
const SLOWEST = `source spans ${TODAY} | filter ${SVC} == 'payrun-api'`;
const below = (rows: string): string =>
  `source spans | join inner (${rows} | orderby $m.duration desc | limit 1 | choose $d.spanID as id) on left=>$d.parentId == right=>id into top`;

/** By a developer who is new to it. */
export const UNSEEN_PAYROLL_DEVELOPER: readonly EvalQuestion[] = [
  payroll(
    'easy',
    'distinct',
    'list the services of the payroll application',
    ...either((told) => present(`${told.source} | filter ${told.app} == 'payroll'`, told.service)),
  ),
  payroll(
    'easy',
    'distinct',
    'what values does errorCode have in tax-filing?',
    ...present(`source logs | filter ${of('tax-filing')}`, CODE),
    ...present(`source logs | filter ${of('tax-filing')} && ${CODE} != null`, CODE),
  ),
  payroll('easy', 'group', 'count of spans by kind', 'source spans | groupby $m.kind as k aggregate count() as n'),
  payroll(
    'easy',
    'statistic',
    'avg and max durationMs per httpRoute in payrun-api',
    `source logs | filter ${of('payrun-api')} | groupby $d.httpRoute as r aggregate avg(${TOOK}) as mean, max(${TOOK}) as most`,
  ),
  payroll(
    'medium',
    'threshold',
    'How do I see the database calls slower than 250ms?',
    `source spans | filter ${DATABASE} != null && $m.duration > 250000`,
  ),
  payroll(
    'easy',
    'top',
    'Which tables does employee-records hit the most?',
    ...foremost(`source spans | filter ${SVC} == 'employee-records'`, TABLE, 'count()'),
  ),
  payroll(
    'easy',
    'trace',
    `services involved in trace ${TRACE}`,
    ...present(`source spans | filter $d.traceID == '${TRACE}'`, SVC),
    ...present(`source logs | filter $d.traceId == '${TRACE}'`, S),
  ),
  payroll(
    'easy',
    'trace',
    `slowest span in trace ${OTHER_TRACE}`,
    `source spans | filter $d.traceID == '${OTHER_TRACE}' | orderby $m.duration desc | limit 1`,
  ),
  payroll(
    'hard',
    'callers',
    'Which services call tax-filing?',
    ...[` | filter ${CALLER} != 'tax-filing'`, ''].flatMap((other) => {
      const rows = `source spans | filter ${SVC} == 'tax-filing' | ${PARENT}${other}`;
      return [`${rows} | distinct ${CALLER}`, `${rows} | groupby ${CALLER} as s aggregate count() as n`];
    }),
  ),
  payroll(
    'medium',
    'roots',
    'root spans of hr-portal with errors today',
    `source spans ${TODAY} | filter ${SVC} == 'hr-portal' && $d.parentId == '' && ${BAD_SPAN}`,
  ),
  payroll(
    'medium',
    'percentiles',
    'p50, p95 and p99 of POST /pay-runs',
    ...[
      ["source spans | filter $l.operationName == 'POST /pay-runs'", '$m.duration'],
      ["source spans | filter $l.operationName == 'POST /pay-runs'", '$m.duration / 1000'],
      ["source logs | filter $d.httpMethod == 'POST' && $d.httpRoute == '/pay-runs'", TOOK],
    ].map(
      ([rows, took]) =>
        `${rows} | aggregate percentile(0.5, ${took}) as p50, percentile(0.95, ${took}) as p95, percentile(0.99, ${took}) as p99`,
    ),
  ),
  payroll(
    'hard',
    'each',
    'top 3 slowest routes of each service, by average span duration',
    ...[`${SPANS.path} != null`, `${SPANS.path} != null && ${SERVER}`].flatMap((rows) =>
      [SPANS.path, '$l.operationName'].map(
        (route) =>
          `source spans | filter ${rows} | groupby ${SVC} as s, ${route} as r aggregate avg($m.duration) as m | dedupeby s keep 3 orderby m desc`,
      ),
    ),
  ),
  payroll(
    'medium',
    'when',
    'Which versions of pay-engine do we have, and when was each first seen?',
    ...either(
      (told) =>
        `${told.source} | filter ${told.service} == 'pay-engine' | groupby ${told.version} as v aggregate min($m.timestamp) as since`,
    ),
  ),
  payroll(
    'hard',
    'rate',
    'error rate of pay-engine by version',
    ...rates(
      (told, also, bad) =>
        `${told.source} | filter ${told.service} == 'pay-engine' && ${also} | groupby ${told.version} as v aggregate count_if(${bad}) / count() as rate`,
    ).filter((query) => !/tatus|&& \$m.kind/.test(query)),
  ),
  payroll(
    'hard',
    'number',
    'The "export of N rows ready" messages: what\'s the average N?',
    `source logs | filter ${says('rows ready')} | ${ROWS} | aggregate avg(parts.n:number) as mean`,
  ),
  payroll(
    'medium',
    'percentiles',
    'p90 of processing messages from the notify.send queue',
    ...[" && $m.kind == 'CONSUMER'", ''].flatMap((kind) =>
      ['$m.duration', '$m.duration / 1000'].map(
        (took) => `${NOTIFIED}${kind} | aggregate percentile(0.9, ${took}) as p90`,
      ),
    ),
  ),
  payroll(
    'hard',
    'children',
    'children of the slowest payrun-api span today',
    below(SLOWEST),
    below(`${SLOWEST} && ${SERVER}`),
  ),
  payroll(
    'medium',
    'group',
    'number of retries (attempt above 1) per template in notifier',
    `source logs | filter ${of('notifier')} && $d.attempt > 1 | groupby $d.template as t aggregate count() as n`,
  ),
  payroll(
    'hard',
    'columns',
    'number of redis and of postgresql calls per service',
    ...['', ` | filter ${DATABASE} != null`].map(
      (rows) =>
        `source spans${rows} | groupby ${SVC} as s aggregate count_if(${DATABASE} == 'redis') as redis, count_if(${DATABASE} == 'postgresql') as postgresql`,
    ),
    `source spans | filter ${DATABASE} != null | groupby ${SVC} as s, ${DATABASE} as d aggregate count() as n`,
  ),
  payroll(
    'medium',
    'missing',
    'how many logs have no traceId, by service',
    `source logs | filter $d.traceId == null | groupby ${S} as s aggregate count() as n`,
    `source logs | groupby ${S} as s aggregate count_if($d.traceId == null) as n`,
  ),
];
