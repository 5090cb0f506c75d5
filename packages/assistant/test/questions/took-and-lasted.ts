import { answered, type QuestionItem } from './item.ts';

/** What was taken and what took long, when things began and ended, and errors in both of two services. */
export const TOOK_AND_LASTED: readonly QuestionItem[] = [
  answered(
    'who took the most orders yesterday',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $d.msg ~ 'order placed' && $d.user_id != null | groupby $d.user_id aggregate count() as count | orderby count desc | limit 1",
  ),
  answered('which request took the most time', 'source spans | orderby $m.duration desc | limit 1'),
  answered(
    'which service took the most time today',
    "source spans between @'now' / 1d and @'now' | groupby $l.serviceName aggregate sum($m.duration) as sum_duration | orderby sum_duration desc | limit 1",
  ),
  answered(
    'when did checkout errors start and stop today',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $l.subsystemname == 'checkout' | aggregate min($m.timestamp) as first_seen, max($m.timestamp) as last_seen",
  ),
  answered(
    'is the timeout in checkout still happening',
    "source logs | filter $d.msg ~ 'timeout' && $l.subsystemname == 'checkout' | aggregate max($m.timestamp) as last_seen",
  ),
  answered(
    'how many traces had errors in both checkout and payments today',
    "source spans between @'now' / 1d and @'now' | groupby $d.traceID aggregate count_if($d.tags.error == 'true' && $l.serviceName == 'checkout') as errors_checkout, count_if($d.tags.error == 'true' && $l.serviceName == 'payment-gateway') as errors_payments | filter errors_checkout > 0 | filter errors_payments > 0 | aggregate count() as traces",
  ),
  answered(
    'how long does checkout usually take to respond',
    "source spans | filter $l.serviceName == 'checkout' | aggregate percentile(0.5, $m.duration) as p50_duration",
  ),
  answered(
    'were there more errors after 10:00 than before today',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | aggregate count_if($m.timestamp < @'2026-11-20T10:00:00Z') as before, count_if($m.timestamp >= @'2026-11-20T10:00:00Z') as after",
  ),
  answered(
    'errors that happened only once today',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby $d.msg aggregate count() as errors | filter errors == 1 | orderby errors desc",
  ),
  answered(
    'how much log volume per service per day',
    'source logs | groupby roundTime($m.timestamp, 1d) as bucket, $l.subsystemname aggregate count() as count | orderby bucket asc',
  ),
];
