import { answered, declined, followed, type QuestionItem } from './item.ts';

/** What people asked for and did as messages tell it, whose codes and amounts, sides and shares of several, and parts of a day. */
export const ASKED_FOR: readonly QuestionItem[] = [
  answered(
    'which shops got 429 today, most first',
    "source logs between @'now' / 1d and @'now' | filter $d.status == 429 | groupby $d.shopId aggregate count() as count | orderby count desc",
  ),
  answered(
    'oven-line error codes, today vs yesterday',
    "source logs between @'now' / 1d - 1d and @'now' | filter $l.subsystemname == 'oven-line' && $d.errorCode != null | groupby $d.errorCode aggregate count_if($m.timestamp >= @'now' / 1d) as today, count_if($m.timestamp < @'now' / 1d) as yesterday | orderby today desc",
  ),
  answered(
    'top 3 slowest routes of each service, by average span duration',
    "source spans | filter $d.tags['http.route'] != null | groupby $l.serviceName, $d.tags['http.route'] aggregate avg($m.duration) as avg_duration | dedupeby serviceName keep 3 orderby avg_duration desc",
  ),
  answered(
    'of the deliveries accepted or refused this week, what share was refused?',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter $d.message ~ 'delivery accepted' || $d.message ~ 'delivery refused' | aggregate count_if($d.message ~ 'delivery refused') / count() as share",
  ),
  answered(
    'supplier bills created yesterday over 100 euros',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $d.message ~ 'supplier bill created' && $d.amountEur > 100",
  ),
  answered(
    'errors in GB today',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $d.country == 'GB'",
  ),
  answered(
    'check-ins per hour today',
    "source logs between @'now' / 1d and @'now' | filter $d.message ~ 'check in recorded' | groupby roundTime($m.timestamp, 1h) as bucket aggregate count() as count | orderby bucket asc",
  ),
  answered(
    'at what hour of the day do people check in most?',
    "source logs | filter $d.message ~ 'check in recorded' | groupby extractTime($m.timestamp, 'hour') as hour aggregate count() as count | orderby count desc",
  ),
  answered(
    'what percentage of check-ins comes from the badge, the phone and the keypad?',
    "source logs | filter $d.message ~ 'check in recorded' && $d.doorKind != null | groupby $d.doorKind aggregate count() as count | join cross (source logs | filter $d.message ~ 'check in recorded' && $d.doorKind != null | count into total) into all | choose doorKind, count, count / all.total as share | orderby count desc",
  ),
  answered(
    'on which weekday are most swap requests made?',
    "source logs | filter $d.message ~ 'swap requested' | groupby extractTime($m.timestamp, 'day_of_week') as weekday aggregate count() as requests | orderby requests desc",
  ),
  answered(
    'finished batch runs per country',
    "source logs | filter $d.message ~ 'batch run finished' | groupby $d.country aggregate count() as count | orderby count desc",
  ),
  answered(
    'which five shops had the most loaves in finished batch runs?',
    "source logs | filter $d.message ~ 'batch run finished' | groupby $d.shopId aggregate sum($d.loavesCount) as sum_loavescount | orderby sum_loavescount desc | limit 5",
  ),
  answered(
    'did batch run br-501 finish?',
    "source logs | filter $d.batchRunId == 'br-501' && $d.message ~ 'batch run finished' | count",
  ),
  answered(
    'number of retries (attempt above 1) per template in mailer',
    "source logs | filter $d.attempt > 1 && $l.subsystemname == 'mailer' && $d.template != null | groupby $d.template aggregate count() as count | orderby count desc",
  ),
  answered(
    'number of redis and of mysql calls per service',
    "source spans | groupby $l.serviceName aggregate count_if($d.tags['db.system.name'] == 'redis') as redis, count_if($d.tags['db.system.name'] == 'mysql') as mysql | orderby redis desc",
  ),
  answered(
    'customer says the till is broken, how many till logins failed today?',
    "source logs between @'now' / 1d and @'now' | filter $d.message ~ 'till login failed' | count",
  ),
  answered(
    'is it only sh-11 that gets NO_FLOUR? count per shop',
    "source logs | filter $d.errorCode == 'NO_FLOUR' | groupby $d.shopId aggregate count() as count | orderby count desc",
  ),
  answered(
    'how many swap errors for sh-11 and for all the others yesterday',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $m.severity == ERROR && $l.subsystemname == 'swap' | groupby case { $d.shopId == 'sh-11' -> 'sh_11', !($d.shopId == 'sh-11') -> 'others' } as side aggregate count() as errors | orderby errors desc",
  ),
  answered(
    'compare the errors on Wednesday between 13:30 and 17:00 with the rest of that day',
    "source logs between @'2026-11-18T00:00:00Z' and @'2026-11-19T00:00:00Z' | filter $m.severity == ERROR | aggregate count_if($m.timestamp >= @'2026-11-18T13:30:00Z' && $m.timestamp < @'2026-11-18T17:00:00Z') as that_time, count_if($m.timestamp < @'2026-11-18T13:30:00Z' || $m.timestamp >= @'2026-11-18T17:00:00Z') as rest_of_day",
  ),
  answered(
    'label downloads per country',
    "source logs | filter $d.message ~ 'label downloaded' | groupby $d.country aggregate count() as count | orderby count desc",
  ),
  answered(
    'errors on monday morning before 9:00',
    "source logs between @'2026-11-16T06:00:00Z' and @'2026-11-16T09:00:00Z' | filter $m.severity == ERROR",
  ),
  answered(
    'errors yesterday afternoon (after 14:00)',
    "source logs between @'2026-11-19T14:00:00Z' and @'2026-11-20T00:00:00Z' | filter $m.severity == ERROR",
  ),
  answered(
    '429 spike this morning? per minute 10:00 to 10:30',
    "source logs between @'2026-11-20T10:00:00Z' and @'2026-11-20T10:30:00Z' | filter $d.status == 429 | groupby roundTime($m.timestamp, 1m) as bucket aggregate count() as count | orderby bucket asc",
  ),
  answered(
    'how are the durations of deliveries spread: under one second, one to five seconds, longer?',
    "source spans | filter $l.serviceName == 'deliveries' | groupby case { $m.duration < 1000000 -> 'up to 1s', $m.duration >= 1000000 && $m.duration <= 5000000 -> '1 to 5s', $m.duration > 5000000 -> 'over 5s' } as class aggregate count() as count | orderby count desc",
  ),
  answered(
    'which releases of mailer do we have, and when was each first seen?',
    "source logs | filter $l.subsystemname == 'mailer' | groupby $d.release aggregate min($m.timestamp) as first_seen | orderby first_seen desc",
  ),
  answered(
    'children of the slowest mailer span today',
    "source spans between @'now' / 1d and @'now' | join inner (source spans between @'now' / 1d and @'now' | filter $l.serviceName == 'mailer' | orderby $m.duration desc | limit 1 | distinct $d.spanID) on left=>parentId == right=>spanID into related",
  ),
  answered(
    'errors by oven program',
    "source logs | filter $m.severity == ERROR && $l.subsystemname == 'oven-line' | groupby $d.program aggregate count() as errors | orderby errors desc",
  ),
  declined('what is the net price of br-501?', 'clarify'),
  followed(
    ['errors of sh-11 yesterday'],
    'which codes, how often',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $m.severity == ERROR && $d.shopId == 'sh-11' | groupby $d.errorCode aggregate count() as errors | orderby errors desc",
  ),
  followed(
    ['top 5 shops by errors today'],
    'what error codes did the first one get?',
    "source logs between @'now' / 1d and @'now' | filter $d.errorCode != null | join inner (source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $d.shopId != null | groupby $d.shopId aggregate count() as errors | orderby errors desc | limit 1) on left=>shopId == right=>shopId into related | distinct $d.errorCode",
  ),
];
