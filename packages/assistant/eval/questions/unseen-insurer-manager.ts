import { DAY, S, SERVER, SVC, THIS_WEEK, TODAY, TWO_DAYS, YESTERDAY } from './blind-terms.ts';
import { COUNTED, periods } from './final-terms.ts';
import { daily, sides } from './fresh-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import {
  AMOUNT,
  busiest,
  CLAIM,
  COLLECTED,
  COUNTRY,
  deeds,
  either,
  PAID,
  PERIL,
  PREMIUM,
  PRODUCT,
  QUEUE,
  REGISTERED,
  rates,
  SENT,
  STATUS,
  says,
  WAIT,
} from './unseen-insurer-terms.ts';
import { lastDays } from './unseen-travel-terms.ts';

const insurer = asks('insurer');
const REJECTED = `${STATUS} == 'rejected'`;
const APPROVED = `${STATUS} == 'approved'`;
const METHOD = '$d.premium.method';
const BAND = `if(${PAID} < 500, 'a', if(${PAID} <= 5000, 'b', 'c'))`;
const medianOf = (field: string): string => `median(${field})`;

/** By the manager of the claims department. */
export const UNSEEN_INSURER_MANAGER: readonly EvalQuestion[] = [
  insurer(
    'easy',
    'count',
    'How many claims were registered today?',
    `source logs ${TODAY} | filter ${REGISTERED} | count`,
    `source logs ${TODAY} | filter ${REGISTERED} | aggregate distinct_count(${CLAIM}) as n`,
  ),
  insurer(
    'easy',
    'series',
    'Could you show me the number of payouts sent per day this week?',
    `source logs ${THIS_WEEK} | filter ${SENT} | ${daily} aggregate count() as n`,
  ),
  insurer(
    'easy',
    'statistic',
    'What is the average claim amount per product?',
    `source logs | groupby ${PRODUCT} as product aggregate avg(${AMOUNT}) as mean`,
    `source logs | filter ${REGISTERED} | groupby ${PRODUCT} as product aggregate avg(${AMOUNT}) as mean`,
  ),
  insurer(
    'easy',
    'distinct',
    'How many different customers contacted the call centre yesterday?',
    ...either(
      (told) =>
        `${told.source} ${YESTERDAY} | filter ${told.service} == 'call-centre' | aggregate distinct_count(${told.customer}) as n`,
    ),
  ),
  insurer(
    'medium',
    'top-groups',
    'Which three countries have the highest total paid out this week?',
    ...deeds(
      SENT,
      PAID,
      (deed) =>
        `source logs ${THIS_WEEK} | filter ${deed} | groupby ${COUNTRY} as country aggregate sum(${PAID}) as total | orderby total desc | limit 3`,
    ),
  ),
  insurer(
    'medium',
    'top-records',
    'Please give me the ten largest payouts of the last seven days.',
    ...lastDays(7, (time) => `source logs ${time}`).flatMap((source) =>
      deeds(SENT, PAID, (deed) => `${source} | filter ${deed} | orderby ${PAID} desc | limit 10`),
    ),
  ),
  insurer(
    'hard',
    'compare',
    'I would like to see claims registered by peril, today compared with yesterday.',
    ...periods(`source logs ${TWO_DAYS} | filter ${REGISTERED}`, DAY, COUNTED, PERIL),
  ),
  insurer(
    'medium',
    'ratio',
    'Of all claims with a decision, what share was rejected, per product?',
    ...[
      `${STATUS} != null`,
      `(${APPROVED} || ${REJECTED})`,
      `(${says('claim approved')} || ${says('claim rejected')})`,
    ].map(
      (decided) =>
        `source logs | filter ${decided} | groupby ${PRODUCT} as product aggregate count_if(${REJECTED}) / count() as share`,
    ),
  ),
  insurer(
    'medium',
    'statistic',
    'How long do callers wait on average in each queue of the call centre?',
    `source logs | groupby ${QUEUE} as queue aggregate avg(${WAIT}) as mean`,
  ),
  insurer(
    'medium',
    'hour-of-day',
    'On which day of the week do we register the most claims?',
    ...busiest(`source logs | filter ${REGISTERED}`, 'dow'),
  ),
  insurer(
    'hard',
    'conditional',
    'For each product, how many claims were approved and how many rejected?',
    `source logs | groupby ${PRODUCT} as product aggregate count_if(${APPROVED}) as approved, count_if(${REJECTED}) as rejected`,
    `source logs | filter ${APPROVED} || ${REJECTED} | groupby ${PRODUCT} as product, ${STATUS} as status aggregate count() as n`,
    `source logs | groupby ${PRODUCT} as product aggregate distinct_count(if(${APPROVED}, ${CLAIM})) as approved, distinct_count(if(${REJECTED}, ${CLAIM})) as rejected`,
  ),
  insurer(
    'hard',
    'having',
    'Which adjusters dealt with more than 12 different claims this week?',
    `source logs ${THIS_WEEK} | filter $d.adjuster != null | groupby $d.adjuster as adjuster aggregate distinct_count(${CLAIM}) as n | filter n > 12`,
  ),
  insurer(
    'hard',
    'compare',
    'How does the median claim amount of storm claims compare with that of water claims?',
    ...sides(
      `source logs | filter ${PERIL} == 'storm' || ${PERIL} == 'water'`,
      `${PERIL} == 'storm'`,
      medianOf,
      AMOUNT,
    ),
    ...sides(
      `source logs | filter ${REGISTERED} && (${PERIL} == 'storm' || ${PERIL} == 'water')`,
      `${PERIL} == 'storm'`,
      medianOf,
      AMOUNT,
    ),
  ),
  insurer(
    'hard',
    'buckets',
    'How many payouts were under 500 euros, between 500 and 5,000, and above that?',
    ...deeds(SENT, PAID, (deed) => `source logs | filter ${deed}`).flatMap((source) => [
      `${source} | groupby ${BAND} as band aggregate count() as n`,
      `${source} | aggregate count_if(${PAID} < 500) as low, count_if(${PAID} >= 500 && ${PAID} <= 5000) as mid, count_if(${PAID} > 5000) as high`,
    ]),
  ),
  insurer(
    'hard',
    'ratio',
    'What is the ratio of declined to collected premiums for each payment method, please?',
    `source logs | groupby ${METHOD} as method aggregate count_if(${says('premium declined')}) / count_if(${COLLECTED}) as ratio`,
  ),
  insurer(
    'medium',
    'statistic',
    'What did we collect in premiums yesterday, in total, for each country?',
    ...deeds(
      COLLECTED,
      PREMIUM,
      (deed) =>
        `source logs ${YESTERDAY} | filter ${deed} | groupby ${COUNTRY} as country aggregate sum(${PREMIUM}) as total`,
    ),
  ),
  insurer(
    'medium',
    'hour-of-day',
    'At what hour of the day do most calls reach the call centre?',
    ...[
      `source logs | filter ${says('call received')}`,
      `source logs | filter ${S} == 'call-centre'`,
      `source spans | filter ${SVC} == 'call-centre'`,
      `source spans | filter ${SVC} == 'call-centre' && ${SERVER}`,
    ].flatMap((source) => busiest(source, 'hour')),
  ),
  insurer(
    'easy',
    'threshold',
    "Please list today's claims with an amount over 20,000.",
    `source logs ${TODAY} | filter ${AMOUNT} > 20000`,
    `source logs ${TODAY} | filter ${AMOUNT} > 20000 && ${REGISTERED}`,
    `source logs ${TODAY} | filter ${AMOUNT} > 20000 | distinct ${CLAIM}`,
  ),
  insurer(
    'hard',
    'ratio',
    'Out of every thousand quote-api requests, how many fail?',
    ...rates(
      (told, also, bad) =>
        `${told.source} | filter ${told.service} == 'quote-api' && ${also} | aggregate 1000 * count_if(${bad}) / count() as n`,
    ),
  ),
  insurer(
    'medium',
    'top-each',
    'Could I see the largest claim of each product?',
    `source logs | filter ${AMOUNT} != null | dedupeby ${PRODUCT} keep 1 orderby ${AMOUNT} desc`,
    `source logs | dedupeby ${PRODUCT} keep 1 orderby ${AMOUNT} desc`,
    `source logs | groupby ${PRODUCT} as product aggregate max(${AMOUNT}) as largest`,
  ),
];
