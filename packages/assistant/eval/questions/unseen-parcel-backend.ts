import { BAD_SPAN, S, SVC, THIS_WEEK, TODAY, TWO_DAYS, YESTERDAY } from './blind-terms.ts';
import { spans, which } from './fresh-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import { DATABASE, DESTINATION, either, SPAN_STATUS, STATUS, shares, TOOK } from './unseen-parcel-terms.ts';
import { lastDays } from './unseen-travel-terms.ts';

const parcel = asks('parcel');
const SIZE = "$d.tags['messaging.message.body.size']:number";
const OPERATION = '$l.operationName';
const HIT = '$d.fromCache == true';

/** By a developer of the services behind. */
export const UNSEEN_PARCEL_BACKEND: readonly EvalQuestion[] = [
  parcel('easy', 'top', 'slowest 10 spans today', `source spans ${TODAY} | orderby $m.duration desc | limit 10`),
  parcel(
    'easy',
    'count by',
    'count of spans per kind, last 24h',
    'source spans last 24h | groupby $m.kind as kind aggregate count() as n',
  ),
  parcel(
    'easy',
    'list',
    'SELECT shipments spans of the last hour',
    `source spans last 1h | filter ${OPERATION} == 'SELECT shipments'`,
  ),
  parcel(
    'easy',
    'count',
    'how many messages from parcels.scans were processed today',
    `source spans ${TODAY} | filter ${DESTINATION} == 'parcels.scans' && $d.tags['messaging.operation.type'] == 'process' | count`,
    `source spans ${TODAY} | filter ${DESTINATION} == 'parcels.scans' && $m.kind == 'CONSUMER' | count`,
  ),
  parcel('easy', 'list', 'logs with httpStatus 422 yesterday', `source logs ${YESTERDAY} | filter ${STATUS} == 422`),
  parcel(
    'easy',
    'values',
    'which builds of tracking were running this week?',
    ...either((told) => `${told.source} ${THIS_WEEK} | filter ${told.service} == 'tracking'`).flatMap((query, index) =>
      which(query, index === 0 ? '$d.build' : "$d.process.tags['service.version']"),
    ),
  ),
  parcel(
    'easy',
    'list',
    'GET /v2/rates spans over 200 ms today',
    `source spans ${TODAY} | filter ${OPERATION} == 'GET /v2/rates' && $m.duration > 200000`,
  ),
  parcel(
    'easy',
    'list',
    'notifier logs with more than 3 retries, last 24h',
    `source logs last 24h | filter ${S} == 'notifier' && $d.retries > 3`,
  ),
  parcel(
    'medium',
    'statistic',
    'avg duration of db spans per db.system.name this week',
    `source spans ${THIS_WEEK} | filter ${DATABASE} != null | groupby ${DATABASE} as db aggregate avg($m.duration) as mean`,
  ),
  parcel(
    'medium',
    'statistic',
    'p50, p95 and p99 of tookMs per service over the last 24 hours',
    `source logs last 24h | groupby ${S} as service aggregate percentile(0.5, ${TOOK}) as p50, percentile(0.95, ${TOOK}) as p95, percentile(0.99, ${TOOK}) as p99`,
  ),
  parcel(
    'medium',
    'top groups',
    'slowest routes of label-api by p95 tookMs since yesterday',
    ...['', ' | limit 10', ' | limit 5', ' | limit 3'].map(
      (end) =>
        `source logs ${TWO_DAYS} | filter ${S} == 'label-api' | groupby $d.route as route aggregate percentile(0.95, ${TOOK}) as p95 | orderby p95 desc${end}`,
    ),
  ),
  parcel(
    'medium',
    'statistic',
    'average message size per queue',
    `source spans | groupby ${DESTINATION} as queue aggregate avg(${SIZE}) as bytes`,
  ),
  parcel(
    'medium',
    'count by',
    'log count by httpStatus and verb for /v2/labels this week',
    `source logs ${THIS_WEEK} | filter $d.route == '/v2/labels' | groupby ${STATUS} as status, $d.verb as verb aggregate count() as n`,
  ),
  parcel(
    'medium',
    'count by',
    'failed spans of tracking per version this week',
    ...spans(
      (kind) =>
        `source spans ${THIS_WEEK} | filter ${SVC} == 'tracking' && ${BAD_SPAN} && ${kind} | groupby $d.process.tags['service.version'] as version aggregate count() as n`,
    ),
  ),
  parcel(
    'medium',
    'count by',
    '429 responses by server.address, last 7 days',
    ...lastDays(
      7,
      (time) =>
        `source spans ${time} | filter ${SPAN_STATUS} == 429 | groupby $d.tags['server.address'] as server aggregate count() as n`,
    ),
  ),
  parcel(
    'medium',
    'series',
    'spans every 10 minutes in the last 2 hours',
    'source spans last 2h | groupby roundTime($m.timestamp, 10m) as t aggregate count() as n',
  ),
  parcel(
    'hard',
    'share',
    'error rate of tracking 12.4.0 vs 12.3.5',
    ...shares(
      (told, source, bad) =>
        `${source} | filter ${told.service} == 'tracking' | groupby ${told.build} as build aggregate count_if(${bad}) / count() as rate`,
    ),
    ...shares((told, source, bad) => {
      const rate = (build: string): string =>
        `count_if(${told.build} == '${build}' && ${bad}) / count_if(${told.build} == '${build}')`;
      return `${source} | filter ${told.service} == 'tracking' | aggregate ${rate('12.4.0')} as one, ${rate('12.3.5')} as other`;
    }),
  ),
  parcel(
    'hard',
    'share',
    'cache hit rate of rate-calculator per service level',
    `source logs | filter ${S} == 'rate-calculator' | groupby $d.serviceLevel as level aggregate count_if(${HIT}) / count() as rate`,
  ),
  parcel(
    'hard',
    'absent',
    'how many logs of each service have no traceId?',
    `source logs | filter $d.traceId == null | groupby ${S} as service aggregate count() as n`,
    `source logs | groupby ${S} as service aggregate count_if($d.traceId == null) as n`,
  ),
  parcel(
    'hard',
    'having',
    'routes whose average tookMs was above 500 today',
    `source logs ${TODAY} | filter $d.route != null | groupby $d.route as route aggregate avg(${TOOK}) as mean | filter mean > 500 | choose route`,
  ),
];
