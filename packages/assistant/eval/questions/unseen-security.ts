import {
  BAD_SPAN,
  BODY,
  ERROR,
  LOG_ROUTE,
  LOG_STATUS,
  most,
  S,
  SVC,
  THIS_WEEK,
  TODAY,
  TWO_DAYS,
} from './blind-terms.ts';
import { asTold, FLEET_REQUESTS, OWN_REQUESTS, WEDNESDAY } from './fifth-blind-terms.ts';
import { SPAN_USER } from './final-terms.ts';
import { OWN_TRACE, PATH, REGION, SPAN_REGION, spans, USER_ID } from './fresh-terms.ts';
import { LOG_TRACE, SHOP_STATUS, STATUS, USER } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import { daysBack } from './unseen-terms.ts';

const own = asks('own');
const shop = asks('shop');
const fleet = asks('fleet');
const SINCE_THE_TWELFTH = "between @'2026-11-12' and @'now'";

/** By a security engineer, curt and formal, who looks for who did what. */
export const UNSEEN_SECURITY: readonly EvalQuestion[] = [
  own(
    'easy',
    'list',
    'POST requests to /api/feedback, last 24h',
    ...asTold(
      OWN_REQUESTS,
      (told) => `${told.from('last 24h')} | filter ${told.method} == 'POST' && ${told.route} == '/api/feedback'`,
    ),
  ),
  own(
    'easy',
    'count',
    'Number of 422 responses by query-service in the past 3 days',
    ...daysBack(3, (time) => time).flatMap((time) =>
      asTold(
        OWN_REQUESTS,
        (told) => `${told.from(time)} | filter ${told.service} == 'query-service' && ${told.status} == 422 | count`,
      ),
    ),
  ),
  own(
    'easy',
    'search',
    'log lines mentioning "locked"',
    `source logs | filter ${BODY} ~ 'locked'`,
    "source logs | filter $d ~~ 'locked'",
  ),
  own(
    'easy',
    'top rows',
    'When did the circuit last open?',
    `source logs | filter ${BODY} ~ 'circuit opened' | orderby $m.timestamp desc | limit 1`,
    `source logs | filter ${BODY} ~ 'circuit opened' | aggregate max($m.timestamp) as t`,
  ),
  own(
    'medium',
    'series',
    '429s per route and hour, last 12 hours',
    `source logs last 12h | filter ${LOG_STATUS} == 429 | groupby ${LOG_ROUTE} as route, roundTime($m.timestamp, 1h) as t aggregate count() as n`,
  ),
  own(
    'medium',
    'top groups',
    'Which routes return the most 4xx? Leave out /health.',
    ...asTold(
      OWN_REQUESTS,
      (told) =>
        `${told.from('')} | filter ${told.status} >= 400 && ${told.status} < 500 && ${told.route} != '/health' | groupby ${told.route} as route aggregate count() as n`,
    ).flatMap((query) => most(query, 'n')),
  ),
  own(
    'medium',
    'trace',
    `Everything in trace ${OWN_TRACE} at warning or above`,
    `source logs | filter ${LOG_TRACE} == '${OWN_TRACE}' && $m.severity >= WARNING`,
  ),
  own(
    'hard',
    'having',
    'Traces with errors in two or more services, this week',
    `source logs ${THIS_WEEK} | filter ${ERROR} | groupby ${LOG_TRACE} as trace aggregate distinct_count(${S}) as n | filter n >= 2 | choose trace`,
    `source spans ${THIS_WEEK} | filter ${BAD_SPAN} | groupby $d.traceID as trace aggregate distinct_count(${SVC}) as n | filter n >= 2 | choose trace`,
  ),
  shop(
    'easy',
    'list',
    'Requests to /login that did not succeed, last 24h',
    `source logs last 24h | filter ${PATH} == '/login' && ${SHOP_STATUS} >= 400`,
  ),
  shop('easy', 'list', 'Activity of user u-0007, newest first', `source logs | filter ${USER} == 'u-0007'`),
  shop(
    'easy',
    'count by',
    'Count of 429 by path',
    `source logs | filter ${SHOP_STATUS} == 429 | groupby ${PATH} aggregate count() as n`,
  ),
  shop(
    'medium',
    'list',
    'Requests to /checkout without a user today',
    `source logs ${TODAY} | filter ${PATH} == '/checkout' && ${USER} == null`,
  ),
  shop(
    'medium',
    'top groups',
    'Top 10 users by number of logins since Monday',
    ...['', ` && ${SHOP_STATUS} == 200`].map(
      (success) =>
        `source logs ${THIS_WEEK} | filter ${PATH} == '/login' && ${USER} != null${success} | groupby ${USER} aggregate count() as n | orderby n desc | limit 10`,
    ),
  ),
  shop(
    'medium',
    'count by',
    '404s by user, day before yesterday. Ignore anonymous requests.',
    `source logs ${WEDNESDAY} | filter ${SHOP_STATUS} == 404 && ${USER} != null | groupby ${USER} aggregate count() as n`,
  ),
  shop(
    'hard',
    'having',
    'Which users were rate limited more than twice this week?',
    `source logs ${THIS_WEEK} | filter ${SHOP_STATUS} == 429 && ${USER} != null | groupby ${USER} aggregate count() as n | filter n > 2`,
  ),
  shop(
    'hard',
    'per user',
    'Users seen on /login but never on /checkout in the past hour',
    `source logs last 1h | filter ${USER} != null | groupby ${USER} aggregate count_if(${PATH} == '/login') as logins, count_if(${PATH} == '/checkout') as checkouts | filter logins > 0 && checkouts == 0 | choose user`,
  ),
  fleet('easy', 'list', '401 responses in the last day', `source logs last 1d | filter ${STATUS} == 401`),
  fleet(
    'easy',
    'list',
    'DELETE calls on /v2/profile',
    "source logs | filter $d.http.method == 'DELETE' && $d.http.route == '/v2/profile'",
  ),
  fleet('easy', 'count', 'How many log lines have no user id?', `source logs | filter ${USER_ID} == null | count`),
  fleet(
    'medium',
    'top groups',
    'Users by number of 401s, top 3, last 3 days',
    ...daysBack(
      3,
      (time) =>
        `source logs ${time} | filter ${STATUS} == 401 && ${USER_ID} != null | groupby ${USER_ID} aggregate count() as n | orderby n desc | limit 3`,
    ),
  ),
  fleet(
    'medium',
    'count by',
    'Refund calls per user since yesterday',
    ...asTold(
      FLEET_REQUESTS,
      (told) =>
        `${told.from(TWO_DAYS)} | filter ${told.route} == '/v2/refund' && ${told.user} != null | groupby ${told.user} as user aggregate count() as n`,
    ),
  ),
  fleet(
    'medium',
    'top groups',
    'Largest response for each user today, biggest 10',
    `source logs ${TODAY} | filter ${USER_ID} != null | groupby ${USER_ID} aggregate max($d.response_bytes) as largest | orderby largest desc | limit 10`,
    `source logs ${TODAY} | filter ${USER_ID} != null | dedupeby ${USER_ID} keep 1 orderby $d.response_bytes desc | orderby $d.response_bytes desc | limit 10`,
  ),
  fleet(
    'hard',
    'having',
    'Users with three or more 401s since 12 November',
    `source logs ${SINCE_THE_TWELFTH} | filter ${STATUS} == 401 && ${USER_ID} != null | groupby ${USER_ID} aggregate count() as n | filter n >= 3`,
  ),
  fleet(
    'hard',
    'having',
    'Which users show up in more than one region within the last 10 minutes?',
    `source logs last 10m | filter ${USER_ID} != null | groupby ${USER_ID} aggregate distinct_count(${REGION}) as n | filter n > 1`,
    ...spans(
      (kind) =>
        `source spans last 10m | filter ${SPAN_USER} != null && ${kind} | groupby ${SPAN_USER} as user aggregate distinct_count(${SPAN_REGION}) as n | filter n > 1`,
    ),
  ),
];
