import { answered, type QuestionItem } from './item.ts';

/** Records and groups held against the figure of all, and of those alike. */
export const AGAINST_THE_AVERAGE: readonly QuestionItem[] = [
  answered(
    'requests slower than the average',
    'source logs | join cross (source logs | aggregate avg($d.duration_ms) as avg_duration_ms) into all | filter $d.duration_ms > all.avg_duration_ms',
  ),
  answered(
    'spans slower than the p99 of their operation today',
    "source spans between @'now' / 1d and @'now' | join inner (source spans between @'now' / 1d and @'now' | groupby $l.operationName aggregate percentile(0.99, $m.duration) as p99_duration) on left=>$l.operationName == right=>operationName into all | filter $m.duration > all.p99_duration",
  ),
  answered(
    'how many spans took longer than twice the average',
    'source spans | join cross (source spans | aggregate avg($m.duration) as avg_duration) into all | filter $m.duration > 2 * all.avg_duration | count',
  ),
  answered(
    'spans above the 95th percentile',
    'source spans | join cross (source spans | aggregate percentile(0.95, $m.duration) as p95_duration) into all | filter $m.duration > all.p95_duration',
  ),
  answered(
    'services with more errors than average',
    'source logs | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | join cross (source logs | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | aggregate avg(errors) as errors) into all | filter errors > all.errors | orderby errors desc',
  ),
  answered(
    'how many services have more errors than average',
    'source logs | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | join cross (source logs | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | aggregate avg(errors) as errors) into all | filter errors > all.errors | aggregate count() as count',
  ),
  answered(
    'services whose error rate is above average',
    'source logs | groupby $l.subsystemname aggregate count_if($m.severity == ERROR) / count() as error_rate | join cross (source logs | aggregate count_if($m.severity == ERROR) / count() as error_rate) into all | filter error_rate > all.error_rate | orderby error_rate desc',
  ),
  answered(
    'which services are slower than average',
    'source spans | groupby $l.serviceName aggregate avg($m.duration) as avg_duration | join cross (source spans | aggregate avg($m.duration) as avg_duration) into all | filter avg_duration > all.avg_duration | orderby avg_duration desc',
  ),
  answered(
    'hours with more errors than usual',
    'source logs | filter $m.severity == ERROR | groupby roundTime($m.timestamp, 1h) as bucket aggregate count() as errors | join cross (source logs | filter $m.severity == ERROR | groupby roundTime($m.timestamp, 1h) as bucket aggregate count() as errors | aggregate avg(errors) as errors) into all | filter errors > all.errors | orderby bucket asc',
  ),
  answered(
    'days with more errors than the daily average',
    'source logs | filter $m.severity == ERROR | groupby roundTime($m.timestamp, 1d) as bucket aggregate count() as errors | join cross (source logs | filter $m.severity == ERROR | groupby roundTime($m.timestamp, 1d) as bucket aggregate count() as errors | aggregate avg(errors) as errors) into all | filter errors > all.errors | orderby bucket asc',
  ),
  answered(
    'regions with fewer errors than average',
    'source logs | filter $m.severity == ERROR | groupby $d.region aggregate count() as errors | join cross (source logs | filter $m.severity == ERROR | groupby $d.region aggregate count() as errors | aggregate avg(errors) as errors) into all | filter errors < all.errors | orderby errors desc',
  ),
  answered(
    'paths with error rate twice the overall rate',
    'source logs | filter $d.path != null | groupby $d.path aggregate count_if($m.severity == ERROR) / count() as error_rate | join cross (source logs | filter $d.path != null | aggregate count_if($m.severity == ERROR) / count() as error_rate) into all | filter error_rate >= 2 * all.error_rate | orderby error_rate desc',
  ),
  answered(
    'services whose p95 is twice the overall p95',
    'source spans | groupby $l.serviceName aggregate percentile(0.95, $m.duration) as p95_duration | join cross (source spans | aggregate percentile(0.95, $m.duration) as p95_duration) into all | filter p95_duration >= 2 * all.p95_duration | orderby p95_duration desc',
  ),
];
