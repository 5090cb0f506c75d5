import { answered, declined, followed, type QuestionItem } from './item.ts';

/** Two bare hours beside a day, and of the day of the question before. */
export const BARE_HOURS: readonly QuestionItem[] = [
  answered(
    'checkout errors 9-10 today',
    "source logs between @'2026-11-20T09:00:00Z' and @'2026-11-20T10:00:00Z' | filter $m.severity == ERROR && $l.subsystemname == 'checkout'",
  ),
  answered(
    'errors 14-16 yesterday',
    "source logs between @'2026-11-19T14:00:00Z' and @'2026-11-19T16:00:00Z' | filter $m.severity == ERROR",
  ),
  answered(
    'how many errors 9–11 on Tuesday',
    "source logs between @'2026-11-17T09:00:00Z' and @'2026-11-17T11:00:00Z' | filter $m.severity == ERROR | count",
  ),
  answered(
    'errors by path 8-12 yesterday',
    "source logs between @'2026-11-19T08:00:00Z' and @'2026-11-19T12:00:00Z' | filter $m.severity == ERROR | groupby $d.path aggregate count() as errors | orderby errors desc",
  ),
  answered(
    'how many warnings 9 to 10 today?',
    "source logs between @'2026-11-20T09:00:00Z' and @'2026-11-20T10:00:00Z' | filter $m.severity == WARNING | count",
  ),
  answered(
    'failed requests 13-15 on Monday',
    "source logs between @'2026-11-16T13:00:00Z' and @'2026-11-16T15:00:00Z' | filter $d.status >= 400",
  ),
  answered(
    'errors 22-2 yesterday',
    "source logs between @'2026-11-19T22:00:00Z' and @'2026-11-20T02:00:00Z' | filter $m.severity == ERROR",
  ),
  answered(
    'errors today 9-10',
    "source logs between @'2026-11-20T09:00:00Z' and @'2026-11-20T10:00:00Z' | filter $m.severity == ERROR",
  ),
  answered(
    'requests of payments 7-9 this Monday',
    "source logs between @'2026-11-16T07:00:00Z' and @'2026-11-16T09:00:00Z' | filter $l.subsystemname == 'payment-gateway'",
  ),
  answered(
    'p95 latency 10-12 yesterday',
    "source spans between @'2026-11-19T10:00:00Z' and @'2026-11-19T12:00:00Z' | aggregate percentile(0.95, $m.duration) as p95_duration",
  ),
  followed(
    ['checkout errors today'],
    'how many of them between 9 and 10?',
    "source logs between @'2026-11-20T09:00:00Z' and @'2026-11-20T10:00:00Z' | filter $m.severity == ERROR && $l.subsystemname == 'checkout' | count",
  ),
  followed(
    ['checkout errors today'],
    'between 9 and 10 only',
    "source logs between @'2026-11-20T09:00:00Z' and @'2026-11-20T10:00:00Z' | filter $m.severity == ERROR && $l.subsystemname == 'checkout'",
  ),
  followed(
    ['checkout errors today'],
    'just 14 to 16',
    "source logs between @'2026-11-20T14:00:00Z' and @'2026-11-20T16:00:00Z' | filter $m.severity == ERROR && $l.subsystemname == 'checkout'",
  ),
  followed(
    ['errors yesterday'],
    'and 9-10?',
    "source logs between @'2026-11-19T09:00:00Z' and @'2026-11-19T10:00:00Z' | filter $m.severity == ERROR",
  ),
  followed(
    ['errors yesterday by path'],
    'only between 9 and 11',
    "source logs between @'2026-11-19T09:00:00Z' and @'2026-11-19T11:00:00Z' | filter $m.severity == ERROR | groupby $d.path aggregate count() as errors | orderby errors desc",
  ),
  followed(
    ['errors yesterday', 'from 9 to 10'],
    'and 10 to 11?',
    "source logs between @'2026-11-19T10:00:00Z' and @'2026-11-19T11:00:00Z' | filter $m.severity == ERROR",
  ),
  followed(
    ['how many failed requests on Tuesday'],
    'what about 8-12?',
    "source logs between @'2026-11-17T08:00:00Z' and @'2026-11-17T12:00:00Z' | filter $d.status >= 400 | count",
  ),
  answered(
    'errors on Tuesday, 20-22',
    "source logs between @'2026-11-17T20:00:00Z' and @'2026-11-17T22:00:00Z' | filter $m.severity == ERROR",
  ),
  answered(
    'checkout errors, 9-10, today',
    "source logs between @'2026-11-20T09:00:00Z' and @'2026-11-20T10:00:00Z' | filter $m.severity == ERROR && $l.subsystemname == 'checkout'",
  ),
  declined('how many logins 6-8 today', 'clarify'),
];
