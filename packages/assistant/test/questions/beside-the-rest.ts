import { answered, followed, type QuestionItem } from './item.ts';

/** One thing for so many of another, what went well beside what did not, times that are left out, and days as things. */
export const BESIDE_THE_REST: readonly QuestionItem[] = [
  answered(
    'how many refunds per 1000 donations this week?',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | aggregate count_if($d.event == 'donation.refunded') / count_if($d.event == 'donation.received') * 1000 as per_1000",
  ),
  answered(
    'successful versus failed payouts per day this week',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | groupby roundTime($m.timestamp, 1d) as bucket aggregate count_if($d.event_text ~ 'payout succeeded') as succeeded, count_if($d.event_text ~ 'payout failed') as failed | orderby bucket asc",
  ),
  answered(
    'leaving out the outage from 9:40 to 10:05, how many errors were there today?',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && ($m.timestamp < @'2026-11-20T09:40:00Z' || $m.timestamp >= @'2026-11-20T10:05:00Z') | count",
  ),
  answered(
    'which day this week had the worst error rate?',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | groupby roundTime($m.timestamp, 1d) as bucket aggregate count_if($m.severity == ERROR) / count() as error_rate | orderby error_rate desc | limit 1",
  ),
  answered(
    'what share of requests is answered within half a second?',
    'source spans | aggregate count_if($m.duration <= 500000) / count() as rate',
  ),
  answered(
    'which services log visits without a coupon code, and how many?',
    "source logs | filter $d.event == 'visit.booked' && $d.couponCode == null | groupby $l.subsystemname aggregate count() as count | orderby count desc",
  ),
  answered(
    'one example log per coupon code',
    'source logs | filter $d.couponCode != null | dedupeby $d.couponCode keep 1 orderby $m.timestamp desc',
  ),
  answered(
    'the most recent error of checkout',
    "source logs | filter $m.severity == ERROR && $l.subsystemname == 'checkout' | orderby $m.timestamp desc | limit 1",
  ),
  answered(
    'recent errors of checkout',
    "source logs | filter $m.severity == ERROR && $l.subsystemname == 'checkout' | orderby $m.timestamp desc",
  ),
  followed(
    ['errors at shelter north yesterday by service'],
    'everything except north',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $m.severity == ERROR && $d.shelter.key != 'north' | groupby $l.subsystemname aggregate count() as errors | orderby errors desc",
  ),
  answered(
    'logs with "parcel" or "refused"',
    "source logs | filter $d.event_text ~ 'parcel' || $d.event_text ~ 'refused'",
  ),
];
