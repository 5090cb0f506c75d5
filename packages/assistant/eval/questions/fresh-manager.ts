import {
  BAD_SPAN,
  ERROR,
  LOG_CODE,
  most,
  S,
  SERVER,
  SVC,
  since,
  THIS_WEEK,
  TODAY,
  TWO_DAYS,
  YESTERDAY,
} from './blind-terms.ts';
import { periods, shareOf, statisticOf } from './final-terms.ts';
import { daily, hourly, LATENCY, PATH, REGION, SPAN_REGION, shopFailed, spans, TOOK } from './fresh-terms.ts';
import { errors, USER } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';

const own = asks('own');
const shop = asks('shop');
const fleet = asks('fleet');
const FEWEST = `source logs ${since('2026-11-18')} | filter ${ERROR} | groupby ${S} aggregate count() as n`;

/** By an engineering manager who prepares the review of the week. */
export const FRESH_MANAGER: readonly EvalQuestion[] = [
  own(
    'easy',
    'count',
    'total number of errors this week, for the review',
    `source logs ${THIS_WEEK} | filter ${ERROR} | count`,
  ),
  own(
    'easy',
    'count by',
    'errors per service, highest first',
    `source logs | filter ${ERROR} | groupby ${S} aggregate count() as n | orderby n desc`,
  ),
  own(
    'medium',
    'series',
    'Daily error counts for each service this week',
    `source logs ${THIS_WEEK} | filter ${ERROR} | groupby roundTime($m.timestamp, 1d) as t, ${S} aggregate count() as n`,
  ),
  own(
    'medium',
    'top',
    'Which service logged the fewest errors since Wednesday?',
    `${FEWEST} | orderby n asc | limit 1`,
    FEWEST,
  ),
  own(
    'hard',
    'compare times',
    "How does each service's error rate yesterday compare with today's?",
    ...periods(`source logs ${TWO_DAYS}`, "@'now' / 1d", shareOf(ERROR), S),
    ...periods(`source spans ${TWO_DAYS}`, "@'now' / 1d", shareOf(BAD_SPAN), SVC),
    ...periods(`source spans ${TWO_DAYS} | filter ${SERVER}`, "@'now' / 1d", shareOf(BAD_SPAN), SVC),
  ),
  own(
    'easy',
    'distinct count',
    'How many different error codes have we seen since Tuesday?',
    `source logs ${since('2026-11-17')} | aggregate distinct_count(${LOG_CODE}) as n`,
  ),
  own(
    'medium',
    'ratio',
    'What share of its log lines are warnings or errors, for each service?',
    `source logs | groupby ${S} aggregate count_if($m.severity >= WARNING) / count() as share`,
    `source logs | groupby ${S} aggregate count_if($m.severity == WARNING) / count() as warnings, count_if(${ERROR}) / count() as errors`,
  ),
  fleet(
    'easy',
    'statistic',
    'average latency per region',
    `source logs | groupby ${REGION} aggregate avg(${LATENCY}) as m`,
    ...spans((kind) => `source spans | filter ${kind} | groupby ${SPAN_REGION} aggregate avg($m.duration) as m`),
  ),
  fleet(
    'medium',
    'top per group',
    'For each region, the service with the most warnings since Monday',
    `source logs ${THIS_WEEK} | filter $m.severity == WARNING | groupby ${REGION}, ${S} aggregate count() as n | dedupeby region keep 1 orderby n desc`,
  ),
  fleet(
    'easy',
    'count by',
    'How many requests did each application handle yesterday?',
    `source logs ${YESTERDAY} | groupby $l.applicationname aggregate count() as n`,
    ...spans(
      (kind) => `source spans ${YESTERDAY} | filter ${kind} | groupby $l.applicationName aggregate count() as n`,
    ),
  ),
  fleet(
    'medium',
    'series',
    'How did the errors in payments develop hour by hour since midnight?',
    ...errors((bad) => `source logs ${TODAY} | filter ${bad} && ${S} == 'payments' | ${hourly} aggregate count() as n`),
  ),
  fleet(
    'hard',
    'ratio',
    'Rank the services by availability over the last 7 days, availability being the share of server spans without an error',
    `source spans last 7d | filter ${SERVER} | groupby ${SVC} aggregate count_if(!(${BAD_SPAN})) / count() as share | orderby share desc`,
  ),
  fleet(
    'medium',
    'having',
    'Which services had more than 60 errors this week?',
    ...errors(
      (bad) =>
        `source logs ${THIS_WEEK} | filter ${bad} | groupby ${S} aggregate count() as n | filter n > 60 | choose subsystemname`,
    ),
  ),
  shop(
    'easy',
    'top',
    'busiest path yesterday?',
    ...most(`source logs ${YESTERDAY} | groupby ${PATH} aggregate count() as n`, 'n'),
  ),
  shop(
    'medium',
    'cyclic',
    'At which hour of the day do we get the most requests?',
    ...most("source logs | groupby extractTime($m.timestamp, 'hour') as h aggregate count() as n", 'n'),
  ),
  shop(
    'easy',
    'series',
    'Number of active users per day',
    `source logs | ${daily} aggregate distinct_count(${USER}) as n`,
  ),
  shop(
    'medium',
    'compare times',
    'Average response time this week compared with last week',
    ...periods(
      "source logs between @'2026-11-09' and @'now'",
      "@'2026-11-16'",
      statisticOf(TOOK, (field) => `avg(${field})`),
    ),
  ),
  shop(
    'hard',
    'top',
    'Which day since Monday had the worst p95 response time for payments, and how bad was it?',
    ...most(
      `source logs ${THIS_WEEK} | filter ${S} == 'payments' | ${daily} aggregate percentile(0.95, ${TOOK}) as p`,
      'p',
    ),
  ),
  shop(
    'easy',
    'count by',
    'How many log lines did each service write on 18 November?',
    `source logs between @'2026-11-18' and @'2026-11-19' | groupby ${S} aggregate count() as n`,
  ),
  shop(
    'hard',
    'ratio',
    'Percentage of failed requests by service for every day of this week',
    ...shopFailed(
      (bad) =>
        `source logs ${THIS_WEEK} | groupby roundTime($m.timestamp, 1d) as t, ${S} aggregate count_if(${bad}) / count() as share`,
    ),
  ),
];
