import { answered, followed, type QuestionItem } from './item.ts';

/** Two things that must hold of each, bare events, kinds of things, waits and jobs, and what goes on from them. */
export const BOTH_AND_KINDS: readonly QuestionItem[] = [
  answered(
    'which members had both a failed scan and a declined card this week',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | groupby $d.member_id aggregate count_if($d.message ~ 'scan failed') as failed_scan, count_if($d.message ~ 'card declined') as declined_card | filter failed_scan > 0 | filter declined_card > 0 | orderby failed_scan desc",
  ),
  answered(
    'how many members had a failed scan and a declined card',
    "source logs | groupby $d.member_id aggregate count_if($d.message ~ 'scan failed') as failed_scan, count_if($d.message ~ 'card declined') as declined_card | filter failed_scan > 0 | filter declined_card > 0 | aggregate count() as users",
  ),
  answered(
    'papers received by file type and platform',
    "source logs | filter $d.message ~ 'paper received' && $d.file_type != null | groupby $d.file_type, $d.app_platform aggregate count() as count | orderby count desc",
  ),
  answered(
    'papers received by platform',
    "source logs | filter $d.message ~ 'paper received' | groupby $d.app_platform aggregate count() as count | orderby count desc",
  ),
  answered(
    'resizes longer than 3 seconds by paper size',
    'source logs | filter $d.resize_ms > 3000 && $d.paper_size != null | groupby $d.paper_size aggregate count() as count | orderby count desc',
  ),
  answered(
    'average wait of paper-review per verdict',
    "source logs | filter $l.subsystemname == 'paper-review' && $d.verdict != null | groupby $d.verdict aggregate avg($d.queue_wait_ms) as avg_queue_wait_ms | orderby avg_queue_wait_ms desc",
  ),
  answered(
    'number of requests for each kind of board',
    'source logs | filter $d.board_kind != null | groupby $d.board_kind aggregate count() as requests | orderby requests desc',
  ),
  answered(
    'likes by weekday',
    "source logs | filter $d.message ~ 'like added' | groupby extractTime($m.timestamp, 'day_of_week') as weekday aggregate count() as count | orderby weekday asc",
  ),
  answered(
    'notes this week compared with last week',
    "source logs between @'2026-11-09T00:00:00Z' and @'now' | filter $d.message ~ 'note posted' | aggregate count_if($m.timestamp >= @'2026-11-16T00:00:00Z') as this_week, count_if($m.timestamp < @'2026-11-16T00:00:00Z') as last_week",
  ),
  answered(
    'logins per hour today',
    "source logs between @'now' / 1d and @'now' | filter $d.message ~ 'login succeeded' | groupby roundTime($m.timestamp, 1h) as bucket aggregate count() as count | orderby bucket asc",
  ),
  answered(
    'which service calls which, and how often?',
    'source spans | join inner (source spans | choose $d.spanID, $l.serviceName as caller) on left=>parentId == right=>spanID into above | filter above.caller != $l.serviceName | groupby above.caller as caller, $l.serviceName as called aggregate count() as calls | orderby calls desc',
  ),
  answered(
    'resizes with more than 2 attempts, by paper size',
    'source logs | filter $d.attempt > 2 && $d.paper_size != null | groupby $d.paper_size aggregate count() as count | orderby count desc',
  ),
  answered(
    'the messages say "shrunk 3 pages in 340 ms", what is the average of that time?',
    "source logs | filter $d.message ~ 'pages in' | extract $d.message into found using regexp(/pages in\\s*(?<ms>\\d+(?:\\.\\d+)?)/) | aggregate avg($d.found.ms:number) as avg_ms",
  ),
  answered(
    'cache hit ratio per edge location',
    "source logs | filter $d.cache_status != null && $d.edge_pop != null | groupby $d.edge_pop aggregate count_if($d.cache_status == 'HIT') / count() as rate | orderby rate desc",
  ),
  answered('cache misses today', "source logs between @'now' / 1d and @'now' | filter $d.cache_status == 'MISS'"),
  answered(
    'which edge locations had errors today',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $d.edge_pop != null | distinct $d.edge_pop",
  ),
  answered(
    'could I have only the time, the member and the message of the declined cards',
    "source logs | filter $d.message ~ 'card declined' | choose $m.timestamp, $d.member_id, $d.message",
  ),
  answered(
    'by endpoint: number of requests, how many took more than 400 ms, and their share',
    'source logs | groupby $d.endpoint aggregate count() as count, count_if($d.latency_ms > 400) as slow, count_if($d.latency_ms > 400) / count() as share | orderby count desc',
  ),
  answered(
    'by endpoint: number of requests and how many took more than 400 ms',
    'source logs | groupby $d.endpoint aggregate count() as count, count_if($d.latency_ms > 400) as slow | orderby count desc',
  ),
  answered(
    'by endpoint: number of requests, how many errors, and their share',
    'source logs | groupby $d.endpoint aggregate count() as count, count_if($m.severity == ERROR) as errors, count_if($m.severity == ERROR) / count() as share | orderby count desc',
  ),
  answered(
    'which members had failed spans of paper-intake on Tuesday, and how often?',
    "source spans between @'2026-11-17T00:00:00Z' and @'2026-11-18T00:00:00Z' | filter $d.tags.error == 'true' && $l.serviceName == 'paper-intake' | groupby $d.tags['user.id'] aggregate count() as spans | orderby spans desc",
  ),
  answered(
    'which topics do we send to and how many messages of each?',
    "source spans | filter $d.tags['messaging.operation.type'] == 'send' && $d.tags['messaging.destination.name'] != null | groupby $d.tags['messaging.destination.name'] aggregate count() as count | orderby count desc",
  ),
  answered(
    'distribution of file bytes in buckets of 5 MB',
    'source logs | filter $d.file_bytes != null | groupby floor($d.file_bytes / 5242880) * 5242880 as file_bytes_from aggregate count() as count | orderby file_bytes_from asc',
  ),
  followed(
    ['how many papers were rejected this week?'],
    'and how many were held?',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter $d.verdict == 'held' | count",
  ),
  followed(
    ['how many notes were blocked as spam today?'],
    'who wrote most of them?',
    "source logs between @'now' / 1d and @'now' | filter $d.message ~ 'note blocked as spam' && $d.member_id != null | groupby $d.member_id aggregate count() as count | orderby count desc | limit 1",
  ),
  followed(
    ['top 10 search terms this week'],
    'without those that found nothing',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter $d.search_term != null && $d.result_count != 0 | groupby $d.search_term aggregate count() as count | orderby count desc | limit 10",
  ),
  followed(
    ['spans of trace 4bf92f3577b34da6a3ce929d0e0e4736'],
    'only the database ones',
    "source spans | filter $d.traceID == '4bf92f3577b34da6a3ce929d0e0e4736' && $d.tags['db.system.name'] != null | orderby $m.timestamp asc",
  ),
];
