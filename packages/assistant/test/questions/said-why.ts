import { answered, declined, type QuestionItem } from './item.ts';

/** Purposes that say nothing, things before the noun that is ranked, times between records, and what is around a moment. */
export const SAID_WHY: readonly QuestionItem[] = [
  answered(
    'can you show me the errors of checkout today please, I need them for the audit',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $l.subsystemname == 'checkout'",
  ),
  answered(
    'top 3 slowest POST routes this morning by p95',
    "source logs between @'2026-11-20T06:00:00Z' and @'2026-11-20T12:00:00Z' | filter $d.method == 'POST' && $d.path != null | groupby $d.path aggregate percentile(0.95, $d.duration_ms) as p95_duration_ms | orderby p95_duration_ms desc | limit 3",
  ),
  answered(
    'slowest GET routes',
    "source logs | filter $d.method == 'GET' | groupby $d.path aggregate avg($d.duration_ms) as avg_duration_ms | orderby avg_duration_ms desc",
  ),
  answered(
    'logs 5 minutes before and after 13:40',
    "source logs between @'2026-11-20T13:35:00Z' and @'2026-11-20T13:45:00Z'",
  ),
  answered(
    'peak latency of checkout yesterday and when was it',
    "source spans between @'now' / 1d - 1d and @'now' / 1d | filter $l.serviceName == 'checkout' | orderby $m.duration desc | limit 1",
  ),
  declined('average time between errors', 'clarify'),
  declined('longest message', 'clarify'),
];
