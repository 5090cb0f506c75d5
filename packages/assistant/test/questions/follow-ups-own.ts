import { followed, type QuestionItem } from './item.ts';

/** Follow-ups of both kinds, of OTLP telemetry. */
export const FOLLOW_UPS_OWN: readonly QuestionItem[] = [
  followed(
    ['errors in query-service today'],
    'all services please',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR",
  ),
  followed(['requests to /api/feedback in the last hour'], 'any route', 'source logs last 1h'),
  followed(
    ['warnings of the last hour', 'how many per service?'],
    'only the worst three',
    'source logs last 1h | filter $m.severity == WARNING | groupby $l.subsystemname aggregate count() as warnings | orderby warnings desc | limit 3',
  ),
  followed(
    ['spans of telemetry-store over 100 ms today'],
    'what share of all its spans is that?',
    "source spans between @'now' / 1d and @'now' | filter $l.serviceName == 'telemetry-store' | aggregate count_if($m.duration > 100000) / count() as share",
  ),
  followed(
    ['average duration of query-service spans by operation'],
    'the maximum instead',
    "source spans | filter $l.serviceName == 'query-service' | groupby $l.operationName aggregate max($m.duration) as max_duration | orderby max_duration desc",
  ),
  followed(
    ['errors today', 'per service'],
    'and per hour too?',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby roundTime($m.timestamp, 1h) as bucket, $l.subsystemname aggregate count() as errors | orderby bucket asc",
  ),
  followed(
    ['clickhouse calls slower than 50 ms'],
    'sqlite instead',
    "source spans | filter $d.tags['db.system.name'] == 'sqlite' && $m.duration > 50000",
  ),
  followed(
    ['log lines of api-gateway in the last 10 minutes'],
    'last 30 instead',
    "source logs last 30m | filter $l.subsystemname == 'api-gateway'",
  ),
  followed(
    ['how many different error codes did we see today?'],
    'list them',
    "source logs between @'now' / 1d and @'now' | distinct $d.logRecord.attributes['error.code']",
  ),
  followed(
    ['how many traces had errors today?'],
    'show me them',
    "source spans between @'now' / 1d and @'now' | filter $d.tags.error == 'true' | distinct $d.traceID",
  ),
];
