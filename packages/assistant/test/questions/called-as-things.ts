import { answered, declined, followed, type QuestionItem } from './item.ts';

/** Services that are called as what they handle, attributes by what people call them, and what no record can have beside the rest. */
export const CALLED_AS_THINGS: readonly QuestionItem[] = [
  answered(
    'messages per queue today',
    "source spans between @'now' / 1d and @'now' | filter $d.tags['messaging.destination.name'] != null | groupby $d.tags['messaging.destination.name'] aggregate count() as count | orderby count desc",
  ),
  answered(
    'how many messages did mailing process from letters today',
    "source spans between @'now' / 1d and @'now' | filter $d.tags['messaging.destination.name'] != null && $l.serviceName == 'mailing' && $d.tags['messaging.operation.type'] == 'process' && $d.tags['messaging.destination.name'] == 'letters' | count",
  ),
  answered(
    'average message size per topic',
    "source spans | groupby $d.tags['messaging.destination.name'] aggregate avg($d.tags['messaging.message.body.size']:number) as avg_messaging_message_body_size | orderby avg_messaging_message_body_size desc",
  ),
  answered(
    'p95 per table for SELECT',
    "source spans | filter $d.tags['db.operation.name'] == 'SELECT' | groupby $d.tags['db.collection.name'] aggregate percentile(0.95, $m.duration) as p95_duration | orderby p95_duration desc",
  ),
  answered(
    'slowest db operation per table',
    "source spans | groupby $d.tags['db.collection.name'], $d.tags['db.operation.name'] aggregate avg($m.duration) as avg_duration | dedupeby tags['db.collection.name'] keep 1 orderby avg_duration desc",
  ),
  answered(
    'which tables does pages query',
    "source spans | filter $l.serviceName == 'pages' | distinct $d.tags['db.collection.name']",
  ),
  answered(
    'errors of tastings last hour',
    "source logs last 1h | filter $m.severity == ERROR && $l.subsystemname == 'tastings'",
  ),
  answered(
    'how many different tastings failed today',
    "source logs between @'now' / 1d and @'now' | filter $m.severity >= ERROR | aggregate distinct_count($d.tasting_id) as distinct_tasting_id",
  ),
  answered(
    'errors per tasting today',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby $d.tasting_id aggregate count() as errors | orderby errors desc",
  ),
  answered(
    'average tasting amount',
    "source logs | filter $l.subsystemname == 'tastings' | aggregate avg($d.amount) as avg_amount",
  ),
  answered(
    'biggest tasting today',
    "source logs between @'now' / 1d and @'now' | filter $l.subsystemname == 'tastings' | orderby $d.amount desc | limit 1",
  ),
  answered(
    'which tasting had the highest amount today',
    "source logs between @'now' / 1d and @'now' | filter $l.subsystemname == 'tastings' | orderby $d.amount desc | limit 1",
  ),
  answered('tastings above 500', "source logs | filter $l.subsystemname == 'tastings' && $d.amount > 500"),
  answered(
    'how much was paid for private tastings today',
    "source logs between @'now' / 1d and @'now' | filter $d.tasting_kind == 'private' && $l.subsystemname == 'tastings' | aggregate sum($d.amount) as sum_amount",
  ),
  answered(
    'amount per scheme',
    'source logs | groupby $d.card_scheme aggregate sum($d.amount) as sum_amount | orderby sum_amount desc',
  ),
  answered(
    'tastings of each kind today',
    "source logs between @'now' / 1d and @'now' | filter $l.subsystemname == 'tastings' | groupby $d.tasting_kind aggregate count() as count | orderby count desc",
  ),
  answered(
    'failed spans per service',
    "source spans | filter $d.tags.error == 'true' | groupby $l.serviceName aggregate count() as spans | orderby spans desc",
  ),
  answered('failed checks today', "source logs between @'now' / 1d and @'now' | filter $d.check_state == 'failed'"),
  answered(
    'refused tasting payments today',
    "source logs between @'now' / 1d and @'now' | filter $d.outcome == 'refused'",
  ),
  answered(
    'what share of tasting payments is refused for each scheme',
    "source logs | groupby $d.card_scheme aggregate count_if($d.outcome == 'refused') / count() as rate | orderby rate desc",
  ),
  answered(
    'blocked barrels today',
    "source logs between @'now' / 1d and @'now' | filter $d.message ~ 'barrel blocked'",
  ),
  answered(
    'cache hits vs misses per hour today',
    "source logs between @'now' / 1d and @'now' | groupby roundTime($m.timestamp, 1h) as bucket, $d.cache_hit aggregate count() as count | orderby bucket asc",
  ),
  answered(
    'cache miss ratio today',
    "source logs between @'now' / 1d and @'now' | filter $d.cache_hit != null | aggregate count_if($d.cache_hit == false) / count() as rate",
  ),
  answered('distribution of guests', 'source logs | groupby $d.guests aggregate count() as count | orderby count desc'),
  answered(
    'p95 of tastings and pages over time today',
    "source spans between @'now' / 1d and @'now' | filter in($l.serviceName, 'tastings', 'pages') | groupby roundTime($m.timestamp, 10m) as bucket, $l.serviceName aggregate percentile(0.95, $m.duration) as p95_duration | orderby bucket asc",
  ),
  answered(
    'errors in the first half of today',
    "source logs between @'2026-11-20T00:00:00Z' and @'2026-11-20T12:00:00Z' | filter $m.severity == ERROR",
  ),
  answered(
    'errors over the course of the day',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby roundTime($m.timestamp, 10m) as bucket aggregate count() as errors | orderby bucket asc",
  ),
  answered('everything from ip 192.0.2.7', "source logs | filter $d['client.address'] == '192.0.2.7'"),
  answered(
    'average guests of refused tastings',
    "source logs | filter $d.outcome == 'refused' && $l.subsystemname == 'tastings' | aggregate avg($d.guests) as avg_guests",
  ),
  answered(
    'tastings with guests above 4 that were held',
    "source logs | filter $l.subsystemname == 'tastings' && $d.guests > 4 && $d.outcome == 'held'",
  ),
  answered('group tastings with errors', "source logs | filter $m.severity == ERROR && $l.subsystemname == 'tastings'"),
  answered('errors not in pages', "source logs | filter $m.severity == ERROR && $l.subsystemname != 'pages'"),
  answered(
    'tastings with an amount above 100 that were refused',
    "source logs | filter $l.subsystemname == 'tastings' && $d.amount > 100 && $d.outcome == 'refused'",
  ),
  answered('logs with "visa" in the message', "source logs | filter $d.message ~ 'visa'"),
  answered(
    'blocks of barrel-check today',
    "source logs between @'now' / 1d and @'now' | filter $d.verdict == 'block' && $l.subsystemname == 'barrel-check'",
  ),
  answered(
    'states of checks today',
    "source logs between @'now' / 1d and @'now' | filter $d.check_state != null | distinct $d.check_state",
  ),
  answered(
    'top 3 tables by p95',
    "source spans | groupby $d.tags['db.collection.name'] aggregate percentile(0.95, $m.duration) as p95_duration | orderby p95_duration desc | limit 3",
  ),
  answered(
    'tastings with 3+ errors',
    'source logs | filter $m.severity == ERROR && $d.tasting_id != null | groupby $d.tasting_id aggregate count() as errors | filter errors >= 3 | orderby errors desc',
  ),
  answered(
    'did mailing get slower this week',
    "source spans between @'2026-11-11T09:30:00Z' and @'now' | filter $l.serviceName == 'mailing' | aggregate avg(if($m.timestamp >= @'2026-11-16T00:00:00Z', $m.duration, null)) as this_week, avg(if($m.timestamp < @'2026-11-16T00:00:00Z', $m.duration, null)) as previous_this_week",
  ),
  answered(
    'has mailing become slower since yesterday',
    "source spans between @'now' / 1d - 1d and @'now' | filter $l.serviceName == 'mailing' | aggregate avg(if($m.timestamp < @'now' / 1d, $m.duration, null)) as before, avg(if($m.timestamp >= @'now' / 1d, $m.duration, null)) as after",
  ),
  answered(
    'tastings with more than 2 errors today',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $d.tasting_id != null | groupby $d.tasting_id aggregate count() as errors | filter errors > 2 | orderby errors desc",
  ),
  answered(
    'cancelled orders today',
    "source logs between @'now' / 1d and @'now' | filter $d.happening == 'order.cancelled'",
  ),
  answered(
    'how many orders were placed per hour today',
    "source logs between @'now' / 1d and @'now' | filter $d.happening == 'order.placed' | groupby roundTime($m.timestamp, 1h) as bucket aggregate count() as count | orderby bucket asc",
  ),
  answered(
    'order cancellations per service this week',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter $d.happening == 'order.cancelled' | groupby $l.subsystemname aggregate count() as count | orderby count desc",
  ),
  answered(
    'new orders yesterday',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $d.happening == 'order.placed'",
  ),
  answered(
    'ads that were shown today',
    "source logs between @'now' / 1d and @'now' | filter $d.happening == 'ad.shown'",
  ),
  answered(
    'what share of orders was refunded today',
    "source logs between @'now' / 1d and @'now' | filter in($d.happening, 'order.placed', 'order.cancelled', 'order.refunded') | aggregate count_if($d.happening == 'order.refunded') / count() as rate",
  ),
  answered(
    'services with both a placed order and a refunded order',
    "source logs | groupby $l.subsystemname aggregate count_if($d.happening == 'order.placed') as placed_order, count_if($d.happening == 'order.refunded') as refunded_order | filter placed_order > 0 | filter refunded_order > 0 | orderby placed_order desc",
  ),
  answered(
    'requests that missed the cache today',
    "source logs between @'now' / 1d and @'now' | filter $d.cache_hit == false",
  ),
  answered(
    'what percentage of requests hit the cache',
    'source logs | filter $d.cache_hit != null | aggregate count_if($d.cache_hit == true) / count() as rate',
  ),
  followed(
    ['ads shown per service today'],
    'and clicked?',
    "source logs between @'now' / 1d and @'now' | filter $d.happening == 'ad.clicked' | groupby $l.subsystemname aggregate count() as count | orderby count desc",
  ),
  followed(
    ['orders placed per day this week'],
    'and cancelled ones?',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter $d.happening == 'order.cancelled' | groupby roundTime($m.timestamp, 1d) as bucket aggregate count() as count | orderby bucket asc",
  ),
  answered(
    'top 3 err codes last 24h',
    'source logs last 24h | filter $d.err != null | groupby $d.err aggregate count() as count | orderby count desc | limit 3',
  ),
  answered('logs with err page_gone', "source logs | filter $d.err == 'page_gone'"),
  answered(
    'how much energy was used today',
    "source logs between @'now' / 1d and @'now' | aggregate sum($d.kwh) as sum_kwh",
  ),
  answered(
    'energy used per verdict this week',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter $d.verdict != null | groupby $d.verdict aggregate sum($d.kwh) as sum_kwh | orderby sum_kwh desc",
  ),
  answered('average kwh per barrel', 'source logs | aggregate avg($d.kwh) as avg_kwh'),
  answered(
    'languages of mailing today',
    "source logs between @'now' / 1d and @'now' | filter $l.subsystemname == 'mailing' && $d.lang != null | distinct $d.lang",
  ),
  answered(
    'papers yesterday vs today',
    "source logs between @'now' / 1d - 1d and @'now' | filter $d.paper != null | groupby $d.paper aggregate count_if($m.timestamp < @'now' / 1d) as yesterday, count_if($m.timestamp >= @'now' / 1d) as today | orderby yesterday desc",
  ),
  answered(
    'how big are the messages on letters on average',
    "source spans | filter $d.tags['messaging.destination.name'] == 'letters' | aggregate avg($d.tags['messaging.message.body.size']:number) as avg_messaging_message_body_size",
  ),
  answered(
    'share of visa tastings today',
    "source logs between @'now' / 1d and @'now' | filter $d.card_scheme != null && $l.subsystemname == 'tastings' | aggregate count_if($d.card_scheme == 'visa') / count() as rate",
  ),
  answered(
    'mailing logs by paper type',
    "source logs | filter $l.subsystemname == 'mailing' && $d.paper != null | groupby $d.paper aggregate count() as count | orderby count desc",
  ),
  answered(
    'share of a4 in mailing this week',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter $d.paper != null && $l.subsystemname == 'mailing' | aggregate count_if($d.paper == 'a4') / count() as rate",
  ),
  answered(
    'refused tastings by reason',
    "source logs | filter $d.outcome == 'refused' && $l.subsystemname == 'tastings' && $d.refuse_reason != null | groupby $d.refuse_reason aggregate count() as count | orderby count desc",
  ),
  answered(
    'average load per verdict',
    'source logs | filter $d.verdict != null | groupby $d.verdict aggregate avg($d.load_kw) as avg_load_kw | orderby avg_load_kw desc',
  ),
  answered(
    'average tasting amount by scheme',
    "source logs | filter $l.subsystemname == 'tastings' | groupby $d.card_scheme aggregate avg($d.amount) as avg_amount | orderby avg_amount desc",
  ),
  answered(
    'average load above 40 per verdict',
    'source logs | filter $d.verdict != null | groupby $d.verdict aggregate avg($d.load_kw) as avg_load_kw | filter avg_load_kw > 40 | orderby avg_load_kw desc',
  ),
  answered(
    'how many requests did the api serve today',
    "source logs between @'now' / 1d and @'now' | filter $l.subsystemname == 'api' | count",
  ),
  answered(
    'p95 duration_ms of the api per scheme',
    "source logs | filter $l.subsystemname == 'api' | groupby $d.card_scheme aggregate percentile(0.95, $d.duration_ms) as p95_duration_ms | orderby p95_duration_ms desc",
  ),
  answered(
    'how many tastings in each country today',
    "source logs between @'now' / 1d and @'now' | filter $l.subsystemname == 'tastings' && $d.country != null | groupby $d.country aggregate count() as count | orderby count desc",
  ),
  answered(
    'average duration_ms with cache_hit true vs false',
    'source logs | groupby $d.cache_hit aggregate avg($d.duration_ms) as avg_duration_ms | orderby avg_duration_ms desc',
  ),
  answered(
    'compare the errors of mailing between wednesday and thursday',
    "source logs between @'2026-11-18T00:00:00Z' and @'2026-11-20T00:00:00Z' | filter $m.severity == ERROR && $l.subsystemname == 'mailing' | aggregate count_if($m.timestamp < @'2026-11-19T00:00:00Z') as wednesday, count_if($m.timestamp >= @'2026-11-19T00:00:00Z') as thursday",
  ),
  answered(
    'mailing logs bigger than 2 MB',
    "source logs | filter $l.subsystemname == 'mailing' && $d.letterSize > 2097152",
  ),
  declined('cpu load of pages in the last hour', 'clarify'),
  declined('how many tastings will we have in December?', 'refuse'),
];
