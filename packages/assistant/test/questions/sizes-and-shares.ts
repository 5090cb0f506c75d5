import { answered, type QuestionItem } from './item.ts';

/** Amounts of data, shares of what things are like, things that took their time, the week under way, and roles by names of other makes. */
export const SIZES_AND_SHARES: readonly QuestionItem[] = [
  answered(
    'how many GB did we send per town today',
    "source logs between @'now' / 1d and @'now' | groupby $d.town aggregate sum($d.bytesSent) / 1073741824 as sum_bytessent_gb | orderby sum_bytessent_gb desc",
  ),
  answered(
    'GB sent per town',
    'source logs | groupby $d.town aggregate sum($d.bytesSent) / 1073741824 as sum_bytessent_gb | orderby sum_bytessent_gb desc',
  ),
  answered(
    'how much data did we send per town',
    'source logs | groupby $d.town aggregate sum($d.bytesSent) as sum_bytessent | orderby sum_bytessent desc',
  ),
  answered(
    'how many MB of scans were stored',
    "source logs | filter $d.text ~ 'stored' | aggregate sum($d.scan_bytes) / 1048576 as sum_scan_mb",
  ),
  answered(
    'total size of scans by paper',
    'source logs | groupby $d.paper aggregate sum($d.scan_bytes) as sum_scan_bytes | orderby sum_scan_bytes desc',
  ),
  answered('total bytes sent in MB', 'source logs | aggregate sum($d.bytesSent) / 1048576 as sum_bytessent_mb'),
  answered('errors in GB', "source logs | filter $m.severity == ERROR && $d.country == 'GB'"),
  answered(
    'share of refused proofs',
    "source logs | filter $d.verdict != null && $d.text ~ 'proof' | aggregate count_if($d.verdict == 'refused') / count() as rate",
  ),
  answered(
    'share of refused proofs per ink type',
    "source logs | filter $d.verdict != null && $d.text ~ 'proof' && $d.inkType != null | groupby $d.inkType aggregate count_if($d.verdict == 'refused') / count() as rate | orderby rate desc",
  ),
  answered('tasks that took longer than a minute', 'source logs | filter $d.taskId != null && $d.durationSeconds > 60'),
  answered(
    'tasks longer than 5 seconds by ink type',
    'source logs | filter $d.taskId != null && $d.durationSeconds > 5 && $d.inkType != null | groupby $d.inkType aggregate count() as count | orderby count desc',
  ),
  answered(
    'how many tasks took longer than a minute',
    'source logs | filter $d.durationSeconds > 60 | aggregate distinct_count($d.taskId) as distinct_taskid',
  ),
  answered(
    'errors of the week',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter $m.severity == ERROR",
  ),
  answered(
    'errors of the day by town',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby $d.town aggregate count() as errors | orderby errors desc",
  ),
  answered(
    'at which hour of the day do errors happen',
    "source logs | filter $m.severity == ERROR | groupby extractTime($m.timestamp, 'hour') as hour aggregate count() as errors | orderby hour asc",
  ),
  answered(
    'p95 duration by town',
    'source logs | groupby $d.town aggregate percentile(0.95, $d.durationSeconds) as p95_durationseconds | orderby p95_durationseconds desc',
  ),
  answered(
    'errors per version',
    'source logs | filter $m.severity == ERROR | groupby $d.release aggregate count() as errors | orderby errors desc',
  ),
  answered(
    'how many users had errors today',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | aggregate distinct_count($d.reader.id) as users",
  ),
  answered(
    'which towns were in error twice today',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby $d.town aggregate count() as errors | filter errors == 2 | orderby errors desc",
  ),
  answered(
    'which towns had errors 3 times this week',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter $m.severity == ERROR | groupby $d.town aggregate count() as errors | filter errors == 3 | orderby errors desc",
  ),
];
