import { answered, type QuestionItem } from './item.ts';

/** Figures of numbers that only messages tell. */
export const IN_MESSAGES: readonly QuestionItem[] = [
  answered(
    'sum of retry delays ("retrying in N ms") per service, today',
    "source logs between @'now' / 1d and @'now' | filter $d.msg ~ 'retrying in' | extract $d.msg into found using regexp(/retrying in\\s*(?<ms>\\d+(?:\\.\\d+)?)/) | groupby $l.subsystemname aggregate sum($d.found.ms:number) as sum_ms | orderby sum_ms desc",
  ),
  answered(
    'total of the milliseconds in "retrying in N ms"',
    "source logs | filter $d.msg ~ 'retrying in' | extract $d.msg into found using regexp(/retrying in\\s*(?<ms>\\d+(?:\\.\\d+)?)/) | aggregate sum($d.found.ms:number) as sum_ms",
  ),
  answered(
    'the longest delay in the "retrying in N ms" messages',
    "source logs | filter $d.msg ~ 'retrying in' | extract $d.msg into found using regexp(/retrying in\\s*(?<ms>\\d+(?:\\.\\d+)?)/) | aggregate max($d.found.ms:number) as max_ms",
  ),
  answered(
    'highest attempt in "retry attempt N of 5"',
    "source logs | filter $d.msg ~ 'retry attempt' | extract $d.msg into found using regexp(/retry attempt\\s*(?<attempt>\\d+(?:\\.\\d+)?)/) | aggregate max($d.found.attempt:number) as max_attempt",
  ),
  answered(
    'average attempt in the "retry attempt" lines per service',
    "source logs | filter $d.msg ~ 'retry attempt' | extract $d.msg into found using regexp(/retry attempt\\s*(?<attempt>\\d+(?:\\.\\d+)?)/) | groupby $l.subsystemname aggregate avg($d.found.attempt:number) as avg_attempt | orderby avg_attempt desc",
  ),
  answered(
    'p95 of the delay in "retrying in <n> ms"',
    "source logs | filter $d.msg ~ 'retrying in' | extract $d.msg into found using regexp(/retrying in\\s*(?<ms>\\d+(?:\\.\\d+)?)/) | aggregate percentile(0.95, $d.found.ms:number) as p95_ms",
  ),
  answered(
    'how many ms were waited in total, going by "retrying in N ms"?',
    "source logs | filter $d.msg ~ 'retrying in' | extract $d.msg into found using regexp(/retrying in\\s*(?<ms>\\d+(?:\\.\\d+)?)/) | aggregate sum($d.found.ms:number) as sum_ms",
  ),
  answered(
    'sum up the N of "retrying in N ms" by service',
    "source logs | filter $d.msg ~ 'retrying in' | extract $d.msg into found using regexp(/retrying in\\s*(?<ms>\\d+(?:\\.\\d+)?)/) | groupby $l.subsystemname aggregate sum($d.found.ms:number) as sum_ms | orderby sum_ms desc",
  ),
  answered(
    'average number of attempts in "task failed after N attempts"',
    "source logs | filter $d.msg ~ 'task failed after' | extract $d.msg into found using regexp(/task failed after\\s*(?<attempts>\\d+(?:\\.\\d+)?)/) | aggregate avg($d.found.attempts:number) as avg_attempts",
  ),
  answered(
    'max number of "retry attempt" messages per hour',
    "source logs | filter $d.msg ~ 'retry attempt' | groupby roundTime($m.timestamp, 1h) as bucket aggregate count() as count | aggregate max(count) as max_count",
  ),
];
