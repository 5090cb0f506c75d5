import { answered, type QuestionItem } from './item.ts';

/** Groups that have one thing and another or not another, a value against all others, and shares of groups. */
export const ONE_AND_OTHER: readonly QuestionItem[] = [
  answered(
    'traces that hit checkout and also billing',
    "source spans | groupby $d.traceID aggregate count_if($l.serviceName == 'checkout') as checkout, count_if($l.serviceName == 'billing') as billing | filter checkout > 0 | filter billing > 0 | orderby checkout desc",
  ),
  answered(
    'traces that touched cart and billing',
    "source spans | groupby $d.traceID aggregate count_if($l.serviceName == 'cart') as cart, count_if($l.serviceName == 'billing') as billing | filter cart > 0 | filter billing > 0 | orderby cart desc",
  ),
  answered(
    'traces that went through cart but not billing',
    "source spans | groupby $d.traceID aggregate count_if($l.serviceName == 'cart') as cart, count_if($l.serviceName == 'billing') as billing | filter cart > 0 | filter billing == 0 | orderby cart desc",
  ),
  answered(
    'users that visited cart but never checkout',
    "source logs | filter $d.user_id != null | groupby $d.user_id aggregate count_if($l.subsystemname == 'cart') as cart, count_if($l.subsystemname == 'checkout') as checkout | filter cart > 0 | filter checkout == 0 | orderby cart desc",
  ),
  answered(
    'users that had 404s and also 503s',
    'source logs | filter $d.user_id != null | groupby $d.user_id aggregate count_if($d.status == 404) as s_404s, count_if($d.status == 503) as s_503s | filter s_404s > 0 | filter s_503s > 0 | orderby s_404s desc',
  ),
  answered(
    'which users reached checkout but did not use cart?',
    "source logs | filter $d.user_id != null | groupby $d.user_id aggregate count_if($l.subsystemname == 'checkout') as checkout, count_if($l.subsystemname == 'cart') as cart | filter checkout > 0 | filter cart == 0 | orderby checkout desc",
  ),
  answered(
    'users who never reached checkout',
    "source logs | filter $d.user_id != null | groupby $d.user_id aggregate count_if($l.subsystemname == 'checkout') as checkout | filter checkout == 0 | orderby checkout desc",
  ),
  answered(
    'endpoints with 404s but no 503s',
    'source logs | filter $d.path != null | groupby $d.path aggregate count_if($d.status == 404) as s_404s, count_if($d.status == 503) as s_503s | filter s_404s > 0 | filter s_503s == 0 | orderby s_404s desc',
  ),
  answered(
    'which services are slower in eu-west-1 than elsewhere?',
    "source logs | groupby $l.subsystemname aggregate avg(if($d.region == 'eu-west-1', $d.duration_ms, null)) as eu_west_1, avg(if(!($d.region == 'eu-west-1'), $d.duration_ms, null)) as elsewhere | filter eu_west_1 > elsewhere | orderby eu_west_1 desc",
  ),
  answered(
    'is eu-west-1 slower than elsewhere?',
    "source logs | groupby case { $d.region == 'eu-west-1' -> 'eu_west_1', !($d.region == 'eu-west-1') -> 'others' } as side aggregate avg($d.duration_ms) as avg_duration_ms | orderby avg_duration_ms desc",
  ),
  answered(
    'is checkout slower than the other services?',
    "source spans | groupby case { $l.serviceName == 'checkout' -> 'checkout', !($l.serviceName == 'checkout') -> 'others' } as side aggregate avg($m.duration) as avg_duration | orderby avg_duration desc",
  ),
  answered(
    'does checkout fail more often than the other services?',
    "source logs | groupby case { $l.subsystemname == 'checkout' -> 'checkout', !($l.subsystemname == 'checkout') -> 'others' } as side aggregate count_if($d.status >= 400) / count() as rate | orderby rate desc",
  ),
  answered(
    'are there more errors in eu-west-1 than in the other regions?',
    "source logs | filter $m.severity == ERROR | groupby case { $d.region == 'eu-west-1' -> 'eu_west_1', !($d.region == 'eu-west-1') -> 'others' } as side aggregate count() as errors | orderby errors desc",
  ),
  answered(
    'error rate of checkout vs the rest',
    "source logs | groupby case { $l.subsystemname == 'checkout' -> 'checkout', !($l.subsystemname == 'checkout') -> 'others' } as side aggregate count_if($m.severity == ERROR) / count() as error_rate | orderby error_rate desc",
  ),
  answered(
    'average duration in eu-west-1 compared to the other regions',
    "source logs | groupby case { $d.region == 'eu-west-1' -> 'eu_west_1', !($d.region == 'eu-west-1') -> 'others' } as side aggregate avg($d.duration_ms) as avg_duration_ms | orderby avg_duration_ms desc",
  ),
  answered(
    'which fails more often, GET or POST?',
    "source logs | filter in($d.method, 'GET', 'POST') | groupby $d.method aggregate count_if($d.status >= 400) / count() as rate, count_if($d.status >= 400) as count | orderby rate desc",
  ),
  answered(
    'what is the difference in error rate between checkout and cart?',
    "source logs | filter in($l.subsystemname, 'checkout', 'cart') | groupby $l.subsystemname aggregate count_if($m.severity == ERROR) / count() as error_rate | orderby error_rate desc",
  ),
  answered(
    'share of users with more than 5 errors',
    'source logs | filter $d.user_id != null | groupby $d.user_id aggregate count_if($m.severity == ERROR) as errors | aggregate count_if(errors > 5) / count() as share',
  ),
  answered(
    'what percentage of users had more than 10 requests?',
    'source logs | filter $d.user_id != null | groupby $d.user_id aggregate count() as requests | aggregate count_if(requests > 10) / count() as share',
  ),
  answered(
    'what share of endpoints has an error rate above 10%?',
    'source logs | filter $d.path != null | groupby $d.path aggregate count_if($m.severity == ERROR) / count() as error_rate | aggregate count_if(error_rate > 0.1) / count() as share',
  ),
  answered(
    'share of traces with more than 10 spans',
    'source spans | groupby $d.traceID aggregate count() as spans | aggregate count_if(spans > 10) / count() as share',
  ),
  answered(
    'what fraction of operations have a p95 above 500ms?',
    'source spans | groupby $l.operationName aggregate percentile(0.95, $m.duration) as p95_duration | aggregate count_if(p95_duration > 500000) / count() as share',
  ),
  answered(
    'average duration of failed vs ok requests',
    "source spans | groupby case { $d.tags.error == 'true' -> 'failed', !($d.tags.error == 'true') -> 'ok_requests' } as side aggregate avg($m.duration) as avg_duration | orderby avg_duration desc",
  ),
];
