import { S, THIS_WEEK, TODAY, TWO_DAYS, YESTERDAY } from './blind-terms.ts';
import { anyOf, clock } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import {
  ADDRESS,
  AMOUNT,
  CUSTOMER,
  DEVICE,
  either,
  leading,
  NUMBER,
  numberIn,
  REASON,
  RULE,
  SCORE,
  says,
  TRANSFER_TYPE,
  VERDICT,
  WRONG_PIN,
} from './unseen-bank-terms.ts';
import { lastDays } from './unseen-travel-terms.ts';

const bank = asks('bank');
const REGION = "$d['cloud.region']";
const SIX_TO_SEVEN = clock('06:00', '07:00');
const MORNINGS = [clock('00:00', '12:00'), clock('05:00', '12:00'), clock('06:00', '12:00'), TODAY];
const LOGIN_401 = `${S} == 'mobile-gateway' && $d['http.response.status_code'] == 401`;
const STOPPED = `(${VERDICT} == 'block' || ${VERDICT} == 'review')`;

/** By the analyst of fraud. */
export const UNSEEN_BANK_FRAUD: readonly EvalQuestion[] = [
  bank(
    'easy',
    'list',
    'list all wrong PIN attempts this morning',
    ...MORNINGS.map((time) => `source logs ${time} | filter ${WRONG_PIN}`),
  ),
  bank(
    'easy',
    'count',
    'how many logins got a 401 today',
    ...[LOGIN_401, `${LOGIN_401} && $d['http.route'] == '/v1/session'`].map(
      (holds) => `source logs ${TODAY} | filter ${holds} | count`,
    ),
  ),
  bank(
    'easy',
    'list',
    'blocked scores in the last 24 hours',
    ...anyOf(`source logs last 24h | filter ${VERDICT} == 'block'`),
  ),
  bank(
    'easy',
    'list',
    'what did customer C-40417 do today?',
    ...either((told) => `${told.source} ${TODAY} | filter ${told.customer} == 'C-40417'`),
  ),
  bank('easy', 'list', 'everything from ip 192.0.2.177', `source logs | filter ${ADDRESS} == '192.0.2.177'`),
  bank(
    'easy',
    'count',
    'count of suspected_fraud declines this week',
    `source logs ${THIS_WEEK} | filter ${REASON} == 'suspected_fraud' | count`,
  ),
  bank(
    'easy',
    'any',
    'was any device locked today?',
    ...anyOf(`source logs ${TODAY} | filter ${says('device locked')}`),
    `source logs ${TODAY} | filter ${says('device locked')} | distinct ${DEVICE}`,
  ),
  bank(
    'easy',
    'list',
    'transactions with a risk score above 90 since yesterday',
    ...[TWO_DAYS, 'last 24h'].map((time) => `source logs ${time} | filter ${SCORE} > 90`),
  ),
  bank(
    'medium',
    'top groups',
    'wrong PINs per device, top 5, today',
    ...leading(`source logs ${TODAY} | filter ${WRONG_PIN}`, DEVICE, 'count()', 5),
  ),
  bank(
    'medium',
    'statistic',
    'average and max risk score per rule this week',
    `source logs ${THIS_WEEK} | groupby ${RULE} as rule aggregate avg(${SCORE}) as mean, max(${SCORE}) as most`,
  ),
  bank(
    'medium',
    'distinct',
    'how many distinct ip addresses does each device use?',
    `source logs | groupby ${DEVICE} as device aggregate distinct_count(${ADDRESS}) as n`,
  ),
  bank(
    'medium',
    'series',
    'Wrong PIN entries in 10 minute steps between 6 and 7 this morning',
    `source logs ${SIX_TO_SEVEN} | filter ${WRONG_PIN} | groupby roundTime($m.timestamp, 10m) as t aggregate count() as n`,
  ),
  bank(
    'medium',
    'list',
    'gambling card payments over 500 that were not made with the card present',
    ...anyOf(`source logs | filter $d.merchant_category == 'gambling' && ${AMOUNT} > 500 && $d.card_present == false`),
  ),
  bank(
    'medium',
    'count by',
    'number of mule_account hits by transfer type, last 3 days',
    ...lastDays(
      3,
      (time) =>
        `source logs ${time} | filter ${RULE} == 'mule_account' | groupby ${TRANSFER_TYPE} as type aggregate count() as n`,
    ),
  ),
  bank(
    'medium',
    'sum by',
    'amount blocked by fraud scoring per currency this week',
    `source logs ${THIS_WEEK} | filter ${VERDICT} == 'block' | groupby $d.currency as currency aggregate sum(${AMOUNT}) as total`,
  ),
  bank(
    'medium',
    'count by',
    'how many allow, review and block verdicts in each region yesterday?',
    `source logs ${YESTERDAY} | filter ${VERDICT} != null | groupby ${REGION} as region, ${VERDICT} as verdict aggregate count() as n`,
    `source logs ${YESTERDAY} | filter ${VERDICT} != null | groupby ${REGION} as region aggregate count_if(${VERDICT} == 'allow') as allow, count_if(${VERDICT} == 'review') as review, count_if(${VERDICT} == 'block') as block`,
  ),
  bank(
    'hard',
    'having',
    'devices used by more than 3 different customers today',
    ...['', ' | choose device'].map(
      (then) =>
        `source logs ${TODAY} | filter ${DEVICE} != null | groupby ${DEVICE} as device aggregate distinct_count(${CUSTOMER}) as n | filter n > 3${then}`,
    ),
  ),
  bank(
    'hard',
    'share',
    'share of scored transfers that end in block or review, per rule',
    `source logs | filter ${VERDICT} != null | groupby ${RULE} as rule aggregate count_if(${STOPPED}) / count() as share`,
    `source logs | filter ${VERDICT} != null | groupby ${RULE} as rule aggregate count_if(${VERDICT} == 'block') / count() as block, count_if(${VERDICT} == 'review') / count() as review`,
  ),
  bank(
    'hard',
    'extract',
    'average number of payments in the velocity warnings',
    `source logs | filter ${says('velocity of')} | ${numberIn('velocity of (?<n>\\d+) payments')} | aggregate avg(${NUMBER}) as mean`,
  ),
  bank(
    'hard',
    'absent',
    'mobile-gateway logs that have no customer id, by login method',
    `source logs | filter ${S} == 'mobile-gateway' && ${CUSTOMER} == null | groupby $d.login_method as method aggregate count() as n`,
  ),
];
