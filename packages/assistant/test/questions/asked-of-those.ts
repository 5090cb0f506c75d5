import { followed, type QuestionItem } from './item.ts';

/** What is asked of the records before: which errors they were, and how many there are in a day on average. */
export const ASKED_OF_THOSE: readonly QuestionItem[] = [
  followed(
    ['errors of checkout today'],
    'which errors?',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $l.subsystemname == 'checkout' | distinct $d.error_code",
  ),
  followed(
    ['failed requests of checkout'],
    'and what failures were those',
    "source logs | filter $d.status >= 400 && $l.subsystemname == 'checkout' | distinct $d.error_code",
  ),
  followed(
    ['errors of checkout this week'],
    'average per day',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter $m.severity == ERROR && $l.subsystemname == 'checkout' | groupby roundTime($m.timestamp, 1d) as bucket aggregate count() as errors | aggregate avg(errors) as avg_errors",
  ),
  followed(
    ['how many requests of checkout today'],
    'what is the median per hour?',
    "source logs between @'now' / 1d and @'now' | filter $l.subsystemname == 'checkout' | groupby roundTime($m.timestamp, 1h) as bucket aggregate count() as requests | aggregate percentile(0.5, requests) as p50_requests",
  ),
  followed(
    ['p95 latency of checkout'],
    'average per day',
    "source spans | filter $l.serviceName == 'checkout' | groupby roundTime($m.timestamp, 1d) as bucket aggregate avg($m.duration) as avg_duration | orderby bucket asc",
  ),
];
