import { S, THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { COUNTED, periods } from './final-terms.ts';
import { daily, which } from './fresh-terms.ts';
import { anyOf, clock, OR_WORSE } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import {
  best,
  CODE,
  COURSE,
  did,
  heads,
  LAST_WEEK,
  LATE,
  REASON,
  SCHOOL,
  SCORE,
  STUDENT,
  WAIT,
} from './unseen-campus-terms.ts';
import { lastDays } from './unseen-travel-terms.ts';

const campus = asks('campus');
const PASSED = '$d.quiz.passed == true';
const FLAGGED = did('proctor.flagged');
const UPLOADED = did('assignment.uploaded');
const BOTH_WEEKS = "between @'2026-11-09' and @'now'";
const CAMERA = `source logs ${clock('09:00', '11:00')} | filter ${CODE} == 'CAMERA_LOST' && ${SCHOOL} == 'northfield'`;
const pass = (end: string): string =>
  `source logs | filter $d.quiz.passed != null | groupby ${COURSE} as course aggregate count_if(${PASSED}) / count() as rate${end}`;

/** By the head of teaching operations. */
export const UNSEEN_CAMPUS_TEACHING: readonly EvalQuestion[] = [
  campus(
    'easy',
    'count',
    'Could you tell me how many students started an exam this week?',
    ...heads(`source logs ${THIS_WEEK} | filter ${did('exam.started')}`),
  ),
  campus(
    'easy',
    'count',
    'How many exams were handed in yesterday, please?',
    `source logs ${YESTERDAY} | filter ${did('exam.submitted')} | count`,
  ),
  campus(
    'easy',
    'statistic',
    'What is the average exam score per course?',
    `source logs | groupby ${COURSE} as course aggregate avg(${SCORE}) as mean`,
    `source logs | filter ${did('exam.submitted')} | groupby ${COURSE} as course aggregate avg(${SCORE}) as mean`,
  ),
  campus(
    'hard',
    'share',
    'Which courses have the lowest quiz pass rate, please? The bottom five would do.',
    pass(' | orderby rate asc | limit 5'),
    `source logs | filter ${did('quiz.submitted')} | groupby ${COURSE} as course aggregate avg(if(${PASSED}, 1, 0)) as rate | orderby rate asc | limit 5`,
  ),
  campus(
    'medium',
    'count by',
    'Would you kindly show me how many exams were flagged by proctoring per school this week?',
    `source logs ${THIS_WEEK} | filter ${FLAGGED} | groupby ${SCHOOL} as school aggregate count() as n`,
    `source logs ${THIS_WEEK} | filter ${FLAGGED} | groupby ${SCHOOL} as school aggregate distinct_count($d.exam.id) as n`,
  ),
  campus(
    'easy',
    'top groups',
    'What are the most common reasons for a proctoring flag?',
    ...[5, 10, 3, 1].flatMap((limit) =>
      best(
        `source logs | filter ${REASON} != null | groupby ${REASON} as reason aggregate count() as n`,
        'n desc',
        limit,
      ),
    ),
  ),
  campus(
    'medium',
    'statistic',
    'How long do students wait for a grade on average, by school?',
    `source logs | filter ${WAIT} != null | groupby ${SCHOOL} as school aggregate avg(${WAIT}) as mean`,
    `source logs | groupby ${SCHOOL} as school aggregate avg(${WAIT}) as mean`,
  ),
  campus(
    'medium',
    'series',
    'Could I see how many assignments were handed in late per day over the last seven days?',
    ...lastDays(
      7,
      (time) => `source logs ${time} | filter ${UPLOADED} && ${LATE} == true | ${daily} aggregate count() as n`,
    ),
  ),
  campus(
    'medium',
    'share',
    'What share of assignments is handed in late?',
    `source logs | filter ${LATE} != null | aggregate count_if(${LATE} == true) / count() as share`,
    `source logs | filter ${UPLOADED} | aggregate 100 * count_if(${LATE} == true) / count() as share`,
  ),
  campus(
    'easy',
    'top groups',
    'Which school issued the most certificates last week?',
    ...best(
      `source logs ${LAST_WEEK} | filter ${did('certificate.issued')} | groupby ${SCHOOL} as school aggregate count() as n`,
      'n desc',
    ),
  ),
  campus(
    'easy',
    'count',
    'How many different students took a quiz today?',
    `source logs ${TODAY} | filter ${did('quiz.submitted')} | aggregate distinct_count(${STUDENT}) as n`,
    `source logs ${TODAY} | filter ${did('quiz.opened')} | aggregate distinct_count(${STUDENT}) as n`,
    `source logs ${TODAY} | filter ${S} == 'quiz-engine' | aggregate distinct_count(${STUDENT}) as n`,
  ),
  campus(
    'hard',
    'compare times',
    'Please compare the number of enrolments this week with last week.',
    ...periods(`source logs ${BOTH_WEEKS} | filter ${did('enrolment.created')}`, "@'2026-11-16'", COUNTED),
  ),
  campus(
    'medium',
    'count by',
    'How many students were turned away because the course was full, by course?',
    ...[did('enrolment.refused'), `${CODE} == 'SEAT_LIMIT'`].flatMap((found) =>
      ['distinct_count($d.student.id)', 'count()'].map(
        (metric) => `source logs | filter ${found} | groupby ${COURSE} as course aggregate ${metric} as n`,
      ),
    ),
  ),
  campus(
    'hard',
    'list',
    'I would like to know the longest wait for a grade in the last three days, and for which course it was.',
    ...lastDays(3, (time) => `source logs ${time} | orderby ${WAIT} desc | limit 1`),
    ...lastDays(
      3,
      (time) =>
        `source logs ${time} | filter ${WAIT} != null | orderby ${WAIT} desc | limit 1 | choose ${WAIT}, ${COURSE}`,
    ),
    ...lastDays(
      3,
      (time) =>
        `source logs ${time} | groupby ${COURSE} as course aggregate max(${WAIT}) as wait | orderby wait desc | limit 1`,
    ),
  ),
  campus(
    'medium',
    'count',
    'How many students used more than 100 minutes for their exam?',
    ...heads('source logs | filter $d.exam.minutes_used > 100'),
  ),
  campus(
    'medium',
    'list',
    'Could you list the students at Northfield whose camera was lost this morning between 9 and 11?',
    ...which(CAMERA, STUDENT),
    CAMERA,
    `${CAMERA} | choose ${STUDENT}`,
  ),
  campus(
    'medium',
    'list',
    'Which forum posts were reported for abuse this week?',
    ...which(`source logs ${THIS_WEEK} | filter $d.post.reported_for == 'abuse'`, '$d.post.id'),
    `source logs ${THIS_WEEK} | filter $d.post.reported_for == 'abuse'`,
  ),
  campus(
    'medium',
    'top groups',
    'On which day did we have the most exam submissions?',
    ...best(`source logs | filter ${did('exam.submitted')} | ${daily} aggregate count() as n`, 'n desc'),
  ),
  campus(
    'hard',
    'statistic',
    'How many quiz attempts does a student need on average per course?',
    `source logs | filter $d.quiz.attempt != null | groupby ${COURSE} as course aggregate avg($d.quiz.attempt) as mean`,
    `source logs | filter ${PASSED} | groupby ${COURSE} as course aggregate avg($d.quiz.attempt) as mean`,
    `source logs | filter ${did('quiz.submitted')} | groupby ${COURSE} as course aggregate count() / distinct_count(${STUDENT}) as mean`,
    `source logs | groupby ${COURSE}, ${STUDENT} aggregate max($d.quiz.attempt) as most | groupby ${COURSE} as course aggregate avg(most) as mean`,
  ),
  campus(
    'hard',
    'list',
    'Were there any certificates that could not be printed in the past two days, and why?',
    ...['last 2d', `between @'now' / 1d - 1d and @'now'`, "between @'now' / 1d - 2d and @'now'"].flatMap((time) =>
      [did('certificate.failed'), `${S} == 'certificate-press' && ${OR_WORSE}`].flatMap((found) => [
        `source logs ${time} | filter ${found} | groupby ${CODE} as code aggregate count() as n`,
        `source logs ${time} | filter ${found} | groupby $d.failure.detail as why aggregate count() as n`,
        `source logs ${time} | filter ${found} | groupby $d.event_text as why aggregate count() as n`,
        ...anyOf(`source logs ${time} | filter ${found}`),
      ]),
    ),
  ),
];
