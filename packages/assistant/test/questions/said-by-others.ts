import { answered, type QuestionItem } from './item.ts';

/** Deeds and things by other words than the data has: verbs of two words, and what people call a field. */
export const SAID_BY_OTHERS: readonly QuestionItem[] = [
  answered(
    'visits that were called off yesterday',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $d.event == 'visit.cancelled'",
  ),
  answered(
    'how many adoptions were turned down this week',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter $d.event == 'adoption.declined' | count",
  ),
  answered(
    'vouchers used most',
    'source logs | filter $d.couponCode != null | groupby $d.couponCode aggregate count() as count | orderby count desc',
  ),
  answered(
    'average rating by shelter',
    'source logs | groupby $d.shelter.key aggregate avg($d.stars) as avg_stars | orderby avg_stars desc',
  ),
  answered(
    'average wait per shelter',
    'source logs | groupby $d.shelter.key aggregate avg($d.wait_minutes) as avg_wait_minutes | orderby avg_wait_minutes desc',
  ),
  answered(
    'which learner submitted the most quizzes',
    "source logs | filter $d.event == 'quiz.submitted' && $d.student.id != null | groupby $d.student.id aggregate count() as count | orderby count desc | limit 1",
  ),
];
