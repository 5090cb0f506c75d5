import {
  BAD_SPAN,
  BODY,
  ERROR,
  FLEET_STATUS,
  LOG_CODE,
  LOG_STATUS,
  OWN_STATUS,
  S,
  SVC,
  since,
  TODAY,
  YESTERDAY,
} from './blind-terms.ts';
import { asks, type EvalQuestion } from './question.ts';

const own = asks('own');
const shop = asks('shop');
const fleet = asks('fleet');
const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const ALARM = '2026-11-20T11:30:00Z';

/** By someone who would rather grep. */
export const BLIND_A: readonly EvalQuestion[] = [
  own(
    'easy',
    'list',
    'errors validation-service last 2h',
    `source logs last 2h | filter ${ERROR} && ${S} == 'validation-service'`,
  ),
  own('easy', 'text', 'grep "database is locked"', `source logs | filter ${BODY} ~ 'database is locked'`),
  own(
    'easy',
    'count by',
    'count warnings per service',
    `source logs | filter $m.severity == WARNING | groupby ${S} aggregate count() as n`,
  ),
  own(
    'easy',
    'statistic',
    'p99 duration telemetry-store',
    `source spans | filter ${SVC} == 'telemetry-store' | aggregate percentile(0.99, $m.duration) as p`,
  ),
  own(
    'medium',
    'series',
    '5xx api-gateway since 12:30 per 10m',
    `source logs ${since('2026-11-20T12:30:00Z')} | filter ${S} == 'api-gateway' && ${LOG_STATUS} >= 500 && ${LOG_STATUS} < 600 | groupby roundTime($m.timestamp, 10m) as t aggregate count() as n`,
    `source spans ${since('2026-11-20T12:30:00Z')} | filter ${SVC} == 'api-gateway' && ${OWN_STATUS} >= 500 | groupby roundTime($m.timestamp, 10m) as t aggregate count() as n`,
  ),
  own(
    'medium',
    'count by',
    'validation-service errors by error.code since 12:00',
    `source logs ${since('2026-11-20T12:00:00Z')} | filter ${ERROR} && ${S} == 'validation-service' | groupby ${LOG_CODE} aggregate count() as n`,
  ),
  own(
    'medium',
    'count by',
    'circuit opened by service yesterday',
    `source logs ${YESTERDAY} | filter ${BODY} ~ 'circuit opened' | groupby ${S} aggregate count() as n`,
  ),
  own(
    'medium',
    'threshold',
    'spans queue-worker > 280ms today',
    `source spans ${TODAY} | filter ${SVC} == 'queue-worker' && $m.duration > 280000`,
  ),
  own(
    'medium',
    'statistic',
    'clickhouse SELECT p50 p95 p99 last 24h',
    `source spans last 24h | filter $l.operationName == 'clickhouse SELECT' | aggregate percentile(0.5, $m.duration) as p50, percentile(0.95, $m.duration) as p95, percentile(0.99, $m.duration) as p99`,
  ),
  own(
    'medium',
    'trace',
    `trace ${TRACE} slowest 3 spans`,
    `source spans | filter $d.traceID == '${TRACE}' | orderby $m.duration desc | limit 3`,
  ),
  own(
    'hard',
    'having',
    'services with >20 errors last 2h and their error rate',
    `source logs last 2h | groupby ${S} aggregate count_if(${ERROR}) as errors, count_if(${ERROR}) / count() as rate | filter errors > 20`,
    `source logs last 2h | groupby ${S} aggregate count_if(${ERROR}) as errors, count_if(${ERROR}) / count() as rate | filter errors > 20 | choose subsystemname, rate`,
  ),
  own(
    'hard',
    'having',
    'minutes with more than 2 validation-service errors, last hour',
    `source logs last 1h | filter ${ERROR} && ${S} == 'validation-service' | groupby roundTime($m.timestamp, 1m) as t aggregate count() as n | filter n > 2`,
  ),
  shop('easy', 'list', 'status:503 last 1h', 'source logs last 1h | filter $d.status == 503'),
  shop('easy', 'top rows', 'last 20 errors', `source logs | filter ${ERROR} | orderby $m.timestamp desc | limit 20`),
  shop('easy', 'count by', 'count by path', 'source logs | groupby $d.path aggregate count() as n'),
  shop(
    'medium',
    'text',
    'grep pool payments | wc -l',
    `source logs | filter $d.msg ~ 'pool' && ${S} == 'payments' | count`,
  ),
  shop(
    'medium',
    'series',
    'NullPointerException per hour today',
    `source logs ${TODAY} | filter $d.msg ~ 'NullPointerException' | groupby roundTime($m.timestamp, 1h) as t aggregate count() as n`,
  ),
  shop(
    'medium',
    'list',
    'path=/checkout status>=500 order by duration_ms desc',
    "source logs | filter $d.path == '/checkout' && $d.status >= 500 | orderby $d.duration_ms desc",
  ),
  shop(
    'medium',
    'top',
    '429 top 6 users',
    'source logs | filter $d.status == 429 && $d.user != null | groupby $d.user aggregate count() as n | orderby n desc | limit 6',
    'source logs | filter $d.status == 429 | groupby $d.user aggregate count() as n | orderby n desc | limit 6',
  ),
  shop(
    'medium',
    'statistic',
    'avg + max duration_ms by service, last 6h',
    `source logs last 6h | groupby ${S} aggregate avg($d.duration_ms) as a, max($d.duration_ms) as m`,
  ),
  shop(
    'medium',
    'list',
    '503 storefront yesterday 1-6pm',
    `source logs between @'2026-11-19T13:00:00Z' and @'2026-11-19T18:00:00Z' | filter $d.status == 503 && ${S} == 'storefront'`,
  ),
  shop(
    'medium',
    'top per group',
    'slowest request per path today',
    `source logs ${TODAY} | dedupeby $d.path keep 1 orderby $d.duration_ms desc`,
    `source logs ${TODAY} | groupby $d.path aggregate max($d.duration_ms) as m`,
  ),
  shop(
    'hard',
    'compare values',
    'error ratio /checkout vs /cart',
    `source logs | filter $d.path == '/checkout' || $d.path == '/cart' | groupby $d.path aggregate count_if(${ERROR}) / count() as rate`,
    `source logs | aggregate count_if(${ERROR} && $d.path == '/checkout') / count_if($d.path == '/checkout') as checkout, count_if(${ERROR} && $d.path == '/cart') / count_if($d.path == '/cart') as cart`,
    "source logs | filter $d.path == '/checkout' || $d.path == '/cart' | groupby $d.path aggregate count_if($d.status >= 400) / count() as rate",
  ),
  fleet(
    'easy',
    'text',
    'OutOfMemoryError in payments',
    `source logs | filter $d.message ~ 'OutOfMemoryError' && ${S} == 'payments'`,
  ),
  fleet('easy', 'list', 'critical since midnight', `source logs ${TODAY} | filter $m.severity == CRITICAL`),
  fleet('easy', 'list', 'errors version 1.8.0', `source logs | filter ${ERROR} && $d.version == '1.8.0'`),
  fleet(
    'medium',
    'span',
    'failed CLIENT spans by service',
    `source spans | filter $m.kind == 'CLIENT' && ${BAD_SPAN} | groupby ${SVC} aggregate count() as n`,
  ),
  fleet(
    'medium',
    'statistic',
    'redis query p95 by service',
    `source spans | filter $l.operationName == 'redis query' | groupby ${SVC} aggregate percentile(0.95, $m.duration) as p95`,
  ),
  fleet(
    'medium',
    'ratio',
    'payments 5xx share per 15m last 4h',
    `source logs last 4h | filter ${S} == 'payments' | groupby roundTime($m.timestamp, 15m) as t aggregate count_if($d.http.status_code >= 500) / count() as share`,
    `source spans last 4h | filter ${SVC} == 'payments' | groupby roundTime($m.timestamp, 15m) as t aggregate count_if(${FLEET_STATUS} >= 500) / count() as share`,
    `source spans last 4h | filter ${SVC} == 'payments' && $d.tags['http.status_code'] != null | groupby roundTime($m.timestamp, 15m) as t aggregate count_if(${FLEET_STATUS} >= 500) / count() as share`,
  ),
  fleet(
    'medium',
    'top',
    'top 4 pods by OutOfMemoryError',
    "source logs | filter $d.message ~ 'OutOfMemoryError' | groupby $d.pod aggregate count() as n | orderby n desc | limit 4",
  ),
  fleet(
    'medium',
    'list',
    'errors last 3h, not mailer, not shipping',
    `source logs last 3h | filter ${ERROR} && ${S} != 'mailer' && ${S} != 'shipping'`,
  ),
  fleet(
    'medium',
    'span',
    'root spans payments over 350ms',
    `source spans | filter ${SVC} == 'payments' && $d.parentId == '' && $m.duration > 350000`,
  ),
  fleet(
    'hard',
    'compare times',
    'payments latency_ms p95 before and after 11:30 today',
    `source logs ${TODAY} | filter ${S} == 'payments' | groupby if($m.timestamp < @'${ALARM}', 'a', 'b') as side aggregate percentile(0.95, $d.latency_ms) as p95`,
    `source logs ${TODAY} | filter ${S} == 'payments' | aggregate percentile(0.95, if($m.timestamp < @'${ALARM}', $d.latency_ms, null)) as before, percentile(0.95, if($m.timestamp >= @'${ALARM}', $d.latency_ms, null)) as after`,
  ),
  fleet(
    'hard',
    'cross data set',
    'error logs whose trace has a span > 2s',
    `source logs | filter ${ERROR} && $d.trace_id.inArray((| source spans | filter $m.duration > 2000000 | distinct $d.traceID |))`,
  ),
];
