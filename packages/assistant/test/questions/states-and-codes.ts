import { answered, declined, followed, type QuestionItem } from './item.ts';

/** States of things, times that are named by verbs, codes that are spoken, and figures of what a message tells of. */
export const STATES_AND_CODES: readonly QuestionItem[] = [
  answered(
    'which lifts went down tonight since midnight',
    "source logs between @'2026-11-20T00:00:00Z' and @'now' | filter $d.msg ~ 'lift down' && $d.lift_id != null | distinct $d.lift_id",
  ),
  answered(
    'how many lifts down in old town today',
    "source logs between @'now' / 1d and @'now' | filter $d.msg ~ 'lift down' && $d.district == 'old town' | count",
  ),
  answered(
    'lift outages by cause',
    "source logs | filter $d.msg ~ 'lift down' && $d.cause != null | groupby $d.cause aggregate count() as count | orderby count desc",
  ),
  answered(
    'top 3 districts by outages',
    "source logs | filter $d.msg ~ 'lift down' && $d.district != null | groupby $d.district aggregate count() as count | orderby count desc | limit 3",
  ),
  answered(
    'the longest outage this week',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter $d.down_s != null | orderby $d.down_s desc | limit 1",
  ),
  answered('lifts that were down for longer than 2 hours', 'source logs | filter $d.down_s > 7200'),
  answered('show me the calls that waited longer than ten minutes', 'source logs | filter $d.wait_s > 600'),
  answered(
    'which clerks hold for more than 8 minutes on average?',
    'source logs | filter $d.clerk != null | groupby $d.clerk aggregate avg($d.hold_s) as avg_hold_s | filter avg_hold_s > 480 | orderby avg_hold_s desc',
  ),
  answered(
    'average waiting time today',
    "source logs between @'now' / 1d and @'now' | aggregate avg($d.wait_s) as avg_wait_s",
  ),
  answered(
    'how many calls did we answer today?',
    "source logs between @'now' / 1d and @'now' | filter $d.msg ~ 'call answered' | count",
  ),
  answered(
    'which clerk took the most calls yesterday',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $d.clerk != null | groupby $d.clerk aggregate count() as requests | orderby requests desc | limit 1",
  ),
  answered(
    'refused repairs by cause',
    "source logs | filter $d.msg ~ 'refused' && $d.cause != null | groupby $d.cause aggregate count() as count | orderby count desc",
  ),
  answered(
    'failed pre-checks today',
    "source logs between @'now' / 1d and @'now' | filter $d.msg ~ 'pre check failed'",
  ),
  answered(
    'how many visits were rejected, broken down by reason?',
    "source logs | filter $d.msg ~ 'visit rejected' && $d.err_code != null | groupby $d.err_code aggregate count() as count | orderby count desc",
  ),
  answered(
    'bills by customer kind',
    "source logs | filter $d.msg ~ 'bill issued' && $d.cust_kind != null | groupby $d.cust_kind aggregate count() as count | orderby count desc",
  ),
  answered(
    'which app version has the most server errors',
    'source logs | filter $d.http_status >= 500 && $d.http_status < 600 && $d.app_version != null | groupby $d.app_version aggregate count() as count | orderby count desc | limit 1',
  ),
  answered(
    'failed bills because of the badge check',
    "source logs | filter $d.msg ~ 'bill failed' && $d.err_code == 'BADGE_CHECK_FAILED'",
  ),
  answered(
    'bills where the key was missing',
    "source logs | filter $l.subsystemname == 'billing' && $d.err_code == 'KEY_MISSING'",
  ),
  answered('everything about line 771002002', 'source logs | filter $d.line_no:number == 771002002'),
  answered(
    'reminders that were more than 30 days late',
    "source logs | filter $d.msg ~ 'reminder' && $d.days_late > 30",
  ),
  answered(
    'average bill amount per customer kind',
    "source logs | filter $d.msg ~ 'bill issued' && $d.cust_kind != null | groupby $d.cust_kind aggregate avg($d.amount_eur) as avg_amount_eur | orderby avg_amount_eur desc",
  ),
  answered(
    'which customer kinds have an average bill below 15 euros?',
    'source logs | filter $d.cust_kind != null | groupby $d.cust_kind aggregate avg($d.amount_eur) as avg_amount_eur | filter avg_amount_eur < 15 | orderby avg_amount_eur desc',
  ),
  answered(
    'group swiped badges into fast (<200 ms), ok (<1 s) and slow',
    "source logs | filter $d.msg ~ 'badge swiped' | groupby case { $d.took_ms < 200 -> 'fast', $d.took_ms < 1000 -> 'ok', $d.took_ms >= 1000 -> 'slow' } as class aggregate count() as count | orderby count desc",
  ),
  answered(
    'how many requests without a tenant hit badge-gw?',
    "source logs | filter $d.tenant == null && $l.subsystemname == 'badge-gw' | count",
  ),
  answered(
    'which routes in portal return 5xx?',
    "source logs | filter $l.subsystemname == 'portal' && ($d.http_status >= 500 && $d.http_status < 600) && $d.path != null | distinct $d.path",
  ),
  answered(
    'failures of checks by code',
    "source logs | filter $m.severity >= ERROR && $l.subsystemname == 'checks' && $d.err_code != null | groupby $d.err_code aggregate count() as count | orderby count desc",
  ),
  answered(
    'error types on spans of portal',
    "source spans | filter $l.serviceName == 'portal' && $d.tags['error.type'] != null | distinct $d.tags['error.type']",
  ),
  answered(
    'travel forecast warnings of lift-watch',
    "source logs | filter $m.severity == WARNING && $d.msg ~ 'travel forecast' && $l.subsystemname == 'lift-watch'",
  ),
  answered(
    'failure rate of checks today',
    "source logs between @'now' / 1d and @'now' | filter $l.subsystemname == 'checks' | aggregate count_if($d.msg ~ 'check failed') / count() as failure_rate",
  ),
  answered(
    'owner requests of portal today',
    "source logs between @'now' / 1d and @'now' | filter $l.subsystemname == 'portal'",
  ),
  answered(
    'outages in the harbour that lasted more than 30 min',
    "source logs | filter $d.district == 'harbour' && $d.down_s > 1800",
  ),
  answered(
    'which downstream host is slowest when called from portal?',
    "source spans | filter $l.serviceName == 'portal' && $d.tags['server.address'] != null | groupby $d.tags['server.address'] aggregate avg($m.duration) as avg_duration | orderby avg_duration desc | limit 1",
  ),
  answered(
    'total bill amount per customer kind',
    "source logs | filter $l.subsystemname == 'billing' && $d.msg ~ 'bill issued' && $d.cust_kind != null | groupby $d.cust_kind aggregate sum($d.amount_eur) as sum_amount_eur | orderby sum_amount_eur desc",
  ),
  answered(
    'mechanics with more than 5 visits today',
    "source logs between @'now' / 1d and @'now' | filter $d.mechanic != null | groupby $d.mechanic aggregate distinct_count($d.visit_id) as distinct_visit_ids | filter distinct_visit_ids > 5 | orderby distinct_visit_ids desc",
  ),
  answered(
    'which mechanics took more than 20 visits today',
    "source logs between @'now' / 1d and @'now' | filter $d.mechanic != null | groupby $d.mechanic aggregate distinct_count($d.visit_id) as distinct_visit_ids | filter distinct_visit_ids > 20 | orderby distinct_visit_ids desc",
  ),
  answered(
    'which hosts do portal spans call',
    "source spans | filter $l.serviceName == 'portal' && $d.tags['server.address'] != null | distinct $d.tags['server.address']",
  ),
  answered(
    'districts down right now',
    "source logs last 5m | filter $d.msg ~ 'lift down' && $d.district != null | distinct $d.district",
  ),
  answered(
    'total downtime per district this week',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter $d.district != null | groupby $d.district aggregate sum($d.down_s) as sum_down_s | orderby sum_down_s desc",
  ),
  answered(
    'average amount of bills per customer kind',
    "source logs | filter $d.msg ~ 'bill issued' && $d.cust_kind != null | groupby $d.cust_kind aggregate avg($d.amount_eur) as avg_amount_eur | orderby avg_amount_eur desc",
  ),
  answered(
    'did errors go down today',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | count",
  ),
  // What the readings above are not to reach.
  declined('forecast the outages of tomorrow', 'refuse'),
  followed(
    ['calls dropped today', 'per heading'],
    'what was the average wait of those',
    "source logs between @'now' / 1d and @'now' | filter $d.msg ~ 'call dropped' | groupby $d.heading aggregate avg($d.wait_s) as avg_wait_s | orderby avg_wait_s desc",
  ),
  followed(
    ['average bill amount per customer kind'],
    'please show the maximum instead',
    "source logs | filter $d.msg ~ 'bill issued' && $d.cust_kind != null | groupby $d.cust_kind aggregate max($d.amount_eur) as max_amount_eur | orderby max_amount_eur desc",
  ),
  followed(
    ['error types of portal spans'],
    'only LOST',
    "source spans | filter $l.serviceName == 'portal' && $d.tags['error.type'] == 'LOST'",
  ),
  followed(
    ['spans of portal slower than 1 s'],
    'what hosts did they call?',
    "source spans | filter $l.serviceName == 'portal' && $m.duration > 1000000 | distinct $d.tags['server.address']",
  ),
];

/** Where two things have a reason within them. */
export const REASONS_WITHIN: readonly QuestionItem[] = [
  answered(
    'bill failures by reason today',
    "source logs between @'now' / 1d and @'now' | filter $d.msg ~ 'bill failed' && $d.bill.reject_reason != null | groupby $d.bill.reject_reason aggregate count() as count | orderby count desc",
  ),
];
