import { answered, type QuestionItem } from './item.ts';

/** Queues, hosts that are called, what records lack, errors that only codes name, numbers of messages, lists of percentiles. */
export const LACKED_AND_CALLED: readonly QuestionItem[] = [
  answered(
    'messages sent and processed per queue today',
    "source spans between @'now' / 1d and @'now' | filter $d.tags['messaging.destination.name'] != null && in($d.tags['messaging.operation.type'], 'process', 'send') | groupby $d.tags['messaging.destination.name'], $d.tags['messaging.operation.type'] aggregate count() as count | orderby count desc",
  ),
  answered(
    'how many messages were sent and processed today?',
    "source spans between @'now' / 1d and @'now' | filter $d.tags['messaging.destination.name'] != null && in($d.tags['messaging.operation.type'], 'process', 'send') | groupby $d.tags['messaging.operation.type'] aggregate count() as count | orderby count desc",
  ),
  answered(
    'sent vs processed messages by queue',
    "source spans | filter in($d.tags['messaging.operation.type'], 'process', 'send') && $d.tags['messaging.destination.name'] != null | groupby $d.tags['messaging.destination.name'], $d.tags['messaging.operation.type'] aggregate count() as count | orderby count desc",
  ),
  answered(
    'how many messages were sent to each queue yesterday?',
    "source spans between @'now' / 1d - 1d and @'now' / 1d | filter $d.tags['messaging.destination.name'] != null && $d.tags['messaging.operation.type'] == 'send' | groupby $d.tags['messaging.destination.name'] aggregate count() as count | orderby count desc",
  ),
  answered(
    'failure rate of outgoing http calls per host this week',
    "source spans between @'2026-11-16T00:00:00Z' and @'now' | filter $m.kind == 'CLIENT' | groupby $d.tags['server.address'] aggregate count_if($d.tags.error == 'true') / count() as failure_rate | orderby failure_rate desc",
  ),
  answered(
    'which host had the most failed outgoing calls today?',
    "source spans between @'now' / 1d and @'now' | filter $d.tags.error == 'true' && $m.kind == 'CLIENT' | groupby $d.tags['server.address'] aggregate count() as requests | orderby requests desc | limit 1",
  ),
  answered(
    'incoming requests per host',
    "source spans | filter $m.kind == 'SERVER' | groupby $d.process.tags['host.name'] aggregate count() as requests | orderby requests desc",
  ),
  answered(
    'logs without a trace, per service',
    'source logs | filter $d.trace == null | groupby $l.subsystemname aggregate count() as count | orderby count desc',
  ),
  answered('errors with no trace', 'source logs | filter $m.severity == ERROR && $d.trace == null'),
  answered('how many logs have no trace?', 'source logs | filter $d.trace == null | count'),
  answered('logs missing a trace today', "source logs between @'now' / 1d and @'now' | filter $d.trace == null"),
  answered('logs without a captain', 'source logs | filter $d.captain == null'),
  answered(
    'logs with no captain per service',
    'source logs | filter $d.captain == null | groupby $l.subsystemname aggregate count() as count | orderby count desc',
  ),
  answered(
    'timeouts per service today',
    "source logs between @'now' / 1d and @'now' | filter in($d.mishap, 'pilot_timeout', 'radio_timeout') | groupby $l.subsystemname aggregate count() as count | orderby count desc",
  ),
  answered(
    'how many timeouts were there in pilots yesterday?',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter in($d.mishap, 'pilot_timeout', 'radio_timeout') && $l.subsystemname == 'pilots' | count",
  ),
  answered(
    'how many crates were unloaded per hour today? the number is in the message, "unloaded 12 crates"',
    "source logs between @'now' / 1d and @'now' | filter $d.message ~ 'unloaded' | extract $d.message into found using regexp(/unloaded\\s*(?<crates>\\d+(?:\\.\\d+)?)/) | groupby roundTime($m.timestamp, 1h) as bucket aggregate sum($d.found.crates:number) as sum_crates | orderby bucket asc",
  ),
  answered(
    'how many crates did we unload today? messages say "unloaded N crates"',
    "source logs between @'now' / 1d and @'now' | filter $d.message ~ 'unloaded' | extract $d.message into found using regexp(/unloaded\\s*(?<crates>\\d+(?:\\.\\d+)?)/) | aggregate sum($d.found.crates:number) as sum_crates",
  ),
  answered(
    'number of crates unloaded per crane, as in "unloaded 12 crates"',
    "source logs | filter $d.message ~ 'unloaded' | extract $d.message into found using regexp(/unloaded\\s*(?<crates>\\d+(?:\\.\\d+)?)/) | groupby $d.crane aggregate sum($d.found.crates:number) as sum_crates | orderby sum_crates desc",
  ),
  answered(
    '10th, 50th and 90th percentile of duration_ms by crane',
    'source logs | groupby $d.crane aggregate percentile(0.1, $d.duration_ms) as p10_duration_ms, percentile(0.5, $d.duration_ms) as p50_duration_ms, percentile(0.9, $d.duration_ms) as p90_duration_ms | orderby p10_duration_ms desc',
  ),
  answered(
    'p10, p50 and p90 of duration_ms by crane',
    'source logs | groupby $d.crane aggregate percentile(0.1, $d.duration_ms) as p10_duration_ms, percentile(0.5, $d.duration_ms) as p50_duration_ms, percentile(0.9, $d.duration_ms) as p90_duration_ms | orderby p10_duration_ms desc',
  ),
  answered(
    'the 25th and the 75th percentile of duration_ms',
    'source logs | aggregate percentile(0.25, $d.duration_ms) as p25_duration_ms, percentile(0.75, $d.duration_ms) as p75_duration_ms',
  ),
  answered(
    '90/95/99 percentile of duration_ms per service',
    'source logs | groupby $l.subsystemname aggregate percentile(0.9, $d.duration_ms) as p90_duration_ms, percentile(0.95, $d.duration_ms) as p95_duration_ms, percentile(0.99, $d.duration_ms) as p99_duration_ms | orderby p90_duration_ms desc',
  ),
  answered(
    'percentiles 50, 90 and 99 of duration_ms',
    'source logs | aggregate percentile(0.5, $d.duration_ms) as p50_duration_ms, percentile(0.9, $d.duration_ms) as p90_duration_ms, percentile(0.99, $d.duration_ms) as p99_duration_ms',
  ),
  answered(
    '25th and 75th percentiles of duration_ms',
    'source logs | aggregate percentile(0.25, $d.duration_ms) as p25_duration_ms, percentile(0.75, $d.duration_ms) as p75_duration_ms',
  ),
];
