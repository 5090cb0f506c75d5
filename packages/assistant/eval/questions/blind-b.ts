import {
  BAD_SPAN,
  BODY,
  DAY,
  ERROR,
  LOG_ROUTE,
  LOG_STATUS,
  most,
  OWN_STATUS,
  ROUTE,
  S,
  SERVER,
  SVC,
  THIS_WEEK,
  TODAY,
  TWO_DAYS,
  YESTERDAY,
} from './blind-terms.ts';
import { asks, type EvalQuestion } from './question.ts';

const own = asks('own');
const shop = asks('shop');
const fleet = asks('fleet');
const byDay = 'groupby roundTime($m.timestamp, 1d) as t aggregate';
const FEEDBACK_LOGS = `filter ${LOG_ROUTE} == '/api/feedback'`;
const FEEDBACK_SPANS = `filter ${ROUTE} == '/api/feedback'`;
const QUERY_LOGS = `source logs ${TWO_DAYS} | filter ${LOG_ROUTE} == '/api/query'`;
const QUERY_SPANS = `source spans ${TWO_DAYS} | filter ${ROUTE} == '/api/query'`;
const isToday = `$m.timestamp >= ${DAY}`;
const success = (well: string): string =>
  `aggregate count_if(${isToday} && ${well}) / count_if(${isToday}) as today, count_if($m.timestamp < ${DAY} && ${well}) / count_if($m.timestamp < ${DAY}) as yesterday`;
const successByDay = (well: string): string =>
  `groupby if(${isToday}, 'a', 'b') as day aggregate count_if(${well}) / count() as rate`;

