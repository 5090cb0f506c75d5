import { answered, declined, followed, type QuestionItem } from './item.ts';

/** Figures and guesses said aside, flags and silence, deeds against deeds, money and minutes, and what goes on with a result. */
export const SAID_AND_TOLD: readonly QuestionItem[] = [
  answered(
    'max span duration per operation',
    'source spans | groupby $l.operationName aggregate max($m.duration) as max_duration | orderby max_duration desc',
  ),
  answered(
    'warnings excl. parcels, last 2h',
    "source logs last 2h | filter $m.severity == WARNING && $l.subsystemname != 'parcels'",
  ),
  answered(
    'errors last hour vs hour before',
    "source logs between @'now' - 2h and @'now' | filter $m.severity == ERROR | aggregate count_if($m.timestamp >= @'now' - 1h) as last_hour, count_if($m.timestamp < @'now' - 1h) as hour_before",
  ),
  answered(
    'errors by release, is it only 4.2.0?',
    'source logs | filter $m.severity == ERROR | groupby $d.release aggregate count() as errors | orderby errors desc',
  ),
  answered(
    'is riverbank the only hall that has errors? by hall',
    'source logs | filter $m.severity == ERROR | groupby $d.hall aggregate count() as errors | orderby errors desc',
  ),
  answered(
    'tickets about a late repair that were not resolved',
    "source logs | filter $d.message ~ 'ticket' && $d.topic == 'late_repair' && $d.resolved == false",
  ),
  answered(
    'unresolved tickets by topic',
    "source logs | filter $d.resolved == false && $d.message ~ 'ticket' && $d.topic != null | groupby $d.topic aggregate count() as count | orderby count desc",
  ),
  answered(
    'services silent in the last hour',
    "source logs last 7d | groupby $l.subsystemname aggregate max($m.timestamp) as last_seen, count_if($m.timestamp >= @'now' - 1h) as since_then | filter since_then == 0 | orderby last_seen asc",
  ),
  answered('any stack traces mention GearStore?', "source logs | filter $d.stack ~ 'gearstore' | count"),
  answered(
    'how much money did we deposit yesterday',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | aggregate sum($d.depositAmount) as sum_depositamount",
  ),
  answered(
    'what percentage of booked repairs got cancelled',
    "source logs | aggregate count_if($d.message ~ 'repair cancelled') / count_if($d.message ~ 'repair booked') as rate",
  ),
  answered(
    'share of completed repairs that took longer than 150 minutes',
    "source logs | filter $d.message ~ 'repair completed' | aggregate count_if($d.actualMinutes > 150) / count() as rate",
  ),
  answered(
    'repairs that took over 150 minutes',
    "source logs | filter $d.message ~ 'repair' && $d.actualMinutes > 150",
  ),
  answered(
    'repairs with actualMinutes above 2 hours',
    "source logs | filter $d.message ~ 'repair' && $d.actualMinutes > 120",
  ),
  answered(
    'average repair time per hall',
    "source logs | filter $d.message ~ 'repair' | groupby $d.hall aggregate avg($d.actualMinutes) as avg_actualminutes | orderby avg_actualminutes desc",
  ),
  answered(
    'longest repair today and who was the mechanic',
    "source logs between @'now' / 1d and @'now' | filter $d.message ~ 'repair' | orderby $d.actualMinutes desc | limit 1",
  ),
  answered(
    'who cancelled the most repairs',
    "source logs | filter $d.message ~ 'cancelled' && $d.message ~ 'repair' && $d.cancelledBy != null | groupby $d.cancelledBy aggregate count() as count | orderby count desc | limit 1",
  ),
  answered('tickets about deposits', "source logs | filter $d.message ~ 'ticket' && $d.topic == 'deposit'"),
  declined('show me the card numbers used for deposits yesterday', 'clarify'),
  answered(
    'one star reviews in hall north',
    "source logs | filter $d.stars == 1 && $d.message ~ 'review' && $d.hall == 'north'",
  ),
  answered(
    'average rating per hall',
    'source logs | groupby $d.hall aggregate avg($d.stars) as avg_stars | orderby avg_stars desc',
  ),
  answered(
    'how many traces have both a till timeout and a missing part?',
    "source logs | filter $d.traceId != null | groupby $d.traceId aggregate count_if($d.errorCode == 'TILL_TIMEOUT') as till_timeout, count_if($d.message ~ 'part missing') as part_missing | filter till_timeout > 0 | filter part_missing > 0 | aggregate count() as traces",
  ),
  answered(
    'did deposits fail today, and with what error?',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $d.message ~ 'deposit failed'",
  ),
  followed(
    ['average stars by hall'],
    'and the lowest?',
    'source logs | groupby $d.hall aggregate min($d.stars) as min_stars | orderby min_stars desc',
  ),
  followed(
    ['how many mechanics signed in today?'],
    'no, out',
    "source logs between @'now' / 1d and @'now' | filter $d.message ~ 'signed out' | aggregate distinct_count($d.mechanicId) as distinct_mechanicid",
  ),
  followed(
    ['how many repairs were booked today'],
    'and cancelled?',
    "source logs between @'now' / 1d and @'now' | filter $d.message ~ 'repair cancelled' | count",
  ),
  followed(
    ['count voucher rejections'],
    'by reason',
    "source logs | filter $d.message ~ 'voucher rejected' | groupby $d.voucherReason aggregate count() as count | orderby count desc",
  ),
  followed(
    ['which hall has the most cancellations?'],
    'who cancelled there?',
    "source logs | filter $d.message ~ 'cancelled' && $d.cancelledBy != null | join inner (source logs | filter $d.message ~ 'cancelled' && $d.hall != null | groupby $d.hall aggregate count() as count | orderby count desc | limit 1) on left=>hall == right=>hall into related | distinct $d.cancelledBy",
  ),
  followed(
    ['which trace had the slowest span in bench today?'],
    'show its logs',
    "source logs between @'now' / 1d and @'now' | join inner (source spans between @'now' / 1d and @'now' | filter $l.serviceName == 'bench' && $d.traceID != null | groupby $d.traceID aggregate max($m.duration) as max_duration | orderby max_duration desc | limit 1) on left=>traceId == right=>traceID into related",
  ),
  followed(
    ['how many tickets were opened yesterday?'],
    'how many of them about deposits?',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $d.message ~ 'ticket opened' && $d.topic == 'deposit' | count",
  ),
  answered(
    'repair cancellations per hall',
    "source logs | filter $d.message ~ 'repair cancelled' | groupby $d.hall aggregate count() as count | orderby count desc",
  ),
  answered('repairs longer than 3 hours', "source logs | filter $d.message ~ 'repair' && $d.actualMinutes > 180"),
  answered(
    'repairs cancelled because the hall was closed',
    "source logs | filter $d.message ~ 'repair cancelled' && $d.cancelReason == 'hall_closed'",
  ),
  answered(
    'late repair failures today',
    "source logs between @'now' / 1d and @'now' | filter $m.severity >= ERROR && $d.topic == 'late_repair'",
    "source logs between @'now' / 1d and @'now' | filter $d.topic == 'late_repair' && $m.severity >= ERROR",
  ),
];
