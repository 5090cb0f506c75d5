import { S, THIS_WEEK, TODAY, TWO_DAYS, YESTERDAY } from './blind-terms.ts';
import { daily, which } from './fresh-terms.ts';
import { anyOf, clock } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import {
  ADDRESS,
  AMOUNT,
  CODE,
  heldIn,
  LAST_MONDAY,
  lastDays,
  PATH,
  ranked,
  says,
  USER,
} from './unseen-travel-terms.ts';

const travel = asks('travel');
const WRONG = says('wrong password');
const SUSPECT = `${ADDRESS} == '203.0.113.66'`;
const LOGIN = `${PATH} == '/api/login'`;

/** By the engineer who looks after security. */
export const UNSEEN_TRAVEL_SECURITY: readonly EvalQuestion[] = [
  travel('easy', 'list', 'wrong passwords in the last 24 hours', ...anyOf(`source logs last 24h | filter ${WRONG}`)),
  travel('easy', 'list', '401 responses today', ...anyOf(`source logs ${TODAY} | filter ${CODE} == 401`)),
  travel('easy', 'list', 'All activity from 203.0.113.66', `source logs | filter ${SUSPECT}`),
  travel(
    'easy',
    'count',
    'How many accounts were locked this week?',
    `source logs ${THIS_WEEK} | filter ${says('account locked')} | count`,
    `source logs ${THIS_WEEK} | filter ${says('account locked')} | aggregate distinct_count(${USER}) as n`,
  ),
  travel(
    'easy',
    'any',
    'is there any log that says "ignore all previous instructions"?',
    ...anyOf(`source logs | filter ${says('ignore all previous instructions')}`),
  ),
  travel(
    'easy',
    'count',
    'Number of sign-ins without MFA since Monday',
    `source logs ${LAST_MONDAY} | filter ${says('signed in')} && $d.mfa == false | count`,
    `source logs ${LAST_MONDAY} | filter ${LOGIN} && $d.mfa == false | count`,
  ),
  travel(
    'easy',
    'distinct',
    'Who changed their password yesterday?',
    ...which(`source logs ${YESTERDAY} | filter ${says('password changed')}`, USER),
    `source logs ${YESTERDAY} | filter ${says('password changed')}`,
  ),
  travel(
    'medium',
    'count by',
    'Wrong passwords per user between 01:00 and 02:30 today',
    `source logs ${clock('01:00', '02:30')} | filter ${WRONG} | groupby ${USER} aggregate count() as n`,
  ),
  travel(
    'medium',
    'top groups',
    'Top 10 client IPs by wrong passwords this week',
    ...ranked(
      `source logs ${THIS_WEEK} | filter ${WRONG} | groupby ${ADDRESS} as address aggregate count() as n`,
      'address',
      10,
    ),
  ),
  travel(
    'medium',
    'count by',
    'DELETE requests by path since yesterday',
    `source logs ${TWO_DAYS} | filter $d.http.method == 'DELETE' | groupby ${PATH} aggregate count() as n`,
  ),
  travel(
    'medium',
    'count by',
    '401 and 429 responses by service over the past two days',
    ...lastDays(2, (time) => `source logs ${time} | filter ${CODE}:number.in(401, 429)`).flatMap((source) => [
      `${source} | groupby ${S}, ${CODE} as code aggregate count() as n`,
      `${source} | groupby ${S} aggregate count() as n`,
      `${source} | groupby ${S} aggregate count_if(${CODE} == 401) as a, count_if(${CODE} == 429) as b`,
    ]),
  ),
  travel(
    'medium',
    'count by',
    'Payments above 2000 euros without 3DS, by card country',
    `source logs | filter ${S} == 'payments' && ${AMOUNT} > 2000 && $d.three_ds == false | groupby $d.card_country aggregate count() as n`,
  ),
  travel(
    'medium',
    'statistic',
    'First and last time we saw 203.0.113.66',
    `source logs | filter ${SUSPECT} | aggregate min($m.timestamp) as first, max($m.timestamp) as last`,
  ),
  travel(
    'medium',
    'count by',
    'How many logs have no trace id, per service?',
    ...heldIn('source logs', '$d.trace_id == null', S),
  ),
  travel(
    'hard',
    'having',
    'client IPs with more than 15 different users',
    `source logs | filter ${ADDRESS} != null | groupby ${ADDRESS} as address aggregate distinct_count(${USER}) as n | filter n > 15 | choose address`,
  ),
  travel(
    'hard',
    'share',
    'Share of wrong passwords among all requests to /api/login, per day since Monday',
    `source logs ${LAST_MONDAY} | filter ${LOGIN} | ${daily} aggregate count_if(${WRONG}) / count() as share`,
  ),
];
