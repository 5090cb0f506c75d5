import { followed, type QuestionItem } from './item.ts';

/** One more group, what the two times differ by, per thousand, filters that go, and what is shown anyway. */
export const FOLLOW_UPS_IN_FEW_WORDS: readonly QuestionItem[] = [
  followed(
    ['errors by service today'],
    'region too',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby $l.subsystemname, $d.region aggregate count() as errors | orderby errors desc",
  ),
  followed(
    ['errors by service today', 'now by region'],
    'service too',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby $d.region, $l.subsystemname aggregate count() as errors | orderby errors desc",
  ),
  followed(
    ['how many users today', 'and yesterday'],
    'difference?',
    "source logs between @'now' / 1d - 1d and @'now' | aggregate distinct_count_if($m.timestamp >= @'now' / 1d, $d.user_id) - distinct_count_if($m.timestamp < @'now' / 1d, $d.user_id) as change, distinct_count_if($m.timestamp >= @'now' / 1d, $d.user_id) as today, distinct_count_if($m.timestamp < @'now' / 1d, $d.user_id) as yesterday",
  ),
  followed(
    ['errors today by service', 'and yesterday'],
    "what's the difference",
    "source logs between @'now' / 1d - 1d and @'now' | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count_if($m.timestamp >= @'now' / 1d) - count_if($m.timestamp < @'now' / 1d) as change, count_if($m.timestamp >= @'now' / 1d) as today, count_if($m.timestamp < @'now' / 1d) as yesterday | orderby change desc",
  ),
  followed(
    ['errors by service'],
    'per 1000 requests',
    'source logs | groupby $l.subsystemname aggregate count_if($m.severity == ERROR) / count() * 1000 as per_1000 | orderby per_1000 desc',
  ),
  followed(
    ['errors by service today'],
    'normalise per 1000 requests',
    "source logs between @'now' / 1d and @'now' | groupby $l.subsystemname aggregate count_if($m.severity == ERROR) / count() * 1000 as per_1000 | orderby per_1000 desc",
  ),
  followed(
    ['logs by service', 'only 5xx'],
    'drop the status filter',
    'source logs | groupby $l.subsystemname aggregate count() as count | orderby count desc',
  ),
  followed(
    ['count logs by severity'],
    'exclude info and debug',
    'source logs | filter !in($m.severity, INFO, DEBUG) | groupby $m.severity aggregate count() as count | orderby count desc',
  ),
  followed(
    ['latest 5 errors'],
    'with their trace ids',
    'source logs | filter $m.severity == ERROR | orderby $m.timestamp desc | limit 5',
  ),
  followed(
    ['errors of checkout today'],
    'only region eu-west-1',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $l.subsystemname == 'checkout' && $d.region == 'eu-west-1'",
  ),
];