/** By a product manager, in whole sentences. */
export const BLIND_B: readonly EvalQuestion[] = [
  own(
    'easy',
    'count by',
    'How many requests did we get per route?',
    `source spans | groupby ${ROUTE} aggregate count() as n`,
    `source spans | filter ${SERVER} | groupby ${ROUTE} aggregate count() as n`,
    `source logs | groupby ${LOG_ROUTE} aggregate count() as n`,
  ),
  own(
    'easy',
    'statistic',
    'What is the average response time of /api/generate-query?',
    `source spans | filter ${ROUTE} == '/api/generate-query' | aggregate avg($m.duration) as a`,
    `source spans | filter ${ROUTE} == '/api/generate-query' && ${SERVER} | aggregate avg($m.duration) as a`,
  ),
  own(
    'easy',
    'count',
    'How many requests to /api/feedback were there today?',
    `source logs ${TODAY} | ${FEEDBACK_LOGS} | count`,
    `source spans ${TODAY} | ${FEEDBACK_SPANS} | count`,
    `source spans ${TODAY} | ${FEEDBACK_SPANS} && ${SERVER} | count`,
  ),
  own(
    'medium',
    'text',
    'How many queries were rejected because of an unknown field this week?',
    `source logs ${THIS_WEEK} | filter ${BODY} ~ 'query rejected' && ${BODY} ~ 'unknown field' | count`,
  ),
  own(
    'medium',
    'top',
    'Which route had the most failed requests yesterday?',
    ...most(
      `source logs ${YESTERDAY} | filter ${LOG_STATUS} >= 400 | groupby ${LOG_ROUTE} aggregate count() as n`,
      'n',
    ),
    ...most(
      `source spans ${YESTERDAY} | filter ${BAD_SPAN} && ${ROUTE} != null | groupby ${ROUTE} aggregate count() as n`,
      'n',
    ),
    ...most(
      `source spans ${YESTERDAY} | filter ${BAD_SPAN} && ${SERVER} && ${ROUTE} != null | groupby ${ROUTE} aggregate count() as n`,
      'n',
    ),
  ),
  own(
    'medium',
    'ratio',
    'What share of the requests to the api gateway succeeded today?',
    `source logs ${TODAY} | filter ${S} == 'api-gateway' | aggregate count_if(${LOG_STATUS} < 400) / count() as share`,
    `source spans ${TODAY} | filter ${SVC} == 'api-gateway' | aggregate 1 - count_if(${BAD_SPAN}) / count() as share`,
    `source spans ${TODAY} | filter ${SVC} == 'api-gateway' && ${SERVER} | aggregate 1 - count_if(${BAD_SPAN}) / count() as share`,
    `source spans ${TODAY} | filter ${SVC} == 'api-gateway' && ${OWN_STATUS} > 0 | aggregate count_if(${OWN_STATUS} < 400) / count() as share`,
  ),
  own(
    'medium',
    'series',
    'How did the number of feedback requests develop per day this week?',
    `source logs ${THIS_WEEK} | ${FEEDBACK_LOGS} | ${byDay} count() as n`,
    `source spans ${THIS_WEEK} | ${FEEDBACK_SPANS} | ${byDay} count() as n`,
    `source spans ${THIS_WEEK} | ${FEEDBACK_SPANS} && ${SERVER} | ${byDay} count() as n`,
  ),
  own(
    'medium',
    'top',
    'Which intents do people ask for most?',
    ...most(
      "source spans | filter $d.tags['nlq.intent'] != null | groupby $d.tags['nlq.intent'] aggregate count() as n",
      'n',
    ),
  ),
  own(
    'medium',
    'cyclic',
    'At which hour of the day do we get the most traffic?',
    ...most("source logs | groupby extractTime($m.timestamp, 'hour') as hour aggregate count() as n", 'n'),
    ...most("source spans | groupby extractTime($m.timestamp, 'hour') as hour aggregate count() as n", 'n'),
    ...most(
      `source spans | filter ${SERVER} | groupby extractTime($m.timestamp, 'hour') as hour aggregate count() as n`,
      'n',
    ),
  ),
  own(
    'hard',
    'compare times',
    'Is the success rate of /api/query today better or worse than yesterday?',
    `${QUERY_LOGS} | ${success(`${LOG_STATUS} < 400`)}`,
    `${QUERY_LOGS} | ${successByDay(`${LOG_STATUS} < 400`)}`,
    `${QUERY_SPANS} | ${success('$d.tags.error == null')}`,
    `${QUERY_SPANS} | ${successByDay('$d.tags.error == null')}`,
    `${QUERY_SPANS} && ${SERVER} | ${success('$d.tags.error == null')}`,
    `${QUERY_SPANS} && ${SERVER} | ${successByDay('$d.tags.error == null')}`,
  ),
  own(
    'hard',
    'ratio',
    'What percentage of all errors comes from validation-service?',
    `source logs | filter ${ERROR} | aggregate count_if(${S} == 'validation-service') / count() as share`,
  ),
  shop(
    'easy',
    'distinct',
    'How many different users visited the shop in the last 10 minutes?',
    'source logs last 10m | aggregate distinct_count($d.user) as n',
  ),
  shop(
    'easy',
    'top',
    'What are the most visited pages?',
    ...most('source logs | groupby $d.path aggregate count() as n', 'n'),
  ),
  shop(
    'easy',
    'count',
    'How many page views did /search have in the last 24 hours?',
    "source logs last 24h | filter $d.path == '/search' | count",
  ),
  shop(
    'medium',
    'count',
    'How many checkouts failed yesterday?',
    `source logs ${YESTERDAY} | filter $d.path == '/checkout' && $d.status >= 400 | count`,
  ),
  shop(
    'medium',
    'distinct',
    'How many users got a server error on /checkout this week?',
    `source logs ${THIS_WEEK} | filter $d.path == '/checkout' && $d.status >= 500 | aggregate distinct_count($d.user) as n`,
  ),
  shop(
    'medium',
    'series',
    'Show me the daily number of visitors over the past week',
    `source logs last 7d | ${byDay} distinct_count($d.user) as n`,
  ),
  shop(
    'medium',
    'having',
    'Which users had more than 5 failed requests today?',
    `source logs ${TODAY} | filter $d.status >= 400 && $d.user != null | groupby $d.user aggregate count() as n | filter n > 5`,
  ),
  shop(
    'medium',
    'top',
    'Which page is the slowest on average?',
    ...most('source logs | groupby $d.path aggregate avg($d.duration_ms) as a', 'a'),
  ),
  shop(
    'medium',
    'ratio',
    'What fraction of searches is answered in under 200 ms?',
    "source logs | filter $d.path == '/search' | aggregate count_if($d.duration_ms < 200) / count() as share",
  ),
  shop(
    'hard',
    'ratio',
    'How many checkouts do we get per cart visit, as a ratio?',
    "source logs | aggregate count_if($d.path == '/checkout') / count_if($d.path == '/cart') as ratio",
  ),
  shop(
    'hard',
    'histogram',
    'How many requests took under 100 ms, between 100 and 500 ms, and longer than that?',
    "source logs | groupby case { $d.duration_ms < 100 -> 'a', $d.duration_ms < 500 -> 'b', _ -> 'c' } as bin aggregate count() as n",
    "source logs | groupby case { $d.duration_ms < 100 -> 'a', $d.duration_ms <= 500 -> 'b', _ -> 'c' } as bin aggregate count() as n",
    'source logs | aggregate count_if($d.duration_ms < 100) as low, count_if($d.duration_ms >= 100 && $d.duration_ms < 500) as middle, count_if($d.duration_ms >= 500) as high',
    'source logs | aggregate count_if($d.duration_ms < 100) as low, count_if($d.duration_ms >= 100 && $d.duration_ms <= 500) as middle, count_if($d.duration_ms > 500) as high',
  ),
  fleet(
    'easy',
    'ratio',
    'error rate by service today',
    `source logs ${TODAY} | groupby ${S} aggregate count_if(${ERROR}) / count() as rate`,
  ),
  fleet(
    'easy',
    'count',
    'How many emails were sent yesterday?',
    `source logs ${YESTERDAY} | filter $d.message ~ 'email sent' | count`,
  ),
  fleet(
    'easy',
    'distinct',
    'How many customers used the webshop in the last 10 minutes?',
    "source logs last 10m | filter $l.applicationname == 'webshop' | aggregate distinct_count($d.user_id) as n",
    "source spans last 10m | filter $l.applicationName == 'webshop' | aggregate distinct_count($d.tags['user.id']) as n",
  ),
  fleet(
    'easy',
    'count',
    'How many orders were created today?',
    `source logs ${TODAY} | filter $d.message ~ 'order created' | count`,
  ),
  fleet(
    'medium',
    'series',
    'How many payments were captured per day this month?',
    `source logs between @'2026-11-01' and @'now' | filter $d.message ~ 'payment captured' | ${byDay} count() as n`,
  ),
  fleet(
    'medium',
    'top',
    'Which region has the highest error rate on version 1.8.0?',
    ...most(
      `source logs | filter $d.version == '1.8.0' | groupby $d.region aggregate count_if(${ERROR}) / count() as rate`,
      'rate',
    ),
  ),
  fleet(
    'medium',
    'ratio',
    'What is the failure rate of /v2/charge over the last 3 hours?',
    "source logs last 3h | filter $d.http.route == '/v2/charge' | aggregate count_if($d.http.status_code >= 400) / count() as rate",
    `source spans last 3h | filter ${ROUTE} == '/v2/charge' | aggregate count_if(${BAD_SPAN}) / count() as rate`,
    `source spans last 3h | filter ${ROUTE} == '/v2/charge' && ${SERVER} | aggregate count_if(${BAD_SPAN}) / count() as rate`,
  ),
  fleet(
    'medium',
    'cyclic',
    'Which weekday has the most orders created?',
    ...most(
      "source logs | filter $d.message ~ 'order created' | groupby extractTime($m.timestamp, 'day_of_week') as day aggregate count() as n",
      'n',
    ),
    ...most(
      "source logs | filter $d.message ~ 'order created' | groupby formatTimestamp($m.timestamp, '%A') as day aggregate count() as n",
      'n',
    ),
  ),
  fleet(
    'hard',
    'compare values',
    'Compare the error rate of version 1.7.3 and version 1.8.0',
    `source logs | groupby $d.version aggregate count_if(${ERROR}) / count() as rate`,
    `source logs | aggregate count_if(${ERROR} && $d.version == '1.7.3') / count_if($d.version == '1.7.3') as old, count_if(${ERROR} && $d.version == '1.8.0') / count_if($d.version == '1.8.0') as new`,
  ),
  fleet(
    'hard',
    'compare values',
    'Do we have more traffic from Europe or from Asia today?',
    `source logs ${TODAY} | filter $d.region == 'eu-central-1' || $d.region == 'ap-south-1' | groupby $d.region aggregate count() as n`,
    `source spans ${TODAY} | filter $d.tags.region == 'eu-central-1' || $d.tags.region == 'ap-south-1' | groupby $d.tags.region aggregate count() as n`,
    `source spans ${TODAY} | filter ${SERVER} && ($d.tags.region == 'eu-central-1' || $d.tags.region == 'ap-south-1') | groupby $d.tags.region aggregate count() as n`,
    `source logs ${TODAY} | aggregate count_if($d.region == 'eu-central-1') as europe, count_if($d.region == 'ap-south-1') as asia`,
  ),
  fleet(
    'hard',
    'count by',
    'Which customers were hit by payment errors in the last 3 hours, and how often?',
    `source logs last 3h | filter ${ERROR} && ${S} == 'payments' && $d.user_id != null | groupby $d.user_id aggregate count() as n`,
  ),
];
