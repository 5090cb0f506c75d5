import {
  BAD_SPAN,
  BODY,
  COUNTED,
  ERROR,
  FLEET_STATUS,
  first,
  LOG_ROUTE,
  OWN_ROUTE,
  periods,
  S,
  SPAN_USER,
  SVC,
  shareOf,
  THIS_WEEK,
  TODAY,
  YESTERDAY,
} from './final-terms.ts';
import { anyOf, clock, DEPLOY, errors, MESSAGE, MSG, OR_WORSE, SHOP_STATUS, STATUS, USER } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';

const own = asks('own');
const shop = asks('shop');
const fleet = asks('fleet');
const TWO_DAYS = "source logs between @'now' / 1d - 1d and @'now'";
const MORNING = clock('06:00', '12:00');
const QUARTER = 'count_if($m.duration > 250000) / count()';

/** The different users of a source, with those records that have none and without. */
const usersOf = (source: string, user: string): readonly string[] => [
  `${source} && ${user} != null | distinct ${user}`,
  `${source} | distinct ${user}`,
];

/** By someone who looks after customers and has no words for fields. */
export const FINAL_SUCCESS: readonly EvalQuestion[] = [
  own(
    'easy',
    'count',
    'how many queries got rejected for an unknown field today?',
    `source logs ${TODAY} | filter ${BODY} ~ 'query rejected: unknown field' | count`,
    `source logs ${TODAY} | filter ${BODY} ~ 'unknown field' | count`,
  ),
  own(
    'easy',
    'count',
    'how often did we see database is locked this week?',
    `source logs ${THIS_WEEK} | filter ${BODY} ~ 'database is locked' | count`,
  ),
  shop(
    'easy',
    'distinct count',
    'how many different customers came by yesterday?',
    `source logs ${YESTERDAY} | aggregate distinct_count(${USER}) as n`,
  ),
  shop(
    'easy',
    'existence',
    'did anyone run into the rate limit today?',
    ...anyOf(`source logs ${TODAY} | filter ${MSG} ~ 'rate limit'`),
    ...usersOf(`source logs ${TODAY} | filter ${MSG} ~ 'rate limit'`, USER),
    `source logs ${TODAY} | filter ${MSG} ~ 'rate limit' | aggregate distinct_count(${USER}) as n`,
  ),
  shop(
    'easy',
    'top groups',
    "what's the most common error message since monday?",
    ...first(`source logs ${THIS_WEEK} | filter ${ERROR} | groupby ${MSG} aggregate count() as n | orderby n desc`),
  ),
  fleet(
    'easy',
    'distinct',
    'which users got hit by errors in payments in the last hour?',
    ...errors((holds) => holds).flatMap((holds) =>
      usersOf(`source logs last 1h | filter ${holds} && ${S} == 'payments'`, '$d.user_id'),
    ),
    ...usersOf(`source spans last 1h | filter ${BAD_SPAN} && ${SVC} == 'payments'`, SPAN_USER),
  ),
  own(
    'medium',
    'count',
    'has /api/feedback been throwing errors in the last two hours, and how many?',
    `source logs last 2h | filter ${ERROR} && ${LOG_ROUTE} == '/api/feedback' | count`,
    `source spans last 2h | filter ${BAD_SPAN} && ${OWN_ROUTE} == '/api/feedback' | count`,
    `source spans last 2h | filter ${BAD_SPAN} && ${OWN_ROUTE} == '/api/feedback' && $m.kind == 'SERVER' | count`,
  ),
  own(
    'medium',
    'top groups',
    'what intent do people ask for the most?',
    ...first(
      "source spans | filter $d.tags['nlq.intent'] != null | groupby $d.tags['nlq.intent'] aggregate count() as n | orderby n desc",
    ),
  ),
  shop(
    'medium',
    'top groups',
    'who were our 4 most active users yesterday?',
    `source logs ${YESTERDAY} | filter ${USER} != null | groupby ${USER} aggregate count() as n | orderby n desc | limit 4`,
  ),
  shop(
    'medium',
    'statistic',
    'u-0015 says /search felt slow yesterday, how long did they wait on average?',
    `source logs ${YESTERDAY} | filter ${USER} == 'u-0015' && $d.path == '/search' | aggregate avg($d.duration_ms) as mean`,
  ),
  shop(
    'medium',
    'distinct count',
    'how many customers had a failed checkout today?',
    `source logs ${TODAY} | filter $d.path == '/checkout' && ${SHOP_STATUS} >= 400 | aggregate distinct_count(${USER}) as n`,
    `source logs ${TODAY} | filter $d.path == '/checkout' && ${SHOP_STATUS} >= 500 | aggregate distinct_count(${USER}) as n`,
  ),
  shop(
    'medium',
    'when',
    'when was the last successful request to /checkout?',
    `source logs | filter $d.path == '/checkout' && ${SHOP_STATUS} < 400 | aggregate max($m.timestamp) as t`,
    `source logs | filter $d.path == '/checkout' && ${SHOP_STATUS} < 400 | orderby $m.timestamp desc | limit 1`,
  ),
  shop(
    'medium',
    'compare time',
    'is the shop busier today than it was yesterday?',
    ...periods(TWO_DAYS, "@'now' / 1d", COUNTED),
    ...periods(
      `${TWO_DAYS} | filter $m.timestamp < @'now' - 1d || $m.timestamp >= @'now' / 1d`,
      "@'now' / 1d",
      COUNTED,
    ),
    `${TWO_DAYS} | groupby roundTime($m.timestamp, 1d) as t aggregate count() as n`,
  ),
  fleet(
    'medium',
    'series',
    'how many orders were created per day this week?',
    `source logs ${THIS_WEEK} | filter ${MESSAGE} ~ 'order created' | groupby roundTime($m.timestamp, 1d) as t aggregate count() as n`,
  ),
  fleet(
    'medium',
    'top groups',
    'which service feels slowest for people in us-east-1?',
    ...first(
      `source logs | filter $d.region == 'us-east-1' | groupby ${S} aggregate avg($d.latency_ms) as mean | orderby mean desc`,
    ),
    ...first(
      `source spans | filter $d.tags.region == 'us-east-1' | groupby ${SVC} aggregate avg($m.duration) as mean | orderby mean desc`,
    ),
  ),
  fleet(
    'medium',
    'statistic',
    'how long do people typically wait for /v2/quotes?',
    ...['median', 'avg'].flatMap((statistic) => [
      `source logs | filter $d.http.route == '/v2/quotes' | aggregate ${statistic}($d.latency_ms) as wait`,
      `source spans | filter $d.tags['http.route'] == '/v2/quotes' | aggregate ${statistic}($m.duration) as wait`,
      `source spans | filter $d.tags['http.route'] == '/v2/quotes' && $m.kind == 'SERVER' | aggregate ${statistic}($m.duration) as wait`,
    ]),
  ),
  own(
    'hard',
    'ratio',
    'what fraction of the calls to /api/generate-query took longer than a quarter of a second this morning?',
    `source spans ${MORNING} | filter ${OWN_ROUTE} == '/api/generate-query' | aggregate ${QUARTER} as share`,
    `source spans ${MORNING} | filter ${OWN_ROUTE} == '/api/generate-query' && $m.kind == 'SERVER' | aggregate ${QUARTER} as share`,
  ),
  shop(
    'hard',
    'having',
    'customers with more than three failed requests today, worst first please',
    `source logs ${TODAY} | filter ${SHOP_STATUS} >= 400 && ${USER} != null | groupby ${USER} aggregate count() as n | filter n > 3`,
  ),
  fleet(
    'hard',
    'compare time',
    'did it get worse for customers with the rollout? share of failed requests before and after yesterday 18:30',
    ...['source logs', TWO_DAYS].flatMap((source) => [
      ...periods(source, `@'${DEPLOY}'`, shareOf(`${STATUS} >= 400`)),
      ...periods(source, `@'${DEPLOY}'`, shareOf(`${STATUS} >= 500`)),
      ...periods(source, `@'${DEPLOY}'`, shareOf(OR_WORSE)),
    ]),
    ...periods("source spans | filter $m.kind == 'SERVER'", `@'${DEPLOY}'`, shareOf(BAD_SPAN)),
    ...periods("source spans | filter $m.kind == 'SERVER'", `@'${DEPLOY}'`, shareOf(`${FLEET_STATUS} >= 400`)),
  ),
  fleet(
    'hard',
    'having',
    'which users ran into failures on at least four different services in the last two hours?',
    `source logs last 2h | filter ${STATUS} >= 400 && $d.user_id != null | groupby $d.user_id aggregate distinct_count(${S}) as n | filter n >= 4`,
    `source logs last 2h | filter ${STATUS} >= 500 && $d.user_id != null | groupby $d.user_id aggregate distinct_count(${S}) as n | filter n >= 4`,
    `source spans last 2h | filter ${BAD_SPAN} | groupby ${SPAN_USER} aggregate distinct_count(${SVC}) as n | filter n >= 4`,
  ),
];
