import { answered, type QuestionItem } from './item.ts';

const TRACES = 'on left=>trace_id == right=>traceID into related';
const CHILDREN = 'on left=>parentId == right=>spanID into related';

/** From one data set to the other, from spans to those above and below, and figures over groups. */
export const ACROSS: readonly QuestionItem[] = [
  answered(
    'error logs whose trace took more than 3 s',
    `source logs | filter $m.severity == ERROR | join inner (source spans | filter $m.duration > 3000000 | distinct $d.traceID) ${TRACES}`,
  ),
  answered(
    'logs of failed spans in checkout today',
    `source logs between @'now' / 1d and @'now' | join inner (source spans between @'now' / 1d and @'now' | filter $d.tags.error == 'true' && $l.serviceName == 'checkout' | distinct $d.traceID) ${TRACES}`,
  ),
  answered(
    'logs of the slowest trace',
    `source logs | join inner (source spans | groupby $d.traceID aggregate max($m.duration) as max_duration | orderby max_duration desc | limit 1) ${TRACES}`,
  ),
  answered(
    'slow spans with error logs',
    'source spans | join inner (source logs | filter $m.severity == ERROR | distinct $d.trace_id) on left=>traceID == right=>trace_id into related | orderby $m.duration desc',
  ),
  answered('errors in spans', "source spans | filter $d.tags.error == 'true'"),
  answered(
    'child spans of checkout',
    `source spans | join inner (source spans | filter $l.serviceName == 'checkout' | distinct $d.spanID) ${CHILDREN}`,
  ),
  answered(
    'which services does checkout call',
    `source spans | filter $l.serviceName != 'checkout' | join inner (source spans | filter $l.serviceName == 'checkout' | distinct $d.spanID) ${CHILDREN} | distinct $l.serviceName`,
  ),
  answered(
    'who calls billing',
    "source spans | filter $l.serviceName != 'billing' | join inner (source spans | filter $l.serviceName == 'billing' | distinct $d.parentId) on left=>spanID == right=>parentId into related | distinct $l.serviceName",
  ),
  answered(
    'how many spans per trace on average',
    'source spans | groupby $d.traceID aggregate count() as spans | aggregate avg(spans) as avg_spans',
  ),
  answered(
    'peak requests per minute today',
    "source logs between @'now' / 1d and @'now' | groupby roundTime($m.timestamp, 1m) as bucket aggregate count() as requests | aggregate max(requests) as max_requests",
  ),
  answered(
    'average errors per hour by service',
    'source logs | filter $m.severity == ERROR | groupby roundTime($m.timestamp, 1h) as bucket, $l.subsystemname aggregate count() as errors | groupby subsystemname aggregate avg(errors) as avg_errors | orderby avg_errors desc',
  ),
  answered(
    'errors per 1000 requests by service',
    'source logs | groupby $l.subsystemname aggregate count_if($m.severity == ERROR) / count() * 1000 as per_1000 | orderby per_1000 desc',
  ),
  answered(
    'share of traffic by region',
    'source logs | groupby $d.region aggregate count() as count | join cross (source logs | count into total) into all | choose region, count, count / all.total as share | orderby count desc',
  ),
  answered(
    'errors week over week',
    "source logs between @'now' - 14d and @'now' | filter $m.severity == ERROR | aggregate count_if($m.timestamp >= @'now' - 7d) as week_over_week, count_if($m.timestamp < @'now' - 7d) as previous_week_over_week",
  ),
  answered(
    'which services are slower today than yesterday',
    "source spans between @'now' / 1d - 1d and @'now' | groupby $l.serviceName aggregate avg(if($m.timestamp >= @'now' / 1d, $m.duration, null)) as today, avg(if($m.timestamp < @'now' / 1d, $m.duration, null)) as yesterday | filter today > yesterday | orderby today desc",
  ),
  answered(
    'did errors increase in the last hour',
    "source logs between @'now' - 2h and @'now' | filter $m.severity == ERROR | aggregate count_if($m.timestamp >= @'now' - 1h) as last_hour, count_if($m.timestamp < @'now' - 1h) as previous_last_hour",
  ),
  answered(
    'which services have gone quiet',
    'source logs | groupby $l.subsystemname aggregate max($m.timestamp) as last_seen | orderby last_seen asc',
  ),
  answered(
    'one example of each error message',
    'source logs | filter $m.severity == ERROR | dedupeby $d.msg keep 1 orderby $m.timestamp desc',
  ),
  answered(
    'slowest trace today',
    "source spans between @'now' / 1d and @'now' | groupby $d.traceID aggregate max($m.duration) as max_duration | orderby max_duration desc | limit 1",
  ),
];
