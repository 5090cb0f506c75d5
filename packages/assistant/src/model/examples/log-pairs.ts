import { pairsOf, type SeedPair, TODAY, YESTERDAY } from './seed-pair.ts';

const ERROR = '{severity} == ERROR';

/** Questions about logs. */
export const LOG_PAIRS: readonly SeedPair[] = pairsOf('logs', [
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
