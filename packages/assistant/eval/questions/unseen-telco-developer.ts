import { BAD_SPAN, S, SERVER, SVC, TODAY } from './blind-terms.ts';
import { clock } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import {
  CODE,
  calls,
  either,
  HOST,
  LOGS,
  logs,
  OPERATION,
  RPC,
  requestFailures,
  SPANS,
  whichOf,
} from './unseen-telco-terms.ts';

const telco = asks('telco');
const TRACE = '7e1c0a5511d04f0e8a6b3c2d9f104801';
const BOTH = "'selfcare-api', 'topup'";
const DATABASE = "$d.tags['db.system'] != null";
const slowest = (condition: string): string =>
  `source logs | filter $d.trace_id.inArray((| source spans | filter ${condition} | orderby $m.duration desc | limit 1 | choose $d.traceID |))`;

/** By a developer new to the integration of partners. */
export const UNSEEN_TELCO_DEVELOPER: readonly EvalQuestion[] = [
  telco(
    'easy',
    'which',
    'Which partners call our API?',
    ...either((told) => `${told.source} | filter ${told.partner} != null | distinct ${told.partner}`),
  ),
  telco(
    'easy',
    'group',
    'Count of partner-gw requests by http_status',
    `${logs(`${S} == 'partner-gw'`)} | groupby $d.http_status aggregate count() as n`,
    `source spans | filter ${SVC} == 'partner-gw' && ${SPANS.status} != null | groupby ${SPANS.status} as status aggregate count() as n`,
  ),
  telco(
    'easy',
    'list',
    'Show 429 responses for partner valuemart in the last 24 hours',
    ...either((told) => `${told.source} last 24h | filter ${told.status} == 429 && ${told.partner} == 'valuemart'`),
  ),
  telco(
    'medium',
    'statistic',
    "What's the p99 latency of POST /v1/activations?",
    ...[SPANS, LOGS].map(
      (told) =>
        `${told.source} | filter ${told.method} == 'POST' && ${told.path} == '/v1/activations' | aggregate percentile(0.99, ${told.took}) as p99`,
    ),
    `source spans | filter ${SVC} == 'sim-activation' && ${SPANS.path} == '/v1/activations' | aggregate percentile(0.99, $m.duration) as p99`,
  ),
  telco(
    'easy',
    'which',
    'Which routes in selfcare-api return 5xx?',
    ...[SPANS, LOGS].flatMap((told) =>
      whichOf(`${told.source} | filter ${told.service} == 'selfcare-api' && ${told.status} >= 500`, told.path),
    ),
  ),
  telco('easy', 'trace', `Show me the spans of trace ${TRACE}`, `source spans | filter $d.traceID == '${TRACE}'`),
  telco(
    'medium',
    'top groups',
    'Which downstream host is slowest when called from topup?',
    ...['avg($m.duration)', 'max($m.duration)', 'percentile(0.95, $m.duration)'].flatMap((metric) => {
      const all = `source spans | filter ${SVC} == 'topup' && ${HOST} != null | groupby ${HOST} as host aggregate ${metric} as t | orderby t desc`;
      return [`${all} | limit 1`, all];
    }),
    `source spans | filter ${SVC} == 'topup' && ${HOST} != null | orderby $m.duration desc | limit 1`,
  ),
  telco(
    'easy',
    'group',
    'Error types on spans of sim-activation',
    ...whichOf(`source spans | filter ${SVC} == 'sim-activation' && ${SPANS.code} != null`, SPANS.code),
  ),
  telco(
    'medium',
    'group',
    'How many database calls does invoicing make, per operation?',
    `source spans | filter ${SVC} == 'invoicing' && ${OPERATION} != null | groupby ${OPERATION} aggregate count() as n`,
  ),
  telco(
    'medium',
    'count',
    'How many requests without a partner name hit partner-gw?',
    ...calls(
      (told, also) =>
        `${told.source} | filter ${told.service} == 'partner-gw' && ${told.partner} == null${also} | count`,
    ),
  ),
  telco(
    'easy',
    'which',
    'Which services have spans with errors today?',
    `source spans ${TODAY} | filter ${BAD_SPAN} | distinct ${SVC}`,
  ),
  telco(
    'hard',
    'traces',
    'Number of traces that touch both selfcare-api and topup',
    `source spans | filter ${SVC}.in(${BOTH}) | groupby $d.traceID aggregate distinct_count(${SVC}) as n | filter n == 2 | count`,
  ),
  telco(
    'medium',
    'list',
    'Requests to /v1/numbers slower than 2 seconds, newest first',
    ...calls(
      (told, also) =>
        `${told.source} | filter ${told.path} == '/v1/numbers' && ${told.took} > ${2000 * told.perMs}${also} | orderby $m.timestamp desc`,
    ),
  ),
  telco(
    'hard',
    'share',
    'Error rate per partner, only those with more than 200 calls',
    ...requestFailures(
      (told, bad) =>
        `${told.source} | filter ${told.partner} != null | groupby ${told.partner} as partner aggregate count_if(${bad}) / count() as rate, count() as n | filter n > 200 | choose partner, rate`,
    ),
  ),
  telco('easy', 'list', 'log lines whose message contains "quota"', logs("$d.msg ~ 'quota'")),
  telco(
    'hard',
    'traces',
    'logs of the trace of the slowest top-up request',
    slowest(`${SPANS.path} == '/v1/topups'`),
    slowest(`${SVC} == 'topup'`),
    slowest(`${SVC} == 'topup' && ${SERVER}`),
  ),
  telco(
    'hard',
    'traces',
    'In traces where the HLR call failed, how many also have a failed span in the database?',
    `source spans | filter ${BAD_SPAN} | groupby $d.traceID aggregate count_if(${RPC}) as hlr, count_if(${DATABASE}) as db | filter hlr > 0 && db > 0 | count`,
  ),
  telco(
    'hard',
    'group',
    'Group partner calls into fast (<200 ms), ok (<1 s) and slow',
    ...calls(
      (told, also) =>
        `${told.source} | filter ${told.service} == 'partner-gw'${also} | groupby case { ${told.took} < ${200 * told.perMs} -> 'a', ${told.took} < ${1000 * told.perMs} -> 'b', _ -> 'c' } as speed aggregate count() as n`,
    ),
    ...either(
      (told) =>
        `${told.source} | filter ${told.partner} != null | groupby case { ${told.took} < ${200 * told.perMs} -> 'a', ${told.took} < ${1000 * told.perMs} -> 'b', _ -> 'c' } as speed aggregate count() as n`,
    ),
    `${logs("$d.msg == 'partner call'")} | groupby case { $d.took_ms < 200 -> 'a', $d.took_ms < 1000 -> 'b', _ -> 'c' } as speed aggregate count() as n`,
  ),
  telco(
    'medium',
    'series',
    'Request rate per minute of partner-gw between 13:00 and 14:00 today',
    ...calls(
      (told, also) =>
        `${told.source} ${clock('13:00', '14:00')} | filter ${told.service} == 'partner-gw'${also} | groupby roundTime($m.timestamp, 1m) as t aggregate count() as n`,
    ),
  ),
  telco(
    'hard',
    'nested',
    'Which err_code values appear in more than one service?',
    `${logs(`${CODE} != null`)} | groupby ${CODE} aggregate distinct_count(${S}) as n | filter n > 1 | choose err_code`,
  ),
];
