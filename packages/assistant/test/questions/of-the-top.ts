import { answered, type QuestionItem } from './item.ts';

/** A question asked of what another question ranks first. */
export const OF_THE_TOP: readonly QuestionItem[] = [
  answered(
    'spans of the trace with the most errors',
    "source spans | join inner (source spans | filter $d.tags.error == 'true' | groupby $d.traceID aggregate count() as errors | orderby errors desc | limit 1) on left=>traceID == right=>traceID into related",
  ),
  answered(
    'for the 5 slowest traces show their error logs',
    'source logs | filter $m.severity == ERROR | join inner (source spans | groupby $d.traceID aggregate max($m.duration) as max_duration | orderby max_duration desc | limit 5) on left=>trace_id == right=>traceID into related',
  ),
  answered(
    'top error message of the service with the most errors',
    'source logs | filter $m.severity == ERROR | join inner (source logs | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | orderby errors desc | limit 1) on left=>$l.subsystemname == right=>subsystemname into related | groupby $d.msg aggregate count() as errors | orderby errors desc | limit 1',
  ),
  answered(
    'slowest operation of the service with the highest error rate',
    "source spans | join inner (source spans | groupby $l.serviceName aggregate count_if($d.tags.error == 'true') / count() as error_rate | orderby error_rate desc | limit 1) on left=>$l.serviceName == right=>serviceName into related | groupby $l.operationName aggregate avg($m.duration) as avg_duration | orderby avg_duration desc | limit 1",
  ),
  answered(
    'latency of the services with the most errors',
    'source logs | join inner (source logs | filter $m.severity == ERROR && $l.subsystemname != null | groupby $l.subsystemname aggregate count() as errors | orderby errors desc | limit 10) on left=>$l.subsystemname == right=>subsystemname into related | groupby $l.subsystemname aggregate avg($d.duration_ms) as avg_duration_ms | orderby avg_duration_ms desc',
  ),
  answered(
    'average duration of the 3 services with the most errors today',
    "source logs between @'now' / 1d and @'now' | join inner (source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | orderby errors desc | limit 3) on left=>$l.subsystemname == right=>subsystemname into related | groupby $l.subsystemname aggregate avg($d.duration_ms) as avg_duration_ms | orderby avg_duration_ms desc",
  ),
  answered(
    'errors by host of the busiest region today',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | join inner (source logs between @'now' / 1d and @'now' | groupby $d.region aggregate count() as count | orderby count desc | limit 1) on left=>region == right=>region into related | groupby $d.host aggregate count() as errors | orderby errors desc",
  ),
  answered(
    'how many errors did the busiest user have',
    'source logs | filter $m.severity == ERROR | join inner (source logs | filter $d.user_id != null | groupby $d.user_id aggregate count() as count | orderby count desc | limit 1) on left=>user_id == right=>user_id into related | count',
  ),
  answered(
    'error rate of the busiest path',
    'source logs | join inner (source logs | filter $d.path != null | groupby $d.path aggregate count() as count | orderby count desc | limit 1) on left=>path == right=>path into related | aggregate count_if($m.severity == ERROR) / count() as error_rate',
  ),
  answered(
    'requests of the top 3 users by errors',
    'source logs | join inner (source logs | filter $m.severity == ERROR && $d.user_id != null | groupby $d.user_id aggregate count() as errors | orderby errors desc | limit 3) on left=>user_id == right=>user_id into related',
  ),
];
