import { answered, declined, followed, type QuestionItem } from './item.ts';

/** What leads from one data set to the other, structures of spans, what came to nothing, and deeds that stand behind their thing. */
export const ACROSS_AND_BEYOND: readonly QuestionItem[] = [
  answered(
    'failed spans today with no error log in the same trace',
    "source spans between @'now' / 1d and @'now' | filter $d.tags.error == 'true' | filter !inArray($d.traceID, (| source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | filter $d.trace_id != null | distinct $d.trace_id |))",
  ),
  answered(
    'for traces with a failed span in lending, which root operations started them?',
    "source spans | filter $d.parentId == '' | join inner (source spans | filter $d.tags.error == 'true' && $l.serviceName == 'lending' | distinct $d.traceID) on left=>traceID == right=>traceID into related | distinct $l.operationName",
  ),
  answered(
    'what are the children of span 7d20c94be1a3f586?',
    "source spans | filter $d.parentId == '7d20c94be1a3f586'",
  ),
  answered(
    'which services does reading-room call directly, going by parent and child spans?',
    "source spans | filter $l.serviceName != 'reading-room' | join inner (source spans | filter $l.serviceName == 'reading-room' | distinct $d.spanID) on left=>parentId == right=>spanID into related | distinct $l.serviceName",
  ),
  answered(
    'which service ate most of the time in trace 5c0e9b7d41f84a2e9d36b8f07a15c2e4',
    "source spans | filter $d.traceID == '5c0e9b7d41f84a2e9d36b8f07a15c2e4' | groupby $l.serviceName aggregate sum($m.duration) as sum_duration | orderby sum_duration desc | limit 1",
  ),
  answered(
    "how much of each service's span time today is spent in the database, as a percentage?",
    "source spans between @'now' / 1d and @'now' | groupby $l.serviceName aggregate sum(if($d.tags['db.system.name'] != null, $m.duration, null)) / sum($m.duration) as share | orderby share desc",
  ),
  answered(
    'who was logging this morning but silent since 13:00',
    "source logs between @'2026-11-20T06:00:00Z' and @'now' | groupby $l.subsystemname aggregate count_if($m.timestamp < @'2026-11-20T12:00:00Z') as this_morning, count_if($m.timestamp >= @'2026-11-20T13:00:00Z') as since_13_00 | filter this_morning > 0 | filter since_13_00 == 0 | orderby this_morning desc",
  ),
  answered(
    'services silent since 13:00',
    "source logs last 7d | groupby $l.subsystemname aggregate max($m.timestamp) as last_seen, count_if($m.timestamp >= @'2026-11-20T13:00:00Z') as since_then | filter since_then == 0 | orderby last_seen asc",
  ),
  answered(
    'in which minute today did errors of lending first exceed 3?',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $l.subsystemname == 'lending' | groupby roundTime($m.timestamp, 1m) as bucket aggregate count() as errors | filter errors > 3 | orderby bucket asc | limit 1",
  ),
  answered(
    'which binding method gets delayed most often?',
    "source logs | filter $d.message ~ 'delayed' && $d.binding_method != null | groupby $d.binding_method aggregate count() as count | orderby count desc | limit 1",
  ),
  answered(
    'all logs in lending today',
    "source logs between @'now' / 1d and @'now' | filter $l.subsystemname == 'lending'",
  ),
  answered(
    'show all logs in the trace of the latest error of r-101',
    "source logs | join inner (source logs | filter $m.severity == ERROR && $d.reader_id == 'r-101' | orderby $m.timestamp desc | limit 1 | distinct $d.trace_id) on left=>trace_id == right=>trace_id into related",
  ),
  answered(
    'how many searches found nothing yesterday?',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $l.subsystemname == 'search' && $d.hit_count == 0 | count",
  ),
  answered(
    'which search phrases came up empty most often today',
    "source logs between @'now' / 1d and @'now' | filter $d.hit_count == 0 | groupby $d.phrase aggregate count() as count | orderby count desc",
  ),
  answered(
    'searches with "sea maps" in the phrase',
    "source logs | filter $l.subsystemname == 'search' && contains($d.phrase, 'sea maps')",
  ),
  answered(
    'loans above 20 euros in lending this week',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter $d.fee_eur > 20 && $l.subsystemname == 'lending'",
  ),
  answered(
    'reader and cause of the loans fee-check refused today',
    "source logs between @'now' / 1d and @'now' | filter $d.message ~ 'loan refused' && $l.subsystemname == 'fee-check' | choose $d.reader_id, $d.cause",
  ),
  answered(
    'show reader and cause of the loans fee-check refused today',
    "source logs between @'now' / 1d and @'now' | filter $d.message ~ 'loan refused' && $l.subsystemname == 'fee-check' | choose $d.reader_id, $d.cause",
  ),
  answered(
    'scans of p-31 that failed, with what errors and how many of each',
    "source logs | filter $d.message ~ 'scan failed' && $d.press_id == 'p-31' && $d.error_type != null | groupby $d.error_type aggregate count() as count | orderby count desc",
  ),
  answered(
    'which presses had a failed scan this week but no successful one?',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter $d.press_id != null | groupby $d.press_id aggregate count_if($d.message ~ 'scan failed') as scan_failed, count_if($d.message ~ 'scan delivered') as scan_delivered | filter scan_failed > 0 | filter scan_delivered == 0 | orderby scan_failed desc",
  ),
  answered(
    'successful scans today',
    "source logs between @'now' / 1d and @'now' | filter $d.message ~ 'scan delivered'",
  ),
  answered(
    'how much time passed between granting and returning loan LN-501?',
    "source logs | filter $d.loan_id == 'LN-501' | aggregate min(if($d.message ~ 'loan returned', $m.timestamp, null)) - min(if($d.message ~ 'granted', $m.timestamp, null)) as time_passed",
  ),
  answered(
    'what share of volumes was late per binder this week?',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter $d.binder != null | groupby $d.binder aggregate count_if($d.message ~ 'volume delayed') / count() as rate | orderby rate desc",
  ),
  answered(
    'errors this week so far compared with the same period last week',
    "source logs between @'2026-11-09T00:00:00Z' and @'now' | filter $m.severity == ERROR | aggregate count_if($m.timestamp >= @'2026-11-16T00:00:00Z') as this_week, count_if($m.timestamp < @'now' - 7d) as the_same_period_last_week",
  ),
  answered(
    'errors by path lending today',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $l.subsystemname == 'lending' | groupby $d.path aggregate count() as errors | orderby errors desc",
  ),
  declined('send the list of failed scans to the printers by mail', 'refuse'),
  followed(
    ['errors today by service'],
    'show me the logs of the top one',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | join inner (source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $l.subsystemname != null | groupby $l.subsystemname aggregate count() as errors | orderby errors desc | limit 1) on left=>$l.subsystemname == right=>subsystemname into related",
  ),
  followed(
    ['errors today by service'],
    'show me the errors of the worst one',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | join inner (source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $l.subsystemname != null | groupby $l.subsystemname aggregate count() as errors | orderby errors desc | limit 1) on left=>$l.subsystemname == right=>subsystemname into related",
  ),
  followed(
    ['slowest span of lending today'],
    'show its whole trace',
    "source spans | join inner (source spans between @'now' / 1d and @'now' | filter $l.serviceName == 'lending' | orderby $m.duration desc | limit 1 | distinct $d.traceID) on left=>traceID == right=>traceID into related",
  ),
  answered(
    'error logs today with no failed span in the same trace',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | filter !inArray($d.trace_id, (| source spans between @'now' / 1d and @'now' | filter $d.tags.error == 'true' | filter $d.traceID != null | distinct $d.traceID |))",
  ),
  answered(
    'root spans of traces with a failed span in lending',
    "source spans | filter $d.parentId == '' | join inner (source spans | filter $d.tags.error == 'true' && $l.serviceName == 'lending' | distinct $d.traceID) on left=>traceID == right=>traceID into related",
  ),
  answered(
    "how much of lending's time goes to the database",
    "source spans | filter $l.serviceName == 'lending' | aggregate sum(if($d.tags['db.system.name'] != null, $m.duration, null)) / sum($m.duration) as share",
  ),
  answered(
    'how many searches had zero hits',
    "source logs | filter $l.subsystemname == 'search' && $d.hit_count == 0 | count",
  ),
  answered('searches today', "source logs between @'now' / 1d and @'now' | filter $l.subsystemname == 'search'"),
  followed(
    ['errors of lending', 'show the errors by service'],
    'the errors of the top one',
    'source logs | filter $m.severity == ERROR | join inner (source logs | filter $m.severity == ERROR && $l.subsystemname != null | groupby $l.subsystemname aggregate count() as errors | orderby errors desc | limit 1) on left=>$l.subsystemname == right=>subsystemname into related',
  ),
];
