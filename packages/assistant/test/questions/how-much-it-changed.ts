import { answered, type QuestionItem } from './item.ts';

/** What grew and fell between two times, by how much, and one day divided. */
export const HOW_MUCH_IT_CHANGED: readonly QuestionItem[] = [
  answered(
    'which service had the biggest increase in errors since yesterday',
    "source logs between @'now' / 1d - 1d and @'now' | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count_if($m.timestamp >= @'now' / 1d) - count_if($m.timestamp < @'now' / 1d) as change, count_if($m.timestamp >= @'now' / 1d) as after, count_if($m.timestamp < @'now' / 1d) as before | orderby change desc | limit 1",
  ),
  answered(
    'difference in errors between yesterday and today by service',
    "source logs between @'now' / 1d - 1d and @'now' | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count_if($m.timestamp >= @'now' / 1d) - count_if($m.timestamp < @'now' / 1d) as change, count_if($m.timestamp >= @'now' / 1d) as today, count_if($m.timestamp < @'now' / 1d) as yesterday | orderby change desc",
  ),
  answered(
    'percentage change of errors by service today vs yesterday',
    "source logs between @'now' / 1d - 1d and @'now' | filter $m.severity == ERROR | groupby $l.subsystemname aggregate (count_if($m.timestamp >= @'now' / 1d) - count_if($m.timestamp < @'now' / 1d)) / count_if($m.timestamp < @'now' / 1d) as change_share, count_if($m.timestamp >= @'now' / 1d) as today, count_if($m.timestamp < @'now' / 1d) as yesterday | orderby change_share desc",
  ),
  answered(
    'by how much did errors increase since yesterday per service',
    "source logs between @'now' / 1d - 1d and @'now' | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count_if($m.timestamp >= @'now' / 1d) - count_if($m.timestamp < @'now' / 1d) as change, count_if($m.timestamp >= @'now' / 1d) as after, count_if($m.timestamp < @'now' / 1d) as before | orderby change desc",
  ),
  answered(
    'services whose errors increased by more than 50% since yesterday',
    "source logs between @'now' / 1d - 1d and @'now' | filter $m.severity == ERROR | groupby $l.subsystemname aggregate (count_if($m.timestamp >= @'now' / 1d) - count_if($m.timestamp < @'now' / 1d)) / count_if($m.timestamp < @'now' / 1d) as change_share, count_if($m.timestamp >= @'now' / 1d) as after, count_if($m.timestamp < @'now' / 1d) as before | filter change_share > 0.5 | orderby change_share desc",
  ),
  answered(
    'regions whose errors fell by at least 10 since yesterday',
    "source logs between @'now' / 1d - 1d and @'now' | filter $m.severity == ERROR | groupby $d.region aggregate count_if($m.timestamp >= @'now' / 1d) - count_if($m.timestamp < @'now' / 1d) as change, count_if($m.timestamp >= @'now' / 1d) as after, count_if($m.timestamp < @'now' / 1d) as before | filter change <= -10 | orderby change asc",
  ),
  answered(
    'change in errors per service from yesterday to today',
    "source logs between @'now' / 1d - 1d and @'now' | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count_if($m.timestamp >= @'now' / 1d) - count_if($m.timestamp < @'now' / 1d) as change, count_if($m.timestamp >= @'now' / 1d) as today, count_if($m.timestamp < @'now' / 1d) as yesterday | orderby change desc",
  ),
  answered(
    'errors today divided by errors yesterday',
    "source logs between @'now' / 1d - 1d and @'now' | filter $m.severity == ERROR | aggregate count_if($m.timestamp >= @'now' / 1d) / count_if($m.timestamp < @'now' / 1d) as ratio, count_if($m.timestamp >= @'now' / 1d) as today, count_if($m.timestamp < @'now' / 1d) as yesterday",
  ),
  answered(
    'p95 of duration today compared to yesterday as a ratio',
    "source spans between @'now' / 1d - 1d and @'now' | aggregate percentile(0.95, if($m.timestamp >= @'now' / 1d, $m.duration, null)) / percentile(0.95, if($m.timestamp < @'now' / 1d, $m.duration, null)) as ratio, percentile(0.95, if($m.timestamp >= @'now' / 1d, $m.duration, null)) as today, percentile(0.95, if($m.timestamp < @'now' / 1d, $m.duration, null)) as yesterday",
  ),
  answered(
    'ratio of errors today to errors yesterday by service',
    "source logs between @'now' / 1d - 1d and @'now' | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count_if($m.timestamp >= @'now' / 1d) / count_if($m.timestamp < @'now' / 1d) as ratio, count_if($m.timestamp >= @'now' / 1d) as today, count_if($m.timestamp < @'now' / 1d) as yesterday | orderby ratio desc",
  ),
  answered(
    'biggest drop in requests per region today vs yesterday',
    "source logs between @'now' / 1d - 1d and @'now' | groupby $d.region aggregate count_if($m.timestamp >= @'now' / 1d) - count_if($m.timestamp < @'now' / 1d) as change, count_if($m.timestamp >= @'now' / 1d) as today, count_if($m.timestamp < @'now' / 1d) as yesterday | orderby change asc",
  ),
  answered(
    "which services' errors doubled since yesterday",
    "source logs between @'now' / 1d - 1d and @'now' | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count_if($m.timestamp < @'now' / 1d) as before, count_if($m.timestamp >= @'now' / 1d) as after | filter after >= 2 * before | orderby before desc",
  ),
  answered(
    'errors yesterday before vs after 9:00',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $m.severity == ERROR | aggregate count_if($m.timestamp < @'2026-11-19T09:00:00Z') as before, count_if($m.timestamp >= @'2026-11-19T09:00:00Z') as after",
  ),
  answered(
    'errors on wednesday before 9:00 and after 9:00',
    "source logs between @'2026-11-18T00:00:00Z' and @'2026-11-19T00:00:00Z' | filter $m.severity == ERROR | aggregate count_if($m.timestamp < @'2026-11-18T09:00:00Z') as before, count_if($m.timestamp >= @'2026-11-18T09:00:00Z') as after",
  ),
];
