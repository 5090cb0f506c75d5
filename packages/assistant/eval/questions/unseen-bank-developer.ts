import { BAD_SPAN, ERROR, most, S, SVC, THIS_WEEK, TODAY } from './blind-terms.ts';
import { which } from './fresh-terms.ts';
import { errors } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import {
  DATABASE,
  DESTINATION,
  either,
  LATENCY,
  leading,
  NUMBER,
  numberIn,
  OPERATION,
  RETRIES,
  says,
  WEDNESDAY_TEN,
} from './unseen-bank-terms.ts';
import { lastDays } from './unseen-travel-terms.ts';

const bank = asks('bank');
const thursday = (from: string, to: string): string =>
  `between @'2026-11-19T${from}:00:00Z' and @'2026-11-19T${to}:00:00Z'`;
const AFTERNOONS = [
  thursday('12', '18'),
  thursday('12', '17'),
  thursday('13', '18'),
  thursday('13', '17'),
  "between @'2026-11-19T12:00:00Z' and @'2026-11-20'",
];
const TIMEOUT = "$d['error.type'] == 'ClearingTimeout'";
const QUERIES = `${SVC} == 'accounts-api' && ${DATABASE} != null`;
const POST_TRANSFERS = [
  "$d.tags['http.request.method'] == 'POST' && $d.tags['http.route'] == '/transfers'",
  "$l.operationName == 'POST /transfers'",
];
const PROCESSED = ["$d.tags['messaging.operation.type'] == 'process'", "$m.kind == 'CONSUMER'"];
const PARTITION = "$d.tags['messaging.kafka.partition']";
const CALLS = "$d.tags['rpc.method'] as method, $d.tags['rpc.grpc.status_code'] as code";
const POOL = "$d['error.type'] == 'ConnectionPoolExhausted'";
const POD = "$d['k8s.pod.name']";

