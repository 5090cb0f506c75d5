import { BAD_SPAN, ERROR, S, SVC, TODAY } from './blind-terms.ts';
import { OP, periods, statisticOf } from './final-terms.ts';
import { OR_WORSE } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import { withValue } from './unseen-desk-terms.ts';
import { CODE, calls, DATABASE, LOGS, NUMBER, numberIn, p, SPANS, says, TABLE, TOOK } from './unseen-insurer-terms.ts';

const insurer = asks('insurer');
const TRACE = 'e07b5d3318fc4a62b9641c0f2d85a7e3';
const SCORE = '$d.fraud.score';
const CHILD = "$d.parentId != ''";
const PARENTS = `(source spans | choose $d.spanID as id, ${SVC} as service)`;
const CHILDREN = `source spans | filter ${CHILD} | join inner ${PARENTS} on left=>$d.parentId == right=>id into parent`;
const CALLED = `${CHILDREN} | filter parent.service == 'claims-intake'`;
const LAST_ERRORS = (bad: string): string =>
  `source logs | filter ${S} == 'pricing-engine' && ${bad} | orderby $m.timestamp desc | limit 5`;
const p95 = (field: string): string => p('95', field);
const POST_QUOTES = `${SPANS.route} == '/quotes' && ${SPANS.method} == 'POST'`;

/** By a developer who is new to the company. */
export const UNSEEN_INSURER_DEVELOPER: readonly EvalQuestion[] = [
  insurer(
    'easy',
    'distinct',
    'what services are in the claims app?',
    ...withValue(`source logs | filter ${LOGS.app} == 'claims'`, S),
    ...withValue(`source spans | filter ${SPANS.app} == 'claims'`, SVC),
  ),
  insurer(
    'easy',
    'distinct',
    'list the http.route values of quote-api',
    ...withValue(`source logs | filter ${S} == 'quote-api'`, LOGS.route),
    ...withValue(`source spans | filter ${SVC} == 'quote-api'`, SPANS.route),
  ),
  insurer(
    'easy',
    'count-by',
    'number of spans by kind',
    'source spans | groupby $m.kind as kind aggregate count() as n',
  ),
  insurer(
    'easy',
    'trace',
    `which services show up in trace ${TRACE}`,
    ...withValue(`source spans | filter $d.traceID == '${TRACE}'`, SVC),
    ...withValue(`source logs | filter $d.traceId == '${TRACE}'`, S),
  ),
  insurer(
    'medium',
    'threshold',
    'database spans of policy-admin that took over 500 ms',
    `source spans | filter ${SVC} == 'policy-admin' && ${DATABASE} != null && $m.duration > 500000`,
  ),
  insurer(
    'medium',
    'statistic',
    'p99 per database table, worst one on top',
    `source spans | filter ${TABLE} != null | groupby ${TABLE} as table aggregate ${p('99', '$m.duration')} as p99 | orderby p99 desc`,
  ),
  insurer(
    'hard',
    'join',
    'which services does claims-intake call directly, going by parent and child spans?',
    ...withValue(`${CALLED} && ${SVC} != 'claims-intake'`, SVC),
    ...withValue(CALLED, SVC),
  ),
  insurer(
    'medium',
    'list',
    'root spans that failed today',
    `source spans ${TODAY} | filter $d.parentId == '' && ${BAD_SPAN}`,
  ),
  insurer(
    'easy',
    'statistic',
    'p50, p90 and p99 duration of POST /quotes spans',
    ...[`${OP} == 'POST /quotes'`, POST_QUOTES].map(
      (which) =>
        `source spans | filter ${which} | aggregate ${p('5', '$m.duration')} as p50, ${p('9', '$m.duration')} as p90, ${p('99', '$m.duration')} as p99`,
    ),
  ),
  insurer(
    'medium',
    'count-by',
    'how many child spans does each service have?',
    `source spans | filter ${CHILD} | groupby ${SVC} as service aggregate count() as n`,
    `${CHILDREN} | groupby parent.service as service aggregate count() as n`,
  ),
  insurer(
    'hard',
    'conditional',
    'per service: all spans, the failed ones, and those over one second',
    `source spans | groupby ${SVC} as service aggregate count() as n, count_if(${BAD_SPAN}) as failed, count_if($m.duration > 1000000) as slow`,
  ),
  insurer(
    'medium',
    'number-in-text',
    "the OCR logs say how many pages were read - what's the average of that number?",
    `source logs | filter ${says('OCR read')} | ${numberIn('OCR read (?<n>[0-9]+) pages')} | aggregate avg(${NUMBER}) as mean`,
  ),
  insurer(
    'hard',
    'number-in-text',
    'messages with "retrying in N s": the biggest N per service',
    `source logs | filter ${says('retrying in')} | ${numberIn('retrying in (?<n>[0-9]+) s')} | groupby ${S} as service aggregate max(${NUMBER}) as biggest`,
  ),
  insurer(
    'medium',
    'buckets',
    'how are the fraud scores distributed, in steps of 10?',
    `source logs | filter ${SCORE} != null | groupby floor(${SCORE} / 10) * 10 as score aggregate count() as n`,
  ),
  insurer('easy', 'count', 'how many logs have an errorCode?', `source logs | filter ${CODE} != null | count`),
  insurer(
    'medium',
    'statistic',
    'average elapsedMs per route of policy-admin, slowest first',
    `source logs | filter ${S} == 'policy-admin' | groupby ${LOGS.route} as route aggregate avg(${TOOK}) as mean | orderby mean desc`,
  ),
  insurer(
    'hard',
    'compare',
    'did p95 response time of quote-api change at 9:00 today? before and after please',
    ...calls((told, also) => `${told.source} ${TODAY} | filter ${told.service} == 'quote-api'${also}`).flatMap(
      (source) =>
        periods(
          source,
          "@'2026-11-20T09:00:00Z'",
          statisticOf(source.startsWith('source logs') ? TOOK : '$m.duration', p95),
        ),
    ),
  ),
  insurer(
    'hard',
    'having',
    'traces with more than 8 spans',
    'source spans | groupby $d.traceID as trace aggregate count() as n | filter n > 8',
  ),
  insurer(
    'medium',
    'count-by',
    'how many logs of each service have no traceId',
    `source logs | filter $d.traceId == null | groupby ${S} as service aggregate count() as n`,
    `source logs | groupby ${S} as service aggregate count_if($d.traceId == null) as n`,
  ),
  insurer(
    'medium',
    'columns',
    'the last 5 errors of pricing-engine, only msg and errorCode',
    ...[ERROR, OR_WORSE].flatMap((bad) => [LAST_ERRORS(bad), `${LAST_ERRORS(bad)} | choose $d.msg, ${CODE}`]),
  ),
];
