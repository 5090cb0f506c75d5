import { answered, followed, type QuestionItem } from './item.ts';

/** Another time for what was asked: the day a week ago, the week before this one, two weeks side by side. */
export const FOLLOW_UPS_TIMES: readonly QuestionItem[] = [
  followed(
    ['errors in checkout today'],
    'same day last week?',
    "source logs between @'now' / 1d - 7d and @'now' - 7d | filter $m.severity == ERROR && $l.subsystemname == 'checkout'",
  ),
  followed(
    ['errors in checkout today'],
    'and the same day a week ago',
    "source logs between @'now' / 1d - 7d and @'now' - 7d | filter $m.severity == ERROR && $l.subsystemname == 'checkout'",
  ),
  followed(
    ['errors in the last hour'],
    'same hour last week',
    "source logs between @'now' - 7d1h and @'now' - 7d | filter $m.severity == ERROR",
  ),
  followed(
    ['errors in the last 2 hours'],
    'the same two hours last week',
    "source logs between @'now' - 7d2h and @'now' - 7d | filter $m.severity == ERROR",
  ),
  followed(
    ['errors today by region'],
    'and at this time last week?',
    "source logs between @'now' / 1d - 7d and @'now' - 7d | filter $m.severity == ERROR | groupby $d.region aggregate count() as errors | orderby errors desc",
  ),
  followed(
    ['errors today'],
    'at this point last week',
    "source logs between @'now' / 1d - 7d and @'now' - 7d | filter $m.severity == ERROR",
  ),
  followed(
    ['errors today'],
    'exactly a week ago',
    "source logs between @'now' / 1d - 7d and @'now' - 7d | filter $m.severity == ERROR",
  ),
  followed(
    ['errors yesterday'],
    'what about the same day the week before?',
    "source logs between @'now' / 1d - 8d and @'now' / 1d - 7d | filter $m.severity == ERROR",
  ),
  followed(
    ['errors on tuesday'],
    'and the tuesday before?',
    "source logs between @'2026-11-10T00:00:00Z' and @'2026-11-11T00:00:00Z' | filter $m.severity == ERROR",
  ),
  followed(
    ['errors today'],
    'compare with the same day last week',
    "source logs between @'now' / 1d - 7d and @'now' | filter $m.severity == ERROR | aggregate count_if($m.timestamp >= @'now' / 1d) as today, count_if($m.timestamp < @'now' - 7d) as the_same_day_last_week",
  ),
  followed(
    ['errors today'],
    'this time yesterday',
    "source logs between @'now' / 1d - 1d and @'now' - 24h | filter $m.severity == ERROR",
  ),
  followed(
    ['how many errors this week'],
    'what about last week?',
    "source logs between @'2026-11-09T00:00:00Z' and @'2026-11-16T00:00:00Z' | filter $m.severity == ERROR | count",
  ),
  followed(
    ['errors per service this week'],
    'and last week',
    "source logs between @'2026-11-09T00:00:00Z' and @'2026-11-16T00:00:00Z' | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | orderby errors desc",
  ),
  followed(
    ['p95 duration this week'],
    'last week?',
    "source spans between @'2026-11-09T00:00:00Z' and @'2026-11-16T00:00:00Z' | aggregate percentile(0.95, $m.duration) as p95_duration",
  ),
  followed(
    ['errors this week'],
    'and last week by region',
    "source logs between @'2026-11-09T00:00:00Z' and @'2026-11-16T00:00:00Z' | filter $m.severity == ERROR | groupby $d.region aggregate count() as errors | orderby errors desc",
  ),
  followed(['errors yesterday'], 'and last week?', 'source logs last 7d | filter $m.severity == ERROR'),
  followed(
    ['how many timeouts today', 'and yesterday?'],
    'How does this week compare with last week?',
    "source logs between @'2026-11-09T00:00:00Z' and @'now' | filter $d.msg ~ 'timeout' | aggregate count_if($m.timestamp >= @'2026-11-16T00:00:00Z') as this_week, count_if($m.timestamp < @'2026-11-16T00:00:00Z') as last_week",
  ),
  followed(
    ['errors by service today'],
    'compare this week with last week',
    "source logs between @'2026-11-09T00:00:00Z' and @'now' | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count_if($m.timestamp >= @'2026-11-16T00:00:00Z') as this_week, count_if($m.timestamp < @'2026-11-16T00:00:00Z') as last_week | orderby this_week desc",
  ),
  followed(
    ['errors by service today'],
    'is this week worse than last week?',
    "source logs between @'2026-11-09T00:00:00Z' and @'now' | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count_if($m.timestamp >= @'2026-11-16T00:00:00Z') as this_week, count_if($m.timestamp < @'2026-11-16T00:00:00Z') as last_week | orderby this_week desc",
  ),
  followed(
    ['how many errors yesterday'],
    'did we have more this week than last week?',
    "source logs between @'2026-11-09T00:00:00Z' and @'now' | filter $m.severity == ERROR | aggregate count_if($m.timestamp >= @'2026-11-16T00:00:00Z') as this_week, count_if($m.timestamp < @'2026-11-16T00:00:00Z') as last_week",
  ),
  followed(
    ['errors today'],
    'this week vs last week by region',
    "source logs between @'2026-11-09T00:00:00Z' and @'now' | filter $m.severity == ERROR | groupby $d.region aggregate count_if($m.timestamp >= @'2026-11-16T00:00:00Z') as this_week, count_if($m.timestamp < @'2026-11-16T00:00:00Z') as last_week | orderby this_week desc",
  ),
  followed(
    ['errors this week by service', 'and last week?'],
    'show both',
    "source logs between @'2026-11-09T00:00:00Z' and @'now' | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count_if($m.timestamp >= @'2026-11-16T00:00:00Z') as this_week, count_if($m.timestamp < @'2026-11-16T00:00:00Z') as last_week | orderby this_week desc",
  ),
  followed(
    ['timeouts this week'],
    'how many last week?',
    "source logs between @'2026-11-09T00:00:00Z' and @'2026-11-16T00:00:00Z' | filter $d.msg ~ 'timeout' | count",
  ),
  followed(
    ['errors by service today'],
    'how many yesterday?',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $m.severity == ERROR | count",
  ),
  answered(
    'errors the same day last week',
    "source logs between @'now' / 1d - 7d and @'now' / 1d - 6d | filter $m.severity == ERROR",
  ),
];
