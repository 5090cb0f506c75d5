import { answered, type QuestionItem } from './item.ts';

/** What people did, whose values a record has, and nouns of deeds that values tell. */
export const DEEDS_OF_PEOPLE: readonly QuestionItem[] = [
  answered(
    'at what hour of the day do growers search the most',
    "source logs | filter $d.reply.path == '/search' | groupby extractTime($m.timestamp, 'hour') as hour aggregate count() as count | orderby count desc",
  ),
  answered(
    'errors of growers on the gold tier',
    "source logs | filter $m.severity == ERROR && $d.grower.tier == 'gold'",
  ),
  answered(
    'failed charges today',
    "source logs between @'now' / 1d and @'now' | filter $d.member.action == 'charge_failed'",
  ),
  answered(
    'charges that failed today',
    "source logs between @'now' / 1d and @'now' | filter $d.member.action == 'charge_failed'",
  ),
  answered(
    'charge failures per method',
    "source logs | filter $d.member.action == 'charge_failed' && $d.member.method != null | groupby $d.member.method aggregate count() as count | orderby count desc",
  ),
  answered(
    'the last 10 failed charges with fee and method',
    "source logs | filter $d.member.action == 'charge_failed' | orderby $m.timestamp desc | limit 10 | choose $d.member.fee_eur, $d.member.method",
  ),
  answered(
    'the last 10 errors with path',
    'source logs | filter $m.severity == ERROR | orderby $m.timestamp desc | limit 10 | choose $d.reply.path',
  ),
  answered(
    'on which weekday do most growers cancel',
    "source logs | filter $d.member.action == 'cancelled' | groupby extractTime($m.timestamp, 'day_of_week') as weekday aggregate distinct_count($d.grower.id) as growers | orderby growers desc",
  ),
  answered(
    'number of damage parcels per thousand parcels, day by day',
    "source logs | filter $d.parcel.outcome != null && $l.subsystemname == 'parcel-desk' | groupby roundTime($m.timestamp, 1d) as bucket aggregate count_if($d.parcel.outcome == 'damage') / count() * 1000 as per_1000 | orderby bucket asc",
  ),
  answered(
    'average promotion per payment method',
    "source logs | filter $d.member.action == 'promoted' && $d.member.method != null | groupby $d.member.method aggregate avg($d.member.fee_eur) as avg_fee_eur | orderby avg_fee_eur desc",
  ),
  answered(
    'what did the average promotion bring in per tier',
    "source logs | filter $d.member.action == 'promoted' | groupby $d.grower.tier aggregate avg($d.member.fee_eur) as avg_fee_eur | orderby avg_fee_eur desc",
  ),
  answered(
    'deliveries vs damage per carrier',
    "source logs | filter in($d.parcel.outcome, 'delivered', 'damage') && $d.parcel.carrier != null | groupby $d.parcel.carrier, $d.parcel.outcome aggregate count() as count | orderby count desc",
  ),
  answered(
    'promotions per method',
    "source logs | filter $d.member.action == 'promoted' && $d.member.method != null | groupby $d.member.method aggregate count() as count | orderby count desc",
  ),
  answered(
    'growers from Austria who cancelled',
    "source logs | filter $d.grower.country == 'AT' && $d.member.action == 'cancelled' | distinct $d.grower.id",
  ),
  answered(
    'cancelled memberships because of the price per country',
    "source logs | filter $d.member.action == 'cancelled' && $d.member.reason == 'price' | groupby $d.grower.country aggregate count() as count | orderby count desc",
  ),
  answered(
    'what did a promotion bring in on average',
    "source logs | filter $d.member.action == 'promoted' | aggregate avg($d.member.fee_eur) as avg_fee_eur",
  ),
  answered(
    'how much did the promotions bring in today',
    "source logs between @'now' / 1d and @'now' | filter $d.member.action == 'promoted' | aggregate sum($d.member.fee_eur) as sum_fee_eur",
  ),
  answered(
    'highest promotion today',
    "source logs between @'now' / 1d and @'now' | filter $d.member.action == 'promoted' | orderby $d.member.fee_eur desc | limit 1",
  ),
  answered(
    'did any grower cancel today',
    "source logs between @'now' / 1d and @'now' | filter $d.member.action == 'cancelled' | count",
  ),
];
