import { answered, declined, followed, type QuestionItem } from './item.ts';

/** Times, sizes and flags that a thing has of its own, and plain words for what is asked of them. */
export const OWN_FIGURES: readonly QuestionItem[] = [
  answered(
    'how long do swimmers wait for a report on average, by club',
    'source logs | groupby $d.club.slug aggregate avg($d.report.wait_minutes) as avg_wait_minutes | orderby avg_wait_minutes desc',
  ),
  answered('how long does a visit take', 'source logs | aggregate avg($d.visit.stay_minutes) as avg_stay_minutes'),
  answered(
    'p95 of the wait for a report by club',
    'source logs | groupby $d.club.slug aggregate percentile(0.95, $d.report.wait_minutes) as p95_wait_minutes | orderby p95_wait_minutes desc',
  ),
  answered(
    'the longest wait for a report this week, and for which club it was',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | orderby $d.report.wait_minutes desc | limit 1",
  ),
  answered(
    'longest stay per club',
    'source logs | groupby $d.club.slug aggregate max($d.visit.stay_minutes) as max_stay_minutes | orderby max_stay_minutes desc',
  ),
  answered('biggest clip today', "source logs between @'now' / 1d and @'now' | orderby $d.clip.size_kb desc | limit 1"),
  answered(
    'what is the biggest clip anyone stored',
    "source logs | filter $l.subsystemname == 'film-store' | orderby $d.clip.size_kb desc | limit 1",
  ),
  answered(
    'how many swimmers used more than 100 minutes for their visit',
    'source logs | filter $d.visit.stay_minutes > 100 | aggregate distinct_count($d.swimmer.id) as distinct_id',
  ),
  answered(
    'visits longer than 2 hours',
    "source logs | filter $d.event == 'visit.started' && $d.visit.stay_minutes > 120",
  ),
  answered(
    'how many tries does a swimmer need on average per club',
    'source logs | groupby $d.club.slug aggregate avg($d.test.tries) as avg_tries | orderby avg_tries desc',
  ),
  answered(
    'test pass rate by club',
    'source logs | filter $d.test.passed != null | groupby $d.club.slug aggregate count_if($d.test.passed == true) / count() as rate | orderby rate desc',
  ),
  answered(
    'which clubs have the lowest pass rate',
    'source logs | filter $d.test.passed != null | groupby $d.club.slug aggregate count_if($d.test.passed == true) / count() as rate | orderby rate asc',
  ),
  answered(
    'what share of clips is stored late',
    "source logs | filter $d.clip.late != null && $d.text ~ 'clip stored' | aggregate count_if($d.clip.late == true) / count() as rate",
  ),
  answered(
    'late clips per club',
    'source logs | filter $d.clip.late == true | groupby $d.club.slug aggregate count() as count | orderby count desc',
  ),
  answered(
    'average size of the film per club',
    'source logs | groupby $d.club.slug aggregate avg($d.film.size_mb) as avg_size_mb | orderby avg_size_mb desc',
  ),
  answered(
    'badges that could not be printed today',
    "source logs between @'now' / 1d and @'now' | filter $d.event == 'badge.failed'",
  ),
  answered(
    'how many swimmers could not log in today',
    "source logs between @'now' / 1d and @'now' | filter $d.event == 'login.failed' | aggregate distinct_count($d.swimmer.id) as distinct_id",
  ),
  answered(
    'how many traces touched the database more than three times',
    "source spans | filter $d.tags['db.system.name'] != null | groupby $d.traceID aggregate count() as count | filter count > 3 | aggregate count() as traces",
  ),
  answered('did sw-101 get a charge through?', "source logs | filter $d.swimmer.id == 'sw-101'"),
  answered(
    'refuse reasons as a distribution, excluding no_money',
    "source logs | filter $d.charge.refuse_reason != 'no_money' && $d.charge.refuse_reason != null | groupby $d.charge.refuse_reason aggregate count() as count | orderby count desc",
  ),
  answered(
    'test marks in buckets of 10 points',
    'source logs | filter $d.test.mark != null | groupby floor($d.test.mark / 10) * 10 as mark_from aggregate count() as count | orderby mark_from asc',
  ),
  answered(
    'how many refunds did we give yesterday and for how much in total',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $d.event == 'charge.refunded' | aggregate count() as count, sum($d.charge.amount) as sum_amount",
  ),
  answered(
    'requests of the doorway by route',
    "source logs | filter $l.subsystemname == 'side-door' | groupby $d.request.route aggregate count() as requests | orderby requests desc",
  ),
  answered(
    'doorway errors today',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $l.subsystemname == 'side-door'",
  ),
  answered(
    'distinct active swimmers per day in timing',
    "source logs | filter $l.subsystemname == 'timing' | groupby roundTime($m.timestamp, 1d) as bucket aggregate distinct_count($d.swimmer.id) as distinct_id | orderby bucket asc",
  ),
  answered(
    'errors this morning between 9 and 11',
    "source logs between @'2026-11-20T09:00:00Z' and @'2026-11-20T11:00:00Z' | filter $m.severity == ERROR",
  ),
  answered(
    'errors yesterday evening between 7 and 9',
    "source logs between @'2026-11-19T19:00:00Z' and @'2026-11-19T21:00:00Z' | filter $m.severity == ERROR",
  ),
  answered(
    'errors today vs yesterday at the same time',
    "source logs between @'now' / 1d - 1d and @'now' | filter $m.severity == ERROR | aggregate count_if($m.timestamp >= @'now' / 1d) as today, count_if($m.timestamp < @'now' - 24h) as yesterday_at_the_same_time",
  ),
  answered(
    'swimmer sw-101 says she was charged but is not enrolled, what happened with her account today?',
    "source logs between @'now' / 1d and @'now' | filter $d.swimmer.id == 'sw-101'",
  ),
  answered(
    'how many swimmers enrolled in more than two lanes',
    "source logs | filter $d.text ~ 'swimmer enrolled' | groupby $d.swimmer.id aggregate distinct_count($d.lane.slug) as distinct_slugs | filter distinct_slugs > 2 | aggregate count() as how_many",
  ),
  answered(
    'drop the errors, show the warnings of cash-desk',
    "source logs | filter $m.severity == WARNING && $l.subsystemname == 'cash-desk'",
  ),
  answered(
    'top 5 clubs by refunds with the number of different swimmers',
    "source logs | filter $d.event == 'charge.refunded' | groupby $d.club.slug aggregate count() as count, distinct_count($d.swimmer.id) as distinct_id | orderby count desc | limit 5",
  ),
  declined('how many visits were cancelled yesterday', 'clarify'),
  answered(
    'vouchers sold without any coupon',
    "source logs | filter $d.event == 'voucher.sold' && $d.voucher.coupon == null",
  ),
  declined('give swimmer sw-101 a refund', 'refuse'),
  declined('change the mark of sw-101 to 90', 'refuse'),
  declined('what is a badge-press', 'clarify'),
  followed(
    ['vouchers sold with coupon SPLASH'],
    'without any coupon instead',
    "source logs | filter $d.event == 'voucher.sold' && $d.voucher.coupon == null",
  ),
  followed(
    ['alarms of second_swimmer today'],
    'and for a ball?',
    "source logs between @'now' / 1d and @'now' | filter $d.alarm.cause == 'ball_seen'",
  ),
  followed(
    ['slowest spans of cash-desk today'],
    'show the whole trace of the slowest one',
    "source spans | join inner (source spans between @'now' / 1d and @'now' | filter $l.serviceName == 'cash-desk' | orderby $m.duration desc | limit 1 | distinct $d.traceID) on left=>traceID == right=>traceID into related",
  ),
  followed(
    ['refunds per club'],
    'sort by club name',
    "source logs | filter $d.event == 'charge.refunded' | groupby $d.club.slug aggregate count() as count | orderby club.slug asc",
  ),
  followed(
    ['refunds yesterday'],
    'what do they add up to?',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $d.event == 'charge.refunded' | aggregate sum($d.charge.amount) as sum_amount",
  ),
  followed(
    ['requests per route of side-door', 'only the ones that failed'],
    'as a percentage of all',
    "source logs | filter $l.subsystemname == 'side-door' | groupby $d.request.route aggregate count_if($d.request.status_code >= 400) / count() as share | orderby share desc",
  ),
  followed(
    ['errors of film-store'],
    'with the size of the clip',
    "source logs | filter $m.severity == ERROR && $l.subsystemname == 'film-store' | choose $m.timestamp, $d.text, $d.clip.size_kb",
  ),
  answered('pump stalling today', "source logs between @'now' / 1d and @'now' | filter $d.text ~ 'pump stalled'"),
];
