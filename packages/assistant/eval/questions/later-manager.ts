import { ERROR, LOG_CODE, most, S, SERVER, SVC, THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { errors, MSG, OR_WORSE, SHOP_STATUS, STATUS, sinceClock, THURSDAY, USER } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';

const own = asks('own');
const shop = asks('shop');
const fleet = asks('fleet');
const FAILED = `count_if(${SHOP_STATUS} >= 400) / count()`;
const PAYMENTS = `${S} == 'payments'`;
const VALIDATION = `${S} == 'validation-service'`;
const UNTIL_THREE_HOURS = "$m.timestamp < @'now' - 3h";
const DRY = `${MSG} ~ 'no connection left in pool'`;

/** By someone who writes down what happened, for people who were not there. */
export const LATER_MANAGER: readonly EvalQuestion[] = [
  shop('easy', 'count', 'Total number of requests yesterday', `source logs ${YESTERDAY} | count`),
  shop(
    'easy',
    'distinct',
    'How many distinct users did we have last Saturday?',
    `source logs between @'2026-11-14' and @'2026-11-15' | aggregate distinct_count(${USER}) as n`,
  ),
  shop(
    'medium',
    'ratio',
    'What percentage of requests failed on each day of this week?',
    `source logs ${THIS_WEEK} | groupby roundTime($m.timestamp, 1d) as t aggregate ${FAILED} as share`,
  ),
  shop(
    'medium',
    'distinct',
    'How many users were affected by "no connection left in pool" on Thursday?',
    `source logs ${THURSDAY} | filter ${DRY} | aggregate distinct_count(${USER}) as n`,
  ),
  shop(
    'medium',
    'top groups',
    'On which day of the past 7 days did we have the most errors?',
    ...most(
      `source logs last 7d | filter ${ERROR} | groupby roundTime($m.timestamp, 1d) as t aggregate count() as n`,
      'n',
    ),
  ),
  shop(
    'hard',
    'compare time',
    'Number of 5xx responses on Wednesday versus Thursday',
    `source logs between @'2026-11-18' and @'2026-11-20' | filter ${SHOP_STATUS} >= 500 && ${SHOP_STATUS} < 600 | aggregate count_if($m.timestamp < @'2026-11-19') as a, count_if($m.timestamp >= @'2026-11-19') as b`,
    `source logs between @'2026-11-18' and @'2026-11-20' | filter ${SHOP_STATUS} >= 500 | groupby roundTime($m.timestamp, 1d) as t aggregate count() as n`,
    `source logs between @'2026-11-18' and @'2026-11-20' | filter ${SHOP_STATUS} >= 500 | groupby if($m.timestamp < @'2026-11-19', 'a', 'b') as t aggregate count() as n`,
  ),
  shop(
    'medium',
    'ratio',
    'Availability of /checkout in November, that is the share of responses with a status below 500',
    `source logs between @'2026-11-01' and @'now' | filter $d.path == '/checkout' | aggregate count_if(${SHOP_STATUS} < 500) / count() as share`,
  ),
  shop(
    'hard',
    'having',
    'Which hours of yesterday had more than 3 errors?',
    `source logs ${YESTERDAY} | filter ${ERROR} | groupby roundTime($m.timestamp, 1h) as t aggregate count() as n | filter n > 3`,
    `source logs ${YESTERDAY} | filter ${ERROR} | groupby $m.timestamp.extractTime('hour') as t aggregate count() as n | filter n > 3`,
  ),
  shop(
    'easy',
    'statistic',
    'average response time by path for the last week',
    'source logs last 7d | groupby $d.path aggregate avg($d.duration_ms) as mean',
    "source logs between @'2026-11-09' and @'2026-11-16' | groupby $d.path aggregate avg($d.duration_ms) as mean",
  ),
  own(
    'easy',
    'count',
    'How many logs of severity error or higher in the last 24 hours?',
    `source logs last 24h | filter ${OR_WORSE} | count`,
  ),
  own(
    'medium',
    'series',
    'Timeline of the incident: errors in validation-service every 10 minutes since noon',
    `source logs ${sinceClock('12:00')} | filter ${ERROR} && ${VALIDATION} | groupby roundTime($m.timestamp, 10m) as t aggregate count() as n`,
  ),
  own(
    'medium',
    'when',
    'At what time did validation-service log its first error after 12:30?',
    `source logs ${sinceClock('12:30')} | filter ${ERROR} && ${VALIDATION} | aggregate min($m.timestamp) as first`,
    `source logs ${sinceClock('12:30')} | filter ${ERROR} && ${VALIDATION} | orderby $m.timestamp | limit 1`,
  ),
  own(
    'hard',
    'ratio',
    'What fraction of all errors today came from validation-service?',
    `source logs ${TODAY} | filter ${ERROR} | aggregate count_if(${VALIDATION}) / count() as share`,
  ),
  own(
    'medium',
    'top groups',
    'The top 2 error codes of validation-service in the last 2 hours',
    `source logs last 2h | filter ${ERROR} && ${VALIDATION} | groupby ${LOG_CODE} aggregate count() as n | orderby n desc | limit 2`,
    `source logs last 2h | filter ${VALIDATION} && ${LOG_CODE} != null | groupby ${LOG_CODE} aggregate count() as n | orderby n desc | limit 2`,
  ),
  own(
    'medium',
    'statistic',
    'Total duration of the validation-service spans that failed today',
    `source spans ${TODAY} | filter ${SVC} == 'validation-service' && $d.tags.error == 'true' | aggregate sum($m.duration) as total`,
  ),
  own(
    'easy',
    'count by',
    'errors by service today',
    `source logs ${TODAY} | filter ${ERROR} | groupby ${S} aggregate count() as n`,
  ),
  fleet(
    'hard',
    'compare time',
    'Average latency_ms of payments during the last 3 hours compared with the 3 hours before',
    `source logs last 6h | filter ${PAYMENTS} | aggregate avg(if(!(${UNTIL_THREE_HOURS}), $d.latency_ms)) as a, avg(if(${UNTIL_THREE_HOURS}, $d.latency_ms)) as b`,
    `source logs last 6h | filter ${PAYMENTS} | groupby if(${UNTIL_THREE_HOURS}, 'a', 'b') as period aggregate avg($d.latency_ms) as mean`,
  ),
  fleet(
    'medium',
    'top groups',
    'List the four routes with the most failed requests since 11:30',
    `source logs ${sinceClock('11:30')} | filter ${STATUS} >= 400 | groupby $d.http.route aggregate count() as n | orderby n desc | limit 4`,
    `source spans ${sinceClock('11:30')} | filter $d.tags.error == 'true' && ${SERVER} | groupby $d.tags['http.route'] aggregate count() as n | orderby n desc | limit 4`,
    `source spans ${sinceClock('11:30')} | filter $d.tags.error == 'true' | groupby $d.tags['http.route'] aggregate count() as n | orderby n desc | limit 4`,
  ),
  fleet(
    'easy',
    'count',
    'How many 504s did we return this week?',
    `source logs ${THIS_WEEK} | filter ${STATUS} == 504 | count`,
  ),
  fleet(
    'medium',
    'series',
    "What did the mailer's error count look like per day over the last week?",
    ...errors(
      (bad) =>
        `source logs last 7d | filter ${bad} && ${S} == 'mailer' | groupby roundTime($m.timestamp, 1d) as t aggregate count() as n`,
    ),
    ...errors(
      (bad) =>
        `source logs between @'2026-11-09' and @'2026-11-16' | filter ${bad} && ${S} == 'mailer' | groupby roundTime($m.timestamp, 1d) as t aggregate count() as n`,
    ),
  ),
];
