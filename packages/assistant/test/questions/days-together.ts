import { answered, type QuestionItem } from './item.ts';

/** Two days that one answer is asked for, and two that are compared. */
export const DAYS_TOGETHER: readonly QuestionItem[] = [
  answered(
    'which paths had errors most often on Tuesday and Wednesday?',
    "source logs between @'2026-11-17T00:00:00Z' and @'2026-11-19T00:00:00Z' | filter $m.severity == ERROR | groupby $d.path aggregate count() as errors | orderby errors desc",
  ),
  answered(
    'how many errors on Monday and Tuesday',
    "source logs between @'2026-11-16T00:00:00Z' and @'2026-11-18T00:00:00Z' | filter $m.severity == ERROR | count",
  ),
  answered(
    'which users had errors yesterday and today',
    "source logs between @'now' / 1d - 1d and @'now' | filter $m.severity == ERROR | distinct $d.user_id",
  ),
  answered(
    'top 5 paths by errors on Wednesday and Thursday',
    "source logs between @'2026-11-18T00:00:00Z' and @'2026-11-20T00:00:00Z' | filter $m.severity == ERROR && $d.path != null | groupby $d.path aggregate count() as errors | orderby errors desc | limit 5",
  ),
  answered(
    'list the 500s from Tuesday and Wednesday',
    "source logs between @'2026-11-17T00:00:00Z' and @'2026-11-19T00:00:00Z' | filter $d.status == 500",
  ),
  answered(
    'most common errors on Monday and Tuesday',
    "source logs between @'2026-11-16T00:00:00Z' and @'2026-11-18T00:00:00Z' | filter $m.severity == ERROR | groupby $d.msg aggregate count() as errors | orderby errors desc",
  ),
  answered(
    'who had errors on Monday and Tuesday',
    "source logs between @'2026-11-16T00:00:00Z' and @'2026-11-18T00:00:00Z' | filter $m.severity == ERROR | distinct $d.user_id",
  ),
  answered(
    'how many users had errors on Thursday and Friday',
    "source logs between @'2026-11-19T00:00:00Z' and @'2026-11-21T00:00:00Z' | filter $m.severity == ERROR | aggregate distinct_count($d.user_id) as users",
  ),
  answered(
    'were there any timeouts on Monday and Tuesday',
    "source logs between @'2026-11-16T00:00:00Z' and @'2026-11-18T00:00:00Z' | filter $d.msg ~ 'timeout' | count",
  ),
  answered(
    'compare errors on Monday and Tuesday',
    "source logs between @'2026-11-16T00:00:00Z' and @'2026-11-18T00:00:00Z' | filter $m.severity == ERROR | aggregate count_if($m.timestamp < @'2026-11-17T00:00:00Z') as monday, count_if($m.timestamp >= @'2026-11-17T00:00:00Z') as tuesday",
  ),
  answered(
    'how many errors yesterday and how many today?',
    "source logs between @'now' / 1d - 1d and @'now' | filter $m.severity == ERROR | aggregate count_if($m.timestamp < @'now' / 1d) as yesterday, count_if($m.timestamp >= @'now' / 1d) as today",
  ),
  answered(
    'how many errors on Monday and Tuesday each',
    "source logs between @'2026-11-16T00:00:00Z' and @'2026-11-18T00:00:00Z' | filter $m.severity == ERROR | aggregate count_if($m.timestamp < @'2026-11-17T00:00:00Z') as monday, count_if($m.timestamp >= @'2026-11-17T00:00:00Z') as tuesday",
  ),
  answered(
    'errors on Monday and Tuesday',
    "source logs between @'2026-11-16T00:00:00Z' and @'2026-11-18T00:00:00Z' | filter $m.severity == ERROR | aggregate count_if($m.timestamp < @'2026-11-17T00:00:00Z') as monday, count_if($m.timestamp >= @'2026-11-17T00:00:00Z') as tuesday",
  ),
  answered(
    'slowest paths on Monday and Tuesday',
    "source logs between @'2026-11-16T00:00:00Z' and @'2026-11-18T00:00:00Z' | groupby $d.path aggregate avg($d.duration_ms) as avg_duration_ms | orderby avg_duration_ms desc",
  ),
];
