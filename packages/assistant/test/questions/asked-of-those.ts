import { followed, type QuestionItem } from './item.ts';

/** What is asked of the records or groups before: which errors they were, how many there are in a day on average, and figures of each. */
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
  followed(
    ['errors by service today', 'top 3'],
    'and their average duration',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors, avg($d.duration_ms) as avg_duration_ms | orderby errors desc | limit 3",
  ),
  followed(
    ['errors by service today'],
    'with the error rate',
    "source logs between @'now' / 1d and @'now' | groupby $l.subsystemname aggregate count_if($m.severity == ERROR) as errors, count_if($m.severity == ERROR) / count() as error_rate | orderby errors desc",
  ),
  followed(
    ['top 3 services by errors today'],
    'and their error rate',
    "source logs between @'now' / 1d and @'now' | groupby $l.subsystemname aggregate count_if($m.severity == ERROR) as errors, count_if($m.severity == ERROR) / count() as error_rate | orderby errors desc | limit 3",
  ),
];
