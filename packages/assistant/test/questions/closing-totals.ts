import { answered, type QuestionItem } from './item.ts';

/** A total at the end counts. */
export const CLOSING_TOTALS: readonly QuestionItem[] = [
  answered(
    'recordings failed yesterday, total',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $d.state == 'recording.failed' | count",
  ),
  answered(
    'cards declined today, in total',
    "source logs between @'now' / 1d and @'now' | filter $d.message ~ 'card declined' | count",
  ),
  answered(
    'stations changed this week in total',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter $d.message ~ 'station changed' | count",
  ),
  answered('errors today overall', "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | count"),
  answered(
    'errors yesterday, total',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $m.severity == ERROR | count",
  ),
  answered(
    'recordings started since Monday, altogether',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter $d.message ~ 'recording started' | count",
  ),
  answered(
    'plans changed on Tuesday total',
    "source logs between @'2026-11-17T00:00:00Z' and @'2026-11-18T00:00:00Z' | filter $d.state == 'plan.changed' | count",
  ),
  answered('average duration overall', 'source spans | aggregate avg($m.duration) as avg_duration'),
  answered(
    'total amount yesterday',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | aggregate sum($d.amountEur) as sum_amounteur",
  ),
  answered(
    'recordings started on Monday, total by country',
    "source logs between @'2026-11-16T00:00:00Z' and @'2026-11-17T00:00:00Z' | filter $d.message ~ 'recording started' | groupby $d.country aggregate count() as count | orderby count desc",
  ),
];
