import { BAD_SPAN, S, SVC, THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { WARNING } from './final-terms.ts';
import { daily } from './fresh-terms.ts';
import { after, asks, type EvalQuestion } from './question.ts';
import { leading, withValue } from './unseen-desk-terms.ts';
import {
  CLAIM,
  COUNTRY,
  calls,
  deeds,
  either,
  failures,
  PAID,
  PERIL,
  QUEUE,
  REGISTERED,
  rates,
  SPANS,
  says,
  WAIT,
  WEDNESDAY,
} from './unseen-insurer-terms.ts';

const insurer = asks('insurer');
const CLAIMS = `source logs ${THIS_WEEK} | filter ${REGISTERED}`;

/** Dialogues of the same four people. */
export const UNSEEN_INSURER_DIALOGUES: readonly EvalQuestion[] = [
  after(
    ['errors in payouts last 2 hours'],
    insurer(
      'easy',
      '',
      'and fraud-check?',
      ...failures((told, bad) => `${told.source} last 2h | filter ${told.service} == 'fraud-check' && ${bad}`),
    ),
  ),
  after(
    ['How many claims were registered today?'],
    insurer(
      'easy',
      '',
      'And per country, please?',
      ...['count()', `distinct_count(${CLAIM})`].map(
        (n) => `source logs ${TODAY} | filter ${REGISTERED} | groupby ${COUNTRY} as country aggregate ${n} as n`,
      ),
    ),
  ),
  after(
    ['warnings per service since midnight'],
    insurer('medium', '', 'only the top 3', ...leading(`source logs ${TODAY} | filter ${WARNING}`, S, 'count()', 3)),
  ),
  after(
    ['quote-api requests slower than 2s today'],
    insurer(
      'medium',
      '',
      'just the german ones',
      ...calls(
        (told, also) =>
          `${told.source} ${TODAY} | filter ${told.service} == 'quote-api' && ${told.took} > ${2 * told.second}${also} && ${told.country} == 'DE'`,
      ),
    ),
  ),
  after(
    ['How long do callers wait on average in each queue?'],
    insurer(
      'medium',
      '',
      'And yesterday only?',
      `source logs ${YESTERDAY} | groupby ${QUEUE} as queue aggregate avg(${WAIT}) as mean`,
    ),
  ),
  after(
    ['BANK_TIMEOUT this week'],
    insurer(
      'medium',
      '',
      'how many customers did it hit',
      ...either(
        (told) =>
          `${told.source} ${THIS_WEEK} | filter ${told.code} == 'BANK_TIMEOUT' | aggregate distinct_count(${told.customer}) as n`,
      ),
    ),
  ),
  after(
    ['error rate per service today'],
    insurer(
      'hard',
      '',
      'same for yesterday',
      ...rates(
        (told, also, bad) =>
          `${told.source} ${YESTERDAY} | filter ${also} | groupby ${told.service} as service aggregate count_if(${bad}) / count() as rate`,
      ),
    ),
  ),
  after(
    ['Please give me the ten largest payouts of this week.'],
    insurer(
      'hard',
      '',
      'What do those ten add up to?',
      ...deeds(
        says('payout sent'),
        PAID,
        (deed) =>
          `source logs ${THIS_WEEK} | filter ${deed} | orderby ${PAID} desc | limit 10 | aggregate sum(${PAID}) as total`,
      ),
    ),
  ),
  after(
    ['How many claims were registered this week by peril?'],
    insurer(
      'medium',
      '',
      'Could you also split that by day?',
      `${CLAIMS} | ${daily}, ${PERIL} as peril aggregate count() as n`,
      `${CLAIMS} | ${daily}, ${PERIL} as peril aggregate distinct_count(${CLAIM}) as n`,
    ),
  ),
  after(
    ['failed spans of claims-intake on wednesday'],
    insurer(
      'medium',
      '',
      'which error types',
      ...withValue(`source spans ${WEDNESDAY} | filter ${SVC} == 'claims-intake' && ${BAD_SPAN}`, SPANS.code),
    ),
  ),
];
