import { answered, declined, followed, type QuestionItem } from './item.ts';

/** Routes of a business, figures of deeds, and words that say whose a figure is and no more. */
export const WHOSE_IT_IS: readonly QuestionItem[] = [
  answered(
    'for each service the number of 2xx, 4xx and 5xx responses today',
    "source logs between @'now' / 1d and @'now' | groupby $l.subsystemname aggregate count_if($d.http.status >= 200 && $d.http.status < 300) as s_2xx, count_if($d.http.status >= 400 && $d.http.status < 500) as s_4xx, count_if($d.http.status >= 500 && $d.http.status < 600) as s_5xx | orderby s_2xx desc",
  ),
  answered(
    'average van unloading per depot',
    'source logs | groupby $d.depot aggregate avg($d.unloading_min) as avg_unloading_min | orderby avg_unloading_min desc',
  ),
  answered(
    'average coach unloading today',
    "source logs between @'now' / 1d and @'now' | aggregate avg($d.unloading_min) as avg_unloading_min",
  ),
  answered(
    'give me the van with the longest queue at each depot today',
    "source logs between @'now' / 1d and @'now' | filter $d.queue_min != null && $d.depot != null | dedupeby $d.depot keep 1 orderby $d.queue_min desc",
  ),
  answered('how long do vans queue on average', 'source logs | aggregate avg($d.queue_min) as avg_queue_min'),
  followed(
    ['how long do vans queue on average', 'per depot, please'],
    'only those of last week',
    'source logs last 7d | groupby $d.depot aggregate avg($d.queue_min) as avg_queue_min | orderby avg_queue_min desc',
  ),
  answered(
    'heaviest parcel the vans carried this week',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter $d.van_id != null | orderby $d.parcel.weight_kg desc | limit 1",
  ),
  answered(
    '3 heaviest parcels today',
    "source logs between @'now' / 1d and @'now' | orderby $d.parcel.weight_kg desc | limit 3",
  ),
  answered(
    'which two vans delivered the most parcels yesterday',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $d.message ~ 'delivered' && $d.van_id != null | groupby $d.van_id aggregate count() as count | orderby count desc | limit 2",
  ),
  answered(
    'which route gets the most cancellations',
    "source logs | filter $d.message ~ 'cancelled' && $d.tour.route != null | groupby $d.tour.route aggregate count() as count | orderby count desc | limit 1",
  ),
  answered(
    'clients per route today',
    "source logs between @'now' / 1d and @'now' | groupby $d.tour.route aggregate distinct_count($d.client_id) as clients | orderby clients desc",
  ),
  answered(
    'average refund by route',
    "source logs | filter $d.message ~ 'refund issued' | groupby $d.tour.route aggregate avg($d.amount_eur) as avg_amount_eur | orderby avg_amount_eur desc",
  ),
  answered(
    'which client spent the most on each route this week',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter $d.message ~ 'payment accepted' && $d.tour.route != null && $d.client_id != null | groupby $d.tour.route, $d.client_id aggregate sum($d.amount_eur) as sum_amount_eur | dedupeby tour.route keep 1 orderby sum_amount_eur desc",
  ),
  answered(
    'how many guests were booked per route this week',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter $d.message ~ 'booked' | groupby $d.tour.route aggregate sum($d.tour.guests) as sum_guests | orderby sum_guests desc",
  ),
  answered(
    'how many guests checked in per route today',
    "source logs between @'now' / 1d and @'now' | filter $d.message ~ 'checked in' | groupby $d.tour.route aggregate sum($d.tour.guests) as sum_guests | orderby sum_guests desc",
  ),
  answered(
    'any check-ins on coast-road in the last hour?',
    "source logs last 1h | filter $d.message ~ 'checked in' && $d.tour.route == 'coast-road' | count",
  ),
  answered(
    'what error do customers on the app see most often',
    "source logs | filter $m.severity == ERROR && $d.channel == 'app' | groupby $d.message aggregate count() as errors | orderby errors desc",
  ),
  answered(
    'which depots had more than 3 belt stops this week',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter $d.depot != null && $d.message ~ 'belt stopped' | groupby $d.depot aggregate count() as count | filter count > 3 | orderby count desc",
  ),
  answered(
    'belt stops per day this week',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter $d.message ~ 'belt stopped' | groupby roundTime($m.timestamp, 1d) as bucket aggregate count() as count | orderby bucket asc",
  ),
  answered(
    'number of parcels waved in and waved out per day',
    "source logs | groupby roundTime($m.timestamp, 1d) as bucket aggregate count_if($d.message ~ 'parcel waved in') as waved_in, count_if($d.message ~ 'parcel waved out') as waved_out | orderby bucket asc",
  ),
  answered(
    'for every van, when did it first leave and when did it last return?',
    "source logs | filter $d.van_id != null | groupby $d.van_id aggregate min(if($d.message ~ 'van left', $m.timestamp, null)) as first_leave, max(if($d.message ~ 'van returned', $m.timestamp, null)) as last_return | orderby first_leave desc",
  ),
  answered(
    'out of 1000 tour-desk calls how many fail, per channel',
    "source logs | filter $l.subsystemname == 'tour-desk' | groupby $d.channel aggregate count_if($d.http.status >= 400) / count() * 1000 as per_1000 | orderby per_1000 desc",
  ),
  answered(
    'GET requests with http.status 404, only timestamp, channel and message',
    "source logs | filter $d.http.method == 'GET' && $d.http.status == 404 | choose $m.timestamp, $d.channel, $d.message",
  ),
  answered(
    'which services logged today but nothing since 13:00',
    "source logs between @'now' / 1d and @'now' | groupby $l.subsystemname aggregate count_if($m.timestamp >= @'now' / 1d) as today, count_if($m.timestamp >= @'2026-11-20T13:00:00Z') as since_13_00 | filter today > 0 | filter since_13_00 == 0 | orderby today desc",
  ),
  answered(
    'errors this week compared with the week before',
    "source logs between @'2026-11-09T00:00:00Z' and @'now' | filter $m.severity == ERROR | aggregate count_if($m.timestamp >= @'2026-11-16T00:00:00Z') as this_week, count_if($m.timestamp < @'2026-11-16T00:00:00Z') as the_week_before",
  ),
  answered(
    'logs of the requests that failed in cash-desk today, whatever service wrote them',
    "source logs between @'now' / 1d and @'now' | join inner (source spans between @'now' / 1d and @'now' | filter $d.tags.error == 'true' && $l.serviceName == 'cash-desk' | distinct $d.traceID) on left=>trace_id == right=>traceID into related",
  ),
  followed(
    ['cash-desk errors today', 'at hill'],
    'when did the first one come in?',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $l.subsystemname == 'cash-desk' && $d.depot == 'hill' | aggregate min($m.timestamp) as first_seen",
  ),
  answered(
    'how many belts were more than 5 degrees above the rated heat today',
    "source logs between @'now' / 1d and @'now' | filter $d.heat_c > $d.rated_heat_c + 5 | aggregate distinct_count($d.belt_id) as distinct_belt_id",
  ),
  answered(
    'average heat per belt',
    'source logs | filter $d.belt_id != null | groupby $d.belt_id aggregate avg($d.heat_c) as avg_heat_c | orderby avg_heat_c desc',
  ),
  answered(
    'how much parking did we invoice this week',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter $d.fee == 'parking' && $d.message ~ 'invoice issued' | aggregate sum($d.amount_eur) as sum_amount_eur",
  ),
  declined('show me that thing from before', 'clarify'),
  declined('how do I share a refund query in this tool?', 'clarify'),
];
