import {
  BAD_SPAN,
  CODE,
  ERROR,
  FLEET_TRACE,
  OWN_METHOD,
  OWN_ROUTE,
  OWN_STATUS,
  OWN_TRACE,
  S,
  SVC,
  THIS_WEEK,
  TODAY,
} from './final-terms.ts';
import { anyOf, clock, errors, FLEET_DB, LOG_TRACE, MESSAGE, MSG, SHOP_STATUS, STATUS, USER } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';

const own = asks('own');
const shop = asks('shop');
const fleet = asks('fleet');
const IN_TRACE = `source spans | filter $d.traceID == '${OWN_TRACE}'`;
const SLOW_TRACES = '(| source spans | filter $m.duration > 1500000 | distinct $d.traceID |)';

/** By a developer of a backend who follows single requests. */
export const FINAL_DEVELOPER: readonly EvalQuestion[] = [
  own('easy', 'trace', `show me all spans of trace ${OWN_TRACE}`, IN_TRACE),
  own(
    'easy',
    'trace',
    `which services logged errors in trace ${OWN_TRACE}?`,
    `source logs | filter ${LOG_TRACE} == '${OWN_TRACE}' && ${ERROR} | distinct ${S}`,
    `${IN_TRACE} && ${BAD_SPAN} | distinct ${SVC}`,
  ),
  shop('easy', 'list', 'everything user u-0007 did today', `source logs ${TODAY} | filter ${USER} == 'u-0007'`),
  shop(
    'easy',
    'text',
    'find NullPointerException in the last 12 hours',
    `source logs last 12h | filter ${MSG} ~ 'NullPointerException'`,
  ),
  fleet(
    'easy',
    'trace',
    `log lines for trace id ${FLEET_TRACE}`,
    `source logs | filter $d.trace_id == '${FLEET_TRACE}'`,
  ),
  fleet(
    'easy',
    'top rows',
    'get the 10 most recent errors from accounts',
    ...errors((holds) => `source logs | filter ${holds} && ${S} == 'accounts' | orderby $m.timestamp desc | limit 10`),
  ),
  own(
    'medium',
    'trace',
    `what is the slowest span in ${OWN_TRACE}?`,
    `${IN_TRACE} | orderby $m.duration desc | limit 1`,
    `${IN_TRACE} | orderby $m.duration desc`,
  ),
  own(
    'medium',
    'trace',
    `time spent per service in trace ${OWN_TRACE}`,
    `${IN_TRACE} | groupby ${SVC} aggregate sum($m.duration) as spent`,
  ),
  own(
    'medium',
    'count by',
    'Which error.code values did storage-service log, and how often?',
    `source logs | filter ${S} == 'storage-service' && ${CODE} != null | groupby ${CODE} aggregate count() as n`,
  ),
  own(
    'medium',
    'list',
    'spans of POST /api/feedback in validation-service that came back 503',
    `source spans | filter ${SVC} == 'validation-service' && ${OWN_ROUTE} == '/api/feedback' && ${OWN_METHOD} == 'POST' && ${OWN_STATUS} == 503`,
  ),
  shop(
    'medium',
    'threshold',
    'requests by u-0012 since yesterday that took longer than half a second',
    `source logs between @'2026-11-19' and @'now' | filter ${USER} == 'u-0012' && $d.duration_ms > 500`,
  ),
  shop(
    'medium',
    'dedupe',
    'give me the latest line of each message',
    `source logs | dedupeby ${MSG} keep 1 orderby $m.timestamp desc`,
  ),
  shop(
    'medium',
    'count by',
    'what paths did u-0003 hit between 12:30 and 14:00, with counts',
    `source logs ${clock('12:30', '14:00')} | filter ${USER} == 'u-0003' | groupby $d.path aggregate count() as n`,
  ),
  fleet(
    'medium',
    'threshold',
    'client spans to redis slower than 300 ms in shipping',
    `source spans | filter $m.kind == 'CLIENT' && ${FLEET_DB} == 'redis' && $m.duration > 300000 && ${SVC} == 'shipping'`,
  ),
  fleet(
    'medium',
    'existence',
    'did user-136 get any 5xx out of payments this week?',
    ...anyOf(`source logs ${THIS_WEEK} | filter $d.user_id == 'user-136' && ${STATUS} >= 500 && ${S} == 'payments'`),
  ),
  fleet(
    'medium',
    'projection',
    'just timestamp, route, status code and pod for errors in payments over the last 20 minutes',
    ...errors((holds) => `source logs last 20m | filter ${holds} && ${S} == 'payments'`),
  ),
  own(
    'hard',
    'cross data set',
    'error logs whose trace contains a span slower than 1.5 s',
    `source logs | filter ${ERROR} && ${LOG_TRACE}.inArray(${SLOW_TRACES})`,
  ),
  own(
    'hard',
    'trace',
    `in trace ${OWN_TRACE}: average and max duration per service, only services with at least 10 spans`,
    `${IN_TRACE} | groupby ${SVC} aggregate avg($m.duration) as mean, max($m.duration) as worst, count() as n | filter n >= 10 | choose serviceName, mean, worst`,
  ),
  shop(
    'hard',
    'having',
    'which users got both a 500 and a 429 today?',
    `source logs ${TODAY} | groupby ${USER} aggregate count_if(${SHOP_STATUS} == 500) as x, count_if(${SHOP_STATUS} == 429) as y | filter x > 0 && y > 0 && user != null | choose user`,
    `source logs ${TODAY} | groupby ${USER} aggregate count_if(${SHOP_STATUS} == 500) as x, count_if(${SHOP_STATUS} == 429) as y | filter x > 0 && y > 0 | choose user`,
  ),
  fleet(
    'hard',
    'top per group',
    'for each pod of accounts, the most frequent error message of the last 24 hours',
    ...errors(
      (holds) =>
        `source logs last 24h | filter ${holds} && ${S} == 'accounts' | groupby $d.pod, ${MESSAGE} aggregate count() as n | dedupeby pod keep 1 orderby n desc`,
    ),
  ),
];
