import { answered, declined, followed, type QuestionItem } from './item.ts';

/** Things that exist, other ones of the same things, their total, and what is to be rolled back. */
export const EXISTS_AND_ONES: readonly QuestionItem[] = [
  answered('which coupon codes exist?', 'source logs | filter $d.couponCode != null | distinct $d.couponCode'),
  followed(
    ['how many payouts succeeded this week?', 'and by shelter?'],
    'now the failed ones, please',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter $d.event_text ~ 'payout failed' | groupby $d.shelter.key aggregate count() as count | orderby count desc",
  ),
  followed(
    ['donations of today'],
    'what was their total in euros?',
    "source logs between @'now' / 1d and @'now' | filter $d.event == 'donation.received' | aggregate sum($d.donation.amount) as sum_amount",
  ),
  declined('roll rates back to 5.1.3 now', 'refuse'),
];
