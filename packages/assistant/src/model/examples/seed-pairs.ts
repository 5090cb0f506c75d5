import type { Dataset } from '../../ir/field-ref.ts';

/**
 * A question with the query that answers it, for whatever the fields are called: `{status}` is the field of that role,
 * `{status:}` the same as a condition compares it, `{=service}` a frequent value of that role, in both texts alike.
 */
export interface SeedPair {
  readonly dataset: Dataset;
  readonly question: string;
  readonly query: string;
}

const pairs = (dataset: Dataset, list: readonly (readonly [question: string, query: string])[]): readonly SeedPair[] =>
  list.map(([question, query]) => ({ dataset, question, query: `source ${dataset}${query}` }));

const TODAY = " between @'now' / 1d and @'now'";
const YESTERDAY = " between @'now' / 1d - 1d and @'now' / 1d";
const ERROR = '{severity} == ERROR';

const LOGS = pairs('logs', [
  ['show me the errors', ` | filter ${ERROR}`],
  ['errors in the last hour', ` last 1h | filter ${ERROR}`],
  ['errors in {=service}', ` | filter ${ERROR} && {service} == '{=service}'`],
  ['everything {=service} logged in the last 10 minutes', ` last 10m | filter {service} == '{=service}'`],
  ['warnings and worse today', `${TODAY} | filter {severity} >= WARNING`],
  ['how many errors today', `${TODAY} | filter ${ERROR} | count`],
  ['how many errors yesterday', `${YESTERDAY} | filter ${ERROR} | count`],
  [
    'number of critical logs by service',
    ' | filter {severity} == CRITICAL | groupby {service} aggregate count() as n | orderby n desc',
  ],
  [
    'which service complains the most',
    ` | filter ${ERROR} | groupby {service} aggregate count() as errors | orderby errors desc | limit 1`,
  ],
  ['top 5 noisiest services', ' | groupby {service} aggregate count() as lines | orderby lines desc | limit 5'],
  ['log volume per service and severity', ' | groupby {service}, {severity} aggregate count() as n | orderby n desc'],
  [
    'errors over time in the last 6 hours',
    ` last 6h | filter ${ERROR} | groupby roundTime({timestamp}, 5m) as bucket aggregate count() as errors | orderby bucket asc`,
  ],
  [
    'error trend of {=service} per minute',
    ` | filter ${ERROR} && {service} == '{=service}' | groupby roundTime({timestamp}, 1m) as bucket aggregate count() as errors | orderby bucket asc`,
  ],
  [
    'hourly number of log lines today',
    `${TODAY} | groupby roundTime({timestamp}, 1h) as hour aggregate count() as lines | orderby hour asc`,
  ],
  [
    'share of errors per service',
    ` | groupby {service} aggregate count_if(${ERROR}) / count() as error_rate | orderby error_rate desc`,
  ],
  [
    'error rate of {=service} in the last hour',
    ` last 1h | filter {service} == '{=service}' | aggregate count_if(${ERROR}) / count() as error_rate`,
  ],
  [
    'error rate over time',
    ` | groupby roundTime({timestamp}, 5m) as bucket aggregate count_if(${ERROR}) / count() as error_rate | orderby bucket asc`,
  ],
  [
    'services with an error rate above 5 percent',
    ` | groupby {service} aggregate count_if(${ERROR}) / count() as error_rate | filter error_rate > 0.05`,
  ],
  [
    'services with more than 100 errors',
    ` | filter ${ERROR} | groupby {service} aggregate count() as errors | filter errors > 100`,
  ],
  [
    'services without a single error today',
    `${TODAY} | groupby {service} aggregate count_if(${ERROR}) as errors | filter errors == 0`,
  ],
  ['most frequent error messages', ` | filter ${ERROR} | groupby {message} aggregate count() as n | orderby n desc`],
  [
    'what does {=service} say most often',
    ` | filter {service} == '{=service}' | groupby {message} aggregate count() as n | orderby n desc | limit 10`,
  ],
  ['logs that mention timeout', " | filter {message} ~ 'timeout'"],
  ['connection refused in the last 30 minutes', " last 30m | filter {message} ~ 'connection refused'"],
  ['how often did we run into a deadlock today', `${TODAY} | filter {message} ~ 'deadlock' | count`],
  [
    'who logs "out of memory"',
    " | filter {message} ~ 'out of memory' | groupby {service} aggregate count() as n | orderby n desc",
  ],
  ['messages starting with failed', " | filter startsWith({message}, 'failed')"],
  ['when did the first error happen today', `${TODAY} | filter ${ERROR} | aggregate min({timestamp}) as first`],
  [
    'when was the last log line of {=service}',
    " | filter {service} == '{=service}' | aggregate max({timestamp}) as last",
  ],
  ['the latest 20 errors', ` | filter ${ERROR} | orderby {timestamp} desc | limit 20`],
  ['oldest log line', ' | orderby {timestamp} asc | limit 1'],
  ['the newest line of each service', ' | dedupeby {service} keep 1 orderby {timestamp} desc'],
  ['list all services', ' | distinct {service}'],
  ['how many services are there', ' | aggregate distinct_count({service}) as services'],
  [
    'errors today compared to yesterday',
    ` between @'now' / 1d - 1d and @'now' | filter ${ERROR} | aggregate count_if({timestamp} >= @'now' / 1d) as today, count_if({timestamp} < @'now' / 1d) as yesterday`,
  ],
  [
    'did errors grow in the last hour, by service',
    ` last 2h | filter ${ERROR} | groupby {service} aggregate count_if({timestamp} >= @'now' - 1h) as latest, count_if({timestamp} < @'now' - 1h) as before | orderby latest desc`,
  ],
  [
    'errors and warnings side by side per service',
    ` | groupby {service} aggregate count_if(${ERROR}) as errors, count_if({severity} == WARNING) as warnings | orderby errors desc`,
  ],
  [
    'at which hour of the day do most errors happen',
    ` | filter ${ERROR} | groupby extractTime({timestamp}, 'hour') as hour aggregate count() as errors | orderby errors desc | limit 1`,
  ],
  ['everything but {=service}', " | filter {service} != '{=service}'"],
  [
    'errors outside of {=service} by service',
    ` | filter ${ERROR} && {service} != '{=service}' | groupby {service} aggregate count() as errors | orderby errors desc`,
  ],
  ['errors between 9 and 11 this morning', ` between @'now' / 1d + 9h and @'now' / 1d + 11h | filter ${ERROR}`],
  ['lines without a service', ' | filter {service} == null'],
  ['all 500 responses', ' | filter {status:} == 500'],
  ['how many 404s today', `${TODAY} | filter {status:} == 404 | count`],
  [
    '5xx by service',
    ' | filter {status:} >= 500 && {status:} < 600 | groupby {service} aggregate count() as n | orderby n desc',
  ],
  [
    'failed requests by path',
    ' | filter {status:} >= 400 | groupby {path} aggregate count() as failed | orderby failed desc',
  ],
  [
    'failure rate per endpoint',
    ' | groupby {path} aggregate count_if({status:} >= 400) / count() as failure_rate | orderby failure_rate desc',
  ],
  [
    'success rate of {=path}',
    " | filter {path} == '{=path}' | aggregate count_if({status:} < 400) / count() as success_rate",
  ],
  ['requests by status', ' | groupby {status} aggregate count() as requests | orderby requests desc'],
  [
    '4xx versus 5xx over time',
    ' | groupby roundTime({timestamp}, 5m) as bucket aggregate count_if({status:} >= 400 && {status:} < 500) as client, count_if({status:} >= 500) as server | orderby bucket asc',
  ],
  [
    'which paths return 500 and how often',
    ' | filter {status:} == 500 | groupby {path} aggregate count() as n | orderby n desc',
  ],
  [
    'busiest endpoints today',
    `${TODAY} | groupby {path} aggregate count() as requests | orderby requests desc | limit 10`,
  ],
  [
    'requests to {=path} per minute',
    " | filter {path} == '{=path}' | groupby roundTime({timestamp}, 1m) as bucket aggregate count() as requests | orderby bucket asc",
  ],
  ['traffic by method', ' | groupby {method} aggregate count() as requests | orderby requests desc'],
  ['failing POST requests', " | filter {method} == 'POST' && {status:} >= 400"],
  ['average response time by path', ' | groupby {path} aggregate avg({duration:}) as mean | orderby mean desc'],
  [
    'p95 response time of {=service}',
    " | filter {service} == '{=service}' | aggregate percentile(0.95, {duration:}) as p95",
  ],
  [
    'p50 and p99 latency per endpoint',
    ' | groupby {path} aggregate percentile(0.5, {duration:}) as p50, percentile(0.99, {duration:}) as p99 | orderby p99 desc',
  ],
  ['slowest requests', ' | orderby {duration:} desc | limit 10'],
  ['slowest request of each path', ' | dedupeby {path} keep 1 orderby {duration:} desc'],
  [
    'max response time over time',
    ' | groupby roundTime({timestamp}, 5m) as bucket aggregate max({duration:}) as slowest | orderby bucket asc',
  ],
  ['slow requests that failed', ' | filter {status:} >= 500 | orderby {duration:} desc | limit 10'],
  ['how many users saw an error', ` | filter ${ERROR} | aggregate distinct_count({user}) as users`],
  [
    'users with the most failed requests',
    ' | filter {status:} >= 400 | groupby {user} aggregate count() as failed | orderby failed desc | limit 10',
  ],
  [
    'users affected per service',
    ` | filter ${ERROR} | groupby {service} aggregate distinct_count({user}) as users | orderby users desc`,
  ],
  [
    'active users per hour',
    ' | groupby roundTime({timestamp}, 1h) as hour aggregate distinct_count({user}) as users | orderby hour asc',
  ],
  ['errors by region', ` | filter ${ERROR} | groupby {region} aggregate count() as errors | orderby errors desc`],
  [
    'error rate in {=region}',
    ` | filter {region} == '{=region}' | aggregate count_if(${ERROR}) / count() as error_rate`,
  ],
  [
    'errors by host in the last hour',
    ` last 1h | filter ${ERROR} | groupby {host} aggregate count() as errors | orderby errors desc`,
  ],
  [
    'which hosts log nothing but errors',
    ` | groupby {host} aggregate count_if(${ERROR}) as errors, count() as lines | filter errors == lines`,
  ],
  ['how many hosts per service', ' | groupby {service} aggregate distinct_count({host}) as hosts | orderby hosts desc'],
  ['errors by version', ` | filter ${ERROR} | groupby {version} aggregate count() as errors | orderby errors desc`],
  ['did version {=version} bring errors', ` | filter {version} == '{=version}' && ${ERROR} | count`],
  [
    'error codes by frequency',
    ' | filter {errortype} != null | groupby {errortype} aggregate count() as n | orderby n desc',
  ],
  [
    'which services see {=errortype}',
    " | filter {errortype} == '{=errortype}' | groupby {service} aggregate count() as n | orderby n desc",
  ],
  [
    'new error codes of the last hour by service',
    ' last 1h | filter {errortype} != null | groupby {errortype}, {service} aggregate count() as n, min({timestamp}) as first | orderby first desc',
  ],
  ['lines per application', ' | groupby {app} aggregate count() as lines | orderby lines desc'],
  [
    'the share of server errors among failures by path',
    ' | filter {status:} >= 400 | groupby {path} aggregate count_if({status:} >= 500) / count() as share | orderby share desc',
  ],
  ['debug and verbose lines', ' | filter in({severity}, DEBUG, VERBOSE)'],
  ['how noisy is each severity', ' | groupby {severity} aggregate count() as lines | orderby lines desc'],
  [
    'errors this week by day',
    ` last 7d | filter ${ERROR} | groupby roundTime({timestamp}, 1d) as day aggregate count() as errors | orderby day asc`,
  ],
  [
    'retries and timeouts by service',
    " | filter {message} ~ 'retry' || {message} ~ 'timeout' | groupby {service} aggregate count() as n | orderby n desc",
  ],
]);

const FAILED = "$m.statusCode == 'ERROR'";

const SPANS = pairs('spans', [
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

/** The store of verified pairs: a test holds each against the parser and the checker. */
export const SEED_PAIRS: readonly SeedPair[] = [...LOGS, ...SPANS];
