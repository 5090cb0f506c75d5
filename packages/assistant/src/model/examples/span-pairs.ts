import { pairsOf, type SeedPair, TODAY } from './seed-pair.ts';

const FAILED = "$m.statusCode == 'ERROR'";

/** Questions about spans and traces. */
export const SPAN_PAIRS: readonly SeedPair[] = pairsOf('spans', [
  ['show spans of {=service}', " | filter {service} == '{=service}'"],
  ['failed spans', ` | filter ${FAILED}`],
  [
    'failed spans by service',
    ` | filter ${FAILED} | groupby {service} aggregate count() as failed | orderby failed desc`,
  ],
  ['requests slower than 2 seconds', ' | filter $m.duration > 2000000'],
  ['spans over 500 ms in {=service}', " | filter {service} == '{=service}' && $m.duration > 500000"],
  ['slowest traces', ' | orderby $m.duration desc | limit 10'],
  ['slowest operations', ' | groupby {operation} aggregate avg($m.duration) as mean | orderby mean desc | limit 10'],
  ['average latency by service', ' | groupby {service} aggregate avg($m.duration) as mean | orderby mean desc'],
  [
    'p95 latency by operation',
    ' | groupby {operation} aggregate percentile(0.95, $m.duration) as p95 | orderby p95 desc',
  ],
  [
    'p99 of {=service} in the last hour',
    " last 1h | filter {service} == '{=service}' | aggregate percentile(0.99, $m.duration) as p99",
  ],
  [
    'p50, p95 and p99 per service',
    ' | groupby {service} aggregate percentile(0.5, $m.duration) as p50, percentile(0.95, $m.duration) as p95, percentile(0.99, $m.duration) as p99 | orderby p99 desc',
  ],
  [
    'latency over time of {=service}',
    " | filter {service} == '{=service}' | groupby roundTime($m.timestamp, 5m) as bucket aggregate avg($m.duration) as mean | orderby bucket asc",
  ],
  [
    'p95 latency per minute',
    ' | groupby roundTime($m.timestamp, 1m) as bucket aggregate percentile(0.95, $m.duration) as p95 | orderby bucket asc',
  ],
  ['how many spans per service', ' | groupby {service} aggregate count() as n | orderby n desc'],
  ['how many traces today', `${TODAY} | aggregate distinct_count({trace}) as traces`],
  ['number of calls by operation', ' | groupby {operation} aggregate count() as calls | orderby calls desc'],
  [
    'error rate by operation',
    ` | groupby {operation} aggregate count_if(${FAILED}) / count() as error_rate | orderby error_rate desc`,
  ],
  [
    'failure rate of {=service}',
    ` | filter {service} == '{=service}' | aggregate count_if(${FAILED}) / count() as failure_rate`,
  ],
  [
    'failure rate over time',
    ` | groupby roundTime($m.timestamp, 5m) as bucket aggregate count_if(${FAILED}) / count() as failure_rate | orderby bucket asc`,
  ],
  [
    'which operation fails most',
    ` | filter ${FAILED} | groupby {operation} aggregate count() as failed | orderby failed desc | limit 1`,
  ],
  [
    'slowest operation in {=service}',
    " | filter {service} == '{=service}' | groupby {operation} aggregate avg($m.duration) as mean | orderby mean desc | limit 1",
  ],
  [
    'operations whose p95 is above a second',
    ' | groupby {operation} aggregate percentile(0.95, $m.duration) as p95 | filter p95 > 1000000',
  ],
  ['operations called more than 1000 times', ' | groupby {operation} aggregate count() as calls | filter calls > 1000'],
  ['slow failed calls', ` | filter ${FAILED} && $m.duration > 1000000 | orderby $m.duration desc`],
  ['total time spent per service', ' | groupby {service} aggregate sum($m.duration) as spent | orderby spent desc'],
  [
    'where is the time spent in {=service}',
    " | filter {service} == '{=service}' | groupby {operation} aggregate sum($m.duration) as spent | orderby spent desc",
  ],
  ['server spans only', " | filter $m.kind == 'SERVER'"],
  [
    'outgoing calls by service',
    " | filter $m.kind == 'CLIENT' | groupby {service} aggregate count() as calls | orderby calls desc",
  ],
  ['root spans slower than a second', " | filter {parent} == '' && $m.duration > 1000000"],
  [
    'entry requests per minute',
    " | filter {parent} == '' | groupby roundTime($m.timestamp, 1m) as bucket aggregate count() as requests | orderby bucket asc",
  ],
  ['database calls', ' | filter {db} != null'],
  ['slowest database calls', ' | filter {db} != null | orderby $m.duration desc | limit 10'],
  [
    'average database time by system',
    ' | filter {db} != null | groupby {db} aggregate avg($m.duration) as mean | orderby mean desc',
  ],
  [
    'which service talks to {=db} most',
    " | filter {db} == '{=db}' | groupby {service} aggregate count() as calls | orderby calls desc | limit 1",
  ],
  ['spans with status 500', ' | filter {status:} == 500'],
  ['5xx spans by service', ' | filter {status:} >= 500 | groupby {service} aggregate count() as n | orderby n desc'],
  ['responses by status code', ' | filter {status} != null | groupby {status} aggregate count() as n | orderby n desc'],
  [
    'GET requests by operation',
    " | filter {method} == 'GET' | groupby {operation} aggregate count() as n | orderby n desc",
  ],
  ['latency by method', ' | groupby {method} aggregate avg($m.duration) as mean | orderby mean desc'],
  ['traces that touch {=service}', " | filter {service} == '{=service}' | distinct {trace}"],
  ['the slowest span of each service', ' | dedupeby {service} keep 1 orderby $m.duration desc'],
  ['operations of {=service}', " | filter {service} == '{=service}' | distinct {operation}"],
  ['list all operations', ' | distinct {operation}'],
  [
    'how many operations has each service',
    ' | groupby {service} aggregate distinct_count({operation}) as operations | orderby operations desc',
  ],
  [
    'latency today against yesterday by service',
    " between @'now' / 1d - 1d and @'now' | groupby {service}, if($m.timestamp >= @'now' / 1d, 'today', 'yesterday') as period aggregate avg($m.duration) as mean | orderby mean desc",
  ],
  ['spans between 100 ms and 1 s', ' | filter $m.duration >= 100000 && $m.duration <= 1000000'],
  ['how many requests took longer than a second', ' | filter $m.duration > 1000000 | count'],
  [
    'share of slow requests per service',
    ' | groupby {service} aggregate count_if($m.duration > 1000000) / count() as slow_share | orderby slow_share desc',
  ],
  [
    'busiest minute of the last hour',
    ' last 1h | groupby roundTime($m.timestamp, 1m) as bucket aggregate count() as n | orderby n desc | limit 1',
  ],
  [
    'standard deviation of latency by operation',
    ' | groupby {operation} aggregate stddev($m.duration) as spread | orderby spread desc',
  ],
  ['longest call of {=operation}', " | filter {operation} == '{=operation}' | orderby $m.duration desc | limit 1"],
  [
    'calls of {=operation} over time',
    " | filter {operation} == '{=operation}' | groupby roundTime($m.timestamp, 5m) as bucket aggregate count() as calls | orderby bucket asc",
  ],
  [
    'when did {=service} last fail',
    ` | filter {service} == '{=service}' && ${FAILED} | aggregate max($m.timestamp) as last`,
  ],
  ['fastest operations', ' | groupby {operation} aggregate avg($m.duration) as mean | orderby mean asc | limit 10'],
  [
    'latency distribution in classes',
    " | groupby case { $m.duration < 100000 -> 'fast', $m.duration < 1000000 -> 'medium', _ -> 'slow' } as class aggregate count() as n | orderby n desc",
  ],
  [
    'median latency per hour of the day',
    " | groupby extractTime($m.timestamp, 'hour') as hour aggregate percentile(0.5, $m.duration) as median | orderby hour asc",
  ],
  ['span volume by kind', ' | groupby $m.kind aggregate count() as n | orderby n desc'],
  [
    'what the failing spans say',
    ` | filter ${FAILED} | groupby $m.statusMessage aggregate count() as n | orderby n desc`,
  ],
  ['apps by span count', ' | groupby {app} aggregate count() as n | orderby n desc'],
  ['traces with the most spans', ' | groupby {trace} aggregate count() as spans | orderby spans desc | limit 10'],
  [
    'traces that go through more than 5 services',
    ' | groupby {trace} aggregate distinct_count({service}) as services | filter services > 5',
  ],
  [
    'failed calls of the last 15 minutes by operation and service',
    ` last 15m | filter ${FAILED} | groupby {service}, {operation} aggregate count() as failed | orderby failed desc`,
  ],
  [
    'time of {=service} against all others',
    " | groupby if({service} == '{=service}', 'this', 'others') as who aggregate avg($m.duration) as mean",
  ],
  ['spans with an error tag', " | filter {error} == 'true'"],
]);
