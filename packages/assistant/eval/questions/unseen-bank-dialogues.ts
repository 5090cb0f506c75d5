import { BAD_SPAN, DAY, S, SVC, THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { COUNTED, periods } from './final-terms.ts';
import { anyOf } from './later-terms.ts';
import { after, asks, type EvalQuestion } from './question.ts';
import {
  AMOUNT,
  CARDS,
  counted,
  DECLINED,
  either,
  failures,
  HOST,
  LATENCY,
  REASON,
  SCHEME,
  says,
  TRANSFER_TYPE,
  transfers,
} from './unseen-bank-terms.ts';
import { tied } from './unseen-terms.ts';

const bank = asks('bank');
const TWO_WEEKS = "between @'2026-11-09' and @'now'";
const LAST_WEEK = "between @'2026-11-09' and @'2026-11-16'";
const THURSDAY_OUTAGE = "between @'2026-11-19T13:00:00Z' and @'2026-11-19T15:00:00Z'";
const LAST_FRIDAYS = [`between ${DAY} - 7d and ${DAY} - 6d`, `between ${DAY} - 7d and @'now' - 7d`];

/** Dialogues of the engineer on call and of the manager of payments. */
export const UNSEEN_BANK_DIALOGUES: readonly EvalQuestion[] = [
  after(
    ['errors of transfers last hour'],
    bank(
      'easy',
      '',
      'and card-auth?',
      ...failures((told, bad) => `${told.source} last 1h | filter ${told.service} == 'card-auth' && ${bad}`),
    ),
  ),
  after(
    ['error types today', 'only ClearingTimeout'],
    bank(
      'medium',
      '',
      'and yesterday?',
      ...either((told) => `${told.source} ${YESTERDAY} | filter ${told.type} == 'ClearingTimeout'`).flatMap(anyOf),
      ...either(
        (told) =>
          `${told.source} ${YESTERDAY} | filter ${told.type} == 'ClearingTimeout' | groupby ${told.type} as type aggregate count() as n`,
      ),
      ...failures(
        (told, bad) =>
          `${told.source} ${YESTERDAY} | filter ${bad} && ${told.type} == 'ClearingTimeout' | groupby ${told.type} as type aggregate count() as n`,
      ),
    ),
  ),
  after(
    ['how many errors yesterday', 'by service', 'now only eu-west-1'],
    bank(
      'medium',
      '',
      'the worst 3',
      ...failures(
        (told, bad) =>
          `${told.source} ${YESTERDAY} | filter ${bad} && ${told.region} == 'eu-west-1' | groupby ${told.service} as service aggregate count() as n`,
      ).flatMap((query) => tied(query, 'n', 'service', 3)),
    ),
  ),
  after(
    ['p95 latency of statements-batch today'],
    bank(
      'medium',
      '',
      'same day last week?',
      ...LAST_FRIDAYS.flatMap((time) => [
        `source logs ${time} | filter ${S} == 'statements-batch' | aggregate percentile(0.95, ${LATENCY}) as p95`,
        `source spans ${time} | filter ${SVC} == 'statements-batch' | aggregate percentile(0.95, $m.duration) as p95`,
      ]),
    ),
  ),
  after(
    ['failed spans of transfers on thursday between 13 and 15', 'by server address'],
    bank(
      'medium',
      '',
      'show me the slowest 5',
      `source spans ${THURSDAY_OUTAGE} | filter ${SVC} == 'transfers' && ${BAD_SPAN} | orderby $m.duration desc | limit 5`,
      `source spans ${THURSDAY_OUTAGE} | filter ${SVC} == 'transfers' && ${BAD_SPAN} && ${HOST} != null | orderby $m.duration desc | limit 5`,
    ),
  ),
  after(
    ['How many transfers were accepted today?', 'And yesterday?'],
    bank(
      'hard',
      '',
      'How does this week compare with last week?',
      ...periods(`source logs ${TWO_WEEKS} | filter ${says('transfer accepted')}`, "@'2026-11-16'", COUNTED),
      ...periods(`source logs last 14d | filter ${says('transfer accepted')}`, "@'now' - 7d", COUNTED),
    ),
  ),
  after(
    ['Declined card payments this week by scheme'],
    bank(
      'medium',
      '',
      'Just the ones for insufficient funds, please.',
      `source logs ${THIS_WEEK} | filter ${DECLINED} && ${REASON} == 'insufficient_funds' | groupby ${SCHEME} as scheme aggregate count() as n`,
    ),
  ),
  after(
    ['What is the average card amount per scheme today?'],
    bank(
      'medium',
      '',
      'By merchant category instead.',
      `source logs ${TODAY} | filter ${CARDS} | groupby $d.merchant_category as category aggregate avg(${AMOUNT}) as mean`,
    ),
  ),
  after(
    ['Which transfer types did we have yesterday?', 'How much money was it for each?', 'Only premium customers.'],
    bank(
      'medium',
      '',
      'And in euros only?',
      ...transfers(
        YESTERDAY,
        (source) =>
          `${source} && $d.customer_segment == 'premium' && $d.currency == 'EUR' | groupby ${TRANSFER_TYPE} as type aggregate sum(${AMOUNT}) as total`,
      ),
    ),
  ),
  after(
    ['How many customers were onboarded this week?'],
    bank(
      'easy',
      '',
      'What about last week?',
      ...counted(`source logs ${LAST_WEEK} | filter ${says('customer onboarded')}`, '$d.customer_id'),
    ),
  ),
];
