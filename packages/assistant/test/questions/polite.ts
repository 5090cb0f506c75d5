import { answered, declined, type QuestionItem } from './item.ts';

/** Questions with words around them that only lead to them, or that come after and say what was meant. */
export const POLITE: readonly QuestionItem[] = [
  answered(
    'I am still finding my way around: which services are sending us logs at all?',
    'source logs | distinct $l.subsystemname',
  ),
  answered("I'm new here, which services send us anything?", 'source logs | distinct $l.subsystemname'),
  answered(
    'For the weekly report: errors per service this week',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | orderby errors desc",
  ),
  answered('Sorry to bother you, which services log anything?', 'source logs | distinct $l.subsystemname'),
  answered(
    'Would you mind listing all requests that ended with status 503 in the last half hour?',
    'source logs last 30m | filter $d.status == 503',
  ),
  answered(
    'Would you mind showing me the errors of billing today?',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $l.subsystemname == 'billing'",
  ),
  answered(
    'Could you be so kind as to count the errors per region today?',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby $d.region aggregate count() as errors | orderby errors desc",
  ),
  answered(
    "I'd be grateful for a list of the failed requests today",
    "source logs between @'now' / 1d and @'now' | filter $d.status >= 400",
  ),
  answered(
    'I was told that the payment-gateway misbehaved earlier. Could you count its errors for every half hour since noon?',
    "source logs between @'2026-11-20T12:00:00Z' and @'now' | filter $m.severity == ERROR && $l.subsystemname == 'payment-gateway' | groupby roundTime($m.timestamp, 30m) as bucket aggregate count() as errors | orderby bucket asc",
  ),
  answered(
    'billing and auth were slow this morning. How many errors did they have today?',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && in($l.subsystemname, 'billing', 'auth') | count",
  ),
  answered(
    'Where do our customers get the most failures this week, on which path I mean?',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter $d.status >= 400 && $d.path != null | groupby $d.path aggregate count() as count | orderby count desc | limit 1",
  ),
  answered(
    'Where do most errors happen, in which service?',
    'source logs | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | orderby errors desc | limit 1',
  ),
  answered(
    'Did anybody have to wait longer than 5 seconds today, and if so, who?',
    "source logs between @'now' / 1d and @'now' | filter $d.duration_ms > 5000 | distinct $d.user_id",
  ),
  answered(
    'Were there any 503s today, and if so, on which paths?',
    "source logs between @'now' / 1d and @'now' | filter $d.status == 503 | distinct $d.path",
  ),
  answered(
    'Did any request fail today, and if yes, how many?',
    "source logs between @'now' / 1d and @'now' | filter $d.status >= 400 | count",
  ),
  answered(
    'Which region had the highest share of failed requests this morning, and what was that share?',
    "source logs between @'2026-11-20T06:00:00Z' and @'2026-11-20T12:00:00Z' | groupby $d.region aggregate count_if($d.status >= 400) / count() as rate | orderby rate desc | limit 1",
  ),
  answered(
    'Which paths had an error rate of more than twelve percent today, and how high was it for each of them?',
    "source logs between @'now' / 1d and @'now' | filter $d.path != null | groupby $d.path aggregate count_if($m.severity == ERROR) / count() as error_rate | filter error_rate > 0.12 | orderby error_rate desc",
  ),
  answered(
    'Which service had the most errors today and how many were there?',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | orderby errors desc | limit 1",
  ),
  answered(
    'number of warnings per region for Wednesday and Thursday together',
    "source logs between @'2026-11-18T00:00:00Z' and @'2026-11-20T00:00:00Z' | filter $m.severity == WARNING | groupby $d.region aggregate count() as warnings | orderby warnings desc",
  ),
  answered(
    'errors per service yesterday and today combined',
    "source logs between @'now' / 1d - 1d and @'now' | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | orderby errors desc",
  ),
  declined('What do people say about the new checkout?', 'refuse'),
  declined('do customers like the new version?', 'refuse'),
  answered(
    'Hope this is the right place to ask: how many errors did we have today?',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | count",
  ),
  answered(
    'One more thing: p95 duration per path today',
    "source logs between @'now' / 1d and @'now' | groupby $d.path aggregate percentile(0.95, $d.duration_ms) as p95_duration_ms | orderby p95_duration_ms desc",
  ),
  answered(
    'Just out of curiosity, how many users had errors today?',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | aggregate distinct_count($d.user_id) as users",
  ),
  answered(
    'It would be nice if you could show the errors per service today',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | orderby errors desc",
  ),
  answered(
    'billing was down yesterday. Which errors did it log then?',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $m.severity == ERROR && $l.subsystemname == 'billing'",
  ),
  answered(
    'checkout was slow this morning. How many errors did it have?',
    "source logs between @'2026-11-20T06:00:00Z' and @'2026-11-20T12:00:00Z' | filter $m.severity == ERROR && $l.subsystemname == 'checkout' | count",
  ),
  answered(
    'At 13:00 we deployed billing. How many errors has it had since then?',
    "source logs between @'2026-11-20T13:00:00Z' and @'now' | filter $m.severity == ERROR && $l.subsystemname == 'billing' | count",
  ),
  answered(
    'Were there errors today? If so, in which service?',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | distinct $l.subsystemname",
  ),
  answered(
    'Did anyone get a 503 today? Who?',
    "source logs between @'now' / 1d and @'now' | filter $d.status == 503 | distinct $d.user_id",
  ),
  answered(
    'Did billing log any errors today? Which ones?',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $l.subsystemname == 'billing'",
  ),
  answered(
    'Which path is slowest today, and how slow is it?',
    "source logs between @'now' / 1d and @'now' | filter $d.path != null | groupby $d.path aggregate avg($d.duration_ms) as avg_duration_ms | orderby avg_duration_ms desc | limit 1",
  ),
  answered(
    'errors by service for Monday plus Tuesday',
    "source logs between @'2026-11-16T00:00:00Z' and @'2026-11-18T00:00:00Z' | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | orderby errors desc",
  ),
  declined('What are people saying about payments?', 'refuse'),
  answered('what do the logs say about the rollout?', "source logs | filter $d.msg ~ 'rollout'"),
];
