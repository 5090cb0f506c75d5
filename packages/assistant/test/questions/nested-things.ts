import { answered, type QuestionItem } from './item.ts';

/** Things that are objects with a name of their own, messages that are called otherwise, and nouns that are told by events. */
export const NESTED_THINGS: readonly QuestionItem[] = [
  answered(
    'errors per shelter today',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby $d.shelter.key aggregate count() as errors | orderby errors desc",
  ),
  answered(
    'average donation amount by shelter',
    'source logs | groupby $d.shelter.key aggregate avg($d.donation.amount) as avg_amount | orderby avg_amount desc',
  ),
  answered(
    'which pets had the most visits cancelled',
    "source logs | filter $d.event == 'visit.cancelled' | groupby $d.pet.slug aggregate count() as count | orderby count desc",
  ),
  answered(
    'donations refunded today',
    "source logs between @'now' / 1d and @'now' | filter $d.event == 'donation.refunded'",
  ),
  answered(
    'how many adoptions were requested yesterday',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $d.event == 'adoption.requested' | count",
  ),
  answered(
    'how many donations this week',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter $d.event == 'donation.received' | count",
  ),
  answered(
    'donations per day',
    "source logs | filter $d.event == 'donation.received' | groupby roundTime($m.timestamp, 1d) as bucket aggregate count() as count | orderby bucket asc",
  ),
  answered('refunds of the last 7 days', "source logs last 7d | filter $d.event == 'donation.refunded'"),
  answered(
    'number of cancellations by shelter',
    "source logs | filter $d.event == 'visit.cancelled' | groupby $d.shelter.key aggregate count() as count | orderby count desc",
  ),
  answered(
    'how many quizzes were submitted today',
    "source logs between @'now' / 1d and @'now' | filter $d.event == 'quiz.submitted' | count",
  ),
  answered(
    'quiz submissions per day',
    "source logs | filter $d.event == 'quiz.submitted' | groupby roundTime($m.timestamp, 1d) as bucket aggregate count() as count | orderby bucket asc",
  ),
  answered(
    'errors per donation',
    'source logs | filter $m.severity == ERROR | groupby $d.donation.id aggregate count() as errors | orderby errors desc',
  ),
  answered(
    'donations above 50 euros today',
    "source logs between @'now' / 1d and @'now' | filter $d.event == 'donation.received' && $d.donation.amount > 50",
  ),
  answered(
    'how many parcels per day',
    "source logs | filter $d.event_text ~ 'parcel' && $d.event_text ~ 'received' | groupby roundTime($m.timestamp, 1d) as bucket aggregate count() as count | orderby bucket asc",
  ),
  answered(
    'which shelter had the most parcels this week',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter $d.event_text ~ 'parcel' && $d.event_text ~ 'received' | groupby $d.shelter.key aggregate count() as count | orderby count desc | limit 1",
  ),
  answered(
    'show me the parcels of today',
    "source logs between @'now' / 1d and @'now' | filter $d.event_text ~ 'parcel'",
  ),
  answered(
    'average items by shelter',
    'source logs | groupby $d.shelter.key aggregate avg($d.items) as avg_items | orderby avg_items desc',
  ),
  answered(
    'sum of items by shelter',
    'source logs | groupby $d.shelter.key aggregate sum($d.items) as sum_items | orderby sum_items desc',
  ),
];
