import { answered, type QuestionItem } from './item.ts';

/**
 * What one group or one time has and another has not, the sides of a comparison, the first of each group, parts of a whole
 * and of a sum, counts of some of those counted, and sentences that shape the one before.
 */
export const BESIDE: readonly QuestionItem[] = [
  answered(
    'any service without a single warning yesterday?',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | groupby $l.subsystemname aggregate count_if($m.severity == WARNING) as warning | filter warning == 0 | orderby warning desc",
  ),
  answered(
    'which services have not logged a single critical line since Monday?',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | groupby $l.subsystemname aggregate count_if($m.severity == CRITICAL) as critical | filter critical == 0 | orderby critical desc",
  ),
  answered(
    'which endpoints had not one 5xx yesterday',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $d.path != null | groupby $d.path aggregate count_if($d.status >= 500 && $d.status < 600) as s_5xx | filter s_5xx == 0 | orderby s_5xx desc",
  ),
  answered(
    'services free of errors today',
    "source logs between @'now' / 1d and @'now' | groupby $l.subsystemname aggregate count_if($m.severity == ERROR) as errors | filter errors == 0 | orderby errors desc",
  ),
  answered(
    'is there any service with zero warnings this week?',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | groupby $l.subsystemname aggregate count_if($m.severity == WARNING) as warnings | filter warnings == 0 | orderby warnings desc",
  ),
  answered(
    'which users never visited cart today?',
    "source logs between @'now' / 1d and @'now' | filter $d.user_id != null | groupby $d.user_id aggregate count_if($l.subsystemname == 'cart') as cart | filter cart == 0 | orderby cart desc",
  ),
  answered(
    'who did not get a single error today?',
    "source logs between @'now' / 1d and @'now' | filter $d.user_id != null | groupby $d.user_id aggregate count_if($m.severity == ERROR) as error | filter error == 0 | orderby error desc",
  ),
  answered(
    'which services did not log an error or warning today?',
    "source logs between @'now' / 1d and @'now' | groupby $l.subsystemname aggregate count_if($m.severity == ERROR || $m.severity == WARNING) as error_or_warning | filter error_or_warning == 0 | orderby error_or_warning desc",
  ),
  answered(
    'users who had errors today but none yesterday',
    "source logs between @'now' / 1d - 1d and @'now' | filter $m.severity == ERROR && $d.user_id != null | groupby $d.user_id aggregate count_if($m.timestamp >= @'now' / 1d) as today, count_if($m.timestamp < @'now' / 1d) as yesterday | filter today > 0 | filter yesterday == 0 | orderby today desc",
  ),
  answered(
    'which users hit 429 today but not yesterday?',
    "source logs between @'now' / 1d - 1d and @'now' | filter $d.status == 429 && $d.user_id != null | groupby $d.user_id aggregate count_if($m.timestamp >= @'now' / 1d) as today, count_if($m.timestamp < @'now' / 1d) as yesterday | filter today > 0 | filter yesterday == 0 | orderby today desc",
  ),
  answered(
    'services with warnings yesterday but none today',
    "source logs between @'now' / 1d - 1d and @'now' | filter $m.severity == WARNING | groupby $l.subsystemname aggregate count_if($m.timestamp < @'now' / 1d) as yesterday, count_if($m.timestamp >= @'now' / 1d) as today | filter yesterday > 0 | filter today == 0 | orderby yesterday desc",
  ),
  answered(
    'which error messages appeared today that did not appear yesterday?',
    "source logs between @'now' / 1d - 1d and @'now' | filter $m.severity == ERROR | groupby $d.msg aggregate count_if($m.timestamp >= @'now' / 1d) as today, count_if($m.timestamp < @'now' / 1d) as yesterday | filter today > 0 | filter yesterday == 0 | orderby today desc",
  ),
  answered(
    'which users had an error this week for the first time?',
    "source logs between @'2026-11-09T00:00:00Z' and @'now' | filter $m.severity == ERROR && $d.user_id != null | groupby $d.user_id aggregate count_if($m.timestamp >= @'2026-11-16T00:00:00Z') as since, count_if($m.timestamp < @'2026-11-16T00:00:00Z') as before | filter since > 0 | filter before == 0 | orderby since desc",
  ),
  answered(
    'which messages are new since 12:00?',
    "source logs between @'2026-11-13T12:00:00Z' and @'now' | groupby $d.msg aggregate count_if($m.timestamp >= @'2026-11-20T12:00:00Z') as since, count_if($m.timestamp < @'2026-11-20T12:00:00Z') as before | filter since > 0 | filter before == 0 | orderby since desc",
  ),
  answered(
    'which endpoints no longer fail today?',
    "source logs between @'now' / 1d - 7d and @'now' | filter $d.path != null && $d.status >= 400 | groupby $d.path aggregate count_if($m.timestamp < @'now' / 1d) as before, count_if($m.timestamp >= @'now' / 1d) as since | filter before > 0 | filter since == 0 | orderby before desc",
  ),
  answered(
    'which services logged errors after 12:00 but not before?',
    "source logs between @'2026-11-13T12:00:00Z' and @'now' | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count_if($m.timestamp >= @'2026-11-20T12:00:00Z') as since, count_if($m.timestamp < @'2026-11-20T12:00:00Z') as before | filter since > 0 | filter before == 0 | orderby since desc",
  ),
  answered(
    'did the p95 latency of checkout change after 12:00 compared with before?',
    "source spans | filter $l.serviceName == 'checkout' | groupby if($m.timestamp >= @'2026-11-20T12:00:00Z', 'after', 'before') as period aggregate percentile(0.95, $m.duration) as p95_duration | orderby period asc",
  ),
  answered(
    'were there more errors after 12:00 than before?',
    "source logs | filter $m.severity == ERROR | aggregate count_if($m.timestamp < @'2026-11-20T12:00:00Z') as before, count_if($m.timestamp >= @'2026-11-20T12:00:00Z') as after",
  ),
  answered(
    'is checkout slower since 12:00 than before?',
    "source spans | filter $l.serviceName == 'checkout' | aggregate avg(if($m.timestamp < @'2026-11-20T12:00:00Z', $m.duration, null)) as before, avg(if($m.timestamp >= @'2026-11-20T12:00:00Z', $m.duration, null)) as after",
  ),
  answered(
    'do failed requests take longer than successful ones?',
    "source spans | groupby case { $d.tags.error == 'true' -> 'failed_requests', !($d.tags.error == 'true') -> 'successful' } as side aggregate avg($m.duration) as avg_duration | orderby avg_duration desc",
  ),
  answered(
    'which take longer, failed or successful requests?',
    "source spans | groupby case { $d.tags.error == 'true' -> 'failed', !($d.tags.error == 'true') -> 'successful_requests' } as side aggregate avg($m.duration) as avg_duration | orderby avg_duration desc",
  ),
  answered(
    'do failed requests take longer than other requests?',
    "source spans | groupby case { $d.tags.error == 'true' -> 'failed_requests', !($d.tags.error == 'true') -> 'others' } as side aggregate avg($m.duration) as avg_duration | orderby avg_duration desc",
  ),
  answered(
    'is checkout slower in eu-west-1 than in us-east-1?',
    "source logs | filter $l.subsystemname == 'checkout' && in($d.region, 'eu-west-1', 'us-east-1') | groupby $d.region aggregate avg($d.duration_ms) as avg_duration_ms | orderby avg_duration_ms desc",
  ),
  answered(
    'does checkout fail more often than cart?',
    "source logs | filter in($l.subsystemname, 'checkout', 'cart') | groupby $l.subsystemname aggregate count_if($d.status >= 400) / count() as rate, count_if($d.status >= 400) as count | orderby rate desc",
  ),
  answered(
    'does checkout have more errors than cart?',
    "source logs | filter $m.severity == ERROR && in($l.subsystemname, 'checkout', 'cart') | groupby $l.subsystemname aggregate count() as errors | orderby errors desc",
  ),
  answered(
    'users with 3 or more errors in the last 2h',
    'source logs last 2h | filter $m.severity == ERROR && $d.user_id != null | groupby $d.user_id aggregate count() as errors | filter errors >= 3 | orderby errors desc',
  ),
  answered(
    'users with 20 or fewer requests today',
    "source logs between @'now' / 1d and @'now' | filter $d.user_id != null | groupby $d.user_id aggregate count() as requests | filter requests <= 20 | orderby requests desc",
  ),
  answered(
    'which users had an error three times or more today?',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $d.user_id != null | groupby $d.user_id aggregate count() as errors | filter errors >= 3 | orderby errors desc",
  ),
  answered(
    'services with 10+ warnings today',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == WARNING | groupby $l.subsystemname aggregate count() as warnings | filter warnings >= 10 | orderby warnings desc",
  ),
  answered(
    'services with only a handful of errors today',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | filter errors <= 5 | orderby errors desc",
  ),
  answered(
    'status 500 or more by service',
    'source logs | filter $d.status >= 500 | groupby $l.subsystemname aggregate count() as count | orderby count desc',
  ),
  answered(
    'for each region, the service with the most warnings since Monday',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter $m.severity == WARNING | groupby $d.region, $l.subsystemname aggregate count() as warnings | dedupeby region keep 1 orderby warnings desc",
  ),
  answered(
    'the noisiest service of each region today',
    "source logs between @'now' / 1d and @'now' | groupby $d.region, $l.subsystemname aggregate count() as count | dedupeby region keep 1 orderby count desc",
  ),
  answered(
    'who has the most errors in each region?',
    'source logs | filter $m.severity == ERROR && $d.user_id != null | groupby $d.region, $d.user_id aggregate count() as errors | dedupeby region keep 1 orderby errors desc',
  ),
  answered(
    'for every region the service that fails most often',
    'source logs | filter $d.status >= 400 | groupby $d.region, $l.subsystemname aggregate count() as count | dedupeby region keep 1 orderby count desc',
  ),
  answered(
    'for each region, the two services with the most errors',
    'source logs | filter $m.severity == ERROR | groupby $d.region, $l.subsystemname aggregate count() as errors | dedupeby region keep 2 orderby errors desc',
  ),
  answered(
    'who are the three customers with the most failed requests since Monday?',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter $d.status >= 400 && $d.user_id != null | groupby $d.user_id aggregate count() as requests | orderby requests desc | limit 3",
  ),
  answered(
    'who had the most errors today?',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $d.user_id != null | groupby $d.user_id aggregate count() as errors | orderby errors desc | limit 1",
  ),
  answered(
    'what part of the calls to checkout failed today, per hour?',
    "source logs between @'now' / 1d and @'now' | filter $l.subsystemname == 'checkout' | groupby roundTime($m.timestamp, 1h) as bucket aggregate count_if($d.status >= 400) / count() as rate | orderby bucket asc",
  ),
  answered(
    'what share of the total time spent in checkout spans goes to GET?',
    "source spans | filter $l.serviceName == 'checkout' | aggregate sum(if($d.tags['http.method'] == 'GET', $m.duration, null)) / sum($m.duration) as share",
  ),
  answered(
    'how are the failed requests spread over the regions, in percent?',
    'source logs | filter $d.status >= 400 | groupby $d.region aggregate count() as requests | join cross (source logs | filter $d.status >= 400 | count into total) into all | choose region, requests, requests / all.total as share | orderby requests desc',
  ),
  answered(
    'distribution of warnings over services in percent',
    'source logs | filter $m.severity == WARNING | groupby $l.subsystemname aggregate count() as warnings | join cross (source logs | filter $m.severity == WARNING | count into total) into all | choose subsystemname, warnings, warnings / all.total as share | orderby warnings desc',
  ),
  answered(
    'what share of the warnings does each service have today?',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == WARNING | groupby $l.subsystemname aggregate count() as warnings | join cross (source logs between @'now' / 1d and @'now' | filter $m.severity == WARNING | count into total) into all | choose subsystemname, warnings, warnings / all.total as share | orderby warnings desc",
  ),
  answered(
    "how much of the errors of each service is 'payment declined', in percent?",
    "source logs | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count_if($d.msg ~ 'payment declined') / count() as rate | orderby rate desc",
  ),
  answered(
    'per day, how many users went to checkout and how many of them ran into an error there?',
    "source logs | filter $l.subsystemname == 'checkout' | groupby roundTime($m.timestamp, 1d) as bucket aggregate distinct_count($d.user_id) as all, distinct_count_if($m.severity == ERROR, $d.user_id) as with_error | orderby bucket asc",
  ),
  answered(
    'how many requests did each service get yesterday, and how many of those failed?',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | groupby $l.subsystemname aggregate count() as requests, count_if($d.status >= 400) as failed | orderby requests desc",
  ),
  answered(
    'show the failed calls today. Group them by service and operation',
    "source spans between @'now' / 1d and @'now' | filter $d.tags.error == 'true' | groupby $l.serviceName, $l.operationName aggregate count() as count | orderby count desc",
  ),
  answered(
    'Which requests failed yesterday? Break them down by region.',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $d.status >= 400 | groupby $d.region aggregate count() as requests | orderby requests desc",
  ),
  answered(
    'errors today. Only the ones in checkout.',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $l.subsystemname == 'checkout'",
  ),
  answered(
    'which customers could not pay because of a timeout?',
    "source logs | filter $l.subsystemname == 'payment-gateway' && $d.msg ~ 'timeout' | distinct $d.user_id",
  ),
  answered(
    'which users were unable to log in today?',
    "source logs between @'now' / 1d and @'now' | filter $d.msg ~ 'login failed' | distinct $d.user_id",
  ),
  answered(
    'by the "retry attempt" lines, which attempt has each service?',
    "source logs | filter $d.msg ~ 'retry attempt' | extract $d.msg into found using regexp(/attempt\\s*[=:#]?\\s*(?<attempt>\\d+(?:\\.\\d+)?)/) | distinct $l.subsystemname, $d.found.attempt",
  ),
  answered(
    'is there a region where nothing failed today?',
    "source logs between @'now' / 1d and @'now' | groupby $d.region aggregate count_if($d.status >= 400) as failed | filter failed == 0 | orderby failed desc",
  ),
  answered(
    'services which have been error-free since Monday',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | groupby $l.subsystemname aggregate count_if($m.severity == ERROR) as error | filter error == 0 | orderby error desc",
  ),
  answered(
    'services with neither warnings nor errors today',
    "source logs between @'now' / 1d and @'now' | groupby $l.subsystemname aggregate count_if($m.severity == WARNING || $m.severity == ERROR) as warnings_or_errors | filter warnings_or_errors == 0 | orderby warnings_or_errors desc",
  ),
  answered(
    'services that had errors in the last hour but not in the hour before',
    "source logs between @'now' - 2h and @'now' | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count_if($m.timestamp >= @'now' - 1h) as last_hour, count_if($m.timestamp < @'now' - 1h) as the_hour_before | filter last_hour > 0 | filter the_hour_before == 0 | orderby last_hour desc",
  ),
  answered(
    'which warnings did not exist before today?',
    "source logs between @'now' / 1d - 7d and @'now' | filter $m.severity == WARNING | groupby $d.msg aggregate count_if($m.timestamp >= @'now' / 1d) as since, count_if($m.timestamp < @'now' / 1d) as before | filter since > 0 | filter before == 0 | orderby since desc",
  ),
  answered(
    'how much slower did checkout get after 12:00?',
    "source spans | filter $l.serviceName == 'checkout' | aggregate avg(if($m.timestamp < @'2026-11-20T12:00:00Z', $m.duration, null)) as before, avg(if($m.timestamp >= @'2026-11-20T12:00:00Z', $m.duration, null)) as after",
  ),
  answered(
    'customers who ran into a 503 more than once today',
    "source logs between @'now' / 1d and @'now' | filter $d.user_id != null && $d.status == 503 | groupby $d.user_id aggregate count() as count | filter count > 1 | orderby count desc",
  ),
  answered(
    'which services had between 5 and 20 warnings today?',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == WARNING | groupby $l.subsystemname aggregate count() as warnings | filter warnings >= 5 | filter warnings <= 20 | orderby warnings desc",
  ),
  answered(
    'errors per service as a share of all errors today',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as count | join cross (source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | count into total) into all | choose subsystemname, count, count / all.total as share | orderby count desc",
  ),
  answered(
    'percentage of errors per region of the total',
    'source logs | filter $m.severity == ERROR | groupby $d.region aggregate count() as count | join cross (source logs | filter $m.severity == ERROR | count into total) into all | choose region, count, count / all.total as share | orderby count desc',
  ),
  answered(
    'Which services logged errors today? Sort by number of errors.',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as count | orderby count desc",
  ),
  answered(
    'How long do queries take on average? Per service and hour, please.',
    'source spans | groupby roundTime($m.timestamp, 1h) as bucket, $l.serviceName aggregate avg($m.duration) as avg_duration | orderby bucket asc',
  ),
  answered(
    'Number of failed requests since Monday. One line per day.',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter $d.status >= 400 | groupby roundTime($m.timestamp, 1d) as bucket aggregate count() as requests | orderby bucket asc",
  ),
  answered(
    'of the users that visited checkout today how many had an error?',
    "source logs between @'now' / 1d and @'now' | filter $l.subsystemname == 'checkout' | aggregate distinct_count($d.user_id) as all, distinct_count_if($m.severity == ERROR, $d.user_id) as with_error",
  ),
  answered(
    'how many requests were made per region and how many of them were slower than 500 ms?',
    'source logs | groupby $d.region aggregate count() as requests, count_if($d.duration_ms > 500) as of_them | orderby requests desc',
  ),
  answered(
    "how many warnings did each service log today and how many of those mention 'slow query'?",
    "source logs between @'now' / 1d and @'now' | filter $m.severity == WARNING | groupby $l.subsystemname aggregate count() as count, count_if($d.msg ~ 'slow query') as slow_query | orderby count desc",
  ),
  answered(
    'is the p95 of checkout worse than that of cart?',
    "source spans | filter in($l.serviceName, 'checkout', 'cart') | groupby $l.serviceName aggregate percentile(0.95, $m.duration) as p95_duration | orderby p95_duration desc",
  ),
  answered(
    'which services have no logs in us-east-1?',
    "source logs | groupby $l.subsystemname aggregate count_if($d.region == 'us-east-1') as us_east_1 | filter us_east_1 == 0 | orderby us_east_1 desc",
  ),
  answered(
    'what services stopped failing today?',
    "source logs between @'now' / 1d - 7d and @'now' | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count_if($m.timestamp < @'now' / 1d) as before, count_if($m.timestamp >= @'now' / 1d) as since | filter before > 0 | filter since == 0 | orderby before desc",
  ),
  answered(
    'did errors in checkout go down since 12:00?',
    "source logs | filter $m.severity == ERROR && $l.subsystemname == 'checkout' | aggregate count_if($m.timestamp < @'2026-11-20T12:00:00Z') as before, count_if($m.timestamp >= @'2026-11-20T12:00:00Z') as after",
  ),
  answered(
    'number of warnings per service before 12:00 compared to after',
    "source logs | filter $m.severity == WARNING | groupby $l.subsystemname aggregate count_if($m.timestamp < @'2026-11-20T12:00:00Z') as before, count_if($m.timestamp >= @'2026-11-20T12:00:00Z') as after | orderby before desc",
  ),
  answered(
    'per region, who failed most often?',
    'source logs | filter $d.status >= 400 && $d.user_id != null | groupby $d.region, $d.user_id aggregate count() as count | dedupeby region keep 1 orderby count desc',
  ),
  answered(
    'which two endpoints are slowest?',
    'source logs | filter $d.path != null | groupby $d.path aggregate avg($d.duration_ms) as avg_duration_ms | orderby avg_duration_ms desc | limit 2',
  ),
  answered(
    'what share of users ran into an error today?',
    "source logs between @'now' / 1d and @'now' | aggregate distinct_count_if($m.severity == ERROR, $d.user_id) / distinct_count($d.user_id) as share",
  ),
  answered(
    'share of total latency by service',
    'source spans | groupby $l.serviceName aggregate sum($m.duration) as sum_duration | join cross (source spans | aggregate sum($m.duration) as total) into all | choose serviceName, sum_duration, sum_duration / all.total as share | orderby sum_duration desc',
  ),
  answered(
    'number of users and number of users with errors per day',
    'source logs | groupby roundTime($m.timestamp, 1d) as bucket aggregate distinct_count($d.user_id) as all, distinct_count_if($m.severity == ERROR, $d.user_id) as with_errors | orderby bucket asc',
  ),
  answered(
    'how many requests to checkout were there since Monday, and how many failed?',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter $l.subsystemname == 'checkout' | aggregate count() as requests, count_if($d.status >= 400) as failed",
  ),
  answered(
    'Which services had criticals yesterday? How many each?',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $m.severity == CRITICAL | groupby $l.subsystemname aggregate count() as criticals | orderby criticals desc",
  ),
  answered('requests whose status was neither 200 nor 422', 'source logs | filter !in($d.status, 200, 422)'),
  answered(
    'who never visited cart today?',
    "source logs between @'now' / 1d and @'now' | filter $d.user_id != null | groupby $d.user_id aggregate count_if($l.subsystemname == 'cart') as cart | filter cart == 0 | orderby cart desc",
  ),
  answered(
    'which endpoints had no 404 or 500 today',
    "source logs between @'now' / 1d and @'now' | filter $d.path != null | groupby $d.path aggregate count_if($d.status == 404 || $d.status == 500) as s_404_or_s_500 | filter s_404_or_s_500 == 0 | orderby s_404_or_s_500 desc",
  ),
  answered(
    'services with no failed requests and more than 100 requests',
    'source logs | groupby $l.subsystemname aggregate count_if($d.status >= 400) as failed_requests, count() as requests | filter failed_requests == 0 | filter requests > 100 | orderby failed_requests desc',
  ),
  answered(
    'new services this week',
    "source logs between @'2026-11-09T00:00:00Z' and @'now' | groupby $l.subsystemname aggregate count_if($m.timestamp >= @'2026-11-16T00:00:00Z') as since, count_if($m.timestamp < @'2026-11-16T00:00:00Z') as before | filter since > 0 | filter before == 0 | orderby since desc",
  ),
  answered(
    'break down errors by region',
    'source logs | filter $m.severity == ERROR | groupby $d.region aggregate count() as errors | orderby errors desc',
  ),
  answered(
    'requests taking 2 s or more today',
    "source spans between @'now' / 1d and @'now' | filter $m.duration >= 2000000",
  ),
];
