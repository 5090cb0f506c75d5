import { answered, type QuestionItem } from './item.ts';

/** Figures of numbers that messages tell, without a quotation of them. */
export const TOLD_IN_MESSAGES: readonly QuestionItem[] = [
  answered(
    'How many days ahead do visitors reserve their seats on average?',
    "source logs | filter $d.message ~ 'seat reserved' | extract $d.message into found using regexp(/seat reserved\\s*(?<days>\\d+(?:\\.\\d+)?)/) | aggregate avg($d.found.days:number) as avg_days",
  ),
  answered(
    'average number of orders in the rush warnings',
    "source logs | filter $m.severity == WARNING && ($d.message ~ 'rush of' && $d.message ~ 'orders in a minute') | extract $d.message into found using regexp(/rush of\\s*(?<orders>\\d+(?:\\.\\d+)?)/) | aggregate avg($d.found.orders:number) as avg_orders",
  ),
  answered(
    'how long did requests wait for a row lock on average',
    "source logs | filter $d.message ~ 'row lock waited' | extract $d.message into found using regexp(/row lock waited\\s*(?<ms>\\d+(?:\\.\\d+)?)/) | aggregate avg($d.found.ms:number) as avg_ms",
  ),
  answered(
    'max wait in ms of the row locks, per region',
    "source logs | filter $d.message ~ 'row lock waited' | extract $d.message into found using regexp(/row lock waited\\s*(?<ms>\\d+(?:\\.\\d+)?)/) | groupby $d.region aggregate max($d.found.ms:number) as max_ms | orderby max_ms desc",
  ),
  answered(
    'p95 of the days until a refund is paid out',
    "source logs | filter $d.message ~ 'refund paid out after' | extract $d.message into found using regexp(/refund paid out after\\s*(?<days>\\d+(?:\\.\\d+)?)/) | aggregate percentile(0.95, $d.found.days:number) as p95_days",
  ),
  answered(
    'how many vouchers were granted in total this week',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter $d.message ~ 'vouchers granted' | extract $d.message into found using regexp(/(?<vouchers>\\d+(?:\\.\\d+)?)\\s*vouchers granted/) | aggregate sum($d.found.vouchers:number) as sum_vouchers",
  ),
  answered(
    'median number of pages of a rendered playbill',
    "source logs | filter $d.message ~ 'playbill of' && $d.message ~ 'pages rendered' | extract $d.message into found using regexp(/playbill of\\s*(?<pages>\\d+(?:\\.\\d+)?)/) | aggregate percentile(0.5, $d.found.pages:number) as p50_pages",
  ),
  answered(
    'longest row lock wait today',
    "source logs between @'now' / 1d and @'now' | filter $d.message ~ 'row lock waited' | extract $d.message into found using regexp(/row lock waited\\s*(?<ms>\\d+(?:\\.\\d+)?)/) | aggregate max($d.found.ms:number) as max_ms",
  ),
  answered(
    'how many seats had their price changed on average',
    "source logs | filter $d.message ~ 'price of' && $d.message ~ 'seats has changed' | extract $d.message into found using regexp(/price of\\s*(?<seats>\\d+(?:\\.\\d+)?)/) | aggregate avg($d.found.seats:number) as avg_seats",
  ),
  answered(
    'average latency of printed tickets',
    "source logs | filter $d.message ~ 'ticket printed' | aggregate avg($d.latency_ms) as avg_latency_ms",
  ),
];
