import {
  APP,
  BAD_SPAN,
  BODY,
  ERROR,
  OWN_ROUTE,
  partOfAll,
  periods,
  S,
  SPAN_USER,
  SVC,
  statisticOf,
  TODAY,
  WARNING,
  YESTERDAY,
} from './final-terms.ts';
import { OR_WORSE, SHOP_STATUS, STATUS } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';

const own = asks('own');
const shop = asks('shop');
const fleet = asks('fleet');
const sharesOf = (field: string): string =>
  [200, 400, 500]
    .map(
      (from) => `count_if(${field} >= ${from} && ${field} < ${from === 200 ? 300 : from + 100}) / count() as c${from}`,
    )
    .join(', ');
/** The upper edge belongs to the middle or to the last bin. */
const latencyBins = (query: (bins: string) => string, field: string, unit: number): readonly string[] =>
  ['<=', '<'].map((below) =>
    query(`case { ${field} < ${50 * unit} -> 'a', ${field} ${below} ${200 * unit} -> 'b', _ -> 'c' } as bin`),
  );
const BOTH = `count_if(${WARNING}) as w, count_if(${ERROR}) as e`;

/** By an analyst who likes percentages and breakdowns. */
export const FINAL_ANALYST: readonly EvalQuestion[] = [
  own('easy', 'count by', 'Span count by kind', 'source spans | groupby $m.kind aggregate count() as n'),
  own(
    'easy',
    'distinct',
    'How many distinct routes do the spans have?',
    `source spans | aggregate distinct_count(${OWN_ROUTE}) as n`,
  ),
  shop(
    'easy',
    'count by',
    'Breakdown of log lines by level',
    'source logs | groupby $m.severity aggregate count() as n',
    'source logs | groupby $d.level aggregate count() as n',
  ),
  shop(
    'easy',
    'count by',
    'Distribution of status codes on November 18',
    `source logs between @'2026-11-18' and @'2026-11-19' | groupby ${SHOP_STATUS} aggregate count() as n`,
  ),
  fleet(
    'easy',
    'count by',
    'Number of logs by region and application',
    `source logs | groupby $d.region, ${APP} aggregate count() as n`,
  ),
  fleet(
    'easy',
    'ratio',
    'Error rate per service',
    `source logs | groupby ${S} aggregate count_if(${ERROR}) / count() as rate`,
    `source logs | groupby ${S} aggregate count_if(${OR_WORSE}) / count() as rate`,
    `source spans | groupby ${SVC} aggregate count_if(${BAD_SPAN}) / count() as rate`,
  ),
  own(
    'medium',
    'ratio',
    'Percentage of spans with an error by service, highest first',
    `source spans | groupby ${SVC} aggregate 100 * count_if(${BAD_SPAN}) / count() as rate`,
    `source spans | groupby ${SVC} aggregate count_if(${BAD_SPAN}) / count() as rate`,
  ),
  own(
    'medium',
    'conditional columns',
    'Hourly warnings and errors side by side for yesterday',
    `source logs ${YESTERDAY} | groupby roundTime($m.timestamp, 1h) as t aggregate ${BOTH}`,
    `source logs ${YESTERDAY} | filter ${WARNING} || ${ERROR} | groupby roundTime($m.timestamp, 1h) as t, $m.severity aggregate count() as n`,
  ),
  shop(
    'medium',
    'ratio',
    'What percentage of requests was successful yesterday, per path?',
    `source logs ${YESTERDAY} | groupby $d.path aggregate count_if(${SHOP_STATUS} < 400) / count() as rate`,
  ),
  shop(
    'medium',
    'statistic',
    'Median and 90th percentile duration by service',
    `source logs | groupby ${S} aggregate percentile(0.5, $d.duration_ms) as p50, percentile(0.9, $d.duration_ms) as p90`,
  ),
  shop(
    'medium',
    'cyclic',
    'Requests to /checkout by hour of day',
    `source logs | filter $d.path == '/checkout' | groupby $m.timestamp.extractTime('hour') as h aggregate count() as n`,
  ),
  shop(
    'medium',
    'ratio',
    'What share of all errors comes from each service?',
    partOfAll(`source logs | filter ${ERROR}`, S, 'subsystemname'),
  ),
  fleet(
    'medium',
    'compare values',
    'GET vs POST vs DELETE: average latency and number of requests',
    'source logs | groupby $d.http.method aggregate avg($d.latency_ms) as mean, count() as n',
  ),
  fleet(
    'medium',
    'ratio',
    'Failure ratio by version',
    `source logs | groupby $d.version aggregate count_if(${STATUS} >= 400) / count() as rate`,
    `source logs | groupby $d.version aggregate count_if(${STATUS} >= 500) / count() as rate`,
  ),
  fleet(
    'medium',
    'series',
    'Unique users per day over the last 7 days',
    'source logs last 7d | groupby roundTime($m.timestamp, 1d) as t aggregate distinct_count($d.user_id) as n',
    `source spans last 7d | groupby roundTime($m.timestamp, 1d) as t aggregate distinct_count(${SPAN_USER}) as n`,
  ),
  fleet(
    'medium',
    'histogram',
    'Histogram of latency for product-catalog: under 50 ms, 50 to 200 ms, above 200 ms',
    ...latencyBins(
      (bins) => `source logs | filter ${S} == 'product-catalog' | groupby ${bins} aggregate count() as n`,
      '$d.latency_ms',
      1,
    ),
    ...latencyBins(
      (bins) => `source spans | filter ${SVC} == 'product-catalog' | groupby ${bins} aggregate count() as n`,
      '$m.duration',
      1000,
    ),
  ),
  own(
    'hard',
    'ratio',
    "Today's warnings by message, each as a percentage of all warnings of the day",
    partOfAll(`source logs ${TODAY} | filter ${WARNING}`, BODY, 'logRecord.body'),
  ),
  shop(
    'hard',
    'ratio',
    'Share of 2xx, 4xx and 5xx responses within each service',
    `source logs | groupby ${S} aggregate ${sharesOf(SHOP_STATUS)}`,
  ),
  fleet(
    'hard',
    'ratio',
    'Compare the 5xx share of version 1.7.3 and version 1.8.0 for each service of the webshop application',
    `source logs | filter ${APP} == 'webshop' | groupby ${S}, $d.version aggregate count_if(${STATUS} >= 500) / count() as rate`,
    `source logs | filter ${APP} == 'webshop' | groupby ${S} aggregate count_if(${STATUS} >= 500 && $d.version == '1.7.3') / count_if($d.version == '1.7.3') as x, count_if(${STATUS} >= 500 && $d.version == '1.8.0') / count_if($d.version == '1.8.0') as y`,
  ),
  fleet(
    'hard',
    'compare time',
    'Average response size per region, today against yesterday',
    ...periods(
      "source logs between @'now' / 1d - 1d and @'now'",
      "@'now' / 1d",
      statisticOf('$d.response_bytes', (argument) => `avg(${argument})`),
      '$d.region',
    ),
    ...periods(
      "source logs between @'now' / 1d - 1d and @'now' | filter $m.timestamp < @'now' - 1d || $m.timestamp >= @'now' / 1d",
      "@'now' / 1d",
      statisticOf('$d.response_bytes', (argument) => `avg(${argument})`),
      '$d.region',
    ),
  ),
];
