import {
  BODY,
  ERROR,
  LOG_ROUTE,
  LOG_STATUS,
  OWN_STATUS,
  ROUTE,
  S,
  SERVER,
  SVC,
  THIS_WEEK,
  TODAY,
  YESTERDAY,
} from './blind-terms.ts';
import { anyOf, clock, errors, LOG_TRACE, MESSAGE, MSG, SHOP_STATUS, STATUS, USER } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';

const own = asks('own');
const shop = asks('shop');
const fleet = asks('fleet');
const OWN_TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const FLEET_TRACE = '7d3f9a2c11e84b6fa0c5d2e9b8f41367';
const REFUND_OR_CHARGE = "'/v2/refund', '/v2/charge'";

/** By someone who has a customer on the line. */
export const LATER_SUPPORT: readonly EvalQuestion[] = [
  shop(
    'easy',
    'list',
    'Show me everything customer u-0017 did today',
    `source logs ${TODAY} | filter ${USER} == 'u-0017'`,
  ),
  shop(
    'easy',
    'distinct',
    'How many customers ran into an error in the last hour?',
    `source logs last 1h | filter ${ERROR} | aggregate distinct_count(${USER}) as n`,
  ),
  shop(
    'easy',
    'text',
    'Are there any log lines that say "rate limit exceeded"?',
    ...anyOf(`source logs | filter ${MSG} ~ 'rate limit exceeded'`),
  ),
  shop(
    'medium',
    'count by',
    'Which users got a 429 yesterday, and how often did each of them get it?',
    `source logs ${YESTERDAY} | filter ${SHOP_STATUS} == 429 | groupby ${USER} aggregate count() as n`,
  ),
  shop(
    'medium',
    'text',
    'A customer reports timeouts on /search between 8am and 2pm today, can you find those?',
    `source logs ${clock('08:00', '14:00')} | filter ${MSG} ~ 'timeout' && $d.path == '/search'`,
  ),
  shop(
    'medium',
    'top rows',
    'What was the slowest request of user u-0004 this week?',
    `source logs ${THIS_WEEK} | filter ${USER} == 'u-0004' | orderby $d.duration_ms desc | limit 1`,
    `source logs ${THIS_WEEK} | filter ${USER} == 'u-0004' | aggregate max($d.duration_ms) as slowest`,
  ),
  shop(
    'hard',
    'having',
    'Which customers got more than 6 server errors (5xx) this week?',
    `source logs ${THIS_WEEK} | filter ${SHOP_STATUS} >= 500 && ${SHOP_STATUS} < 600 && ${USER} != null | groupby ${USER} aggregate count() as n | filter n > 6`,
    `source logs ${THIS_WEEK} | filter ${SHOP_STATUS} >= 500 | groupby ${USER} aggregate count() as n | filter n > 6`,
  ),
  shop(
    'medium',
    'list',
    'Requests to /checkout in the last 24 hours that have no user on them',
    `source logs last 24h | filter $d.path == '/checkout' && ${USER} == null`,
  ),
  shop(
    'medium',
    'ratio',
    'What share of the requests from u-0009 failed since Monday?',
    `source logs ${THIS_WEEK} | filter ${USER} == 'u-0009' | aggregate count_if(${SHOP_STATUS} >= 400) / count() as share`,
  ),
  fleet(
    'easy',
    'list',
    'Give me the error logs for user-142',
    ...errors((bad) => `source logs | filter ${bad} && $d.user_id == 'user-142'`),
  ),
  fleet(
    'easy',
    'count by',
    'How many errors do we have in each region?',
    ...errors((bad) => `source logs | filter ${bad} | groupby $d.region aggregate count() as n`),
  ),
  fleet(
    'medium',
    'distinct',
    'Which users were hit by an OutOfMemoryError in the last 6 hours?',
    `source logs last 6h | filter ${MESSAGE} ~ 'OutOfMemoryError' | distinct $d.user_id`,
    `source logs last 6h | filter ${MESSAGE} ~ 'OutOfMemoryError' | groupby $d.user_id aggregate count() as n`,
  ),
  fleet(
    'medium',
    'trace',
    `The ticket quotes trace ${FLEET_TRACE}. Which services had a failing span in it?`,
    `source spans | filter $d.traceID == '${FLEET_TRACE}' && $d.tags.error == 'true' | distinct ${SVC}`,
    `source spans | filter $d.traceID == '${FLEET_TRACE}' && $d.tags.error == 'true' | groupby ${SVC} aggregate count() as n`,
  ),
  fleet(
    'hard',
    'having',
    'Going by the logs, who had at least 3 failed requests in payments within the last hour?',
    `source logs last 1h | filter ${STATUS} >= 400 && ${S} == 'payments' && $d.user_id != null | groupby $d.user_id aggregate count() as n | filter n >= 3`,
    `source logs last 1h | filter ${STATUS} >= 400 && ${S} == 'payments' | groupby $d.user_id aggregate count() as n | filter n >= 3`,
  ),
  fleet(
    'hard',
    'compare values',
    'How long does /v2/refund take on average compared with /v2/charge?',
    `source logs | filter $d.http.route.in(${REFUND_OR_CHARGE}) | groupby $d.http.route aggregate avg($d.latency_ms) as mean`,
    `source spans | filter ${ROUTE}.in(${REFUND_OR_CHARGE}) | groupby ${ROUTE} aggregate avg($m.duration) as mean`,
    `source spans | filter ${ROUTE}.in(${REFUND_OR_CHARGE}) && ${SERVER} | groupby ${ROUTE} aggregate avg($m.duration) as mean`,
    `source logs | aggregate avg(if($d.http.route == '/v2/refund', $d.latency_ms)) as refund, avg(if($d.http.route == '/v2/charge', $d.latency_ms)) as charge`,
  ),
  fleet(
    'medium',
    'count',
    'How many times was "email sent" logged in ap-south-1 today?',
    `source logs ${TODAY} | filter ${MESSAGE} ~ 'email sent' && $d.region == 'ap-south-1' | count`,
  ),
  fleet(
    'hard',
    'top per group',
    'For each region, what are the 2 most common error messages today?',
    ...errors(
      (bad) =>
        `source logs ${TODAY} | filter ${bad} | groupby $d.region, ${MESSAGE} aggregate count() as n | dedupeby region keep 2 orderby n desc`,
    ),
  ),
  own('easy', 'text', 'search the logs for "upstream timeout"', `source logs | filter ${BODY} ~ 'upstream timeout'`),
  own(
    'medium',
    'count',
    'How many calls to /api/feedback came back with a 422 in the last two days?',
    `source logs last 2d | filter ${LOG_ROUTE} == '/api/feedback' && ${LOG_STATUS} == 422 | count`,
    `source spans last 2d | filter ${ROUTE} == '/api/feedback' && ${OWN_STATUS} == 422 | count`,
    `source spans last 2d | filter ${ROUTE} == '/api/feedback' && ${OWN_STATUS} == 422 && ${SERVER} | count`,
    `source spans last 2d | filter ${ROUTE} == '/api/feedback' && ${OWN_STATUS} == 422 && $m.kind == 'CLIENT' | count`,
  ),
  own(
    'medium',
    'trace',
    `Customer sent us trace id ${OWN_TRACE}, I need its log lines from yesterday, oldest first`,
    `source logs ${YESTERDAY} | filter ${LOG_TRACE} == '${OWN_TRACE}' | orderby $m.timestamp`,
  ),
];
