import { BODY, ERROR, most, S, SERVER, SVC, since, TODAY, TWO_DAYS, YESTERDAY } from './blind-terms.ts';
import { asks, type EvalQuestion } from './question.ts';

const own = asks('own');
const shop = asks('shop');
const fleet = asks('fleet');
const MORNINGS = "source logs between @'2026-11-19T06:00:00Z' and @'2026-11-20T12:00:00Z'";
const THIS_MORNING = "$m.timestamp >= @'2026-11-20T06:00:00Z'";
const LAST_MORNING = "$m.timestamp < @'2026-11-19T12:00:00Z'";

/** By someone whose first language is another one. */
export const BLIND_C: readonly EvalQuestion[] = [
  own(
    'easy',
    'list',
    'show me please all the warnings from queue-worker of today',
    `source logs ${TODAY} | filter $m.severity == WARNING && ${S} == 'queue-worker'`,
  ),
  own('easy', 'count', 'how much errors we have in last 30 minutes?', `source logs last 30m | filter ${ERROR} | count`),
  own(
    'easy',
    'distinct',
    'give list of all services who write logs',
    `source logs | distinct ${S}`,
    `source logs | groupby ${S} aggregate count() as n`,
  ),
  own(
    'medium',
    'top',
    'which service is making the most errors from yesterday until now?',
    ...most(`source logs ${TWO_DAYS} | filter ${ERROR} | groupby ${S} aggregate count() as n`, 'n'),
  ),
  own(
    'medium',
    'statistic',
    'how long in average takes the sqlite select?',
    "source spans | filter $l.operationName == 'sqlite SELECT' | aggregate avg($m.duration) as a",
  ),
  own(
    'medium',
    'when',
    'when was coming the first error of validation-service today?',
    `source logs ${TODAY} | filter ${ERROR} && ${S} == 'validation-service' | aggregate min($m.timestamp) as first`,
    `source logs ${TODAY} | filter ${ERROR} && ${S} == 'validation-service' | orderby $m.timestamp asc | limit 1`,
  ),
  own(
    'medium',
    'threshold',
    'requests what needs more than 250 milliseconds in api-gateway yesterday evening',
    `source spans between @'2026-11-19T18:00:00Z' and @'2026-11-19T22:00:00Z' | filter ${SVC} == 'api-gateway' && $m.duration > 250000`,
    `source spans between @'2026-11-19T18:00:00Z' and @'2026-11-19T22:00:00Z' | filter ${SVC} == 'api-gateway' && ${SERVER} && $m.duration > 250000`,
  ),
  own(
    'medium',
    'count by',
    'how is the repartition of log levels by service',
    `source logs | groupby ${S}, $m.severity aggregate count() as n`,
    `source logs | groupby ${S} aggregate count_if($m.severity == DEBUG) as debug, count_if($m.severity == INFO) as info, count_if($m.severity == WARNING) as warning, count_if(${ERROR}) as error`,
  ),
  own(
    'medium',
    'when',
    'are there still messages of circuit opened since 14:00?',
    `source logs ${since('2026-11-20T14:00:00Z')} | filter ${BODY} ~ 'circuit opened' | count`,
    `source logs ${since('2026-11-20T14:00:00Z')} | filter ${BODY} ~ 'circuit opened'`,
  ),
  own(
    'hard',
    'top per group',
    'for each service the most frequent error message',
    `source logs | filter ${ERROR} | groupby ${S}, ${BODY} aggregate count() as n | dedupeby subsystemname keep 1 orderby n desc`,
  ),
  own(
    'hard',
    'compare times',
    'compare please the count of errors this morning with yesterday morning',
    `${MORNINGS} | filter ${ERROR} | aggregate count_if(${THIS_MORNING}) as now, count_if(${LAST_MORNING}) as then`,
    `${MORNINGS} | filter ${ERROR} && (${THIS_MORNING} || ${LAST_MORNING}) | groupby if(${THIS_MORNING}, 'a', 'b') as morning aggregate count() as n`,
  ),
  shop(
    'easy',
    'count by',
    'count of requests with status 404 by path',
    'source logs | filter $d.status == 404 | groupby $d.path aggregate count() as n',
  ),
  shop('easy', 'list', 'informations about user u-0007 of today', `source logs ${TODAY} | filter $d.user == 'u-0007'`),
  shop(
    'easy',
    'top rows',
    'the last ten errors please',
    `source logs | filter ${ERROR} | orderby $m.timestamp desc | limit 10`,
  ),
  shop(
    'medium',
    'distinct',
    'how many users have received rate limit since this morning?',
    `source logs ${since('2026-11-20T06:00:00Z')} | filter $d.msg ~ 'rate limit' | aggregate distinct_count($d.user) as n`,
  ),
  shop(
    'medium',
    'series',
    'in which hour was yesterday the biggest count of requests?',
    ...most(`source logs ${YESTERDAY} | groupby roundTime($m.timestamp, 1h) as hour aggregate count() as n`, 'n'),
    ...most(`source logs ${YESTERDAY} | groupby extractTime($m.timestamp, 'hour') as hour aggregate count() as n`, 'n'),
  ),
  shop(
    'medium',
    'list',
    'requests without user in payments',
    `source logs | filter $d.user == null && ${S} == 'payments'`,
  ),
  shop(
    'medium',
    'series',
    'median duration of the checkout page for every day',
    "source logs | filter $d.path == '/checkout' | groupby roundTime($m.timestamp, 1d) as day aggregate median($d.duration_ms) as m",
  ),
  shop(
    'medium',
    'projection',
    'show me only time, user and msg of the 500 errors',
    'source logs | filter $d.status == 500',
  ),
  shop(
    'medium',
    'when',
    'exist requests with status 500 on /login since wednesday evening?',
    `source logs ${since('2026-11-18T18:00:00Z')} | filter $d.status == 500 && $d.path == '/login' | count`,
    `source logs ${since('2026-11-18T18:00:00Z')} | filter $d.status == 500 && $d.path == '/login'`,
  ),
  shop(
    'hard',
    'ratio',
    'how many percent of the requests of every service are slower than 500 ms?',
    `source logs | groupby ${S} aggregate count_if($d.duration_ms > 500) / count() as share`,
  ),
  shop(
    'hard',
    'compare values',
    'average duration of requests with error and of requests without error',
    `source logs | groupby if(${ERROR}, 'a', 'b') as side aggregate avg($d.duration_ms) as a`,
    `source logs | aggregate avg(if(${ERROR}, $d.duration_ms, null)) as with_error, avg(if(${ERROR}, null, $d.duration_ms)) as without`,
    "source logs | groupby if($d.status >= 400, 'a', 'b') as side aggregate avg($d.duration_ms) as a",
    'source logs | aggregate avg(if($d.status >= 400, $d.duration_ms, null)) as with_error, avg(if($d.status >= 400, null, $d.duration_ms)) as without',
  ),
  fleet(
    'easy',
    'list',
    'make me a list of the errors of shipping in last 6 hours',
    `source logs last 6h | filter ${ERROR} && ${S} == 'shipping'`,
  ),
  fleet(
    'easy',
    'count by',
    'how many logs has every region?',
    'source logs | groupby $d.region aggregate count() as n',
  ),
  fleet(
    'easy',
    'distinct',
    'which versions are running?',
    'source logs | distinct $d.version',
    'source logs | groupby $d.version aggregate count() as n',
    'source logs last 5m | distinct $d.version',
    'source logs last 5m | groupby $d.version aggregate count() as n',
  ),
  fleet(
    'medium',
    'top',
    'who makes the most POST requests?',
    ...most(
      "source logs | filter $d.http.method == 'POST' && $d.user_id != null | groupby $d.user_id aggregate count() as n",
      'n',
    ),
  ),
  fleet(
    'medium',
    'top rows',
    'the 10 most slow spans of shipping today',
    `source spans ${TODAY} | filter ${SVC} == 'shipping' | orderby $m.duration desc | limit 10`,
  ),
  fleet(
    'medium',
    'list',
    'logs of the pod payments-2 with severity error or higher, sorted from old to new',
    "source logs | filter $d.pod == 'payments-2' && $m.severity >= ERROR | orderby $m.timestamp asc",
  ),
  fleet(
    'medium',
    'statistic',
    'average latency of every servise only in us-east-1',
    `source spans | filter $d.tags.region == 'us-east-1' | groupby ${SVC} aggregate avg($m.duration) as a`,
    `source logs | filter $d.region == 'us-east-1' | groupby ${S} aggregate avg($d.latency_ms) as a`,
  ),
  fleet(
    'medium',
    'top',
    'the mailer, what errors has it the most?',
    ...most(`source logs | filter ${ERROR} && ${S} == 'mailer' | groupby $d.message aggregate count() as n`, 'n'),
  ),
  fleet(
    'medium',
    'when',
    'from what time exists the version 1.8.0?',
    "source logs | filter $d.version == '1.8.0' | aggregate min($m.timestamp) as first",
    "source logs | filter $d.version == '1.8.0' | orderby $m.timestamp asc | limit 1",
  ),
  fleet(
    'hard',
    'count by',
    'how many times happened deadlock after the deployment of 1.8.0, for every service?',
    `source logs | filter $d.message ~ 'deadlock' && $d.version == '1.8.0' | groupby ${S} aggregate count() as n`,
  ),
  fleet(
    'hard',
    'having',
    'which services have never a warning?',
    `source logs | groupby ${S} aggregate count_if($m.severity == WARNING) as n | filter n == 0 | choose subsystemname`,
  ),
];
