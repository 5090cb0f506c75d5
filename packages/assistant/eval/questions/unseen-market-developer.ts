import { BAD_SPAN, S, SERVER, SVC, THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { hourly, which } from './fresh-terms.ts';
import { OR_WORSE } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import {
  ADDRESS,
  ATTEMPT,
  anyOf,
  calls,
  DATABASE,
  either,
  failures,
  foremost,
  of,
  present,
  says,
  TABLE,
  TOPIC,
  TYPE,
  timed,
  USER,
} from './unseen-market-terms.ts';

const market = asks('market');
const TIMED_OUT = '$d.message.matches(/.*timed out after [0-9]+ ms.*/)';
const WAITED = `source logs | extract $d.message into parts using regexp(/timed out after (?<n>[0-9]+) ms/) | filter parts.n != null`;
const CHILD = `join inner (source spans) on left=>$d.spanID == right=>$d.parentId into child`;
const FAILED_PAYMENT = `(| source spans | filter ${SVC} == 'payment-gateway' && ${BAD_SPAN} | distinct $d.traceID |)`;
const LATER = `source logs ${THIS_WEEK} | filter ${TYPE} != null | groupby ${TYPE} as e aggregate min($m.timestamp) as first, count() as n | filter first >= @'now' / 1d`;
const p = (share: number): string => `percentile(${share}, $m.duration) / 1000 as p${share * 100}`;

/** By a developer who is exact. */
export const UNSEEN_MARKET_DEVELOPER: readonly EvalQuestion[] = [
  market(
    'easy',
    'list',
    'Show me the spans where the operation is "POST /checkout"',
    "source spans | filter $l.operationName == 'POST /checkout'",
  ),
  market('easy', 'distinct', 'List all distinct values of error_type', ...which('source logs', TYPE)),
  market(
    'easy',
    'list',
    'Show logs with severity WARNING from the cart service',
    `source logs | filter $m.severity == WARNING && ${of('cart')}`,
  ),
  market(
    'easy',
    'count-by',
    'Count logs per version for the catalog service',
    `source logs | filter ${of('catalog')} | groupby $d.version aggregate count() as n`,
  ),
  market(
    'easy',
    'text',
    'Find log messages containing "deadlock detected"',
    `source logs | filter ${says('deadlock detected')}`,
  ),
  market(
    'easy',
    'projection',
    'Show only the timestamp, message and user_id of errors in accounts',
    ...['$m.severity == ERROR', OR_WORSE].flatMap((bad) => [
      `source logs | filter ${of('accounts')} && ${bad} | choose $m.timestamp, $d.message, ${USER}`,
      `source logs | filter ${of('accounts')} && ${bad}`,
    ]),
  ),
  market(
    'easy',
    'statistic',
    'Average duration_ms per path',
    ...present('source logs', '$d.path').map((query) =>
      query.replace(/distinct \$d\.path|groupby .*/, 'groupby $d.path aggregate avg($d.duration_ms) as m'),
    ),
  ),
  market(
    'easy',
    'distinct-count',
    'How many distinct user_id values hit search today?',
    `source logs ${TODAY} | filter ${of('search')} | aggregate distinct_count(${USER}) as n`,
  ),
  market(
    'easy',
    'structure',
    'Root spans of shop-front in the last hour',
    `source spans last 1h | filter ${SVC} == 'shop-front' && $d.parentId == ''`,
  ),
  market(
    'easy',
    'statistic',
    'What is the max duration_ms in checkout?',
    `source logs | filter ${of('checkout')} | aggregate max($d.duration_ms) as m`,
    `source logs | filter ${of('checkout')} | orderby $d.duration_ms desc | limit 1`,
    "source logs | filter $d.path ~ 'checkout' | aggregate max($d.duration_ms) as m",
  ),
  market(
    'medium',
    'regex',
    String.raw`grep for /timed out after \d+ ms/ in messages of the last day`,
    ...['last 1d', YESTERDAY].flatMap((time) => [
      `source logs ${time} | filter ${TIMED_OUT}`,
      `source logs ${time} | filter ${says('timed out after')}`,
    ]),
  ),
  market(
    'medium',
    'conditional',
    'Number of errors and number of warnings per service since midnight',
    ...['$m.severity == ERROR', OR_WORSE].flatMap((bad) =>
      ['', ` | filter ${bad} || $m.severity == WARNING`].map(
        (only) =>
          `source logs ${TODAY}${only} | groupby ${S} as s aggregate count_if(${bad}) as one, count_if($m.severity == WARNING) as other`,
      ),
    ),
    `source logs ${TODAY} | filter $m.severity == ERROR || $m.severity == WARNING | groupby ${S} as s, $m.severity as v aggregate count() as n`,
  ),
  market(
    'medium',
    'histogram',
    'Histogram of request durations in search: below 50 ms, 50 to 200, 200 to 1000, above',
    ...calls(({ source, service, took, milli }, also) => {
      const below = (ms: number): string => `${took} < ${ms * milli}`;
      return `${source} | filter ${service} == 'search' && ${also} | groupby case { ${below(50)} -> 'a', ${below(200)} -> 'b', ${below(1000)} -> 'c', _ -> 'd' } as bin aggregate count() as n`;
    }),
  ),
  market(
    'medium',
    'dedupe',
    'One example log per error_type from today',
    `source logs ${TODAY} | filter ${TYPE} != null | dedupeby ${TYPE} keep 1 orderby $m.timestamp desc`,
    `source logs ${TODAY} | filter ${TYPE} != null | dedupeby ${TYPE} keep 1 orderby $m.timestamp asc`,
    `source logs ${TODAY} | filter ${TYPE} != null | dedupeby ${TYPE} keep 1`,
    `source logs ${TODAY} | dedupeby ${TYPE} keep 1`,
  ),
  market(
    'medium',
    'top',
    'Which postgres tables are slowest on average?',
    ...['$m.duration', '$m.duration / 1000'].flatMap((took) =>
      foremost(`source spans | filter ${DATABASE} == 'postgresql'`, TABLE, `avg(${took})`),
    ),
  ),
  market(
    'medium',
    'text',
    'requests whose path starts with /api/v2',
    ...either((told) => `${told.source} | filter ${told.path}.startsWith('/api/v2')`).flatMap(anyOf),
  ),
  market(
    'medium',
    'percentiles',
    'p50, p95 and p99 of payment-gateway spans in milliseconds',
    ...['', ` && ${SERVER}`].map(
      (also) =>
        `source spans | filter ${SVC} == 'payment-gateway'${also} | aggregate ${p(0.5)}, ${p(0.95)}, ${p(0.99)}`,
    ),
  ),
  market(
    'medium',
    'histogram',
    'Checkout status codes by class (2xx, 4xx, 5xx) today',
    ...calls(({ source, service, status }, also) => {
      const rows = `${source} ${TODAY} | filter ${service} == 'checkout' && ${also} && ${status} != null`;
      const within = (low: number): string => `${status} >= ${low} && ${status} < ${low + 100}`;
      return [
        `${rows} | groupby case { ${status} < 300 -> 'a', ${status} < 500 -> 'b', _ -> 'c' } as bin aggregate count() as n`,
        `${rows} | aggregate count_if(${within(200)}) as one, count_if(${within(400)}) as two, count_if(${within(500)}) as three`,
      ];
    }),
  ),
  market('medium', 'threshold', 'logs with attempt greater than 3', ...anyOf(`source logs | filter ${ATTEMPT} > 3`)),
  market(
    'medium',
    'count-by',
    'Which services log requests without a user_id, and how many?',
    `source logs | filter ${USER} == null | groupby ${S} as s aggregate count() as n`,
    `source logs | filter ${USER} == null && $d.path != null | groupby ${S} as s aggregate count() as n`,
    `source logs | groupby ${S} as s aggregate count_if(${USER} == null) as n`,
  ),
  market(
    'medium',
    'compare-values',
    'GET vs POST: median duration in order-service',
    ...timed((told, took, also) => {
      const rows = `${told.source} | filter ${told.service} == 'order-service' && ${also}`;
      const half = (method: string): string => `percentile(0.5, if(${told.method} == '${method}', ${took}))`;
      return [
        `${rows} && ${told.method}.in('GET', 'POST') | groupby ${told.method} as m aggregate percentile(0.5, ${took}) as h`,
        `${rows} | aggregate ${half('GET')} as one, ${half('POST')} as other`,
      ];
    }),
  ),
  market(
    'medium',
    'structure',
    'What are the children of span 7d20c94be1a3f586?',
    "source spans | filter $d.parentId == '7d20c94be1a3f586'",
  ),
  market(
    'medium',
    'series',
    'How many messages were published to order.placed per hour yesterday?',
    ...[" && $m.kind == 'PRODUCER'", " && $d.tags['messaging.operation.type'] == 'publish'", ''].map(
      (sent) =>
        `source spans ${YESTERDAY} | filter ${TOPIC} == 'order.placed'${sent} | ${hourly} aggregate count() as n`,
    ),
  ),
  market(
    'medium',
    'count-by',
    'Failed client spans this week by server.address',
    `source spans ${THIS_WEEK} | filter $m.kind == 'CLIENT' && ${BAD_SPAN} && ${ADDRESS} != null | groupby ${ADDRESS} as a aggregate count() as n`,
    `source spans ${THIS_WEEK} | filter $m.kind == 'CLIENT' && ${BAD_SPAN} | groupby ${ADDRESS} as a aggregate count() as n`,
  ),
  market(
    'medium',
    'ratio',
    'Percentage of checkout requests under 300 ms per version',
    ...calls(
      (told, also) =>
        `${told.source} | filter ${told.service} == 'checkout' && ${also} | groupby ${told.version} as v aggregate count_if(${told.took} < ${300 * told.milli}) / count() as share`,
    ),
  ),
  market(
    'hard',
    'extract',
    'Pull the milliseconds out of "timed out after N ms" and average them per service',
    `${WAITED} | groupby ${S} as s aggregate avg(parts.n:number) as m`,
  ),
  market(
    'hard',
    'structure',
    'For traces with a failed span in payment-gateway, which root operations started them?',
    ...present(`source spans | filter $d.parentId == '' && $d.traceID.inArray(${FAILED_PAYMENT})`, '$l.operationName'),
  ),
  market(
    'hard',
    'ratio',
    "How much of each service's span time today is spent in the database, as a percentage?",
    `source spans ${TODAY} | groupby ${SVC} as s aggregate sum(if(${DATABASE} != null, $m.duration, 0)) / sum($m.duration) as share`,
    `source spans ${TODAY} | groupby ${SVC} as s aggregate sum(if(${DATABASE} != null, $m.duration, 0)) / sum($m.duration) as share | filter share > 0`,
    `source spans ${TODAY} | groupby ${SVC} as s aggregate sum(if(${DATABASE} != null, $m.duration)) / sum($m.duration) as share`,
  ),
  market(
    'hard',
    'nested',
    'Average number of spans per trace today',
    `source spans ${TODAY} | groupby $d.traceID as id aggregate count() as n | aggregate avg(n) as m`,
    `source spans ${TODAY} | aggregate count() / distinct_count($d.traceID) as m`,
  ),
  market(
    'hard',
    'compare-time',
    'Which error types showed up today that did not occur earlier this week?',
    `${LATER} | choose e`,
    LATER,
  ),
  market(
    'hard',
    'structure',
    'Which services does checkout call directly, going by parent and child spans?',
    `source spans | filter ${SVC} == 'checkout' | ${CHILD} | filter child.process.serviceName != 'checkout' | distinct child.process.serviceName`,
    `source spans | filter ${SVC} == 'checkout' | ${CHILD} | distinct child.process.serviceName`,
    `source spans | filter ${SVC} == 'checkout' | ${CHILD} | filter child.process.serviceName != 'checkout' | groupby child.process.serviceName as s aggregate count() as n`,
    `source spans | filter ${SVC} == 'checkout' | ${CHILD} | groupby child.process.serviceName as s aggregate count() as n`,
    `source spans | filter ${SVC} == 'checkout' && $m.kind == 'CLIENT' | distinct ${ADDRESS}`,
  ),
  market(
    'hard',
    'top-per-group',
    'Three slowest paths per service by p95',
    ...timed(
      (told, took, also) =>
        `${told.source} | filter ${told.path} != null && ${also} | groupby ${told.service} as s, ${told.path} as p aggregate percentile(0.95, ${took}) as m | dedupeby s keep 3 orderby m desc`,
    ),
  ),
  market(
    'hard',
    'having',
    'In which minute today did errors of catalog first exceed 2?',
    ...failures((told, bad) => {
      const minutes = `${told.source} ${TODAY} | filter ${told.service} == 'catalog' && ${bad} | groupby roundTime($m.timestamp, 1m) as t aggregate count() as n | filter n > 2`;
      return [`${minutes} | orderby t | limit 1`, `${minutes} | aggregate min(t) as t`];
    }),
  ),
];
