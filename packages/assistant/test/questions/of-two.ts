import { answered, declined, type QuestionItem } from './item.ts';

/** Two things against each other: ratios of two counts, who did the one and not the other, and how many of a status each has. */
export const OF_TWO: readonly QuestionItem[] = [
  answered(
    'ratio of POST to GET requests per service',
    "source logs | groupby $l.subsystemname aggregate count_if($d.method == 'POST') / count_if($d.method == 'GET') as ratio | orderby ratio desc",
  ),
  answered(
    'POST to GET ratio by region',
    "source logs | groupby $d.region aggregate count_if($d.method == 'POST') / count_if($d.method == 'GET') as ratio | orderby ratio desc",
  ),
  answered(
    'ratio of errors to warnings by service',
    'source logs | groupby $l.subsystemname aggregate count_if($m.severity == ERROR) / count_if($m.severity == WARNING) as ratio | orderby ratio desc',
  ),
  answered(
    'ratio between 404s and 500s today',
    "source logs between @'now' / 1d and @'now' | aggregate count_if($d.status == 404) / count_if($d.status == 500) as ratio",
  ),
  answered(
    'ratio of failed to successful requests per path',
    'source logs | groupby $d.path aggregate count_if($d.status >= 400) / count_if($d.status < 400) as ratio | orderby ratio desc',
  ),
  answered(
    'ratio of 4xx to 5xx per day, last 7 days',
    'source logs last 7d | groupby roundTime($m.timestamp, 1d) as bucket aggregate count_if($d.status >= 400 && $d.status < 500) / count_if($d.status >= 500 && $d.status < 600) as ratio | orderby bucket asc',
  ),
  answered(
    'how many warnings per error',
    'source logs | aggregate count_if($m.severity == WARNING) / count_if($m.severity == ERROR) as ratio',
  ),
  answered(
    'number of 404s relative to 200s per path',
    'source logs | groupby $d.path aggregate count_if($d.status == 404) / count_if($d.status == 200) as ratio | orderby ratio desc',
  ),
  answered(
    'ratio of 5xx to all requests per path',
    'source logs | groupby $d.path aggregate count_if($d.status >= 500 && $d.status < 600) / count() as rate | orderby rate desc',
  ),
  answered(
    'users seen in us-east-1 but never in eu-west-1',
    "source logs | filter $d.user_id != null | groupby $d.user_id aggregate count_if($d.region == 'us-east-1') as us_east_1, count_if($d.region == 'eu-west-1') as eu_west_1 | filter us_east_1 > 0 | filter eu_west_1 == 0 | orderby us_east_1 desc",
  ),
  answered(
    'who called checkout but never payment-gateway today',
    "source logs between @'now' / 1d and @'now' | filter $d.user_id != null | groupby $d.user_id aggregate count_if($l.subsystemname == 'checkout') as checkout, count_if($l.subsystemname == 'payment-gateway') as payment_gateway | filter checkout > 0 | filter payment_gateway == 0 | orderby checkout desc",
  ),
  answered(
    'how many users were in us-east-1 but never in eu-west-1?',
    "source logs | filter $d.user_id != null | groupby $d.user_id aggregate count_if($d.region == 'us-east-1') as us_east_1, count_if($d.region == 'eu-west-1') as eu_west_1 | filter us_east_1 > 0 | filter eu_west_1 == 0 | aggregate count() as users",
  ),
  answered(
    'requests in us-east-1 but not in eu-west-1',
    "source logs | filter $d.region == 'us-east-1' && $d.region != 'eu-west-1'",
  ),
  answered(
    'how many services had no errors today',
    "source logs between @'now' / 1d and @'now' | groupby $l.subsystemname aggregate count_if($m.severity == ERROR) as errors | filter errors == 0 | aggregate count() as services",
  ),
  answered(
    'users with three or more 404s since yesterday',
    "source logs between @'now' / 1d - 1d and @'now' | filter $d.user_id != null && $d.status == 404 | groupby $d.user_id aggregate count() as count | filter count >= 3 | orderby count desc",
  ),
  answered(
    'users with two 404s or more',
    'source logs | filter $d.user_id != null && $d.status == 404 | groupby $d.user_id aggregate count() as count | filter count >= 2 | orderby count desc',
  ),
  answered(
    '5 minute windows with 3 or more 503s, last 2h',
    'source logs last 2h | filter $d.status == 503 | groupby roundTime($m.timestamp, 5m) as bucket aggregate count() as count | filter count >= 3 | orderby bucket asc',
  ),
  answered(
    'hours with at least one 503 yesterday',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $d.status == 503 | groupby roundTime($m.timestamp, 1h) as bucket aggregate count() as count | filter count >= 1 | orderby bucket asc",
  ),
  answered(
    'paths with fewer than five 404s',
    'source logs | filter $d.path != null && $d.status == 404 | groupby $d.path aggregate count() as count | filter count < 5 | orderby count desc',
  ),
  answered(
    'services with 10+ 5xx',
    'source logs | filter $d.status >= 500 && $d.status < 600 | groupby $l.subsystemname aggregate count() as count | filter count >= 10 | orderby count desc',
  ),
  answered(
    'have errors increased since yesterday',
    "source logs between @'now' / 1d - 1d and @'now' | filter $m.severity == ERROR | aggregate count_if($m.timestamp < @'now' / 1d) as before, count_if($m.timestamp >= @'now' / 1d) as after",
  ),
  declined('what did customers search for most often yesterday?', 'clarify'),
  declined('what do users look for', 'clarify'),
  declined('can you look at this user for me', 'clarify'),
  declined('errors of this service today', 'clarify'),
  declined('error rate in that region', 'clarify'),
];
