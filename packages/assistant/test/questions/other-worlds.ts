import { answered, declined, type QuestionItem } from './item.ts';

/** Asked of a system whose telemetry came by OTLP. */
export const OWN_SYSTEM: readonly QuestionItem[] = [
  answered(
    'Show me errors from the last hour grouped by service',
    'source logs last 1h | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | orderby errors desc',
  ),
  answered(
    'timeouts in the api gateway',
    "source logs | filter $d.logRecord.body ~ 'timeout' && $l.subsystemname == 'api-gateway'",
  ),
  answered(
    'requests to /api/feedback that returned 503',
    "source logs | filter $d.logRecord.attributes['http.route'] == '/api/feedback' && $d.logRecord.attributes['http.response.status_code'] == 503",
  ),
  answered(
    'count logs by status code',
    "source logs | groupby $d.logRecord.attributes['http.response.status_code'] aggregate count() as count | orderby count desc",
  ),
  answered(
    'p95 latency by endpoint',
    "source spans | groupby $d.tags['http.route'] aggregate percentile(0.95, $m.duration) as p95_duration | orderby p95_duration desc",
  ),
  answered(
    'spans of telemetry-store slower than 200ms',
    "source spans | filter $l.serviceName == 'telemetry-store' && $m.duration > 200000",
  ),
  answered('clickhouse spans', "source spans | filter $d.tags['db.system.name'] == 'clickhouse'"),
  answered(
    'top error codes',
    "source logs | filter $d.logRecord.attributes['error.code'] != null | groupby $d.logRecord.attributes['error.code'] aggregate count() as count | orderby count desc | limit 10",
  ),
  answered(
    'failed tasks',
    "source logs | filter $d.logRecord.body ~ 'task failed'",
    "source logs | filter $d.logRecord.attributes['http.response.status_code'] >= 400 && $d.logRecord.body ~ 'task'",
  ),
  answered(
    'logs of trace 4bf92f3577b34da6a3ce929d0e0e4736',
    "source logs | filter $d.logRecord.traceId == '4bf92f3577b34da6a3ce929d0e0e4736' | orderby $m.timestamp asc",
  ),
  answered(
    'slowest operations',
    'source spans | groupby $l.operationName aggregate avg($m.duration) as avg_duration | orderby avg_duration desc',
  ),
  answered('spans with status 422', "source spans | filter $d.tags['http.response.status_code']:number == 422"),
  declined('errors by region', 'clarify'),
];

/** Asked before any data has arrived: the defaults of the roles hold. */
export const EMPTY: readonly QuestionItem[] = [
  answered(
    'Show me errors from the last hour grouped by service',
    'source logs last 1h | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | orderby errors desc',
  ),
  answered(
    'slowest services',
    'source spans | groupby $l.serviceName aggregate avg($m.duration) as avg_duration | orderby avg_duration desc',
  ),
  answered('timeouts today', "source logs between @'now' / 1d and @'now' | filter $d.logRecord.body ~ 'timeout'"),
  answered(
    'error rate by service',
    'source logs | groupby $l.subsystemname aggregate count_if($m.severity == ERROR) / count() as error_rate | orderby error_rate desc',
  ),
  answered('how many spans', 'source spans | count'),
  answered(
    'p95 latency by operation',
    'source spans | groupby $l.operationName aggregate percentile(0.95, $m.duration) as p95_duration | orderby p95_duration desc',
  ),
  answered(
    'errors over time',
    'source logs | filter $m.severity == ERROR | groupby roundTime($m.timestamp, 1m) as bucket aggregate count() as errors | orderby bucket asc',
  ),
  declined('delete everything', 'refuse'),
];
