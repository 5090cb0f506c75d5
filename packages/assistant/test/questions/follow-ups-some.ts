import { followed, type QuestionItem } from './item.ts';

/** Some of what was asked for: the worst three, the slowest five, only one of a list, those from a region. */
export const FOLLOW_UPS_SOME: readonly QuestionItem[] = [
  followed(
    ['errors by service today'],
    'what are the top 3?',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | orderby errors desc | limit 3",
  ),
  followed(
    ['errors by service today'],
    'show me the worst two',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | orderby errors desc | limit 2",
  ),
  followed(
    ['errors by service today'],
    'just the top 5 of those',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | orderby errors desc | limit 5",
  ),
  followed(
    ['errors by service today'],
    'the worst three',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | orderby errors desc | limit 3",
  ),
  followed(
    ['errors by service today'],
    'give me the bottom 3',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | orderby errors asc | limit 3",
  ),
  followed(
    ['errors by service today'],
    'give me the worst',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | orderby errors desc | limit 1",
  ),
  followed(
    ['errors per hour today'],
    'the worst three',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby roundTime($m.timestamp, 1h) as bucket aggregate count() as errors | orderby errors desc | limit 3",
  ),
  followed(
    ['errors per hour today'],
    'show me the 3 worst hours',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby roundTime($m.timestamp, 1h) as bucket aggregate count() as errors | orderby errors desc | limit 3",
  ),
  followed(
    ['spans by service today'],
    'show me the slowest 5',
    "source spans between @'now' / 1d and @'now' | orderby $m.duration desc | limit 5",
  ),
  followed(
    ['spans by operation today'],
    'give me the ten longest',
    "source spans between @'now' / 1d and @'now' | orderby $m.duration desc | limit 10",
  ),
  followed(
    ['spans by operation today'],
    'can i see the slowest five of those?',
    "source spans between @'now' / 1d and @'now' | orderby $m.duration desc | limit 5",
  ),
  followed(
    ['average duration by operation today'],
    'the slowest 5',
    "source spans between @'now' / 1d and @'now' | groupby $l.operationName aggregate avg($m.duration) as avg_duration | orderby avg_duration desc | limit 5",
  ),
  followed(
    ['average duration by operation today'],
    'just the fastest one',
    "source spans between @'now' / 1d and @'now' | groupby $l.operationName aggregate avg($m.duration) as avg_duration | orderby avg_duration asc | limit 1",
  ),
  followed(
    ['spans of today'],
    'show me the slowest 5',
    "source spans between @'now' / 1d and @'now' | orderby $m.duration desc | limit 5",
  ),
  followed(
    ['how many spans were slower than 1s today'],
    'the three longest',
    "source spans between @'now' / 1d and @'now' | filter $m.duration > 1000000 | orderby $m.duration desc | limit 3",
  ),
  followed(
    ['errors by service today'],
    'show me the slowest ones',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | orderby $d.duration_ms desc",
  ),
  followed(
    ['errors today'],
    'show me the latest 5',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | orderby $m.timestamp desc | limit 5",
  ),
  followed(
    ['how many errors today'],
    'show me 5 of them',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | limit 5",
  ),
  followed(
    ['how many errors today'],
    'the last 5',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | orderby $m.timestamp desc | limit 5",
  ),
  followed(
    ['how many errors today'],
    'show me the first 3',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | orderby $m.timestamp asc | limit 3",
  ),
  followed(
    ['which services had errors today'],
    'only checkout',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $l.subsystemname == 'checkout'",
  ),
  followed(
    ['which services had errors today', 'only checkout'],
    'and yesterday?',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $m.severity == ERROR && $l.subsystemname == 'checkout'",
  ),
  followed(
    ['which regions had errors today'],
    'only eu-west-1 and us-east-1',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && in($d.region, 'eu-west-1', 'us-east-1') | distinct $d.region",
  ),
  followed(
    ['list the error codes of today'],
    'without E_AUTH',
    "source logs between @'now' / 1d and @'now' | filter $d.error_code != null && $d.error_code != 'E_AUTH' | distinct $d.error_code",
  ),
  followed(
    ['how many timeouts today'],
    'show me those from eu-west-1',
    "source logs between @'now' / 1d and @'now' | filter $d.msg ~ 'timeout' && $d.region == 'eu-west-1'",
  ),
  followed(
    ['errors today', 'how many?'],
    'list the ones with 503',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $d.status == 503",
  ),
  followed(
    ['errors today', 'how many?'],
    'can I see those in checkout?',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $l.subsystemname == 'checkout'",
  ),
  followed(
    ['errors by region today'],
    'as a list please',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR",
  ),
  followed(
    ['how many errors today'],
    'in a list',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR",
  ),
  followed(
    ['error codes this week'],
    'by count',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter $d.error_code != null | groupby $d.error_code aggregate count() as count | orderby count desc",
  ),
  followed(
    ['which users had errors today'],
    'show me those from eu-west-1',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $d.region == 'eu-west-1' | distinct $d.user_id",
  ),
  followed(
    ['which regions had errors today'],
    'show me those with timeouts',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $d.msg ~ 'timeout' | distinct $d.region",
  ),
  followed(
    ['errors by service today'],
    'only the top one, for the last 2 days',
    'source logs last 2d | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | orderby errors desc | limit 1',
  ),
  followed(
    ['spans by service today'],
    'which 3 are the slowest?',
    "source spans between @'now' / 1d and @'now' | orderby $m.duration desc | limit 3",
  ),
  followed(
    ['p99 duration by service today'],
    'which 3 are the slowest?',
    "source spans between @'now' / 1d and @'now' | groupby $l.serviceName aggregate percentile(0.99, $m.duration) as p99_duration | orderby p99_duration desc | limit 3",
  ),
  followed(
    ['errors today'],
    'show me 10 examples',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | limit 10",
  ),
  followed(
    ['errors by service today'],
    'show me some examples',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR",
  ),
  followed(
    ['how many errors today'],
    'can i see an example',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | limit 1",
  ),
  followed(
    ['errors by service today'],
    'the two with the fewest',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | orderby errors asc | limit 2",
  ),
  followed(
    ['errors by service today'],
    'which three have the most?',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | orderby errors desc | limit 3",
  ),
  followed(
    ['errors by service today'],
    'only the most common',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | orderby errors desc | limit 1",
  ),
];
