import { followed, type QuestionItem } from './item.ts';

/** Follow-ups on what stands beside it: more figures, all of a kind, another one, the same in parts or as one number. */
export const FOLLOW_UPS_BESIDE: readonly QuestionItem[] = [
  followed(
    ['average duration per path today'],
    'plus the maximum',
    "source logs between @'now' / 1d and @'now' | groupby $d.path aggregate avg($d.duration_ms) as avg_duration_ms, max($d.duration_ms) as max_duration_ms | orderby avg_duration_ms desc",
  ),
  followed(
    ['errors per region today'],
    'plus the average duration',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby $d.region aggregate count() as errors, avg($d.duration_ms) as avg_duration_ms | orderby errors desc",
  ),
  followed(
    ['errors in checkout today'],
    'what did they say?',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $l.subsystemname == 'checkout' | distinct $d.msg",
  ),
  followed(
    ['latest error'],
    'which customer was that?',
    'source logs | filter $m.severity == ERROR | orderby $m.timestamp desc | limit 1',
  ),
  followed(
    ['latest error'],
    'in which service?',
    'source logs | filter $m.severity == ERROR | orderby $m.timestamp desc | limit 1',
  ),
  followed(
    ['last failed request of billing'],
    'who was it?',
    "source logs | filter $d.status >= 400 && $l.subsystemname == 'billing' | orderby $m.timestamp desc | limit 1",
  ),
  followed(
    ['error rate of billing today', 'and of auth?'],
    'all three services side by side please',
    "source logs between @'now' / 1d and @'now' | groupby $l.subsystemname aggregate count_if($m.severity == ERROR) / count() as error_rate | orderby error_rate desc",
  ),
  followed(
    ['error rate of billing today'],
    'compare all the services',
    "source logs between @'now' / 1d and @'now' | groupby $l.subsystemname aggregate count_if($m.severity == ERROR) / count() as error_rate | orderby error_rate desc",
  ),
  followed(
    ['errors of billing today'],
    'all services separately',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as count | orderby count desc",
  ),
  followed(
    ['failed requests of u-1001 since Tuesday'],
    'Did u-1002 have any in the same time?',
    "source logs between @'2026-11-17T00:00:00Z' and @'now' | filter $d.status >= 400 && $d.user_id == 'u-1002'",
  ),
  followed(
    ['failed requests of u-1001 since Tuesday'],
    'does u-1002 have the same problem?',
    "source logs between @'2026-11-17T00:00:00Z' and @'now' | filter $d.status >= 400 && $d.user_id == 'u-1002'",
  ),
  followed(
    ['errors of billing since Tuesday'],
    'has auth got some as well?',
    "source logs between @'2026-11-17T00:00:00Z' and @'now' | filter $m.severity == ERROR && $l.subsystemname == 'auth'",
  ),
  followed(
    ['errors today', 'how many per service?'],
    'as a percentage of all logs of the service',
    "source logs between @'now' / 1d and @'now' | groupby $l.subsystemname aggregate count_if($m.severity == ERROR) / count() as rate | orderby rate desc",
  ),
  followed(
    ['errors per region today'],
    'as a percentage of all requests in the region',
    "source logs between @'now' / 1d and @'now' | groupby $d.region aggregate count_if($m.severity == ERROR) / count() as rate | orderby rate desc",
  ),
  followed(
    ['"card declined" yesterday by hour'],
    'forget the hours, the total is enough',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $d.msg ~ 'card declined' | count",
  ),
  followed(
    ['errors per hour and region today'],
    'forget the hours',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby $d.region aggregate count() as errors | orderby errors desc",
  ),
  followed(
    ['errors per hour today'],
    'not by hour please, just one number',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | count",
  ),
  followed(
    ['errors by region today'],
    'the total is enough',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | count",
  ),
  followed(
    ['errors per service', 'as a share'],
    'only billing',
    "source logs | filter $m.severity == ERROR | aggregate count_if($l.subsystemname == 'billing') / count() as share",
  ),
  followed(
    ['latest error of billing'],
    'how long did it take?',
    "source logs | filter $m.severity == ERROR && $l.subsystemname == 'billing' | orderby $m.timestamp desc | limit 1",
  ),
  followed(
    ['latest error of billing'],
    'when was that?',
    "source logs | filter $m.severity == ERROR && $l.subsystemname == 'billing' | orderby $m.timestamp desc | limit 1",
  ),
  followed(
    ['how many errors did billing have yesterday?'],
    'how many did auth have?',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $m.severity == ERROR && $l.subsystemname == 'auth' | count",
  ),
  followed(
    ['errors of billing today'],
    'how about all services next to each other?',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as count | orderby count desc",
  ),
  followed(
    ['errors per hour today'],
    'one number is enough',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | count",
  ),
  followed(
    ['failed requests today'],
    'what percentage of all requests of each path is that?',
    "source logs between @'now' / 1d and @'now' | groupby $d.path aggregate count_if($d.status >= 400) / count() as share | orderby share desc",
  ),
  followed(
    ['errors per path today'],
    "as a percentage of each path's requests",
    "source logs between @'now' / 1d and @'now' | groupby $d.path aggregate count_if($m.severity == ERROR) / count() as rate | orderby rate desc",
  ),
];
