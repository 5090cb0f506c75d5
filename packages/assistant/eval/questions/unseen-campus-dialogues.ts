import { SERVER, SVC, THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { hourly, which } from './fresh-terms.ts';
import { clock } from './later-terms.ts';
import { after, asks, type EvalQuestion } from './question.ts';
import {
  COURSE,
  DECLINE,
  did,
  failures,
  IP,
  NOT_PAID,
  SCHOOL,
  SCORE,
  SPANS,
  STUDENT,
  withEach,
} from './unseen-campus-terms.ts';
import { lastDays } from './unseen-travel-terms.ts';

const campus = asks('campus');
const EVENING = "between @'2026-11-19T19:00:00Z' and @'2026-11-19T20:00:00Z'";
const MONDAY = "between @'2026-11-16' and @'2026-11-17'";
const HIGH = (metric: string): string => `source logs | groupby ${COURSE} as course aggregate ${metric}`;
const REFUNDS = lastDays(7, (time) => `source logs ${time} | filter ${did('payment.refunded')}`);

/** Dialogues of the same four people. */
export const UNSEEN_CAMPUS_DIALOGUES: readonly EvalQuestion[] = [
  after(
    ['errors in exam-hall today'],
    campus(
      'easy',
      '',
      'and yesterday?',
      ...failures((told, bad) => `${told.source} ${YESTERDAY} | filter ${told.service} == 'exam-hall' && ${bad}`),
    ),
  ),
  after(
    ['failed payments by provider yesterday', 'only between 19:00 and 20:00'],
    campus(
      'hard',
      '',
      'now per decline reason',
      ...withEach(
        [...NOT_PAID, did('payment.declined')],
        (bad) => `source logs ${EVENING} | filter ${bad} | groupby ${DECLINE} as reason aggregate count() as n`,
      ).toReversed(),
      `source logs ${EVENING} | filter ${DECLINE} != null | groupby ${DECLINE} as reason aggregate count() as n`,
    ),
  ),
  after(
    ['how many enrolments this week', 'by school'],
    campus(
      'medium',
      '',
      'just the top 3',
      `source logs ${THIS_WEEK} | filter ${did('enrolment.created')} | groupby ${SCHOOL} as school aggregate count() as n | orderby n desc | limit 3`,
    ),
  ),
  after(
    ['p95 duration of lesson-player spans in the last hour'],
    campus(
      'easy',
      '',
      'split by region',
      ...['', ` && ${SERVER}`].map(
        (also) =>
          `source spans last 1h | filter ${SVC} == 'lesson-player'${also} | groupby ${SPANS.region} as region aggregate percentile(0.95, $m.duration) as p95`,
      ),
    ),
  ),
  after(
    ['show failed logins since yesterday', 'from 203.0.113.77 only'],
    campus(
      'medium',
      '',
      'count them per hour',
      ...[YESTERDAY.replace(/ and .*/, " and @'now'")].map(
        (time) =>
          `source logs ${time} | filter ${did('login.failed')} && ${IP} == '203.0.113.77' | ${hourly} aggregate count() as n`,
      ),
    ),
  ),
  after(
    ['how many quizzes were submitted today?'],
    campus(
      'easy',
      '',
      'how many of them were passed?',
      `source logs ${TODAY} | filter ${did('quiz.submitted')} && $d.quiz.passed == true | count`,
      `source logs ${TODAY} | filter ${did('quiz.submitted')} | aggregate count_if($d.quiz.passed == true) as n`,
    ),
  ),
  after(
    ['average exam score per course'],
    campus(
      'medium',
      '',
      'and the lowest score?',
      HIGH(`min(${SCORE}) as low`),
      HIGH(`avg(${SCORE}) as mean, min(${SCORE}) as low`),
      `source logs | filter ${did('exam.submitted')} | groupby ${COURSE} as course aggregate min(${SCORE}) as low`,
      `source logs | filter ${did('exam.submitted')} | aggregate min(${SCORE}) as low`,
    ),
  ),
  after(
    ['errors by service last hour'],
    campus(
      'medium',
      '',
      'same for the hour before',
      ...failures(
        (told, bad) =>
          `${told.source} ${clock('12:30', '13:30')} | filter ${bad} | groupby ${told.service} as service aggregate count() as n`,
      ),
    ),
  ),
  after(
    ['which students were declined today?'],
    campus(
      'medium',
      '',
      'what about last monday?',
      ...which(`source logs ${MONDAY} | filter ${did('payment.declined')}`, STUDENT),
    ),
  ),
  after(
    ['list refunds of the last 7 days'],
    campus(
      'medium',
      '',
      'what do they add up to?',
      ...REFUNDS.flatMap((refunds) => [
        `${refunds} | aggregate sum($d.payment.amount) as total`,
        `${refunds} | groupby $d.payment.currency as currency aggregate sum($d.payment.amount) as total`,
      ]),
    ),
  ),
];
