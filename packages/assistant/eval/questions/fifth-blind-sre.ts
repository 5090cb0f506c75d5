import { BAD_SPAN, BODY, ERROR, S, SVC, THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { asTold, OWN_REQUESTS } from './fifth-blind-terms.ts';
import { periods, shareOf } from './final-terms.ts';
import { hourly, LATENCY, PATH, POD, REGION, spans, TOOK } from './fresh-terms.ts';
import { clock, errors, FLEET_DB, MESSAGE, OWN_DB, SHOP_STATUS, USER } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';

const own = asks('own');
const shop = asks('shop');
const fleet = asks('fleet');
const TRACE = '7d3f9a2c11e84b6fa0c5d2e9b8f41367';
const CLICKHOUSE = `if(${OWN_DB} == 'clickhouse', $m.duration)`;
const SQLITE = `if(${OWN_DB} == 'sqlite', $m.duration)`;
const DELAYS = 'using regexp(/retrying in (?<ms>\\d+) ms/)';

/** By someone long in the trade, who leaves verbs out. */
export const FIFTH_BLIND_SRE: readonly EvalQuestion[] = [
  own(
    'easy',
    'list',
    'last 50 errors, api-gateway or query-service',
    `source logs | filter ${ERROR} && ${S}.in('api-gateway', 'query-service') | orderby $m.timestamp desc | limit 50`,
  ),
  own(
    'easy',
    'count by',
    '503s per route, last 6h',
    ...asTold(
      OWN_REQUESTS,
      (told) =>
        `${told.from('last 6h')} | filter ${told.status} == 503 | groupby ${told.route} as route aggregate count() as n`,
    ),
  ),
  own(
    'easy',
    'statistic',
    'p99 telemetry-store, today',
    ...spans(
      (kind) =>
        `source spans ${TODAY} | filter ${SVC} == 'telemetry-store' && ${kind} | aggregate percentile(0.99, $m.duration) as p`,
    ),
  ),
  own(
    'medium',
    'compare values',
    'clickhouse vs sqlite: avg and max duration',
    `source spans | filter ${OWN_DB}.in('clickhouse', 'sqlite') | groupby ${OWN_DB} as db aggregate avg($m.duration) as mean, max($m.duration) as longest`,
    `source spans | aggregate avg(${CLICKHOUSE}) as a, max(${CLICKHOUSE}) as b, avg(${SQLITE}) as c, max(${SQLITE}) as d`,
  ),
  own(
    'hard',
    'extract',
    'sum of retry delays ("retrying in N ms") per service, today',
    `source logs ${TODAY} | extract ${BODY} into delay ${DELAYS} | filter delay.ms != null | groupby ${S} aggregate sum(delay.ms:number) as total`,
  ),
  own(
    'hard',
    'having',
    'services > 8 % errors, last 2h',
    `source logs last 2h | groupby ${S} aggregate count_if(${ERROR}) / count() as rate | filter rate > 0.08`,
    `source spans last 2h | groupby ${SVC} aggregate count_if(${BAD_SPAN}) / count() as rate | filter rate > 0.08`,
  ),
  own(
    'medium',
    'compare times',
    'error rate per service, 13:00-14:00 vs 12:00-13:00',
    ...periods(`source logs ${clock('12:00', '14:00')}`, "@'2026-11-20T13:00:00Z'", shareOf(ERROR), S),
    ...periods(`source spans ${clock('12:00', '14:00')}`, "@'2026-11-20T13:00:00Z'", shareOf(BAD_SPAN), SVC),
  ),
  shop('easy', 'count', '5xx count, last 15m', `source logs last 15m | filter ${SHOP_STATUS} >= 500 | count`),
  shop(
    'easy',
    'top rows',
    '20 slowest requests today, not payments',
    `source logs ${TODAY} | filter ${S} != 'payments' | orderby ${TOOK} desc | limit 20`,
  ),
  shop(
    'medium',
    'statistic',
    'avg + p95 per path since Monday',
    `source logs ${THIS_WEEK} | groupby ${PATH} aggregate avg(${TOOK}) as mean, percentile(0.95, ${TOOK}) as p95`,
  ),
  shop(
    'easy',
    'count by',
    'status breakdown, warehouse',
    `source logs | filter ${S} == 'warehouse' | groupby ${SHOP_STATUS} aggregate count() as n`,
  ),
  shop(
    'medium',
    'top groups',
    '429s by user, top 5, this week',
    `source logs ${THIS_WEEK} | filter ${SHOP_STATUS} == 429 && ${USER} != null | groupby ${USER} aggregate count() as n | orderby n desc | limit 5`,
  ),
  shop(
    'medium',
    'statistic',
    'longest request per service, yesterday',
    `source logs ${YESTERDAY} | groupby ${S} aggregate max(${TOOK}) as longest`,
    `source logs ${YESTERDAY} | dedupeby ${S} keep 1 orderby ${TOOK} desc`,
  ),
  shop(
    'hard',
    'having',
    '10m windows with more than 3 errors, last 6h',
    `source logs last 6h | filter ${ERROR} | groupby roundTime($m.timestamp, 10m) as t aggregate count() as n | filter n > 3`,
  ),
  fleet(
    'easy',
    'count by',
    'OutOfMemoryError per pod, last 24h',
    `source logs last 24h | filter ${MESSAGE} ~ 'OutOfMemoryError' | groupby ${POD} aggregate count() as n`,
  ),
  fleet(
    'easy',
    'trace',
    `everything on trace ${TRACE}, oldest first`,
    `source spans | filter $d.traceID == '${TRACE}' | orderby $m.timestamp`,
    `source logs | filter $d.trace_id == '${TRACE}' | orderby $m.timestamp`,
  ),
  fleet(
    'medium',
    'compare values',
    '1.8.0 vs 1.7.3, p95 latency',
    `source logs | filter $d.version.in('1.8.0', '1.7.3') | groupby $d.version aggregate percentile(0.95, ${LATENCY}) as p95`,
    `source logs | aggregate percentile(0.95, if($d.version == '1.8.0', ${LATENCY})) as late, percentile(0.95, if($d.version == '1.7.3', ${LATENCY})) as early`,
  ),
  fleet(
    'medium',
    'series',
    'payments errors us-east-1 only, hourly, today',
    ...errors(
      (bad) =>
        `source logs ${TODAY} | filter ${bad} && ${S} == 'payments' && ${REGION} == 'us-east-1' | ${hourly} aggregate count() as n`,
    ),
    `source spans ${TODAY} | filter ${BAD_SPAN} && ${SVC} == 'payments' && $d.tags.region == 'us-east-1' | ${hourly} aggregate count() as n`,
  ),
  fleet(
    'medium',
    'list',
    'redis spans over 350ms without error flag, last 6h',
    `source spans last 6h | filter ${FLEET_DB} == 'redis' && $m.duration > 350000 && !(${BAD_SPAN})`,
  ),
  fleet(
    'hard',
    'top per group',
    '2 worst services by error logs, each region, last 6h',
    ...errors(
      (bad) =>
        `source logs last 6h | filter ${bad} | groupby ${REGION}, ${S} aggregate count() as n | dedupeby region keep 2 orderby n desc`,
    ),
  ),
];
