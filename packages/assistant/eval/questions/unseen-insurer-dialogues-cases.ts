import { SERVER, SVC, TODAY, YESTERDAY } from './blind-terms.ts';
import { hourly } from './fresh-terms.ts';
import { CRITICAL } from './later-terms.ts';
import { after, asks, type EvalQuestion } from './question.ts';
import { withValue } from './unseen-desk-terms.ts';
import {
  ABANDONED,
  AMOUNT,
  ANSWERED,
  COUNTRY,
  DATABASE,
  deeds,
  either,
  moment,
  PRODUCT,
  p,
  REGISTERED,
  says,
  TABLE,
} from './unseen-insurer-terms.ts';

const insurer = asks('insurer');
const TRACE = '8a2f61c94be04d7790d3e15ab7c6024f';
const TYPE = '$d.document.type';
const UPLOADED = `source logs ${YESTERDAY} | filter ${says('document uploaded')}`;

/** More dialogues of the same four people. */
export const UNSEEN_INSURER_DIALOGUES_CASES: readonly EvalQuestion[] = [
  after(
    ['p95 of pricing-engine span durations per hour today'],
    insurer(
      'medium',
      '',
      'p99 instead',
      ...['', ` && ${SERVER}`].map(
        (also) =>
          `source spans ${TODAY} | filter ${SVC} == 'pricing-engine'${also} | ${hourly} aggregate ${p('99', '$m.duration')} as p99`,
      ),
    ),
  ),
  after(
    ['logs of customer C-5077', 'only warnings and worse'],
    insurer(
      'medium',
      '',
      'when was the first one',
      ...moment("source logs | filter $d.customerId == 'C-5077' && $m.severity >= WARNING", 'first'),
    ),
  ),
  after(
    ['how many documents were uploaded yesterday, by type'],
    insurer(
      'hard',
      '',
      'as a share of all of them',
      `${UPLOADED} | groupby ${TYPE} as type aggregate count() as n | join cross (${UPLOADED} | count into total) into t | choose type, n / t.total as share`,
    ),
  ),
  after(
    ['how many calls were abandoned today', 'per hour'],
    insurer(
      'medium',
      '',
      'and the answered ones?',
      `source logs ${TODAY} | filter ${ANSWERED} | ${hourly} aggregate count() as n`,
      `source logs ${TODAY} | ${hourly} aggregate count_if(${ABANDONED}) as abandoned, count_if(${ANSWERED}) as answered`,
    ),
  ),
  after(
    ['429s today by broker'],
    insurer(
      'medium',
      '',
      'only B-031, per 10 minutes',
      ...either(
        (told) =>
          `${told.source} ${TODAY} | filter ${told.status} == 429 && ${told.broker} == 'B-031' | groupby roundTime($m.timestamp, 10m) as t aggregate count() as n`,
      ),
    ),
  ),
  after(
    ['root spans over 5 seconds today'],
    insurer(
      'easy',
      '',
      'which services are they from',
      ...withValue(`source spans ${TODAY} | filter $d.parentId == '' && $m.duration > 5000000`, SVC),
    ),
  ),
  after([`trace ${TRACE}`], insurer('easy', '', 'now its logs', `source logs | filter $d.traceId == '${TRACE}'`)),
  after(
    ['database spans slower than 500 ms'],
    insurer(
      'medium',
      '',
      'how many per table',
      `source spans | filter ${DATABASE} != null && $m.duration > 500000 | groupby ${TABLE} as table aggregate count() as n`,
    ),
  ),
  after(
    ['What is the average claim amount per product?', 'Only Poland, please.'],
    insurer(
      'hard',
      '',
      'The median, rather.',
      ...deeds(
        REGISTERED,
        AMOUNT,
        (deed) =>
          `source logs | filter ${deed} && ${COUNTRY} == 'PL' | groupby ${PRODUCT} as product aggregate median(${AMOUNT}) as m`,
      ).toReversed(),
    ),
  ),
  after(
    ['which services logged criticals today'],
    insurer(
      'hard',
      '',
      'show the records themselves, newest first',
      `source logs ${TODAY} | filter ${CRITICAL} | orderby $m.timestamp desc`,
    ),
  ),
];
