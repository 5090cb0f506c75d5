import { answered, declined, type QuestionItem } from './item.ts';

/** What is asked of each of the values or things that are named, how requests ended, and what is read out of messages. */
export const SAID_OF_EACH: readonly QuestionItem[] = [
  answered(
    'what percentage of the GET requests fail, and what percentage of the POSTs?',
    "source logs | filter in($d.method, 'GET', 'POST') | groupby $d.method aggregate count_if($d.status >= 400) / count() as rate | orderby rate desc",
  ),
  answered(
    'how many errors in checkout and how many in payment-gateway',
    "source logs | filter $m.severity == ERROR && in($l.subsystemname, 'checkout', 'payment-gateway') | groupby $l.subsystemname aggregate count() as errors | orderby errors desc",
  ),
  answered(
    'failure rate of GETs and of POSTs',
    "source logs | filter in($d.method, 'GET', 'POST') | groupby $d.method aggregate count_if($d.status >= 400) / count() as failure_rate | orderby failure_rate desc",
  ),
  answered(
    'p95 for checkout and p95 for payment-gateway',
    "source spans | filter in($l.serviceName, 'checkout', 'payment-gateway') | groupby $l.serviceName aggregate percentile(0.95, $m.duration) as p95_duration | orderby p95_duration desc",
  ),
  answered(
    'error rate in eu-west-1 and in us-east-1',
    "source logs | filter in($d.region, 'eu-west-1', 'us-east-1') | groupby $d.region aggregate count_if($m.severity == ERROR) / count() as error_rate | orderby error_rate desc",
  ),
  answered(
    'errors from checkout and from cart',
    "source logs | filter $m.severity == ERROR && in($l.subsystemname, 'checkout', 'cart')",
  ),
  answered(
    'how many errors and how many warnings in checkout',
    "source logs | filter $l.subsystemname == 'checkout' | aggregate count_if($m.severity == ERROR) as errors, count_if($m.severity == WARNING) as warnings",
  ),
  answered(
    'how many 404s and how many 500s today',
    "source logs between @'now' / 1d and @'now' | aggregate count_if($d.status == 404) as s_404s, count_if($d.status == 500) as s_500s",
  ),
  answered(
    'number of 4xx and number of 5xx per service',
    'source logs | groupby $l.subsystemname aggregate count_if($d.status >= 400 && $d.status < 500) as s_4xx, count_if($d.status >= 500 && $d.status < 600) as s_5xx | orderby s_4xx desc',
  ),
  answered(
    'checkout versus cart today: how many errors of each?',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && in($l.subsystemname, 'checkout', 'cart') | groupby $l.subsystemname aggregate count() as errors | orderby errors desc",
  ),
  answered(
    'how do the regions compare in average duration this week?',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | groupby $d.region aggregate avg($d.duration_ms) as avg_duration_ms | orderby avg_duration_ms desc",
  ),
  answered(
    'how do the services compare in error rate',
    'source logs | groupby $l.subsystemname aggregate count_if($m.severity == ERROR) / count() as error_rate | orderby error_rate desc',
  ),
  answered(
    'compare the paths by p95',
    'source logs | groupby $d.path aggregate percentile(0.95, $d.duration_ms) as p95_duration_ms | orderby p95_duration_ms desc',
  ),
  answered(
    'requests that took longer than half a second but still came back with 200',
    'source logs | filter $d.duration_ms > 500 && $d.status == 200',
  ),
  answered('requests over 1s which still got a 200', 'source logs | filter $d.duration_ms > 1000 && $d.status == 200'),
  answered(
    'what percentage of the checkout requests comes back as 4xx in each region?',
    "source logs | filter $l.subsystemname == 'checkout' | groupby $d.region aggregate count_if($d.status >= 400 && $d.status < 500) / count() as rate | orderby rate desc",
  ),
  answered(
    'what share of the errors comes from each region',
    'source logs | filter $m.severity == ERROR | groupby $d.region aggregate count() as errors | join cross (source logs | filter $m.severity == ERROR | count into total) into all | choose region, errors, errors / all.total as share | orderby errors desc',
  ),
  answered('give me a few examples of failed requests', 'source logs | filter $d.status >= 400'),
  answered('give me an example of a 503', 'source logs | filter $d.status == 503 | limit 1'),
  answered('what kinds of messages do we log at all', 'source logs | distinct $d.msg'),
  answered(
    'what types of errors do we see in checkout',
    "source logs | filter $m.severity == ERROR && $l.subsystemname == 'checkout' | distinct $d.msg",
  ),
  answered(
    'median duration of checkout and how slow is it for the worst 1%',
    "source spans | filter $l.serviceName == 'checkout' | aggregate percentile(0.5, $m.duration) as p50_duration, percentile(0.99, $m.duration) as p99_duration",
  ),
  answered(
    'what do the slowest 5% of users see',
    'source spans | aggregate percentile(0.95, $m.duration) as p95_duration',
  ),
  answered(
    'how many users had a 404 and how many of them also a 503',
    'source logs | filter $d.user_id != null | groupby $d.user_id aggregate count_if($d.status == 404) as s_404, count_if($d.status == 503) as s_503 | aggregate count_if(s_404 > 0) as all, count_if(s_404 > 0 && s_503 > 0) as of_them',
  ),
  answered(
    'of the users in us-east-1, how many were also in eu-west-1?',
    "source logs | filter $d.user_id != null | groupby $d.user_id aggregate count_if($d.region == 'us-east-1') as us_east_1, count_if($d.region == 'eu-west-1') as eu_west_1 | aggregate count_if(us_east_1 > 0) as all, count_if(us_east_1 > 0 && eu_west_1 > 0) as of_them",
  ),
  declined('how many checkout invoices were there today?', 'clarify'),
  answered(
    'how many checkout requests were there today?',
    "source logs between @'now' / 1d and @'now' | filter $l.subsystemname == 'checkout' | count",
  ),
  answered(
    'errors 2 hours before and 2 hours after 09:30',
    "source logs between @'2026-11-20T07:30:00Z' and @'2026-11-20T11:30:00Z' | filter $m.severity == ERROR | aggregate count_if($m.timestamp < @'2026-11-20T09:30:00Z') as before, count_if($m.timestamp >= @'2026-11-20T09:30:00Z') as after",
  ),
  answered(
    '30 minutes before and after 09:30: requests by status',
    "source logs between @'2026-11-20T09:00:00Z' and @'2026-11-20T10:00:00Z' | groupby $d.status aggregate count_if($m.timestamp < @'2026-11-20T09:30:00Z') as before, count_if($m.timestamp >= @'2026-11-20T09:30:00Z') as after | orderby before desc",
  ),
];

/** The same of telemetry as it is exported. */
export const READ_OUT: readonly QuestionItem[] = [
  answered(
    'extract the port from "listening on port ..." and count the records per service and port',
    "source logs | filter $d.logRecord.body ~ 'listening on port' | extract $d.logRecord.body into found using regexp(/port\\s*[=:#]?\\s*(?<port>\\d+(?:\\.\\d+)?)/) | groupby $d.found.port, $l.subsystemname aggregate count() as count | orderby count desc",
  ),
  answered(
    'get the port out of "listening on port" lines and list the different ones',
    "source logs | filter $d.logRecord.body ~ 'listening on port' | extract $d.logRecord.body into found using regexp(/port\\s*[=:#]?\\s*(?<port>\\d+(?:\\.\\d+)?)/) | distinct $d.found.port",
  ),
];
