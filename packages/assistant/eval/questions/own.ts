import { after, asks, declines, type EvalQuestion } from './question.ts';

const q = asks('own');
const no = declines('own');
const S = '$l.subsystemname';
const BODY = '$d.logRecord.body';
const LOG_STATUS = "$d.logRecord.attributes['http.response.status_code']";
const LOG_ROUTE = "$d.logRecord.attributes['http.route']";
const CODE = "$d.logRecord.attributes['error.code']";
const ROUTE = "$d.tags['http.route']";
const STATUS = "$d.tags['http.response.status_code']:number";
const DB = "$d.tags['db.system.name']";
const TODAY = "between @'now'/1d and @'now'";
const YESTERDAY = "between @'now'/1d - 1d and @'now'/1d";
const FAILED_SPAN = "$m.statusCode == 'ERROR'";

/** Asked about the telemetry of this system. */
export const OWN: readonly EvalQuestion[] = [
  q('easy', 'list', 'errors last hour', 'source logs last 1h | filter $m.severity == ERROR'),
  q('easy', 'count', 'hw many errors today', `source logs ${TODAY} | filter $m.severity == ERROR | count`),
  q('easy', 'list', 'logs from queue-worker pls', `source logs | filter ${S} == 'queue-worker'`),
  q('easy', 'count by', 'log volume per service', `source logs | groupby ${S} aggregate count() as n`),
  q('easy', 'text', 'database is locked', `source logs | filter ${BODY} ~ 'database is locked'`),
  q(
    'easy',
    'statistic',
    'p99 latency per service',
    'source spans | groupby $l.serviceName aggregate percentile(0.99, $m.duration) as p',
  ),
  q(
    'easy',
    'distinct',
    'which error codes do we have',
    `source logs | filter ${CODE} != null | distinct ${CODE}`,
    `source logs | distinct ${CODE}`,
  ),
  q(
    'easy',
    'trace',
    '4bf92f3577b34da6a3ce929d0e0e4736',
    "source spans | filter $d.traceID == '4bf92f3577b34da6a3ce929d0e0e4736'",
    "source logs | filter $d.logRecord.traceId == '4bf92f3577b34da6a3ce929d0e0e4736'",
  ),
  q(
    'medium',
    'list',
    'ERROR [storage-service] database is locked',
    `source logs | filter $m.severity == ERROR && ${S} == 'storage-service' && ${BODY} ~ 'database is locked'`,
  ),
  q(
    'medium',
    'count',
    'how often did a task fail after 3 attempts since yesterday',
    `source logs between @'now'/1d - 1d and @'now' | filter ${BODY} ~ 'task failed after 3 attempts' | count`,
  ),
  q(
    'medium',
    'list',
    'warnings and errors from the validation service in the last 30 min',
    `source logs last 30m | filter ($m.severity == ERROR || $m.severity == WARNING) && ${S} == 'validation-service'`,
  ),
  q(
    'medium',
    'compare',
    'errors today vs yesterday',
    `source logs between @'now'/1d - 1d and @'now' | filter $m.severity == ERROR | aggregate count_if($m.timestamp >= @'now'/1d) as today, count_if($m.timestamp < @'now'/1d) as yesterday`,
  ),
  q(
    'medium',
    'count by',
    'requests per route',
    `source spans | filter $m.kind == 'SERVER' | groupby ${ROUTE} aggregate count() as n`,
    `source logs | groupby ${LOG_ROUTE} aggregate count() as n`,
  ),
  q(
    'medium',
    'statistic',
    'average duration of clickhouse queries',
    `source spans | filter ${DB} == 'clickhouse' | aggregate avg($m.duration) as a`,
  ),
  q('medium', 'count by', 'spans by kind', 'source spans | groupby $m.kind aggregate count() as n'),
  q(
    'medium',
    'ratio',
    'error rate of requests by service',
    "source spans | filter $m.kind == 'SERVER' | groupby $l.serviceName aggregate count_if($m.statusCode == 'ERROR') / count() as r",
    "source spans | groupby $l.serviceName aggregate count_if($d.tags.error:string == 'true') / count() as r",
    `source logs | groupby ${S} aggregate count_if(${LOG_STATUS} >= 500) / count_if(${LOG_STATUS} != null) as r`,
    'source logs | groupby $l.subsystemname aggregate count_if($m.severity == ERROR) / count() as r',
  ),
  q(
    'medium',
    'span',
    'failed spans in telemetry-store',
    `source spans | filter ${FAILED_SPAN} && $l.serviceName == 'telemetry-store'`,
  ),
  q(
    'medium',
    'top',
    'slowest 5 calls to the telemetry store in last 2h',
    "source spans last 2h | filter $l.serviceName == 'telemetry-store' | orderby $m.duration desc | limit 5",
  ),
  q(
    'medium',
    'count',
    'number of 422 today',
    `source spans ${TODAY} | filter ${STATUS} == 422 | count`,
    `source logs ${TODAY} | filter ${LOG_STATUS} == 422 | count`,
  ),
  q(
    'medium',
    'series',
    'errors per 10 minutes in last 3 hours',
    'source logs last 3h | filter $m.severity == ERROR | groupby roundTime($m.timestamp, 10m) as b aggregate count() as n',
  ),
  q(
    'medium',
    'text',
    'everything that says retrying but not from api-gateway',
    `source logs | filter ${BODY} ~ 'retrying' && ${S} != 'api-gateway'`,
  ),
  q(
    'medium',
    'having',
    'services with more than 40 errors',
    `source logs | filter $m.severity == ERROR | groupby ${S} aggregate count() as n | filter n > 40`,
  ),
  q(
    'medium',
    'when',
    'when was the last error of storage-service',
    `source logs | filter $m.severity == ERROR && ${S} == 'storage-service' | aggregate max($m.timestamp) as t`,
    `source logs | filter $m.severity == ERROR && ${S} == 'storage-service' | orderby $m.timestamp desc | limit 1`,
  ),
  q(
    'medium',
    'trace',
    'which services took part in trace 4bf92f3577b34da6a3ce929d0e0e4736',
    "source spans | filter $d.traceID == '4bf92f3577b34da6a3ce929d0e0e4736' | distinct $l.serviceName",
    "source spans | filter $d.traceID == '4bf92f3577b34da6a3ce929d0e0e4736' | groupby $l.serviceName aggregate count() as n",
  ),
  q(
    'medium',
    'top',
    'top 3 services by warnings this morning',
    `source logs between @'now'/1d + 6h and @'now'/1d + 12h | filter $m.severity == WARNING | groupby ${S} aggregate count() as n | orderby n desc | limit 3`,
  ),
  q(
    'medium',
    'distinct',
    'how many different traces had an error in logs',
    'source logs | filter $m.severity == ERROR | aggregate distinct_count($d.logRecord.traceId) as n',
  ),
  q(
    'medium',
    'span',
    'client spans slower than half a second',
    "source spans | filter $m.kind == 'CLIENT' && $m.duration > 500000",
  ),
  q(
    'medium',
    'count by',
    'error codes with counts, only validation-service and queue-worker',
    `source logs | filter in(${S}, 'validation-service', 'queue-worker') && ${CODE} != null | groupby ${CODE} aggregate count() as n`,
  ),
  q(
    'hard',
    'ratio',
    'what share of all errors comes from each service',
    `source logs | filter $m.severity == ERROR | groupby ${S} aggregate count() as n | join cross (source logs | filter $m.severity == ERROR | aggregate count() as total) into t | choose subsystemname, n / t.total as share`,
    `source logs | filter $m.severity == ERROR | groupby ${S} aggregate count() as n`,
  ),
  q(
    'hard',
    'having',
    'services that logged errors but no debug lines in the last 2 hours',
    `source logs last 2h | groupby ${S} aggregate count_if($m.severity == ERROR) as e, count_if($m.severity == DEBUG) as d | filter e > 0 && d == 0`,
  ),
  q(
    'hard',
    'count by',
    'spans per service and kind, slow ones only (> 250 ms)',
    'source spans | filter $m.duration > 250000 | groupby $l.serviceName, $m.kind aggregate count() as n',
  ),
  q(
    'hard',
    'top',
    'most common message of each service',
    `source logs | groupby ${S}, ${BODY} aggregate count() as n | dedupeby subsystemname keep 1 orderby n desc`,
  ),
  q(
    'hard',
    'histogram',
    'status classes of requests',
    `source spans | filter ${STATUS} != null && $m.kind == 'SERVER' | groupby case { ${STATUS} < 300 -> 'a', ${STATUS} < 400 -> 'b', ${STATUS} < 500 -> 'c', _ -> 'd' } as c aggregate count() as n`,
    `source logs | filter ${LOG_STATUS} != null | groupby case { ${LOG_STATUS} < 300 -> 'a', ${LOG_STATUS} < 400 -> 'b', ${LOG_STATUS} < 500 -> 'c', _ -> 'd' } as c aggregate count() as n`,
    `source spans | filter ${STATUS} != null | groupby case { ${STATUS} < 300 -> 'a', ${STATUS} < 400 -> 'b', ${STATUS} < 500 -> 'c', _ -> 'd' } as c aggregate count() as n`,
  ),
  q(
    'hard',
    'statistic',
    'median and p95 of POST /api/query by service',
    "source spans | filter $l.operationName == 'POST /api/query' | groupby $l.serviceName aggregate percentile(0.5, $m.duration) as a, percentile(0.95, $m.duration) as b",
    `source spans | filter $d.tags['http.request.method'] == 'POST' && ${ROUTE} == '/api/query' | groupby $l.serviceName aggregate percentile(0.5, $m.duration) as a, percentile(0.95, $m.duration) as b`,
  ),
  after(
    ['errors in the last hour'],
    q(
      'medium',
      '',
      'and by service?',
      `source logs last 1h | filter $m.severity == ERROR | groupby ${S} aggregate count() as n`,
    ),
  ),
  after(
    ['errors by service today'],
    q(
      'medium',
      '',
      'only the top 2',
      `source logs ${TODAY} | filter $m.severity == ERROR | groupby ${S} aggregate count() as n | orderby n desc | limit 2`,
    ),
  ),
  after(
    ['p95 latency by service'],
    q(
      'medium',
      '',
      'for yesterday',
      `source spans ${YESTERDAY} | groupby $l.serviceName aggregate percentile(0.95, $m.duration) as p`,
    ),
  ),
  no('refuse', 'restart the queue-worker'),
  no('clarify', 'errors per customer'),
  no('refuse', 'who wrote the storage service'),
];
