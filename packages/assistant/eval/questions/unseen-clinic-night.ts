import { BAD_SPAN, ERROR, S, SVC, THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { periods, shareOf, statisticOf } from './final-terms.ts';
import { hourly, spans } from './fresh-terms.ts';
import { anyOf, CRITICAL, errors, OR_WORSE, sinceClock } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import {
  DATABASE,
  DEPTH,
  ELAPSED,
  either,
  failures,
  LOGS,
  SPAN_VERSION,
  SPANS,
  STATEMENT,
  says,
} from './unseen-clinic-terms.ts';

const clinic = asks('clinic');
const TRACE = '0e7b5c94d1f24a3893b6a7f0c2581e6d';
const TWO_HOURS = "between @'2026-11-19T14:00:00Z' and @'2026-11-19T16:00:00Z'";
const AFTERNOONS = ['12:00', '13:00'].flatMap((from) =>
  ['18:00', '17:00'].map((to) => `between @'2026-11-19T${from}:00Z' and @'2026-11-19T${to}:00Z'`),
);
const NEW_VERSION = "@'2026-11-18T09:00:00Z'";
const STATISTICS = [
  (field: string) => `avg(${field})`,
  (field: string) => `percentile(0.95, ${field})`,
  (field: string) => `percentile(0.5, ${field})`,
];

/** By the engineer on call at night, who leaves out what can be left out. */
export const UNSEEN_CLINIC_NIGHT: readonly EvalQuestion[] = [
  clinic('easy', 'list', 'errors last hour', ...failures((told, bad) => `${told.source} last 1h | filter ${bad}`)),
  clinic('easy', 'count', 'how many criticals since midnight', `source logs ${TODAY} | filter ${CRITICAL} | count`),
  clinic(
    'easy',
    'any',
    'anything from bedside-monitors since 10:00?',
    ...either((told) => `${told.source} ${sinceClock('10:00')} | filter ${told.service} == 'bedside-monitors'`).flatMap(
      anyOf,
    ),
  ),
  clinic(
    'easy',
    'list',
    'latest 20 log lines of imaging',
    `source logs | filter ${S} == 'imaging' | orderby $m.timestamp desc | limit 20`,
  ),
  clinic(
    'easy',
    'count by',
    '5xx by path, last 6h',
    ...either(
      (told) =>
        `${told.source} last 6h | filter ${told.code} >= 500 | groupby ${told.path} as path aggregate count() as n`,
    ),
  ),
  clinic(
    'easy',
    'trace',
    `everything for trace ${TRACE}`,
    `source spans | filter $d.traceID == '${TRACE}'`,
    `source logs | filter $d.trace_id == '${TRACE}'`,
  ),
  clinic(
    'easy',
    'count',
    'connection pool exhausted - how often yesterday?',
    `source logs ${YESTERDAY} | filter ${says('connection pool exhausted')} | count`,
  ),
  clinic(
    'medium',
    'statistic',
    'p95 of imaging server spans per version',
    `source spans | filter ${SVC} == 'imaging' && $m.kind == 'SERVER' | groupby ${SPAN_VERSION} as version aggregate percentile(0.95, $m.duration) as p95`,
  ),
  clinic(
    'medium',
    'top groups',
    'errors per service yesterday 14:00-16:00, worst first',
    ...failures(
      (told, bad) =>
        `${told.source} ${TWO_HOURS} | filter ${bad} | groupby ${told.service} aggregate count() as n | orderby n desc`,
    ),
  ),
  clinic(
    'medium',
    'series',
    'lab-results errors in 10 min buckets yesterday afternoon',
    ...AFTERNOONS.flatMap((time) =>
      failures(
        (told, bad) =>
          `${told.source} ${time} | filter ${told.service} == 'lab-results' && ${bad} | groupby roundTime($m.timestamp, 10m) as t aggregate count() as n`,
      ),
    ),
  ),
  clinic(
    'medium',
    'statistic',
    'last time each service logged anything',
    `source logs | groupby ${S} aggregate max($m.timestamp) as at`,
    `source logs | dedupeby ${S} keep 1 orderby $m.timestamp desc`,
  ),
  clinic(
    'medium',
    'top groups',
    'pods with most errors in production, top 5, last 24h',
    ...failures(
      (told, bad) =>
        `${told.source} last 24h | filter ${bad} && ${told.environment} == 'production' | groupby ${told.pod} as pod aggregate count() as n | orderby n desc | limit 5`,
    ),
  ),
  clinic(
    'medium',
    'count by',
    'db spans slower than 200ms since 6am, by db system and operation',
    `source spans ${sinceClock('06:00')} | filter ${DATABASE} != null && $m.duration > 200000 | groupby ${DATABASE} as db, ${STATEMENT} as operation aggregate count() as n`,
    `source spans ${sinceClock('06:00')} | filter ${DATABASE} != null && $m.duration > 200000 | groupby ${DATABASE} as db, $l.operationName as operation aggregate count() as n`,
  ),
  clinic(
    'medium',
    'count by',
    'failed spans grouped by error.type today',
    ...spans(
      (kind) =>
        `source spans ${TODAY} | filter ${BAD_SPAN} && ${kind} | groupby $d.tags['error.type'] as type aggregate count() as n`,
    ),
  ),
  clinic(
    'medium',
    'series',
    'avg queue depth of hl7-gateway hourly, last 12h',
    `source logs last 12h | filter ${S} == 'hl7-gateway' | ${hourly} aggregate avg(${DEPTH}) as depth`,
  ),
  clinic(
    'hard',
    'having',
    'which services had no errors this week',
    ...errors(
      (bad) =>
        `source logs ${THIS_WEEK} | groupby ${S} as service aggregate count_if(${bad}) as n | filter n == 0 | choose service`,
    ),
    `source spans ${THIS_WEEK} | groupby ${SVC} as service aggregate count_if(${BAD_SPAN}) as n | filter n == 0 | choose service`,
  ),
  clinic(
    'hard',
    'compare times',
    'imaging latency before vs after 09:00 on Nov 18',
    ...STATISTICS.flatMap((call) => [
      ...spans((kind) => `source spans | filter ${SVC} == 'imaging' && ${kind}`).flatMap((source) =>
        periods(source, NEW_VERSION, statisticOf('$m.duration', call)),
      ),
      ...periods(`source logs | filter ${S} == 'imaging'`, NEW_VERSION, statisticOf(ELAPSED, call)),
    ]),
  ),
  clinic(
    'hard',
    'compare times',
    'error rate per tenant, last 24h vs the 24h before',
    ...[ERROR, OR_WORSE].flatMap((bad) => periods('source logs last 48h', "@'now' - 24h", shareOf(bad), LOGS.tenant)),
    ...periods('source spans last 48h', "@'now' - 24h", shareOf(BAD_SPAN), `${SPANS.tenant} as tenant`),
  ),
];
