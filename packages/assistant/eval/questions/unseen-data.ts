import { BODY, LOG_CODE, LOG_ROUTE, S, SVC, THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { asTold, FLEET_REQUESTS, INTENT, WEDNESDAY } from './fifth-blind-terms.ts';
import { APP, partOfAll, SPAN_USER } from './final-terms.ts';
import { daily, hourly, LATENCY, PATH, POD, REGION, TOOK, USER_ID } from './fresh-terms.ts';
import { FLEET_DB, LOG_TRACE, OWN_DB, SHOP_STATUS, THURSDAY, USER } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import { daysBack, SINCE_WEDNESDAY, tied } from './unseen-terms.ts';

const own = asks('own');
const shop = asks('shop');
const fleet = asks('fleet');
const PORT = 'using regexp(/listening on port (?<port>\\d+)/)';

/** By a data engineer, who names fields as they are and thinks in tables. */
export const UNSEEN_DATA: readonly EvalQuestion[] = [
  own(
    'easy',
    'count by',
    'How many spans did each service emit today?',
    `source spans ${TODAY} | groupby ${SVC} aggregate count() as n`,
  ),
  own(
    'easy',
    'which',
    'List the distinct error codes.',
    `source logs | filter ${LOG_CODE} != null | groupby ${LOG_CODE} aggregate count() as n`,
    `source logs | filter ${LOG_CODE} != null | distinct ${LOG_CODE}`,
    `source logs | distinct ${LOG_CODE}`,
  ),
  own(
    'easy',
    'statistic',
    'What is the average duration of sqlite spans?',
    `source spans | filter ${OWN_DB} == 'sqlite' | aggregate avg($m.duration) as mean`,
  ),
  own(
    'medium',
    'statistic',
    'Median and 99th percentile of span duration per service, for 19 November only.',
    `source spans ${THURSDAY} | groupby ${SVC} aggregate median($m.duration) as mid, percentile(0.99, $m.duration) as p99`,
  ),
  own(
    'medium',
    'series',
    'Number of distinct traces per hour over the last 12 hours.',
    `source spans last 12h | ${hourly} aggregate distinct_count($d.traceID) as n`,
    `source logs last 12h | ${hourly} aggregate distinct_count(${LOG_TRACE}) as n`,
  ),
  own(
    'medium',
    'statistic',
    'For each intent, give me the number of spans and the mean duration.',
    `source spans | filter ${INTENT} != null | groupby ${INTENT} aggregate count() as n, avg($m.duration) as mean`,
  ),
  own(
    'hard',
    'ratio',
    'What fraction of the log records has no http.route, per service?',
    `source logs | groupby ${S} aggregate count_if(${LOG_ROUTE} == null) / count() as share`,
  ),
  own(
    'hard',
    'extract',
    'Extract the port from "listening on port ..." and count the records per service and port.',
    `source logs | extract ${BODY} into at ${PORT} | filter at.port != null | groupby ${S}, at.port aggregate count() as n`,
  ),
  shop('easy', 'count', 'Count the rows where user is null.', `source logs | filter ${USER} == null | count`),
  shop('easy', 'series', 'Number of requests per day.', `source logs | ${daily} aggregate count() as n`),
  shop(
    'easy',
    'top rows',
    'Latest 100 rows from warehouse.',
    `source logs | filter ${S} == 'warehouse' | orderby $m.timestamp desc | limit 100`,
  ),
  shop(
    'medium',
    'statistic',
    'Average, minimum and maximum duration_ms by status, this week.',
    `source logs ${THIS_WEEK} | groupby ${SHOP_STATUS} aggregate avg(${TOOK}) as mean, min(${TOOK}) as least, max(${TOOK}) as longest`,
  ),
  shop(
    'medium',
    'distinct',
    'How many unique users per path were there yesterday?',
    `source logs ${YESTERDAY} | groupby ${PATH} aggregate distinct_count(${USER}) as n`,
  ),
  shop(
    'medium',
    'top rows',
    'The ten slowest requests to /search in the last 48 hours.',
    `source logs last 48h | filter ${PATH} == '/search' | orderby ${TOOK} desc | limit 10`,
  ),
  shop('hard', 'ratio', 'What share of all requests goes to each path?', partOfAll('source logs', PATH, 'path')),
  shop(
    'hard',
    'having',
    'Which users had at least 5 requests with status >= 500 since Monday?',
    `source logs ${THIS_WEEK} | filter ${SHOP_STATUS} >= 500 && ${USER} != null | groupby ${USER} aggregate count() as n | filter n >= 5`,
  ),
  fleet(
    'easy',
    'distinct',
    'How many distinct users were active on 18 November?',
    `source logs ${WEDNESDAY} | aggregate distinct_count(${USER_ID}) as n`,
    `source spans ${WEDNESDAY} | aggregate distinct_count(${SPAN_USER}) as n`,
  ),
  fleet('easy', 'list', 'Spans longer than two seconds.', 'source spans | filter $m.duration > 2000000'),
  fleet(
    'easy',
    'top rows',
    'Show the 20 largest responses of today.',
    ...tied(`source logs ${TODAY}`, '$d.response_bytes', '$m.timestamp', 20),
  ),
  fleet(
    'medium',
    'statistic',
    'Sum of response_bytes per region in the last 24 hours.',
    `source logs last 24h | groupby ${REGION} aggregate sum($d.response_bytes) as total`,
  ),
  fleet(
    'medium',
    'count by',
    'How many log records per application and version since Wednesday?',
    `source logs ${SINCE_WEDNESDAY} | groupby ${APP}, $d.version aggregate count() as n`,
  ),
  fleet(
    'medium',
    'statistic',
    'Standard deviation of latency_ms by pod for the orders service.',
    `source logs | filter ${S} == 'orders' | groupby ${POD} aggregate stddev(${LATENCY}) as spread`,
    `source logs | filter ${S} == 'orders' | groupby ${POD} aggregate sample_stddev(${LATENCY}) as spread`,
  ),
  fleet(
    'medium',
    'series',
    'Daily count of postgresql spans during the last 7 days.',
    ...daysBack(
      7,
      (time) => `source spans ${time} | filter ${FLEET_DB} == 'postgresql' | ${daily} aggregate count() as n`,
    ),
  ),
  fleet(
    'hard',
    'ratio',
    'Ratio of POST to GET requests per service.',
    ...asTold(
      FLEET_REQUESTS,
      (told) =>
        `${told.from('')} | groupby ${told.service} aggregate count_if(${told.method} == 'POST') / count_if(${told.method} == 'GET') as ratio`,
    ),
  ),
];
