import { ERROR, S, SERVER, SVC, TODAY } from './blind-terms.ts';
import { which } from './fresh-terms.ts';
import { OR_WORSE } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import {
  calls,
  either,
  failuresBy,
  HOST,
  heldIn,
  LOGS,
  rates,
  SPANS,
  says,
  TABLE,
  TRACE,
} from './unseen-factory-terms.ts';
import { withValue } from './unseen-resort-terms.ts';
import { slowest } from './unseen-terms.ts';

const factory = asks('factory');
const PARENTS = `(source spans | choose $d.spanID as id, ${SVC} as caller)`;
const PICKED = 'extract $d.RenderedMessage into parts using regexp(/picked (?<n>\\d+) parts/)';
const TOPIC = "$d.tags['messaging.destination.name']";
const NEWEST = 'orderby $m.timestamp desc';
const SLOW_SPANS = ['', ` && ${SERVER}`].map(
  (also) =>
    `(| source spans | filter ${SVC} == 'warehouse-api' && $m.duration > 2000000${also} | distinct $d.traceID |)`,
);

/** By a developer who is new to the company. */
export const UNSEEN_FACTORY_DEVELOPER: readonly EvalQuestion[] = [
  factory(
    'easy',
    'distinct',
    'What services are there and which application do they belong to?',
    ...either((told) => [
      `${told.source} | distinct ${told.service}, ${told.app}`,
      `${told.source} | groupby ${told.service}, ${told.app} aggregate count() as n`,
    ]).flat(),
  ),
  factory(
    'easy',
    'sample-of-each',
    'show me one example log of every service',
    `source logs | dedupeby ${S} keep 1`,
    `source logs | dedupeby ${S} keep 1 ${NEWEST}`,
    `source logs | dedupeby ${S} keep 1 orderby $m.timestamp`,
  ),
  factory(
    'easy',
    'count-by',
    'What exception types do we have and how often does each of them occur?',
    ...either((told) => `${told.source} | filter ${told.type} != null | groupby ${told.type} aggregate count() as n`),
  ),
  factory(
    'easy',
    'count-by',
    'How many spans are there of each kind?',
    'source spans | groupby $m.kind aggregate count() as n',
  ),
  factory(
    'easy',
    'distinct',
    'what http routes does warehouse-api have?',
    ...either((told) => withValue(`${told.source} | filter ${told.service} == 'warehouse-api'`, told.route)).flat(),
  ),
  factory(
    'easy',
    'distinct',
    'Which database tables does work-orders use?',
    ...withValue(`source spans | filter ${SVC} == 'work-orders'`, TABLE),
  ),
  factory(
    'medium',
    'which',
    'Which services call erp.sapling.example?',
    ...which(`source spans | filter ${HOST} == 'erp.sapling.example'`, SVC),
  ),
  factory(
    'medium',
    'roots',
    'root spans of operator-terminal in the last hour, please',
    `source spans last 1h | filter ${SVC} == 'operator-terminal' && $d.parentId == ''`,
  ),
  factory(
    'medium',
    'first',
    'What releases of inspection-api have been running and when did each first show up?',
    ...calls(
      (told, also) =>
        `${told.source} | filter ${told.service} == 'inspection-api'${also} | groupby ${told.release} aggregate min($m.timestamp) as first`,
    ),
  ),
  factory(
    'medium',
    'statistics-by',
    'avg, p90 and max duration for each endpoint of supplier-portal',
    ...either(
      ({ source, service, route, took }) =>
        `${source} | filter ${service} == 'supplier-portal' && ${route} != null | groupby ${route} aggregate avg(${took}) as mean, percentile(0.9, ${took}) as p90, max(${took}) as longest`,
    ).toReversed(),
  ),
  factory(
    'medium',
    'statistic-by',
    'how long does it take to process a message, per kafka topic?',
    ...slowest(
      '$m.duration',
      (statistic) => `source spans | filter $m.kind == 'CONSUMER' | groupby ${TOPIC} aggregate ${statistic} as m`,
    ),
    `source spans | filter $m.kind == 'CONSUMER' | groupby ${TOPIC} aggregate avg($m.duration) as mean, percentile(0.95, $m.duration) as p95`,
  ),
  factory(
    'medium',
    'columns',
    'just the time, the message and the exception type of the last 5 errors in supplier-portal',
    ...[ERROR, OR_WORSE].map((bad) => `source logs | filter ${S} == 'supplier-portal' && ${bad} | ${NEWEST} | limit 5`),
  ),
  factory(
    'medium',
    'number-in-text',
    'The warehouse says things like "picked 12 parts". How many parts were picked today in total?',
    `source logs ${TODAY} | filter ${says('picked')} | ${PICKED} | aggregate sum(parts.n:number) as total`,
  ),
  factory(
    'medium',
    'count-by',
    'How many logs have no trace id, per service?',
    ...heldIn('source logs', '$d.TraceId == null', S),
  ),
  factory(
    'medium',
    'trace',
    `which services took part in trace ${TRACE}?`,
    ...either((told) => withValue(`${told.source} | filter ${told.trace} == '${TRACE}'`, told.service))
      .toReversed()
      .flat(),
  ),
  factory(
    'medium',
    'compare-values',
    'For release 5.1.7 and release 5.2.0 of inspection-api, how many errors did each have?',
    ...failuresBy("| filter service == 'inspection-api'", (told) => told.release)
      .map((text) => text.replace('service ==', `${text.startsWith('source logs') ? LOGS.service : SPANS.service} ==`))
      .flatMap((text) => [
        text,
        text.replace(
          / \| groupby (\S+) aggregate (?:count\(\)|count_if\((.+)\)) as n$/,
          (_, key: string, bad = 'true') =>
            ` | aggregate count_if(${bad} && ${key} == '5.1.7') as one, count_if(${bad} && ${key} == '5.2.0') as other`,
        ),
      ]),
  ),
  factory(
    'hard',
    'affected',
    'Which operators were affected by failed requests today?',
    ...rates(
      (told, also, bad) =>
        `${told.source} ${TODAY} | filter ${bad} && ${also} && ${told.badge} != null | distinct ${told.badge}`,
    )
      .flatMap((text) => [text, text.replace(/distinct (\S+)$/, 'groupby $1 aggregate count() as n')])
      .toSorted((a, b) => Number(b.includes(SERVER)) - Number(a.includes(SERVER))),
  ),
  factory(
    'hard',
    'top-of-each',
    'for every service, what is its slowest endpoint on average?',
    ...calls(
      ({ source, service, route, took }, also) =>
        `${source} | filter ${route} != null${also} | groupby ${service} as service, ${route} as route aggregate avg(${took}) as n | dedupeby service keep 1 orderby n desc`,
    ),
  ),
  factory(
    'hard',
    'who-calls-whom',
    'Which service calls which? Count the calls between them.',
    `source spans | join inner ${PARENTS} on left=>$d.parentId == right=>id into parent | filter parent.caller != ${SVC} | groupby parent.caller as caller, ${SVC} as called aggregate count() as n`,
    `source spans | filter ${SERVER} | join inner ${PARENTS} on left=>$d.parentId == right=>id into parent | groupby parent.caller as caller, ${SVC} as called aggregate count() as n`,
    `source spans | join inner ${PARENTS} on left=>$d.parentId == right=>id into parent | groupby parent.caller as caller, ${SVC} as called aggregate count() as n`,
    `source spans | filter ${HOST} != null | groupby ${SVC}, ${HOST} aggregate count() as n`,
  ),
  factory(
    'hard',
    'across',
    'Show the logs that belong to spans of warehouse-api slower than 2 seconds',
    ...SLOW_SPANS.flatMap((slow) => [
      `source logs | filter $d.TraceId.inArray(${slow})`,
      `source logs | filter ${S} == 'warehouse-api' && $d.TraceId.inArray(${slow})`,
    ]),
  ),
];
