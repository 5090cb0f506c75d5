import { followed, type QuestionItem } from './item.ts';

/** What goes on with each of the things that were listed, with figures of what was found, and with who was in it. */
export const EACH_OF_THEM: readonly QuestionItem[] = [
  followed(
    ['which queues are there?'],
    'how many messages were sent to each yesterday?',
    "source spans between @'now' / 1d - 1d and @'now' / 1d | filter $d.tags['messaging.destination.name'] != null && $d.tags['messaging.operation.type'] == 'send' | groupby $d.tags['messaging.destination.name'] aggregate count() as count | orderby count desc",
  ),
  followed(
    ['which queues are there?', 'how many messages were sent to each yesterday?'],
    'and processed?',
    "source spans between @'now' / 1d - 1d and @'now' / 1d | filter $d.tags['messaging.destination.name'] != null && $d.tags['messaging.operation.type'] == 'process' | groupby $d.tags['messaging.destination.name'] aggregate count() as count | orderby count desc",
  ),
  followed(
    ['which queues are there?', 'how many messages were sent to each yesterday?', 'and processed?'],
    'average size in bytes',
    "source spans between @'now' / 1d - 1d and @'now' / 1d | filter $d.tags['messaging.destination.name'] != null && $d.tags['messaging.operation.type'] == 'process' | groupby $d.tags['messaging.destination.name'] aggregate avg($d.tags['messaging.message.body.size']:number) as avg_messaging_message_body_size | orderby avg_messaging_message_body_size desc",
  ),
  followed(
    ['which cranes are there?'],
    'how many errors did each have today?',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby $d.crane aggregate count() as errors | orderby errors desc",
  ),
  followed(
    ['which cranes are there?'],
    'median duration of each',
    'source logs | groupby $d.crane aggregate percentile(0.5, $d.duration_ms) as p50_duration_ms | orderby p50_duration_ms desc',
  ),
  followed(
    ['which cranes are there?'],
    'and the error rate for each one?',
    'source logs | groupby $d.crane aggregate count_if($m.severity == ERROR) / count() as error_rate | orderby error_rate desc',
  ),
  followed(
    ['failed spans of moorings in the last 2 hours', 'only INSERT and UPDATE'],
    'average duration per table',
    "source spans last 2h | filter $d.tags.error == 'true' && $l.serviceName == 'moorings' && in($d.tags['db.operation.name'], 'INSERT', 'UPDATE') | groupby $d.tags['db.collection.name'] aggregate avg($m.duration) as avg_duration | orderby avg_duration desc",
  ),
  followed(
    ['failed spans of moorings in the last 2 hours'],
    'p95 by table',
    "source spans last 2h | filter $d.tags.error == 'true' && $l.serviceName == 'moorings' | groupby $d.tags['db.collection.name'] aggregate percentile(0.95, $m.duration) as p95_duration | orderby p95_duration desc",
  ),
  followed(
    ['how many errors in cranes today?', 'for what grounds?'],
    'which captains were they?',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $l.subsystemname == 'cranes' | distinct $d.captain",
  ),
  followed(
    ['errors in moorings today'],
    'which captains was it?',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $l.subsystemname == 'moorings' | distinct $d.captain",
  ),
  followed(
    ['how many errors in cranes today?'],
    'which cranes were affected?',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $l.subsystemname == 'cranes' | distinct $d.crane",
  ),
  followed(
    ['outgoing calls today'],
    'by host',
    "source spans between @'now' / 1d and @'now' | filter $m.kind == 'CLIENT' | groupby $d.tags['server.address'] aggregate count() as requests | orderby requests desc",
  ),
  followed(
    ['which captain had the most timeouts this week?'],
    'how many of those did we have per day?',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter in($d.mishap, 'pilot_timeout', 'radio_timeout') && $d.captain != null | join inner (source logs between @'2026-11-16T00:00:00Z' and @'now' | filter in($d.mishap, 'pilot_timeout', 'radio_timeout') && $d.captain != null | groupby $d.captain aggregate count() as count | orderby count desc | limit 1) on left=>captain == right=>captain into related | groupby roundTime($m.timestamp, 1d) as bucket aggregate count() as count | orderby bucket asc",
  ),
];

/** The same of a shop. */
export const EACH_OF_THEM_SHOP: readonly QuestionItem[] = [
  followed(
    ['list the services'],
    'how many errors did each have yesterday?',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | orderby errors desc",
  ),
  followed(
    ['which services had errors today?'],
    'how many each?',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as count | orderby count desc",
  ),
  followed(
    ['errors by service today'],
    'how many warnings does each have',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == WARNING | groupby $l.subsystemname aggregate count() as warnings | orderby warnings desc",
  ),
  followed(
    ['which services are there?'],
    'how many errors did each of them have in the last hour?',
    'source logs last 1h | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | orderby errors desc',
  ),
  followed(
    ['which services are there?'],
    'p95 latency for each',
    'source logs | groupby $l.subsystemname aggregate percentile(0.95, $d.duration_ms) as p95_duration_ms | orderby p95_duration_ms desc',
  ),
  followed(
    ['logs with status 503 today'],
    'average latency per user',
    "source logs between @'now' / 1d and @'now' | filter $d.status == 503 | groupby $d.user_id aggregate avg($d.duration_ms) as avg_duration_ms | orderby avg_duration_ms desc",
  ),
];
