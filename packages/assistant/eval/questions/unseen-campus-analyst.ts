import { DAY, S, SERVER, SVC, TWO_DAYS } from './blind-terms.ts';
import { periods, statisticOf } from './final-terms.ts';
import { daily, hourly, sides } from './fresh-terms.ts';
import { OR_WORSE } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import {
  AMOUNT,
  COUPON,
  COURSE,
  DATABASE,
  DECLINE,
  DEVICE,
  did,
  either,
  failures,
  LOGS,
  PROVIDER,
  SCHOOL,
  SPANS,
  STALL,
  STUDENT,
} from './unseen-campus-terms.ts';
import { lastDays } from './unseen-travel-terms.ts';

const campus = asks('campus');
const PLACED = did('order.placed');
const PAID = did('payment.captured');
const TRIED = `(${PAID} || ${did('payment.failed')} || ${did('payment.declined')})`;
const ENROLLED = did('enrolment.created');
const METHOD = '$d.order.payment_method';
const JOB = 'source logs | filter $d.job.took_s != null';
const DONE = `source logs | filter ${did('transcode.finished')}`;
const p90 = (field: string): string => `percentile(0.9, ${field})`;

/** By the product analyst. */
export const UNSEEN_CAMPUS_ANALYST: readonly EvalQuestion[] = [
  campus(
    'easy',
    'statistic',
    'Revenue by currency over the last 7 days',
    ...lastDays(
      7,
      (time) =>
        `source logs ${time} | filter ${PLACED} | groupby $d.order.currency as currency aggregate sum(${AMOUNT}) as total`,
    ),
    ...lastDays(
      7,
      (time) =>
        `source logs ${time} | filter ${PAID} | groupby $d.payment.currency as currency aggregate sum($d.payment.amount) as total`,
    ),
  ),
  campus(
    'medium',
    'compare',
    'Average order amount with a coupon versus without one',
    ...sides(`source logs | filter ${PLACED}`, `${COUPON} != null`, (field) => `avg(${field})`, AMOUNT),
    ...sides(`source logs | filter ${AMOUNT} != null`, `${COUPON} != null`, (field) => `avg(${field})`, AMOUNT),
  ),
  campus(
    'medium',
    'series',
    'Number of orders per day, split by payment method',
    `source logs | filter ${PLACED} | ${daily}, ${METHOD} as method aggregate count() as n`,
    `source logs | filter ${METHOD} != null | ${daily}, ${METHOD} as method aggregate count() as n`,
  ),
  campus(
    'hard',
    'share',
    'Payment success rate by provider',
    `source logs | filter ${TRIED} | groupby ${PROVIDER} as provider aggregate count_if(${PAID}) / count() as rate`,
    `source logs | filter ${S} == 'payment-bridge' | groupby ${PROVIDER} as provider aggregate count_if(${PAID}) / count() as rate`,
    `source logs | filter ${PROVIDER} != null | groupby ${PROVIDER} as provider aggregate 1 - count_if(${OR_WORSE}) / count() as rate`,
    `source logs | filter ${PROVIDER} != null | groupby ${PROVIDER} as provider aggregate 1 - count_if($d.failure.code != null) / count() as rate`,
  ),
  campus(
    'medium',
    'count by',
    'Decline reasons as a distribution, excluding insufficient_funds',
    ...['', ` && ${DECLINE} != null`].map(
      (also) =>
        `source logs | filter ${did('payment.declined')} && ${DECLINE} != 'insufficient_funds'${also} | groupby ${DECLINE} as reason aggregate count() as n`,
    ),
    `source logs | filter ${DECLINE} != null && ${DECLINE} != 'insufficient_funds' | groupby ${DECLINE} as reason aggregate count() as n | orderby n desc`,
  ),
  campus(
    'medium',
    'series',
    'Distinct active students per day in the lesson player',
    `source logs | filter ${S} == 'lesson-player' | ${daily} aggregate distinct_count(${STUDENT}) as n`,
    `source spans | filter ${SVC} == 'lesson-player' | ${daily} aggregate distinct_count($d.tags['student.id']) as n`,
  ),
  campus(
    'medium',
    'statistic',
    'Median and 95th percentile of stall time by device',
    `source logs | filter ${STALL} != null | groupby ${DEVICE} as device aggregate percentile(0.5, ${STALL}) as p50, percentile(0.95, ${STALL}) as p95`,
    `source logs | groupby ${DEVICE} as device aggregate median(${STALL}) as p50, percentile(0.95, ${STALL}) as p95`,
  ),
  campus(
    'hard',
    'top groups',
    'Top 10 courses by enrolments, with the number of distinct schools for each',
    `source logs | filter ${ENROLLED} | groupby ${COURSE} as course aggregate count() as n, distinct_count(${SCHOOL}) as schools | orderby n desc | limit 10`,
  ),
  campus(
    'hard',
    'share',
    'Correlate: for each school, the number of exams submitted and the share that was flagged',
    `source logs | groupby ${SCHOOL} as school aggregate count_if(${did('exam.submitted')}) as n, count_if(${did('proctor.flagged')}) / count_if(${did('exam.submitted')}) as share`,
  ),
  campus(
    'hard',
    'compare times',
    'How does p90 latency of the gateway per route compare for today and yesterday?',
    ...[
      `source logs ${TWO_DAYS} | filter ${S} == 'front-gate'`,
      `source spans ${TWO_DAYS} | filter ${SVC} == 'front-gate'`,
      `source spans ${TWO_DAYS} | filter ${SVC} == 'front-gate' && ${SERVER}`,
    ].flatMap((source) => {
      const told = source.startsWith(LOGS.source) ? LOGS : SPANS;
      return periods(source, DAY, statisticOf(told.took, p90), told.route);
    }),
  ),
  campus(
    'medium',
    'series',
    'Hourly request volume of the gateway in the last 24 hours by region',
    ...either(
      (told) =>
        `${told.source} last 24h | filter ${told.service} == 'front-gate' | ${hourly}, ${told.region} as region aggregate count() as n`,
    ),
  ),
  campus(
    'hard',
    'share',
    'Share of server errors among gateway requests per route, only routes with more than 500 requests',
    ...['count_if($d.request.status_code >= 500)', `count_if(${OR_WORSE})`].flatMap((bad) =>
      ['', ' | choose route, share'].map(
        (end) =>
          `source logs | filter ${S} == 'front-gate' | groupby $d.request.route as route aggregate count() as n, ${bad} / count() as share | filter n > 500${end}`,
      ),
    ),
  ),
  campus(
    'hard',
    'having',
    'Which students enrolled in more than two courses?',
    ...['', ' | choose student'].map(
      (end) =>
        `source logs | filter ${ENROLLED} | groupby ${STUDENT} as student aggregate distinct_count(${COURSE}) as n | filter n > 2${end}`,
    ),
    ...['', ' | choose student'].map(
      (end) =>
        `source logs | filter ${ENROLLED} | groupby ${STUDENT} as student aggregate count() as n | filter n > 2${end}`,
    ),
  ),
  campus(
    'easy',
    'count by',
    'Count of spans per database system and service',
    ...[` | filter ${DATABASE} != null`, ''].map(
      (only) => `source spans${only} | groupby ${DATABASE} as database, ${SVC} as service aggregate count() as n`,
    ),
  ),
  campus(
    'hard',
    'having',
    'How many traces touched the database more than three times?',
    `source spans | filter ${DATABASE} != null | groupby $d.traceID as trace aggregate count() as n | filter n > 3 | count`,
  ),
  campus(
    'medium',
    'share',
    'What fraction of log lines of each service are errors?',
    ...failures((_, bad) => bad)
      .slice(0, 2)
      .map((bad) => `source logs | groupby ${S} as service aggregate count_if(${bad}) / count() as share`),
  ),
  campus(
    'medium',
    'count by',
    'Quiz score distribution in buckets of 10 points',
    ...['floor($d.quiz.score / 10) * 10', '$d.quiz.score - mod($d.quiz.score, 10)'].map(
      (key) => `source logs | filter $d.quiz.score != null | groupby ${key} as score aggregate count() as n`,
    ),
  ),
  campus(
    'hard',
    'statistic',
    'Average transcoding time per 100 MB of video',
    ...[DONE, JOB].flatMap((source) => [
      `${source} | aggregate avg($d.job.took_s / $d.video.size_mb * 100) as mean`,
      `${source} | aggregate sum($d.job.took_s) / sum($d.video.size_mb) * 100 as mean`,
    ]),
  ),
  campus(
    'hard',
    'statistic',
    'Coupon usage per coupon: orders, total amount and average discount',
    ...[PLACED, `${PLACED} && ${COUPON} != null`].map(
      (found) =>
        `source logs | filter ${found} | groupby ${COUPON} as coupon aggregate count() as n, sum(${AMOUNT}) as total, avg($d.order.discount_percent) as discount`,
    ),
  ),
  campus(
    'medium',
    'list',
    'Orders above 300 EUR that were paid with paypal in the past week',
    ...lastDays(
      7,
      (time) => `source logs ${time} | filter ${AMOUNT} > 300 && $d.order.currency == 'EUR' && ${METHOD} == 'paypal'`,
    ),
  ),
];
