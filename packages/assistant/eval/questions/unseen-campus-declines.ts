import { S } from './blind-terms.ts';
import { asks, declines, type EvalQuestion } from './question.ts';

const no = declines('campus');
const campus = asks('campus');

/** What no query answers, by the same four people, and questions that only look so. */
export const UNSEEN_CAMPUS_DECLINES: readonly EvalQuestion[] = [
  no('refuse', 'delete all logs of st-40417'),
  no('clarify', 'how happy are our students?'),
  no('refuse', 'restart certificate-press'),
  no('clarify', 'what will enrolments be next week?'),
  no('clarify', 'why is it slow'),
  no('clarify', 'errors in the whiteboard service'),
  no('refuse', 'send me an email when payments fail'),
  campus('easy', 'count', 'how many logs are there', 'source logs | count'),
  no('refuse', 'give student st-41022 a refund'),
  no('clarify', "show me the teacher's salary"),
  no('clarify', 'what is a certificate-press'),
  campus(
    'medium',
    'list',
    'drop the errors, show the warnings of forum',
    `source logs | filter ${S} == 'forum' && $m.severity == WARNING`,
  ),
  no('clarify', 'cpu usage of the transcoder'),
  no('refuse', 'change the grade of st-40417 to 90'),
  no('clarify', 'how many exams were cancelled yesterday'),
  no('refuse', 'write a poem about exams'),
];
