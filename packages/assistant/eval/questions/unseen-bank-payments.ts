import { DAY, most, THIS_WEEK, TODAY, TWO_DAYS, YESTERDAY } from './blind-terms.ts';
import { COUNTED, partOfAll, periods } from './final-terms.ts';
import { daily, sides, which } from './fresh-terms.ts';

import { asks, type EvalQuestion } from './question.ts';
import {
  AMOUNT,
  CARDS,
  CUSTOMER,
  counted,
  DECLINED,
  either,
  leading,
  NUMBER,
  numberIn,
  REASON,
  SCHEME,
  says,
  TRANSFER_TYPE,
  transfers,
} from './unseen-bank-terms.ts';
import { lastDays } from './unseen-travel-terms.ts';

const bank = asks('bank');
const LAST_WEEK = "between @'2026-11-09' and @'2026-11-16'";
const NOTIFIED = [
  "$d.template == 'card_payment'",
  "$d.template ~ 'payment'",
  "($d.template == 'card_payment' || $d.template == 'incoming_transfer')",
];
const SCHEDULED = says('transfer scheduled in');
const median = (field: string): string => `median(${field})`;

/** By the product manager of payments. */
export const UNSEEN_BANK_PAYMENTS: readonly EvalQuestion[] = [
  bank(
    'easy',
    'count',
    'How many transfers were accepted today?',
    ...counted(`source logs ${TODAY} | filter ${says('transfer accepted')}`, '$d.transfer_id'),
  ),
  bank(
    'easy',
    'statistic',
    'What is the total amount of all EUR transfers this week?',
    ...transfers(THIS_WEEK, (source) => `${source} && $d.currency == 'EUR' | aggregate sum(${AMOUNT}) as total`),
  ),
  bank(
    'easy',
    'list',
    'Show me the declined card payments from the last hour.',
    `source logs last 1h | filter ${DECLINED}`,
  ),
  bank(
    'easy',
    'values',
    'Which currencies do our customers use for transfers?',
    ...transfers('', (source) => source).flatMap((source) => which(source, '$d.currency')),
  ),
  bank(
    'easy',
    'distinct',
    'How many different customers did we see yesterday?',
    ...either((told) => `${told.source} ${YESTERDAY} | aggregate distinct_count(${told.customer}) as n`),
  ),
  bank(
    'easy',
    'statistic',
    'What is the average transfer amount?',
    ...transfers('', (source) => `${source} | aggregate avg(${AMOUNT}) as mean`),
    ...transfers('', (source) => `${source} | groupby $d.currency as currency aggregate avg(${AMOUNT}) as mean`),
  ),
  bank(
    'easy',
    'count',
    'How many beneficiaries were added since Monday?',
    `source logs ${THIS_WEEK} | filter ${says('beneficiary added')} | count`,
  ),
  bank(
    'easy',
    'top records',
    'Which transfer had the highest amount today?',
    ...transfers(TODAY, (source) => `${source} | orderby ${AMOUNT} desc | limit 1`),
    ...transfers(TODAY, (source) => `${source} | orderby ${AMOUNT} desc | limit 1 | choose $d.transfer_id, ${AMOUNT}`),
    ...['max', 'sum'].flatMap((of) =>
      transfers(
        TODAY,
        (source) =>
          `${source} | groupby $d.transfer_id as transfer aggregate ${of}(${AMOUNT}) as amount | orderby amount desc | limit 1`,
      ),
    ),
  ),
  bank(
    'medium',
    'count by',
    'Can you break down card payments by scheme and decision for the last 7 days?',
    ...lastDays(
      7,
      (time) =>
        `source logs ${time} | filter ${CARDS} | groupby ${SCHEME} as scheme, $d.decision as decision aggregate count() as n`,
    ),
  ),
  bank(
    'medium',
    'top groups',
    'What are the most common decline reasons this week?',
    ...most(
      `source logs ${THIS_WEEK} | filter ${REASON} != null | groupby ${REASON} as reason aggregate count() as n`,
      'n',
    ),
    `source logs ${THIS_WEEK} | filter ${REASON} != null | groupby ${REASON} as reason aggregate count() as n | orderby n desc | limit 3`,
  ),
  bank(
    'medium',
    'series',
    'How many transfers of each type did we have per day over the last week?',
    ...[...lastDays(7, (time) => time), LAST_WEEK].flatMap((time) =>
      transfers(time, (source) => `${source} | ${daily}, ${TRANSFER_TYPE} as type aggregate count() as n`),
    ),
  ),
  bank(
    'medium',
    'statistic',
    'What was the median amount of instant transfers compared to the other types this week?',
    ...transfers(
      THIS_WEEK,
      (source) => `${source} | groupby ${TRANSFER_TYPE} as type aggregate median(${AMOUNT}) as m`,
    ),
    ...transfers(THIS_WEEK, (source) => source).flatMap((source) =>
      sides(source, `${TRANSFER_TYPE} == 'instant'`, median, AMOUNT),
    ),
  ),
  bank(
    'medium',
    'top groups',
    'Who are our ten customers with the most card authorizations?',
    ...[CARDS, says('authorization answered')].flatMap((holds) =>
      leading(`source logs | filter ${holds}`, CUSTOMER, 'count()', 10),
    ),
  ),
  bank(
    'medium',
    'count',
    'How many swift transfers above 1,000 were made by premium or business customers?',
    ...transfers(
      '',
      (source) =>
        `${source} && ${TRANSFER_TYPE} == 'swift' && ${AMOUNT} > 1000 && ($d.customer_segment == 'premium' || $d.customer_segment == 'business')`,
    ).flatMap((source) => counted(source, '$d.transfer_id')),
  ),
  bank(
    'medium',
    'count by',
    'How do card payment notifications split between push, SMS and email today?',
    ...NOTIFIED.map(
      (holds) => `source logs ${TODAY} | filter ${holds} | groupby $d.medium as medium aggregate count() as n`,
    ),
    ...NOTIFIED.map((holds) => partOfAll(`source logs ${TODAY} | filter ${holds}`, '$d.medium as medium', 'medium')),
  ),
  bank(
    'medium',
    'top groups',
    'Which merchant category has the highest average card amount?',
    ...most(
      `source logs | filter ${CARDS} | groupby $d.merchant_category as category aggregate avg(${AMOUNT}) as mean`,
      'mean',
    ),
  ),
  bank(
    'hard',
    'share',
    'What share of card payments is declined for each scheme?',
    `source logs | filter ${CARDS} | groupby ${SCHEME} as scheme aggregate count_if(${DECLINED}) / count() as share`,
  ),
  bank(
    'hard',
    'extract',
    'How many days ahead do customers schedule their transfers on average?',
    `source logs | filter ${SCHEDULED} | ${numberIn('scheduled in (?<n>\\d+) days')} | aggregate avg(${NUMBER}) as mean`,
  ),
  bank(
    'hard',
    'compare times',
    'Did we have more declined card payments today than yesterday?',
    ...periods(`source logs ${TWO_DAYS} | filter ${DECLINED}`, DAY, COUNTED),
    `source logs ${TWO_DAYS} | filter ${DECLINED} | ${daily} aggregate count() as n`,
  ),
  bank(
    'hard',
    'having',
    'Which customers had more than five declined card payments this week?',
    `source logs ${THIS_WEEK} | filter ${DECLINED} && ${CUSTOMER} != null | groupby ${CUSTOMER} as customer aggregate count() as n | filter n > 5 | choose customer`,
    `source logs ${THIS_WEEK} | filter ${DECLINED} | groupby ${CUSTOMER} as customer aggregate count() as n | filter n > 5`,
  ),
];
