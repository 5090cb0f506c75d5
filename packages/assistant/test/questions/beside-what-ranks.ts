import { answered, type QuestionItem } from './item.ts';

/** Figures of all beside the count that ranks, shares of the whole, and what has no match in the other data. */
export const BESIDE_WHAT_RANKS: readonly QuestionItem[] = [
  answered(
    'top 5 paths by errors with their average duration',
    'source logs | filter $d.path != null | groupby $d.path aggregate count_if($m.severity == ERROR) as errors, avg($d.duration_ms) as avg_duration_ms | orderby errors desc | limit 5',
  ),
  answered(
    'top 3 services by errors and for each the p95 duration',
    'source logs | groupby $l.subsystemname aggregate count_if($m.severity == ERROR) as errors, percentile(0.95, $d.duration_ms) as p95_duration_ms | orderby errors desc | limit 3',
  ),
  answered(
    'users with more than 3 errors and their total requests',
    'source logs | filter $d.user_id != null | groupby $d.user_id aggregate count_if($m.severity == ERROR) as errors, count() as requests | filter errors > 3 | orderby errors desc',
  ),
  answered(
    'services ranked by errors, with the share of the total',
    'source logs | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | join cross (source logs | filter $m.severity == ERROR | count into total) into all | choose subsystemname, errors, errors / all.total as share | orderby errors desc',
  ),
  answered(
    'which region has the largest share of errors',
    'source logs | filter $m.severity == ERROR | groupby $d.region aggregate count() as count | join cross (source logs | filter $m.severity == ERROR | count into total) into all | choose region, count, count / all.total as share | orderby count desc | limit 1',
  ),
  answered(
    'top 5 services by share of errors',
    'source logs | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as count | join cross (source logs | filter $m.severity == ERROR | count into total) into all | choose subsystemname, count, count / all.total as share | orderby count desc | limit 5',
  ),
  answered(
    'logs with no matching trace',
    'source logs | filter !inArray($d.trace_id, (| source spans | filter $d.traceID != null | distinct $d.traceID |))',
  ),
  answered(
    'traces with no logs',
    'source spans | filter !inArray($d.traceID, (| source logs | filter $d.trace_id != null | distinct $d.trace_id |))',
  ),
  answered(
    'of the traces slower than 1s how many have an error log',
    'source spans | filter $m.duration > 1000000 | join inner (source logs | filter $m.severity == ERROR | distinct $d.trace_id) on left=>traceID == right=>trace_id into related | aggregate distinct_count($d.traceID) as traces',
  ),
  answered(
    'percentage of users with at least one error by region',
    'source logs | groupby $d.region aggregate distinct_count_if($m.severity == ERROR, $d.user_id) / distinct_count($d.user_id) as share | orderby share desc',
  ),
];
