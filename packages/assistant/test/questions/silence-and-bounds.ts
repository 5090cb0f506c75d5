import { answered, declined, followed, type QuestionItem } from './item.ts';

/** Days until the same time, what logged nothing, what was done too often by those that were shown, and things not named. */
export const SILENCE_AND_BOUNDS: readonly QuestionItem[] = [
  answered(
    'errors today compared to yesterday at this time',
    "source logs between @'now' / 1d - 1d and @'now' | filter $m.severity == ERROR | aggregate count_if($m.timestamp >= @'now' / 1d) as today, count_if($m.timestamp < @'now' - 24h) as yesterday_at_this_time",
  ),
  answered(
    'errors of cart today vs yesterday same hours',
    "source logs between @'now' / 1d - 1d and @'now' | filter $m.severity == ERROR && $l.subsystemname == 'cart' | aggregate count_if($m.timestamp >= @'now' / 1d) as today, count_if($m.timestamp < @'now' - 24h) as yesterday_same_hours",
  ),
  answered(
    'which services sent nothing since 14:00',
    "source logs last 7d | groupby $l.subsystemname aggregate max($m.timestamp) as last_seen, count_if($m.timestamp >= @'2026-11-20T14:00:00Z') as since_then | filter since_then == 0 | orderby last_seen asc",
  ),
  answered(
    'services without logs for 3h',
    "source logs last 7d | groupby $l.subsystemname aggregate max($m.timestamp) as last_seen, count_if($m.timestamp >= @'now' - 3h) as since_then | filter since_then == 0 | orderby last_seen asc",
  ),
  followed(
    ['which users had payment declined today'],
    'more than 5 times',
    "source logs between @'now' / 1d and @'now' | filter $l.subsystemname == 'payment-gateway' && $d.msg ~ 'declined' && $d.user_id != null | groupby $d.user_id aggregate count() as count | filter count > 5 | orderby count desc",
  ),
  declined('show me that thing from checkout', 'clarify'),
];