/** By a developer of the backend who is after a bug. */
export const UNSEEN_BANK_DEVELOPER: readonly EvalQuestion[] = [
  bank(
    'easy',
    'list',
    'show ClearingTimeout errors from Thursday afternoon',
    ...AFTERNOONS.flatMap((time) =>
      either((told) => `${told.source} ${time} | filter ${told.type} == 'ClearingTimeout'`),
    ),
    ...AFTERNOONS.map((time) => `source logs ${time} | filter ${TIMEOUT} && ${ERROR}`),
  ),
  bank(
    'easy',
    'count',
    'how many OptimisticLockFailure today?',
    ...either((told) => `${told.source} ${TODAY} | filter ${told.type} == 'OptimisticLockFailure' | count`),
  ),
  bank(
    'easy',
    'top records',
    'slowest 10 db queries of accounts-api today',
    `source spans ${TODAY} | filter ${QUERIES} | orderby $m.duration desc | limit 10`,
    `source spans ${TODAY} | filter ${QUERIES} && ${OPERATION} == 'SELECT' | orderby $m.duration desc | limit 10`,
  ),
  bank(
    'easy',
    'values',
    'which versions of card-auth were running this week?',
    ...which(`source logs ${THIS_WEEK} | filter ${S} == 'card-auth'`, "$d['service.version']"),
    ...which(`source spans ${THIS_WEEK} | filter ${SVC} == 'card-auth'`, "$d.process.tags['service.version']"),
  ),
  bank('easy', 'list', 'logs containing "idempotency key"', `source logs | filter ${says('idempotency key')}`),
  bank(
    'easy',
    'list',
    'spans of POST /transfers with status 500 in the last 12h',
    ...POST_TRANSFERS.map(
      (holds) => `source spans last 12h | filter ${holds} && $d.tags['http.response.status_code']:number == 500`,
    ),
  ),
  bank(
    'easy',
    'statistic',
    'avg retry_count in notifications',
    `source logs | filter ${S} == 'notifications' | aggregate avg(${RETRIES}) as mean`,
  ),
  bank(
    'easy',
    'values',
    'what topics are there in kafka',
    ...which("source spans | filter $d.tags['messaging.system'] == 'kafka'", DESTINATION),
    ...which('source spans', DESTINATION),
  ),
  bank(
    'medium',
    'statistic',
    'p95 span duration by db operation for ledger',
    `source spans | filter ${SVC} == 'ledger' | groupby ${OPERATION} as operation aggregate percentile(0.95, $m.duration) as p95`,
  ),
  bank(
    'medium',
    'count by',
    'number of gRPC calls per rpc method and status code today',
    `source spans ${TODAY} | filter $d.tags['rpc.system'] == 'grpc' | groupby ${CALLS} aggregate count() as n`,
    `source spans ${TODAY} | groupby ${CALLS} aggregate count() as n`,
  ),
  bank(
    'hard',
    'extract',
    'how many ms did requests wait for a lock in the ledger on average? ("lock waited 1234 ms")',
    `source logs | filter ${S} == 'ledger' && ${says('lock waited')} | ${numberIn('lock waited (?<n>\\d+) ms')} | aggregate avg(${NUMBER}) as mean`,
  ),
  bank(
    'medium',
    'statistic',
    'cache hit vs miss: median latency for accounts-api',
    `source logs | filter ${S} == 'accounts-api' | groupby $d.cache_hit as hit aggregate median(${LATENCY}) as m`,
    `source logs | filter ${S} == 'accounts-api' | aggregate median(if($d.cache_hit == true, ${LATENCY}, null)) as hit, median(if($d.cache_hit == false, ${LATENCY}, null)) as miss`,
  ),
  bank(
    'medium',
    'top groups',
    'top 3 routes by 5xx in the last 2 days',
    ...either((told) => `${told.source} TIME | filter ${told.status} >= 500|${told.route}`).flatMap((of) => {
      const at = of.lastIndexOf('|');
      return lastDays(2, (time) => of.slice(0, at).replace('TIME', time)).flatMap((source) =>
        leading(source, of.slice(at + 1), 'count()', 3),
      );
    }),
  ),
  bank(
    'medium',
    'count by',
    'kafka messages processed per partition for transfers.submitted this week',
    ...PROCESSED.map(
      (holds) =>
        `source spans ${THIS_WEEK} | filter ${DESTINATION} == 'transfers.submitted' && ${holds} | groupby ${PARTITION} as part aggregate count() as n`,
    ),
  ),
  bank(
    'medium',
    'top groups',
    'which batch size has the highest average latency since wednesday night 22:00?',
    ...most(
      `source logs between ${WEDNESDAY_TEN} and @'now' | filter $d['batch.size'] != null | groupby $d['batch.size'] as size aggregate avg(${LATENCY}) as mean`,
      'mean',
    ),
  ),
  bank(
    'medium',
    'series',
    'ConnectionPoolExhausted per pod and hour today',
    ...either(
      (told) =>
        `${told.source} ${TODAY} | filter ${told.type} == 'ConnectionPoolExhausted' | groupby ${told.pod} as pod, roundTime($m.timestamp, 1h) as t aggregate count() as n`,
    ),
  ),
  bank(
    'hard',
    'share',
    'ratio of ClearingTimeout to all transfers logs, per hour on Thursday between 12 and 16',
    `source logs ${thursday('12', '16')} | filter ${S} == 'transfers' | groupby roundTime($m.timestamp, 1h) as t aggregate count_if(${TIMEOUT}) / count() as ratio`,
  ),
  bank(
    'hard',
    'extract',
    'max wait in ms of the connection pool errors, per pod',
    ...[POOL, `${POOL} && ${ERROR}`].map(
      (holds) =>
        `source logs | filter ${holds} | ${numberIn('no connection after (?<n>\\d+) ms')} | groupby ${POD} as pod aggregate max(${NUMBER}) as most`,
    ),
  ),
  bank(
    'hard',
    'having',
    'traces that have both a ledger span and an error',
    `source spans | groupby $d.traceID as trace aggregate count_if(${SVC} == 'ledger') as ledger, count_if(${BAD_SPAN}) as bad | filter ledger > 0 && bad > 0 | choose trace`,
    `source spans | filter $d.traceID.inArray((| source spans | filter ${SVC} == 'ledger' | distinct $d.traceID |)) && ${BAD_SPAN} | distinct $d.traceID`,
  ),
  bank(
    'medium',
    'list',
    'transfer ids that were retried more than 2 times and still failed',
    ...errors((bad) => `source logs | filter ${RETRIES} > 2 && ${bad} && ${S} == 'transfers'`).flatMap((source) => [
      `${source} | distinct $d.transfer_id`,
      `${source} | choose $d.transfer_id`,
      source,
    ]),
    ...errors((bad) => `source logs | filter ${RETRIES} > 2 && ${bad} | distinct $d.transfer_id`),
  ),
];
